//! How many messages a run has, round by round.

use crate::limits::STEPPED_MESSAGES_MAX;

/// Messages per round and in all; [`u128::MAX`] stands for that many or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageCounts {
    /// Round 1 first.
    pub per_round: Vec<u128>,
    /// Their sum.
    pub total: u128,
}

impl MessageCounts {
    /// Of OM(m) among n generals: round r carries (n−1)(n−2)…(n−r), one for each path of length r and each
    /// recipient not on it. (LSP82 names the last round's number only.)
    #[must_use]
    pub fn oral(n: usize, m: usize) -> Self {
        let mut in_round = 1_u128;
        let per_round: Vec<u128> = (1..=m + 1)
            .map(|round| {
                in_round = in_round.saturating_mul(n.saturating_sub(round) as u128);
                in_round
            })
            .collect();
        let total = per_round
            .iter()
            .fold(0_u128, |sum, round| sum.saturating_add(*round));
        Self { per_round, total }
    }

    /// Whether OM(m) among n generals may be opened and stepped through.
    #[must_use]
    pub fn oral_may_be_stepped(n: usize, m: usize) -> bool {
        Self::oral(n, m).total <= STEPPED_MESSAGES_MAX
    }

    /// Of SM(m) at most: the commander both orders to everyone, then each lieutenant each of them once to whoever
    /// has not signed it, (n−1) + 2(n−1)(n−2) if the commander signs one order, and both orders in every slot that a
    /// lie names. The rounds in which they travel are not known before the run: all but the first stand together in
    /// the second.
    #[must_use]
    pub fn signed_at_most(n: usize, m: usize, lies: usize) -> Self {
        let (n, lies) = (n as u128, 2 * lies as u128);
        let mut per_round = vec![0; m + 1];
        per_round[0] = 2 * (n - 1) + lies;
        if let Some(second) = per_round.get_mut(1) {
            *second = 2 * (n - 1) * n.saturating_sub(2);
        }
        let total = per_round.iter().sum();
        Self { per_round, total }
    }

    /// Of SM(m) among n generals who are all loyal: the commander's letter to everyone, then each lieutenant's to whoever
    /// has not signed it; after that nobody has anything new to pass on, and the other rounds are empty.
    #[must_use]
    pub fn signed_loyal(n: usize, m: usize) -> Self {
        let mut per_round = Self::oral(n, m.min(1)).per_round;
        let total = per_round.iter().sum();
        per_round.resize(m + 1, 0);
        Self { per_round, total }
    }

    /// What loyal generals send at most under SM(m), whatever traitors do: the commander one order to everyone,
    /// each lieutenant each of two once to whoever else has not signed it (Dolev and Strong 1983).
    #[must_use]
    pub const fn dolev_strong(n: usize, m: usize) -> u128 {
        let n = n as u128;
        let relays = 2 * (n - 1) * n.saturating_sub(2);
        n - 1 + if m == 0 { 0 } else { relays }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_counts() {
        let cases: [(usize, usize, &[u128], u128); 8] = [
            (3, 1, &[2, 2], 4),
            (4, 1, &[3, 6], 9),
            (7, 1, &[6, 30], 36),
            (7, 2, &[6, 30, 120], 156),
            (10, 3, &[9, 72, 504, 3024], 3609),
            (13, 4, &[12, 132, 1320, 11880, 95040], 108_384),
            (
                16,
                5,
                &[15, 210, 2730, 32760, 360_360, 3_603_600],
                3_999_675,
            ),
            (
                19,
                6,
                &[18, 306, 4896, 73440, 1_028_160, 13_366_080, 160_392_960],
                174_865_860,
            ),
        ];
        for (n, m, per_round, total) in cases {
            let counts = MessageCounts::oral(n, m);
            assert_eq!(counts.per_round, per_round, "n={n} m={m}");
            assert_eq!(counts.total, total, "n={n} m={m}");
        }
    }

    #[test]
    fn om_1_sends_the_square_of_the_lieutenants() {
        for n in 3..=64 {
            assert_eq!(MessageCounts::oral(n, 1).total, ((n - 1) * (n - 1)) as u128);
        }
    }

    #[test]
    fn the_bound_of_dolev_and_strong() {
        assert_eq!(MessageCounts::dolev_strong(4, 1), 3 + 12);
        assert_eq!(MessageCounts::dolev_strong(10, 3), 9 + 144);
        assert_eq!(MessageCounts::dolev_strong(4, 0), 3);
        assert_eq!(MessageCounts::dolev_strong(2, 0), 1);
    }

    #[test]
    fn counts_beyond_a_word_saturate() {
        assert_eq!(MessageCounts::oral(64, 62).total, u128::MAX);
    }
}

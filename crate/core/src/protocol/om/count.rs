//! How many messages OM(m) sends.

use crate::word::limits::STEPPED_MESSAGES_MAX;

pub use crate::word::MessageCounts;

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
        Self::of_rounds(per_round)
    }

    /// Whether OM(m) among n generals may be opened and stepped through.
    #[must_use]
    pub fn oral_may_be_stepped(n: usize, m: usize) -> bool {
        Self::oral(n, m).total <= STEPPED_MESSAGES_MAX
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
    fn counts_beyond_a_word_saturate() {
        assert_eq!(MessageCounts::oral(64, 62).total, u128::MAX);
    }
}

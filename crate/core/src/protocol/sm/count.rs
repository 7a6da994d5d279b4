//! How many messages SM(m) sends, at most and when all are loyal.

use crate::word::MessageCounts;

impl MessageCounts {
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
        Self::of_rounds(per_round)
    }

    /// Of SM(m) among n generals who are all loyal: the commander's letter to everyone, then each lieutenant's to whoever
    /// has not signed it; after that nobody has anything new to pass on, and the other rounds are empty.
    #[must_use]
    pub fn signed_loyal(n: usize, m: usize) -> Self {
        let mut per_round = Self::oral(n, m.min(1)).per_round;
        per_round.resize(m + 1, 0);
        Self::of_rounds(per_round)
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
    fn the_bound_of_dolev_and_strong() {
        assert_eq!(MessageCounts::dolev_strong(4, 1), 3 + 12);
        assert_eq!(MessageCounts::dolev_strong(10, 3), 9 + 144);
        assert_eq!(MessageCounts::dolev_strong(4, 0), 3);
        assert_eq!(MessageCounts::dolev_strong(2, 0), 1);
    }
}

//! What theory promises for a number of generals, relays and traitors, whoever the traitors are.

use crate::om::fold::lemma_1_holds;

/// What is promised of a protocol among n generals when k of them are traitors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The number of traitors.
    pub k: usize,
    /// Agreement and validity hold by a theorem of LSP82: of OM(m) for k ≤ m and n > 3m (Theorem 1), of SM(m)
    /// for k ≤ m (Theorem 2).
    pub theorem: bool,
    /// Whether the protocol survives every placement of k traitors. OM(m): k ≤ m and n > 2k+m, sufficient by
    /// Lemma 1 of LSP82 and induction, necessary as far as attacks were computed, so to be named as computed
    /// here. SM(m): k ≤ m, since a commander and m other traitors can reveal an order in the last round. `None`
    /// where nothing is claimed: for k ≥ n−1, with stolen keys, and for what is known to be wrong.
    pub exact: Option<bool>,
}

impl Bound {
    /// The bound for OM(m) among n generals with k traitors.
    #[must_use]
    pub const fn oral(n: usize, m: usize, k: usize) -> Self {
        Self {
            k,
            theorem: k <= m && n > 3 * m,
            exact: if k + 1 >= n {
                None
            } else {
                Some(k == 0 || (k <= m && lemma_1_holds(n, k, m)))
            },
        }
    }

    /// The bound for SM(m) among n generals with k traitors, whose promise stands on keys that nobody stole.
    #[must_use]
    pub const fn signed(n: usize, m: usize, k: usize, keys_are_safe: bool) -> Self {
        Self {
            k,
            theorem: k <= m && keys_are_safe,
            exact: if k + 1 >= n || !keys_are_safe {
                None
            } else {
                Some(k <= m)
            },
        }
    }

    /// Nothing is promised.
    #[must_use]
    pub const fn none(k: usize) -> Self {
        Self {
            k,
            theorem: false,
            exact: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bound_at_its_borders() {
        let cases = [
            // n, m, k → LSP82, exact rule
            (4, 1, 1, true, Some(true)),
            (3, 1, 1, false, Some(false)),
            (4, 2, 1, false, Some(false)),
            (5, 2, 1, false, Some(true)),
            (7, 2, 2, true, Some(true)),
            (6, 2, 2, false, Some(false)),
            (7, 1, 2, false, Some(false)),
            (4, 0, 0, true, Some(true)),
            (4, 2, 0, false, Some(true)),
            (3, 1, 2, false, None),
            (2, 0, 1, false, None),
        ];
        for (n, m, k, theorem, exact) in cases {
            assert_eq!(
                Bound::oral(n, m, k),
                Bound { k, theorem, exact },
                "n={n} m={m} k={k}"
            );
        }
    }
}

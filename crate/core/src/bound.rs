//! What theory promises for a number of generals, relays and traitors, whoever the traitors are.

use crate::om::fold::lemma_1_holds;

/// What is promised of OM(m) among n generals when k of them are traitors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The number of traitors.
    pub k: usize,
    /// LSP82 Theorem 1: agreement and validity hold for k ≤ m and n > 3m.
    pub theorem: bool,
    /// Whether OM(m) survives every placement of k traitors: k ≤ m and n > 2k+m. Sufficient by Lemma 1 of LSP82
    /// and induction; necessary as far as attacks were computed, so to be named as computed here. `None` for
    /// k ≥ n−1, where no two loyal generals are left to agree and nothing is claimed.
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

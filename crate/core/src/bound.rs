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
    /// The fewest generals, and the relay depth, with which the theorem promises for k traitors: OM(k) among
    /// 3k+1, SM(k) among k+2 (with fewer nobody is left to disagree). `None` for what is known to be wrong.
    pub enough: Option<(usize, usize)>,
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
                Some(k <= m && lemma_1_holds(n, k, m))
            },
            enough: Some((3 * k + 1, k)),
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
            enough: Some((k + 2, k)),
        }
    }

    /// Nothing is promised.
    #[must_use]
    pub const fn none(k: usize) -> Self {
        Self {
            k,
            theorem: false,
            exact: None,
            enough: None,
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
            let bound = Bound::oral(n, m, k);
            assert_eq!(
                (bound.theorem, bound.exact),
                (theorem, exact),
                "n={n} m={m} k={k}"
            );
            let (enough, depth) = bound.enough.unwrap();
            assert!(Bound::oral(enough, depth, k).theorem);
            assert!(k == 0 || !Bound::oral(enough - 1, depth, k).theorem);
        }
    }
}

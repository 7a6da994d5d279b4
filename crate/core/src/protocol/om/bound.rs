//! What is promised of OM(m).

use crate::protocol::{
    bound::Bound,
    claim::{Claim, Measure},
    reason::Reason,
};

/// Whether every loyal lieutenant of an OM(m) with a loyal commander obtains his order, whatever f traitors
/// among the n generals do (LSP82 Lemma 1).
pub(crate) const fn lemma_1_holds(n: usize, f: usize, m: usize) -> bool {
    n > 2 * f + m
}

impl Bound {
    /// The bound for OM(m) among n generals with f traitors: by Theorem 1 of LSP82 for f ≤ m and n > 3m.
    #[must_use]
    pub const fn oral(n: usize, m: usize, f: usize) -> Self {
        let theorem = f <= m && n > 3 * m;
        let survives = f <= m && lemma_1_holds(n, f, m);
        let reason = if theorem {
            Reason::Theorem
        } else if f + 1 >= n {
            Reason::NobodyLeft
        } else if survives {
            Reason::Proved
        } else if f > m {
            Reason::TooFewRounds
        } else {
            Reason::TooFewGenerals
        };
        let enough = Some((3 * f + 1, f));
        let measure = if f == 0 || !reason.is_claim() {
            None
        } else if f > m {
            Some(Measure::Rounds)
        } else if f == m {
            Some(Measure::Generals)
        } else if theorem {
            Some(Measure::Relays)
        } else {
            Some(Measure::Deep)
        };
        Self {
            f,
            theorem,
            exact: if f + 1 >= n { None } else { Some(survives) },
            reason,
            // Each inequality with what proves it: agreement follows from the lemma by induction.
            source: Some(match measure {
                Some(Measure::Deep) => "LSP82 Lemma 1",
                _ => "LSP82 Theorem 1",
            }),
            enough,
            claim: Claim::of(reason, n, f, enough),
            measure,
            loyal_messages: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The inequality that is shown is the one that its source proves: Theorem 1 of LSP82 is n > 3m with f <= m, where 3f
    /// says the same of f = m; Lemma 1 is n > 2f + m.
    #[test]
    fn each_inequality_has_its_own_source() {
        const THEOREM: &str = "LSP82 Theorem 1";
        const LEMMA: &str = "LSP82 Lemma 1";
        let cases = [
            // n, m, f → inequality, its other side, source, whether it is met
            (4, 1, 1, Measure::Generals, 3, THEOREM, true),
            (3, 1, 1, Measure::Generals, 3, THEOREM, false),
            (7, 2, 2, Measure::Generals, 6, THEOREM, true),
            (6, 2, 2, Measure::Generals, 6, THEOREM, false),
            (7, 2, 1, Measure::Relays, 6, THEOREM, true),
            (10, 3, 2, Measure::Relays, 9, THEOREM, true),
            (6, 2, 1, Measure::Deep, 4, LEMMA, true),
            (5, 2, 1, Measure::Deep, 4, LEMMA, true),
            (4, 2, 1, Measure::Deep, 4, LEMMA, false),
            (9, 3, 2, Measure::Deep, 7, LEMMA, true),
            (8, 3, 2, Measure::Deep, 7, LEMMA, true),
            (7, 3, 2, Measure::Deep, 7, LEMMA, false),
            (4, 0, 1, Measure::Rounds, 1, THEOREM, false),
            (64, 1, 2, Measure::Rounds, 2, THEOREM, false),
        ];
        for (n, m, f, measure, against, source, met) in cases {
            let bound = Bound::oral(n, m, f);
            let case = format!("n={n} m={m} f={f}");
            assert_eq!(bound.measure, Some(measure), "{case}");
            assert_eq!(measure.against(m, f), against, "{case}");
            assert_eq!(bound.source, Some(source), "{case}");
            assert_eq!(bound.exact, Some(met), "{case}");
            assert_eq!(bound.theorem, met && source == THEOREM, "{case}");
        }
    }

    #[test]
    fn the_bound_at_its_borders() {
        let cases = [
            // n, m, f → LSP82, exact rule
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
        for (n, m, f, theorem, exact) in cases {
            let bound = Bound::oral(n, m, f);
            assert_eq!(
                (bound.theorem, bound.exact),
                (theorem, exact),
                "n={n} m={m} f={f}"
            );
            let (enough, depth) = bound.enough.unwrap();
            assert!(Bound::oral(enough, depth, f).theorem);
            assert!(f == 0 || !Bound::oral(enough - 1, depth, f).theorem);
        }
    }
}

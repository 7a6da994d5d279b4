//! What is promised of a protocol in phases.

use crate::protocol::{
    bound::Bound,
    claim::{Claim, Measure},
    reason::Reason,
};

impl Bound {
    /// The bound for phase king (`times` = 3) and phase queen (4) among n generals with f traitors: by the theorem of `source`
    /// for f ≤ m and n more than so many times m.
    ///
    /// `exact` goes beyond it in two directions. With more traitors than m all kings may be traitors: loyal generals of two
    /// opinions then stay parted, since nobody else's votes make anybody sure and each king tells them what they think. And
    /// with n ≤ 3f no protocol is safe, for f > 0 (PSL80; `lab::ring` shows it). Between these and the theorem nothing is known
    /// here.
    pub(crate) const fn in_phases(
        (n, m): (usize, usize),
        f: usize,
        times: usize,
        source: &'static str,
    ) -> Self {
        let theorem = f <= m && n > times * m;
        let reason = if theorem {
            Reason::Theorem
        } else if f + 1 >= n {
            Reason::NobodyLeft
        } else if f > m {
            Reason::TooFewRounds
        } else {
            Reason::TooFewGenerals
        };
        let enough = Some((times * f + 1, f));
        let measure = if f == 0 || !reason.is_claim() {
            None
        } else if f > m {
            Some(Measure::Rounds)
        } else if times > 3 {
            Some(Measure::Fourfold)
        } else if f == m {
            Some(Measure::Generals)
        } else {
            Some(Measure::Relays)
        };
        let exact = if theorem || f == 0 {
            // Where nobody lies all hear the same in every round.
            Some(true)
        } else if f + 1 >= n {
            None
        } else if f > m || n <= 3 * f {
            Some(false)
        } else {
            None
        };
        Self {
            f,
            theorem,
            exact,
            reason,
            source: Some(source),
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

    #[test]
    fn the_bound_at_its_borders() {
        let cases = [
            // times, n, m, f → theorem, what is known
            (3, 4, 1, 1, true, Some(true)),
            (3, 3, 1, 1, false, Some(false)),
            (3, 7, 2, 2, true, Some(true)),
            (3, 6, 2, 2, false, Some(false)),
            (3, 6, 2, 1, false, None),
            (3, 7, 1, 2, false, Some(false)),
            (3, 7, 2, 1, true, Some(true)),
            (3, 4, 2, 0, false, Some(true)),
            (3, 3, 1, 2, false, None),
            (4, 5, 1, 1, true, Some(true)),
            (4, 4, 1, 1, false, None),
            (4, 9, 2, 2, true, Some(true)),
            (4, 8, 2, 2, false, None),
            (4, 6, 2, 2, false, Some(false)),
        ];
        for (times, n, m, f, theorem, exact) in cases {
            let bound = Bound::in_phases((n, m), f, times, "");
            let case = format!("{times}: n={n} m={m} f={f}");
            assert_eq!((bound.theorem, bound.exact), (theorem, exact), "{case}");
            let (enough, depth) = bound.enough.unwrap();
            assert!(Bound::in_phases((enough, depth), f, times, "").theorem);
            assert!(f == 0 || !Bound::in_phases((enough - 1, depth), f, times, "").theorem);
        }
    }

    /// The inequality that is shown is met exactly where the theorem promises.
    #[test]
    fn each_inequality_decides_what_is_promised() {
        for times in [3, 4] {
            for n in 3..=13_usize {
                for m in 0..=n - 2 {
                    for f in 1..n - 1 {
                        let bound = Bound::in_phases((n, m), f, times, "");
                        let Some(measure) = bound.measure else {
                            continue;
                        };
                        let against = measure.against(m, f);
                        let is_met = match measure {
                            Measure::Rounds => m >= against,
                            _ => n > against,
                        };
                        assert_eq!(is_met, bound.theorem, "{times}: n={n} m={m} f={f}");
                    }
                }
            }
        }
    }
}

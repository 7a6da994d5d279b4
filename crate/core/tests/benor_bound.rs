//! Ben-Or's promise: for how many it holds, and the runs that are known to break it with fewer.

#![allow(clippy::unwrap_used, clippy::panic)] // a test may

mod common;

use common::{scenario, trace};
use generals::{Claim, Condition, Measure, Reason};

#[test]
fn more_silent_generals_than_asked_for_stop_all_and_that_is_no_promise() {
    let run = trace("v=1&p=benor&n=6&t=5.6&s=silent");
    assert_eq!(run.verdict().undecided.len(), 4);
    assert_eq!(run.verdict().holds(Condition::Termination), Some(false));
    assert_eq!(
        scenario("v=1&p=benor&n=6&t=5.6").bound().reason,
        Reason::MoreThanAsked
    );
}

#[test]
fn the_promise_is_for_more_than_five_times_as_many_generals() {
    let bound = |link| scenario(link).bound();
    let (five, six) = (bound("v=1&p=benor&n=5&t=5"), bound("v=1&p=benor&n=6&t=5"));
    assert_eq!((five.theorem, five.reason), (false, Reason::TooFewGenerals));
    assert_eq!(five.enough, Some((6, 1)));
    assert_eq!((six.theorem, six.measure), (true, Some(Measure::Fivefold)));
    assert_eq!(Measure::Fivefold.against(2, 1), 10);
    assert!(
        bound("v=1&p=benor&n=6&t=5&by=common").theorem,
        "one coin for all is not wrong"
    );
}

/// What is told of an army below the bound is a run of just that army, with so many traitors, in its form.
#[test]
fn each_run_that_is_known_below_the_bound_breaks_validity() {
    let mut known = Vec::new();
    for by in ["", "&by=common"] {
        for (m, n) in (1..=2).flat_map(|m| (m + 2..=5 * m + 1).map(move |n| (m, n))) {
            let army = scenario(&format!("v=1&p=benor&n={n}&m={m}{by}"));
            for f in 1..=m {
                let Some(link) = army.broken_by(f) else {
                    continue;
                };
                let run = trace(&link);
                let of = run.scenario();
                assert_eq!((of.n(), of.m(), of.traitors().len()), (n, m, f), "{link}");
                assert_eq!(of.variant(), army.variant(), "{link}");
                assert_eq!(
                    run.verdict().holds(Condition::Validity),
                    Some(false),
                    "{link}"
                );
                assert!(!army.bound_against(f).theorem, "{link}");
                known.push((n, m, f));
            }
        }
    }
    assert_eq!(known.len(), 16);
    assert_eq!(known.first(), Some(&(4, 1, 1)));
}

/// Nobody ever hears enough to propose, and nobody lies.
#[test]
fn with_a_third_to_wait_for_nobody_proposes_though_nobody_lies() {
    for link in ["v=1&p=benor&n=4&m=2", "v=1&p=benor&n=5&m=2"] {
        let bound = scenario(link).bound();
        assert_eq!(
            (bound.exact, bound.claim),
            (Some(false), Claim::AskedTooMuch)
        );
        assert_eq!(bound.measure, Some(Measure::Fivefold), "{link}");
        let holds = trace(link).verdict().holds(Condition::Termination);
        assert_eq!(holds, Some(false), "{link}");
    }
    assert_eq!(
        scenario("v=1&p=benor&n=4").bound().claim,
        Claim::AskedTooMuch
    );
    assert_eq!(scenario("v=1&p=benor&n=6").bound().claim, Claim::NobodyLies);
    let too_deep = scenario("v=1&p=benor&n=6&m=2&t=1").bound();
    assert_eq!(too_deep.claim, Claim::TooManyRounds);
}

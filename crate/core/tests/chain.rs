//! Too few rounds: on the chain of omissions a breaking run is found, and its neighbours look alike to all but one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::scenario;
use generals::{
    Condition, Trace,
    lab::chain::{chain, chain_length, run_at},
};

#[test]
fn too_few_rounds_are_broken_by_omissions_alone() {
    // Runs on the chain, runs tried (both ends among them), traitors of the breaking run.
    for (link, length, tried, traitors) in [
        ("v=1&p=om&n=4&m=0", 8, 4, "1"),
        ("v=1&p=om&n=7&m=1", 170, 7, "1.4"),
        ("v=1&p=om&n=10&m=1", 362, 4, "1.6"),
        ("v=1&p=om&n=10&m=2", 6_212, 4, "1.5.6"),
        ("v=1&p=flat&n=7&m=1", 170, 7, "1.4"),
        ("v=1&p=sm&n=3&m=0", 6, 4, "1"),
        ("v=1&p=sm&n=4&m=1", 50, 7, "1.4"),
        ("v=1&p=sm&n=7&m=2", 1_910, 10, "1.6.7"),
    ] {
        let chain = chain(&scenario(link)).unwrap();
        assert_eq!((chain.length, chain.tried.len()), (length, tried), "{link}");
        let found = chain.tried.last().unwrap();
        assert!(found.is_broken, "{link}");
        assert_eq!(found.scenario.traitors().to_string(), traitors, "{link}");
        let verdict = Trace::new(found.scenario.clone())
            .unwrap()
            .verdict()
            .clone();
        let broken = !verdict.agrees() || verdict.holds(Condition::Validity) == Some(false);
        assert!(
            broken,
            "{link}: it breaks when it is run again: {}",
            found.scenario.link()
        );
        assert!(
            found.scenario.traitors().len() <= scenario(link).rounds(),
            "{link}: one traitor a round"
        );
    }
}

#[test]
fn the_recurrence_counts_the_runs_that_are_laid_out() {
    for n in 3..=9 {
        for m in 0..=(n - 3).min(2) {
            let laid_out = chain(&scenario(&format!("v=1&p=sm&n={n}&m={m}"))).unwrap();
            let counted = chain_length(n, m + 1);
            assert_eq!(counted, Some(laid_out.length as u128), "n={n} m={m}");
        }
    }
}

#[test]
fn a_chain_too_long_to_be_laid_out_is_still_counted() {
    assert_eq!(chain_length(31, 3), Some(219_782));
    assert!(chain(&scenario("v=1&p=om&n=31&m=2")).is_none());
    assert_eq!(chain_length(3, 2), None, "nobody is left to disagree");
    assert_eq!(chain_length(64, 40), None, "more than a number holds");
}

#[test]
fn neighbours_on_the_chain_differ_for_one_lieutenant_at_most() {
    for link in [
        "v=1&p=om&n=3&m=0",
        "v=1&p=om&n=4&m=1",
        "v=1&p=sm&n=4&m=1",
        "v=1&p=om&n=5&m=1",
    ] {
        let base = scenario(link);
        let length = chain(&base).unwrap().length;
        let mut before = Trace::new(run_at(&base, 0).unwrap().scenario).unwrap();
        for place in 1..length {
            let here = Trace::new(run_at(&base, place).unwrap().scenario).unwrap();
            let loyal = before
                .scenario()
                .loyal_deciders()
                .and(here.scenario().loyal_deciders());
            let alike = loyal.iter().filter(|general| {
                before.view(*general, before.len()) == here.view(*general, here.len())
            });
            let differ = loyal.len() - alike.count();
            assert!(differ <= 1, "{link} at {place}: {differ} notice");
            assert!(
                differ < loyal.len(),
                "{link} at {place}: somebody does not notice"
            );
            before = here;
        }
    }
    assert!(run_at(&scenario("v=1&p=om&n=3&m=0"), 6).is_none());
}

#[test]
fn a_chain_is_laid_out_where_it_proves_something() {
    assert!(
        chain(&scenario("v=1&p=om&n=4&m=2")).is_none(),
        "two loyal lieutenants must be left"
    );
    assert!(
        chain(&scenario("v=1&p=om&n=12&m=5")).is_none(),
        "too long to lay out"
    );
}

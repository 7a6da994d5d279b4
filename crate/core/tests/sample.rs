//! Attacks drawn by lot: found where there are many, never where there are none, and shrunk to what is needed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::scenario;
use generals::{
    Condition, Scenario, judge,
    lab::{random_search::RandomSearch, search::Search},
    om::Visit,
};

fn breaks(run: &Scenario) -> bool {
    let verdict = judge(run, Visit::All).unwrap();
    !verdict.agrees() || verdict.holds(Condition::Validity) == Some(false)
}

/// How many words of a run are named.
fn named(run: &Scenario) -> usize {
    run.lies().values().map(|words| words.iter().count()).sum()
}

/// Whether a run breaks that has all named words but one.
fn breaks_without(run: &Scenario, place: usize) -> bool {
    let link = run.link();
    let (base, words) = link.split_once("&x=").unwrap();
    let mut fewer: Vec<&str> = words.split('_').collect();
    fewer.remove(place);
    breaks(&scenario(&format!("{base}&x={}", fewer.join("_"))))
}

fn needs_every_word(run: &Scenario) {
    let is_needless = |place: usize| breaks_without(run, place);
    assert!(!(0..named(run)).any(is_needless), "{}", run.link());
}

fn found(link: &str, runs: u64) -> (u64, Option<Scenario>) {
    let mut sample = RandomSearch::new(&scenario(link));
    sample.advance(runs);
    (sample.tried(), sample.found())
}

#[test]
fn what_is_found_breaks_a_condition_and_no_word_of_it_can_be_taken_back() {
    for link in [
        "v=1&p=om&n=3&t=2",
        "v=1&p=om&n=6&m=2&t=5.6",
        "v=1&p=flat&n=7&m=2&t=6.7",
        "v=1&p=sm&n=4&m=1&t=1.4",
        "v=1&p=sm&n=5&m=2&t=1.4.5",
    ] {
        let (_, found) = found(link, 3_000);
        let found = found.expect(link);
        assert!(breaks(&found), "{}", found.link());
        needs_every_word(&found);
    }
}

#[test]
fn no_word_can_be_taken_back_whatever_was_drawn() {
    for link in ["v=1&p=sm&n=5&m=2&t=1.4.5", "v=1&p=flat&n=5&m=2&t=1.5"] {
        for seed in 1..=60 {
            let (_, found) = found(&format!("{link}&seed={seed}"), 3_000);
            let found = found.expect(link);
            needs_every_word(&found);
        }
    }
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    for link in [
        "v=1&p=om&n=4&t=1",
        "v=1&p=om&n=7&m=2&t=1.7",
        "v=1&p=sm&n=4&m=2&t=1.4",
    ] {
        assert_eq!(found(link, 500), (500, None), "{link}");
    }
}

#[test]
fn the_same_seed_draws_the_same_and_another_draws_otherwise() {
    let with = |seed: u64| found(&format!("v=1&p=om&n=7&m=2&t=5.6.7&seed={seed}"), 1_000);
    assert_eq!(with(1), with(1));
    assert_ne!(with(1), with(2));
    // In pieces, too.
    let mut pieces = RandomSearch::new(&scenario("v=1&p=om&n=4&t=1"));
    pieces.advance(7);
    pieces.advance(5);
    assert_eq!(pieces.tried(), 12);
}

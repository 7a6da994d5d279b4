//! The laboratory where letters are slow: all sets of messages, some of them under some delays, and what is found.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

use std::collections::BTreeSet;

mod common;

use common::{scenario, trace};
use generals::{
    Condition, Event, Scenario, Trace,
    lab::{
        begin::{NotSearched, exhaust, sample},
        search::{Kind, Search},
    },
};
use serde_json::Value;

fn to_the_end(link: &str) -> Box<dyn Search> {
    let mut search = exhaust(&scenario(link)).expect(link);
    search.advance(u64::MAX);
    assert!(search.is_done(), "{link}");
    search
}

/// What is broken in a run.
fn broken(run: &Scenario) -> Vec<Condition> {
    let trace = trace(&run.link());
    let conditions = trace.verdict().conditions.iter();
    let broken = conditions.filter(|one| one.holds == Some(false));
    broken.map(|one| one.condition).collect()
}

#[test]
fn all_sets_of_messages_of_a_traitor_leader_of_four_break_nothing() {
    // INITIAL to each of three: silence, attack or retreat; ECHO and READY: both too.
    let (sets, each) = (110_592, 3 * 4 * 4_u64);
    assert_eq!(sets, each.pow(3));
    for schedule in ["", "&o=R", "&q=lifo", "&d=1.1-2_2.3-2_3.1-4~0"] {
        let search = to_the_end(&format!("v=1&p=bracha&n=4&t=1{schedule}"));
        let progress = search.progress();
        assert_eq!(progress.kind, Kind::Exhausted);
        assert_eq!((progress.tried, progress.total), (sets, Some(sets)));
        assert_eq!((progress.breaking, search.found()), (0, None), "{schedule}");
    }
}

#[test]
fn where_each_letter_shifts_what_comes_next_those_that_nobody_heeds_count_too() {
    // A second INITIAL is heeded by nobody, but by lot, or where a letter waits for a step, it moves all others.
    for schedule in ["&q=random&seed=3", "&d=3.1-4~9"] {
        let search = to_the_end(&format!("v=1&p=bracha&n=4&t=1{schedule}"));
        assert_eq!(
            (search.tried(), search.breaking()),
            (64_u64.pow(3), 0),
            "{schedule}"
        );
    }
    // Of what two traitors tell each other only whether it is one letter or two.
    let total = |link| exhaust(&scenario(link)).ok().unwrap().progress().total;
    let alone = total("v=1&p=bracha&n=4&t=3.4&by=noready").unwrap();
    let shifted = total("v=1&p=bracha&n=4&t=3.4&by=noready&q=random");
    assert_eq!((alone, shifted), (4_u64.pow(4), Some(alone * 2 * 2)));
}

#[test]
fn a_traitor_who_does_not_lead_breaks_nothing_either() {
    let search = to_the_end("v=1&p=bracha&n=4&t=4");
    assert_eq!((search.tried(), search.breaking()), (16_u64.pow(3), 0));
}

#[test]
fn three_are_broken_by_one_traitor_whoever_he_is() {
    let leader = to_the_end("v=1&p=bracha&n=3&t=1");
    assert_eq!((leader.tried(), leader.breaking()), (48 * 48, 128));
    assert_eq!(
        broken(&leader.found().unwrap()),
        [Condition::Termination],
        "some deliver"
    );
    let other = to_the_end("v=1&p=bracha&n=3&t=3");
    assert_eq!((other.tried(), other.breaking()), (16 * 16, 208));
    let found = other.found().unwrap();
    assert_eq!(
        found.link(),
        "v=1&p=bracha&n=3&t=3&s=silent",
        "who says nothing"
    );
    assert_eq!(broken(&found), [Condition::Validity]);
}

#[test]
fn every_wrong_form_is_broken_by_messages_that_the_published_one_bears() {
    let file: Value = serde_json::from_str(include_str!("data/slow-exhibits.json")).unwrap();
    let exhibits = file["exhibits"].as_array().unwrap();
    assert_eq!(
        exhibits.len(),
        scenario("v=1&p=bracha&n=4").spec().variants.len()
    );
    for exhibit in exhibits {
        let text = |name: &str| exhibit[name].as_str().unwrap();
        let by = text("by");
        let search = to_the_end(&format!("{}&by={by}", text("army")));
        let counts = [search.tried(), search.breaking()].map(Value::from);
        assert_eq!(
            counts,
            [exhibit["sets"].clone(), exhibit["breaking"].clone()],
            "{by}"
        );
        let found = search.found().unwrap();
        assert_eq!(found.link(), text("run"));
        let names = broken(&found).into_iter().map(Condition::name);
        assert_eq!(names.collect::<Vec<_>>(), [text("condition")], "{by}");
        let published = found.link().replace(&format!("&by={by}"), "");
        assert_eq!(broken(&scenario(&published)), [], "{published}");
    }
}

#[test]
fn that_all_thresholds_are_loose_is_no_mistake_within_the_bound() {
    let search = to_the_end("v=1&p=bracha&n=4&t=1&by=loose");
    assert_eq!((search.tried(), search.breaking()), (110_592, 0));
}

#[test]
fn a_search_in_pieces_comes_to_the_same() {
    let base = scenario("v=1&p=bracha&n=3&t=1&by=loose");
    let mut search = exhaust(&base).ok().unwrap();
    let mut tried = 0;
    while !search.is_done() {
        search.advance(7);
        tried += 7;
        assert_eq!(search.tried(), tried.min(2_304));
    }
    let whole = to_the_end("v=1&p=bracha&n=3&t=1&by=loose");
    assert_eq!(search.progress(), whole.progress());
    assert_eq!(search.found(), whole.found());
}

#[test]
fn what_the_link_says_of_its_traitors_plays_no_part() {
    let bare = to_the_end("v=1&p=bracha&n=3&t=1&by=loose");
    let said = to_the_end("v=1&p=bracha&n=3&t=1&s=flip&x=1.1-2R_3.1-2S&by=loose");
    assert_eq!(said.progress(), bare.progress());
    assert_eq!(said.found(), bare.found());
}

#[test]
fn too_many_sets_are_refused_with_a_smaller_army() {
    let refused = exhaust(&scenario("v=1&p=bracha&n=6&t=1")).err().unwrap();
    let NotSearched::TooManySets { size, nearest } = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(size, 48_u128.pow(5));
    let nearest = nearest.unwrap();
    assert_eq!(nearest.link(), "v=1&p=bracha&n=5&t=1");
    assert_eq!(
        exhaust(&nearest).ok().unwrap().progress().total,
        Some(48_u64.pow(4))
    );
}

/// What is drawn for a link, in at most so many steps.
fn drawn(link: &str, steps: u64) -> Box<dyn Search> {
    let mut search = sample(&scenario(link)).expect(link);
    search.advance(steps);
    search
}

/// Whether a run breaks as it does only with each of its words and delays, and all its lies are named.
fn needs_everything(run: &Scenario) {
    let link = run.link();
    let trace = Trace::new(run.clone()).unwrap();
    for step in 1..trace.len() {
        if let Some(Event::Message(message)) = trace.event(step) {
            let is_named = run.lies().contains_key(&message.slot);
            assert!(is_named || !message.said.is_lie(), "{link} at {step}");
        }
    }
    let without = |key: &str| -> Vec<String> {
        let Some((_, rest)) = link.split_once(&format!("&{key}=")) else {
            return Vec::new();
        };
        let list = rest.split('&').next().unwrap();
        let entries: Vec<&str> = list.split('_').collect();
        (0..entries.len())
            .map(|left_out| {
                let mut kept = entries.clone();
                kept.remove(left_out);
                let was = format!("&{key}={list}");
                match kept.is_empty() {
                    true => link.replace(&was, ""),
                    false => link.replace(&was, &format!("&{key}={}", kept.join("_"))),
                }
            })
            .collect()
    };
    for fewer in without("x").into_iter().chain(without("d")) {
        assert!(
            broken(&scenario(&fewer)).is_empty(),
            "{link} breaks as {fewer} too"
        );
    }
}

#[test]
fn what_is_drawn_breaks_and_no_word_or_delay_of_it_can_be_taken_back() {
    for link in [
        "v=1&p=bracha&n=3&t=1",
        "v=1&p=bracha&n=4&t=1&by=noready",
        "v=1&p=bracha&n=4&t=1&by=twice",
        "v=1&p=bracha&n=4&t=1&by=many",
        "v=1&p=bracha&n=4&t=1&by=noamplify",
        "v=1&p=bracha&n=6&m=2&t=1.6&by=loose",
        "v=1&p=bracha&n=7&m=2&t=1.7&by=noamplify&q=random",
    ] {
        for seed in 1..=5 {
            let link = format!("{link}&seed={seed}");
            let found = drawn(&link, 5_000).found().expect(&link);
            assert!(!broken(&found).is_empty(), "{}", found.link());
            needs_everything(&found);
        }
    }
}

#[test]
fn a_slow_letter_is_found_where_words_alone_break_nothing() {
    let link = "v=1&p=bracha&n=4&t=1&q=lifo&by=many";
    assert_eq!(to_the_end(link).breaking(), 0);
    let found = drawn(link, 5_000).found().unwrap();
    assert_eq!(
        found.schedule().unwrap().delays.len(),
        1,
        "{}",
        found.link()
    );
}

#[test]
fn nothing_is_drawn_where_there_is_nothing() {
    for link in [
        "v=1&p=bracha&n=4&t=1",
        "v=1&p=bracha&n=7&m=2&t=1.7&q=random",
    ] {
        let search = drawn(link, 1_000);
        assert_eq!((search.tried(), search.found()), (1_000, None), "{link}");
        let progress = search.progress();
        assert_eq!((progress.kind, progress.total), (Kind::Sampled, None));
    }
}

#[test]
fn where_coins_are_tossed_five_are_broken_by_one_traitor_and_six_are_not() {
    for seed in 1..=3 {
        let link = format!("v=1&p=benor&n=5&t=5&seed={seed}&i=AAAAA");
        let found = drawn(&link, 5_000).found().expect(&link);
        assert!(!broken(&found).is_empty(), "{}", found.link());
        needs_everything(&found);
    }
    let search = drawn("v=1&p=benor&n=6&t=6&i=AAAAAA", 1_000);
    assert_eq!((search.tried(), search.found()), (1_000, None));
    // Its slots open phase by phase: there are no sets of messages to be tried.
    let refused = exhaust(&scenario("v=1&p=benor&n=5&t=5")).err();
    assert_eq!(refused, Some(NotSearched::NotForThis));
}

#[test]
fn the_same_seed_draws_the_same_and_another_draws_otherwise() {
    let link = "v=1&p=bracha&n=4&t=1&by=many";
    let found = |seed| {
        let search = drawn(&format!("{link}&seed={seed}"), 5_000);
        (search.tried(), search.found())
    };
    assert_eq!(found(1), found(1));
    let tried: BTreeSet<u64> = (1..=6).map(|seed| found(seed).0).collect();
    assert!(tried.len() > 1, "{tried:?}");
    let mut pieces = sample(&scenario(link)).ok().unwrap();
    while !pieces.is_done() {
        pieces.advance(3);
    }
    assert_eq!(pieces.found(), found(1).1);
}

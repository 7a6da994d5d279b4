//! Forks: what a change keeps, what it drops, and where the cursor goes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{general, scenario, trace};
use generals::{Changes, LinkError, Order, RawLie, Strategy, Trace, Word};

fn fork(link: &str, changes: &Changes) -> Result<String, LinkError> {
    scenario(link).fork(changes).map(|scenario| scenario.link())
}

fn check(link: &str, changes: &Changes, expected: &str) {
    assert_eq!(
        fork(link, changes).as_deref(),
        Ok(expected),
        "{link} {changes:?}"
    );
}

fn refuse(link: &str, changes: &Changes, expected: &str) {
    let error = fork(link, changes).expect_err(link);
    assert_eq!(
        format!("{} {}", error.code.name(), error.key.unwrap()),
        expected
    );
}

const LYING: &str = "v=1&p=om&n=7&m=2&t=1.7&x=1-2R_1.7-6S_1.2.7-3A";

#[test]
fn each_name_replaces_the_old_value() {
    let none = Changes::default;
    check(
        LYING,
        &Changes {
            order: Some(Order::Retreat),
            ..none()
        },
        "v=1&p=om&n=7&m=2&o=R&t=1.7&x=1-2R_1.7-6S_1.2.7-3A",
    );
    check(
        LYING,
        &Changes {
            strategy: Some(Strategy::Split),
            ..none()
        },
        "v=1&p=om&n=7&m=2&t=1.7&s=split&x=1-2R_1.7-6S_1.2.7-3A",
    );
    check(
        LYING,
        &Changes {
            seed: Some(9),
            ..none()
        },
        "v=1&p=om&n=7&m=2&t=1.7&seed=9&x=1-2R_1.7-6S_1.2.7-3A",
    );
    check(
        LYING,
        &Changes {
            lies: Some(Vec::new()),
            ..none()
        },
        "v=1&p=om&n=7&m=2&t=1.7",
    );
}

#[test]
fn who_is_loyal_now_has_not_lied() {
    check(
        LYING,
        &Changes {
            traitors: Some(vec![1]),
            ..Changes::default()
        },
        "v=1&p=om&n=7&m=2&t=1&x=1-2R",
    );
    check(
        LYING,
        &Changes {
            traitors: Some(vec![]),
            ..Changes::default()
        },
        "v=1&p=om&n=7&m=2",
    );
}

#[test]
fn a_smaller_army_drops_what_no_longer_exists() {
    check(
        LYING,
        &Changes {
            n: Some(5),
            ..Changes::default()
        },
        "v=1&p=om&n=5&m=2&t=1&x=1-2R",
    );
    check(
        LYING,
        &Changes {
            n: Some(3),
            ..Changes::default()
        },
        "v=1&p=om&n=3&t=1&x=1-2R",
    );
    check(
        LYING,
        &Changes {
            n: Some(2),
            ..Changes::default()
        },
        "v=1&p=om&n=2&t=1&x=1-2R",
    );
    check(
        LYING,
        &Changes {
            m: Some(1),
            ..Changes::default()
        },
        "v=1&p=om&n=7&t=1.7&x=1-2R_1.7-6S",
    );
    check(
        "v=1&p=om&n=5&t=3&k=2.5",
        &Changes {
            n: Some(4),
            ..Changes::default()
        },
        "v=1&p=om&n=4&t=3&k=2",
    );
    check(
        "v=1&p=om&n=2",
        &Changes {
            n: Some(4),
            ..Changes::default()
        },
        "v=1&p=om&n=4&m=0",
    );
}

#[test]
fn only_what_is_given_is_refused() {
    let lie = |path: &[u64], to| RawLie {
        path: path.to_vec(),
        to,
        said: Word::Silence,
    };
    refuse(
        LYING,
        &Changes {
            n: Some(65),
            ..Changes::default()
        },
        "out-of-range n",
    );
    refuse(
        LYING,
        &Changes {
            n: Some(1),
            ..Changes::default()
        },
        "out-of-range n",
    );
    refuse(
        LYING,
        &Changes {
            m: Some(6),
            ..Changes::default()
        },
        "out-of-range m",
    );
    refuse(
        LYING,
        &Changes {
            n: Some(4),
            m: Some(3),
            ..Changes::default()
        },
        "out-of-range m",
    );
    refuse(
        LYING,
        &Changes {
            traitors: Some(vec![8]),
            ..Changes::default()
        },
        "out-of-range t",
    );
    refuse(
        LYING,
        &Changes {
            lies: Some(vec![lie(&[1, 2], 3)]),
            ..Changes::default()
        },
        "not-a-traitor x",
    );
    refuse(
        LYING,
        &Changes {
            lies: Some(vec![lie(&[1, 8], 3)]),
            ..Changes::default()
        },
        "no-such-path x",
    );
    refuse(
        LYING,
        &Changes {
            lies: Some(vec![lie(&[1], 3), lie(&[1], 3)]),
            ..Changes::default()
        },
        "repeated-lie x",
    );
    refuse(
        LYING,
        &Changes {
            lies: Some(vec![lie(&[], 3)]),
            ..Changes::default()
        },
        "no-such-path x",
    );
}

/// The cursor of a fork.
fn place(from: &str, step: usize, to: &str) -> usize {
    trace(from).same_place(step, &trace(to))
}

#[test]
fn the_cursor_keeps_its_slot_or_its_round() {
    let (four, five) = ("v=1&p=om&n=4&t=3", "v=1&p=om&n=5&t=3");
    // Step 6 of four generals is 1.3-2; among five it is step 4 + 4.
    assert_eq!(place(four, 6, five), 8);
    assert_eq!(place(five, 8, four), 6);
    assert_eq!(
        place(five, 16, four),
        9,
        "1.5-4 is gone: the end of round 2"
    );
    assert_eq!(place(five, 4, four), 3, "1-5 is gone: the end of round 1");
    assert_eq!(place(four, 0, five), 0);
    assert_eq!(place(four, 10, five), 17, "the decision stays the decision");
    assert_eq!(
        place(four, 6, "v=1&p=om&n=4&m=0&t=3"),
        3,
        "round 2 is gone: the end of round 1"
    );
}

#[test]
fn the_old_run_is_untouched() {
    let trace = trace(LYING);
    let before = trace.scenario().clone();
    let fork = before.fork(&Changes {
        traitors: Some(vec![2]),
        ..Changes::default()
    });
    assert_ne!(Trace::new(fork.unwrap()).unwrap().scenario(), &before);
    assert_eq!(trace.scenario(), &before);
    assert!(!trace.scenario().is_loyal(general(7)));
}

#[test]
fn a_fork_that_no_link_could_hold_is_refused() {
    let lies = (2..=64).flat_map(|to| {
        (2..=24)
            .filter(move |speaker| *speaker != to)
            .map(move |speaker| RawLie {
                path: vec![1, speaker],
                to,
                said: Order::Attack.into(),
            })
    });
    let changes = Changes {
        traitors: Some((2..=24).collect()),
        lies: Some(lies.collect()),
        ..Changes::default()
    };
    let error = scenario("v=1&p=om&n=64").fork(&changes).unwrap_err();
    assert_eq!((error.code.name(), error.key), ("too-long", None));
}

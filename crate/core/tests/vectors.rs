//! The published figures and other known runs, each by both forms of the algorithm.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{decisions, machine_run, scenario, trace};
use generals::{Condition, Order, om::Visit};
use serde_json::Value;

fn vectors() -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("data/om-vectors.json")).unwrap();
    file["vectors"].as_array().unwrap().clone()
}

#[test]
fn every_vector_comes_out_as_recorded() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 73);
    for vector in vectors {
        let name = vector["name"].as_str().unwrap();
        let link = vector["link"].as_str().unwrap();
        let verdict = trace(link).verdict().clone();
        let expected = vector["decisions"].as_object().unwrap();
        assert_eq!(verdict.decisions.len(), expected.len(), "{name}");
        for (general, order) in &verdict.decisions {
            let text = order.letter().to_string();
            assert_eq!(expected[&general.to_string()], text, "{name}: {general}");
        }
        assert_eq!(verdict.agrees(), vector["agreement"], "{name}");
        assert_eq!(
            serde_json::to_value(verdict.holds(Condition::Validity)).unwrap(),
            vector["validity"],
            "{name}"
        );
        let per_round: Vec<u64> = serde_json::from_value(vector["messages"].clone()).unwrap();
        let counted: Vec<u64> = verdict
            .messages
            .per_round
            .iter()
            .map(|m| *m as u64)
            .collect();
        assert_eq!(counted, per_round, "{name}");
    }
}

#[test]
fn the_step_machine_agrees_with_every_vector() {
    for vector in vectors() {
        let link = vector["link"].as_str().unwrap();
        let scenario = scenario(link);
        let run = machine_run(&scenario);
        for (general, order) in vector["decisions"].as_object().unwrap() {
            let index: usize = general.parse::<usize>().unwrap() - 1;
            let expected = if order == "A" {
                Order::Attack
            } else {
                Order::Retreat
            };
            assert_eq!(
                run.decisions[index],
                Some(expected.into()),
                "{link}: {general}"
            );
        }
    }
}

#[test]
fn a_fewest_lies_witness_tells_exactly_that_many_lies() {
    let mut witnesses = 0;
    for vector in vectors() {
        let note = vector["note"].as_str().unwrap_or("");
        let Some(count) = note.strip_prefix("minimum number of deviating messages = ") else {
            continue;
        };
        let link = vector["link"].as_str().unwrap();
        assert_eq!(trace(link).verdict().lies, count.parse().ok(), "{link}");
        witnesses += 1;
    }
    assert!(witnesses >= 10, "{witnesses} witnesses were checked");
}

#[test]
fn three_generals_cannot_tell_who_lied() {
    // LSP82 §2, figures 1 and 2: lieutenant 2 sees the same, though another general is the traitor.
    let lieutenant_lies = trace("v=1&p=om&n=3&m=1&t=3&s=honest&x=1.3-2R");
    let commander_lies = trace("v=1&p=om&n=3&m=1&t=1&s=honest&x=1-3R");
    let mirrored = trace("v=1&p=om&n=3&m=1&o=R&t=2&s=honest&x=1.2-3A");
    let (two, three) = (common::general(2), common::general(3));
    for step in 0..=lieutenant_lies.len() {
        assert_eq!(
            lieutenant_lies.view(two, step).received,
            commander_lies.view(two, step).received
        );
        assert_eq!(commander_lies.view(three, step), mirrored.view(three, step));
    }
    assert_eq!(lieutenant_lies.view(two, 5), commander_lies.view(two, 5));
    assert_eq!(decisions(&lieutenant_lies), "2R");
    assert_eq!(
        lieutenant_lies.verdict().holds(Condition::Validity),
        Some(false)
    );
}

#[test]
fn large_runs_are_judged_as_computed_elsewhere() {
    // All traitors always say retreat: Lemma 1 of LSP82 holds for n > 2k+m, and breaks at n = 2k+m.
    for (link, holds) in [
        ("v=1&p=om&n=19&m=6&t=2.3.4.5.6.7&s=flip", true),
        ("v=1&p=om&n=18&m=6&t=2.3.4.5.6.7&s=flip", false),
    ] {
        let verdict = generals::judge(&scenario(link), Visit::Undecided).unwrap();
        assert_eq!(verdict.holds(Condition::Validity), Some(holds), "{link}");
        assert_eq!(
            verdict.lies, None,
            "{link}: not counted where not all is visited"
        );
    }
}

//! One slot of PBFT: the published form, the attacks that each of its parts keeps out, and who gets stuck.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::collections::BTreeMap;

use common::{general, scenario};
use generals::{
    Condition, Event, Mark, MarkKind, Message, Trace, Verdict, Votes, machine::Refusal,
};
use serde_json::Value;

fn trace(link: &str) -> Trace {
    Trace::new(scenario(link)).unwrap()
}

fn messages(trace: &Trace) -> Vec<Message> {
    let events = (1..trace.len()).filter_map(|step| trace.event(step));
    let messages = events.filter_map(|event| match event {
        Event::Message(message) => Some(message),
        Event::Decide { .. } => None,
    });
    messages.collect()
}

fn marks(trace: &Trace, of: u64) -> Vec<(usize, Mark)> {
    match trace.votes(general(of), 1) {
        Some(Votes::Marks(vote)) => vote.marks,
        _ => panic!("general {of} is loyal"),
    }
}

/// What a general came to: `step name view word` each.
fn told(trace: &Trace, of: u64) -> Vec<String> {
    let marks = marks(trace, of).into_iter();
    let text = |(step, mark): (usize, Mark)| {
        let (name, word) = (mark.kind.name(), mark.word.letter());
        format!("{step} {name} {} {word}", mark.phase)
    };
    marks.map(text).collect()
}

/// What everybody decided: `2A 3R`.
fn decisions(verdict: &Verdict) -> String {
    let all = verdict.decisions.iter();
    let all = all.map(|(general, order)| format!("{general}{}", order.letter()));
    all.collect::<Vec<_>>().join(" ")
}

#[test]
fn three_phases_decide_where_nothing_goes_wrong() {
    let run = trace("v=1&p=pbft&n=4");
    assert_eq!(run.verdict().messages.per_round, [3, 9, 12], "2n(n−1) = 24");
    assert_eq!(decisions(run.verdict()), "1A 2A 3A 4A");
    assert_eq!(
        told(&run, 2),
        ["1 accept 1 A", "8 prepared 1 A", "17 decide 1 A"]
    );
}

#[test]
fn a_leader_may_order_a_retreat() {
    assert_eq!(
        decisions(trace("v=1&p=pbft&n=4&o=R").verdict()),
        "1R 2R 3R 4R"
    );
}

/// The run of the design: traitor 1 tells 2 and 3 alone, and is silent from then on; what 4 asks of 2 is slow.
const VIEW_CHANGE: &str = "v=1&p=pbft&n=4&t=1&s=silent&x=1.1.1-2A_1.1.1-3A&d=2.4.4-2";

#[test]
fn what_is_prepared_is_kept_in_the_next_view() {
    let run = trace(VIEW_CHANGE);
    let spoken = messages(&run);
    let with_a_word = spoken.iter().filter(|one| !one.said.word.is_silence());
    assert_eq!(with_a_word.count(), 41, "as the design's simulation counts");
    assert_eq!(spoken.len(), 54, "silences of traitor 1 are steps too");
    assert_eq!(decisions(run.verdict()), "2A 3A 4A");
    // General 2 leads only when the third VIEW-CHANGE has come, though it is the last letter under way.
    assert_eq!(spoken[29].slot.to_string(), "2.4.4-2");
    assert_eq!(
        told(&run, 2)[2..],
        [
            "18 time-out 1 A",
            "30 lead 2 A",
            "30 accept 2 A",
            "44 prepared 2 A",
            "53 decide 2 A"
        ]
    );
    assert_eq!(
        told(&run, 4)[0],
        "18 time-out 1 N",
        "he has prepared nothing"
    );
}

#[test]
fn the_seals_of_a_letter_are_real_and_a_false_one_is_seen() {
    let run = trace(VIEW_CHANGE);
    let step = |slot: &str| {
        let spoken = messages(&run);
        let at = spoken.iter().position(|one| one.slot.to_string() == slot);
        1 + at.unwrap()
    };
    let seals = |slot: &str| {
        let letter = run.sealed(step(slot)).unwrap();
        assert!(letter.seals.iter().all(|seal| seal.holds), "{slot}");
        let seals = letter.seals.into_iter();
        let name = |seal: generals::pbft::seals::Seal| {
            format!(
                "{}.{}.{}{}",
                seal.view,
                seal.kind as u8,
                seal.signer,
                seal.word.letter()
            )
        };
        seals.map(name).collect::<Vec<_>>()
    };
    assert_eq!(seals("1.2.3-2"), ["1.2.3A"]);
    assert_eq!(seals("2.4.2-4"), ["2.4.2A", "1.1.1A", "1.2.2A", "1.2.3A"]);
    assert_eq!(seals("2.4.4-2"), ["2.4.4N"]);
    let shown = [
        "2.1.2A", "2.4.2A", "1.1.1A", "1.2.2A", "1.2.3A", "2.4.3A", "2.4.4N",
    ];
    assert_eq!(seals("2.5.2-4"), shown, "each seal once");
    assert_eq!(run.sealed(run.len()), None, "the last step is no letter");
}

#[test]
fn whoever_refuses_a_certificate_would_find_its_signatures_false() {
    let mut counts = (0, 0);
    for s in ["flip", "split", "half", "random"] {
        for t in 1..=4 {
            let run = trace(&format!(
                "v=1&p=pbft&n=4&t={t}&s={s}&d=1.1.1-3~20_1.3.3-2~30"
            ));
            for (step, message) in (1..).zip(messages(&run)) {
                let Some(letter) = run.sealed(step) else {
                    continue;
                };
                let is_false = letter.seals.iter().find(|seal| !seal.holds);
                let refused = match message.said.refused {
                    Some(Refusal::BadSignature(signer)) => Some(signer),
                    _ => None,
                };
                assert_eq!(
                    is_false.map(|seal| seal.signer),
                    refused,
                    "{s} {t} {}",
                    message.slot
                );
                counts.0 += 1;
                counts.1 += usize::from(refused.is_some());
            }
        }
    }
    assert_eq!(
        counts,
        (801, 22),
        "letters opened, refused certificates among them"
    );
}

/// Attacks of the literature, each with the form that it breaks and the form that it does not.
fn vectors() -> Vec<(String, String, BTreeMap<String, Value>)> {
    let text = include_str!("data/pbft-attacks.json");
    let all: Vec<BTreeMap<String, Value>> = serde_json::from_str(text).unwrap();
    let named = |one: &BTreeMap<String, Value>, key| one[key].as_str().unwrap().to_owned();
    all.into_iter()
        .map(|one| (named(&one, "what"), named(&one, "link"), one))
        .collect()
}

#[test]
fn each_attack_ends_as_its_source_says() {
    for (what, link, expected) in vectors() {
        let run = trace(&link);
        let verdict = run.verdict();
        assert_eq!(run.scenario().link(), link, "{what}: the link is canonical");
        assert_eq!(
            decisions(verdict),
            expected["decisions"].as_str().unwrap(),
            "{what}"
        );
        for (condition, key) in [
            (Condition::Agreement, "agreement"),
            (Condition::Termination, "termination"),
        ] {
            assert_eq!(
                verdict.holds(condition),
                expected[key].as_bool(),
                "{what}: {key}"
            );
        }
        assert_eq!(
            run.len() as u64,
            expected["steps"].as_u64().unwrap(),
            "{what}"
        );
    }
}

#[test]
fn a_leader_who_overrides_what_is_decided_is_refused() {
    let (_, link, _) = vectors().remove(5);
    let refused: Vec<String> = messages(&trace(&link))
        .iter()
        .filter(|one| one.said.refused == Some(Refusal::NoProof))
        .map(|one| one.slot.to_string())
        .collect();
    assert_eq!(refused, ["2.5.2-3", "2.5.2-4"]);
}

#[test]
fn who_was_left_behind_is_brought_on() {
    // Traitor 1 helps 2 and 3 to decide, and never tells 4.
    let run = trace("v=1&p=pbft&n=4&t=1&s=silent&x=1.1.1-2A_1.1.1-3A_1.3.1-2A_1.3.1-3A");
    assert_eq!(told(&run, 2)[2..4], ["14 decide 1 A", "24 time-out 1 A"]);
    assert_eq!(decisions(run.verdict()), "2A 3A 4A");
}

#[test]
fn general_after_general_leads_until_one_is_loyal() {
    let run = trace("v=1&p=pbft&n=7&m=2&t=1.2&s=silent");
    assert_eq!(
        decisions(run.verdict()),
        "3R 4R 5R 6R 7R",
        "nothing was prepared"
    );
    let leads = marks(&run, 3)
        .into_iter()
        .find(|(_, mark)| mark.kind == MarkKind::Lead);
    assert_eq!(
        leads.map(|(_, mark)| (mark.phase, mark.votes)),
        Some((3, Some((0, 1)))),
        "no VIEW-CHANGE shows anything: he is free"
    );
}

#[test]
fn whoever_asks_alone_waits_for_the_others() {
    // More traitors than it is made for: nobody gets n−m, so views do not run away.
    let run = trace("v=1&p=pbft&n=7&t=1.2&s=silent");
    for of in 3..=7 {
        assert_eq!(told(&run, of).len(), 1, "he asks once, and waits");
    }
    assert_eq!(run.verdict().holds(Condition::Termination), Some(false));
}

#[test]
fn a_general_goes_along_when_one_loyal_must_be_among_those_who_ask() {
    let (_, link, _) = vectors().remove(3);
    let run = trace(&link);
    let joins = marks(&run, 3)
        .into_iter()
        .find(|(_, mark)| mark.kind == MarkKind::Join);
    let (step, mark) = joins.unwrap();
    assert_eq!((mark.phase, mark.votes), (1, Some((2, 2))), "m+1 = 2");
    assert!(
        messages(&run)[step - 1]
            .slot
            .to_string()
            .starts_with("2.4.")
    );
}

#[test]
fn letters_that_cannot_be_are_refused_by_name() {
    let refused = |keys: &str| {
        let link = format!("v=1&p=pbft&n=4&t=2.3&{keys}");
        let error = generals::link::parse(&link, generals::link::LinkSize::Any).unwrap_err();
        format!(
            "{} {}",
            error.key.clone().unwrap_or_default(),
            error.code.name()
        )
    };
    for x in [
        "2.1.2-3A",
        "1.1.2-3A",
        "2.2.2-1A",
        "1.4.2-1A",
        "1.5.2-1A",
        "3.5.2-1A",
        "2.6.2-1A",
        "0.3.2-1A",
        "33.3.2-1A",
        "1.3.2-2A",
        "1.3.9-1A",
        "3.2-1A",
        "1.3.3.2-1A",
    ] {
        assert_eq!(refused(&format!("x={x}")), "x no-such-path", "{x}");
    }
    for x in ["1.3.2-1N", "2.2.3-1N", "2.5.2-1N"] {
        assert_eq!(refused(&format!("x={x}")), "x bad-value", "{x}");
    }
    assert_eq!(refused("x=1.3.1-2A"), "x not-a-traitor");
    assert_eq!(refused("d=2.1.2-3"), "d no-such-path");
    assert_eq!(refused("d=1.3.1-2_1.3.1-2"), "d bad-value");
    assert_eq!(refused("by=noready"), "by bad-value");
    assert_eq!(refused("q=never"), "q bad-value");
    for x in ["33.3.2-1", "4.5.1-2"] {
        assert_eq!(refused(&format!("d={x}")), "d no-such-path", "{x}");
    }
}

#[test]
fn stolen_keys_and_opinions_mean_nothing_here() {
    let plain = messages(&trace("v=1&p=pbft&n=4&t=1"));
    for keys in ["k=2", "i=AAAA", "i=RRRR"] {
        let run = trace(&format!("v=1&p=pbft&n=4&t=1&{keys}"));
        assert_eq!(messages(&run), plain, "{keys}");
    }
}

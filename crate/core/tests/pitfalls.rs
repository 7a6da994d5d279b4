//! What implementations of OM(m) get wrong: a test for each, on raw messages where a link cannot say it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{decisions, general, machine_run, scenario, trace};
use generals::{
    Code, Condition, Event, Message, Order, Path, Vote, Votes,
    link::{LinkSize, parse},
    machine::{Refusal, StepMachine},
    majority,
    om::{
        count::MessageCounts,
        machine::{Oral, OralMessage, OralState},
    },
};

fn path(path: &[u64]) -> Path {
    Path::new(path.iter().map(|number| general(*number)).collect()).unwrap()
}

fn message(path: &[u64], to: u64, order: Order) -> OralMessage {
    OralMessage {
        path: self::path(path),
        to: general(to),
        order,
    }
}

/// A message to general 2: (round, from, path, said).
type Heard<'a> = (usize, u64, &'a [u64], Order);

/// General 2 of OM(m) among n after these messages, each of which must be taken in.
fn lieutenant(n: usize, m: usize, heard: &[Heard<'_>]) -> (Oral, OralState) {
    let machine = Oral::new(n, m).unwrap();
    let mut state = machine.init(general(2), None);
    for (round, from, path, said) in heard {
        let message = message(path, 2, *said);
        assert_eq!(
            machine.receive(&mut state, *round, general(*from), &message),
            Ok(())
        );
    }
    (machine, state)
}

fn decision(n: usize, m: usize, heard: &[Heard<'_>]) -> Option<Order> {
    let (machine, state) = lieutenant(n, m, heard);
    machine.decide(&state).map(|decision| decision.order)
}

fn tree(link: &str, lieutenant: u64) -> Vote {
    match trace(link).votes(general(lieutenant), usize::MAX) {
        Some(Votes::Tree(vote)) => vote,
        other => panic!("{link}: {other:?}"),
    }
}

#[test]
fn a_lieutenant_counts_his_own_vote() {
    // LSP82 figure 3: told attack, relayed retreat and attack. Without his own vote it would be a tie.
    assert_eq!(
        decisions(&trace("v=1&p=om&n=4&m=1&t=4&s=honest&x=1.4-2R_1.4-3R")),
        "2A 3A"
    );
    let votes = tree("v=1&p=om&n=7&m=2&t=3", 2);
    assert_eq!(votes.children.len() + 1, 7 - 1, "n−1 votes at the root");
    assert_eq!(
        votes.children[0].children.len() + 1,
        7 - 2,
        "n−2 votes one level down"
    );
}

#[test]
fn the_commander_has_no_vote_and_no_order_counts_twice() {
    // One attack (his own) against two retreats: counting the direct order twice would make it a tie or worse.
    let heard: [Heard<'_>; 3] = [
        (1, 1, &[1], Order::Attack),
        (2, 3, &[1, 3], Order::Retreat),
        (2, 4, &[1, 4], Order::Retreat),
    ];
    assert_eq!(decision(4, 1, &heard), Some(Order::Retreat));
    let two_of_three: [Heard<'_>; 3] = [
        (1, 1, &[1], Order::Retreat),
        (2, 3, &[1, 3], Order::Attack),
        (2, 4, &[1, 4], Order::Attack),
    ];
    assert_eq!(decision(4, 1, &two_of_three), Some(Order::Attack));
    let (machine, _) = lieutenant(4, 1, &[]);
    let commander = machine.init(general(1), Some(Order::Attack));
    assert_eq!(
        machine.decide(&commander),
        None,
        "the commander does not decide"
    );
}

#[test]
fn only_a_strict_majority_attacks_and_everyone_breaks_ties_alike() {
    assert_eq!(majority(2, 4), (Order::Retreat, true));
    // n = 3: one attack and one retreat, whichever way round, is retreat for either lieutenant.
    for link in [
        "v=1&p=om&n=3&m=1&t=1&s=honest&x=1-3R",
        "v=1&p=om&n=3&m=1&t=1&s=honest&x=1-2R",
    ] {
        assert_eq!(decisions(&trace(link)), "2R 3R", "{link}");
    }
}

#[test]
fn who_heard_nothing_relays_retreat_and_is_not_silent() {
    let (machine, state) = lieutenant(4, 1, &[]);
    let choices = machine.send(&state, 2, general(3));
    assert_eq!(choices.len(), 1);
    assert_eq!(choices[0].1, message(&[1, 2], 3, Order::Retreat));
    let trace = trace("v=1&p=om&n=4&m=1&t=1&s=silent");
    for step in 4..=9 {
        let Some(Event::Message(Message { said, .. })) = trace.event(step) else {
            panic!("step {step} is a message");
        };
        assert_eq!(
            (said.word, said.is_lie()),
            (Order::Retreat.into(), false),
            "step {step}"
        );
    }
}

#[test]
fn silence_decides_as_retreat_does() {
    for (silent, said) in [("1.4-2S_1.4-3S", "1.4-2R_1.4-3R"), ("1.4-2S", "1.4-2R")] {
        let link = |x: &str| format!("v=1&p=om&n=4&m=1&t=4&s=honest&x={x}");
        assert_eq!(
            decisions(&trace(&link(silent))),
            decisions(&trace(&link(said)))
        );
    }
}

#[test]
fn a_traitor_can_lie_for_each_path_and_recipient() {
    let trace = trace("v=1&p=om&n=5&m=2&t=5&s=honest&x=1.2.5-3R_1.3.5-4R");
    let lies: Vec<String> = (1..trace.len())
        .filter_map(|step| match trace.event(step) {
            Some(Event::Message(Message { slot, said, .. })) if said.is_lie() => {
                Some(slot.to_string())
            }
            _ => None,
        })
        .collect();
    assert_eq!(lies, ["1.2.5-3", "1.3.5-4"]);
}

#[test]
fn two_words_on_one_path_do_not_collide() {
    let (machine, mut state) = lieutenant(
        4,
        1,
        &[(1, 1, &[1], Order::Attack), (2, 3, &[1, 3], Order::Attack)],
    );
    let second = message(&[1, 3], 2, Order::Retreat);
    assert_eq!(
        machine.receive(&mut state, 2, general(3), &second),
        Err(Refusal::Repeated)
    );
    assert_eq!(
        machine.decide(&state),
        Some(Order::Attack.into()),
        "the first word on a path stands"
    );
}

#[test]
fn nobody_speaks_for_another_or_out_of_his_round() {
    let machine = Oral::new(4, 1).unwrap();
    let refused: [(usize, u64, &[u64], u64, Refusal); 6] = [
        (2, 4, &[1, 3], 2, Refusal::NotHisOwn),
        (1, 3, &[1, 3], 2, Refusal::WrongRound),
        (3, 3, &[1, 4, 3], 2, Refusal::WrongRound),
        (2, 1, &[1], 2, Refusal::WrongRound),
        (2, 3, &[1, 3], 4, Refusal::NoSuchPath),
        (2, 5, &[1, 5], 2, Refusal::NoSuchPath),
    ];
    for (round, from, path, to, refusal) in refused {
        let mut state = machine.init(general(2), None);
        let result = machine.receive(
            &mut state,
            round,
            general(from),
            &message(path, to, Order::Attack),
        );
        assert_eq!(
            result,
            Err(refusal),
            "round {round}, from {from}, path {path:?}, to {to}"
        );
        assert_eq!(state, machine.init(general(2), None));
    }
    let mut state = machine.init(general(2), None);
    let own = message(&[1, 2], 2, Order::Attack);
    assert_eq!(
        machine.receive(&mut state, 2, general(2), &own),
        Err(Refusal::OwnPath)
    );
    assert!(Path::new(vec![general(1), general(3), general(3)]).is_none());
}

#[test]
fn the_depth_and_the_number_of_traitors_are_different_things() {
    for traitors in ["", "2", "2.3", "2.3.4", "1.2.3.4.5"] {
        let trace = trace(&format!("v=1&p=om&n=5&m=2&t={traitors}"));
        assert_eq!(trace.scenario().rounds(), 3, "t={traitors}");
    }
}

#[test]
fn traitors_are_not_judged_and_the_commander_is_no_lieutenant() {
    let verdict = trace("v=1&p=om&n=4&m=1&t=1.3").verdict().clone();
    let judged: Vec<u8> = verdict
        .decisions
        .keys()
        .map(|general| general.number())
        .collect();
    assert_eq!(judged, [2, 4]);
    assert_eq!(
        verdict.holds(Condition::Validity),
        None,
        "nothing is required of a traitor's order"
    );
    let nobody = trace("v=1&p=om&n=3&m=1&t=2.3").verdict().clone();
    assert!(nobody.agrees() && nobody.holds(Condition::Validity) == Some(true));
}

#[test]
fn more_rounds_are_not_safer() {
    let lies = "v=1&p=om&n=4&m=2&t=4&s=honest&x=1.4-2R_1.3.4-2R";
    assert_eq!(
        decisions(&trace(lies)),
        "2R 3A",
        "OM(2) among four, one traitor, two lies"
    );
    assert_eq!(
        decisions(&trace("v=1&p=om&n=4&m=1&t=4&s=flip")),
        "2A 3A",
        "OM(1)"
    );
}

#[test]
fn the_total_is_not_the_last_round() {
    let counts = MessageCounts::oral(7, 2);
    assert_eq!((counts.per_round[2], counts.total), (120, 156));
    assert_eq!(machine_run(&scenario("v=1&p=om&n=7&m=2")).steps.len(), 156);
}

#[test]
fn there_is_no_relay_with_nobody_left_to_tell() {
    assert!(Oral::new(4, 3).is_none());
    let error = parse("v=1&p=om&n=4&m=3", LinkSize::Any).unwrap_err();
    assert_eq!(
        (error.code, error.key.as_deref()),
        (Code::OutOfRange, Some("m"))
    );
    assert_eq!(trace("v=1&p=om&n=4&m=2").len(), 3 + 6 + 6 + 1);
}

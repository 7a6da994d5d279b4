//! What a run costs: the closed forms against messages counted one by one in real runs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{machine_run, scenario, trace};
use generals::{
    Event, Message, Model, Protocol, Trace, limits::STEPPED_MESSAGES_MAX, om::count::MessageCounts,
};

/// The messages of a run, stepped through: in each round those that a word went out with, and who is loyal.
fn messages(trace: &Trace) -> impl Iterator<Item = Message> {
    (1..trace.len()).filter_map(|step| match trace.event(step) {
        Some(Event::Message(message)) => Some(message),
        _ => None,
    })
}

fn per_round(rounds: usize, of: impl Iterator<Item = usize>) -> Vec<u128> {
    let mut counts = vec![0; rounds];
    for round in of {
        counts[round - 1] += 1;
    }
    counts
}

/// Armies small enough to run.
fn armies() -> impl Iterator<Item = (usize, usize)> {
    (2..=7).flat_map(|n| (0..=n - 2).map(move |m| (n, m)))
}

#[test]
fn oral_messages_are_as_many_as_the_program_of_each_general_sends() {
    for (n, m) in armies() {
        for traitors in ["", "&t=2&s=split"] {
            let link = format!("v=1&p=om&n={n}&m={m}{traitors}");
            let run = machine_run(&scenario(&link));
            let sent = run.steps.iter().map(|step| step.spoken.slot.round);
            let formula = MessageCounts::oral(n, m);
            assert_eq!(per_round(m + 1, sent), formula.per_round, "{link}");
            let stepped = trace(&link);
            let rounds = messages(&stepped).map(|message| message.slot.round);
            assert_eq!(per_round(m + 1, rounds), formula.per_round, "{link}");
        }
    }
}

#[test]
fn signed_messages_of_the_loyal_are_the_square_of_the_lieutenants() {
    for (n, m) in armies().chain([(10, 3), (16, 5), (31, 9)]) {
        let link = format!("v=1&p=sm&n={n}&m={m}");
        let run = trace(&link);
        let rounds = messages(&run)
            .filter(|message| !message.said.word.is_silence())
            .map(|message| message.slot.round);
        let formula = MessageCounts::signed_loyal(n, m);
        assert_eq!(per_round(m + 1, rounds), formula.per_round, "{link}");
        let square = if m == 0 { n - 1 } else { (n - 1) * (n - 1) };
        assert_eq!(formula.total, square as u128, "{link}");
    }
}

#[test]
fn the_loyal_never_sign_more_than_dolev_and_strong_allow() {
    for (n, m) in armies().filter(|(n, _)| *n > 3) {
        for (traitors, seed) in [("1", 1), ("1.3", 2), ("2.3", 3), ("1.4", 4)] {
            let link = format!("v=1&p=sm&n={n}&m={m}&t={traitors}&s=random&seed={seed}");
            let run = trace(&link);
            let sent = messages(&run)
                .filter(|message| !message.said.word.is_silence())
                .filter(|message| run.scenario().is_loyal(message.slot.from));
            let at_most = MessageCounts::dolev_strong(n, m);
            assert!(sent.count() as u128 <= at_most, "{link}");
        }
    }
}

#[test]
fn one_traitor_more_costs_oral_messages_many_times_and_signed_ones_few() {
    let at = |m: usize| (3 * m + 1, m);
    for m in 1..=5 {
        let (oral, signed) = (MessageCounts::oral, MessageCounts::signed_loyal);
        let ((n, m), (more, depth)) = (at(m), at(m + 1));
        assert!(oral(more, depth).total > 17 * oral(n, m).total);
        assert!(signed(more, depth).total <= 4 * signed(n, m).total);
    }
}

/// A run of a protocol's army in which nobody is a traitor and all think alike.
fn loyal_run(name: &str, n: usize, m: usize) -> Trace {
    let link = format!("v=1&p={name}&n={n}&m={m}");
    let link = match scenario(&link).spec().keys.contains(&generals::Key::I) {
        true => format!("{link}&i={}", "A".repeat(n)),
        false => link,
    };
    trace(&link)
}

#[test]
fn what_a_protocol_says_that_it_costs_is_what_its_loyal_generals_send() {
    for (name, protocol) in Protocol::NAMES {
        let spec = protocol.spec();
        for (n, m) in [(2, 0), (3, 1), (4, 1), (5, 1), (6, 1), (7, 2), (10, 3)] {
            let is_army = (spec.generals.min..=spec.generals.max).contains(&(n as u64));
            let relays = (spec.relays)(n as u64);
            if !is_army || !(relays.min..=relays.max).contains(&(m as u64)) {
                continue;
            }
            let price = scenario(&format!("v=1&p={name}&n={n}&m={m}")).price();
            if price.messages.total > STEPPED_MESSAGES_MAX {
                continue;
            }
            let run = loyal_run(name, n, m);
            let sent = messages(&run).filter(|message| !message.said.word.is_silence());
            let sent = sent.count() as u128;
            match price.is_of_a_phase {
                // All hold the same: where that is promised they decide in the first phase, and go on for one more.
                true if run.scenario().bound_against(m).theorem => {
                    assert_eq!(sent, 2 * price.messages.total, "{name} n={n} m={m}");
                }
                true => assert_eq!(sent % price.messages.total, 0, "{name} n={n} m={m}"),
                false => assert_eq!(sent, price.messages.total, "{name} n={n} m={m}"),
            }
            if !price.is_of_a_phase {
                let rounds = run.scenario().rounds();
                assert_eq!(rounds, price.messages.per_round.len(), "{name} n={n} m={m}");
            }
        }
    }
}

/// A formula of n and m.
type Sum = fn(u128, u128) -> u128;

/// The table of what protocols cost, with n generals and f traitors, as the literature counts.
#[test]
fn the_published_sums() {
    let sums: [(&str, Sum); 6] = [
        ("king", |n, f| (f + 1) * (n - 1) * (2 * n + 1)),
        ("queen", |n, f| (f + 1) * (n * n - 1)),
        ("bracha", |n, _| (n - 1) * (2 * n + 1)),
        ("benor", |n, _| 2 * n * (n - 1)),
        ("pbft", |n, _| 2 * n * (n - 1)),
        ("sm", |n, _| (n - 1) * (n - 1)),
    ];
    for (name, sum) in sums {
        let is_built = Protocol::NAMES.iter().any(|(known, _)| *known == name);
        for (n, m) in [(4, 1), (7, 2), (10, 3), (31, 10)] {
            if is_built {
                let price = scenario(&format!("v=1&p={name}&n={n}&m={m}")).price();
                assert_eq!(price.messages.total, sum(n, m), "{name} n={n} m={m}");
            }
        }
    }
}

/// With one general fewer than enough, or one traitor more than m: what is shown as beyond a promise is just beyond it, and breaks.
#[test]
fn a_run_beyond_the_promise_is_one_beyond_it_and_breaks_something() {
    for (name, protocol) in Protocol::NAMES {
        let beyond = scenario(&format!("v=1&p={name}")).price().beyond;
        let Some(link) = beyond else { continue };
        let run = trace(link);
        let army = run.scenario();
        assert_eq!(army.link(), link);
        assert_eq!(army.protocol(), protocol, "{name}");
        let bound = army.bound();
        assert!(!bound.theorem, "{name}");
        if let Some((enough, depth)) = bound.enough.filter(|_| bound.measure.is_some()) {
            let is_one_general_short = army.n() + 1 == enough && army.m() == depth;
            let is_one_traitor_more = bound.f == army.m() + 1;
            assert!(is_one_general_short || is_one_traitor_more, "{name}");
        }
        let verdict = run.verdict();
        let broken = protocol.spec().conditions.iter();
        let broken = broken.filter(|condition| verdict.holds(**condition) == Some(false));
        assert!(broken.count() > 0, "{name}: {verdict:?}");
        // A run of slow letters may be stuck for ever, but it ends.
        assert!(protocol.spec().model == Model::Synchronous || run.len() > 1);
    }
}

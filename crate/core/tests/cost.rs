//! What a run costs: the closed forms against messages counted one by one in real runs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{machine_run, scenario, trace};
use generals::{Event, Message, Trace, om::count::MessageCounts};

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

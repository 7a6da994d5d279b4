//! Both forms of OM(m) hold each other: every message, every decision, every count, every view.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::collections::BTreeMap;

use common::{links, machine_run, scenario, trace, word};
use generals::{
    Condition, Event, Generals, Message, Order, Protocol, Trace, View, Vote, Votes, Word, judge,
    majority, om::Visit,
};
use proptest::prelude::*;

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 400,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// The words heard so far, counted message by message.
fn heard_by_events(trace: &Trace, step: usize) -> Vec<u64> {
    let mut heard = vec![0; trace.scenario().n()];
    for k in 1..=step {
        if let Some(Event::Message(message)) = trace.event(k)
            && !message.said.word.is_silence()
        {
            heard[usize::from(message.slot.to.number()) - 1] += 1;
        }
    }
    heard
}

/// Checks a vote tree against its own children.
fn check_vote(vote: &Vote, rounds: usize) -> Result<(), TestCaseError> {
    let own = vote.direct.unwrap_or_default();
    if vote.path.len() == rounds {
        prop_assert!(vote.children.is_empty() && !vote.tie);
        prop_assert_eq!(vote.result, own);
        return Ok(());
    }
    let attacks = vote.children.iter().map(|child| child.result).chain([own]);
    let attacks = attacks.filter(|order| *order == Order::Attack).count();
    let expected = majority(attacks, vote.children.len() + 1);
    prop_assert_eq!((vote.result, vote.tie), expected);
    vote.children
        .iter()
        .try_for_each(|child| check_vote(child, rounds))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_message_and_decision_is_the_same(link in links()) {
        let scenario = scenario(&link);
        let trace = trace(&link);
        let run = machine_run(&scenario);
        prop_assert_eq!(trace.len(), run.steps.len() + 1);
        let mut lies = 0;
        for (step, told) in (1..).zip(&run.steps) {
            let Some(Event::Message(Message { slot, said, .. })) = trace.event(step) else {
                return Err(TestCaseError::fail("a message is missing"));
            };
            prop_assert_eq!(&slot, &told.spoken.slot);
            prop_assert_eq!(said.word, word(&told.spoken.said));
            prop_assert_eq!(said.honest, word(&told.spoken.honest));
            prop_assert_eq!(said.is_lie(), told.spoken.said != told.spoken.honest);
            lies += u64::from(said.is_lie());
        }
        prop_assert_eq!(trace.verdict().lies, Some(lies));
        for (general, order) in &trace.verdict().decisions {
            let index = usize::from(general.number()) - 1;
            prop_assert_eq!(run.decisions[index].map(|decision| decision.order), Some(*order));
        }
    }

    #[test]
    fn what_is_pruned_changes_no_verdict(link in links()) {
        let scenario = scenario(&link);
        let all = judge(&scenario, Visit::All).unwrap();
        prop_assume!(scenario.protocol() == Protocol::Oral);
        let pruned = generals::om::pruned_decisions(&scenario);
        let loyal = scenario.loyal_deciders();
        let attackers: Generals = all.decisions.iter()
            .filter(|(_, order)| **order == Order::Attack)
            .map(|(general, _)| *general)
            .collect();
        prop_assert_eq!(pruned.and(loyal), attackers);
    }

    #[test]
    fn a_trace_answers_every_step_alike(link in links(), at in any::<prop::sample::Index>()) {
        let trace = trace(&link);
        let step = at.index(trace.len() + 1);
        let snapshot = trace.snapshot(step);
        let delivered = step.min(trace.len() - 1);
        prop_assert_eq!(&snapshot.heard, &heard_by_events(&trace, delivered));
        for general in trace.scenario().generals().iter() {
            let view = trace.view(general, step);
            let mut expected = View { received: Vec::new(), sent: Vec::new(), ..view.clone() };
            for k in 1..=delivered {
                let Some(Event::Message(Message { slot, said, .. })) = trace.event(k) else { break };
                let (round, label, from) = (slot.round, slot.label.clone(), slot.from);
                if slot.from == general {
                    expected.sent.push(generals::Sent { round, label, to: slot.to, said: said.word });
                } else if slot.to == general {
                    expected.received.push(generals::Received { round, label, from, said: said.word, refused: None });
                }
            }
            prop_assert_eq!(view, expected);
        }
    }

    #[test]
    fn the_vote_tree_explains_the_decision(link in links()) {
        let trace = trace(&link);
        for general in trace.scenario().generals().iter() {
            let decision = trace.verdict().decisions.get(&general).copied();
            let result = match trace.votes(general, usize::MAX) {
                None => None,
                Some(Votes::Tree(vote)) => {
                    check_vote(&vote, trace.scenario().rounds())?;
                    let Some(Votes::Tree(folded)) = trace.votes(general, 1) else {
                        return Err(TestCaseError::fail("there is a tree"));
                    };
                    prop_assert_eq!((folded.result, folded.tie), (vote.result, vote.tie));
                    prop_assert!(folded.children.is_empty());
                    Some(vote.result)
                }
                Some(Votes::Flat(flat)) => {
                    let attacks = flat.bag.iter().filter(|(_, word)| *word == Word::Order(Order::Attack));
                    prop_assert_eq!((flat.result, flat.tie), majority(attacks.count(), flat.bag.len()));
                    Some(flat.result)
                }
                Some(other) => return Err(TestCaseError::fail(format!("nobody signed: {other:?}"))),
            };
            prop_assert_eq!(result, decision);
        }
    }

    #[test]
    fn a_snapshot_tells_decisions_at_the_end_alone(link in links()) {
        let trace = trace(&link);
        let before = trace.snapshot(trace.len() - 1).decisions;
        prop_assert!(before.iter().all(Option::is_none));
        let decided = trace.snapshot(usize::MAX).decisions;
        for (general, decision) in trace.scenario().generals().iter().zip(decided) {
            let commands = general.is_commander() && trace.scenario().is_loyal(general);
            let own = commands.then(|| trace.scenario().order());
            prop_assert_eq!(decision, trace.verdict().decisions.get(&general).copied().or(own));
        }
    }

    #[test]
    fn judging_is_the_verdict_of_the_trace(link in links()) {
        let scenario = scenario(&link);
        let stored = trace(&link).verdict().clone();
        prop_assert_eq!(judge(&scenario, Visit::Undecided).unwrap(), stored);
    }
    #[test]
    fn a_rounds_messages_are_its_steps(link in links()) {
        let trace = trace(&link);
        let mut step = 0;
        for round in 1..=trace.scenario().rounds() {
            for (from, to, word) in trace.messages(round) {
                step += 1;
                let Some(Event::Message(Message { slot, said, .. })) = trace.event(step) else {
                    return Err(TestCaseError::fail("a message is missing"));
                };
                prop_assert_eq!((from, to, word), (slot.from, slot.to, said));
            }
            prop_assert_eq!(step, trace.round_end(round));
        }
    }

    #[test]
    fn a_fork_by_nothing_is_the_same_run(link in links(), at in any::<prop::sample::Index>()) {
        let trace = trace(&link);
        let same = trace.scenario().fork(&generals::Changes::default());
        prop_assert_eq!(same.as_ref(), Ok(trace.scenario()));
        let step = at.index(trace.len() + 1);
        prop_assert_eq!(trace.same_place(step, &trace), step);
    }
}

/// Every strategy of every placement of k traitors, words A and R to anybody, in every run of OM(m).
/// Gives how many runs there are and in how many agreement and validity are broken.
fn exhaust(n: usize, m: usize, k: u32) -> BTreeMap<&'static str, u64> {
    let mut counts = BTreeMap::from([("runs", 0), ("agreement", 0), ("validity", 0)]);
    for placement in (0_u64..1 << n).filter(|set| set.count_ones() == k) {
        let traitors: Vec<u64> = (1..=n as u64)
            .filter(|g| placement >> (g - 1) & 1 == 1)
            .collect();
        let text: Vec<String> = traitors.iter().map(u64::to_string).collect();
        for order in ["A", "R"] {
            let base = format!(
                "v=1&p=om&n={n}&m={m}&o={order}&t={}&s=honest",
                text.join(".")
            );
            let run = machine_run(&scenario(&base));
            let slots: Vec<String> = run
                .steps
                .iter()
                .map(|step| &step.spoken.slot)
                .filter(|slot| traitors.contains(&u64::from(slot.from.number())))
                .map(|slot| slot.to_string())
                .collect();
            for words in 0_u64..1 << slots.len() {
                let lies: Vec<String> = slots
                    .iter()
                    .enumerate()
                    .map(|(i, slot)| {
                        format!("{slot}{}", if words >> i & 1 == 1 { 'A' } else { 'R' })
                    })
                    .collect();
                let verdict = judge(
                    &scenario(&format!("{base}&x={}", lies.join("_"))),
                    Visit::All,
                )
                .unwrap();
                *counts.entry("runs").or_default() += 1;
                *counts.entry("agreement").or_default() += u64::from(!verdict.agrees());
                *counts.entry("validity").or_default() +=
                    u64::from(verdict.holds(Condition::Validity) == Some(false));
            }
        }
    }
    counts
}

#[test]
fn all_runs_of_the_smallest_armies_are_counted() {
    // (n, m, k) → runs, agreement broken, validity broken. By hand for n=3 m=1: the commander has 2 slots and
    // each lieutenant 1, so 2·(4+2+2) runs; a lieutenant breaks validity where the order is attack and he says
    // retreat, for then the other sees a tie.
    let cases = [
        ((3, 0, 1), (12, 4, 0)),
        ((4, 0, 1), (22, 12, 0)),
        ((3, 1, 1), (16, 0, 2)),
        ((4, 1, 1), (40, 0, 0)),
    ];
    for ((n, m, k), (runs, agreement, validity)) in cases {
        let expected = BTreeMap::from([
            ("runs", runs),
            ("agreement", agreement),
            ("validity", validity),
        ]);
        assert_eq!(exhaust(n, m, k), expected, "n={n} m={m} k={k}");
    }
}

#[test]
fn an_extra_round_lets_one_traitor_break_four_generals() {
    let counts = exhaust(4, 2, 1);
    assert!(
        counts["validity"] > 0,
        "OM(2) among four is broken by one traitor"
    );
    assert_eq!(exhaust(4, 1, 1)["validity"], 0, "OM(1) is not");
}

#[test]
fn what_was_heard_is_counted_right_far_into_a_large_run() {
    let trace = trace("v=1&p=om&n=13&m=4&t=3.7&s=silent&x=1.2.3-4A_1.2.4.5.7-6R");
    let mut heard = vec![0; 13];
    let mut step = 0;
    for round in 1..=5 {
        for (_, to, said) in trace.messages(round) {
            heard[usize::from(to.number()) - 1] += u64::from(!said.word.is_silence());
            step += 1;
            if step % 7919 == 0 || step % 32_768 <= 1 {
                assert_eq!(trace.snapshot(step).heard, heard, "step {step}");
            }
        }
    }
    assert!(step == 108_384, "{step} messages were delivered");
    assert_eq!(trace.snapshot(step).heard, heard);
}

#[test]
fn with_one_relay_the_flat_vote_is_om() {
    for n in 3..=6 {
        for traitors in 0_u32..1 << n {
            let named = (1..=n).filter(|general| traitors >> (general - 1) & 1 == 1);
            let named: Vec<String> = named.map(|general| general.to_string()).collect();
            for strategy in ["flip", "split", "silent", "random"] {
                for order in ["A", "R"] {
                    let rest = format!("n={n}&o={order}&t={}&s={strategy}", named.join("."));
                    let [oral, flat] = ["om", "flat"]
                        .map(|p| trace(&format!("v=1&p={p}&{rest}")).verdict().clone());
                    assert_eq!(oral.decisions, flat.decisions, "{rest}");
                }
            }
        }
    }
}

#[test]
fn with_two_relays_the_flat_vote_is_wrong() {
    // Seven generals survive two traitors by OM(2), and one vote over everything heard does not.
    let rest = "n=7&m=2&t=6.7&s=honest&x=";
    let run = machine_run(&scenario(&format!("v=1&p=om&{rest}")));
    let lies: Vec<String> = run
        .steps
        .iter()
        .map(|step| &step.spoken.slot)
        .filter(|slot| slot.from.number() >= 6)
        .map(|slot| format!("{slot}R"))
        .collect();
    let lies = lies.join("_");
    assert_eq!(
        common::decisions(&trace(&format!("v=1&p=om&{rest}{lies}"))),
        "2A 3A 4A 5A"
    );
    assert_eq!(
        common::decisions(&trace(&format!("v=1&p=flat&{rest}{lies}"))),
        "2R 3R 4R 5R"
    );
}

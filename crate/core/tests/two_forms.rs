//! Both forms of OM(m) hold each other: every message, every decision, every count, every view.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::collections::BTreeMap;

use common::{links, machine_run, scenario, steps, trace};
use generals::{Event, Generals, Order, Trace, View, Vote, judge, majority, om::Visit};
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
        if let Some(Event::Message { slot, said, .. }) = trace.event(k)
            && said.word.is_some()
        {
            heard[usize::from(slot.to.number()) - 1] += 1;
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
        prop_assert_eq!(trace.len(), run.messages.len() + 1);
        let mut lies = 0;
        for (step, message) in steps(&run) {
            let Some(Event::Message { round, slot, said }) = trace.event(step) else {
                return Err(TestCaseError::fail("a message is missing"));
            };
            prop_assert_eq!(round, message.round);
            prop_assert_eq!(&slot, &message.slot);
            prop_assert_eq!(said.word, message.said);
            prop_assert_eq!(Some(said.honest), message.honest);
            prop_assert_eq!(said.is_lie(), message.said != message.honest);
            lies += u64::from(said.is_lie());
        }
        prop_assert_eq!(trace.verdict().lies, Some(lies));
        for (general, order) in &trace.verdict().decisions {
            let index = usize::from(general.number()) - 1;
            prop_assert_eq!(run.decisions[index], Some(*order));
        }
    }

    #[test]
    fn what_is_pruned_changes_no_verdict(link in links()) {
        let scenario = scenario(&link);
        let all = judge(&scenario, Visit::All).unwrap();
        let pruned = generals::om::pruned_decisions(&scenario);
        let loyal = scenario.loyal_lieutenants();
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
                let Some(Event::Message { round, slot, said }) = trace.event(k) else { break };
                let path = slot.path.clone();
                if slot.path.speaker() == general {
                    expected.sent.push(generals::Sent { round, path, to: slot.to, said: said.word });
                } else if slot.to == general {
                    expected.received.push(generals::Received { round, path, said: said.word });
                }
            }
            prop_assert_eq!(view, expected);
        }
    }

    #[test]
    fn the_vote_tree_explains_the_decision(link in links()) {
        let trace = trace(&link);
        for general in trace.scenario().generals().iter() {
            let votes = trace.votes(general, usize::MAX);
            let decision = trace.verdict().decisions.get(&general);
            prop_assert_eq!(votes.as_ref().map(|vote| &vote.result), decision);
            let folded = trace.votes(general, 1);
            prop_assert_eq!(folded.as_ref().map(|vote| (vote.result, vote.tie, vote.children.len())),
                votes.as_ref().map(|vote| (vote.result, vote.tie, 0)));
            if let Some(vote) = votes {
                check_vote(&vote, trace.scenario().rounds())?;
            }
        }
    }

    #[test]
    fn a_rounds_messages_are_its_steps(link in links()) {
        let trace = trace(&link);
        let mut step = 0;
        for round in 1..=trace.scenario().rounds() {
            for (from, to, word) in trace.messages(round) {
                step += 1;
                let Some(Event::Message { slot, said, .. }) = trace.event(step) else {
                    return Err(TestCaseError::fail("a message is missing"));
                };
                prop_assert_eq!((from, to, word), (slot.path.speaker(), slot.to, said));
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
                .messages
                .iter()
                .filter(|message| {
                    traitors.contains(&u64::from(message.slot.path.speaker().number()))
                })
                .map(|message| message.slot.to_string())
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
                *counts.entry("agreement").or_default() += u64::from(!verdict.agreement.holds);
                *counts.entry("validity").or_default() +=
                    u64::from(verdict.validity.holds == Some(false));
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

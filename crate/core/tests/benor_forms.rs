//! Ben-Or's consensus written a second time, plainly, over lists of letters: both forms agree message by message; and what
//! holds of every run.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::collections::BTreeSet;

use common::{general, trace};
use generals::{
    Condition, Event, General, Message, Order, Trace, Word, benor::coin::Coins, limits::PHASES_MAX,
};
use proptest::prelude::*;

/// A letter that reached a general: its round, its sender, its word.
type Letter = (usize, u64, char);

/// The army as the plain form knows it.
struct Army {
    n: usize,
    m: usize,
    seed: u64,
    coins: Coins,
}

impl Army {
    /// What a general has said in each round so far, the first first, and what he has decided, by everything that has
    /// reached him.
    fn program(&self, me: u64, opinion: char, letters: &[Letter]) -> (Vec<char>, Option<char>) {
        let (mut x, mut said, mut decided) = (opinion, Vec::new(), None);
        for phase in 1..=PHASES_MAX {
            said.push(x);
            let Some((a, r)) = self.first_letters(2 * phase - 1, me, x, letters) else {
                break;
            };
            let proposal = match (self.is_quorum(a), self.is_quorum(r)) {
                (true, _) => 'A',
                (_, true) => 'R',
                _ => 'N',
            };
            said.push(proposal);
            let Some((a, r)) = self.first_letters(2 * phase, me, proposal, letters) else {
                break;
            };
            if decided.is_some() {
                break;
            }
            let (v, votes) = if a > r { ('A', a) } else { ('R', r) };
            x = if votes > self.m {
                v
            } else {
                self.coins.toss(self.seed, general(me), phase).letter()
            };
            decided = self.is_quorum(votes).then_some(v);
        }
        (said, decided)
    }

    /// How many of the first n−m letters of a round say attack, and retreat, one's own word among them; nothing as long as there
    /// are fewer.
    fn first_letters(
        &self,
        round: usize,
        me: u64,
        own: char,
        all: &[Letter],
    ) -> Option<(usize, usize)> {
        let mut senders = BTreeSet::from([me]);
        let mut words = vec![own];
        for (_, from, word) in all.iter().filter(|letter| letter.0 == round) {
            if words.len() < self.n - self.m && senders.insert(*from) {
                words.push(*word);
            }
        }
        let count = |wanted| words.iter().filter(|word| **word == wanted).count();
        (words.len() == self.n - self.m).then(|| (count('A'), count('R')))
    }

    const fn is_quorum(&self, votes: usize) -> bool {
        2 * votes > self.n + self.m
    }
}

fn messages(trace: &Trace) -> Vec<Message> {
    let events = (1..trace.len()).filter_map(|step| trace.event(step));
    let messages = events.map(|event| match event {
        Event::Message(message) => message,
        Event::Decide { .. } => unreachable!("the last step alone decides"),
    });
    messages.collect()
}

/// Where a general stands in a list of all.
fn place(general: General) -> usize {
    usize::from(general.number()) - 1
}

/// Checks a run against the plain form.
fn agrees(link: &str) -> Result<(), TestCaseError> {
    let trace = trace(link);
    let scenario = trace.scenario();
    let army = Army {
        n: scenario.n(),
        m: scenario.m(),
        seed: scenario.seed(),
        coins: if link.contains("by=common") {
            Coins::Common
        } else {
            Coins::Own
        },
    };
    let opinion = |number: u64| scenario.input(general(number)).unwrap().letter();
    let mut reached: Vec<Vec<Letter>> = vec![Vec::new(); army.n];
    let mut delivered = vec![0; army.n];
    for message in messages(&trace) {
        let (from, to) = (message.slot.from, message.slot.to);
        let (number, round) = (u64::from(from.number()), message.slot.round);
        if scenario.is_loyal(from) {
            let (said, _) = army.program(number, opinion(number), &reached[place(from)]);
            prop_assert_eq!(
                Some(&message.said.word.letter()),
                said.get(round - 1),
                "{} {}",
                link,
                message.slot
            );
            delivered[place(from)] += 1;
        }
        if message.said.word != Word::Silence {
            reached[place(to)].push((round, number, message.said.word.letter()));
        }
    }
    for one in scenario.loyal().iter() {
        let number = u64::from(one.number());
        let (said, decided) = army.program(number, opinion(number), &reached[place(one)]);
        prop_assert_eq!(
            delivered[place(one)],
            said.len() * (army.n - 1),
            "{} {}",
            link,
            number
        );
        let decision = trace
            .verdict()
            .decisions
            .get(&one)
            .map(|order| order.letter());
        prop_assert_eq!(decision, decided, "{} {}", link, number);
    }
    Ok(())
}

fn letters(count: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(vec!['A', 'R']), count)
        .prop_map(|orders| orders.into_iter().collect())
}

/// Lies of one traitor in the first rounds, each slot once.
fn lies(n: usize, traitor: usize) -> impl Strategy<Value = Vec<String>> {
    let lie = (
        1..=6_usize,
        1..=n,
        prop::sample::select(vec!['A', 'R', 'N', 'S']),
    );
    prop::collection::vec(lie, 0..14).prop_map(move |drawn| {
        let mut seen = BTreeSet::new();
        let fits = |(round, to, word): &(usize, usize, char)| {
            *to != traitor && (*word != 'N' || round % 2 == 0) && seen.insert((*round, *to))
        };
        let kept: Vec<_> = drawn.into_iter().filter(fits).collect();
        kept.into_iter()
            .map(|(round, to, word)| format!("{round}.{traitor}-{to}{word}"))
            .collect()
    })
}

/// What is held back: slots of the first rounds, each once, until idle, until a step or to the end.
fn delays(n: usize) -> impl Strategy<Value = Vec<String>> {
    let delay = (1..=6_usize, 1..=n, 1..=n, -1..=40_i32);
    prop::collection::vec(delay, 0..10).prop_map(move |drawn| {
        let mut seen = BTreeSet::new();
        let fits = |(round, from, to, _): &(usize, usize, usize, i32)| {
            from != to && seen.insert((*round, *from, *to))
        };
        let kept: Vec<_> = drawn.into_iter().filter(fits).collect();
        kept.into_iter()
            .map(|(round, from, to, until)| match until {
                -1 => format!("{round}.{from}-{to}"),
                step => format!("{round}.{from}-{to}~{step}"),
            })
            .collect()
    })
}

fn list(key: &str, entries: &[String]) -> String {
    match entries.is_empty() {
        true => String::new(),
        false => format!("&{key}={}", entries.join("_")),
    }
}

/// Links of an army of n with m, one traitor, the last general, whose opinions are those given or any.
fn links(n: usize, m: usize, opinions: BoxedStrategy<String>) -> impl Strategy<Value = String> {
    let strategies = vec!["honest", "flip", "split", "silent", "random", "half"];
    let way = (
        prop::sample::select(strategies),
        0..500_u64,
        prop::sample::select(vec!["", "&q=lifo", "&q=random"]),
        prop::sample::select(vec!["", "&by=common"]),
    );
    (opinions, way, lies(n, n), delays(n)).prop_map(move |(i, (s, seed, q, by), x, d)| {
        let (x, d) = (list("x", &x), list("d", &d));
        format!("v=1&p=benor&n={n}&m={m}&t={n}&s={s}&seed={seed}{x}&i={i}{q}{d}{by}")
    })
}

/// The same for any small army.
fn armies() -> impl Strategy<Value = String> {
    (2..=8_usize)
        .prop_flat_map(|n| (Just(n), 0..=(n - 2).min(2)))
        .prop_flat_map(|(n, m)| links(n, m, letters(n).boxed()))
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn both_forms_say_and_decide_the_same(link in armies()) {
        agrees(&link)?;
    }

    /// Six generals, one of them a traitor with any lies in the first three phases, under any of the three rules and any delays.
    #[test]
    fn within_the_bound_nobody_disagrees(link in links(6, 1, letters(6).boxed())) {
        let verdict = trace(&link).verdict().clone();
        prop_assert_eq!(verdict.holds(Condition::Agreement), Some(true), "{}", link);
        prop_assert!(verdict.holds(Condition::Validity) != Some(false), "{}", link);
    }

    #[test]
    fn one_opinion_is_decided_in_the_first_phase_whatever_happens(
        link in (6..=9_usize).prop_flat_map(|n| links(n, 1, Just("R".repeat(n)).boxed()))
    ) {
        let trace = trace(&link);
        let verdict = trace.verdict();
        prop_assert!(!verdict.is_broken(), "{}", link);
        prop_assert!(verdict.decisions.values().all(|order| *order == Order::Retreat));
        // Two rounds and one phase more, which nobody passes.
        prop_assert!(messages(&trace).iter().all(|one| one.slot.round <= 6), "{}", link);
    }
}

#[test]
fn a_large_army_agrees_too() {
    agrees("v=1&p=benor&n=16&m=3&t=4.9.16&s=split&seed=3&q=random").unwrap();
    agrees("v=1&p=benor&n=11&m=2&t=1.11&s=random&seed=5&by=common").unwrap();
}

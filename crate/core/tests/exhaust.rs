//! Every strategy tried: pinned counts, one run at a time beside it, and the exact algorithm's word on whether there is an attack.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::sync::atomic::{AtomicUsize, Ordering};

use common::{is_cut, machine_run, scenario, signed_search};
use generals::{
    General, Order, Scenario, Slot, Word, judge,
    lab::{
        adversary_search::AdversarySearch,
        attack::{AmongTraitors, Condition, smallest},
        exhaust::{Exhaust, NotExhausted, slots_of},
        search::Search,
    },
    machine::{Choice, Decision, Offer, Refusal, StepMachine},
    om::{Visit, machine::Oral},
    sm::machine::Signed,
};

fn army(protocol: &str, n: usize, m: usize, traitors: &str, order: Order) -> Scenario {
    scenario(&format!(
        "v=1&p={protocol}&n={n}&m={m}&o={}&t={traitors}&s=honest",
        order.letter()
    ))
}

/// All tried: strategies, and those that break.
fn exhausted(army: &Scenario) -> (u64, u64) {
    let mut search = Exhaust::new(army).unwrap();
    search.advance(u64::MAX);
    assert!(search.is_done());
    assert_eq!(search.found().is_some(), search.breaking() > 0);
    if let Some(first) = search.found() {
        assert!(breaks(&first), "{}", first.link());
    }
    (search.total(), search.breaking())
}

fn breaks(army: &Scenario) -> bool {
    let verdict = judge(army, Visit::All).unwrap();
    !verdict.agrees() || verdict.holds(Condition::Validity) == Some(false)
}

/// The same by running each strategy, one at a time.
fn one_at_a_time(army: &Scenario) -> (u64, u64) {
    let slots: Vec<String> = machine_run(army)
        .steps
        .iter()
        .map(|step| &step.spoken.slot)
        .filter(|slot| army.traitors().contains(slot.from))
        .filter(|slot| army.loyal_deciders().contains(slot.to))
        .map(ToString::to_string)
        .collect();
    let total = 1_u64 << slots.len();
    let broken = (0..total).filter(|words| {
        let lies = slots.iter().enumerate();
        let lies: Vec<String> = lies
            .map(|(i, slot)| format!("{slot}{}", if words >> i & 1 == 1 { 'A' } else { 'R' }))
            .collect();
        breaks(&scenario(&format!("{}&x={}", army.link(), lies.join("_"))))
    });
    (total, broken.count() as u64)
}

#[test]
fn the_counts_are_those_of_running_each_strategy() {
    let mut checked = 0;
    for protocol in ["om", "flat"] {
        for n in 2..=6_usize {
            for m in 0..=(n - 2).min(2) {
                for traitors in ["1", "2", "1.2", "2.3", "1.3.4"] {
                    let known = traitors
                        .split('.')
                        .all(|t| t.parse::<usize>().unwrap() <= n);
                    for order in [Order::Attack, Order::Retreat] {
                        if !known {
                            continue;
                        }
                        let army = army(protocol, n, m, traitors, order);
                        if slots_of(&army) <= 9 {
                            assert_eq!(exhausted(&army), one_at_a_time(&army), "{}", army.link());
                            checked += 1;
                        }
                    }
                }
            }
        }
    }
    assert_eq!(checked, 196);
}

#[test]
fn how_many_strategies_break() {
    // Protocol, n, m, traitors, order → strategies, and how many break.
    let cases = [
        ("om", 3, 1, "1", Order::Attack, 4, 0),
        ("om", 3, 1, "3", Order::Attack, 2, 1),
        ("om", 4, 1, "1", Order::Attack, 8, 0),
        ("om", 4, 1, "4", Order::Attack, 4, 0),
        ("om", 4, 2, "4", Order::Attack, 16, 9),
        ("om", 5, 1, "1.5", Order::Attack, 64, 18),
        ("om", 5, 2, "1.5", Order::Attack, 4_096, 0),
        ("om", 5, 2, "4.5", Order::Attack, 4_096, 2_224),
        ("om", 6, 2, "1.6", Order::Attack, 1 << 20, 0),
        ("om", 6, 2, "5.6", Order::Attack, 1 << 24, 8_459_025),
        ("om", 3, 1, "3", Order::Retreat, 2, 0),
        ("om", 5, 2, "4.5", Order::Retreat, 4_096, 476),
        ("flat", 5, 2, "1", Order::Attack, 16, 6),
    ];
    for (protocol, n, m, traitors, order, total, breaking) in cases {
        let army = army(protocol, n, m, traitors, order);
        assert_eq!(exhausted(&army), (total, breaking), "{}", army.link());
    }
}

#[test]
fn there_is_an_attack_exactly_where_the_exact_algorithm_finds_one() {
    let mut searched = 0;
    for n in 3..=7_usize {
        for m in 0..=(n - 2).min(3) {
            for traitors in ["1", "3", "1.3", "2.3", "1.2.3"] {
                for order in [Order::Attack, Order::Retreat] {
                    let army = army("om", n, m, traitors, order);
                    if slots_of(&army) > 20 {
                        continue;
                    }
                    let attack = [Condition::Agreement, Condition::Validity]
                        .into_iter()
                        .any(|c| smallest(&army, c, AmongTraitors::Counted).is_some());
                    assert_eq!(exhausted(&army).1 > 0, attack, "{}", army.link());
                    searched += 1;
                }
            }
        }
    }
    assert!(searched > 80, "{searched} armies were small enough");
}

#[test]
fn how_many_slots_a_strategy_has() {
    // n, m, traitors in all → slots with a traitor commander, and with a loyal one.
    for (n, m, k, leading, loyal) in [
        (3, 1, 1, 2, 1),
        (4, 1, 1, 3, 2),
        (5, 1, 1, 4, 3),
        (5, 1, 2, 6, 4),
        (6, 2, 2, 20, 24),
        (7, 1, 1, 6, 5),
        (7, 2, 2, 30, 40),
        (8, 2, 2, 42, 60),
        (9, 2, 2, 56, 84),
        (10, 2, 2, 72, 112),
        (10, 3, 3, 707, 900),
    ] {
        let named = |numbers: std::ops::Range<usize>| -> Vec<String> {
            numbers.map(|number| number.to_string()).collect()
        };
        let others = [vec!["1".to_owned()], named(2..k + 1)].concat();
        let counted = [others, named(2..k + 2)]
            .map(|traitors| slots_of(&army("om", n, m, &traitors.join("."), Order::Attack)));
        assert_eq!(counted, [leading, loyal], "n={n} m={m} k={k}");
    }
}

#[test]
fn a_search_goes_on_where_it_was_interrupted() {
    let army = army("om", 6, 2, "1.6", Order::Attack);
    let mut pieces = Exhaust::new(&army).unwrap();
    let mut tried = vec![0];
    while !pieces.is_done() {
        pieces.advance(300_000);
        tried.push(pieces.tried());
    }
    // Whole blocks of 256.
    assert_eq!(tried, [0, 300_032, 600_064, 900_096, 1 << 20]);
    assert_eq!(pieces.breaking(), 0);
}

#[test]
fn in_pieces_of_any_size_a_search_finds_the_same() {
    for (protocol, n, m, traitors) in [
        ("om", 6, 1, "1.6"),
        ("om", 5, 2, "4.5"),
        ("flat", 5, 2, "4.5"),
    ] {
        let army = army(protocol, n, m, traitors, Order::Attack);
        let results = [1, 7, 255, 256, 257, u64::MAX].map(|piece| {
            let mut search = Exhaust::new(&army).unwrap();
            while !search.is_done() {
                search.advance(piece);
            }
            (search.tried(), search.breaking(), search.found())
        });
        assert!(results[0].2.is_some(), "{protocol} {n}");
        assert!(
            results.iter().all(|result| *result == results[0]),
            "{protocol} {n}"
        );
    }
    for traitors in ["1.4", "3.4"] {
        let army = army("sm", 4, 1, traitors, Order::Attack);
        let results = [1, 7, u64::MAX].map(|piece| {
            let mut search = signed_search(&army);
            while !search.is_done() {
                search.advance(piece);
            }
            (search.tried(), search.breaking(), search.found())
        });
        assert!(
            results.iter().all(|result| *result == results[0]),
            "{traitors}"
        );
    }
}

#[test]
fn a_round_with_too_many_choices_is_left_out_and_said_to_be() {
    let mut search = signed_search(&army("sm", 11, 1, "1.2", Order::Attack));
    while !search.is_done() && !is_cut(&search) {
        search.advance(1);
    }
    assert!(is_cut(&search));
    let mut whole = signed_search(&army("sm", 4, 1, "1.4", Order::Attack));
    whole.advance(u64::MAX);
    assert!(whole.is_done() && !is_cut(&whole));
}

#[test]
fn what_is_too_much_is_not_begun() {
    let refused = |link: &str| Exhaust::new(&scenario(link)).err();
    let cases = [
        ("v=1&p=om&n=7&m=2&t=6.7", NotExhausted::Strategies(40)),
        ("v=1&p=om&n=10&m=3&t=1.9.10", NotExhausted::Strategies(707)),
        ("v=1&p=om&n=12&m=6&t=1", NotExhausted::Messages(2_060_311)),
        ("v=1&p=sm&n=4&t=1", NotExhausted::NoPaths),
    ];
    for (link, expected) in cases {
        assert_eq!(refused(link), Some(expected), "{link}");
    }
    // Counted without listing them.
    assert_eq!(slots_of(&scenario("v=1&p=om&n=64&m=62&t=1.2")), u128::MAX);
}

#[test]
fn the_search_for_any_protocol_agrees_with_the_circuit() {
    for (n, m, traitors) in [
        (3, 1, "3"),
        (4, 1, "1"),
        (4, 1, "4"),
        (4, 2, "4"),
        (5, 1, "1"),
    ] {
        for protocol in ["om", "flat"] {
            let army = army(protocol, n, m, traitors, Order::Attack);
            let machine = match protocol {
                "om" => Oral::new(n, m).unwrap(),
                _ => Oral::flat(n, m).unwrap(),
            };
            let mut joint = AdversarySearch::new(machine, &army);
            joint.advance(u64::MAX);
            // Here silence is a word of its own.
            let slots = slots_of(&army) as u32;
            assert_eq!((joint.tried(), is_cut(&joint)), (3_u64.pow(slots), false));
            assert_eq!(
                joint.breaking() > 0,
                exhausted(&army).1 > 0,
                "{}",
                army.link()
            );
            if let Some(first) = joint.found() {
                assert!(breaks(&first), "{}", first.link());
            }
        }
    }
}

/// A machine that counts what its generals are told.
struct Counted<'a> {
    machine: Signed,
    told: &'a AtomicUsize,
}

impl StepMachine for Counted<'_> {
    type State = <Signed as StepMachine>::State;
    type Message = <Signed as StepMachine>::Message;

    fn rounds(&self) -> usize {
        self.machine.rounds()
    }

    fn init(&self, general: General, order: Option<Order>) -> Self::State {
        self.machine.init(general, order)
    }

    fn send(&self, state: &Self::State, round: usize, to: General) -> Vec<(Slot, Self::Message)> {
        self.machine.send(state, round, to)
    }

    fn offer(&self, state: &Self::State, slot: &Slot, word: Word) -> Offer<Self::Message> {
        self.machine.offer(state, slot, word)
    }

    fn menu(
        &self,
        state: &Self::State,
        round: usize,
        to: General,
        words: &[Word],
    ) -> Vec<Choice<Self::Message>> {
        self.machine.menu(state, round, to, words)
    }

    fn receive(
        &self,
        state: &mut Self::State,
        round: usize,
        from: General,
        message: &Self::Message,
    ) -> Result<(), Refusal> {
        self.told.fetch_add(1, Ordering::Relaxed);
        self.machine.receive(state, round, from, message)
    }

    fn decide(&self, state: &Self::State) -> Option<Decision> {
        self.machine.decide(state)
    }

    fn word(message: &Self::Message) -> Word {
        Signed::word(message)
    }
}

#[test]
fn a_step_of_the_search_for_any_protocol_is_short_and_all_steps_try_all() {
    let base = scenario("v=1&p=sm&n=5&m=3&t=1.4.5");
    let told = AtomicUsize::new(0);
    let machine = Signed::new(5, 3, base.seed(), base.traitors()).unwrap();
    let mut joint = AdversarySearch::new(
        Counted {
            machine,
            told: &told,
        },
        &base,
    );
    while !joint.is_done() {
        let tried = joint.tried();
        told.store(0, Ordering::Relaxed);
        joint.advance(1);
        assert!(joint.tried() - tried <= 1);
        assert!(
            told.load(Ordering::Relaxed) <= 32,
            "{} messages in a step",
            told.load(Ordering::Relaxed)
        );
    }
    assert_eq!((joint.tried(), is_cut(&joint)), (26_896, false));
}

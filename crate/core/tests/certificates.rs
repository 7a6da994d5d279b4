//! "None exists" is as good as trying all: brute force beside the exact algorithm, and the closed rules beside it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{machine_run, scenario};
use generals::{
    Bound, Changes, Event, General, Order, RawLie, Scenario, Trace, Word,
    lab::attack::{AmongTraitors, Condition, smallest, smallest_of_any},
};

/// An army with the commander a traitor or not, and so many other traitors, the last ones.
fn army(n: usize, m: usize, commander: bool, others: usize, order: Order) -> Scenario {
    let lieutenants = (n + 1 - others..=n).map(|number| number.to_string());
    let traitors: Vec<String> = commander
        .then(|| "1".to_owned())
        .into_iter()
        .chain(lieutenants)
        .collect();
    scenario(&format!(
        "v=1&p=om&n={n}&m={m}&o={}&t={}&s=honest",
        order.letter(),
        traitors.join(".")
    ))
}

/// Slots whose words are all tried, to traitors too.
const SLOTS_MAX: usize = 15;

/// The lies of a smallest attack: those that count, and all.
type Fewest = Option<(u64, u64)>;

/// The fewest lies that break agreement, and validity, by trying every word in every slot of a traitor: all lies
/// counted, and those to the loyal before the others. `None` where there are more slots.
fn brute_force(army: &Scenario) -> Option<[[Fewest; 2]; 2]> {
    let slots: Vec<RawLie> = machine_run(army)
        .steps
        .into_iter()
        .map(|step| step.spoken.slot)
        .filter(|slot| army.traitors().contains(slot.from))
        .map(|slot| RawLie {
            path: slot
                .label
                .numbers()
                .iter()
                .map(|number| u64::from(*number))
                .collect(),
            to: slot.to.number().into(),
            said: Word::Silence,
        })
        .collect();
    if slots.len() > SLOTS_MAX {
        return None;
    }
    let mut fewest: [[Fewest; 2]; 2] = [[None; 2]; 2];
    for words in 0_u32..1 << slots.len() {
        let lies = slots.iter().enumerate().map(|(place, slot)| RawLie {
            said: Word::Order(if words >> place & 1 == 1 {
                Order::Attack
            } else {
                Order::Retreat
            }),
            ..slot.clone()
        });
        let changes = Changes {
            lies: Some(lies.collect()),
            ..Changes::default()
        };
        let (broken, [all, to_loyal]) = told(army.fork(&changes).unwrap());
        for (fewest, counted) in fewest.iter_mut().zip([all, to_loyal]) {
            for (fewest, broken) in fewest.iter_mut().zip(broken) {
                if broken {
                    let lies = (counted, all);
                    *fewest = Some(fewest.map_or(lies, |fewest| fewest.min(lies)));
                }
            }
        }
    }
    Some(fewest)
}

const CONDITIONS: [Condition; 2] = [Condition::Agreement, Condition::Validity];

/// The lies of a smallest attack, which breaks what it is to break with so many when it is run again.
fn ran(army: &Scenario, condition: Condition, among_traitors: AmongTraitors) -> Fewest {
    let attack = smallest(army, condition, among_traitors)?;
    let (broken, lies) = told(attack.scenario.unwrap());
    let place = CONDITIONS.iter().position(|known| *known == condition);
    assert!(broken[place.unwrap()], "{}", army.link());
    let counted = match among_traitors {
        AmongTraitors::Counted => lies[0],
        AmongTraitors::Free => lies[1],
    };
    assert_eq!(counted, attack.lies, "{}", army.link());
    Some((attack.lies, lies[0]))
}

/// Whether a run breaks agreement and validity, and how many lies are told in it: to anybody, and to the loyal.
fn told(run: Scenario) -> ([bool; 2], [u64; 2]) {
    let trace = Trace::new(run).unwrap();
    let to: Vec<General> = (1..trace.len())
        .filter_map(|step| match trace.event(step) {
            Some(Event::Message(message)) if message.said.is_lie() => Some(message.slot.to),
            _ => None,
        })
        .collect();
    let to_loyal = to.iter().filter(|to| trace.scenario().is_loyal(**to));
    let verdict = trace.verdict();
    (
        [
            !verdict.agrees(),
            verdict.holds(Condition::Validity) == Some(false),
        ],
        [to.len() as u64, to_loyal.count() as u64],
    )
}

#[test]
fn brute_force_finds_no_smaller_attack_in_any_army_of_at_most_fifteen_slots() {
    let mut checked = 0;
    for n in 3..=6 {
        for m in 0..=n - 2 {
            for commander in [false, true] {
                for others in usize::from(!commander)..n {
                    let both = [Order::Attack, Order::Retreat].map(|order| {
                        let army = army(n, m, commander, others, order);
                        let tried = brute_force(&army)?;
                        let exact = [AmongTraitors::Counted, AmongTraitors::Free]
                            .map(|among| CONDITIONS.map(|condition| ran(&army, condition, among)));
                        assert_eq!(exact, tried, "{}", army.link());
                        Some(())
                    });
                    checked += both.into_iter().flatten().count();
                }
            }
        }
    }
    assert_eq!(checked, 146);
}

/// Whether traitors of this kind break this condition with this order.
fn is_broken(n: usize, m: usize, traitors: (bool, usize), order: Order) -> bool {
    let (commander, others) = traitors;
    let condition = if commander {
        Condition::Agreement
    } else {
        Condition::Validity
    };
    smallest(
        &army(n, m, commander, others, order),
        condition,
        AmongTraitors::Counted,
    )
    .is_some()
}

#[test]
fn a_loyal_commander_is_disobeyed_exactly_where_generals_are_too_few() {
    for n in 3..=30 {
        for m in 1..=(n - 2).min(9) {
            for k in 1..=n - 2 {
                let at = format!("n={n} m={m} k={k}");
                assert_eq!(
                    is_broken(n, m, (false, k), Order::Attack),
                    n <= 2 * k + m,
                    "{at}"
                );
                // A tie is retreat, which helps the order to retreat by one general.
                assert_eq!(
                    is_broken(n, m, (false, k), Order::Retreat),
                    n < 2 * k + m,
                    "{at}"
                );
            }
        }
    }
}

#[test]
fn a_traitor_commander_parts_the_loyal_exactly_where_the_rule_says() {
    for n in 3..=20 {
        for m in 1..=(n - 2).min(8) {
            for k in 1..=n - 2 {
                let rule = k > m || k >= 2 && n + 2 <= 2 * k + m;
                for order in [Order::Attack, Order::Retreat] {
                    let broken = is_broken(n, m, (true, k - 1), order);
                    assert_eq!(broken, rule, "n={n} m={m} k={k}");
                }
            }
        }
    }
}

#[test]
fn no_attack_exists_exactly_where_the_closed_rule_promises() {
    for n in 3..=16 {
        for m in 0..=(n - 2).min(7) {
            for k in 1..=n - 2 {
                let base = army(n, m, false, 0, Order::Attack);
                let broken =
                    [Condition::Agreement, Condition::Validity]
                        .into_iter()
                        .any(|condition| {
                            smallest_of_any(&base, k, None, condition, AmongTraitors::Counted)
                                .is_some()
                        });
                assert_eq!(
                    Bound::oral(n, m, k).exact,
                    Some(!broken),
                    "n={n} m={m} k={k}"
                );
            }
        }
    }
}

#[test]
fn what_takes_more_lies_than_a_word_counts_is_not_taken_for_impossible() {
    for (n, m, k) in [
        (31, 20, 5),
        (31, 20, 6),
        (31, 12, 9),
        (31, 12, 10),
        (40, 30, 6),
        (64, 30, 20),
    ] {
        let base = scenario(&format!("v=1&p=om&n={n}&m={m}"));
        let breaks = [Condition::Agreement, Condition::Validity]
            .into_iter()
            .any(|condition| {
                smallest_of_any(&base, k, None, condition, AmongTraitors::Counted).is_some()
            });
        assert_eq!(breaks, k > m || n <= 2 * k + m, "n={n} m={m} k={k}");
    }
}

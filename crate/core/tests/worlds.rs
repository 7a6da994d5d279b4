//! Two worlds, one view: what is found is what it claims, and what is not found does not exist.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::collections::BTreeMap;

use common::{general, scenario, trace};
use generals::{
    Event, General, Generals, Message, OtherWorld, Path, Paths, Scenario, Trace, other_world,
};

fn found(link: &str, eyes: u64, f: usize) -> Option<Scenario> {
    match other_world(&trace(link), general(eyes), f) {
        OtherWorld::Found(world) => Some(*world),
        OtherWorld::NoneExists { .. } => None,
        other => panic!("{link}: {other:?}"),
    }
}

#[test]
fn the_lectures_two_cases_are_each_others_other_world() {
    // General 2 lies, or general 1 is two-faced: general 3 cannot tell.
    let second_lies = "v=1&p=om&n=3&m=1&t=2&s=honest&x=1.2-3R";
    let world = found(second_lies, 3, 1).unwrap();
    assert_eq!(world.link(), "v=1&p=om&n=3&t=1&s=honest&x=1-2R_1-3A");
    let back = found(&world.link(), 3, 1).unwrap();
    assert_eq!(back.traitors(), Generals::NONE.with(general(2)));
}

#[test]
fn nobody_can_be_sure_of_a_commander_who_may_be_a_traitor() {
    // All say attack: the commander may be loyal, or a traitor who was told retreat and says attack to everyone.
    let world = found("v=1&p=om&n=4&m=1", 2, 1).unwrap();
    assert_eq!(
        world.link(),
        "v=1&p=om&n=4&o=R&t=1&s=honest&x=1-2A_1-3A_1-4A"
    );
    assert_eq!(
        found("v=1&p=om&n=4&m=1", 2, 0),
        None,
        "without traitors there is one world"
    );
    assert_eq!(
        found("v=1&p=om&n=4&m=1&t=3", 1, 3),
        None,
        "the commander knows what he ordered"
    );
}

#[test]
fn signatures_tell_the_lectures_two_cases_apart() {
    // The oral case needs a second order signed by the commander: who is loyal has not signed it.
    assert_eq!(found("v=1&p=sm&n=3&m=1&t=2&s=flip", 3, 1), None);
    let two_faced = "v=1&p=sm&n=3&m=1&t=1&s=split";
    assert_eq!(
        found(two_faced, 3, 2),
        None,
        "two orders under one signature prove a traitor"
    );
}

/// What a world is, as far as a general may wonder.
#[derive(Clone, PartialEq)]
struct Truth {
    traitors: Generals,
    commander: bool,
    order: Option<generals::Order>,
    all_lie: bool,
}

fn truth(trace: &Trace) -> Truth {
    let scenario = trace.scenario();
    let commander = scenario.is_loyal(General::COMMANDER);
    let liars: Generals = (1..trace.len())
        .filter_map(|step| match trace.event(step) {
            Some(Event::Message(Message { slot, said, .. })) if said.is_lie() => Some(slot.from),
            _ => None,
        })
        .collect();
    Truth {
        traitors: scenario.traitors(),
        commander,
        order: commander.then(|| scenario.order()),
        all_lie: liars == scenario.traitors(),
    }
}

/// Every world of an army with at most `k` traitors: each word of `words` in each slot of a traitor.
fn all_worlds(protocol: &str, n: usize, m: usize, k: usize, words: &[&str]) -> Vec<Trace> {
    let mut worlds: Vec<Trace> = Vec::new();
    for set in (0_u64..1 << n).filter(|set| set.count_ones() as usize <= k) {
        let traitors: Vec<u64> = (1..=n as u64).filter(|g| set >> (g - 1) & 1 == 1).collect();
        let paths: Vec<Path> = (1..=m + 1)
            .flat_map(|length| Paths::new(n, length))
            .collect();
        let slots: Vec<String> = paths
            .iter()
            .filter(|path| traitors.contains(&u64::from(path.speaker().number())))
            .flat_map(|path| {
                (1..=n as u64)
                    .filter(|to| !path.contains(general(*to)))
                    .map(move |to| format!("{path}-{to}"))
            })
            .collect();
        let named: Vec<String> = traitors.iter().map(u64::to_string).collect();
        for order in ["A", "R"] {
            for choice in 0..words.len().pow(slots.len() as u32) {
                let mut rest = choice;
                let lies: Vec<String> = slots
                    .iter()
                    .map(|slot| {
                        let word = words[rest % words.len()];
                        rest /= words.len();
                        match word {
                            "AR" => format!("{slot}A_{slot}R"),
                            word => format!("{slot}{word}"),
                        }
                    })
                    .collect();
                let link = format!(
                    "v=1&p={protocol}&n={n}&m={m}&o={order}&t={}&x={}",
                    named.join("."),
                    lies.join("_")
                );
                let world = match worlds.first() {
                    Some(first) => first.sibling(scenario(&link)),
                    None => Trace::new(scenario(&link)),
                };
                worlds.push(world.unwrap());
            }
        }
    }
    worlds
}

/// Compares the search with a look at every world there is; gives how often there was another one.
fn check_all(
    protocol: &str,
    n: usize,
    m: usize,
    k: usize,
    f: usize,
    words: &[&str],
) -> (usize, usize) {
    let worlds = all_worlds(protocol, n, m, k, words);
    let truths: Vec<Truth> = worlds.iter().map(truth).collect();
    let (mut with, mut without) = (0, 0);
    for eyes in 1..=n as u64 {
        let eyes = general(eyes);
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, world) in worlds.iter().enumerate() {
            alike
                .entry(format!("{:?}", world.view(eyes, usize::MAX)))
                .or_default()
                .push(index);
        }
        for (index, world) in worlds.iter().enumerate() {
            let here = &truths[index];
            let others = &alike[&format!("{:?}", world.view(eyes, usize::MAX))];
            let exists = others.iter().map(|other| &truths[*other]).any(|other| {
                other.all_lie
                    && other.traitors.len() <= f
                    && other.traitors.contains(eyes) == here.traitors.contains(eyes)
                    && (other.commander != here.commander || other.order != here.order)
            });
            let link = world.scenario().link();
            match other_world(world, eyes, f) {
                OtherWorld::Found(other) => {
                    assert!(
                        exists,
                        "{link} as {eyes}: {} is no other world",
                        other.link()
                    );
                    let other = world.sibling(*other).unwrap();
                    assert_eq!(
                        other.view(eyes, usize::MAX),
                        world.view(eyes, usize::MAX),
                        "{link}"
                    );
                    with += 1;
                }
                OtherWorld::NoneExists { .. } => {
                    assert!(!exists, "{link} as {eyes}: there is another world");
                    without += 1;
                }
                other => panic!("{link} as {eyes}: {other:?}"),
            }
        }
    }
    (with, without)
}

/// n, m, at most so many traitors; how often there is another world and how often not.
type Counted = ((usize, usize, usize), (usize, usize));

fn check_counted(protocol: &str, words: &[&str], counted: &[Counted]) {
    for ((n, m, k), counts) in counted {
        let found = check_all(protocol, *n, *m, *k, *k, words);
        assert_eq!(found, *counts, "{protocol} n={n} m={m} k={k}");
    }
}

#[test]
fn the_search_is_exact_for_oral_messages_of_small_armies() {
    let counted = [
        ((3, 1, 1), (36, 60)),
        ((3, 1, 2), (184, 290)),
        ((4, 1, 1), (156, 284)),
        ((4, 1, 2), (3_846, 4_370)),
        ((4, 2, 1), (192, 1_976)),
        ((5, 1, 1), (656, 1_244)),
    ];
    check_counted("om", &["A", "R", "S"], &counted);
}

#[test]
fn the_search_is_exact_for_signed_messages_of_small_armies() {
    let counted = [
        ((3, 1, 1), (28, 122)),
        ((3, 1, 2), (176, 838)),
        ((4, 1, 1), (138, 766)),
        ((4, 1, 2), (4_140, 27_484)),
        ((4, 2, 1), (426, 6_238)),
        ((5, 1, 1), (840, 4_290)),
    ];
    check_counted("sm", &["A", "R", "AR", "S"], &counted);
}

#[test]
fn the_search_is_exact_for_five_generals_and_two_relays() {
    // Without silences, to be done in seconds.
    check_counted("om", &["A", "R"], &[((5, 2, 1), (840, 19_810))]);
}

//! Where kings and queens are safe and where they are not: every situation visited, over all opinions and all traitors; a plain
//! count of every strategy beside it; the ring.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;
mod plain;

use std::collections::BTreeSet;

use common::scenario;
use generals::{
    Protocol, Scenario, Tool, Visit, judge,
    king::machine::King,
    lab::{
        begin::{NotSearched, exhaust, sample},
        joint_states::JointStates,
        ring::{even_blocs, ring},
        search::{Kind, Search},
    },
};
use plain::Rule;

fn finished(base: &Scenario) -> Box<dyn Search> {
    let mut search = exhaust(base).unwrap();
    while !search.is_done() {
        search.advance(1 << 20);
    }
    assert_eq!(search.progress().kind, Kind::States, "{}", base.link());
    assert_eq!(search.progress().total, Some(search.tried()));
    if let Some(found) = search.found() {
        let verdict = judge(&found, Visit::All).unwrap();
        assert!(verdict.is_broken(), "{}", found.link());
        let (found, traitors) = (found.opinions(), found.traitors());
        assert_eq!((found, traitors), (base.opinions(), base.traitors()));
    }
    search
}

/// Of all opinions and placements of f traitors: how many there are and how many can be broken. Generals who are never king
/// are alike, and what a traitor thinks plays no part: of armies that differ in no more one stands for all.
fn all_armies(protocol: &str, n: usize, m: usize, f: u32) -> (usize, usize) {
    let (mut all, mut broken) = (0, 0);
    let mut known = BTreeSet::new();
    for traitors in (0_u32..1 << n).filter(|set| set.count_ones() == f) {
        for opinions in (0_u32..1 << n).filter(|set| set & traitors == 0) {
            let kind = |i: usize| match (traitors >> i & 1, opinions >> i & 1) {
                (1, _) => 'T',
                (_, 1) => 'A',
                _ => 'R',
            };
            let mut kinds: Vec<char> = (0..n).map(kind).collect();
            kinds[m + 1..].sort_unstable();
            let named = (0..n).filter(|i| kinds[*i] == 'T');
            let named: Vec<String> = named.map(|i| (i + 1).to_string()).collect();
            if !known.insert(kinds.clone()) {
                continue;
            }
            let opinions: String = kinds
                .iter()
                .map(|kind| if *kind == 'A' { 'A' } else { 'R' })
                .collect();
            let link = format!(
                "v=1&p={protocol}&n={n}&m={m}&t={}&i={opinions}",
                named.join(".")
            );
            all += 1;
            broken += usize::from(finished(&scenario(&link)).found().is_some());
        }
    }
    (all, broken)
}

#[test]
fn where_phase_king_is_safe() {
    for (n, m, armies) in [(4, 1, 20), (5, 1, 28), (6, 1, 36), (7, 2, 102)] {
        assert_eq!(all_armies("king", n, m, m as u32), (armies, 0), "n={n}");
    }
}

#[test]
fn where_phase_king_is_broken() {
    assert_eq!(all_armies("king", 3, 1, 1), (12, 6));
    assert_eq!(all_armies("king", 6, 2, 2), (76, 46));
    assert_eq!(all_armies("king&by=short", 4, 1, 1), (20, 4));
}

#[test]
fn where_phase_queen_is_safe() {
    for (n, m, armies) in [(5, 1, 28), (6, 1, 36), (9, 2, 154)] {
        assert_eq!(all_armies("queen", n, m, m as u32), (armies, 0), "n={n}");
    }
}

#[test]
fn where_phase_queen_is_broken() {
    assert_eq!(all_armies("queen", 3, 1, 1), (12, 6));
    assert_eq!(all_armies("queen", 4, 1, 1), (20, 9));
    assert_eq!(all_armies("queen", 7, 2, 2), (102, 64));
    assert_eq!(all_armies("queen", 8, 2, 2), (128, 55));
}

/// Every strategy of one traitor, one run after another: how many there are, and the ends in which a condition is broken.
fn one_by_one(base: &Scenario) -> (u64, BTreeSet<Vec<char>>) {
    let (n, m) = (base.n(), base.m());
    let opinions = base.opinion_letters();
    let rule = match base.protocol() {
        Protocol::King => Rule::King { phases: m + 1 },
        _ => Rule::Queen { phases: m + 1 },
    };
    let loyal: Vec<usize> = base.loyal().iter().map(|one| one.number().into()).collect();
    let is_loyal = |general: usize| loyal.contains(&general);
    // No proposal and silence are the same in round 2, silence and retreat elsewhere where nobody counts it as less.
    let words = |round: usize| match (rule, round % 3) {
        (Rule::King { .. }, 1) => "ARS",
        (Rule::King { .. }, 2) => "ARN",
        _ => "AR",
    };
    let mut places = Vec::new();
    plain::run(rule, (n, m), &opinions, &mut |place, honest| {
        if !is_loyal(place.1) && is_loyal(place.2) {
            places.push(place);
        }
        honest
    });
    let (mut tried, mut broken) = (0, BTreeSet::new());
    let mut chosen = vec![0; places.len()];
    loop {
        let run = plain::run(rule, (n, m), &opinions, &mut |place, honest| {
            let index = places.iter().position(|known| *known == place);
            let said = |index: usize| words(place.0).as_bytes()[chosen[index]].into();
            index.map_or(honest, said)
        });
        tried += 1;
        let end: Vec<char> = loyal.iter().map(|one| run.decisions[one - 1]).collect();
        let thought: Vec<char> = loyal
            .iter()
            .map(|one| opinions.as_bytes()[one - 1].into())
            .collect();
        let alike = |words: &[char]| words.iter().all(|word| *word == words[0]);
        if !alike(&end) || alike(&thought) && end[0] != thought[0] {
            broken.insert(end);
        }
        let mut is_last = true;
        for (place, digit) in places.iter().zip(&mut chosen) {
            *digit = (*digit + 1) % words(place.0).len();
            if *digit > 0 {
                is_last = false;
                break;
            }
        }
        if is_last {
            return (tried, broken);
        }
    }
}

#[test]
fn trying_every_strategy_gives_the_same_answers() {
    let mut strategies = 0;
    for (protocol, n, traitors) in [
        ("king", 3, 1..=3),
        ("king", 4, 4..=4),
        ("queen", 3, 1..=3),
        ("queen", 4, 1..=4),
    ] {
        for traitor in traitors {
            for opinions in (0_u32..1 << n).filter(|set| set >> (traitor - 1) & 1 == 0) {
                let letters = (0..n).map(|i| if opinions >> i & 1 == 1 { 'A' } else { 'R' });
                let letters: String = letters.collect();
                // Half a million strategies each: two are enough.
                if (protocol, n) == ("king", 4) && !["AARR", "AAAR"].contains(&letters.as_str()) {
                    continue;
                }
                let base = scenario(&format!("v=1&p={protocol}&n={n}&t={traitor}&i={letters}"));
                let (tried, broken) = one_by_one(&base);
                assert_eq!(
                    finished(&base).progress().breaking,
                    broken.len() as u64,
                    "{}",
                    base.link()
                );
                strategies += tried;
            }
        }
    }
    assert_eq!(strategies, 1_308_870);
}

#[test]
fn the_ring_breaks_both_at_a_third() {
    for link in [
        "v=1&p=king&n=3",
        "v=1&p=king&n=6&m=2",
        "v=1&p=queen&n=3",
        "v=1&p=queen&n=6&m=2",
    ] {
        let base = scenario(link);
        let ring = ring(&base, even_blocs(base.n()).unwrap()).unwrap();
        let broken: Vec<_> = ring.windows.iter().filter(|window| !window.holds).collect();
        assert_eq!(broken.len(), 1, "{link}");
        assert!(ring.windows.iter().all(|window| window.same_eyes), "{link}");
        for window in broken {
            let verdict = judge(&window.scenario, Visit::All).unwrap();
            assert!(verdict.is_broken(), "{}", window.scenario.link());
        }
    }
}

#[test]
fn a_chain_or_a_smallest_attack_is_not_asked_of_kings() {
    for protocol in [Protocol::King, Protocol::Queen] {
        let tools = [Tool::Chain, Tool::Attack, Tool::OtherWorld];
        assert!(tools.iter().all(|tool| !protocol.spec().answers(*tool)));
        assert!(protocol.spec().answers(Tool::Ladder));
    }
}

#[test]
fn in_pieces_of_any_size_the_search_finds_the_same() {
    for link in ["v=1&p=king&n=4&t=1&by=short", "v=1&p=queen&n=5&t=2"] {
        let base = scenario(link);
        let results = [1, 7, 1 << 20].map(|piece| {
            let mut search = exhaust(&base).unwrap();
            while !search.is_done() {
                search.advance(piece);
            }
            (search.progress(), search.found())
        });
        assert!(results.iter().all(|result| *result == results[0]), "{link}");
    }
}

#[test]
fn a_piece_of_the_search_is_small_however_many_ways_a_round_has() {
    // Six traitors have 4096 ways to tell one general something in a round, and six generals hear each his own.
    let base = scenario("v=1&p=king&n=12&m=3&t=1.2.3.4.5.6");
    let mut search = exhaust(&base).unwrap();
    for piece in 1..=5_000 {
        search.advance(1);
        assert!(search.tried() <= piece);
    }
    assert!(search.tried() > 1, "it goes on");
    // Six of eleven, whom nobody can protect: so much work finds all that can be.
    let mut search = exhaust(&scenario("v=1&p=king&n=11&m=3&t=1.2.3.4.5")).unwrap();
    search.advance(1 << 22);
    let progress = search.progress();
    assert!(progress.is_done && progress.breaks);
    assert_eq!((progress.tried, progress.breaking), (69_558, 62));
}

#[test]
fn too_large_an_army_is_refused_by_name() {
    let crowded = scenario("v=1&p=king&n=20&m=3&t=2.3");
    let Some(NotSearched::TooManyGenerals { size, nearest }) = exhaust(&crowded).err() else {
        panic!("eighteen loyal generals are too many");
    };
    let nearest = nearest.unwrap();
    assert_eq!((size, nearest.n(), nearest.traitors().len()), (20, 14, 2));
    assert!(exhaust(&nearest).is_ok());
    let traitors = scenario("v=1&p=king&n=10&m=3&t=1.2.3.4.5.6.7");
    assert!(matches!(
        exhaust(&traitors).err(),
        Some(NotSearched::TooManyGenerals { nearest: None, .. })
    ));
    assert!(JointStates::new(King::new(10, 3).unwrap(), &traitors).is_none());
    let alone = scenario("v=1&p=king&n=3&t=1.2.3");
    assert_eq!(exhaust(&alone).err(), Some(NotSearched::NothingClaimed));
}

#[test]
fn drawing_by_lot_breaks_four_queens_too() {
    let mut search = sample(&scenario("v=1&p=queen&n=4&t=2&i=ARAR")).unwrap();
    for _ in 0..100 {
        search.advance(1_000);
    }
    let found = search.found().unwrap();
    assert!(judge(&found, Visit::All).unwrap().is_broken());
}

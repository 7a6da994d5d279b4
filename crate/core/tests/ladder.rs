//! The ladder against plain brute force, and facts that follow from what each kind of traitor may do.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;
#[path = "common/weak_by_hand.rs"]
mod weak_by_hand;

use common::{scenario, trace};
use generals::{
    Protocol, Scenario, Word,
    king::machine::King,
    lab::{
        begin::NotSearched,
        ladder::{Known, Ladder, Rung, Weakness, ladder},
    },
    machine::StepMachine,
    om::machine::Oral,
    queen::machine::Queen,
    sm::machine::Signed,
};
use proptest::prelude::*;
use weak_by_hand::{Tried, anything, crashes, omissions, twins};

/// What the ladder says of the three weak kinds, in the same words.
fn weak(found: &Ladder) -> [Tried; 3] {
    [Weakness::Crash, Weakness::Omission, Weakness::Twins].map(|weakness| {
        let rung = found.weak(weakness).unwrap();
        assert_eq!(rung.known, Known::Exhausted);
        Tried {
            runs: rung.tried as usize,
            breaks: rung.breaks,
        }
    })
}

/// The three by brute force; no traitor sends more than `most` messages.
fn by_hand<M: StepMachine>(machine: &M, base: &Scenario, most: usize) -> [Tried; 3] {
    [
        crashes(machine, base, most),
        omissions(machine, base, most),
        twins(machine, base),
    ]
}

/// That the runs a ladder shows break, each by what its rung may do.
fn shown_runs_break(found: &Ladder) {
    let rungs = [
        &found.crash,
        &found.omission,
        &found.twins,
        &found.arbitrary,
    ];
    for rung in rungs.into_iter().flatten() {
        assert_eq!(rung.run.is_some(), rung.breaks);
        if let Some(run) = &rung.run {
            assert!(trace(&run.link()).verdict().is_broken(), "{}", run.link());
        }
    }
    for rung in [&found.crash, &found.omission].into_iter().flatten() {
        let run = rung.run.iter().filter(|run| run.spec().notices_silence);
        let mut lies = run.flat_map(|run| run.lies().values());
        assert!(lies.all(|words| words.iter().all(Word::is_silence)));
    }
}

/// What breaks, from the lowest rung to the highest: crash, omission, twins, anything.
fn what_breaks(found: &Ladder) -> String {
    let rungs = [
        &found.crash,
        &found.omission,
        &found.twins,
        &found.arbitrary,
    ];
    let letters = rungs.into_iter().zip("cota".chars());
    letters
        .map(|(rung, letter)| {
            if rung.as_ref().unwrap().breaks {
                letter
            } else {
                '-'
            }
        })
        .collect()
}

fn counts(found: &Ladder) -> [u64; 3] {
    [&found.crash, &found.omission, &found.twins].map(|rung| rung.as_ref().unwrap().tried)
}

fn asked(link: &str) -> Ladder {
    ladder(&scenario(link)).unwrap()
}

/// A link, what breaks, and how many runs were tried of crash, omission and twins.
type Fact = (&'static str, &'static str, [u64; 3]);

/// Oral messages. A lieutenant of n sends n−2 messages and a commander n−1: a crash is one of so many and one points for each traitor, an
/// omission one of 2 to the power of all. A twin may say either order if he was told to attack, and only
/// retreat if he was told that, for who is told nothing says retreat; a commander's twin either.
const ORAL: [Fact; 13] = [
    ("v=1&p=om&n=3&t=3", "cota", [2, 2, 2]),
    // One against one is a tie, and a tie is retreat.
    ("v=1&p=om&n=3&t=3&o=R", "----", [2, 2, 1]),
    ("v=1&p=om&n=3&t=1", "----", [3, 4, 4]),
    ("v=1&p=om&n=3&m=0&t=1", "cota", [3, 4, 4]),
    ("v=1&p=om&n=4&t=3", "----", [3, 4, 4]),
    ("v=1&p=om&n=4&t=1", "----", [4, 8, 8]),
    ("v=1&p=om&n=4&t=3.4", "cota", [9, 16, 16]),
    ("v=1&p=om&n=4&t=3.4&o=R", "---a", [9, 16, 1]),
    // Four words of general 4 where he was told to attack, one where not: 4·4 + 4·1.
    ("v=1&p=om&n=4&t=1.4", "-ota", [12, 32, 20]),
    ("v=1&p=om&n=4&t=1.4&o=R", "--ta", [12, 32, 20]),
    ("v=1&p=flat&n=3&t=3", "cota", [2, 2, 2]),
    ("v=1&p=flat&n=4&t=3", "----", [3, 4, 4]),
    ("v=1&p=flat&n=4&t=1.4", "-ota", [12, 32, 20]),
];

/// Signed messages. A commander's twins can show both orders at once, or one, but not none: 3 ways for each lieutenant.
const SIGNED: [Fact; 8] = [
    ("v=1&p=sm&n=3&t=3", "----", [2, 2, 2]),
    ("v=1&p=sm&n=3&t=1", "----", [3, 4, 9]),
    ("v=1&p=sm&n=3&m=0&t=1", "cota", [3, 4, 9]),
    ("v=1&p=sm&n=4&m=0&t=1", "cota", [4, 8, 27]),
    ("v=1&p=sm&n=4&t=3.4", "----", [9, 16, 16]),
    // Crash: 3 points at which general 4 has no letter to pass on, and then 3 of his. Omission: 4·1 + 4·4.
    // Twins: of 9 ways to the loyal, general 4 shows two of his 2·2 choices for each order he was shown: 9·(4 + 4 + 16).
    ("v=1&p=sm&n=4&t=1.4", "-ota", [6, 20, 216]),
    ("v=1&p=sm&n=4&m=2&t=1.4", "----", [8, 23, 1536]),
    // With the commander's key he forges an order, which is no weakness.
    ("v=1&p=sm&n=3&t=3&k=1", "---a", [2, 2, 2]),
];

fn is_as_stated((link, breaks, tried): Fact) -> Ladder {
    let found = asked(link);
    assert_eq!(
        (what_breaks(&found).as_str(), counts(&found)),
        (breaks, tried),
        "{link}"
    );
    shown_runs_break(&found);
    found
}

#[test]
fn oral_messages_by_brute_force() {
    for fact in ORAL {
        let found = is_as_stated(fact);
        let base = scenario(fact.0);
        let (n, m) = (base.n(), base.m());
        let machine = if base.protocol() == Protocol::Flat {
            Oral::flat(n, m).unwrap()
        } else {
            Oral::new(n, m).unwrap()
        };
        assert_eq!(weak(&found), by_hand(&machine, &base, n - 1), "{}", fact.0);
        assert_eq!(
            found.arbitrary.unwrap().breaks,
            anything(&base),
            "{}",
            fact.0
        );
    }
}

#[test]
fn signed_messages_by_brute_force() {
    for fact in SIGNED {
        let found = is_as_stated(fact);
        let base = scenario(fact.0);
        let held = base.adversary().held_keys();
        let machine = Signed::new(base.n(), base.m(), base.seed(), held).unwrap();
        assert_eq!(
            weak(&found),
            by_hand(&machine, &base, base.n()),
            "{}",
            fact.0
        );
        let arbitrary = found.arbitrary.unwrap();
        assert_eq!(arbitrary.known, Known::Exhausted);
        if base.m() < 2 {
            assert_eq!(arbitrary.breaks, anything(&base), "{}", fact.0);
        }
    }
}

/// Kings and queens, who are tried by hand among three. The opinions are A, R, A. A twin had either opinion: his copies say either
/// word until what they heard decides.
const CROWNED: [Fact; 7] = [
    // Two to each in two rounds, and two as the king: 6 messages.
    ("v=1&p=king&n=3&m=0&t=1", "cota", [7, 64, 16]),
    ("v=1&p=king&n=3&m=0&t=2", "---a", [5, 16, 16]),
    ("v=1&p=king&n=3&t=3", "--ta", [9, 256, 588]),
    ("v=1&p=king&n=4&t=1&by=short", "cota", [10, 512, 512]),
    ("v=1&p=queen&n=3&m=0&t=1", "cota", [5, 16, 16]),
    ("v=1&p=queen&n=3&t=1", "-ota", [7, 64, 64]),
    ("v=1&p=queen&n=3&t=2", "----", [7, 64, 64]),
];

#[test]
fn kings_and_queens_by_brute_force() {
    for fact in CROWNED {
        let found = is_as_stated(fact);
        let base = scenario(fact.0);
        let (n, m) = (base.n(), base.m());
        if n > 3 {
            continue;
        }
        let tried = match base.protocol() {
            Protocol::King => by_hand(&King::new(n, m).unwrap(), &base, 8),
            _ => by_hand(&Queen::new(n, m).unwrap(), &base, 6),
        };
        assert_eq!(weak(&found), tried, "{}", fact.0);
    }
}

#[test]
fn kings_hold_among_four_and_queens_among_five() {
    for (link, breaks) in [
        ("v=1&p=king&n=4&t=1", "----"),
        ("v=1&p=king&n=4&t=3", "----"),
        ("v=1&p=queen&n=4&t=1", "---a"),
        ("v=1&p=queen&n=4&t=4", "--ta"),
        ("v=1&p=queen&n=5&t=1", "----"),
    ] {
        let found = asked(link);
        assert_eq!(what_breaks(&found), breaks, "{link}");
        assert_eq!(found.arbitrary.unwrap().known, Known::Exact, "{link}");
    }
}

#[test]
fn what_an_exact_algorithm_excludes_is_excluded_of_the_weaker_too() {
    let found = asked("v=1&p=om&n=7&m=2&t=2.3");
    let known = [Weakness::Omission, Weakness::Twins]
        .map(|weakness| found.weak(weakness).cloned().unwrap());
    let excluded = Rung {
        known: Known::Exact,
        tried: 0,
        breaks: false,
        run: None,
    };
    assert_eq!(known, [excluded.clone(), excluded]);
    // Each has 5 + 20 messages to send.
    let crash = found.crash.unwrap();
    assert_eq!((crash.known, crash.tried), (Known::Exhausted, 26 * 26));
}

#[test]
fn what_is_too_much_to_try_is_drawn_and_said_so() {
    let found = asked("v=1&p=om&n=6&m=2&t=2.3");
    let omission = found.omission.unwrap();
    assert!(matches!(omission.known, Known::Part | Known::Sampled) && omission.breaks);
}

#[test]
fn what_is_not_decided_with_so_much_work_is_drawn_and_said_so() {
    // Too many situations for one answer: some runs are drawn, and nothing follows from finding nothing.
    let found = asked("v=1&p=king&n=12&m=3&t=1.2.3");
    let arbitrary = found.arbitrary.unwrap();
    assert_eq!((arbitrary.known, arbitrary.breaks), (Known::Sampled, false));
    assert!(arbitrary.tried > 0 && !arbitrary.known.is_certain());
    // Of five loyal generals all situations are visited, however many ways their traitors have.
    let found = asked("v=1&p=king&n=10&m=3&t=1.2.3.4.5");
    let arbitrary = found.arbitrary.unwrap();
    assert_eq!((arbitrary.known, arbitrary.breaks), (Known::Exact, true));
}

#[test]
fn of_an_army_too_large_only_what_an_algorithm_knows_is_answered() {
    let found = asked("v=1&p=om&n=31&m=10&t=2.3");
    assert_eq!(what_breaks(&found), "----");
    let found = asked("v=1&p=om&n=31&m=10&t=1.2.3.4.5.6.7.8.9.10.11");
    assert_eq!(
        (found.crash, found.omission, found.twins),
        (None, None, None)
    );
    assert!(found.arbitrary.unwrap().breaks);
}

#[test]
fn where_nothing_is_claimed_nothing_is_asked() {
    let why = |link| ladder(&scenario(link)).err();
    assert_eq!(why("v=1&p=om&n=3&t=1.2"), Some(NotSearched::NothingClaimed));
    assert_eq!(why("v=1&p=two&n=2"), Some(NotSearched::NotForThis));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn each_rung_contains_the_weaker_ones(
        protocol in prop::sample::select(vec!["om", "flat", "sm"]),
        n in 3_u64..=4,
        m in 0_u64..=2,
        order in prop::sample::select(vec!["A", "R"]),
        traitors in 1_u64..15,
        stolen in 0_u64..15,
    ) {
        let list = |set: u64| {
            let numbers = (1..=n).filter(|number| set >> (number - 1) & 1 == 1);
            numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(".")
        };
        let m = m.min(n - 2);
        let keys = if protocol == "sm" { format!("&k={}", list(stolen & !traitors)) } else { String::new() };
        let link = format!("v=1&p={protocol}&n={n}&m={m}&o={order}&t={}{keys}", list(traitors));
        if let Ok(found) = ladder(&scenario(&link)) {
            let breaks = what_breaks(&found);
            let does = |letter| breaks.contains(letter);
            prop_assert!(!does('c') || does('o'), "{link}: {breaks}");
            prop_assert!(!(does('o') || does('t')) || does('a'), "{link}: {breaks}");
            shown_runs_break(&found);
        }
    }
}

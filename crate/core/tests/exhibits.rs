//! The flat vote as an exhibit: the smallest runs in which it fails and OM(m), on the same lies, does not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{general, scenario};
use generals::{Condition, Path, Paths, Verdict, judge, om::Visit};

/// What one army can do wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// All the loyal disobey a loyal commander, with one accord.
    Disobeys,
    /// The loyal part.
    Splits,
}

fn verdict(link: &str) -> Verdict {
    judge(&scenario(link), Visit::All).unwrap()
}

fn fails(verdict: &Verdict, fault: Fault) -> bool {
    match fault {
        Fault::Disobeys => verdict.agrees() && verdict.holds(Condition::Validity) == Some(false),
        Fault::Splits => !verdict.agrees(),
    }
}

fn is_right(verdict: &Verdict) -> bool {
    verdict.agrees() && verdict.holds(Condition::Validity) != Some(false)
}

/// All sets of k traitors among n.
fn placements(n: u64, k: u32) -> impl Iterator<Item = Vec<u64>> {
    (0_u64..1 << n)
        .filter(move |set| set.count_ones() == k)
        .map(move |set| (1..=n).filter(|g| set >> (g - 1) & 1 == 1).collect())
}

/// The slots of these traitors, in the order of a link.
fn slots(n: u64, m: usize, traitors: &[u64]) -> Vec<String> {
    let paths: Vec<Path> = (1..=m + 1)
        .flat_map(|length| Paths::new(n as usize, length))
        .collect();
    paths
        .iter()
        .filter(|path| traitors.contains(&u64::from(path.speaker().number())))
        .flat_map(|path| {
            (1..=n)
                .filter(|to| !path.contains(general(*to)))
                .map(move |to| format!("{path}-{to}"))
        })
        .collect()
}

/// Among all words of all sets of k traitors, the run with the fewest lies in which the flat vote has this fault
/// and OM(m) has none; and how many runs there are.
fn fewest_lies(n: u64, m: usize, k: u32, fault: Fault) -> (Option<(u64, String)>, usize) {
    let (mut best, mut tried) = (None, 0);
    for traitors in placements(n, k) {
        let named: Vec<String> = traitors.iter().map(u64::to_string).collect();
        let slots = slots(n, m, &traitors);
        for order in ["A", "R"] {
            for choice in 0_u64..1 << slots.len() {
                let said = slots.iter().enumerate();
                let words: Vec<String> = said
                    .map(|(i, slot)| {
                        format!("{slot}{}", if choice >> i & 1 == 0 { 'A' } else { 'R' })
                    })
                    .collect();
                let link = |protocol| {
                    format!(
                        "v=1&p={protocol}&n={n}&m={m}&o={order}&t={}&s=honest&x={}",
                        named.join("."),
                        words.join("_")
                    )
                };
                tried += 1;
                let flat = verdict(&link("flat"));
                let lies = flat.lies.unwrap();
                let fewer = best.as_ref().is_none_or(|(least, _)| lies < *least);
                if fewer && fails(&flat, fault) && is_right(&verdict(&link("om"))) {
                    best = Some((lies, link("flat")));
                }
            }
        }
    }
    (best, tried)
}

/// The same run with those words alone that are lies.
fn lies_alone(link: &str) -> String {
    let (rest, words) = link.split_once("&x=").unwrap();
    let mut words: Vec<&str> = words.split('_').collect();
    let full = verdict(link);
    let mut place = 0;
    while place < words.len() {
        let word = words.remove(place);
        if verdict(&format!("{rest}&x={}", words.join("_"))) != full {
            words.insert(place, word);
            place += 1;
        }
    }
    format!("{rest}&x={}", words.join("_"))
}

/// The first army, by n, then m, then the number of traitors, that meets a condition and whose flat vote can have
/// this fault; its run with the fewest lies, and how many runs were tried.
fn smallest(fault: Fault, meets: impl Fn(&str) -> bool) -> (String, usize) {
    let mut tried = 0;
    for n in 3..=5 {
        for m in 0..=n as usize - 2 {
            for k in 1..=(n as u32 - 2).min(2) {
                if !meets(&format!(
                    "v=1&n={n}&m={m}&t={}",
                    if k == 1 { "2" } else { "2.3" }
                )) {
                    continue;
                }
                let (best, here) = fewest_lies(n, m, k, fault);
                tried += here;
                if let Some((_, link)) = best {
                    let lies = lies_alone(&link);
                    return (scenario(&lies).link(), tried);
                }
            }
        }
    }
    panic!("no army so small");
}

fn golden() -> String {
    include_str!("../../../tests/links/golden.json").to_owned()
}

/// Of all armies; OM(2) happens to be right in these runs.
const SMALLEST: [(Fault, usize, &str); 2] = [
    (
        Fault::Disobeys,
        544,
        "v=1&p=flat&n=4&m=2&o=R&t=2&s=honest&x=1.2-3A_1.2-4A_1.3.2-4A_1.4.2-3A",
    ),
    (
        Fault::Splits,
        544,
        "v=1&p=flat&n=4&m=2&o=R&t=2&s=honest&x=1.2-3A_1.2-4A_1.4.2-3A",
    ),
];
/// Of the armies that OM(m) keeps safe whoever the traitor is and whatever he says.
const SMALLEST_WHERE_OM_IS_SAFE: [(Fault, usize, &str); 2] = [
    (
        Fault::Disobeys,
        4264,
        "v=1&p=flat&n=5&m=2&t=2&s=honest&x=1.2-3R_1.2-4R_1.2-5R_1.3.2-4R_1.3.2-5R_1.4.2-3R_1.4.2-5R_1.5.2-3R_1.5.2-4R",
    ),
    (
        Fault::Splits,
        4264,
        "v=1&p=flat&n=5&m=2&t=1&s=honest&x=1-2R_1-3R",
    ),
];

#[test]
fn the_smallest_failures_of_the_flat_vote() {
    for (fault, tried, link) in SMALLEST {
        assert_eq!(
            smallest(fault, |_| true),
            (link.to_owned(), tried),
            "{fault:?}"
        );
    }
    for (fault, tried, link) in SMALLEST_WHERE_OM_IS_SAFE {
        let safe = |army: &str| scenario(army).bound().exact == Some(true);
        assert_eq!(smallest(fault, safe), (link.to_owned(), tried), "{fault:?}");
    }
}

#[test]
fn the_exhibits_are_published() {
    let golden = golden();
    for (_, _, link) in SMALLEST.iter().chain(&SMALLEST_WHERE_OM_IS_SAFE) {
        assert!(golden.contains(&format!("\"link\": \"{link}\"")), "{link}");
    }
}

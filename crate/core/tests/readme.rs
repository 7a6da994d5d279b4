//! What the README says of runs is so: its links open, its forms break, its table and its limits are the engine's.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::collections::BTreeSet;

use common::trace;
use generals::{
    Protocol, Trace, limits,
    link::{LinkSize, parse},
};

const README: &str = include_str!("../../../README.md");

/// Every scenario link that stands in a text; what ends in an ellipsis is the beginning of one.
fn links(text: &str) -> Vec<&str> {
    let from = text.match_indices("v=1&p=").map(|(at, _)| &text[at..]);
    let ends = |one: char| one.is_whitespace() || "`'\"…)\\".contains(one);
    let cut = from.filter_map(|rest| rest.split_at_checked(rest.find(ends)?));
    cut.filter(|(link, rest)| !rest.starts_with('…') && !link.ends_with("NAME"))
        .map(|(link, _)| link)
        .collect()
}

/// The rows of the table under this heading, cell by cell.
fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let (_, below) = README.split_once(heading).unwrap();
    let lines = below.lines().skip_while(|line| !line.starts_with('|'));
    let rows = lines.take_while(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

#[test]
fn every_link_opens() {
    let all: BTreeSet<&str> = links(README).into_iter().collect();
    for link in &all {
        let opened = parse(link, LinkSize::Any).unwrap_or_else(|error| panic!("{link}: {error}"));
        Trace::new(opened.scenario).unwrap_or_else(|error| panic!("{link}: {error}"));
    }
    assert!(all.len() > 15, "{all:?}");
}

#[test]
fn each_wrong_form_is_broken_by_its_link() {
    let mut protocol = "";
    let mut broken = Vec::new();
    for row in rows("**Forms** (`by`)") {
        let [of, by, _, run] = row[..] else {
            panic!("{row:?}")
        };
        protocol = if of.is_empty() { protocol } else { of };
        for link in links(run) {
            let run = trace(link);
            assert_eq!(format!("`{}`", run.scenario().protocol().name()), protocol);
            let form = run
                .scenario()
                .variant()
                .map(|one| format!("`{}`", one.name()));
            assert_eq!(form.as_deref(), Some(by), "{link}");
            assert!(run.verdict().is_broken(), "{link}");
            broken.push(by);
        }
    }
    let all = Protocol::NAMES
        .iter()
        .flat_map(|(_, one)| one.spec().variants);
    // A common coin is not wrong.
    assert_eq!(broken.len(), all.count() - 1, "{broken:?}");
}

/// What the table says of rounds or depth and of messages, and what that comes to among n with m.
type Row = (
    &'static str,
    [&'static str; 2],
    fn(usize, usize) -> (usize, usize),
);

const ROWS: [Row; 5] = [
    ("king", ["3(m+1)", "(m+1)(n−1)(2n+1)"], |n, m| {
        (3 * (m + 1), (m + 1) * (n - 1) * (2 * n + 1))
    }),
    ("queen", ["2(m+1)", "(m+1)(n²−1)"], |n, m| {
        (2 * (m + 1), (m + 1) * (n * n - 1))
    }),
    // Of one opinion all decide in the first phase, and go on for one more.
    (
        "benor",
        ["2 a phase, as many as the coins take", "2n(n−1) a phase"],
        |n, _| (2 * 2, 2 * 2 * n * (n - 1)),
    ),
    ("bracha", ["3 or more", "(n−1)(2n+1)"], |n, _| {
        (3, (n - 1) * (2 * n + 1))
    }),
    ("pbft", ["3 or more", "2n(n−1) in one view"], |n, _| {
        (3, 2 * n * (n - 1))
    }),
];

#[test]
fn the_table_counts_rounds_or_depth_and_messages_as_the_engine_does() {
    let table = rows("## Protocols");
    for (protocol, [rounds, messages], of) in ROWS {
        let row = table
            .iter()
            .find(|row| row[0] == format!("`{protocol}`"))
            .unwrap();
        assert_eq!([row[4], row[5]], [rounds, messages], "{protocol}");
        for (n, m) in [(6, 1), (11, 2), (16, 3)] {
            let mut link = format!("v=1&p={protocol}&n={n}&m={m}");
            if protocol == "benor" {
                link += &format!("&i={}", "A".repeat(n));
            }
            let run = trace(&link);
            let counted = (run.rounds(), run.verdict().messages.total as usize);
            assert_eq!(counted, of(n, m), "{link}");
        }
    }
}

/// `524288` as `524 288`.
fn in_groups(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups = groups.map(|group| String::from_utf8_lossy(group).into_owned());
    groups.collect::<Vec<_>>().join(" ")
}

#[test]
fn the_limits_of_runs_without_rounds_are_told() {
    for (before, limit, name) in [
        ("", limits::DELIVERIES_MAX, " deliveries (`DELIVERIES_MAX`)"),
        ("", limits::PHASES_MAX, " phases (`PHASES_MAX`)"),
        ("view ", limits::VIEWS_MAX, " (`VIEWS_MAX`)"),
    ] {
        let told = format!("{before}{}{name}", in_groups(limit));
        assert!(README.contains(&told), "{told}");
    }
}

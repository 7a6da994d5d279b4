//! A run as a table and as a sequence diagram: nothing is lost, nothing is read as something else, nobody's secret is told.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

use generals::{
    General, Trace, Wanted,
    file::{Options, Refused, mermaid, tsv},
    limits::{MERMAID_CHARACTERS_MAX, MERMAID_MESSAGES_MAX},
};
use proptest::prelude::*;

mod common;
use common::{general, links, trace};

fn seen_by(eyes: u64) -> Options {
    Options {
        eyes: General::new(eyes),
        ..Options::default()
    }
}

fn table(trace: &Trace, options: &Options) -> Vec<Vec<String>> {
    let text = tsv(trace, options).unwrap();
    let cells = |line: &str| line.split('\t').map(str::to_owned).collect();
    text.lines().map(cells).collect()
}

/// What a message is called in the diagram, numbered from 1.
fn arrows(diagram: &str) -> Vec<&str> {
    let arrows = ["->>g", "-xg"];
    let lines = diagram.lines().map(str::trim);
    lines
        .filter(|line| arrows.iter().any(|arrow| line.contains(arrow)))
        .collect()
}

#[test]
fn every_protocol_has_its_messages_as_a_table_and_as_a_diagram() {
    for link in [
        "v=1&p=om&n=4&t=3",
        "v=1&p=flat&n=4&t=1",
        "v=1&p=sm&n=4&m=2&t=1.3&k=2",
        "v=1&p=ic&n=4&t=3",
        "v=1&p=trust&t=2&by=signed",
        "v=1&p=two&m=4&lost=3",
    ] {
        let trace = trace(link);
        let rows = table(&trace, &Options::default());
        assert!(rows.iter().all(|row| row.len() == 10), "{link}");
        assert_eq!(
            rows.len(),
            trace.len(),
            "{link}: a line of heads, a line a message"
        );
        let diagram = mermaid(&trace, &Options::default()).unwrap();
        assert_eq!(arrows(&diagram).len(), trace.len() - 1, "{link}");
    }
}

#[test]
fn what_is_odd_about_a_message_is_said() {
    let forged = trace("v=1&p=sm&n=4&t=3&x=1.3-2R");
    let rows = table(&forged, &Options::default());
    assert!(
        rows.iter()
            .any(|row| row[7] == "bad-signature" && row[9] == "true"),
        "{rows:?}"
    );
    let silent = trace("v=1&p=om&n=4&t=3&s=silent");
    let rows = table(&silent, &Options::default());
    assert!(
        rows.iter()
            .any(|row| row[5] == "S" && row[6] == "2.3" && row[8] == "A"),
        "silence is missed by both"
    );
    assert!(
        mermaid(&silent, &Options::default())
            .unwrap()
            .contains("g3--xg2: 1.3 S (A)")
    );
    let caught = trace("v=1&p=two&m=1&lost=1");
    assert!(
        mermaid(&caught, &Options::default())
            .unwrap()
            .contains("g1-xg2: 1 A caught")
    );
}

#[test]
fn counted_from_0_generals_and_paths_are_and_messengers_are_not() {
    let from_0 = Options {
        number_from: 0,
        ..Options::default()
    };
    let diagram = mermaid(&trace("v=1&p=om&n=4&t=3"), &from_0).unwrap();
    assert!(
        diagram.contains("participant g1 as 0\n") && diagram.contains("g3-->>g2: 0.2 R (A)"),
        "{diagram}"
    );
    let diagram = mermaid(&trace("v=1&p=two&m=2"), &from_0).unwrap();
    assert!(
        diagram.contains("g2->>g1: 2 A"),
        "the second messenger: {diagram}"
    );
}

#[test]
fn through_somebodys_eyes_only_what_he_knows_is_told() {
    let link = "v=1&p=om&n=4&t=3";
    let trace = trace(link);
    let options = Options {
        link: link.to_owned(),
        ..seen_by(2)
    };
    let rows = table(&trace, &options);
    assert_eq!(rows[0].len(), 8, "nobody knows what was honest");
    assert!(rows[1..].iter().all(|row| row[2] == "2" || row[3] == "2"));
    let steps: Vec<&str> = rows[1..].iter().map(|row| row[0].as_str()).collect();
    assert_eq!(steps, ["1", "2", "3", "4", "5"]);
    let diagram = mermaid(&trace, &options).unwrap();
    assert!(
        !diagram.contains("(T)") && !diagram.contains("t=3") && !diagram.contains("--"),
        "{diagram}"
    );
    assert_eq!(diagram.matches("note over g2: A").count(), 1);
    assert!(
        !diagram.contains("note over g4: "),
        "nor what others decide"
    );
    let own = mermaid(&trace, &seen_by(3)).unwrap();
    assert!(
        own.contains("3 (T)") && own.contains("g3-->>g2"),
        "a traitor knows his own lies"
    );
}

#[test]
fn who_sends_a_messenger_does_not_see_him_caught() {
    let diagram = mermaid(&trace("v=1&p=two&m=1&lost=1"), &seen_by(1)).unwrap();
    assert!(diagram.contains("g1->>g2: 1 A\n"), "{diagram}");
    assert!(!diagram.contains("caught"));
}

#[test]
fn what_mermaid_does_not_draw_is_refused_by_the_limit() {
    let many = mermaid(&trace("v=1&p=om&n=10&m=2&t=3"), &Options::default());
    assert_eq!(
        many,
        Err(Refused::TooLarge {
            size: 585,
            most: MERMAID_MESSAGES_MAX
        })
    );
    let long = Options {
        link: "x".repeat(50_000),
        ..Options::default()
    };
    let refused = mermaid(&trace("v=1&p=om&n=4"), &long);
    assert!(matches!(
        refused,
        Err(Refused::TooLong {
            most: MERMAID_CHARACTERS_MAX,
            ..
        })
    ));
    let fits = mermaid(&trace("v=1&p=om&n=8&m=2&t=3"), &Options::default()).unwrap();
    assert!(fits.len() as u128 <= MERMAID_CHARACTERS_MAX);
}

/// The letters that mean nothing to Mermaid where a text may stand.
fn is_harmless(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || " .-()".contains(letter)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_diagram_has_lines_of_these_forms_alone(link in links()) {
        let trace = trace(&link);
        let Ok(diagram) = mermaid(&trace, &Options::default()) else {
            prop_assert!(trace.len() as u128 > MERMAID_MESSAGES_MAX);
            return Ok(());
        };
        let n = trace.scenario().n();
        let mut lines = diagram.lines();
        prop_assert_eq!((lines.next(), lines.next()), (Some("sequenceDiagram"), Some("  autonumber")));
        for (line, expected) in lines.by_ref().take(n).zip(1..) {
            let start = format!("  participant g{expected} as {expected}");
            prop_assert!(line.starts_with(&start), "{}", line);
        }
        for line in lines {
            let (what, text) = line.trim().split_once(": ").unwrap();
            prop_assert!(text.chars().all(is_harmless), "{}", line);
            prop_assert!(what.starts_with("note over g") || what.starts_with('g'), "{}", line);
        }
    }

    #[test]
    fn a_table_has_every_message_and_every_lie(link in links(), eyes in 1_u64..=7) {
        let trace = trace(&link);
        let rows = table(&trace, &Options::default());
        let lies = rows[1..].iter().filter(|row| row[9] == "true").count();
        prop_assert_eq!((rows.len(), Some(lies as u64)), (trace.len(), trace.verdict().lies));
        if eyes as usize <= trace.scenario().n() {
            let wanted = Wanted { seen_by: Some(general(eyes)), ..Wanted::default() };
            let seen = generals::Rows::of(&trace, &wanted, &[]).len();
            prop_assert_eq!(table(&trace, &seen_by(eyes)).len(), seen + 1);
        }
    }
}

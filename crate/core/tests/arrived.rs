//! Links as they arrive, by the vectors that every reader shares, and by chance: what is undone, where a link ends, what is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::links;
use generals::link::{LinkSize, diagnose, nearest, parse, parse_given};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::Value;

fn vectors() -> Vec<Value> {
    let text = include_str!("../../../tests/links/reading.json");
    serde_json::from_str(text).unwrap()
}

/// What a vector says of a link, as one line.
fn expected(vector: &Value) -> String {
    if let Some(code) = vector["code"].as_str() {
        return format!("{code} {}", vector["key"].as_str().unwrap_or("-"));
    }
    let ignored = vector
        .get("ignored")
        .cloned()
        .unwrap_or_else(|| Value::Array(Vec::new()));
    let left_off = vector["leftOff"].as_str();
    format!(
        "{} {ignored} {left_off:?}",
        vector["address"].as_str().unwrap()
    )
}

/// The same of what is read.
fn found(link: &str) -> String {
    match parse(link, LinkSize::Any).and_then(|read| match read.left_off {
        // Where it ends is told whatever the size of the run.
        Some(_) => Ok(read),
        None => parse(link, LinkSize::Stepped),
    }) {
        Err(error) => format!(
            "{} {}",
            error.code.name(),
            error.key.as_deref().unwrap_or("-")
        ),
        Ok(read) => {
            let ignored: Value = read.ignored.iter().map(|(key, _)| key.as_str()).collect();
            format!(
                "{} {ignored} {:?}",
                read.address(),
                read.left_off.as_deref()
            )
        }
    }
}

#[test]
fn every_vector_is_read_as_it_says() {
    for vector in vectors() {
        let link = vector["link"].as_str().unwrap();
        assert_eq!(found(link), expected(&vector), "{link}");
        if let Some(offer) = vector["offer"].as_str() {
            assert_eq!(nearest(link).address(), offer, "{link}");
            assert!(diagnose(link).is_some(), "{link}");
        }
    }
}

#[test]
fn a_run_that_is_only_too_large_is_refused_for_its_size_wherever_its_link_ends() {
    for link in ["v=1&p=om&n=31&m=9，so", "v=1&p=om&n=31&m=9"] {
        let error = parse(link, LinkSize::Stepped).unwrap_err();
        assert_eq!(
            (error.code.name(), error.key.as_deref()),
            ("too-large", Some("m")),
            "{link}"
        );
    }
}

/// What one program makes of a link on its way.
fn mangled(link: &str, how: usize) -> String {
    match how {
        0 => link.replace('&', "&amp;"),
        1 => link.replace('&', "\\&").replace('_', "\\_"),
        2 => link.replace('=', "=3D"),
        3 => link
            .replace('&', "%26")
            .replace('=', "%3D")
            .replace('_', "%5F"),
        4 => link.replace('%', "%25"),
        5 => link.replace('&', ";"),
        6 => link.replace('&', "\u{200b}&"),
        7 => link.replace('=', "＝"),
        8 => link
            .replace("v=", "V=")
            .replace("p=", "P=")
            .replace("t=", "T="),
        9 => format!("{link}."),
        10 => format!("{link}\"),"),
        11 => link.replace('&', "&#38;"),
        _ => link.replace('&', "＆"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_one_program_or_two_make_of_a_link_it_is_the_same_link(link in links(), ways in vec(0..13_usize, 0..3)) {
        // Only escapes are written over escapes, so that none is undone in another's letters.
        let arrived = ways.iter().fold(link.clone(), |link, how| mangled(&link, *how));
        let (read, given) = parse_given(&link, LinkSize::Stepped).unwrap();
        if ways.len() < 2 || ways[0] == 3 && ways[1] == 4 {
            prop_assert_eq!(parse_given(&arrived, LinkSize::Stepped).unwrap(), (read, given), "{}", arrived);
        } else if let Ok(again) = parse(&arrived, LinkSize::Stepped) {
            prop_assert_eq!(again.scenario, read.scenario, "{}", arrived);
        }
    }

    #[test]
    fn a_link_ends_at_a_foreign_letter_and_never_means_anything_else(
        link in links(),
        foreign in select(vec!['，', '—', '|', '<', '）', '`', ' ', '。', '*', '\u{1f3f0}']),
        more in "[a-z ，.&=1-9]{0,12}",
    ) {
        let read = parse(&link, LinkSize::Stepped).unwrap();
        let arrived = format!("{link}{foreign}{more}");
        match parse(&arrived, LinkSize::Stepped) {
            Ok(again) => {
                prop_assert_eq!(&again.scenario, &read.scenario, "{}", arrived);
                let rest = again.left_off.unwrap_or_default();
                // What ends a sentence is dropped unsaid.
                prop_assert!(rest == arrived[link.len()..] || rest.is_empty() && foreign == ' ', "{}", arrived);
            }
            Err(error) => {
                prop_assert_eq!(error.code.name(), "malformed");
                prop_assert_eq!(nearest(&arrived).scenario, read.scenario, "{}", arrived);
            }
        }
    }

    #[test]
    fn what_is_read_is_written_so_that_it_reads_the_same(text in "(v=1&p=om)?(&lesson=[3Da.~_-]{0,6}|&lang=[a-z]{2}|&at=[0-9]{1,3}[.]?|&utm=[.3D]{0,3}|&view=tree|[.;,_ ]){0,5}") {
        if let Ok(link) = parse(&text, LinkSize::Any) {
            let again = parse(&link.address(), LinkSize::Any).unwrap();
            prop_assert_eq!(again.address(), link.address(), "{}", text);
            prop_assert_eq!((again.scenario, again.place, again.presentation), (link.scenario, link.place, link.presentation), "{}", text);
            prop_assert_eq!(again.ignored, Vec::new());
        }
    }
}

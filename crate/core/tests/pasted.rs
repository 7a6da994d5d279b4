//! Runs that are pasted: every form that is read, by the vectors of tests/links/pasted.json, and that no text does harm.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

use generals::link::{Source, pasted};
use proptest::prelude::*;
use serde_json::Value;

fn vectors() -> Vec<Value> {
    let text = include_str!("../../../tests/links/pasted.json");
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_is_pasted_becomes_the_link_that_it_means() {
    for vector in vectors() {
        let text = |key: &str| vector[key].as_str();
        let read = pasted(text("text").unwrap());
        if text("kind") == Some("refused") {
            let error = read.unwrap_err();
            let found = (error.code.name(), error.key.as_deref());
            assert_eq!(found, (text("code").unwrap(), text("key")), "{vector}");
            continue;
        }
        let read = read.unwrap_or_else(|error| panic!("{vector}: {error}"));
        let other = read.other.map(|link| link.address());
        assert_eq!(read.link.address(), text("link").unwrap(), "{vector}");
        assert_eq!(
            (Some(read.source.name()), other.as_deref()),
            (text("kind"), text("other")),
            "{vector}"
        );
    }
}

#[test]
fn what_was_not_understood_is_said() {
    for (text, read) in [
        ("LTLL please", "please"),
        ("1 LTLL ATTACK RETREAT", "RETREAT"),
        ("4", "4"),
    ] {
        assert_eq!(
            pasted(text).unwrap_err().read.as_deref(),
            Some(read),
            "{text}"
        );
    }
}

/// Texts that are nearly runs.
fn texts() -> impl Strategy<Value = String> {
    let pieces = "([LTFltf]{1,4}|[01]{1,3}|ATTACK|retreat|true|False|loyal|traitor|-[mrGOx]|m=|v=1|&p=om|&n=4|&t=3|#|\\?|:|=|[,;\\[\\](){}\" \n]|[0-9]{1,20}|忠|叛|[a-z]{1,3}|.){0,14}";
    proptest::string::string_regex(pieces).unwrap()
}

proptest! {
    #[test]
    fn whatever_is_pasted_is_read_or_refused(text in texts()) {
        if let Ok(read) = pasted(&text) {
            prop_assert!(read.other.is_none() || read.source == Source::Booleans);
            let again = pasted(&read.link.address()).unwrap();
            let made = (again.link.address(), again.source);
            prop_assert_eq!(made, (read.link.address(), Source::Link), "what was made of it is a link");
        }
    }

    #[test]
    fn of_any_text_at_all_too(text in any::<String>()) {
        let _ = pasted(&text);
    }

    #[test]
    fn a_list_is_read_back(traitors in prop::collection::vec(any::<bool>(), 2..=64), order in any::<bool>(), m in 0_usize..64) {
        let n = traitors.len();
        let m = m % (n - 1);
        let letters: String = traitors.iter().map(|traitor| if *traitor { 'T' } else { 'L' }).collect();
        let text = format!("{m} {letters} {}", if order { "ATTACK" } else { "RETREAT" });
        let scenario = pasted(&text).unwrap().link.scenario;
        prop_assert_eq!((scenario.n(), scenario.m(), scenario.order().letter()), (n, m, if order { 'A' } else { 'R' }));
        for general in scenario.generals().iter() {
            prop_assert_eq!(!scenario.is_loyal(general), traitors[usize::from(general.number()) - 1]);
        }
    }
}

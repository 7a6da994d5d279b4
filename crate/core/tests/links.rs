//! Scenario links: what is accepted, what is refused and why, what is canonical.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::links;
use generals::{
    Code, Key, LinkError, Protocol,
    limits::LINK_CHARACTERS_MAX,
    link::{Link, LinkSize, nearest, parse},
};
use proptest::prelude::*;

fn open(text: &str) -> Result<Link, LinkError> {
    parse(text, LinkSize::Stepped)
}

/// The canonical address of a link that is accepted, or `code key` of one that is refused.
fn check(text: &str, expected: &str) {
    let found = match open(text) {
        Ok(link) => link.address(),
        Err(error) => format!(
            "{} {}",
            error.code.name(),
            error.key.as_deref().unwrap_or("-")
        ),
    };
    assert_eq!(found, expected, "{text}");
}

#[test]
fn what_is_read_leniently() {
    for (text, canonical) in [
        ("v=1", "v=1&p=om&n=4"),
        ("#v=1&p=om&n=4&m=1&t=3", "v=1&p=om&n=4&t=3"),
        ("?v=1&n=4", "v=1&p=om&n=4"),
        ("&&v=1&&n=5&", "v=1&p=om&n=5"),
        ("v=1&amp;n=5&amp;t=2", "v=1&p=om&n=5&t=2"),
        ("v=1&amp;amp;n=5&amp;amp;t=2", "v=1&p=om&n=5&t=2"),
        ("v%3D1%26n%3D5", "v=1&p=om&n=5"),
        ("v=01&n=007&t=03.1.3", "v=1&p=om&n=7&t=1.3"),
        ("v=1&t=&k=&x=", "v=1&p=om&n=4"),
        ("n=2&v=1", "v=1&p=om&n=2"),
        ("v=1&n=3&m=0", "v=1&p=om&n=3&m=0"),
        (
            "v=1&at=99999999999999999999999",
            "v=1&p=om&n=4&at=18446744073709551615",
        ),
        (
            "v=1&seed=18446744073709551615",
            "v=1&p=om&n=4&seed=18446744073709551615",
        ),
        (
            "v=1&o=A&s=flip&seed=1&at=0&view=map&theme=auto&controls=full&speed=1&keys=own&number=1",
            "v=1&p=om&n=4",
        ),
        (
            "v=1&t=3&x=1.3-4S_1.3-2A",
            "v=1&p=om&n=4&t=3&x=1.3-2A_1.3-4S",
        ),
        (
            "v=1&n=10&t=1.10&x=1.10-2R_1-2R_1-10A_1.10-9A",
            "v=1&p=om&n=10&t=1.10&x=1-2R_1-10A_1.10-2R_1.10-9A",
        ),
        ("v=1&k=2.4&t=3", "v=1&p=om&n=4&t=3&k=2.4"),
        (
            "controls=none&embed=1&theme=dark&lang=zh&lesson=why-3f+1&v=1",
            "malformed -",
        ),
        (
            "controls=none&embed=1&theme=dark&lang=zh&lesson=why-3f1&view=tree&pov=2&at=7&v=1",
            "v=1&p=om&n=4&at=7&pov=2&view=tree&lesson=why-3f1&lang=zh&theme=dark&embed=1&controls=none",
        ),
        (
            "v=1&both=tree&path=1.03&fold=2&message=6&general=3&view=pair",
            "v=1&p=om&n=4&view=pair&general=3&message=6&fold=2&path=1.3&both=tree",
        ),
        ("v=1&both=map", "v=1&p=om&n=4"),
        (
            "v=1&rule=RRRA.RARA&view=rule",
            "v=1&p=om&n=4&view=rule&rule=RRRA.RARA",
        ),
        ("v=1&rule=RRRARAAA", "v=1&p=om&n=4&rule=RRRARAAA"),
        ("v=1&rule=RRR", "bad-value rule"),
        ("v=1&rule=RRRB", "bad-value rule"),
        ("v=1&rule=RRRA.RARA.RRRA", "bad-value rule"),
        ("v=1&rule=RRRARAAA.RRRARAAA", "bad-value rule"),
        ("v=1&rule=", "bad-value rule"),
    ] {
        check(text, canonical);
    }
    for view in [
        "time",
        "tree",
        "table",
        "pair",
        "lab",
        "tolerance",
        "attack",
        "exhaust",
        "ring",
        "chain",
        "ladder",
        "split-brain",
        "phases",
        "rule",
        "cost",
        "which",
    ] {
        let link = format!("v=1&p=om&n=4&view={view}");
        check(&link, &link);
    }
}

#[test]
fn what_is_refused_and_why() {
    for (text, refusal) in [
        ("", "missing-key v"),
        ("#", "missing-key v"),
        ("p=om&n=4", "missing-key v"),
        ("v=", "bad-value v"),
        ("v=2", "bad-version v"),
        ("v=one", "bad-version v"),
        ("v=1&v=1", "repeated-key v"),
        ("v=1&n=4&n=4", "repeated-key n"),
        ("v=1&utm=a&utm=b", "repeated-key utm"),
        ("v=1&n", "malformed -"),
        ("v=1&=4", "malformed -"),
        ("v=1&n=%", "malformed -"),
        ("v=1&n=%4", "malformed -"),
        ("v=1&n=%zz", "malformed -"),
        ("v=1&n=%ff", "malformed -"),
        ("hello", "malformed -"),
        ("v=1&p=paxos", "bad-value p"),
        ("v=1&p=", "bad-value p"),
        ("v=1&n=1", "out-of-range n"),
        ("v=1&n=65", "out-of-range n"),
        ("v=1&n=-4", "out-of-range n"),
        ("v=1&n=99999999999999999999999", "out-of-range n"),
        ("v=1&n=4.5", "bad-value n"),
        ("v=1&n=four", "bad-value n"),
        ("v=1&n=", "bad-value n"),
        ("v=1&n=２", "malformed -"),
        ("v=1&n=4&m=3", "out-of-range m"),
        ("v=1&n=2&m=1", "out-of-range m"),
        ("v=1&m=-1", "out-of-range m"),
        ("v=1&m=", "bad-value m"),
        ("v=1&n=16&m=6", "too-large m"),
        ("v=1&n=64&m=62", "too-large m"),
        ("v=1&o=a", "bad-value o"),
        ("v=1&o=S", "bad-value o"),
        ("v=1&t=5", "out-of-range t"),
        ("v=1&t=0", "out-of-range t"),
        ("v=1&t=1..2", "bad-value t"),
        ("v=1&s=nasty", "bad-value s"),
        ("v=1&seed=18446744073709551616", "out-of-range seed"),
        ("v=1&seed=x", "bad-value seed"),
        ("v=1&k=5", "out-of-range k"),
        ("v=1&t=2&k=2", "bad-value k"),
        ("v=1&t=3&x=1.3-2", "bad-value x"),
        ("v=1&t=3&x=1.3-2B", "bad-value x"),
        ("v=1&t=3&x=1.3.2R", "bad-value x"),
        ("v=1&t=3&x=-2R", "bad-value x"),
        ("v=1&t=3&x=1.3–2R", "malformed -"),
        ("v=1&t=3&x=1.2-3R", "not-a-traitor x"),
        ("v=1&x=1-2R", "not-a-traitor x"),
        ("v=1&t=3&x=1.3-3R", "no-such-path x"),
        ("v=1&t=3&x=1.3-1R", "no-such-path x"),
        ("v=1&t=3&x=1.3-5R", "no-such-path x"),
        ("v=1&t=3&x=1.5-2R", "no-such-path x"),
        ("v=1&t=3&x=3-2R", "no-such-path x"),
        ("v=1&t=3&x=1.2.3-4R", "no-such-path x"),
        ("v=1&t=3&x=1.3.3-4R", "no-such-path x"),
        ("v=1&t=3&x=1.99999999999999999999-4R", "no-such-path x"),
        ("v=1&t=3&x=1.3-2R_1.3-2A", "repeated-lie x"),
        ("v=1&t=3&x=1.3-2R_1.3-2R", "repeated-lie x"),
        ("v=1&at=x", "bad-value at"),
        ("v=1&at=-1", "out-of-range at"),
        ("v=1&at=", "bad-value at"),
        ("v=1&pov=5", "out-of-range pov"),
        ("v=1&pov=0", "out-of-range pov"),
        ("v=1&pov=me", "bad-value pov"),
        ("v=1&view=sky", "bad-value view"),
        ("v=1&lesson=", "bad-value lesson"),
        ("v=1&general=5", "out-of-range general"),
        ("v=1&message=x", "bad-value message"),
        ("v=1&fold=-1", "out-of-range fold"),
        ("v=1&path=1.65", "out-of-range path"),
        ("v=1&path=a", "bad-value path"),
        ("v=1&both=lab", "bad-value both"),
    ] {
        check(text, refusal);
    }
}

#[test]
fn of_several_faults_the_first_key_of_the_table_is_named() {
    for (text, refusal) in [
        ("v=1&lang=de&t=9&n=70", "out-of-range n"),
        ("v=1&x=1-2R&t=9", "out-of-range t"),
        ("v=2&n=70", "bad-version v"),
        ("v=1&utm=1&utm=2&rule=R", "bad-value rule"),
        ("v=1&x=9-9&n=16&m=9", "too-large m"),
        ("v=1&t=4&k=2&k=3&x=2-3R", "repeated-key k"),
        ("n=%zz&v=2", "malformed -"),
        // In one key, the first entry.
        ("v=1&t=3&x=1.2-3R_1.9-2R", "not-a-traitor x"),
    ] {
        check(text, refusal);
    }
}

#[test]
fn a_refusal_says_what_was_read_and_what_is_allowed() {
    let error = open("v=1&n=5&m=7").unwrap_err();
    assert_eq!(
        error.to_string(),
        "out-of-range in key m: read \"7\"; allowed are 0 to 3"
    );
    let error = open("v=1&s=nasty").unwrap_err();
    assert_eq!(
        error.to_string(),
        "bad-value in key s: read \"nasty\"; allowed are honest, flip, split, silent, random, half"
    );
}

#[test]
fn what_is_allowed_is_said_of_every_key() {
    let protocols = Protocol::NAMES.map(|(name, _)| name).join(", ");
    let protocols = format!("allowed are {protocols}");
    for (text, allowed) in [
        ("v=3", "allowed are 1"),
        ("v=1&p=paxos", protocols.as_str()),
        ("v=1&n=four", "allowed are 2 to 64"),
        ("v=1&n=7&m=abc", "allowed are 0 to 5"),
        ("v=1&n=7&m=99999999999999999999", "allowed are 0 to 5"),
        ("v=1&n=16&m=9", "allowed are 0 to 5"),
        ("v=1&o=x", "allowed are A, R"),
        ("v=1&n=5&t=abc", "allowed are 1 to 5"),
        ("v=1&n=5&t=99999999999999999999", "allowed are 1 to 5"),
        ("v=1&n=5&t=6", "allowed are 1 to 5"),
        ("v=1&seed=x", "allowed are 0 to 18446744073709551615"),
        ("v=1&n=5&k=0", "allowed are 1 to 5"),
        ("v=1&x=nonsense", "allowed form: lie"),
        ("v=1&x=1-2R", "allowed form: lie"),
        ("v=1&at=soon", "allowed form: number"),
        ("v=1&n=5&pov=me", "allowed are 1 to 5"),
        ("v=1&n=5&pov=6", "allowed are 1 to 5"),
        ("v=1&lesson=", "allowed form: id"),
    ] {
        let message = open(text).unwrap_err().to_string();
        assert!(message.ends_with(allowed), "{text}: {message}");
    }
}

#[test]
fn length_is_counted_in_utf_16_units_without_the_mark() {
    let filled = |length: usize, filler: &str| {
        let start = "v=1&note=";
        let units = filler.encode_utf16().count();
        format!("#{start}{}", filler.repeat((length - start.len()) / units))
    };
    check(&filled(LINK_CHARACTERS_MAX, "a"), "v=1&p=om&n=4");
    check(&filled(LINK_CHARACTERS_MAX + 1, "a"), "too-long -");
    check(&filled(LINK_CHARACTERS_MAX - 1, "🏰"), "v=1&p=om&n=4");
    check(&filled(LINK_CHARACTERS_MAX + 1, "🏰"), "too-long -");
}

#[test]
fn unknown_keys_are_kept_aside_in_order() {
    let link = open("utm_source=chat&v=1&fbclid=x%7Ey").unwrap();
    let keys: Vec<(&str, &str)> = link
        .ignored
        .iter()
        .map(|(k, v)| (k.as_str(), v.as_str()))
        .collect();
    assert_eq!(keys, [("utm_source", "chat"), ("fbclid", "x~y")]);
}

#[test]
fn the_nearest_link_mends_only_what_is_wrong() {
    for (text, mended) in [
        ("v=1&n=99&t=3", "v=1&p=om&n=64&t=3"),
        ("v=1&n=5&m=9&t=2.9", "v=1&p=om&n=5&m=3&t=2"),
        ("v=9&n=7&m=2&t=4&s=split", "v=1&p=om&n=7&m=2&t=4&s=split"),
        ("n=7&t=1&x=1-2R_1-9R_1.3-2A", "v=1&p=om&n=7&t=1&x=1-2R"),
        ("v=1&n=31&m=9", "v=1&p=om&n=31&m=3"),
        (
            "v=1&n=4&lang=zh&theme=noir&nonsense",
            "v=1&p=om&n=4&lang=zh",
        ),
        ("%%%", "v=1&p=om&n=4"),
        ("v=1&n=7)", "v=1&p=om&n=7"),
        ("v=1&n=7&t=3).", "v=1&p=om&n=7&t=3"),
        ("v=1&n=7&t=1,4&s=", "v=1&p=om&n=7&t=1"),
        ("v=1&n=7 &t=3", "v=1&p=om&n=7"),
        (
            "V=1&P=OM&N=7&T=3&S=Split&O=r",
            "v=1&p=om&n=7&o=R&t=3&s=split",
        ),
        ("v=1&t=3&x=1.3–2r", "v=1&p=om&n=4&t=3&x=1.3-2R"),
        (
            "v=1&n=9999999999999999999999&m=99999999999999999999999",
            "v=1&p=om&n=64&m=2",
        ),
    ] {
        assert_eq!(nearest(text).address(), mended, "{text}");
    }
}

#[test]
fn every_key_of_the_table_has_its_own_name() {
    for key in Key::ALL {
        assert_eq!(Key::of(key.name()), Some(key));
    }
    assert!(Key::ALL.is_sorted());
    assert_eq!(Key::of("N"), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_back_and_prints_the_same(link in links()) {
        let read = open(&link).unwrap();
        let printed = read.scenario.link();
        let again = open(&printed).unwrap();
        prop_assert_eq!(&again.scenario, &read.scenario);
        prop_assert_eq!(again.address(), printed);
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>()) {
        let _ = open(&text);
        prop_assert!(open(&nearest(&text).address()).is_ok());
    }

    #[test]
    fn no_damaged_link_is_too_odd(
        text in "(v=[0-3]{1,2}|p=[a-z]{2}|n=[0-9-]{0,3}|m=[0-9]{0,3}|o=[ARS]?|t=[0-9.]{0,6}|s=[a-z]{4,6}|seed=[0-9]{0,21}|k=[0-9.]{0,4}|x=[0-9._ARS-]{0,12}|at=[0-9]{0,9}|pov=[0-9]{0,2}|[a-z]{1,3}=|&|%[0-9a-f]{0,2}|#){0,9}",
        cut in any::<prop::sample::Index>(),
    ) {
        let pairs = text.replace("v=", "&v=").replace("x=", "&x=").replace("t=", "&t=").replace("n=", "&n=");
        let text: String = pairs.chars().take(cut.index(pairs.len() + 1)).collect();
        if let Err(error) = open(&text) {
            let unkeyed = matches!(error.code, Code::Malformed | Code::TooLong);
            prop_assert_eq!(error.key.is_none(), unkeyed);
        }
        let mended = nearest(&text).address();
        prop_assert_eq!(open(&mended).map(|link| link.address()), Ok(mended.clone()));
    }
}

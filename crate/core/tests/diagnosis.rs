//! Links as they arrive: from chats, from sentences, cut in the middle, from a later version.

use generals::{
    Code, Key,
    link::{Damage, LinkSize, diagnose, parse, parse_given, replaced},
};
use proptest::prelude::*;

type Found = (Damage, Option<String>, String);

fn found(link: &str) -> Option<Found> {
    diagnose(link).map(|found| (found.damage, found.first, found.token))
}

fn check(link: &str, damage: Damage, first: Option<&str>, token: &str) {
    let expected = (damage, first.map(str::to_owned), token.to_owned());
    assert_eq!(found(link), Some(expected), "{link}");
}

#[test]
fn the_spaces_of_chats_are_taken_out_and_the_link_without_them_is_offered() {
    for (link, clean, seen) in [
        ("v=1&p=om%20&n=4", "v=1&p=om&n=4", ""),
        ("v=1&p=om&n=7&\nt=3", "v=1&p=om&n=7&t=3", ""),
        (r"v=1&p=om&n\=7&t=3", "v=1&p=om&n=7&t=3", "\\"),
        ("v=1&n=4; t=3", "v=1&p=om&n=4&t=3", ""),
        ("v=1 &t=3.1&n=04", "v=1&p=om&n=4&t=1.3", ""),
    ] {
        check(link, Damage::Strewn, Some(clean), seen);
    }
}

#[test]
fn at_a_letter_that_no_link_holds_what_stands_before_it_is_offered_if_more_of_the_link_stands_behind()
 {
    for (link, offer, rest) in [
        ("v=1&p=om&n=7|t=3", "v=1&p=om&n=7", "|t=3"),
        ("v=1&p=om&n=7&t=3，at=2", "v=1&p=om&n=7&t=3", "，at=2"),
        ("v=1&p=om&n=99，see", "v=1&p=om&n=64", "，see"),
        (
            "v=1&p=om&n=4&t=3 (see n=5)",
            "v=1&p=om&n=4&t=3",
            " (see n=5)",
        ),
        ("v=1&p=om&n=4&lang=zh n=5", "v=1&p=om&n=4&lang=zh", " n=5"),
        ("v=1&p=om&n=4&utm=a b&n=5", "v=1&p=om&n=4", " b&n=5"),
    ] {
        check(link, Damage::Broken, Some(offer), rest);
    }
    assert_eq!(
        diagnose("v=1&p=om&n=7&t=3，see"),
        None,
        "nothing more of it does"
    );
}

#[test]
fn a_link_that_breaks_off_is_said_to_be_cut_and_what_could_be_read_is_offered() {
    for (link, last, rest) in [
        ("v=1&p=om&n=4&m=", "m=", "v=1&p=om&n=4"),
        ("v=1&p=om&n=4&t=3&s=spl", "s=spl", "v=1&p=om&n=4&t=3"),
        ("v=1&p=om&n=4&t=3&x=1.3-", "x=1.3-", "v=1&p=om&n=4&t=3"),
        ("v=1&p=om&n=4&t=3&lan", "lan", "v=1&p=om&n=4&t=3"),
    ] {
        check(link, Damage::Cut, Some(rest), last);
    }
}

#[test]
fn a_word_that_may_not_stand_there_and_an_entry_before_the_last_are_not_where_a_link_breaks_off() {
    for (link, is_cut) in [
        ("v=1&p=bracha&n=4&t=1&x=1", true),
        ("v=1&p=bracha&n=4&t=1&x=1.1-", true),
        ("v=1&p=bracha&n=4&t=1&x=1.1-2", true),
        ("v=1&p=bracha&n=4&t=1&x=1.1-2N", false),
        ("v=1&p=king&n=4&t=1&x=2.1-2Q", false),
        ("v=1&p=om&n=4&t=3&x=1.3-2R_1.3-4R2", false),
        ("v=1&p=om&n=4&t=3&x=1.3-2_1.3-4R", false),
        ("v=1&p=bracha&n=4&d=2.3-1_2.3", true),
        ("v=1&p=bracha&n=4&d=2.3-1_2.3-1", false),
    ] {
        let (damage, _, token) = found(link).unwrap();
        assert_eq!(damage == Damage::Cut, is_cut, "{link}: {damage:?} {token}");
    }
}

#[test]
fn of_a_lie_the_words_are_told_that_its_protocol_knows() {
    for (protocol, form) in [
        ("om", "lie"),
        ("bracha", "lie"),
        ("queen", "lie"),
        ("king", "lie-or-neither"),
        ("benor", "lie-or-neither"),
        ("pbft", "lie-or-neither"),
    ] {
        let link = format!("v=1&p={protocol}&t=1&x=2.1-2Q");
        let error = parse(&link, LinkSize::Any).unwrap_err();
        let told = format!("bad-value in key x: read \"2.1-2Q\"; allowed form: {form}");
        assert_eq!(error.to_string(), told);
    }
    let error = parse("v=1&p=king&o=R", LinkSize::Any).unwrap_err();
    let told = "bad-value in key o: read \"R\"; nothing is allowed here";
    assert_eq!(error.to_string(), told);
}

#[test]
fn of_what_is_too_long_to_be_repeated_it_is_said_that_it_goes_on() {
    let many = "1".repeat(100);
    for (link, damage, begins, ends) in [
        (format!("v=1&n=4|t={many}"), Damage::Broken, "|t=1", "1…"),
        (format!("v={many}"), Damage::Newer, "11", "1…"),
        (format!("v=1&p=a{many}"), Damage::Protocol, "a1", "1…"),
        (format!("v=1&n=4&t=3&x={many}-2"), Damage::Cut, "…1", "1-2"),
    ] {
        let (found, _, token) = found(&link).unwrap();
        assert_eq!(found, damage, "{link}");
        assert!(
            token.starts_with(begins) && token.ends_with(ends),
            "{token}"
        );
        assert_eq!(token.chars().count(), 41, "{token}");
    }
    let error = parse(&format!("v=1&n=4|t={}", "1".repeat(37)), LinkSize::Any).unwrap_err();
    let all = format!("|t={}", "1".repeat(37));
    assert_eq!(error.read, Some(all), "what can be repeated whole is");
}

#[test]
fn of_traitors_stolen_keys_and_lies_there_may_be_none_all_other_keys_of_a_run_and_a_place_hold_something()
 {
    for key in Key::ALL.into_iter().filter(|key| *key < Key::Lang) {
        // Some keys only one protocol knows.
        let rest = match key {
            Key::V => "n=4",
            Key::P => "v=1",
            Key::I => "v=1&p=ic",
            Key::Q | Key::D => "v=1&p=bracha",
            Key::W | Key::By => "v=1&p=trust",
            Key::Lost => "v=1&p=two",
            Key::Prog => "v=1&p=own",
            _ => "v=1&p=om",
        };
        let read = parse(&format!("{rest}&{}=", key.name()), LinkSize::Any);
        if matches!(key, Key::T | Key::K | Key::X) {
            assert!(read.is_ok(), "{key:?}");
        } else {
            let error = read.unwrap_err();
            let found = (error.code, error.key.as_deref());
            assert_eq!(found, (Code::BadValue, Some(key.name())));
        }
    }
}

#[test]
fn of_later_versions_and_unknown_protocols_nothing_is_guessed_first() {
    check("v=2&p=om&n=4", Damage::Newer, None, "2");
    check("v=1&p=paxos&n=4", Damage::Protocol, None, "paxos");
    assert_eq!(found("v=one&p=om&n=4").unwrap().0, Damage::Other);
}

#[test]
fn too_many_generals_lead_elsewhere_first_other_faults_to_the_nearest_run() {
    check("v=1&p=om&n=99", Damage::Other, None, "");
    check("v=1&p=om&n=4&t=5", Damage::Other, Some("v=1&p=om&n=4"), "");
    assert_eq!(found("v=1&p=om&n=4&s=evil&t=3").unwrap().0, Damage::Other);
    // It can be read, but not be opened.
    assert_eq!(diagnose("v=1&n=31&m=9").unwrap().error.code, Code::TooLarge);
    assert_eq!(diagnose("v=1&p=om&n=4&t=3"), None);
}

#[test]
fn every_damage_has_a_name() {
    for (name, damage) in Damage::NAMES {
        assert_eq!(damage.name(), name);
    }
}

#[test]
fn a_default_that_is_written_out_is_told_from_one_that_is_left_out() {
    let (link, given) = parse_given("#theme=auto&v=1&amp;s%3Dflip&utm=x", LinkSize::Any).unwrap();
    assert_eq!(given, [Key::V, Key::S, Key::Theme]);
    assert_eq!(link, parse("v=1&utm=x", LinkSize::Any).unwrap());
    let (_, given) = parse_given("v=1&p=om&i=RR", LinkSize::Any).unwrap();
    assert_eq!(given, [Key::V, Key::P], "OM(m) knows no opinions");
    assert!(parse_given("v=1&n=99", LinkSize::Any).is_err());
}

#[test]
fn keys_take_the_place_of_others_and_a_value_is_never_more_than_a_value() {
    let place = |keys: &[(Key, Option<&str>)]| {
        let keys: Vec<_> = keys
            .iter()
            .map(|(key, value)| (*key, value.map(str::to_owned)))
            .collect();
        replaced("v=1&n=5&at=3&pov=2&lang=en", &keys)
    };
    let address = |keys| place(keys).unwrap().address();
    assert_eq!(
        address(&[(Key::At, Some("7")), (Key::Lang, None)]),
        "v=1&p=om&n=5&at=7&pov=2"
    );
    assert_eq!(
        address(&[(Key::Pov, Some("3"))]),
        "v=1&p=om&n=5&at=3&pov=3&lang=en"
    );
    assert_eq!(
        place(&[(Key::Pov, Some("9"))]).unwrap_err().code,
        Code::OutOfRange
    );
    let slip = place(&[(Key::Lesson, Some("a&t=3"))]).unwrap_err();
    assert_eq!(
        (slip.code, slip.key.as_deref()),
        (Code::BadValue, Some("lesson"))
    );
    let long = "a".repeat(8000);
    assert_eq!(
        place(&[(Key::Lesson, Some(&long))]).unwrap_err().code,
        Code::TooLong
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_arrives_is_diagnosed_if_and_only_if_it_does_not_open(text in "(v=1)?(&|[a-z=0-9.%&#\\\\ \u{200b}。_-]|n=|x=1|s=s|p=om){0,12}") {
        let opened = parse(&text, LinkSize::Stepped);
        let found = diagnose(&text);
        prop_assert_eq!(found.is_none(), opened.is_ok());
        if let Some(first) = found.and_then(|found| found.first) {
            let offered = parse(&first, LinkSize::Any).unwrap();
            prop_assert_eq!(offered.address(), first, "only canonical links are offered");
        }
    }
}

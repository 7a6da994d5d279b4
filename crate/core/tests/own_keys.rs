//! The keys that only trust and two generals know: what is printed reads back, damage never confuses, and a run of two generals is
//! the ride that its short form says.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{general, trace};
use generals::{
    Code, Order,
    link::{LinkSize, nearest, parse},
    trust::{Place, Rule},
    two::{machine::Messengers, ride},
};
use proptest::prelude::*;

/// Links of any order between customer, shop and payment service.
fn orders() -> impl Strategy<Value = String> {
    let pairs = prop::collection::vec((1_usize..=3, 1_usize..=2, any::<bool>()), 0..8);
    let words = prop::collection::vec(prop::sample::select(vec!["", "A", "R", "S"]), 7);
    let strategies = vec!["honest", "flip", "split", "silent", "random", "half"];
    let traitors = prop::sample::subsequence(vec![1, 2, 3], 0..=3);
    (
        (pairs, 0_usize..5, words, traitors),
        (any::<bool>(), any::<u64>()),
        prop::sample::select(strategies),
    )
        .prop_map(
            |((pairs, rule, words, traitors), (attack, seed), strategy)| {
                let pair = |(who, other, is_long): &(usize, usize, bool)| {
                    let whom = 1 + (who - 1 + other) % 3;
                    format!("{who}{}{whom}", if *is_long { "-" } else { "" })
                };
                let trust: Vec<String> = pairs.iter().map(pair).collect();
                let trust = match trust.is_empty() {
                    true => "0".to_owned(),
                    false => trust.join("."),
                };
                let lies = Place::ALL.iter().zip(&words).filter(|(place, word)| {
                    traitors.contains(&place.from().number()) && !word.is_empty()
                });
                let lies = lies.map(|(place, word)| {
                    let label: Vec<String> = place.label().iter().map(u16::to_string).collect();
                    format!("{}-{}{word}", label.join("."), place.to())
                });
                let lies: Vec<String> = lies.collect();
                let traitors: Vec<String> = traitors.iter().map(u8::to_string).collect();
                let order = if attack { "A" } else { "R" };
                format!(
                    "v=1&p=trust&o={order}&t={}&s={strategy}&seed={seed}&x={}&w={trust}&by={}",
                    traitors.join("."),
                    lies.join("_"),
                    Rule::NAMES[rule].0,
                )
            },
        )
}

/// Links of any two generals.
fn camps() -> impl Strategy<Value = String> {
    let attack = any::<bool>();
    let m = 0_usize..=15;
    m.prop_flat_map(move |m| (Just(m), attack, 0..=m + 1, 0_usize..=16, 0_usize..=16))
        .prop_map(|(m, attack, lost, one, two)| {
            let order = if attack { "A" } else { "R" };
            format!("v=1&p=two&m={m}&o={order}&lost={lost}&by={one}.{two}")
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_back_and_prints_the_same(link in prop_oneof![orders(), camps()]) {
        let read = parse(&link, LinkSize::Stepped).unwrap();
        prop_assert!(read.ignored.is_empty(), "{:?}", read.ignored);
        let printed = read.scenario.link();
        let again = parse(&printed, LinkSize::Stepped).unwrap();
        prop_assert_eq!(&again.scenario, &read.scenario);
        prop_assert_eq!(again.address(), printed);
    }

    #[test]
    fn no_damaged_link_is_too_odd(
        protocol in prop::sample::select(vec!["trust", "two"]),
        text in "(&n=[0-9]{0,2}|&m=[0-9]{0,3}|&o=[ARS]?|&t=[1-4.]{0,4}|&x=[1-4._ARS-]{0,12}|&w=[0-5.-]{0,9}|&by=([a-z]{0,8}|shop|signed|[0-9.]{0,6})|&lost=[0-9-]{0,21}|&i=[AR]{0,3}|&k=[1-4.]{0,3}){0,6}",
    ) {
        let text = format!("v=1&p={protocol}{text}");
        if let Err(error) = parse(&text, LinkSize::Stepped) {
            let unkeyed = matches!(error.code, Code::Malformed | Code::TooLong);
            prop_assert_eq!(error.key.is_none(), unkeyed, "{}", text);
        }
        let mended = nearest(&text).address();
        let again = parse(&mended, LinkSize::Stepped).map(|link| link.address());
        prop_assert_eq!(again, Ok(mended), "{}", text);
    }
}

#[test]
fn a_run_of_two_generals_is_the_ride_of_its_short_form() {
    for m in 0..=5 {
        for (name, order) in Order::NAMES {
            for needs in (0..=m + 1).flat_map(|one| (0..=m + 1).map(move |two| [one, two])) {
                let machine = Messengers::new(order, m, needs).unwrap();
                for lost in 0..=m + 1 {
                    let [one, two] = needs;
                    let link = format!("v=1&p=two&m={m}&o={name}&lost={lost}&by={one}.{two}");
                    let (run, ridden) = (trace(&link), ride(&machine, lost));
                    let verdict = run.verdict();
                    let decided = [1, 2].map(|number| verdict.decisions[&general(number)]);
                    assert_eq!(decided, ridden.decisions, "{link}");
                    let holds = decided[0] == decided[1];
                    assert_eq!(verdict.agrees(), holds, "{link}");
                    assert_eq!(run.len(), ridden.sent.len() + 1, "{link}");
                    let heard: u64 = run.snapshot(run.len()).heard.iter().sum();
                    assert_eq!(heard, ridden.arrived() as u64, "{link}");
                }
            }
        }
    }
}

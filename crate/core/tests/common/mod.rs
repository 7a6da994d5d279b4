//! What several tests need: opening links, the slow reference runs, arbitrary scenarios.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)] // each test file uses a part

use generals::{
    General, Order, Scenario, Trace,
    link::{LinkSize, parse},
    machine::{Message, Run, run},
    om::machine::{Oral, OralState},
};
use proptest::prelude::*;

/// The scenario of a link that is legal.
pub(crate) fn scenario(link: &str) -> Scenario {
    match parse(link, LinkSize::Any) {
        Ok(link) => link.scenario,
        Err(error) => panic!("{link}: {error}"),
    }
}

/// The run of a link that can be opened.
pub(crate) fn trace(link: &str) -> Trace {
    Trace::new(scenario(link)).unwrap()
}

/// General by number.
pub(crate) fn general(number: u64) -> General {
    General::new(number).unwrap()
}

/// The same scenario run by the step machine.
pub(crate) fn machine_run(scenario: &Scenario) -> Run<OralState> {
    let machine = Oral::new(scenario.n(), scenario.m()).unwrap();
    run(
        &machine,
        scenario.n(),
        scenario.order(),
        scenario.traitors(),
        |choice| {
            let honest = choice.menu[0].expect("an honest general is never silent in OM(m)");
            scenario.word(&choice.slot, honest)
        },
    )
}

/// The decisions of the loyal lieutenants as text, `2A 4R`.
pub(crate) fn decisions(trace: &Trace) -> String {
    let all = trace.verdict().decisions.iter();
    let texts: Vec<String> = all
        .map(|(general, order)| format!("{general}{}", order.letter()))
        .collect();
    texts.join(" ")
}

/// The messages of the step machine with what the trace says of each.
pub(crate) fn steps(run: &Run<OralState>) -> impl Iterator<Item = (usize, &Message)> {
    run.messages
        .iter()
        .enumerate()
        .map(|(index, message)| (index + 1, message))
}

/// Links of any small scenario: any traitors, any strategy, a handful of lies.
pub(crate) fn links() -> impl Strategy<Value = String> {
    (2_usize..=7)
        .prop_flat_map(|n| {
            let m_max = (n - 2).min(if n > 6 { 3 } else { 4 });
            (
                Just(n),
                0..=m_max,
                any::<bool>(),
                0_u32..1 << n,
                prop::sample::select(vec!["honest", "flip", "split", "silent", "random"]),
                any::<u64>(),
                prop::collection::vec((any::<u64>(), any::<u8>()), 0..8),
            )
        })
        .prop_map(|(n, m, attack, traitors, strategy, seed, picks)| {
            let mut link = format!("v=1&p=om&n={n}&m={m}&s={strategy}&seed={seed}");
            link.push_str(if attack { "&o=A" } else { "&o=R" });
            let named: Vec<String> = (1..=n)
                .filter(|general| traitors >> (general - 1) & 1 == 1)
                .map(|general| general.to_string())
                .collect();
            link.push_str(&format!("&t={}", named.join(".")));
            let base = machine_run(&scenario(&link));
            let mine: Vec<&Message> = base
                .messages
                .iter()
                .filter(|message| {
                    let speaker = u32::from(message.slot.path.speaker().number());
                    traitors >> (speaker - 1) & 1 == 1
                })
                .collect();
            let mut lies = std::collections::BTreeMap::new();
            for (pick, word) in picks {
                if !mine.is_empty() {
                    let slot = &mine[pick as usize % mine.len()].slot;
                    let word = ["A", "R", "S"][usize::from(word) % 3];
                    lies.insert(slot.clone(), format!("{slot}{word}"));
                }
            }
            let lies: Vec<String> = lies.into_values().collect();
            format!("{link}&x={}", lies.join("_"))
        })
}

/// Attack is the order that has to be heard.
pub(crate) const ATTACK: Option<Order> = Some(Order::Attack);
/// Retreat is also what silence counts as.
pub(crate) const RETREAT: Option<Order> = Some(Order::Retreat);

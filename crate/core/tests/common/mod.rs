//! What several tests need: opening links, the slow reference runs, arbitrary scenarios.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic)] // each test file uses a part

use generals::{
    General, Protocol, Scenario, Slot, Trace, Word,
    lab::{
        adversary_search::AdversarySearch,
        search::{Kind, Search},
    },
    link::{LinkSize, parse},
    machine::{Execution, execute},
    om::machine::{Oral, OralMessage, OralState},
    sm::machine::Signed,
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

/// The search among all legal behaviour of the traitors of signed messages, who share the keys they hold.
pub(crate) fn signed_search(base: &Scenario) -> AdversarySearch<Signed> {
    let held = base.adversary().held_keys();
    let machine = Signed::new(base.n(), base.m(), base.seed(), held).unwrap();
    AdversarySearch::new(machine, base)
}

/// Whether a search has left something out.
pub(crate) fn is_cut(search: &impl Search) -> bool {
    search.progress().kind == Kind::Part
}

/// General by number.
pub(crate) fn general(number: u64) -> General {
    General::new(number).unwrap()
}

/// A run of the step machine of OM(m).
pub(crate) type OralRun = Execution<OralState, OralMessage>;

/// The same scenario run by the step machine.
pub(crate) fn machine_run(scenario: &Scenario) -> OralRun {
    let (n, m) = (scenario.n(), scenario.m());
    let machine = match scenario.protocol() {
        Protocol::Flat => Oral::flat(n, m).unwrap(),
        _ => Oral::new(n, m).unwrap(),
    };
    execute(&machine, scenario)
}

/// The word of a message, or of the lack of one.
pub(crate) fn word(message: &Option<OralMessage>) -> Word {
    message
        .as_ref()
        .map_or(Word::Silence, |message| message.order.into())
}

/// The decisions of the loyal lieutenants as text, `2A 4R`.
pub(crate) fn decisions(trace: &Trace) -> String {
    let all = trace.verdict().decisions.iter();
    let texts: Vec<String> = all
        .map(|(general, order)| format!("{general}{}", order.letter()))
        .collect();
    texts.join(" ")
}

/// Links of any small scenario: any traitors, any strategy, a handful of lies.
pub(crate) fn links() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["om", "flat"]).prop_flat_map(links_of)
}

fn links_of(protocol: &'static str) -> impl Strategy<Value = String> {
    (2_usize..=7)
        .prop_flat_map(|n| {
            let m_max = (n - 2).min(if n > 6 { 3 } else { 4 });
            (
                Just(n),
                0..=m_max,
                any::<bool>(),
                0_u32..1 << n,
                prop::sample::select(vec!["honest", "flip", "split", "silent", "random", "half"]),
                any::<u64>(),
                prop::collection::vec((any::<u64>(), any::<u8>()), 0..8),
            )
        })
        .prop_map(move |(n, m, attack, traitors, strategy, seed, picks)| {
            let mut link = format!("v=1&p={protocol}&n={n}&m={m}&s={strategy}&seed={seed}");
            link.push_str(if attack { "&o=A" } else { "&o=R" });
            let named: Vec<String> = (1..=n)
                .filter(|general| traitors >> (general - 1) & 1 == 1)
                .map(|general| general.to_string())
                .collect();
            link.push_str(&format!("&t={}", named.join(".")));
            let base = machine_run(&scenario(&link));
            let mine: Vec<&Slot> = base
                .steps
                .iter()
                .map(|step| &step.spoken.slot)
                .filter(|slot| {
                    let speaker = u32::from(slot.from.number());
                    traitors >> (speaker - 1) & 1 == 1
                })
                .collect();
            let mut lies = std::collections::BTreeMap::new();
            for (pick, word) in picks {
                if !mine.is_empty() {
                    let slot = mine[pick as usize % mine.len()];
                    let word = ["A", "R", "S"][usize::from(word) % 3];
                    lies.insert(slot.clone(), format!("{slot}{word}"));
                }
            }
            let lies: Vec<String> = lies.into_values().collect();
            format!("{link}&x={}", lies.join("_"))
        })
}

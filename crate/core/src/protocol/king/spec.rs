//! What phase king says of itself.

use crate::{
    link::error::Key,
    protocol::{
        king::machine::ROUNDS,
        spec::{ARMY, Condition, Evidence, Inputs, Model, Spec, Task, Tool, relayed, relays},
    },
    scenario::Variant,
    word::{Order, Word},
};

/// The words of the second round: an order, or no proposal.
const WORDS: &[Word] = &[
    Word::Order(Order::Attack),
    Word::Order(Order::Retreat),
    Word::Neither,
];

pub(crate) const SPEC: Spec = Spec {
    name: "king",
    task: Task::Consensus,
    model: Model::Synchronous,
    inputs: Inputs::Everyone,
    has_traitors: true,
    is_signed: false,
    notices_silence: true,
    heeds_paths: true,
    votes_over_paths: false,
    says_both: false,
    words: WORDS,
    conditions: &[Condition::Agreement, Condition::Validity],
    evidence: Evidence::Marks,
    // No chain: it breaks what ends within m rounds, and here are 3(m+1).
    tools: &[Tool::Exhaust, Tool::Sample, Tool::Ring, Tool::Ladder],
    generals: ARMY,
    relays,
    keys: &[Key::I, Key::By],
    variants: &[Variant::Short],
    rounds: |m| ROUNDS.saturating_mul(relayed(m)),
    source: "BGP89",
};

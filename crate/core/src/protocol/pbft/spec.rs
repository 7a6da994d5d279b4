//! What PBFT says of itself.

use crate::{
    link::error::Key,
    protocol::spec::{ARMY, Condition, Evidence, Inputs, Model, Spec, Task, Tool, relays},
    scenario::Variant,
    word::{Order, Word},
};

/// One slot of PBFT, described. Its letters are signed, but a label is no chain of signers, so `is_signed` is not said and
/// stolen keys (`k`) mean nothing here.
pub(crate) const SPEC: Spec = Spec {
    name: "pbft",
    task: Task::Consensus,
    model: Model::PartiallySynchronous,
    inputs: Inputs::Leader,
    has_traitors: true,
    is_signed: false,
    notices_silence: false,
    heeds_paths: true,
    votes_over_paths: false,
    says_both: true,
    words: &[
        Word::Order(Order::Attack),
        Word::Order(Order::Retreat),
        Word::Neither,
    ],
    // Who leads is obeyed only if nothing else has been decided, so nobody's order binds.
    conditions: &[Condition::Agreement, Condition::Termination],
    evidence: Evidence::Marks,
    tools: &[Tool::Sample, Tool::SplitBrain],
    generals: ARMY,
    relays,
    keys: &[Key::Q, Key::D, Key::By],
    variants: &[Variant::Prepared, Variant::NoProof],
    // Pre-prepare, prepare, commit.
    rounds: |_| 3,
    source: "Castro–Liskov 99",
};

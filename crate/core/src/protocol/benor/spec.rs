//! What Ben-Or's consensus says of itself.

use crate::{
    link::error::Key,
    protocol::spec::{ARMY, Condition, Evidence, Inputs, Model, Spec, Task, Tool, relays},
    scenario::Variant,
    word::{Order, Word},
};

/// Ben-Or's consensus, described.
pub(crate) const SPEC: Spec = Spec {
    name: "benor",
    task: Task::Consensus,
    model: Model::Asynchronous,
    inputs: Inputs::Everyone,
    has_traitors: true,
    is_signed: false,
    notices_silence: false,
    heeds_paths: true,
    votes_over_paths: false,
    // Of two letters from one general in one round the second is dropped: saying both is saying the first.
    says_both: false,
    words: &[
        Word::Order(Order::Attack),
        Word::Order(Order::Retreat),
        // "I propose nothing", in the second round of a phase.
        Word::Neither,
    ],
    conditions: &[
        Condition::Agreement,
        Condition::Validity,
        Condition::Termination,
    ],
    evidence: Evidence::Marks,
    tools: &[Tool::Sample, Tool::SplitBrain, Tool::Phases],
    generals: ARMY,
    relays,
    keys: &[Key::I, Key::Q, Key::D, Key::By],
    variants: &[Variant::Common],
    // One phase; how many it takes is up to the coins.
    rounds: |_| 2,
    source: "Ben-Or 83",
};

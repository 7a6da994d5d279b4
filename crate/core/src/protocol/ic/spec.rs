//! What interactive consistency says of itself.

use crate::{
    link::error::Key,
    protocol::{
        om::spec::ORDERS,
        spec::{ARMY, Condition, Evidence, Inputs, Model, Spec, Task, Tool, relayed, relays},
    },
};

pub(crate) const SPEC: Spec = Spec {
    name: "ic",
    task: Task::InteractiveConsistency,
    model: Model::Synchronous,
    inputs: Inputs::Everyone,
    has_traitors: true,
    is_signed: false,
    notices_silence: true,
    heeds_paths: true,
    votes_over_paths: true,
    says_both: false,
    words: ORDERS,
    conditions: &[Condition::Agreement, Condition::Validity],
    evidence: Evidence::Vector,
    tools: &[Tool::Exhaust, Tool::Sample, Tool::Ring, Tool::Chain],
    generals: ARMY,
    relays,
    keys: &[Key::I],
    variants: &[],
    rounds: relayed,
    source: "PSL80, LSP82 §1",
};

//! What SM(m) says of itself.

use crate::protocol::{
    om::spec::ORDERS,
    spec::{ARMY, Condition, Evidence, Inputs, Model, Spec, Task, Tool, relayed, relays},
};

pub(crate) const SPEC: Spec = Spec {
    name: "sm",
    task: Task::Broadcast,
    model: Model::Synchronous,
    inputs: Inputs::Commander,
    has_traitors: true,
    is_signed: true,
    notices_silence: false,
    heeds_paths: false,
    votes_over_paths: false,
    says_both: true,
    words: ORDERS,
    conditions: &[Condition::Agreement, Condition::Validity],
    evidence: Evidence::Letters,
    tools: &[
        Tool::Exhaust,
        Tool::Sample,
        Tool::Ring,
        Tool::Chain,
        Tool::OtherWorld,
        Tool::Ladder,
    ],
    generals: ARMY,
    relays,
    keys: &[],
    variants: &[],
    rounds: relayed,
    source: "LSP82 §4",
};

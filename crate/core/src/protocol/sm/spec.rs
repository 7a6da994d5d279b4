//! What SM(m) says of itself.

use crate::protocol::{
    om::spec::ORDERS,
    spec::{Condition, Evidence, Inputs, Model, Spec, Task, Tool, relayed},
};

pub(crate) const SPEC: Spec = Spec {
    name: "sm",
    task: Task::Broadcast,
    model: Model::Synchronous,
    inputs: Inputs::Commander,
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
    ],
    rounds: relayed,
    source: "LSP82 §4",
};

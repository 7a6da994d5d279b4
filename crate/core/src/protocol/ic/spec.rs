//! What interactive consistency says of itself.

use crate::protocol::{
    om::spec::ORDERS,
    spec::{Condition, Evidence, Inputs, Model, Spec, Task, Tool, relayed},
};

pub(crate) const SPEC: Spec = Spec {
    name: "ic",
    task: Task::InteractiveConsistency,
    model: Model::Synchronous,
    inputs: Inputs::Everyone,
    is_signed: false,
    notices_silence: true,
    heeds_paths: true,
    votes_over_paths: true,
    says_both: false,
    words: ORDERS,
    conditions: &[Condition::Agreement, Condition::Validity],
    evidence: Evidence::Vector,
    tools: &[Tool::Exhaust, Tool::Sample, Tool::Ring, Tool::Chain],
    rounds: relayed,
    source: "PSL80, LSP82 §1",
};

//! What the flat vote says of itself.

use crate::protocol::{
    om::spec::ORDERS,
    spec::{ARMY, Condition, Evidence, Inputs, Model, Spec, Task, Tool, relayed, relays},
};

pub(crate) const SPEC: Spec = Spec {
    name: "flat",
    task: Task::Broadcast,
    model: Model::Synchronous,
    inputs: Inputs::Commander,
    has_traitors: true,
    is_signed: false,
    notices_silence: true,
    heeds_paths: true,
    votes_over_paths: true,
    says_both: false,
    words: ORDERS,
    conditions: &[Condition::Agreement, Condition::Validity],
    evidence: Evidence::Bag,
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
    source: "known to be wrong",
};

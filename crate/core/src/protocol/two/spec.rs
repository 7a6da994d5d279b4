//! What two generals and their messengers say of themselves.

use crate::{
    link::error::Key,
    protocol::{
        om::spec::ORDERS,
        spec::{Condition, Evidence, Inputs, Model, Sizes, Spec, Task, relayed},
    },
    word::limits::MESSENGERS_MAX,
};

pub(crate) const SPEC: Spec = Spec {
    name: "two",
    task: Task::Coordination,
    model: Model::Synchronous,
    inputs: Inputs::Leader,
    has_traitors: false,
    is_signed: false,
    notices_silence: true,
    heeds_paths: true,
    votes_over_paths: false,
    says_both: false,
    words: ORDERS,
    conditions: &[Condition::Agreement, Condition::Attacks],
    evidence: Evidence::Nothing,
    tools: &[],
    generals: Sizes::exactly(2),
    relays: |_| Sizes {
        min: 0,
        max: MESSENGERS_MAX as u64 - 1,
        default: 1,
    },
    keys: &[Key::By, Key::Lost],
    variants: &[],
    rounds: relayed,
    source: "Akkoyunlu, Ekanadham and Huber 1975; Gray 1978",
};

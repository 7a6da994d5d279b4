//! What phase queen says of itself.

use crate::{
    link::error::Key,
    protocol::{
        om::spec::ORDERS,
        queen::machine::ROUNDS,
        spec::{ARMY, Condition, Evidence, Inputs, Model, Spec, Task, Tool, relayed, relays},
    },
};

pub(crate) const SPEC: Spec = Spec {
    name: "queen",
    task: Task::Consensus,
    model: Model::Synchronous,
    inputs: Inputs::Everyone,
    has_traitors: true,
    is_signed: false,
    notices_silence: true,
    heeds_paths: true,
    votes_over_paths: false,
    says_both: false,
    words: ORDERS,
    conditions: &[Condition::Agreement, Condition::Validity],
    evidence: Evidence::Marks,
    // No chain: it breaks what ends within m rounds, and here are 2(m+1).
    tools: &[Tool::Exhaust, Tool::Sample, Tool::Ring, Tool::Ladder],
    generals: ARMY,
    relays,
    keys: &[Key::I],
    variants: &[],
    rounds: |m| ROUNDS.saturating_mul(relayed(m)),
    source: "Berman and Garay 1989",
};

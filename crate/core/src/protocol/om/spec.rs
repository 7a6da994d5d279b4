//! What OM(m) says of itself.

use crate::{
    protocol::spec::{ARMY, Condition, Evidence, Inputs, Model, Spec, Task, Tool, relayed, relays},
    word::{Order, Word},
};

/// The words of all who know two orders.
pub(crate) const ORDERS: &[Word] = &[Word::Order(Order::Attack), Word::Order(Order::Retreat)];

pub(crate) const SPEC: Spec = Spec {
    name: "om",
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
    evidence: Evidence::Tree,
    tools: &[
        Tool::Attack,
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
    source: "LSP82 §3",
};

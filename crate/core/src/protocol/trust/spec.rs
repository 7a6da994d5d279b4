//! What an order between three says of itself.

use crate::{
    link::error::Key,
    protocol::{
        om::spec::ORDERS,
        spec::{Condition, Evidence, Inputs, Model, Sizes, Spec, Task},
    },
};

pub(crate) const SPEC: Spec = Spec {
    name: "trust",
    task: Task::Settlement,
    model: Model::Synchronous,
    inputs: Inputs::Leader,
    has_traitors: true,
    is_signed: false,
    notices_silence: true,
    heeds_paths: true,
    votes_over_paths: false,
    says_both: false,
    words: ORDERS,
    conditions: &[
        Condition::Agreement,
        Condition::Consent,
        Condition::Delivery,
    ],
    evidence: Evidence::Nothing,
    tools: &[],
    generals: Sizes::exactly(3),
    relays: |_| Sizes::exactly(0),
    keys: &[Key::W, Key::By],
    variants: &[],
    rounds: |_| ROUNDS,
    source: "Cachin and Tackmann 2019, asymmetric trust; LSP82 §3 and §4 for rules 4 and 5",
};

/// Orders, report, receipts, and what each shows of its own.
pub(crate) const ROUNDS: usize = 4;

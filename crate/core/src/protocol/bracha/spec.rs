//! What Bracha's broadcast says of itself.

use crate::{
    link::error::Key,
    protocol::{
        om::spec::ORDERS,
        spec::{ARMY, Condition, Evidence, Inputs, Model, Spec, Task, Tool, relays},
    },
    scenario::Variant,
};

/// Bracha's broadcast, described.
pub(crate) const SPEC: Spec = Spec {
    name: "bracha",
    task: Task::ReliableBroadcast,
    model: Model::Asynchronous,
    inputs: Inputs::Leader,
    has_traitors: true,
    is_signed: false,
    notices_silence: false,
    heeds_paths: true,
    votes_over_paths: false,
    says_both: true,
    words: ORDERS,
    conditions: &[
        Condition::Agreement,
        Condition::Validity,
        Condition::Termination,
    ],
    evidence: Evidence::Marks,
    tools: &[Tool::Exhaust, Tool::Sample, Tool::SplitBrain],
    generals: ARMY,
    relays,
    keys: &[Key::Q, Key::D, Key::By],
    variants: &[
        Variant::NoReady,
        Variant::Twice,
        Variant::Many,
        Variant::NoAmplify,
        Variant::Loose,
    ],
    // Initial, echo, ready: no letter rests on more than three.
    rounds: |_| 3,
    source: "Bracha 87",
};

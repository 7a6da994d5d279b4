//! What a protocol says of itself.

use serde::Serialize;

use crate::names::{Condition, Evidence, Inputs, Model, Protocol, Task, Tool, Variant};

/// What a protocol says of itself; nobody needs to ask which protocol it is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Spec {
    /// Its name in links.
    pub protocol: Protocol,
    /// What is to be achieved.
    pub task: Task,
    /// When messages arrive.
    pub model: Model,
    /// Who starts with something: the commander, who does not decide, or everybody.
    pub inputs: Inputs,
    /// How many generals it is for: at least and at most.
    pub generals: [u8; 2],
    /// Whether there can be traitors.
    pub has_traitors: bool,
    /// Whether messages are signed, so that a path is a chain of signers.
    pub signed: bool,
    /// Whether a message that is not sent is missed by its recipient.
    pub notices_silence: bool,
    /// The words that can be said, silence aside: letters of links.
    pub words: String,
    /// What a run is judged by.
    pub conditions: Vec<Condition>,
    /// What a decision rests on.
    pub evidence: Evidence,
    /// Which questions of the laboratory may be asked.
    pub tools: Vec<Tool>,
    /// Other forms of it that a link can ask for, by the values of `by`.
    pub variants: Vec<Variant>,
    /// By which marks it is told how far a phase is, in their order; left out where no marks tell it.
    #[cfg(feature = "marks")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(as = "Option<Vec<crate::names::MarkKind>>", optional))]
    pub stages: Vec<crate::names::MarkKind>,
    /// Where it comes from.
    pub source: String,
}

impl Spec {
    /// The core's description of a scenario's protocol.
    #[must_use]
    pub fn of(scenario: &generals::Scenario) -> Self {
        let (spec, protocol) = (scenario.spec(), scenario.protocol());
        Self {
            protocol: Protocol(protocol),
            task: Task(spec.task),
            model: Model(spec.model),
            inputs: Inputs(spec.inputs),
            generals: [spec.generals.min as u8, spec.generals.max as u8],
            has_traitors: spec.has_traitors,
            signed: spec.is_signed,
            notices_silence: spec.notices_silence,
            words: spec.words.iter().map(|word| word.letter()).collect(),
            conditions: spec.conditions.iter().copied().map(Condition).collect(),
            evidence: Evidence(spec.evidence),
            tools: spec.tools.iter().copied().map(Tool).collect(),
            variants: spec.variants.iter().copied().map(Variant).collect(),
            #[cfg(feature = "marks")]
            stages: protocol
                .stages()
                .iter()
                .copied()
                .map(crate::names::MarkKind)
                .collect(),
            source: spec.source.to_owned(),
        }
    }
}

//! What a letter is for, where its path does not say it.

use generals::{Label, Scenario};
use serde::Serialize;

use crate::names::{Id, PartKind};

/// What a letter is for, and in which phase.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Part {
    /// What it is for.
    pub kind: PartKind,
    /// In which phase or view, from 1.
    pub phase: usize,
    /// Whose phase it is; not there where nobody leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub leader: Option<Id>,
}

impl Part {
    /// Of a letter of a run.
    #[must_use]
    pub fn of(scenario: &Scenario, label: &Label) -> Option<Self> {
        let part = scenario.part(label)?;
        Some(Self {
            kind: PartKind(part.kind),
            phase: part.phase,
            leader: part.leader.map(|general| general.number()),
        })
    }
}

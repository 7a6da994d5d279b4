//! The world after some steps.

use generals::Trace;
use serde::Serialize;

use crate::names::{Id, Order};

/// The world after some steps.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Snapshot {
    /// How many steps have happened.
    pub step: usize,
    /// The round of the last of them; 0 before the first.
    pub round: usize,
    /// How many rounds there are.
    pub rounds: usize,
    /// Everyone, general 1 first.
    #[cfg_attr(test, ts(inline))]
    pub generals: Vec<GeneralNow>,
}

/// One general after some steps.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct GeneralNow {
    /// Who.
    pub id: Id,
    /// Whether he is loyal.
    pub loyal: bool,
    /// Whether he commands.
    pub commander: bool,
    /// How many words he has heard.
    pub heard: f64,
    /// What he obeys; null before the decision and for traitors.
    pub decision: Option<Order>,
}

impl Snapshot {
    /// A run after so many steps.
    #[must_use]
    pub fn of(trace: &Trace, step: usize) -> Self {
        let snapshot = trace.snapshot(step);
        let scenario = trace.scenario();
        let commands = scenario.spec().inputs != generals::Inputs::Everyone;
        let known = snapshot.heard.iter().zip(&snapshot.decisions);
        let generals = scenario.generals().iter().zip(known);
        Self {
            step: snapshot.step,
            round: snapshot.round,
            rounds: trace.rounds(),
            generals: generals
                .map(|(general, (heard, decision))| GeneralNow {
                    id: general.number(),
                    loyal: scenario.is_loyal(general),
                    commander: commands && general.is_commander(),
                    heard: *heard as f64,
                    decision: decision.map(Order),
                })
                .collect(),
        }
    }
}

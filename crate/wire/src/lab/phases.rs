//! In which phase coins end a run.

use generals::lab::phases;
use serde::Serialize;

use super::kind::Sampled;

/// Runs over seeds, with everybody's own coin and with one for all.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Phases {
    /// How it is known.
    #[cfg_attr(test, ts(inline))]
    pub kind: Sampled,
    /// How many seeds: the link's own, and those that follow.
    pub seeds: u64,
    /// With a coin for each general.
    pub local: PhaseCounts,
    /// With one coin for all.
    pub common: PhaseCounts,
}

/// In how many runs the last loyal general decided in each phase.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PhaseCounts {
    /// By phase, the first one first; as many as there can be.
    pub counts: Vec<u64>,
    /// In how many some loyal general never decided.
    pub undecided: u64,
}

impl Phases {
    /// The core's measurement.
    #[must_use]
    pub fn of(found: &phases::Phases) -> Self {
        Self {
            kind: Sampled::Sampled,
            seeds: found.seeds,
            local: PhaseCounts::of(&found.own),
            common: PhaseCounts::of(&found.common),
        }
    }
}

impl PhaseCounts {
    fn of(counts: &phases::PhaseCounts) -> Self {
        Self {
            counts: counts.counts.clone(),
            undecided: counts.undecided,
        }
    }
}

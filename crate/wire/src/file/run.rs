//! A run as JSON: its link, what decides it, every step, and what came out.

use generals::{Trace, file::Refused, limits::RUN_FILE_STEPS_MAX};
use serde::Serialize;

use crate::{Scenario, StepEvent, Verdict};

/// What such a file calls itself.
pub(super) const FORMAT: &str = "byzantine-generals";

/// What a reader must know to read it: more only where something that stands in it changes.
pub(super) const VERSION: u32 = 1;

/// A run. Its link alone decides all the rest; a file in which something else stands is not read back.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RunFile {
    /// Always `byzantine-generals`.
    pub format: &'static str,
    /// The version of files: 1.
    pub version: u32,
    /// The canonical link, scenario keys alone.
    pub link: String,
    /// What decides the run.
    pub scenario: Scenario,
    /// Step 1 first; the last one is the decision.
    pub steps: Vec<StepEvent>,
    /// What came out.
    pub verdict: Verdict,
}

impl RunFile {
    /// Refuses what is too large, before any of it is made.
    pub(super) fn check_size(trace: &Trace) -> Result<(), Refused> {
        let size = trace.len() as u128;
        let most = RUN_FILE_STEPS_MAX;
        match size > most {
            true => Err(Refused::TooLarge { size, most }),
            false => Ok(()),
        }
    }

    /// A run as a file.
    ///
    /// # Errors
    /// `TooLarge` for more than [`RUN_FILE_STEPS_MAX`] steps.
    pub fn of(trace: &Trace) -> Result<Self, Refused> {
        Self::check_size(trace)?;
        Ok(Self {
            format: FORMAT,
            version: VERSION,
            link: trace.scenario().link(),
            scenario: Scenario::of(trace.scenario()),
            steps: (1..=trace.len())
                .filter_map(|step| Some(StepEvent::of(&trace.event(step)?, trace)))
                .collect(),
            verdict: Verdict::of(trace.verdict()),
        })
    }
}

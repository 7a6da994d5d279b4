//! The laboratory's answers. Each says how it is known.

mod attack;
mod chain;
mod cost;
mod kind;
mod ring;
mod rule;
mod search;

use generals::limits::LINK_CHARACTERS_MAX;

pub use attack::{Attack, ToleranceCell};
pub use chain::{Chain, ChainPlace, ChainRun};
pub use cost::Cost;
pub use ring::{Ring, RingCopy, RingDecision, RingMessage, RingWindow, Slot};
pub use rule::{RuleCase, RuleTally, Rules};
pub use search::{SearchKind, SearchProgress};

/// The link of a run, where a link holds it.
#[must_use]
pub fn link_of(run: &generals::Scenario) -> Option<String> {
    Some(run.link()).filter(|link| link.len() <= LINK_CHARACTERS_MAX)
}

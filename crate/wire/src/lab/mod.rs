//! The laboratory's answers. Each says how it is known.

mod attack;
mod chain;
mod cost;
mod fault;
mod kind;
mod ladder;
mod link;
mod offer;
#[cfg(feature = "benor")]
mod phases;
mod promise;
mod ring;
mod rule;
mod search;
#[cfg(feature = "network")]
mod split_brain;

pub use attack::{Attack, ToleranceCell};
pub use chain::{Chain, ChainPlace, ChainRun};
pub use cost::Cost;
pub use fault::{LabCode, LabFault};
pub use ladder::{Ladder, LadderKind, Rung};
pub use link::link_of;
pub use offer::Offer;
#[cfg(feature = "benor")]
pub use phases::{PhaseCounts, Phases};
pub use promise::PromiseCell;
pub use ring::{Ring, RingCopy, RingDecision, RingMessage, RingWindow, Slot};
pub use rule::{RuleCase, RuleTally, Rules};
pub use search::{SearchKind, SearchProgress};
#[cfg(feature = "network")]
pub use split_brain::{SplitBrain, SplitCondition, SplitDecision, SplitEyes, SplitWorld};

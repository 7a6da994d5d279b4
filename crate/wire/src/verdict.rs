//! What came out of a run.

use generals::General;
use serde::Serialize;

use crate::{
    counts::MessageCounts,
    event::{Decisions, decisions},
    names::Id,
};

/// What came out of a whole run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Verdict {
    /// What each loyal lieutenant obeys.
    #[cfg_attr(test, ts(type = "Record<string, Order>"))]
    pub decisions: Decisions,
    /// IC1: all loyal lieutenants obey the same order.
    #[cfg_attr(test, ts(inline))]
    pub agreement: Agreement,
    /// IC2: if the commander is loyal, every loyal lieutenant obeys his order.
    #[cfg_attr(test, ts(inline))]
    pub validity: Validity,
    /// How many messages there were.
    pub messages: MessageCounts,
    /// Messages that differ from the honest one, silence included; null where they were not counted.
    pub lies: Option<f64>,
}

/// Whether the loyal agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Agreement {
    /// Whether it holds.
    pub holds: bool,
    /// The two smallest loyal lieutenants that differ; nobody where it holds.
    pub witnesses: Vec<Id>,
}

/// Whether the loyal obey.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Validity {
    /// Whether it holds; null if the commander is a traitor, when nothing is required.
    pub holds: Option<bool>,
    /// The smallest loyal lieutenant that disobeys; nobody where it holds.
    pub witnesses: Vec<Id>,
}

impl Verdict {
    /// The core's verdict.
    #[must_use]
    pub fn of(verdict: &generals::Verdict) -> Self {
        let witnesses = |all: &[General]| all.iter().map(|general| general.number()).collect();
        Self {
            decisions: decisions(verdict.decisions.iter()),
            agreement: Agreement {
                holds: verdict.agreement.holds,
                witnesses: witnesses(&verdict.agreement.witnesses),
            },
            validity: Validity {
                holds: verdict.validity.holds,
                witnesses: witnesses(&verdict.validity.witnesses),
            },
            messages: MessageCounts::of(&verdict.messages),
            lies: verdict.lies.map(|count| count as f64),
        }
    }
}

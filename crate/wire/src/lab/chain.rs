//! The chain of runs from "all attack" to "all retreat".

use generals::lab::chain::{self, tells_apart};
use serde::Serialize;

use super::{
    kind::{ChainSource, Theorem},
    link::link_of,
};
use crate::{
    event::{Decisions, decisions},
    names::{Id, Order, ids},
};

/// That some run breaks is a theorem (Fischer and Lynch 1982, Dolev and Strong 1983).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Chain {
    /// How it is known.
    #[cfg_attr(test, ts(inline))]
    pub kind: Theorem,
    /// From where.
    #[cfg_attr(test, ts(inline))]
    pub source: ChainSource,
    /// How many runs the chain has.
    pub length: usize,
    /// Those that were run, in the order of trying; the last one breaks.
    pub tried: Vec<ChainRun>,
}

/// A run in which traitors only leave messages out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChainRun {
    /// Its place in the chain, from 0.
    pub place: usize,
    /// The commander's order.
    pub order: Order,
    /// Who is a traitor.
    pub traitors: Vec<Id>,
    /// How many messages are left out.
    pub left_out: usize,
    /// What each loyal lieutenant obeys.
    #[cfg_attr(
        all(feature = "json", not(test)),
        serde(serialize_with = "crate::by_number::all")
    )]
    #[cfg_attr(test, ts(type = "Record<string, Order>"))]
    pub obeyed: Decisions,
    /// Whether a condition breaks.
    pub broken: bool,
    /// The run.
    pub link: Option<String>,
}

/// A run and who tells it from the one before.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ChainPlace {
    /// The run.
    #[serde(flatten)]
    pub run: ChainRun,
    /// The loyal lieutenants who see a difference from the run before.
    pub tells_apart: Vec<Id>,
}

impl Chain {
    /// The core's chain.
    #[must_use]
    pub fn of(chain: &chain::Chain) -> Self {
        Self {
            kind: Theorem::Theorem,
            source: ChainSource::Ds83,
            length: chain.length,
            tried: chain.tried.iter().map(ChainRun::of).collect(),
        }
    }
}

impl ChainRun {
    fn of(run: &chain::ChainRun) -> Self {
        Self {
            place: run.place,
            order: Order(run.scenario.order()),
            traitors: ids(run.scenario.traitors()),
            left_out: run.scenario.lies().len(),
            obeyed: decisions(run.obeyed.iter().map(|(general, order)| (general, order))),
            broken: run.is_broken,
            link: link_of(&run.scenario),
        }
    }
}

impl ChainPlace {
    /// A run of the chain, and the one before it.
    #[must_use]
    pub fn of(run: &chain::ChainRun, before: Option<&chain::ChainRun>) -> Self {
        Self {
            run: ChainRun::of(run),
            tells_apart: before.map_or(Vec::new(), |before| ids(tells_apart(before, run))),
        }
    }
}

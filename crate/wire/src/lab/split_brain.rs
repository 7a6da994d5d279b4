//! Two runs glued together into a third.

use generals::lab::network::split_brain::{self, Eyes, World};
use serde::Serialize;

use super::{
    kind::{SplitSource, Theorem},
    link::link_of,
};
use crate::names::{Condition, Id, Order, ids};

/// That one of three worlds breaks is a theorem (Dwork, Lynch and Stockmeyer 1988); which one was run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SplitBrain {
    /// How it is known.
    #[cfg_attr(test, ts(inline))]
    pub kind: Theorem,
    /// From where.
    #[cfg_attr(test, ts(inline))]
    pub source: SplitSource,
    /// The army cut in three: dead in world 2, the traitors of world 3, dead in world 1.
    pub blocs: Vec<Vec<Id>>,
    /// The three worlds.
    pub worlds: Vec<SplitWorld>,
    /// Of each loyal general of world 3, whether he saw what he saw in his own world, until slow letters came.
    pub same_eyes: Vec<SplitEyes>,
}

/// One of the three worlds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SplitWorld {
    /// The run.
    pub link: Option<String>,
    /// Who is loyal.
    pub loyal: Vec<Id>,
    /// Who is a traitor, or dead.
    pub traitors: Vec<Id>,
    /// What each loyal general decides.
    pub decisions: Vec<SplitDecision>,
    /// What it is judged by.
    pub conditions: Vec<SplitCondition>,
    /// Whether one of these does not hold.
    pub broken: bool,
}

/// What a loyal general decides.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SplitDecision {
    /// Who.
    pub general: Id,
    /// What; null where he never does.
    pub order: Option<Order>,
}

/// Whether a condition holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SplitCondition {
    /// Which.
    pub condition: Condition,
    /// Whether it holds; null where nothing is required.
    pub holds: Option<bool>,
}

/// What a general of world 3 saw, beside what he saw in his own.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SplitEyes {
    /// Who.
    pub general: Id,
    /// His own world, 1 or 2.
    pub world: usize,
    /// Whether he saw the same in both.
    pub same: bool,
}

impl SplitBrain {
    /// The core's three worlds.
    #[must_use]
    pub fn of(found: &split_brain::SplitBrain) -> Self {
        Self {
            kind: Theorem::Theorem,
            source: SplitSource::Dls88,
            blocs: found.blocs.map(ids).into(),
            worlds: found.worlds.iter().map(SplitWorld::of).collect(),
            same_eyes: found.eyes.iter().map(SplitEyes::of).collect(),
        }
    }
}

impl SplitWorld {
    fn of(world: &World) -> Self {
        let decisions = world.decisions.iter();
        let conditions = world.conditions.iter();
        Self {
            link: link_of(&world.scenario),
            loyal: ids(world.scenario.loyal()),
            traitors: ids(world.scenario.traitors()),
            decisions: decisions
                .map(|(general, order)| SplitDecision {
                    general: general.number(),
                    order: order.map(Order),
                })
                .collect(),
            conditions: conditions
                .map(|(condition, holds)| SplitCondition {
                    condition: Condition(*condition),
                    holds: *holds,
                })
                .collect(),
            broken: world.is_broken(),
        }
    }
}

impl SplitEyes {
    const fn of(eyes: &Eyes) -> Self {
        Self {
            general: eyes.general.number(),
            world: eyes.world,
            same: eyes.are_same,
        }
    }
}

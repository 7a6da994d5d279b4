//! Two generals: the chain of runs between "all arrived" and "none arrived", and every pair of rules tried.

use generals::{
    Changes, Key, Scenario,
    two::{self, ChainedRide, machine::Messengers},
};
use serde::Serialize;

use crate::{
    event::{Decisions, decisions},
    names::Id,
};

/// What no rule can mend.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TwoGenerals {
    /// How many messengers ride if none is caught.
    pub messengers: usize,
    /// From "all arrived" to "none arrived".
    pub chain: Vec<TwoRun>,
    /// All pairs of rules, tried.
    #[cfg_attr(test, ts(inline))]
    pub rules: TwoRules,
}

/// A run of the chain.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TwoRun {
    /// The run.
    pub link: String,
    /// Who is caught; 0: nobody.
    pub lost: usize,
    /// How many messengers came through.
    pub arrived: usize,
    /// What each does.
    #[cfg_attr(
        all(feature = "json", not(test)),
        serde(serialize_with = "crate::by_number::all")
    )]
    #[cfg_attr(test, ts(type = "Record<string, Order>"))]
    pub decisions: Decisions,
    /// Whether both do the same.
    pub agreement: bool,
    /// Who cannot tell it from the next run of the chain; null in the last.
    pub alike: Option<Id>,
}

/// How many pairs of rules work: functions of how many messengers came, one for each general.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TwoRules {
    /// How it is known.
    #[cfg_attr(test, ts(type = "\"exhausted\""))]
    pub kind: &'static str,
    /// Pairs that were tried: all there are.
    pub pairs: u64,
    /// Those by which the two never disagree.
    pub agreeing: u64,
    /// Those by which both attack when all messengers arrive, and nobody does when none arrives.
    pub useful: u64,
    /// Those that are both.
    pub working: u64,
}

impl TwoGenerals {
    /// Of the generals of this scenario; `None` where it has another task.
    #[must_use]
    pub fn of(base: &Scenario) -> Option<Self> {
        let plan = base.plan()?;
        let machine = Messengers::new(base.order(), base.m(), plan.needs)?;
        let counts = two::rules(base.m())?;
        Some(Self {
            messengers: machine.messengers(),
            chain: two::chain(&machine)
                .iter()
                .map(|ride| TwoRun::of(base, ride))
                .collect(),
            rules: TwoRules {
                kind: "exhausted",
                pairs: counts.pairs,
                agreeing: counts.agreeing,
                useful: counts.useful,
                working: counts.working,
            },
        })
    }
}

impl TwoRun {
    fn of(base: &Scenario, chained: &ChainedRide) -> Self {
        let mut changes = Changes::default();
        changes.own.set(Key::Lost, chained.lost.to_string());
        let run = base.fork(&changes);
        let decided = base.generals().iter().zip(chained.ride.decisions);
        let decided: Vec<_> = decided.collect();
        Self {
            // A messenger who rides can be caught: no fork of the chain is refused.
            link: run.map_or_else(|_| base.link(), |run| run.link()),
            lost: chained.lost,
            arrived: chained.ride.arrived(),
            decisions: decisions(decided.iter().map(|(general, order)| (general, order))),
            agreement: chained.agreement,
            alike: chained.alike.map(|general| general.number()),
        }
    }
}

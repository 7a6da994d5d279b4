//! The fewest lies that break a condition.

use generals::{
    Bound,
    lab::attack::{self, Condition as Asked},
    limits::ATTACK_COUNTED_MAX,
};
use serde::Serialize;

use super::{kind::Exact, link::link_of};
use crate::names::Condition;

/// A smallest attack by an exact algorithm. Where lies among traitors are free, `lies` are those that count, and the
/// link has as few of the others as can be.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Attack {
    /// How it is known.
    #[cfg_attr(test, ts(inline))]
    pub kind: Exact,
    /// How many lies; null: none exists; infinite: 2^53 or more.
    pub lies: Option<f64>,
    /// What breaks.
    pub condition: Option<Condition>,
    /// The run; null also where no link holds that many lies.
    pub link: Option<String>,
}

/// One cell of the tolerance map.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ToleranceCell {
    /// The smallest attack.
    #[serde(flatten)]
    pub attack: Attack,
    /// The closed rule k <= m and n > 2k+m; null where nothing is claimed (k >= n-1).
    pub promised: Option<bool>,
}

impl Attack {
    /// What was found.
    #[must_use]
    pub fn of(found: Option<&(Asked, attack::Attack)>) -> Self {
        Self {
            kind: Exact::Exact,
            lies: found.map(|(_, attack)| match attack.lies {
                ATTACK_COUNTED_MAX => f64::INFINITY,
                lies => lies as f64,
            }),
            condition: found.map(|(condition, _)| Condition(*condition)),
            link: found
                .and_then(|(_, attack)| attack.scenario.as_ref())
                .and_then(link_of),
        }
    }
}

impl ToleranceCell {
    /// What was found among k traitors of this army.
    #[must_use]
    pub fn of(
        base: &generals::Scenario,
        k: usize,
        found: Option<&(Asked, attack::Attack)>,
    ) -> Self {
        Self {
            attack: Attack::of(found),
            promised: Bound::oral(base.n(), base.m(), k).exact,
        }
    }
}

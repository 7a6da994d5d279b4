//! Rules of one's own, and the runs that break them.

use generals::lab::rule::{self, runs_tried};
use serde::Serialize;

use super::{kind::Exhausted, link::link_of};
use crate::{
    event::{Decisions, decisions},
    names::{Condition, Id, ids},
};

/// All runs in which a choice of rules fails, of all `tried` with one traitor.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Rules {
    /// How it is known.
    #[cfg_attr(test, ts(inline))]
    pub kind: Exhausted,
    /// How many runs there are.
    pub tried: usize,
    /// Those that fail.
    pub cases: Vec<RuleCase>,
}

/// A run that breaks a choice of rules.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RuleCase {
    /// What breaks.
    pub condition: Condition,
    /// The traitor.
    pub traitor: Id,
    /// What each loyal lieutenant obeys by his rule.
    #[cfg_attr(
        all(feature = "json", not(test)),
        serde(serialize_with = "crate::by_number::all")
    )]
    #[cfg_attr(test, ts(type = "Record<string, Order>"))]
    pub obeyed: Decisions,
    /// The run.
    pub link: Option<String>,
}

/// How many choices of rules work.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RuleTally {
    /// How it is known.
    #[cfg_attr(test, ts(inline))]
    pub kind: Exhausted,
    /// Choices.
    pub choices: u32,
    /// Those that never disobey.
    pub obedient: u32,
    /// Those that never disagree.
    pub agreeing: u32,
    /// Those that do neither.
    pub working: u32,
    /// A letter for every choice, by its tables' bits (row 0 lowest, attack 1; of a pair, the second table's are the
    /// higher four): `o` never disobeys, `a` never disagrees, `w` works: neither, `.` fails in both.
    pub each: String,
}

impl Rules {
    /// The core's cases among n generals.
    #[must_use]
    pub fn of(n: usize, cases: &[rule::Case]) -> Self {
        let cases = cases.iter().map(|case| RuleCase {
            condition: Condition(case.condition),
            traitor: ids(case.scenario.traitors())
                .first()
                .copied()
                .unwrap_or_default(),
            obeyed: decisions(case.obeyed.iter().map(|(general, order)| (general, order))),
            link: link_of(&case.scenario),
        });
        Self {
            kind: Exhausted::Exhausted,
            tried: runs_tried(n),
            cases: cases.collect(),
        }
    }
}

impl RuleTally {
    /// The core's tally.
    #[must_use]
    pub fn of(tally: &rule::Tally) -> Self {
        Self {
            kind: Exhausted::Exhausted,
            choices: tally.choices,
            obedient: tally.obedient,
            agreeing: tally.agreeing,
            working: tally.working,
            each: tally.each.iter().map(sign).collect(),
        }
    }
}

const fn sign(choice: &(bool, bool)) -> char {
    match choice {
        (true, true) => 'w',
        (true, false) => 'o',
        (false, true) => 'a',
        (false, false) => '.',
    }
}

//! The vote tree a path at a time.

use generals::{General, Trace};
use serde::Serialize;

use crate::names::{Id, Order, path_ids};

/// One path of a vote tree: what its speaker told the lieutenant and what he made of it by `attacks` of `votes`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Branch {
    /// The path.
    pub path: Vec<Id>,
    /// The step that delivers its word.
    pub step: usize,
    /// The word.
    pub direct: Option<Order>,
    /// What he obtains here.
    pub result: Order,
    /// Votes for attack.
    pub attacks: usize,
    /// Votes.
    pub votes: usize,
    /// Whether there is no majority.
    pub tie: bool,
    /// How many paths continue this one.
    pub children: usize,
    /// The fewest words here that would have to be the other order for another result.
    pub needed: usize,
    /// Whether it belongs to a smallest set of words that decides the whole tree.
    pub decides: bool,
    /// The same by its own word.
    pub own_decides: bool,
    /// Whether a traitor spoke on the path.
    pub touched: bool,
}

/// What one general holds at a path.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Held {
    /// Who.
    pub general: Id,
    /// What its speaker told him.
    pub direct: Option<Order>,
    /// What he obtains there; null for a traitor.
    pub result: Option<Order>,
}

impl Branch {
    /// A branch of this lieutenant's tree in a run.
    #[must_use]
    pub fn of(branch: generals::Branch, trace: &Trace, lieutenant: General) -> Self {
        let traitors = trace.scenario().traitors();
        Self {
            step: trace
                .step_of(&branch.path.slot(lieutenant))
                .unwrap_or_default(),
            touched: !branch.path.set().and(traitors).is_empty(),
            path: path_ids(&branch.path),
            direct: branch.direct.map(Order),
            result: Order(branch.result),
            attacks: branch.attacks,
            votes: branch.votes,
            tie: branch.tie,
            children: branch.children,
            needed: branch.needed,
            decides: branch.decides,
            own_decides: branch.own_decides,
        }
    }
}

impl Held {
    /// What the core says that he holds.
    #[must_use]
    pub fn of(held: &generals::Held) -> Self {
        Self {
            general: held.general.number(),
            direct: held.direct.map(Order),
            result: held.result.map(Order),
        }
    }
}

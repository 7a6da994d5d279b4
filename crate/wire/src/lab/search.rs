//! How far a search is.

use generals::lab::search::{Kind, Search};
use serde::Serialize;

use super::link::link_of;

/// How far a search is. `exhausted` and `done` without `breaks`: all `total` were tried, none breaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SearchProgress {
    /// What is searched.
    #[cfg_attr(test, ts(inline))]
    pub kind: SearchKind,
    /// How many were tried.
    pub tried: f64,
    /// Of how many; null where that is not known yet, or never.
    pub total: Option<f64>,
    /// Whether it is over.
    pub done: bool,
    /// Whether something that breaks was found; before `done`: words are still being taken back.
    pub breaks: bool,
    /// What breaks; null also where no link holds it.
    pub found: Option<String>,
}

impl SearchProgress {
    /// How far a search is now; one that has found something is over.
    #[must_use]
    pub fn of(search: &dyn Search) -> Self {
        let progress = search.progress();
        let found = search.found();
        Self {
            kind: match progress.kind {
                Kind::Exhausted => SearchKind::Exhausted,
                Kind::States => SearchKind::States,
                Kind::Part => SearchKind::Part,
                Kind::Sampled => SearchKind::Sampled,
            },
            tried: progress.tried as f64,
            total: progress.total.map(|total| total as f64),
            done: progress.is_done || found.is_some(),
            breaks: progress.breaks,
            found: found.as_ref().and_then(link_of),
        }
    }
}

/// What is searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum SearchKind {
    /// All.
    Exhausted,
    /// All situations in which the loyal can be, each once.
    States,
    /// All but rounds with too many choices.
    Part,
    /// Some, and nothing follows from finding none.
    Sampled,
}

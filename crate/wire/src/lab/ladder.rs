//! How weak traitors may be and still break a condition.

use generals::lab::ladder::{self, Known};
use serde::Serialize;

use super::link::link_of;

/// What traitors of four kinds can do, each of whom may do all that a weaker one may; null where it cannot be asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Ladder {
    /// Each traitor on his own is silent from some step on, and honest before.
    pub crash: Option<Rung>,
    /// Traitors only leave messages out.
    pub omission: Option<Rung>,
    /// Every word is one that an honest copy of the traitor would have said there, who started with any order or opinion and to whom any of
    /// the messages sent to him did not come.
    pub twins: Option<Rung>,
    /// Traitors do anything.
    pub arbitrary: Option<Rung>,
}

/// What traitors of one kind can do. `exact` and `exhausted` without `breaks`: nothing breaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Rung {
    /// How it is known.
    #[cfg_attr(test, ts(inline))]
    pub kind: LadderKind,
    /// How many runs were tried; 0 where an algorithm answers, or where nobody stronger breaks anything.
    pub tried: f64,
    /// Whether one that breaks a condition is known.
    pub breaks: bool,
    /// That run; null where none breaks, or where no link holds it.
    pub link: Option<String>,
}

/// How an answer of the ladder is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum LadderKind {
    /// By an exact algorithm, or because nobody stronger breaks anything.
    Exact,
    /// All were tried.
    Exhausted,
    /// Some were tried, one after another, and one was found.
    Part,
    /// Some, drawn by lot; nothing follows from finding none.
    Sampled,
}

impl Ladder {
    /// What was found.
    #[must_use]
    pub fn of(found: &ladder::Ladder) -> Self {
        let rung = |rung: &Option<ladder::Rung>| rung.as_ref().map(Rung::of);
        Self {
            crash: rung(&found.crash),
            omission: rung(&found.omission),
            twins: rung(&found.twins),
            arbitrary: rung(&found.arbitrary),
        }
    }
}

impl Rung {
    fn of(found: &ladder::Rung) -> Self {
        Self {
            kind: match found.known {
                Known::Exact => LadderKind::Exact,
                Known::Exhausted => LadderKind::Exhausted,
                Known::Part => LadderKind::Part,
                Known::Sampled => LadderKind::Sampled,
            },
            tried: found.tried as f64,
            breaks: found.breaks,
            link: found.run.as_ref().and_then(link_of),
        }
    }
}

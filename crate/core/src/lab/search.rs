//! One kind of search: it goes on in pieces, says how far it is and what kind of answer it has, and shows what it found.

use crate::scenario::Scenario;

/// What is known when a search ends, or until now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All cases are tried.
    Exhausted,
    /// Some parts of a search through all cases were too large, and left out.
    Part,
    /// Some cases, drawn by lot: nothing follows from finding nothing.
    Sampled,
}

impl Kind {
    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exhausted => "exhausted",
            Self::Part => "part",
            Self::Sampled => "sampled",
        }
    }
}

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Of what kind the answer is.
    pub kind: Kind,
    /// How many runs were tried.
    pub tried: u64,
    /// How many there are, where that is known.
    pub total: Option<u64>,
    /// How many of those that were tried break a condition.
    pub breaking: u64,
    /// Whether nothing is left to be done.
    pub is_done: bool,
    /// Whether one was found that breaks; what was found may still be made smaller.
    pub breaks: bool,
}

/// A search for a run that breaks a condition. It can be left and gone on with at any time, and handed from one thread to
/// another.
pub trait Search: Send + Sync {
    /// Goes on for about so many runs, or steps of runs.
    fn advance(&mut self, runs: u64);

    /// How far it is.
    fn progress(&self) -> Progress;

    /// The first run that was found to break a condition, to be run again.
    fn found(&self) -> Option<Scenario>;

    /// How many runs were tried.
    fn tried(&self) -> u64 {
        self.progress().tried
    }

    /// How many of them break a condition.
    fn breaking(&self) -> u64 {
        self.progress().breaking
    }

    /// Whether nothing is left to be done.
    fn is_done(&self) -> bool {
        self.progress().is_done
    }
}

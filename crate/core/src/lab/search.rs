//! One kind of search: it goes on in pieces, says how far it is and what kind of answer it has, and shows what it found.

use crate::scenario::Scenario;

/// What is known when a search ends, or until now.
///
/// ```
/// use generals::{lab::{begin::{exhaust, sample}, search::Kind}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=4&t=3", LinkSize::Any).unwrap().scenario;
/// let (all, some) = (exhaust(&base).unwrap(), sample(&base).unwrap());
/// assert_eq!((all.progress().kind, some.progress().kind), (Kind::Exhausted, Kind::Sampled));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// All cases are tried.
    Exhausted,
    /// All situations in which the loyal generals can be are visited, each once however it comes about.
    States,
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
            Self::States => "states",
            Self::Part => "part",
            Self::Sampled => "sampled",
        }
    }
}

/// How far a search is.
///
/// ```
/// use generals::{lab::begin::{exhaust, sample}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=3&t=1", LinkSize::Any).unwrap().scenario;
/// assert_eq!(exhaust(&base).unwrap().progress().total, Some(4));
/// assert_eq!(sample(&base).unwrap().progress().total, None, "drawing has no end");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Of what kind the answer is.
    pub kind: Kind,
    /// How many runs were tried, or situations visited.
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
///
/// ```
/// use generals::{Trace, lab::{begin::exhaust, search::Search}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=sm&n=3&t=3&k=1", LinkSize::Any).unwrap().scenario;
/// let mut search: Box<dyn Search> = exhaust(&base).unwrap();
/// while search.found().is_none() && !search.is_done() {
///     search.advance(10);
/// }
/// assert!(Trace::new(search.found().unwrap()).unwrap().verdict().is_broken(), "by the stolen key");
/// ```
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

//! A checked program: statements whose names have become places.

use std::sync::Arc;

use crate::program::{code::Code, mistake::Place, types::WordSet};

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Do {
    pub(super) place: Place,
    /// Shared by all places of a run where a loop brings it.
    pub(super) kind: Arc<DoKind>,
}

/// What it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum DoKind {
    Set {
        variable: usize,
        value: Code,
    },
    /// The first arm whose condition holds.
    If {
        arms: Vec<(Code, Vec<Do>)>,
        /// Whether all its conditions are known before the run.
        is_known: bool,
    },
    For {
        variable: usize,
        from: Code,
        to: Code,
        block: Vec<Do>,
    },
    Send(Send),
    Gather(Code),
    Resolve(Code),
    Collect(Code),
    Decide(Code),
}

/// A round in which each says a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Send {
    pub(super) word: Code,
    pub(super) to: Told,
    pub(super) when: Code,
    /// Whether its condition is known before the run for each general: where it is false, there is no slot then.
    pub(super) is_by_place: bool,
    /// What can be said.
    pub(super) words: WordSet,
}

/// Who is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    All,
    Others,
    One(Code),
}

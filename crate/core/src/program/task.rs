//! A checked program: statements whose names have become places.

use std::sync::Arc;

use crate::program::{
    code::{Code, Function},
    mistake::Place,
    types::WordSet,
};

/// What a program has passed on besides what each says himself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Passes {
    /// Nothing.
    #[default]
    Nothing,
    /// Everything heard, with the path it came by (`gather`).
    Paths,
    /// Letters, each with one signature more (`collect`).
    Letters,
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Do {
    pub(super) place: Place,
    /// Shared by all places of a run where a loop brings it.
    pub(super) kind: Arc<DoKind>,
}

/// Where nothing is written, nothing is decided.
impl Default for DoKind {
    fn default() -> Self {
        Self::Decide(Code::Constant(0))
    }
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

impl DoKind {
    /// Whether it asks this of what was heard, in its block too: with `said` it matters who said what, without it only how many did.
    pub(super) fn asks(&self, function: Function) -> bool {
        let any = |block: &[Do]| block.iter().any(|one| one.kind.asks(function));
        match self {
            Self::Set { value: code, .. }
            | Self::Gather(code)
            | Self::Resolve(code)
            | Self::Collect(code)
            | Self::Decide(code) => code.asks(function),
            Self::Send(send) => send.word.asks(function) || send.when.asks(function),
            Self::If { arms, .. } => arms
                .iter()
                .any(|(when, block)| when.asks(function) || any(block)),
            Self::For {
                from, to, block, ..
            } => from.asks(function) || to.asks(function) || any(block),
        }
    }
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

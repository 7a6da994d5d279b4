//! Why a lieutenant decided as he did: the majorities of OM(m), from what he was told up to what he obeys.

use crate::{
    general::{General, Generals},
    order::{Order, Word, majority},
    path::Path,
    trace::Trace,
};

/// What a lieutenant obtains at one path, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The path.
    pub path: Path,
    /// What its speaker told him; `None` is silence, which counts as retreat.
    pub direct: Word,
    /// What he obtains from each other general who is not on the path; empty after the last round, and where the
    /// tree was asked for to a smaller depth.
    pub children: Vec<Self>,
    /// The majority of `direct` and `children`.
    pub result: Order,
    /// Whether that was a tie, and so retreat.
    pub tie: bool,
}

impl Vote {
    /// The tree of a lieutenant: LSP82 OM(m) step 3, from the commander's order downwards. Children are kept for
    /// paths shorter than `depth`; the results are those of the whole tree.
    pub(crate) fn tree(trace: &Trace, lieutenant: General, depth: usize) -> Self {
        Self::at(trace, lieutenant, Path::commander(), depth)
    }

    fn at(trace: &Trace, lieutenant: General, path: Path, depth: usize) -> Self {
        let scenario = trace.scenario();
        let direct = trace.said_on(&path, lieutenant);
        let own = direct.unwrap_or_default();
        if path.len() == scenario.rounds() {
            return Self {
                path,
                direct,
                children: Vec::new(),
                result: own,
                tie: false,
            };
        }
        let others = Generals::all(scenario.n())
            .and_not(path.set())
            .without(lieutenant);
        let mut children: Vec<Self> = others
            .iter()
            .map(|speaker| Self::at(trace, lieutenant, path.then(speaker), depth))
            .collect();
        let attacks = children
            .iter()
            .map(|child| child.result)
            .chain([own])
            .filter(|order| *order == Order::Attack)
            .count();
        let (result, tie) = majority(attacks, children.len() + 1);
        if path.len() >= depth {
            children.clear();
        }
        Self {
            path,
            direct,
            children,
            result,
            tie,
        }
    }
}

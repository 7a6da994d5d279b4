//! Why a lieutenant decided as he did, in each protocol.

use crate::{
    general::{General, Generals},
    om::run::OralRun,
    order::{Order, Word, majority},
    path::Path,
    scenario::Scenario,
    sm::machine::Accepted,
    view::View,
};

/// What a decision rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Votes {
    /// OM(m): majorities of majorities.
    Tree(Vote),
    /// The flat vote: everything in one bag.
    Flat(FlatVote),
    /// SM(m): the orders seen signed.
    Signed(SignedVote),
}

/// What a lieutenant obtains at one path of OM(m), and why.
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

/// One vote over all words heard, whatever their path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlatVote {
    /// The words, by path; silence counts as retreat.
    pub bag: Vec<(Path, Word)>,
    /// Their majority.
    pub result: Order,
    /// Whether that was a tie, and so retreat.
    pub tie: bool,
}

/// The set V of SM(m) and what it gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedVote {
    /// Each order, the signers under it, and the round in which it was taken in.
    pub values: Vec<(Order, Path, usize)>,
    /// The order if there is one, retreat if there are none or two.
    pub result: Order,
}

impl Vote {
    /// The tree of a lieutenant: LSP82 OM(m) step 3, from the commander's order downwards. Children are kept for
    /// paths shorter than `depth`; the results are those of the whole tree.
    pub(crate) fn tree(run: &OralRun, scenario: &Scenario, general: General, depth: usize) -> Self {
        let lieutenant = Lieutenant {
            run,
            general,
            n: scenario.n(),
            rounds: scenario.rounds(),
        };
        lieutenant.vote(Path::commander(), depth)
    }
}

struct Lieutenant<'a> {
    run: &'a OralRun,
    general: General,
    n: usize,
    rounds: usize,
}

impl Lieutenant<'_> {
    fn vote(&self, path: Path, depth: usize) -> Vote {
        let direct = self.run.said_on(&path, self.general);
        let own = direct.unwrap_or_default();
        if path.len() == self.rounds {
            return Vote {
                path,
                direct,
                children: Vec::new(),
                result: own,
                tie: false,
            };
        }
        let others = Generals::all(self.n)
            .and_not(path.set())
            .without(self.general);
        let mut children: Vec<Vote> = others
            .iter()
            .map(|speaker| self.vote(path.then(speaker), depth))
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
        Vote {
            path,
            direct,
            children,
            result,
            tie,
        }
    }
}

impl FlatVote {
    /// The vote over all that a lieutenant has received.
    pub(crate) fn of(view: View) -> Self {
        let words = view.received.into_iter();
        let bag: Vec<(Path, Word)> = words.map(|word| (word.path, word.said)).collect();
        let attacks = bag.iter().filter(|(_, word)| *word == Some(Order::Attack));
        let (result, tie) = majority(attacks.count(), bag.len());
        Self { bag, result, tie }
    }
}

impl SignedVote {
    pub(crate) fn of(accepted: &[Accepted], result: Order) -> Self {
        let values = accepted.iter().filter_map(|accepted| {
            let letter = &accepted.letter;
            Some((letter.order, letter.path()?, accepted.round))
        });
        Self {
            values: values.collect(),
            result,
        }
    }
}

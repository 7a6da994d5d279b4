//! Why a general decided as he did, in each protocol.

use crate::{
    run::view::Seen,
    word::{General, Generals, Label, Order, Path, Word, majority},
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
    /// Everybody's opinion, each by a tree of its own.
    Vector(VectorVote),
}

/// What a lieutenant obtains at one path of OM(m), and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// The path.
    pub path: Path,
    /// What its speaker told him; `None` is silence, which counts as retreat.
    pub direct: Option<Order>,
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
    pub bag: Vec<(Label, Word)>,
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

/// The opinions of all as one general has them, and their majority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VectorVote {
    /// What he obtains for each general, general 1 first: of his own opinion the word alone.
    pub vector: Vec<Vote>,
    /// The strict majority of the results, else retreat.
    pub result: Order,
    /// Whether that was a tie, and so retreat.
    pub tie: bool,
}

/// What a lieutenant was told, from which his tree follows: LSP82 OM(m) step 3.
pub(crate) struct Lieutenant<F> {
    pub(crate) general: General,
    pub(crate) n: usize,
    pub(crate) m: usize,
    /// What the speaker of a path told him.
    pub(crate) told: F,
}

impl<F: Fn(&Path) -> Word> Lieutenant<F> {
    /// What he obtains at a path. Children are kept for paths shorter than `depth`; the results are those of the whole
    /// tree.
    pub(crate) fn vote(&self, path: Path, depth: usize) -> Vote {
        let direct = (self.told)(&path).order();
        let own = direct.unwrap_or_default();
        if path.len() > self.m {
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

impl VectorVote {
    /// The vote over everybody's opinion.
    pub(crate) fn of(vector: Vec<Vote>) -> Self {
        let attacks = vector.iter().filter(|vote| vote.result == Order::Attack);
        let (result, tie) = majority(attacks.count(), vector.len());
        Self {
            vector,
            result,
            tie,
        }
    }
}

impl FlatVote {
    /// The vote over all that a lieutenant has received.
    pub(crate) fn of(seen: Seen) -> Self {
        let words = seen.received.into_iter();
        let bag: Vec<(Label, Word)> = words.map(|word| (word.label, word.said)).collect();
        let attacks = bag
            .iter()
            .filter(|(_, word)| word.order() == Some(Order::Attack));
        let (result, tie) = majority(attacks.count(), bag.len());
        Self { bag, result, tie }
    }
}

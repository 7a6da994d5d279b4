//! What a lieutenant's decision rests on.

use serde::Serialize;

#[cfg(feature = "marks")]
use crate::names::MarkKind;
use crate::names::{Id, Order, Word, label, path_ids, word};

/// What a lieutenant's decision rests on, by protocol.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Votes {
    /// Of oral messages.
    Tree(Vote),
    /// Of the flat vote.
    Flat(FlatVote),
    /// Of signed messages.
    Signed(SignedVote),
    /// Of everybody's opinion.
    Vector(VectorVote),
    /// Of protocols that are told by the rules that fire.
    #[cfg(feature = "marks")]
    Marks(MarksVote),
}

/// What a lieutenant obtains at a path: the majority of `direct` and the children's results.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Vote {
    /// The path.
    pub path: Vec<Id>,
    /// What its speaker told him.
    pub direct: Option<Order>,
    /// What he obtains at the paths that continue this one.
    pub children: Vec<Vote>,
    /// The majority.
    pub result: Order,
    /// Whether there is none.
    pub tie: bool,
}

/// One vote over everything heard, whatever its path.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FlatVote {
    /// Everything heard.
    #[cfg_attr(test, ts(inline))]
    pub bag: Vec<Heard>,
    /// The majority.
    pub result: Order,
    /// Whether there is none.
    pub tie: bool,
}

/// A word and by which path it came.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Heard {
    /// The path.
    pub path: Vec<u16>,
    /// The word.
    pub said: Word,
}

/// The orders seen signed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SignedVote {
    /// Each with the letter that brought it first.
    #[cfg_attr(test, ts(inline))]
    pub values: Vec<SeenOrder>,
    /// The order if there is one alone, else retreat.
    pub result: Order,
}

/// The opinions of all as one general has them: for each general, general 1 first, the tree of what he said; of himself the word
/// alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct VectorVote {
    /// The trees, whose results are the vector.
    pub vector: Vec<Vote>,
    /// The strict majority of the results, else retreat.
    pub result: Order,
    /// Whether there is none.
    pub tie: bool,
}

/// What a general came to, one thing after another.
#[cfg(feature = "marks")]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MarksVote {
    /// The rules that fired, in the order of steps.
    pub marks: Vec<Mark>,
    /// What he decided; null if he never did.
    pub result: Option<Order>,
}

/// A rule that fired.
#[cfg(feature = "marks")]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Mark {
    /// The step after which it holds; 0 from the beginning.
    pub step: usize,
    /// The phase or view, from 1.
    pub phase: usize,
    /// Which rule.
    pub mark: MarkKind,
    /// With which word; null where there is none.
    pub word: Word,
    /// How many have said so, himself included, where it rests on a count; of who leads a view, how many show it prepared.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub votes: Option<usize>,
    /// How many are needed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub needed: Option<usize>,
    /// Whose word it rests on, where it rests on one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub from: Option<Id>,
}

/// An order seen signed.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SeenOrder {
    /// The order.
    pub said: Order,
    /// The signers.
    pub path: Vec<Id>,
    /// When, from 1.
    pub round: usize,
}

impl Votes {
    /// The core's votes.
    #[must_use]
    pub fn of(votes: &generals::Votes) -> Self {
        match votes {
            generals::Votes::Tree(tree) => Self::Tree(Vote::of(tree)),
            generals::Votes::Flat(flat) => Self::Flat(FlatVote {
                bag: flat
                    .bag
                    .iter()
                    .map(|(path, said)| Heard {
                        path: label(path),
                        said: word(*said),
                    })
                    .collect(),
                result: Order(flat.result),
                tie: flat.tie,
            }),
            generals::Votes::Signed(signed) => Self::Signed(SignedVote {
                values: signed
                    .values
                    .iter()
                    .map(|(order, path, round)| SeenOrder {
                        said: Order(*order),
                        path: path_ids(path),
                        round: *round,
                    })
                    .collect(),
                result: Order(signed.result),
            }),
            generals::Votes::Vector(all) => Self::Vector(VectorVote {
                vector: all.vector.iter().map(Vote::of).collect(),
                result: Order(all.result),
                tie: all.tie,
            }),
            #[cfg(feature = "marks")]
            generals::Votes::Marks(vote) => Self::Marks(MarksVote {
                marks: vote.marks.iter().map(Mark::of).collect(),
                result: vote.result.map(Order),
            }),
        }
    }
}

#[cfg(feature = "marks")]
impl Mark {
    fn of((step, mark): &(usize, generals::Mark)) -> Self {
        Self {
            step: *step,
            phase: mark.phase,
            mark: MarkKind(mark.kind),
            word: word(mark.word),
            votes: mark.votes.map(|(votes, _)| votes),
            needed: mark.votes.map(|(_, needed)| needed),
            from: mark.from.map(|general| general.number()),
        }
    }
}

impl Vote {
    fn of(vote: &generals::Vote) -> Self {
        Self {
            path: path_ids(&vote.path),
            direct: vote.direct.map(Order),
            children: vote.children.iter().map(Self::of).collect(),
            result: Order(vote.result),
            tie: vote.tie,
        }
    }
}

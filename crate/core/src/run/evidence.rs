//! Why a general decided as he did, in each protocol.

#[cfg(feature = "marks")]
use crate::run::mark::MarksVote;
use crate::{
    run::view::Seen,
    word::{General, Generals, Label, Order, Path, Word, majority},
};

/// What a decision rests on.
///
/// ```
/// use generals::{General, Trace, Votes, link::{LinkSize, parse}};
///
/// let votes = |link, number| {
///     let trace = Trace::new(parse(link, LinkSize::Any).unwrap().scenario).unwrap();
///     trace.votes(General::new(number).unwrap(), 2)
/// };
/// assert!(matches!(votes("v=1&p=om&n=4&t=3", 2), Some(Votes::Tree(_))));
/// assert!(matches!(votes("v=1&p=flat&n=4&t=3", 2), Some(Votes::Flat(_))));
/// assert_eq!(votes("v=1&p=om&n=4&t=3", 3), None, "a traitor's vote means nothing");
/// ```
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
    /// The rules that fired, one after another.
    #[cfg(feature = "marks")]
    Marks(MarksVote),
}

/// What a lieutenant obtains at one path of OM(m), and why.
///
/// ```
/// use generals::{General, Order, Trace, Votes, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=3&t=3", LinkSize::Any).unwrap().scenario).unwrap();
/// let Some(Votes::Tree(vote)) = trace.votes(General::new(2).unwrap(), 2) else { panic!() };
/// assert_eq!((vote.direct, vote.children[0].direct), (Some(Order::Attack), Some(Order::Retreat)));
/// assert!(vote.tie && vote.result == Order::Retreat, "one word against one");
/// ```
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
///
/// ```
/// use generals::{General, Trace, Votes, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=flat&n=4&m=2", LinkSize::Any).unwrap().scenario).unwrap();
/// let Some(Votes::Flat(vote)) = trace.votes(General::new(2).unwrap(), 1) else { panic!() };
/// assert_eq!(vote.bag.len(), 1 + 2 + 2, "one word by each path that he is not on");
/// ```
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
///
/// ```
/// use generals::{General, Trace, Votes, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=sm&n=4&t=1&s=split", LinkSize::Any).unwrap().scenario).unwrap();
/// let Some(Votes::Signed(vote)) = trace.votes(General::new(2).unwrap(), 1) else { panic!() };
/// let (order, path, round) = &vote.values[1];
/// assert_eq!((order.letter(), path.to_string().as_str(), *round), ('A', "1.3", 2));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedVote {
    /// Each order, the signers under it, and the round in which it was taken in.
    pub values: Vec<(Order, Path, usize)>,
    /// The order if there is one, retreat if there are none or two.
    pub result: Order,
}

/// The opinions of all as one general has them, and their majority.
///
/// ```
/// use generals::{General, Order, Trace, Votes, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=ic&n=4&i=AARA&t=4", LinkSize::Any).unwrap().scenario).unwrap();
/// let Some(Votes::Vector(vote)) = trace.votes(General::new(2).unwrap(), 2) else { panic!() };
/// let loyal = vote.vector[..3].iter().map(|one| one.result);
/// assert!(loyal.eq([Order::Attack, Order::Attack, Order::Retreat]), "as they think");
/// ```
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

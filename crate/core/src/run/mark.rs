//! What a general came to on his way to a decision: the rules that fired, each with its word and its votes.

use crate::word::{General, Word};

/// Which rule.
///
/// ```
/// use generals::MarkKind;
///
/// assert_eq!(MarkKind::Proposal.name(), "proposal");
/// assert!(MarkKind::NAMES.contains(&("ready", MarkKind::Ready)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    /// What he holds for right when a phase begins.
    Opinion,
    /// What he proposes, or that he proposes nothing.
    Proposal,
    /// What most tell him.
    Majority,
    /// Enough have said so that nobody else's word can change it.
    Sure,
    /// He takes the word of the phase's king.
    Follows,
    /// He repeats the first order that came.
    Echo,
    /// He is ready to deliver.
    Ready,
    /// He takes a word over because loyal generals must have said it.
    Adopt,
    /// He tosses a coin.
    Coin,
    /// He accepts what the leader of a view proposes.
    Accept,
    /// He holds a certificate that enough accepted it.
    Prepared,
    /// He waits no longer in this view.
    TimeOut,
    /// He waits no longer in this view, since so many do that one of them is loyal.
    Join,
    /// He, who leads the view, proposes what its certificates ask for, or, free where there are none, retreat.
    Lead,
    /// He decides, for good.
    Decide,
}

impl MarkKind {
    /// All of them, by the names of the step API.
    pub const NAMES: [(&'static str, Self); 15] = [
        ("opinion", Self::Opinion),
        ("proposal", Self::Proposal),
        ("majority", Self::Majority),
        ("sure", Self::Sure),
        ("follows", Self::Follows),
        ("echo", Self::Echo),
        ("ready", Self::Ready),
        ("adopt", Self::Adopt),
        ("coin", Self::Coin),
        ("accept", Self::Accept),
        ("prepared", Self::Prepared),
        ("time-out", Self::TimeOut),
        ("join", Self::Join),
        ("lead", Self::Lead),
        ("decide", Self::Decide),
    ];

    /// The code of the step API.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, kind)| *kind == self);
        found.map_or("", |(name, _)| name)
    }
}

/// One rule that fired for one general.
///
/// ```
/// use generals::{Mark, MarkKind, Order};
///
/// let mark = Mark::new(1, MarkKind::Proposal, Order::Attack.into()).by_votes(3, 3);
/// assert_eq!((mark.phase, mark.votes), (1, Some((3, 3))), "three have said so, three are needed");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// In which phase or view, from 1.
    pub phase: usize,
    /// Which rule.
    pub kind: MarkKind,
    /// With which word.
    pub word: Word,
    /// How many have said so, himself included, and how many are needed; of who leads a view, how many show it prepared.
    pub votes: Option<(usize, usize)>,
    /// Whose word it rests on, where it rests on one.
    pub from: Option<General>,
}

impl Mark {
    /// A rule that rests on nothing but what he had.
    #[must_use]
    pub const fn new(phase: usize, kind: MarkKind, word: Word) -> Self {
        Self {
            phase,
            kind,
            word,
            votes: None,
            from: None,
        }
    }

    /// The same because so many have said so, of which `needed` would do.
    #[must_use]
    pub const fn by_votes(mut self, votes: usize, needed: usize) -> Self {
        self.votes = Some((votes, needed));
        self
    }

    /// The same because this general has said so.
    #[must_use]
    pub const fn by_word_of(mut self, general: General) -> Self {
        self.from = Some(general);
        self
    }
}

/// What one general came to, in the order of steps.
///
/// ```
/// use generals::{General, Trace, Votes, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=king&n=4", LinkSize::Any).unwrap().scenario).unwrap();
/// let Some(Votes::Marks(vote)) = trace.votes(General::new(2).unwrap(), 1) else { panic!() };
/// let (step, mark) = vote.marks[0];
/// assert_eq!((step, mark.kind.name(), mark.word.letter()), (0, "opinion", 'R'));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarksVote {
    /// Each with the step after which it holds.
    pub marks: Vec<(usize, Mark)>,
    /// What he decided, if he did.
    pub result: Option<crate::word::Order>,
}

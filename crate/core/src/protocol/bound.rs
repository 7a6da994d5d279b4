//! What theory promises for a number of generals and traitors, whoever the traitors are.

/// What is promised of a protocol among n generals when f of them are traitors.
///
/// ```
/// use generals::{Bound, Reason};
///
/// let bound = Bound::oral(3, 1, 1);
/// assert_eq!((bound.exact, bound.reason), (Some(false), Reason::TooFewGenerals));
/// assert_eq!(bound.enough, Some((4, 1)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The number of traitors.
    pub f: usize,
    /// All conditions hold by the theorem of [`Bound::source`].
    pub theorem: bool,
    /// Whether the protocol survives every placement of f traitors. OM(m): f ≤ m and n > 2f+m, sufficient by
    /// Lemma 1 of LSP82 and induction, necessary as far as attacks were computed, so to be named as computed
    /// here. SM(m): f ≤ m, since a commander and m other traitors can reveal an order in the last round. `None`
    /// where nothing is claimed: for f ≥ n−1, with stolen keys, and for what is known to be wrong.
    pub exact: Option<bool>,
    /// Why, or why not.
    pub reason: Reason,
    /// Where the theorem stands; `None` for what is known to be wrong.
    pub source: Option<&'static str>,
    /// The fewest generals, and the m, with which the theorem promises for f traitors. `None` for what is known to be
    /// wrong.
    pub enough: Option<(usize, usize)>,
    /// What loyal generals send at most, whatever traitors do, where that is less than the bound on all messages.
    pub loyal_messages: Option<u128>,
}

/// Why something is promised, or is not.
///
/// ```
/// use generals::{Reason, link::{LinkSize, parse}};
///
/// let reason = |link| parse(link, LinkSize::Any).unwrap().scenario.bound().reason;
/// assert_eq!(reason("v=1&p=sm&n=4&t=3"), Reason::Theorem);
/// assert_eq!(reason("v=1&p=sm&n=4&t=3&k=1"), Reason::StolenKeys);
/// assert_eq!(reason("v=1&p=sm&n=4&t=2.3"), Reason::TooFewRounds);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// By the theorem.
    Theorem,
    /// By the sharper rule, computed here.
    Computed,
    /// More traitors than it was asked to survive: one round for each is needed.
    TooFewRounds,
    /// Too few generals for so many traitors.
    TooFewGenerals,
    /// At most one loyal general: nothing is claimed.
    NobodyLeft,
    /// The theorem stands on keys that nobody stole.
    StolenKeys,
    /// It is known to be wrong.
    KnownWrong,
}

impl Reason {
    /// All reasons, by the names of the step API.
    pub const NAMES: [(&'static str, Self); 7] = [
        ("theorem", Self::Theorem),
        ("computed", Self::Computed),
        ("too-few-rounds", Self::TooFewRounds),
        ("too-few-generals", Self::TooFewGenerals),
        ("nobody-left", Self::NobodyLeft),
        ("stolen-keys", Self::StolenKeys),
        ("known-wrong", Self::KnownWrong),
    ];

    /// The code of the step API.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, reason)| *reason == self);
        found.map_or("", |(name, _)| name)
    }
}

impl Bound {
    /// Nothing is promised.
    #[must_use]
    pub const fn none(f: usize) -> Self {
        Self {
            f,
            theorem: false,
            exact: None,
            reason: Reason::KnownWrong,
            source: None,
            enough: None,
            loyal_messages: None,
        }
    }
}

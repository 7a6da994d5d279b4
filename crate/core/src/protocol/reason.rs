//! Why theory promises something, or does not.

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
    /// By the sharper rule, which is proved: by Lemma 1 of LSP82, and from it by induction.
    Proved,
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
    /// It depends on who trusts whom, not on how many there are.
    ByTrust,
    /// No protocol can do it.
    Impossible,
    /// More traitors than the protocol is asked to survive.
    MoreThanAsked,
    /// It is a program of the reader's: nobody has proved anything of it.
    OwnProgram,
}

impl Reason {
    /// All reasons, by the names of the step API.
    pub const NAMES: [(&'static str, Self); 11] = [
        ("theorem", Self::Theorem),
        // A name that is published stays.
        ("computed", Self::Proved),
        ("too-few-rounds", Self::TooFewRounds),
        ("too-few-generals", Self::TooFewGenerals),
        ("nobody-left", Self::NobodyLeft),
        ("stolen-keys", Self::StolenKeys),
        ("known-wrong", Self::KnownWrong),
        ("by-trust", Self::ByTrust),
        ("impossible", Self::Impossible),
        ("more-than-asked", Self::MoreThanAsked),
        ("own-program", Self::OwnProgram),
    ];

    /// The code of the step API.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, reason)| *reason == self);
        found.map_or("", |(name, _)| name)
    }

    /// Whether this is said of a claim: something is promised, or was and is not with so many traitors.
    #[must_use]
    pub const fn is_claim(self) -> bool {
        !matches!(
            self,
            Self::NobodyLeft
                | Self::StolenKeys
                | Self::KnownWrong
                | Self::ByTrust
                | Self::Impossible
                | Self::MoreThanAsked
                | Self::OwnProgram
        )
    }
}

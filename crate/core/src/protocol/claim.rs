//! What is told of a bound: which promise, or why there is none, and which inequality decides it.

use crate::protocol::reason::Reason;

/// What is told of a [`Bound`](crate::Bound): its reason, or what lies behind it where that says too little.
///
/// ```
/// use generals::{Claim, Reason, link::{LinkSize, parse}};
///
/// let claim = |link| parse(link, LinkSize::Any).unwrap().scenario.bound().claim;
/// assert_eq!(claim("v=1&p=om&n=4"), Claim::NobodyLies);
/// assert_eq!(claim("v=1&p=om&n=4&t=3"), Claim::Because(Reason::Theorem));
/// assert_eq!(claim("v=1&p=om&n=4&m=2&t=4"), Claim::TooManyRounds, "OM(1) would do");
/// assert_eq!(claim("v=1&p=bracha&n=4&m=2"), Claim::AskedTooMuch, "it waits for five READYs");
/// assert_eq!(claim("v=1&p=flat&n=4&t=3"), Claim::AsOral);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Nobody lies: any number of generals is enough.
    NobodyLies,
    /// There are enough generals for the theorem, but more rounds than it asks for.
    TooManyRounds,
    /// Nobody lies, but where messengers are slow it waits as if so many might as it is asked to survive: too few generals
    /// for that.
    AskedTooMuch,
    /// Known to be wrong, but with so few rounds it comes to the same as OM(m).
    AsOral,
    /// The reason says it.
    Because(Reason),
}

impl Claim {
    /// All of them, by the names of the step API.
    pub const NAMES: [(&'static str, Self); 4 + Reason::NAMES.len()] = [
        ("nobody", Self::NobodyLies),
        ("too-many-rounds", Self::TooManyRounds),
        ("asked-too-much", Self::AskedTooMuch),
        ("as-oral", Self::AsOral),
        Self::because(0),
        Self::because(1),
        Self::because(2),
        Self::because(3),
        Self::because(4),
        Self::because(5),
        Self::because(6),
        Self::because(7),
        Self::because(8),
        Self::because(9),
        Self::because(10),
    ];

    const fn because(i: usize) -> (&'static str, Self) {
        let (name, reason) = Reason::NAMES[i];
        (name, Self::Because(reason))
    }

    /// What is told of f traitors among n generals, where `enough` generals with a depth have the theorem's promise.
    pub(crate) const fn of(
        reason: Reason,
        n: usize,
        f: usize,
        enough: Option<(usize, usize)>,
    ) -> Self {
        match (reason, enough) {
            (reason, _) if !reason.is_claim() => Self::Because(reason),
            _ if f == 0 => Self::NobodyLies,
            (Reason::TooFewGenerals, Some((least, _))) if least <= n => Self::TooManyRounds,
            (reason, _) => Self::Because(reason),
        }
    }

    /// The code of the step API.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, claim)| *claim == self);
        found.map_or("", |(name, _)| name)
    }
}

/// Which inequality decides whether something is promised.
///
/// ```
/// use generals::{Measure, link::{LinkSize, parse}};
///
/// let measure = |link| parse(link, LinkSize::Any).unwrap().scenario.bound().measure;
/// assert_eq!(measure("v=1&p=om&n=4&t=3"), Some(Measure::Generals));
/// assert_eq!(measure("v=1&p=om&n=7&m=2&t=3"), Some(Measure::Relays));
/// assert_eq!(measure("v=1&p=om&n=5&m=2&t=3"), Some(Measure::Deep));
/// assert_eq!(measure("v=1&p=om&n=5&t=2.3"), Some(Measure::Rounds));
/// assert_eq!(measure("v=1&p=sm&n=5&t=3"), Some(Measure::Rounds));
/// assert_eq!(measure("v=1&p=queen&n=5&t=3"), Some(Measure::Fourfold));
/// assert_eq!(measure("v=1&p=benor&n=6&t=3"), Some(Measure::Fivefold));
/// assert_eq!(measure("v=1&p=om&n=4&t=2.3.4"), None, "nothing is claimed");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Generals against traitors: there are as many rounds as the theorem asks for.
    Generals,
    /// Generals against three times the rounds of relay, as the theorem counts: there are more of them than traitors.
    Relays,
    /// Generals against traitors and rounds, of which there are more.
    Deep,
    /// Rounds against traitors.
    Rounds,
    /// Generals against four times the traitors that the protocol is asked to survive: there are no more traitors than that.
    Fourfold,
    /// Generals against five times the traitors that the protocol is asked to survive.
    Fivefold,
}

impl Measure {
    /// All of them, by the names of the step API.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("generals", Self::Generals),
        ("relays", Self::Relays),
        ("deep", Self::Deep),
        ("rounds", Self::Rounds),
        ("fourfold", Self::Fourfold),
        ("fivefold", Self::Fivefold),
    ];

    /// What there must be more of, or of rounds as many as: the other side of the inequality, for m rounds and f traitors.
    #[must_use]
    pub const fn against(self, m: usize, f: usize) -> usize {
        match self {
            Self::Generals => 3 * f,
            Self::Relays => 3 * m,
            Self::Deep => 2 * f + m,
            Self::Rounds => f,
            Self::Fourfold => 4 * m,
            Self::Fivefold => 5 * m,
        }
    }

    /// The code of the step API.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, measure)| *measure == self);
        found.map_or("", |(name, _)| name)
    }
}

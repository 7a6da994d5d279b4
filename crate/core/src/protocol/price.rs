//! What a protocol asks for: how much is said while all are loyal, what it stands on besides, and where its promise ends.

use crate::word::MessageCounts;

/// What a protocol stands on besides messengers who arrive.
///
/// ```
/// use generals::{Need, link::{LinkSize, parse}};
///
/// let needs = |link| parse(link, LinkSize::Any).unwrap().scenario.price().needs;
/// assert_eq!(needs("v=1&p=sm&n=4"), [Need::Signatures]);
/// assert!(needs("v=1&p=om&n=4").is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Signatures that nobody forges.
    Signatures,
    /// Coins that nobody foresees.
    Coins,
    /// Patience that ends: who waits in vain goes on.
    TimeOuts,
}

impl Need {
    /// All of them, by the names of the step API.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("signatures", Self::Signatures),
        ("coins", Self::Coins),
        ("time-outs", Self::TimeOuts),
    ];

    /// The code of the step API.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, need)| *need == self);
        found.map_or("", |(name, _)| name)
    }
}

/// What a protocol asks for among n generals with m.
///
/// ```
/// use generals::link::{LinkSize, parse};
///
/// let price = |link| parse(link, LinkSize::Any).unwrap().scenario.price();
/// assert_eq!(price("v=1&p=king&n=4").messages.total, 54, "(m+1)(n-1)(2n+1)");
/// assert_eq!(price("v=1&p=sm&n=4").seals, 2, "of the commander and of who passes it on");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// Messages of a run in which all are loyal; of one phase where that is all that can be said.
    pub messages: MessageCounts,
    /// Whether messages and rounds are of one phase, and how many phases it takes is open.
    pub is_of_a_phase: bool,
    /// The most signatures that one message bears.
    pub seals: usize,
    /// What it stands on besides.
    pub needs: &'static [Need],
    /// A link to a run that breaks it where it promises no more: with one general fewer than enough, or where any number is
    /// enough, with one traitor more. `None` where no such run is known here.
    pub beyond: Option<&'static str>,
}

impl Price {
    /// So many messages, without signatures, on nothing but messengers.
    pub(crate) const fn of(messages: MessageCounts, beyond: Option<&'static str>) -> Self {
        Self {
            messages,
            is_of_a_phase: false,
            seals: 0,
            needs: &[],
            beyond,
        }
    }
}

//! What only one protocol has of a scenario, by keys of its own; of the others it is nothing.

#[cfg(feature = "trust")]
use crate::protocol::trust::terms::Terms;
#[cfg(feature = "two")]
use crate::protocol::two::plan::Plan;
use crate::{link::error::Key, word::Slot};

/// The keys that not all protocols know and that decide a run, with their values as a link writes them. A build without such
/// protocols has none, and pays nothing for it.
///
/// ```
/// use generals::{Changes, Key, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=two&m=2", LinkSize::Any).unwrap().scenario;
/// let mut changes = Changes::default();
/// changes.own.set(Key::Lost, "3".to_owned());
/// assert_eq!(run.fork(&changes).unwrap().link(), "v=1&p=two&n=2&m=2&lost=3");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnTexts(#[cfg(feature = "two")] Vec<(Key, String)>);

#[cfg(feature = "two")]
impl OwnTexts {
    /// What a key has.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| *known == key)?;
        Some(&found.1)
    }

    /// Gives a key a value, instead of what it had.
    pub fn set(&mut self, key: Key, text: String) {
        self.0.retain(|(known, _)| *known != key);
        self.0.push((key, text));
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Key, &str)> {
        self.0.iter().map(|(key, text)| (*key, text.as_str()))
    }
}

#[cfg(not(feature = "two"))]
impl OwnTexts {
    pub(crate) fn get(&self, _: Key) -> Option<&str> {
        None
    }

    pub(crate) fn set(&mut self, _: Key, _: String) {}

    pub(crate) fn iter(&self) -> impl Iterator<Item = (Key, &str)> {
        std::iter::empty()
    }
}

/// What a protocol has of its own, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Own {
    /// Nothing.
    #[default]
    Nothing,
    /// Who trusts whom, and what the three go by.
    #[cfg(feature = "trust")]
    Terms(Terms),
    /// After how many messengers each attacks, and which messenger is caught.
    #[cfg(feature = "two")]
    Plan(Plan),
}

impl Own {
    /// Whether the messenger of this slot is caught on the way.
    pub(crate) fn is_caught(&self, slot: &Slot) -> bool {
        match self {
            #[cfg(feature = "two")]
            Self::Plan(plan) => slot.round == plan.lost,
            #[allow(unreachable_patterns, reason = "a build may have nothing else")]
            _ => {
                let _ = slot;
                false
            }
        }
    }

    /// As a link writes it: without defaults, in the order of keys; of a run with this m, for one with the m `among`.
    pub(crate) fn texts(&self, m: usize, among: usize) -> OwnTexts {
        #[cfg(not(feature = "two"))]
        let _ = (m, among);
        match self {
            Self::Nothing => OwnTexts::default(),
            #[cfg(feature = "trust")]
            Self::Terms(terms) => terms.texts(),
            #[cfg(feature = "two")]
            Self::Plan(plan) => plan.texts(m, among),
        }
    }
}

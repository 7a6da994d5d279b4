//! The keys that not all protocols know, as a link writes their values.

use crate::link::error::Key;

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

    /// Leaves out those with an empty text: a change that takes a key away.
    pub(crate) fn drop_empty(&mut self) {
        self.0.retain(|(_, text)| !text.is_empty());
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

    pub(crate) fn drop_empty(&mut self) {}

    pub(crate) fn iter(&self) -> impl Iterator<Item = (Key, &str)> {
        std::iter::empty()
    }
}

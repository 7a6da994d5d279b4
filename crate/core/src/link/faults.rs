//! All that is wrong with a link, as it is found; what is reported is the first.

use crate::link::error::{Allowed, Code, Key, LinkError};

/// The faults found so far; what is reported is the first by the table's order of keys.
#[derive(Debug, Default)]
pub(crate) struct Faults(Vec<(Option<Key>, LinkError)>);

impl Faults {
    /// Notes a fault of one of our keys.
    pub(crate) fn add(&mut self, key: Key, code: Code, read: &str, allowed: Option<Allowed>) {
        self.push(key, LinkError::at(key, code, read, allowed));
    }

    /// Notes a fault of one of our keys that is worded already.
    pub(crate) fn push(&mut self, key: Key, error: LinkError) {
        self.0.push((Some(key), error));
    }

    /// Notes that a key is not there.
    pub(crate) fn add_missing(&mut self, key: Key, allowed: Option<Allowed>) {
        let error = LinkError {
            code: Code::MissingKey,
            key: Some(key.name().to_owned()),
            read: None,
            allowed,
        };
        self.0.push((Some(key), error));
    }

    /// Notes that a key we do not know stands twice: reported after all faults of keys we know.
    pub(crate) fn add_unknown_repeated(&mut self, name: &str, read: &str) {
        let error = LinkError {
            code: Code::RepeatedKey,
            key: Some(name.to_owned()),
            read: Some(read.to_owned()),
            allowed: None,
        };
        self.0.push((None, error));
    }

    /// Those of another search too.
    pub(crate) fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The first by the table's order; of one key the first found.
    pub(crate) fn first(self) -> Option<LinkError> {
        self.0
            .into_iter()
            .min_by_key(|(key, _)| key.map_or((1, Key::V), |key| (0, key)))
            .map(|(_, error)| error)
    }
}

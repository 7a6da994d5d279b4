//! The label of a message: numbers that its protocol understands, so that no two messages of a round are mixed up.

use std::{cmp::Ordering, fmt};

/// Numbers from 1, first to last, at least one; the last is the sender. For relayed orders they are the path: who spoke, in
/// order. For others a round or a phase and the sender. A link names a slot by its label and recipient alone, so a label
/// says to its protocol in which round it is sent. Labels are ordered by length, then by their numbers.
///
/// ```
/// use generals::Label;
///
/// assert_eq!(Label::new(vec![1, 3]).to_string(), "1.3");
/// assert!(Label::new(vec![9]) < Label::new(vec![1, 2]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Label(Vec<u16>);

impl Label {
    /// A label of these numbers.
    #[must_use]
    pub const fn new(numbers: Vec<u16>) -> Self {
        Self(numbers)
    }

    /// Its numbers.
    #[must_use]
    pub fn numbers(&self) -> &[u16] {
        &self.0
    }
}

impl Ord for Label {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0.len(), &self.0).cmp(&(other.0.len(), &other.0))
    }
}

impl PartialOrd for Label {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, number) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(".")?;
            }
            number.fmt(f)?;
        }
        Ok(())
    }
}

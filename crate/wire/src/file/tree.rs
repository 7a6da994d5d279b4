//! Plain data that may be anything, as a file has them.

use std::collections::BTreeMap;

/// Plain data.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// Nothing.
    Null,
    /// True or false.
    Truth(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// What an object has under its names.
    Map(BTreeMap<String, Tree>),
}

impl Tree {
    /// No file of a run is so many levels deep: what is deeper is not to be read, since each level takes of the stack.
    pub const LEVELS_MAX: usize = 16;

    /// What an object has under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Map(map) => map.get(name),
            _ => None,
        }
    }

    /// It, if it is a text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Its elements, if it is a list.
    #[must_use]
    pub fn list(&self) -> Option<&[Self]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    /// Whether both say the same wherever both say something: what only one of them has does not count.
    #[must_use]
    pub fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Map(one), Self::Map(other)) => one
                .iter()
                .filter_map(|(name, value)| Some((value, other.get(name)?)))
                .all(|(one, other)| one.agrees(other)),
            (one, other) => one == other,
        }
    }

    /// Whether it says the same, in a trace too: there the pairs of a map and the elements of a set have no order, and a number may be
    /// written as it is.
    #[must_use]
    pub fn says(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Map(one), Self::Map(other)) => {
                one.len() == other.len()
                    && one.iter().all(|(name, value)| {
                        let of_other = other.get(name);
                        of_other.is_some_and(|of_other| match name.as_str() {
                            "#map" | "#set" => value.has_all_of(of_other),
                            _ => value.says(of_other),
                        })
                    })
            }
            (Self::List(one), Self::List(other)) => {
                one.len() == other.len()
                    && one.iter().zip(other).all(|(one, other)| one.says(other))
            }
            (Self::Number(number), digits @ Self::Map(_))
            | (digits @ Self::Map(_), Self::Number(number)) => {
                let digits = digits.get("#bigint").and_then(Self::text);
                digits
                    .and_then(|digits| digits.parse::<i32>().ok())
                    .map(f64::from)
                    == Some(*number)
            }
            (one, other) => one == other,
        }
    }

    /// Whether both are lists of the same elements, in whatever order; those of `other` are all different.
    fn has_all_of(&self, other: &Self) -> bool {
        let (Some(one), Some(other)) = (self.list(), other.list()) else {
            return false;
        };
        // As it was written each stands where it is looked for first.
        let has = |(place, wanted): (usize, &Self)| {
            one.get(place).is_some_and(|element| element.says(wanted))
                || one.iter().any(|element| element.says(wanted))
        };
        one.len() == other.len() && other.iter().enumerate().all(has)
    }
}

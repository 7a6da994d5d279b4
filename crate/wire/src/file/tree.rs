//! Plain data that may be anything, as a file has them.

use std::{cmp::Ordering, collections::BTreeMap, fmt};

use serde::{
    Deserialize, Deserializer,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
};

/// Plain data. A number that a trace writes as `{"#bigint": "5"}` is that number; the pairs of its maps and the elements of its
/// sets have an order of their own here.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
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

    /// A map, or what a map of a trace stands for.
    fn of_map(mut map: BTreeMap<String, Self>) -> Self {
        if map.len() == 1 {
            if let Some(number) = map.get("#bigint").and_then(|digits| small(digits.text()?)) {
                return Self::Number(number);
            }
            for name in ["#map", "#set"] {
                if let Some(Self::List(elements)) = map.get_mut(name) {
                    elements
                        .sort_by(|one, other| one.partial_cmp(other).unwrap_or(Ordering::Equal));
                }
            }
        }
        Self::Map(map)
    }
}

/// A number that is held exactly.
fn small(digits: &str) -> Option<f64> {
    digits.parse::<i32>().ok().map(f64::from)
}

/// No file of a run is so deep: what is deeper is not read, since each level takes of the stack.
const DEPTH_MAX: usize = 16;

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Level(DEPTH_MAX).deserialize(from)
    }
}

/// Reads what may be so many levels deep.
#[derive(Clone, Copy)]
struct Level(usize);

impl Level {
    fn below<E: Error>(self) -> Result<Self, E> {
        let below = self.0.checked_sub(1).map(Self);
        below.ok_or_else(|| E::custom("too deep"))
    }
}

impl<'de> DeserializeSeed<'de> for Level {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Tree, D::Error> {
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Level {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("plain data")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Tree, E> {
        Ok(Tree::Truth(truth))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let below = self.below()?;
        let mut list = Vec::new();
        while let Some(element) = from.next_element_seed(below)? {
            list.push(element);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut from: A) -> Result<Tree, A::Error> {
        let below = self.below()?;
        let mut map = BTreeMap::new();
        while let Some(name) = from.next_key()? {
            map.insert(name, from.next_value_seed(below)?);
        }
        Ok(Tree::of_map(map))
    }
}

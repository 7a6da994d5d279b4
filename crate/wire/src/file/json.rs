//! JSON where there is no browser.

use std::{collections::BTreeMap, fmt, io};

use serde::{
    Deserialize, Deserializer, Serialize,
    de::{DeserializeSeed, Error, MapAccess, SeqAccess, Visitor},
};
use serde_json::ser::{CompactFormatter, Formatter};

use super::{Carrier, Tree};

/// JSON by `serde_json`, as `JSON.stringify` writes it in a browser.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json;

impl Carrier for Json {
    fn write<T: Serialize>(&self, data: &T) -> Option<String> {
        let mut text = Vec::new();
        let mut to = serde_json::Serializer::with_formatter(&mut text, WholeNumbers);
        data.serialize(&mut to).ok()?;
        String::from_utf8(text).ok()
    }

    fn read(&self, text: &str) -> Option<Tree> {
        serde_json::from_str(text).ok()
    }
}

/// Writes a whole number without a fraction.
struct WholeNumbers;

impl Formatter for WholeNumbers {
    fn write_f64<W: ?Sized + io::Write>(&mut self, to: &mut W, number: f64) -> io::Result<()> {
        match number as i64 {
            whole if whole as f64 == number => write!(to, "{whole}"),
            _ => CompactFormatter.write_f64(to, number),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Level(Tree::LEVELS_MAX).deserialize(from)
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
        Ok(Tree::Map(map))
    }
}

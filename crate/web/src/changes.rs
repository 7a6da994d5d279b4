//! The changes of a fork as JavaScript gives them.

use generals::{
    Changes, Code, Key, LinkError, Order, Protocol, RawLie, Strategy, Word,
    link::{named, number},
};
use js_sys::Object;
use serde::Deserialize;
use wasm_bindgen::{JsCast, JsValue};

use crate::error::{link_error, type_error};

/// The names of `scenario()` and the stolen keys, each replacing the old value.
const NAMES: [&str; 9] = [
    "protocol", "n", "m", "order", "traitors", "strategy", "seed", "stolen", "lies",
];

#[derive(Deserialize)]
struct RawChanges {
    protocol: Option<String>,
    n: Option<Number>,
    m: Option<Number>,
    order: Option<String>,
    traitors: Option<Vec<Number>>,
    strategy: Option<String>,
    seed: Option<Number>,
    stolen: Option<Vec<Number>>,
    lies: Option<Vec<Lie>>,
}

#[derive(Deserialize)]
struct Lie {
    path: Vec<Number>,
    to: Number,
    said: Option<String>,
}

/// A number, or its digits where JavaScript could not hold it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Value(f64),
    Digits(String),
}

impl Number {
    /// Read as in a link, so that the same is refused in the same way.
    fn read(&self, key: Key) -> Result<u64, LinkError> {
        let text = match self {
            Self::Value(value) => value.to_string(),
            Self::Digits(digits) => digits.clone(),
        };
        number(&text).map_err(|code| LinkError::at(key, code, &text, None))
    }
}

/// Reads what `fork` is given.
pub(crate) fn changes(value: JsValue) -> Result<Changes, JsValue> {
    known_names_only(&value)?;
    let raw: RawChanges =
        serde_wasm_bindgen::from_value(value).map_err(|error| type_error(&error.to_string()))?;
    read(&raw).map_err(|error| link_error(&error))
}

/// A name that changes nothing is a slip of the caller, and should not pass in silence.
fn known_names_only(value: &JsValue) -> Result<(), JsValue> {
    let object = value
        .dyn_ref::<Object>()
        .ok_or_else(|| type_error("an object of changes is needed"))?;
    let names = Object::keys(object);
    match names
        .iter()
        .filter_map(|name| name.as_string())
        .find(|name| !NAMES.contains(&name.as_str()))
    {
        Some(name) => Err(type_error(&format!(
            "{name} is nothing that a fork can change"
        ))),
        None => Ok(()),
    }
}

fn read(raw: &RawChanges) -> Result<Changes, LinkError> {
    let name = |text: &Option<String>| text.clone();
    Ok(Changes {
        protocol: name(&raw.protocol)
            .map(|text| named(Key::P, &Protocol::NAMES, &text))
            .transpose()?,
        n: raw.n.as_ref().map(|n| n.read(Key::N)).transpose()?,
        m: raw.m.as_ref().map(|m| m.read(Key::M)).transpose()?,
        order: name(&raw.order)
            .map(|text| named(Key::O, &Order::NAMES, &text))
            .transpose()?,
        traitors: raw
            .traitors
            .as_ref()
            .map(|all| numbers(all, Key::T))
            .transpose()?,
        strategy: name(&raw.strategy)
            .map(|text| named(Key::S, &Strategy::NAMES, &text))
            .transpose()?,
        seed: raw
            .seed
            .as_ref()
            .map(|seed| seed.read(Key::Seed))
            .transpose()?,
        stolen: raw
            .stolen
            .as_ref()
            .map(|all| numbers(all, Key::K))
            .transpose()?,
        lies: raw
            .lies
            .as_ref()
            .map(|all| all.iter().map(lie).collect())
            .transpose()?,
    })
}

fn numbers(all: &[Number], key: Key) -> Result<Vec<u64>, LinkError> {
    all.iter().map(|number| number.read(key)).collect()
}

fn lie(raw: &Lie) -> Result<RawLie, LinkError> {
    Ok(RawLie {
        path: numbers(&raw.path, Key::X)?,
        to: raw.to.read(Key::X)?,
        said: word(raw.said.as_deref())?,
    })
}

fn word(said: Option<&str>) -> Result<Word, LinkError> {
    said.map(|text| {
        let found = Order::NAMES.iter().find(|(name, _)| *name == text);
        found
            .map(|(_, order)| *order)
            .ok_or_else(|| LinkError::at(Key::X, Code::BadValue, text, None))
    })
    .transpose()
}

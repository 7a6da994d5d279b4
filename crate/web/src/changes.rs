//! The changes of a fork as JavaScript gives them.

use generals::{
    Allowed, Changes, Code, Form, Key, LinkError, Order, Protocol, RawLie, Strategy, Word,
    limits::STEPPED_MESSAGES_MAX,
    link::{named, number},
};
#[cfg(feature = "network")]
use generals_wire::arguments::DELAY;
use generals_wire::arguments::{CHANGES, LIE};
use wasm_bindgen::JsValue;

use crate::{
    arguments::{entries, list, number_text, short_list, text},
    error::{link_error, type_error},
};

#[cfg(feature = "two")]
/// Pairs of parties of which one may trust the other: all of sixteen.
const TRUST_PAIRS_MAX: u32 = 240;

/// Reads what `fork` is given; undefined changes nothing.
pub(crate) fn changes(value: &JsValue) -> Result<Changes, JsValue> {
    let mut changes = Changes::default();
    for (name, value) in entries(value, &CHANGES)? {
        if value.is_undefined() {
            continue;
        }
        match name.as_str() {
            "protocol" => changes.protocol = Some(one_of(Key::P, &Protocol::NAMES, &value)?),
            "n" => changes.n = Some(whole(Key::N, &value)?),
            "m" => changes.m = Some(whole(Key::M, &value)?),
            "order" if value.is_null() => {}
            "order" => changes.order = Some(one_of(Key::O, &Order::NAMES, &value)?),
            "i" => changes.opinions = Some(opinions(&text(&value)?)?),
            "traitors" => changes.traitors = Some(wholes(Key::T, &value)?),
            "strategy" => changes.strategy = Some(one_of(Key::S, &Strategy::NAMES, &value)?),
            "seed" => changes.seed = Some(whole(Key::Seed, &value)?),
            "stolen" => changes.stolen = Some(wholes(Key::K, &value)?),
            #[cfg(feature = "two")]
            "w" => own(&mut changes, Key::W, pairs(&value)?),
            #[cfg(feature = "two")]
            "by" if value.is_null() => own(&mut changes, Key::By, String::new()),
            #[cfg(feature = "two")]
            "by" => own(&mut changes, Key::By, rule(&value)?),
            #[cfg(feature = "network")]
            "q" => own(&mut changes, Key::Q, text(&value)?),
            #[cfg(feature = "network")]
            "d" => own(&mut changes, Key::D, delays(&value)?),
            #[cfg(feature = "own")]
            "prog" => own(
                &mut changes,
                Key::Prog,
                generals::program::encoded(&text(&value)?),
            ),
            #[cfg(feature = "two")]
            "lost" => own(&mut changes, Key::Lost, number_text(&value)?),
            _ => {
                let lies = list(&value, STEPPED_MESSAGES_MAX as u32)?;
                changes.lies = Some(lies.iter().map(lie).collect::<Result<_, _>>()?);
            }
        }
    }
    Ok(changes)
}

#[cfg(feature = "two")]
/// What only some protocols know is read as in a link.
fn own(changes: &mut Changes, key: Key, text: String) {
    changes.own.set(key, text);
}

#[cfg(feature = "two")]
/// Pairs of numbers, joined as links join them.
fn pairs(value: &JsValue) -> Result<String, JsValue> {
    let pairs = list(value, TRUST_PAIRS_MAX)?;
    let joined = pairs.iter().map(|pair| Ok(numbers(pair)?.join("-")));
    let joined: Vec<String> = joined.collect::<Result<_, JsValue>>()?;
    Ok(match joined.is_empty() {
        true => "0".to_owned(),
        false => joined.join("."),
    })
}

#[cfg(feature = "network")]
/// What is held back, as links write it; nothing for none.
fn delays(value: &JsValue) -> Result<String, JsValue> {
    let delays = list(value, STEPPED_MESSAGES_MAX as u32)?;
    let texts = delays.iter().map(|delay| {
        let entries = entries(delay, &DELAY)?;
        let field = |name: &str| {
            let found = entries.iter().find(|(known, _)| known == name);
            found.map(|(_, value)| value)
        };
        let (Some(path), Some(to)) = (field("path"), field("to")) else {
            return Err(type_error("a delay has a path and a recipient"));
        };
        let place = format!("{}-{}", numbers(path)?.join("."), number_text(to)?);
        Ok(match field("step") {
            None => place,
            Some(step) if step.is_undefined() => place,
            Some(step) => format!("{place}~{}", number_text(step)?),
        })
    });
    let texts: Vec<String> = texts.collect::<Result<_, JsValue>>()?;
    Ok(texts.join("_"))
}

#[cfg(feature = "two")]
/// A name, or a list of numbers.
fn rule(value: &JsValue) -> Result<String, JsValue> {
    match value.is_string() {
        true => text(value),
        false => Ok(numbers(value)?.join(".")),
    }
}

#[cfg(feature = "two")]
fn numbers(value: &JsValue) -> Result<Vec<String>, JsValue> {
    short_list(value)?.iter().map(number_text).collect()
}

fn one_of<T: Copy>(key: Key, names: &[(&'static str, T)], value: &JsValue) -> Result<T, JsValue> {
    named(key, names, &text(value)?).map_err(|error| link_error(&error))
}

/// A letter for each general.
fn opinions(text: &str) -> Result<Vec<Order>, JsValue> {
    let order = |letter| Word::of_letter(letter)?.order();
    let opinions: Option<Vec<Order>> = text.chars().map(order).collect();
    opinions.ok_or_else(|| {
        let allowed = Some(Allowed::Form(Form::Opinions));
        link_error(&LinkError::at(Key::I, Code::BadValue, text, allowed))
    })
}

/// Read as in a link, so that the same is refused in the same way.
fn whole(key: Key, value: &JsValue) -> Result<u64, JsValue> {
    let text = number_text(value)?;
    number(&text).map_err(|code| link_error(&LinkError::at(key, code, &text, None)))
}

fn wholes(key: Key, value: &JsValue) -> Result<Vec<u64>, JsValue> {
    let numbers = short_list(value)?;
    numbers.iter().map(|value| whole(key, value)).collect()
}

fn lie(value: &JsValue) -> Result<RawLie, JsValue> {
    let entries = entries(value, &LIE)?;
    // Silence is said by null; a word that was forgotten is not silence.
    let field = |name: &str| {
        let found = entries.iter().find(|(known, _)| known == name);
        found
            .map(|(_, value)| value)
            .ok_or_else(|| type_error("a lie has a path, a recipient and what is said"))
    };
    Ok(RawLie {
        path: wholes(Key::X, field("path")?)?,
        to: whole(Key::X, field("to")?)?,
        said: word(field("said")?)?,
    })
}

fn word(value: &JsValue) -> Result<Word, JsValue> {
    if value.is_null() {
        return Ok(Word::Silence);
    }
    let text = text(value)?;
    let mut letters = text.chars();
    let found = match (letters.next().and_then(Word::of_letter), letters.next()) {
        (Some(word), None) if !word.is_silence() => Some(word),
        _ => None,
    };
    found.ok_or_else(|| link_error(&LinkError::at(Key::X, Code::BadValue, &text, None)))
}

//! Keys of place and presentation as JavaScript gives them.

use generals::Key;
use wasm_bindgen::JsValue;

use crate::arguments::{entries, number_text};

/// The keys that are given, with their values as a link has them; null, undefined and false are none. What the values
/// mean is checked where the link is read.
pub(crate) fn keys(given: &JsValue) -> Result<Vec<(Key, Option<String>)>, JsValue> {
    let names: Vec<&str> = Key::ALL
        .into_iter()
        .filter(|key| *key >= Key::At)
        .map(Key::name)
        .collect();
    let mut keys = Vec::new();
    for (name, value) in entries(given, &names)? {
        let text = match value.as_bool() {
            Some(true) => Some("1".to_owned()),
            Some(false) => None,
            None if value.is_null() || value.is_undefined() => None,
            None => Some(number_text(&value)?),
        };
        keys.extend(Key::of(&name).map(|key| (key, text)));
    }
    Ok(keys)
}

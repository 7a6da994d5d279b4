//! Replacing keys of place and presentation in a canonical address.

use generals::Key;
use js_sys::encode_uri_component;
use wasm_bindgen::JsValue;

use crate::arguments::{entries, number_text};

/// The address with the given keys replaced; null, undefined and false remove a key. What the values mean is
/// checked where the address is read.
pub(crate) fn with_keys(address: &str, keys: &JsValue) -> Result<String, JsValue> {
    let names: Vec<&str> = Key::ALL
        .into_iter()
        .filter(|key| *key >= Key::At)
        .map(Key::name)
        .collect();
    let mut pairs: Vec<String> = address.split('&').map(str::to_owned).collect();
    for (name, value) in entries(keys, &names)? {
        pairs.retain(|pair| pair.split_once('=').map(|(key, _)| key) != Some(&name));
        let text = match value.as_bool() {
            Some(true) => "1".to_owned(),
            Some(false) => continue,
            None if value.is_null() || value.is_undefined() => continue,
            None => number_text(&value)?,
        };
        pairs.push(format!("{name}={}", encode_uri_component(&text)));
    }
    Ok(pairs.join("&"))
}

//! Replacing keys of place and presentation in a canonical address.

use generals::Key;
use js_sys::{Array, Object, encode_uri_component};
use wasm_bindgen::{JsCast, JsValue};

use crate::error::type_error;

/// The address with the given keys replaced; null, undefined and false remove a key. What the values mean is
/// checked where the address is read.
pub(crate) fn with_keys(address: &str, keys: JsValue) -> Result<String, JsValue> {
    let keys = keys
        .dyn_into::<Object>()
        .map_err(|_| type_error("an object of keys is needed"))?;
    let mut pairs: Vec<String> = address.split('&').map(str::to_owned).collect();
    for entry in Object::entries(&keys).iter() {
        let entry: Array = entry.unchecked_into();
        let name = entry.get(0).as_string().unwrap_or_default();
        if Key::of(&name).is_none_or(|key| key < Key::At) {
            return Err(type_error(&format!(
                "{name} is no key of place or presentation"
            )));
        }
        pairs.retain(|pair| pair.split_once('=').map(|(key, _)| key) != Some(&name));
        if let Some(text) = text(&entry.get(1)) {
            pairs.push(format!("{name}={text}"));
        }
    }
    Ok(pairs.join("&"))
}

fn text(value: &JsValue) -> Option<String> {
    if value.is_null_or_undefined() || value.is_falsy() && value.as_bool().is_some() {
        return None;
    }
    if value.as_bool() == Some(true) {
        return Some("1".to_owned());
    }
    let text = value
        .as_string()
        .or_else(|| value.as_f64().map(|number| number.to_string()))?;
    encode_uri_component(&text).as_string()
}

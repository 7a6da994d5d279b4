//! Plain data as JavaScript has it.

use serde::Serialize;
use wasm_bindgen::JsValue;

/// Maps become objects and nothing becomes null.
pub(crate) fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    // Plain structs of numbers, texts and lists always serialise.
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}

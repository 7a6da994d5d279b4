//! Plain data as JavaScript has it.

use serde::Serialize;
use wasm_bindgen::JsValue;

/// Maps become objects and nothing becomes null. What JavaScript cannot hold is an error, never another answer.
pub(crate) fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    let json = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&json).map_err(JsValue::from)
}

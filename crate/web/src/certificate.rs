//! The letters of PBFT with their seals, made when somebody opens one.

use generals_wire as wire;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{plain::to_js, session::Session};

#[wasm_bindgen]
impl Session {
    /// The letter of step k with every seal that it shows, its signatures made and checked now; null where none travels or
    /// letters are not sealed so. Throws a `RangeError` for a step that is not in the run, a `TypeError` for what is no integer.
    #[wasm_bindgen(unchecked_return_type = "Certificate | null")]
    pub fn certificate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] k: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let k = self.step_number(k)?;
        to_js(&wire::Certificate::of(&self.trace, k))
    }

    /// Whose seals the letter of step k shows as proof of an order, by name; null where it shows none. No signature is made, so that
    /// many letters can be asked. Throws as `certificate` does.
    #[wasm_bindgen(unchecked_return_type = "Bundle | null")]
    pub fn bundle(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] k: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let k = self.step_number(k)?;
        to_js(&wire::Bundle::of(&self.trace, k))
    }
}

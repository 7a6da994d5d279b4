//! Links that are refused: what may have happened to them, and where to go on.

use generals::link::{diagnose, nearest};
use generals_wire as wire;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{arguments::text, plain::to_js, session::Session};

#[wasm_bindgen]
impl Session {
    /// What may have happened to a link that is refused, and ways on; null for one that can be opened. Throws a `TypeError` for
    /// what is no text.
    #[wasm_bindgen(unchecked_return_type = "Diagnosis | null")]
    pub fn diagnose(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let found = diagnose(&text(link)?);
        to_js(&found.as_ref().map(wire::Diagnosis::of))
    }

    /// The canonical address of the nearest scenario that can be opened. Never throws.
    pub fn nearest(#[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue) -> String {
        nearest(&link.as_string().unwrap_or_default()).address()
    }
}

//! Where the generals of a program stand in its text.

use generals_wire as wire;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{plain::to_js, session::Session};

#[wasm_bindgen]
impl Session {
    /// Where the generals of a program stand in its text at the cursor, and what each knows there by name; null of other protocols.
    /// Throws nothing.
    #[wasm_bindgen(unchecked_return_type = "Standings | null")]
    pub fn standings(&self) -> Result<JsValue, JsValue> {
        to_js(&wire::Standings::of(&self.trace, self.cursor()))
    }
}

//! What is under way where messengers are slow.

use generals_wire as wire;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{plain::to_js, session::Session};

#[wasm_bindgen]
impl Session {
    /// The letters under way at the cursor, in the order in which they will be delivered; none where there are
    /// rounds. Throws nothing.
    #[wasm_bindgen(unchecked_return_type = "Queued[]")]
    pub fn queue(&self) -> Result<JsValue, JsValue> {
        to_js(&wire::Queued::all(&self.trace, self.cursor()))
    }

    /// What is held back in this run though it is never sent. Throws nothing.
    #[wasm_bindgen(getter, unchecked_return_type = "Delay[]")]
    pub fn unsent(&self) -> Result<JsValue, JsValue> {
        to_js(&wire::unsent(&self.trace))
    }
}

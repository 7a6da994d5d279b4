//! Who leads the phases of a run.

use generals::General;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::session::Session;

#[wasm_bindgen]
impl Session {
    /// Who leads each phase or view of which a letter speaks, the first first; 0 where nobody leads. Throws nothing.
    #[wasm_bindgen(getter)]
    pub fn leaders(&self) -> Vec<u8> {
        let leaders = self.trace.leaders().into_iter();
        leaders
            .map(|leader| leader.map_or(0, General::number))
            .collect()
    }
}

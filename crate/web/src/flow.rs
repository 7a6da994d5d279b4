//! How much goes from whom to whom in a round, where single messages are too many to draw.

use generals::General;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::session::Session;

/// Sums.
#[wasm_bindgen]
impl Session {
    /// How much goes from whom to whom in a round: three numbers for each pair of generals, sender by sender: how
    /// much is said, how many lies are among it, and how much is not sent. Throws a `RangeError` for a round that is not in the
    /// run, a `TypeError` for what is no integer.
    pub fn flow(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] round: &JsValue,
    ) -> Result<Vec<u32>, JsValue> {
        let trace = self.trace();
        let n = trace.scenario().n();
        let index = |general: General| usize::from(general.number()) - 1;
        let mut flow = vec![0; 3 * n * n];
        for (from, to, said) in trace.messages(self.round(round)?) {
            let pair = 3 * (index(from) * n + index(to));
            if said.word.is_silence() {
                flow[pair + 2] += 1;
                continue;
            }
            flow[pair] += 1;
            flow[pair + 1] += u32::from(said.is_lie());
        }
        Ok(flow)
    }
}

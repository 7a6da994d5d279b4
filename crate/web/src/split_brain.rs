//! Two runs glued together, for JavaScript.

use generals::{
    Changes, Scenario, Tool,
    lab::{network::split_brain::split_brain, smaller_armies},
    limits::RING_MESSAGES_MAX,
    messages_at_most,
};
use generals_wire::{LabCode, SplitBrain};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    lab::{Lab, asked},
    lab_error::lab_error,
    plain::to_js,
};

#[wasm_bindgen]
impl Lab {
    /// Two runs of the link's army in each of which a third is dead, and the run into which traitors glue them where letters are
    /// slow: in one of the three a condition breaks. Throws a `LinkError`, or a `LabError`: `within-bound` with n > 3m, and the
    /// link of the largest army with this m that is not.
    #[wasm_bindgen(js_name = splitBrain, unchecked_return_type = "SplitBrain")]
    pub fn split_brain(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = asked(link, Tool::SplitBrain)?;
        if base.n() < 3 || base.n() > 3 * base.m() {
            let m = base.m().max(1);
            let beyond = base.fork(&Changes {
                n: Some(3 * m as u64),
                m: Some(m as u64),
                ..Changes::default()
            });
            let nearest = beyond.ok().map(|army| army.link());
            let most = (3 * base.m()) as f64;
            return Err(lab_error(LabCode::WithinBound, Some(most), nearest));
        }
        let is_small = |army: &Scenario| {
            army.n() <= 3 * army.m() && messages_at_most(army).total <= RING_MESSAGES_MAX
        };
        if !is_small(&base) {
            let size = messages_at_most(&base).total as f64;
            let nearest = smaller_armies(&base).find(is_small).map(|army| army.link());
            return Err(lab_error(LabCode::TooLarge, Some(size), nearest));
        }
        let Some(found) = split_brain(&base) else {
            return Err(lab_error(LabCode::NotForThis, None, None));
        };
        to_js(&SplitBrain::of(&found))
    }
}

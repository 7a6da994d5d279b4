//! Worlds that a general could not tell from the one that is open.

use generals::{OtherWorld, link::Link, other_world};
use generals_wire as wire;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{arguments::within, error::link_error, plain::to_js, session::Session};

#[wasm_bindgen]
impl Session {
    /// A world that general g could not tell from this one: at most `f` traitors, but another loyalty of the
    /// commander, or another order of a loyal one. Throws a `RangeError` for a general or a number of traitors that the run
    /// cannot have, a `TypeError` for what is no integer.
    #[wasm_bindgen(js_name = otherWorld, unchecked_return_type = "OtherWorld")]
    pub fn other_world(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] g: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] f: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let found = other_world(&self.trace, self.general(g)?, self.most_traitors(f)?);
        to_js(&wire::OtherWorld::of(&found))
    }

    /// The same world as a run, also where its link would be too long to be opened; none where none was found. Throws what
    /// `otherWorld` does, and a `LinkError` where the run would be too large.
    #[wasm_bindgen(js_name = openWorld)]
    pub fn open_world(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] g: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] f: &JsValue,
    ) -> Result<Option<Session>, JsValue> {
        let found = other_world(&self.trace, self.general(g)?, self.most_traitors(f)?);
        let OtherWorld::Found(scenario) = found else {
            return Ok(None);
        };
        let link = Link {
            scenario: *scenario,
            ..self.link.clone()
        };
        Self::start(link, self.given.clone())
            .map(Some)
            .map_err(|error| link_error(&error))
    }

    fn most_traitors(&self, f: &JsValue) -> Result<usize, JsValue> {
        within(f, 0..=self.trace.scenario().n())
    }
}

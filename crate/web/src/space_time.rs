//! The space-time figure, laid out for the sizes that JavaScript gives.

use generals::figure::{Wanted, time::TimeFigure};
use generals_wire::{self as wire, arguments::TIME_WANTED};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{entries, length, lengths, sizes},
    plain::to_js,
    session::Session,
};

fn wanted(value: &JsValue, session: &Session) -> Result<Wanted, JsValue> {
    let mut wanted = Wanted::default();
    for (name, value) in entries(value, &TIME_WANTED)? {
        match name.as_str() {
            "width" => wanted.width = length(&value)?,
            "height" => wanted.height = length(&value)?,
            "margin" => wanted.margin = length(&value)?,
            "head" => wanted.head = length(&value)?,
            "decision" => wanted.decision = length(&value)?,
            "digit" => wanted.digit = length(&value)?,
            "names" => wanted.names = lengths(&value)?,
            "token" => [wanted.token.0, wanted.token.1] = sizes(&value)?,
            _ if value.is_null() => {}
            "eyes" => wanted.eyes = Some(session.general(&value)?),
            "until" => wanted.until = Some(session.step_or_none(&value)?),
            _ => wanted.open = Some(session.step_or_none(&value)?),
        }
    }
    Ok(wanted)
}

#[wasm_bindgen]
impl Session {
    /// The run in space and time, laid out for labels of these sizes. Throws a `TypeError` for what is no such list of sizes, a
    /// `RangeError` for a general or step that is not in the run, for lists that are too long, and for lengths of more than 2^24.
    #[wasm_bindgen(js_name = spaceTime, unchecked_return_type = "TimeFigure")]
    pub fn space_time(
        &self,
        #[wasm_bindgen(unchecked_param_type = "TimeWanted")] boxes: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let wanted = wanted(boxes, self)?;
        let figure = TimeFigure::of(&self.trace, &wanted);
        to_js(&wire::TimeFigure::of(figure))
    }
}

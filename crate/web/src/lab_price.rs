//! What protocols cost and promise, for JavaScript: questions that need no run.

use generals_wire::{Cost, Offer, PromiseCell};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{digits, within},
    lab::{Lab, army, read},
    plain::to_js,
};

#[wasm_bindgen]
impl Lab {
    /// What OM(m) and SM(m) cost among n generals, by their closed forms, whatever the size; a count that no machine
    /// word holds is null. Throws a `LinkError` for an n or m that no link may have, a `TypeError` for what is no integer.
    #[wasm_bindgen(unchecked_return_type = "Cost")]
    pub fn cost(
        #[wasm_bindgen(unchecked_param_type = "number")] n: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] m: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = read(&format!("v=1&p=om&n={}&m={}", digits(n)?, digits(m)?))?;
        to_js(&Cost::of(base.n(), base.m()))
    }

    /// What each protocol offers an army of n with m and asks of it, in the order in which they are offered. Throws a
    /// `LinkError` for an n or m that no link may have, a `TypeError` for what is no integer.
    #[wasm_bindgen(unchecked_return_type = "Offer[]")]
    pub fn protocols(
        #[wasm_bindgen(unchecked_param_type = "number")] n: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] m: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = read(&format!("v=1&p=om&n={}&m={}", digits(n)?, digits(m)?))?;
        to_js(&Offer::all(base.n(), base.m()))
    }

    /// One cell of the map of what the link's protocol survives, by what is proved of it for any k traitors; lies and traitors of
    /// the link do not count. Throws a `LinkError`, a `RangeError` for more traitors than generals, a `TypeError` for what is no
    /// integer.
    #[wasm_bindgen(unchecked_return_type = "PromiseCell")]
    pub fn promise(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] k: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let base = army(link)?;
        let k = within(k, 0..=base.n())?;
        to_js(&PromiseCell::of(&base, k))
    }
}

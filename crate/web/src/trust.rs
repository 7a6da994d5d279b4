//! Asymmetric trust for JavaScript: who trusts whom, what that is worth, and what each rule of decision survives.

use generals::{
    Task,
    link::{LinkSize, parse, parse_trust},
};
use generals_wire::{TrustGraph, TrustRest, TrustTable};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::text,
    error::{link_error, not_of_this_task},
    plain::to_js,
};

/// Questions about parties that do not trust each other alike.
#[wasm_bindgen]
pub struct Trust;

#[wasm_bindgen]
impl Trust {
    /// Common friends of every two parties, consistency, the wise, the naive and the guild, when the traitors of the link
    /// cheat. Here `n` may be 2 to 16. Throws a `LinkError`, a `TypeError` for what is no text.
    #[wasm_bindgen(unchecked_return_type = "TrustGraph")]
    pub fn graph(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let (graph, traitors) = parse_trust(&text(link)?).map_err(|error| link_error(&error))?;
        to_js(&TrustGraph::of(&graph, traitors))
    }

    /// Every rule against nobody and every single cheat, all that he could say tried; what breaks has a link with the trust
    /// and the seed of this one. Throws a `LinkError`, a `TypeError` for what is no text.
    #[wasm_bindgen(unchecked_return_type = "TrustTable")]
    pub fn table(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<JsValue, JsValue> {
        to_js(&TrustTable::of(&order(link)?))
    }

    /// On whom each party rests under each rule, and whether it trusts them by the link. Throws a `LinkError`, a `TypeError`
    /// for what is no text.
    #[wasm_bindgen(unchecked_return_type = "TrustRest[]")]
    pub fn rests(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let scenario = order(link)?;
        to_js(&scenario.terms().map(|terms| TrustRest::all(&terms.graph)))
    }
}

/// The scenario of a link under which an order is settled.
fn order(link: &JsValue) -> Result<generals::Scenario, JsValue> {
    let scenario = parse(&text(link)?, LinkSize::Any)
        .map_err(|error| link_error(&error))?
        .scenario;
    match scenario.spec().task {
        Task::Settlement => Ok(scenario),
        _ => Err(not_of_this_task(&scenario, "trust")),
    }
}

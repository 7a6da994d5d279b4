//! Searches that are done in pieces: the caller decides how long each may take.

use generals::{
    Scenario,
    lab::{
        begin::{self, NotSearched},
        search::Search,
    },
    link::{LinkSize, parse},
};
use generals_wire::{LabCode, SearchProgress};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{integer, text},
    error::{link_error, range_error},
    lab_error::lab_error,
    plain::to_js,
};

/// A search for an attack by the traitors of a link's army with its order. Free it when it is not needed any more.
#[wasm_bindgen]
pub struct LabSearch(Box<dyn Search>);

#[wasm_bindgen]
impl LabSearch {
    /// All strategies: of oral messages and the flat vote the words attack and retreat to loyal generals, a silence
    /// counting as retreat; of signed messages all legal behaviour, with stolen keys too; where letters are slow every set of
    /// messages, under the link's order of delivery. Throws a `LinkError`, or a `LabError` that tells the size and the link of a
    /// smaller army where it can be done, a `TypeError` for what is no text.
    pub fn exhaust(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<LabSearch, JsValue> {
        begun(begin::exhaust(&army(link)?))
    }

    /// Runs drawn by lot, decided by the link's seed; what is found is shrunk. Where letters are slow delays are drawn too. Throws
    /// a `LinkError` or `LabError`; a `TypeError` for what is no text.
    pub fn sample(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<LabSearch, JsValue> {
        begun(begin::sample(&army(link)?))
    }

    /// Tries about so many more, and no more once an attack is found. Of signed messages, where a run is made of
    /// choices, goes so many steps: a choice or a run each; where situations are visited: a word heard or a situation noted; of what
    /// is drawn by lot: a run or a word taken back. Throws a
    /// `RangeError` for a number below 1, a `TypeError` for what is no integer.
    #[wasm_bindgen(unchecked_return_type = "SearchProgress")]
    pub fn advance(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] runs: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let runs = integer(runs)?;
        if runs < 1.0 {
            return Err(range_error("try at least one"));
        }
        if self.0.found().is_none() {
            self.0.advance(runs as u64);
        }
        to_js(&SearchProgress::of(&*self.0))
    }
}

fn begun(search: Result<Box<dyn Search>, NotSearched>) -> Result<LabSearch, JsValue> {
    search.map(LabSearch).map_err(not_searched)
}

/// Why a question about all traitors is not asked.
pub(crate) fn not_searched(why: NotSearched) -> JsValue {
    let too_much = |code, size: u128, nearest: Option<Box<Scenario>>| {
        lab_error(code, Some(size as f64), nearest.map(|army| army.link()))
    };
    match why {
        NotSearched::NothingClaimed => lab_error(LabCode::NothingClaimed, None, None),
        NotSearched::NotForThis => lab_error(LabCode::NotForThis, None, None),
        NotSearched::TooManyStrategies { size, nearest } => {
            too_much(LabCode::TooLarge, size, nearest)
        }
        NotSearched::TooManyMessages { size, nearest } => {
            too_much(LabCode::TooManyMessages, size, nearest)
        }
        NotSearched::TooManySets { size, nearest } => too_much(LabCode::TooManySets, size, nearest),
        NotSearched::TooManyGenerals { size, nearest } => {
            too_much(LabCode::TooManyGenerals, size, nearest)
        }
    }
}

/// A link's army, of any size.
fn army(link: &JsValue) -> Result<Scenario, JsValue> {
    parse(&text(link)?, LinkSize::Any)
        .map(|link| link.scenario)
        .map_err(|error| link_error(&error))
}

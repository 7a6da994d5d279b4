//! Searches that are done in pieces: the caller decides how long each may take.

use generals::{
    Scenario,
    lab::{
        attack::{Condition, is_claimed},
        exhaust::{Exhaust, NotExhausted},
        joint::Joint,
        sample::Sample,
        smaller_armies,
    },
    limits::{EXHAUSTED_MESSAGES_MAX, JOINT_GENERALS_MAX},
    link::{LinkSize, parse},
    messages_at_most,
    sm::machine::Signed,
};
use generals_wire::{LabCode, SearchKind, SearchProgress, link_of};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{integer, text},
    error::{lab_error, link_error, range_error},
    plain::to_js,
};

/// A search for an attack by the traitors of a link's army with its order. Free it when it is not needed any more.
#[wasm_bindgen]
pub struct LabSearch(Search);

enum Search {
    All(Exhaust),
    Joint(Joint<Signed>),
    Sample(Sample),
}

#[wasm_bindgen]
impl LabSearch {
    /// All strategies: of oral messages and the flat vote the words attack and retreat to loyal generals, a silence
    /// counting as retreat; of signed messages all legal behaviour. Throws a `LinkError`, or a `LabError` that
    /// tells the size and the link of a smaller army where it can be done.
    pub fn exhaust(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<LabSearch, JsValue> {
        let base = army(link)?;
        if base.protocol().is_signed() {
            let joint = Joint::signed(&base).filter(|_| base.n() <= JOINT_GENERALS_MAX);
            return joint
                .map(|joint| Self(Search::Joint(joint)))
                .ok_or_else(|| too_large(LabCode::TooManyGenerals, base.n() as u128, &base));
        }
        Exhaust::new(&base)
            .map(|exhaust| Self(Search::All(exhaust)))
            .map_err(|why| match why {
                NotExhausted::Strategies(slots) => too_large(LabCode::TooLarge, slots, &base),
                NotExhausted::Messages(count) => too_large(LabCode::TooManyMessages, count, &base),
                NotExhausted::Signed => lab_error(LabCode::OralOnly, None, None),
            })
    }

    /// Runs drawn by lot, decided by the link's seed; what is found is shrunk. Throws a `LinkError` or `LabError`.
    pub fn sample(
        #[wasm_bindgen(unchecked_param_type = "string")] link: &JsValue,
    ) -> Result<LabSearch, JsValue> {
        let base = army(link)?;
        let messages = |army: &Scenario| messages_at_most(army).total;
        if messages(&base) > EXHAUSTED_MESSAGES_MAX {
            let smaller =
                smaller_armies(&base).find(|army| messages(army) <= EXHAUSTED_MESSAGES_MAX);
            let nearest = smaller.map(|army| army.link());
            let size = messages(&base) as f64;
            return Err(lab_error(LabCode::TooManyMessages, Some(size), nearest));
        }
        Ok(Self(Search::Sample(Sample::new(&base))))
    }

    /// Tries about so many more, and no more once an attack is found. Of signed messages, where a run is made of
    /// choices, goes so many steps: a choice or a run each; of what is drawn by lot: a run or a word taken back.
    #[wasm_bindgen(unchecked_return_type = "SearchProgress")]
    pub fn advance(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "number")] runs: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let runs = integer(runs)?;
        if runs < 1.0 {
            return Err(range_error("try at least one"));
        }
        if !self.progress().done {
            match &mut self.0 {
                Search::All(search) => search.advance(runs as u64),
                Search::Joint(search) => search.advance(runs as u64),
                Search::Sample(search) => search.advance(runs as u64),
            }
        }
        to_js(&self.progress())
    }
}

impl LabSearch {
    fn progress(&self) -> SearchProgress {
        let (kind, tried, total, first, is_over) = match &self.0 {
            Search::All(search) => (
                SearchKind::Exhausted,
                search.tried(),
                Some(search.total() as f64),
                search.first(),
                search.is_done(),
            ),
            Search::Joint(search) => (
                if search.is_cut() {
                    SearchKind::Part
                } else {
                    SearchKind::Exhausted
                },
                search.tried(),
                (search.is_done() && !search.is_cut()).then_some(search.tried() as f64),
                search.first().cloned(),
                search.is_done(),
            ),
            Search::Sample(search) => (
                SearchKind::Sampled,
                search.tried(),
                None,
                search.found().cloned(),
                false,
            ),
        };
        let breaks = match &self.0 {
            Search::Sample(search) => search.breaks(),
            _ => first.is_some(),
        };
        SearchProgress {
            kind,
            tried: tried as f64,
            total,
            done: is_over || first.is_some(),
            breaks,
            found: first.as_ref().and_then(link_of),
        }
    }
}

/// Not all can be tried; in the nearest smaller army it can.
fn too_large(code: LabCode, size: u128, base: &Scenario) -> JsValue {
    let fits = |army: &Scenario| {
        if army.protocol().is_signed() {
            army.n() <= JOINT_GENERALS_MAX
        } else {
            Exhaust::new(army).is_ok()
        }
    };
    let nearest = smaller_armies(base).find(fits).map(|army| army.link());
    lab_error(code, Some(size as f64), nearest)
}

/// A link's army, of which something is claimed.
fn army(link: &JsValue) -> Result<Scenario, JsValue> {
    let base = parse(&text(link)?, LinkSize::Any)
        .map(|link| link.scenario)
        .map_err(|error| link_error(&error))?;
    let conditions = [Condition::Agreement, Condition::Validity];
    if conditions
        .iter()
        .any(|condition| is_claimed(&base, None, *condition))
    {
        Ok(base)
    } else {
        Err(lab_error(LabCode::NothingClaimed, None, None))
    }
}

//! The signed letters of a session, and changed ones as JavaScript gives them: bytes in hexadecimal.

use generals::{
    Order,
    limits::GENERALS_MAX,
    sm::letter::{Letter, Seal},
};
use generals_wire::{
    self as wire,
    arguments::{LETTER_DRAFT, SEAL_DRAFT},
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{field, short_list, text},
    error::type_error,
    plain::to_js,
    session::{Session, general_of},
};

#[wasm_bindgen]
impl Session {
    /// The signed letter of step k, with every signature checked; null where none travels. Throws a `RangeError` for a step that
    /// is not in the run, a `TypeError` for what is no integer.
    #[wasm_bindgen(unchecked_return_type = "Letter | null")]
    pub fn letter(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] k: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let k = self.step_number(k)?;
        let letter = self.trace.letter(k);
        to_js(
            &letter.and_then(|(letter, machine)| wire::Letter::of(&self.trace, k, letter, machine)),
        )
    }

    /// The same for a letter that somebody has changed: would it be accepted in step k's place? Throws besides a `TypeError` for
    /// what is no letter, a `RangeError` for a signer whom no army has and for more seals than there are generals.
    #[wasm_bindgen(js_name = checkLetter, unchecked_return_type = "Letter | null")]
    pub fn check_letter(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] k: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "LetterDraft")] changed: JsValue,
    ) -> Result<JsValue, JsValue> {
        let k = self.step_number(k)?;
        let changed = read(&changed)?;
        let letter = self.trace.letter(k);
        to_js(&letter.and_then(|(_, machine)| wire::Letter::of(&self.trace, k, &changed, machine)))
    }
}

/// Reads a letter that somebody has changed. (By hand: derived reading would cost the page four kilobytes.)
fn read(value: &JsValue) -> Result<Letter, JsValue> {
    let [order, seals] = LETTER_DRAFT;
    let order = text(&field(value, order)?)?;
    let order = Order::NAMES.iter().find(|(name, _)| *name == order);
    let seals = short_list(&field(value, seals)?)?;
    Ok(Letter {
        order: order.ok_or_else(|| type_error("an order is A or R"))?.1,
        seals: seals.iter().map(seal).collect::<Result<_, _>>()?,
    })
}

fn seal(value: &JsValue) -> Result<Seal, JsValue> {
    let [signer, signature] = SEAL_DRAFT;
    let signer = general_of(&field(value, signer)?, GENERALS_MAX as usize)?;
    let signature = bytes(&text(&field(value, signature)?)?);
    signature
        .map(|signature| Seal { signer, signature })
        .ok_or_else(|| type_error("a signature is 128 hexadecimal digits"))
}

fn bytes(text: &str) -> Option<[u8; 64]> {
    let mut bytes = [0; 64];
    if text.len() != 128 || !text.is_ascii() {
        return None;
    }
    for (place, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * place..2 * place + 2], 16).ok()?;
    }
    Some(bytes)
}

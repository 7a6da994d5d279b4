//! The signed letters of a session, and changed ones as JavaScript gives them: bytes in hexadecimal.

use generals::{
    General, Order,
    sm::letter::{Letter, Seal},
};
use generals_wire::{
    self as wire,
    arguments::{LETTER_DRAFT, SEAL_DRAFT},
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{field, integer, short_list, text},
    error::type_error,
    plain::to_js,
    session::Session,
};

#[wasm_bindgen]
impl Session {
    /// The signed letter of step k, with every signature checked; null where none travels.
    #[wasm_bindgen(unchecked_return_type = "Letter | null")]
    pub fn letter(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] k: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let k = integer(k)?;
        let letter = self.trace.letter(k as usize);
        to_js(&letter.and_then(|(letter, machine)| {
            wire::Letter::of(&self.trace, k as usize, letter, machine)
        }))
    }

    /// The same for a letter that somebody has changed: would it be accepted in step k's place?
    #[wasm_bindgen(js_name = checkLetter, unchecked_return_type = "Letter | null")]
    pub fn check_letter(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] k: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "LetterDraft")] changed: JsValue,
    ) -> Result<JsValue, JsValue> {
        let k = integer(k)?;
        let changed = read(&changed)?;
        let letter = self.trace.letter(k as usize);
        to_js(
            &letter.and_then(|(_, machine)| {
                wire::Letter::of(&self.trace, k as usize, &changed, machine)
            }),
        )
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
    // Casting clamps: there is no general 0.
    let signer = General::new(integer(&field(value, signer)?)? as u64);
    let signature = bytes(&text(&field(value, signature)?)?);
    signer
        .zip(signature)
        .map(|(signer, signature)| Seal { signer, signature })
        .ok_or_else(|| type_error("a signature is 128 hexadecimal digits of a general"))
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

//! Signed letters as plain data: bytes in hexadecimal, each signature with what it covers and whether it holds.

use generals::{
    Event, General, Order, Trace,
    machine::Refusal,
    sm::{
        letter::{Letter, Seal},
        machine::Signed,
    },
};
use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::JsValue;

use crate::{
    arguments::{integer, list, text},
    error::type_error,
};

#[derive(Serialize)]
pub(crate) struct LetterView {
    order: char,
    round: usize,
    from: u8,
    to: u8,
    seals: Vec<SealView>,
    refused: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SealView {
    signer: u8,
    public_key: String,
    signature: String,
    /// What is signed: campaign, order, the signatures before, the signer.
    text: String,
    holds: bool,
}

/// A letter as delivered in a step's place; `None` if that step is no message.
pub(crate) fn view(
    trace: &Trace,
    step: usize,
    letter: &Letter,
    machine: &Signed,
) -> Option<LetterView> {
    let Some(Event::Message(message)) = trace.event(step) else {
        return None;
    };
    let (from, to) = (message.slot.path.speaker(), message.slot.to);
    let keys = machine.keys();
    let seals = letter
        .seals
        .iter()
        .enumerate()
        .map(|(place, seal)| SealView {
            signer: seal.signer.number(),
            public_key: hex(&keys.public(seal.signer).unwrap_or_default()),
            signature: hex(&seal.signature),
            text: hex(&letter.text(keys, place, seal.signer)),
            holds: letter.holds_at(keys, place),
        });
    Some(LetterView {
        order: letter.order.letter(),
        round: message.round,
        from: from.number(),
        to: to.number(),
        seals: seals.collect(),
        refused: letter
            .check(keys, message.round, from, to)
            .err()
            .map(Refusal::name),
    })
}

/// Reads a letter that somebody has changed. (By hand: derived reading would cost the page four kilobytes.)
pub(crate) fn read(value: &JsValue) -> Result<Letter, JsValue> {
    let order = text(&Reflect::get(value, &"order".into())?)?;
    let order = Order::NAMES.iter().find(|(name, _)| *name == order);
    let seals = list(&Reflect::get(value, &"seals".into())?)?;
    Ok(Letter {
        order: order.ok_or_else(|| type_error("an order is A or R"))?.1,
        seals: seals.iter().map(seal).collect::<Result<_, _>>()?,
    })
}

fn seal(value: &JsValue) -> Result<Seal, JsValue> {
    // Casting clamps: there is no general 0.
    let signer = General::new(integer(&Reflect::get(value, &"signer".into())?)? as u64);
    let signature = bytes(&text(&Reflect::get(value, &"signature".into())?)?);
    signer
        .zip(signature)
        .map(|(signer, signature)| Seal { signer, signature })
        .ok_or_else(|| type_error("a signature is 128 hexadecimal digits of a general"))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
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

//! Signed letters: bytes in hexadecimal, each signature with what it covers and whether it holds.

use generals::{
    Event, Slot, Trace, machine,
    sm::{
        keys::Keys,
        letter::{self, Letter as CoreLetter},
    },
};
use serde::Serialize;

use crate::names::{Id, Order, Refusal};

/// A signed letter as delivered, or as it would be after a change.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Letter {
    /// The order.
    pub order: Order,
    /// When, from 1.
    pub round: usize,
    /// Who brings it.
    pub from: Id,
    /// To whom.
    pub to: Id,
    /// The signatures, the first one first.
    pub seals: Vec<Seal>,
    /// Why it is not accepted.
    pub refused: Option<Refusal>,
}

/// A signature under a letter; bytes in hexadecimal.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Seal {
    /// Who is said to have signed.
    pub signer: Id,
    /// His public key.
    pub public_key: String,
    /// The signature.
    pub signature: String,
    /// What is signed, byte by byte. The campaign: `byzantine generals: SM` and a zero byte (23 bytes), where
    /// an order is settled `byzantine generals: order` and a zero byte (26 bytes), n (1), m (1), the seed as 8 bytes, its lowest first; then the order, `A` (41) or `R` (52); then the number of the first signer (1): that is the text
    /// of the first seal, 35 or 38 bytes. The text of each further seal is the text before, its signature (64), the number of the next
    /// signer (1). A signature is Ed25519 (RFC 8032) over this text.
    pub text: String,
    /// Whether the signature belongs to the text.
    pub holds: bool,
}

impl Letter {
    /// A letter as delivered in a step's place; `None` if that step is no message.
    #[must_use]
    pub fn of(trace: &Trace, step: usize, letter: &letter::Letter, keys: &Keys) -> Option<Self> {
        let Some(Event::Message(message)) = trace.event(step) else {
            return None;
        };
        let (from, to) = (message.slot.from, message.slot.to);
        let seals = letter.seals.iter().enumerate().map(|(place, seal)| Seal {
            signer: seal.signer.number(),
            public_key: hex(&keys.public(seal.signer).unwrap_or_default()),
            signature: hex(&seal.signature),
            text: hex(&letter.text(keys, place, seal.signer)),
            holds: letter.holds_at(keys, place),
        });
        Some(Self {
            order: Order(letter.order),
            round: message.slot.round,
            from: from.number(),
            to: to.number(),
            seals: seals.collect(),
            refused: check(trace, letter, keys, &message.slot).err().map(Refusal),
        })
    }
}

/// Whether a letter would be accepted in this place: as a relayed order, or as a receipt.
fn check(
    trace: &Trace,
    letter: &CoreLetter,
    keys: &Keys,
    slot: &Slot,
) -> Result<(), machine::Refusal> {
    #[cfg(feature = "trust")]
    if trace.scenario().terms().is_some() {
        return generals::trust::check_receipt(letter, keys);
    }
    #[cfg(not(feature = "trust"))]
    let _ = trace;
    letter.check(keys, slot.round, slot.from, slot.to)
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

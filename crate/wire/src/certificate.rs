//! A letter of PBFT with the seals that it shows, as real signatures: bytes in hexadecimal.

use generals::{Event, Trace, pbft::letter::Kind};
use serde::Serialize;

use crate::{
    letter::hex,
    names::{Id, Order, PartKind, Refusal, Word, word},
};

/// A letter with all its seals.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Certificate {
    /// What it is.
    pub kind: PartKind,
    /// Its view, from 1.
    pub view: usize,
    /// Its word.
    pub word: Word,
    /// Who brings it.
    pub from: Id,
    /// To whom.
    pub to: Id,
    /// First its sender's own, then those of what it shows, each once.
    pub seals: Vec<CertificateSeal>,
    /// Why it is not accepted.
    pub refused: Option<Refusal>,
}

/// A seal under what its signer says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CertificateSeal {
    /// Who is said to have signed.
    pub signer: Id,
    /// What he says: that he proposes, accepts or has enough for an order, or what he has prepared.
    pub kind: PartKind,
    /// In which view.
    pub view: usize,
    /// Of which word.
    pub word: Word,
    /// His public key.
    pub public_key: String,
    /// The signature.
    pub signature: String,
    /// What is signed, byte by byte: `byzantine generals: PBFT` and a zero byte (25 bytes), n (1), m (1), the seed as 8 bytes,
    /// its lowest first; the kind (1: pre-prepare 01, prepare 02, commit 03, view-change 04), the view (2, lowest first), the word,
    /// `A` (41), `R` (52) or `N` (4e); of a view-change that shows a certificate its view (2) and who has signed it (1 each); the
    /// signer (1). A signature is Ed25519 (RFC 8032) over this text.
    pub text: String,
    /// Whether the signature belongs to the text.
    pub holds: bool,
}

/// Whose seals a letter shows as proof of an order, by name: no signature is made.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Bundle {
    /// Of which order.
    pub word: Order,
    /// In which view it was prepared.
    pub view: usize,
    /// By number, each once.
    pub seals: Vec<BundleSeal>,
}

/// One of its seals.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct BundleSeal {
    /// Who is said to have signed.
    pub signer: Id,
    /// That he proposes it, or accepts it.
    pub kind: PartKind,
    /// Whether the seal is his.
    pub holds: bool,
}

impl Bundle {
    /// What the letter of a step shows; `None` where it shows none.
    #[must_use]
    pub fn of(trace: &Trace, step: usize) -> Option<Self> {
        let certificate = trace.bundle(step)?;
        let n = trace.scenario().n();
        let seals = certificate.signers.iter().map(|signer| BundleSeal {
            signer: signer.number(),
            kind: PartKind(Kind::on(&certificate, n, signer).part()),
            holds: !certificate.forged.contains(signer),
        });
        Some(Self {
            word: Order(certificate.order),
            view: certificate.view,
            seals: seals.collect(),
        })
    }
}

impl Certificate {
    /// What a step delivers; `None` where no letter is sealed.
    #[must_use]
    pub fn of(trace: &Trace, step: usize) -> Option<Self> {
        let Some(Event::Message(message)) = trace.event(step) else {
            return None;
        };
        let sealed = trace.sealed(step)?;
        let seals = sealed.seals.iter().map(|seal| CertificateSeal {
            signer: seal.signer.number(),
            kind: PartKind(seal.kind.part()),
            view: seal.view,
            word: word(seal.word),
            public_key: hex(&seal.public),
            signature: hex(&seal.signature),
            text: hex(&seal.text),
            holds: seal.holds,
        });
        Some(Self {
            kind: PartKind(sealed.kind.part()),
            view: sealed.view,
            word: word(sealed.word),
            from: message.slot.from.number(),
            to: message.slot.to.number(),
            seals: seals.collect(),
            refused: message.said.refused.map(Refusal),
        })
    }
}

//! The seals of a letter as real signatures, made when somebody opens it.
//!
//! Every letter bears its sender's seal, and a VIEW-CHANGE or a NEW-VIEW those of what it shows besides. A run knows them by
//! name alone; here each becomes an Ed25519 signature over the bytes of its statement, false ones as a traitor can make them:
//! with the key of who brings the letter.

use std::collections::BTreeSet;

use crate::{
    protocol::{
        pbft::{
            certificate::{Certificate, Change, highest},
            letter::{Kind, Letter},
        },
        signed::keys::{Keys, Signature},
    },
    scenario::Scenario,
    word::{General, Order, Slot, Word},
};

/// One seal: who says what, and whether it is he who says so.
///
/// ```
/// use generals::{Trace, link::{LinkSize, parse}, pbft::letter::Kind};
///
/// let trace = Trace::new(parse("v=1&p=pbft&n=4", LinkSize::Any).unwrap().scenario).unwrap();
/// let seal = &trace.sealed(1).unwrap().seals[0];
/// assert_eq!((seal.signer.number(), seal.kind, seal.view), (1, Kind::PrePrepare, 1));
/// assert!(seal.holds);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Who is said to have signed.
    pub signer: General,
    /// The kind of the statement.
    pub kind: Kind,
    /// Its view.
    pub view: usize,
    /// Its word.
    pub word: Word,
    /// His key, by which everybody can check it; 32 bytes.
    pub public: [u8; 32],
    /// What is signed. The campaign: `byzantine generals: PBFT` and a zero byte, n (1 byte), m (1), the seed (8, lowest first);
    /// the kind (1), the view (2, lowest first), the word's letter (1); of a VIEW-CHANGE with a certificate its view (2) and
    /// the numbers of those whose seals are on it (1 each); last the signer's number (1).
    pub text: Vec<u8>,
    /// The signature.
    pub signature: Signature,
    /// Whether the signature belongs to the text.
    pub holds: bool,
}

/// A letter with its seals: first its sender's own, then those of what it shows, each once.
///
/// ```
/// use generals::{Trace, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=pbft&n=4", LinkSize::Any).unwrap().scenario).unwrap();
/// let letter = trace.sealed(1).unwrap();
/// assert_eq!((letter.view, letter.word.letter(), letter.seals.len()), (1, 'A', 1));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// What it is.
    pub kind: Kind,
    /// Its view.
    pub view: usize,
    /// Its word.
    pub word: Word,
    /// All seals.
    pub seals: Vec<Seal>,
}

/// A letter as it came: who has sealed what is known by name.
pub(crate) struct Unopened {
    bringer: General,
    letter: Letter,
}

impl Unopened {
    pub(super) fn of(slot: &Slot, letter: &Letter) -> Self {
        Self {
            bringer: slot.from,
            letter: letter.clone(),
        }
    }

    /// With every signature made.
    pub(crate) fn open(&self, scenario: &Scenario) -> Sealed {
        let keys = Keys::of_campaign("PBFT", scenario.n(), scenario.m(), scenario.seed());
        let bringer = self.bringer;
        let mut wax = Wax {
            keys: &keys,
            n: scenario.n(),
            bringer,
            seals: Vec::new(),
            made: BTreeSet::new(),
        };
        match &self.letter {
            Letter::ViewChange(change) => wax.change(change),
            Letter::NewView { view, order, proof } => {
                // A NEW-VIEW holds its leader's proposal, sealed as any (PBFT §4.4).
                wax.statement(bringer, (Kind::PrePrepare, *view, (*order).into()), true);
                proof.iter().for_each(|change| wax.change(change));
            }
            other => wax.statement(bringer, (other.kind(), other.view(), other.word()), true),
        }
        Sealed {
            kind: self.letter.kind(),
            view: self.letter.view(),
            word: self.letter.word(),
            seals: wax.seals,
        }
    }

    /// What proves its order: of a NEW-VIEW the certificate of the highest view among those it shows.
    pub(crate) fn bundle(&self) -> Option<Certificate> {
        let certificate = match &self.letter {
            Letter::ViewChange(change) => change.certificate.as_ref(),
            Letter::NewView { proof, .. } => highest(proof),
            _ => None,
        };
        certificate.map(|certificate| (**certificate).clone())
    }
}

struct Wax<'a> {
    keys: &'a Keys,
    n: usize,
    bringer: General,
    seals: Vec<Seal>,
    /// Which texts are sealed already, and by whose key: a NEW-VIEW shows the same seal many times.
    made: BTreeSet<(Vec<u8>, General)>,
}

impl Wax<'_> {
    fn text(&self, (kind, view, word): (Kind, usize, Word)) -> Vec<u8> {
        let mut text = self.keys.domain().to_vec();
        text.push(kind as u8);
        text.extend((view as u16).to_le_bytes());
        text.push(word.letter() as u8);
        text
    }

    fn statement(&mut self, signer: General, said: (Kind, usize, Word), is_his: bool) {
        let text = self.text(said);
        self.seal(signer, said, text, is_his);
    }

    fn seal(
        &mut self,
        signer: General,
        (kind, view, word): (Kind, usize, Word),
        mut text: Vec<u8>,
        is_his: bool,
    ) {
        text.push(signer.number());
        let key_of = if is_his { signer } else { self.bringer };
        if !self.made.insert((text.clone(), key_of)) {
            return;
        }
        let signature = self.keys.sign(key_of, &text).unwrap_or([0; 64]);
        self.seals.push(Seal {
            signer,
            kind,
            view,
            word,
            public: self.keys.public(signer).unwrap_or_default(),
            holds: self.keys.holds(signer, &text, &signature),
            text,
            signature,
        });
    }

    /// A VIEW-CHANGE under its sender's seal, which covers which certificate it shows, and that certificate.
    fn change(&mut self, change: &Change) {
        let said = (Kind::ViewChange, change.view, change.word());
        let mut text = self.text(said);
        if let Some(certificate) = &change.certificate {
            text.extend((certificate.view as u16).to_le_bytes());
            text.extend(certificate.signers.iter().map(General::number));
        }
        self.seal(change.from, said, text, true);
        if let Some(certificate) = &change.certificate {
            self.certificate(certificate);
        }
    }

    fn certificate(&mut self, certificate: &Certificate) {
        let Certificate { view, order, .. } = *certificate;
        for signer in certificate.signers.iter() {
            let kind = Kind::on(certificate, self.n, signer);
            let is_his = !certificate.forged.contains(signer);
            self.statement(signer, (kind, view, Order::into(order)), is_his);
        }
    }
}

//! A signed message: an order under a chain of signatures, and the rule by which it is accepted.

use crate::{
    protocol::{
        machine::Refusal,
        signed::keys::{Keys, Signature},
    },
    word::{General, Generals, Order, Path},
};

/// A general's signature under a letter.
///
/// ```
/// use generals::{General, Order, sm::{keys::Keys, letter::Letter}};
///
/// let keys = Keys::new(3, 1, 1);
/// let three = General::new(3).unwrap();
/// let forged = Letter::unsigned(Order::Retreat).signed_with(&keys, General::COMMANDER, three);
/// assert_eq!(forged.seals[0].signer, General::COMMANDER);
/// assert!(!forged.holds_at(&keys, 0), "the name is his, the signature is not");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// Who is said to have signed.
    pub signer: General,
    /// The bytes of the signature.
    pub signature: Signature,
}

/// An order and the signatures under it, in the order of signing.
///
/// ```
/// use generals::{General, Order, machine::Refusal, sm::{keys::Keys, letter::Letter}};
///
/// let keys = Keys::new(3, 1, 1);
/// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
/// let mut letter = Letter::unsigned(Order::Attack).signed(&keys, General::COMMANDER).signed(&keys, two);
/// assert_eq!(letter.check(&keys, 2, two, three), Ok(()));
/// letter.order = Order::Retreat;
/// assert_eq!(letter.check(&keys, 2, two, three), Err(Refusal::BadSignature(General::COMMANDER)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The order.
    pub order: Order,
    /// The signatures.
    pub seals: Vec<Seal>,
}

impl Letter {
    /// An order that nobody has signed.
    #[must_use]
    pub const fn unsigned(order: Order) -> Self {
        Self {
            order,
            seals: Vec::new(),
        }
    }

    /// What the next signer signs, or what the signer at `place` signed: the campaign, the order, every
    /// signature so far with its signer, and himself. So a chain can be neither cut, nor reordered, nor replayed.
    #[must_use]
    pub fn text(&self, keys: &Keys, place: usize, signer: General) -> Vec<u8> {
        let mut bytes = keys.domain().to_vec();
        bytes.push(self.order.letter() as u8);
        for seal in self.seals.iter().take(place) {
            bytes.push(seal.signer.number());
            bytes.extend(seal.signature);
        }
        bytes.push(signer.number());
        bytes
    }

    /// The letter with one more signature, made with the signer's own key.
    #[must_use]
    pub fn signed(&self, keys: &Keys, signer: General) -> Self {
        self.signed_with(keys, signer, signer)
    }

    /// The letter with a signature in a general's name, made with another's key: a forgery, if they differ.
    #[must_use]
    pub fn signed_with(&self, keys: &Keys, signer: General, key_of: General) -> Self {
        let text = self.text(keys, self.seals.len(), signer);
        let mut seals = self.seals.clone();
        seals.push(Seal {
            signer,
            signature: keys.sign(key_of, &text).unwrap_or([0; 64]),
        });
        Self {
            order: self.order,
            seals,
        }
    }

    /// The signers, if they are a path: all different, the commander first.
    #[must_use]
    pub fn path(&self) -> Option<Path> {
        Path::new(self.seals.iter().map(|seal| seal.signer).collect())
    }

    /// The signers as a set.
    #[must_use]
    pub fn signers(&self) -> Generals {
        self.seals.iter().map(|seal| seal.signer).collect()
    }

    /// Whether the signature at a place is its signer's.
    #[must_use]
    pub fn holds_at(&self, keys: &Keys, place: usize) -> bool {
        self.seals.get(place).is_some_and(|seal| {
            keys.holds(
                seal.signer,
                &self.text(keys, place, seal.signer),
                &seal.signature,
            )
        })
    }

    /// The rule of acceptance (LSP82 §4 step 2, with the timeliness that §6 asks for): in round ρ a letter has
    /// exactly ρ signatures, of different generals, the commander first, its bringer last, its reader not among
    /// them, and each is good.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn check(
        &self,
        keys: &Keys,
        round: usize,
        from: General,
        reader: General,
    ) -> Result<(), Refusal> {
        if self.seals.first().map(|seal| seal.signer) != Some(General::COMMANDER) {
            return Err(Refusal::NoSuchPath);
        }
        if self.seals.last().map(|seal| seal.signer) != Some(from) {
            return Err(Refusal::NotHisOwn);
        }
        if self.seals.len() != round {
            return Err(Refusal::WrongRound);
        }
        if self.signers().len() != self.seals.len() {
            return Err(Refusal::RepeatedSigner);
        }
        if self.signers().contains(reader) {
            return Err(Refusal::OwnPath);
        }
        for (place, seal) in self.seals.iter().enumerate() {
            if !self.holds_at(keys, place) {
                return Err(Refusal::BadSignature(seal.signer));
            }
        }
        Ok(())
    }
}

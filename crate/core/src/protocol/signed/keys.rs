//! The generals' keys and signatures: Ed25519, each made and each checked once.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

use ed25519_dalek::{Signature as Ed25519Signature, Signer, SigningKey, VerifyingKey};
use sha2::{Digest, Sha512};

use crate::word::{General, Generals};

/// The bytes of a signature.
///
/// ```
/// use generals::{General, sm::keys::{Keys, Signature}};
///
/// let keys = Keys::new(3, 1, 1);
/// let signature: Signature = keys.sign(General::COMMANDER, b"attack").unwrap();
/// assert!(keys.holds(General::COMMANDER, b"attack", &signature));
/// assert!(!keys.holds(General::COMMANDER, b"retreat", &signature));
/// ```
pub type Signature = [u8; 64];

/// The keys of an army, made once and shared. They follow from the seed, so that a link reproduces every byte; a real army would draw
/// them by lot.
///
/// ```
/// use generals::{General, sm::keys::Keys};
///
/// let public = |seed| Keys::new(3, 1, seed).public(General::COMMANDER).unwrap();
/// assert_eq!(public(7), public(7), "a link brings back the same keys");
/// assert_ne!(public(7), public(8));
/// ```
pub struct Keys {
    secret: Vec<SigningKey>,
    domain: Vec<u8>,
    made: Mutex<BTreeMap<Signing, Signature>>,
    checked: Mutex<BTreeMap<(Signing, Signature), bool>>,
}

/// Who signs what.
type Signing = (General, Vec<u8>);

impl Keys {
    /// The keys of n generals. Signatures are good for one campaign only: SM(m) among n with this seed.
    #[must_use]
    pub fn new(n: usize, m: usize, seed: u64) -> Self {
        Self::of_campaign("SM", n, m, seed)
    }

    /// The same for another kind of campaign, whose signatures are good for nothing else.
    pub(crate) fn of_campaign(kind: &str, n: usize, m: usize, seed: u64) -> Self {
        let secret = Generals::all(n).iter().map(|general| {
            let digest = Sha512::new()
                .chain_update(b"byzantine generals: key of a general\0")
                .chain_update(seed.to_le_bytes())
                .chain_update([general.number()])
                .finalize();
            let mut bytes = [0; 32];
            bytes.copy_from_slice(&digest[..32]);
            SigningKey::from_bytes(&bytes)
        });
        let mut domain = format!("byzantine generals: {kind}\0").into_bytes();
        domain.extend([n as u8, m as u8]);
        domain.extend(seed.to_le_bytes());
        Self {
            secret: secret.collect(),
            domain,
            made: Mutex::default(),
            checked: Mutex::default(),
        }
    }

    /// What every signed text begins with, so that no signature can be replayed in another campaign.
    #[must_use]
    pub fn domain(&self) -> &[u8] {
        &self.domain
    }

    /// The key by which everyone can check a general's signatures; 32 bytes.
    #[must_use]
    pub fn public(&self, general: General) -> Option<[u8; 32]> {
        Some(self.verifying(general)?.to_bytes())
    }

    /// A general's signature. Who may ask for it is the caller's business.
    #[must_use]
    pub fn sign(&self, general: General, bytes: &[u8]) -> Option<Signature> {
        let place = (general, bytes.to_vec());
        if let Some(signature) = known(&self.made).get(&place) {
            return Some(*signature);
        }
        let signature = self.secret.get(general.index())?.sign(bytes).to_bytes();
        known(&self.made).insert(place, signature);
        Some(signature)
    }

    /// Whether a signature is this general's on these bytes.
    #[must_use]
    pub fn holds(&self, general: General, bytes: &[u8], signature: &Signature) -> bool {
        let place = ((general, bytes.to_vec()), *signature);
        if let Some(holds) = known(&self.checked).get(&place) {
            return *holds;
        }
        let holds = self.verifying(general).is_some_and(|key| {
            key.verify_strict(bytes, &Ed25519Signature::from_bytes(signature))
                .is_ok()
        });
        known(&self.checked).insert(place, holds);
        holds
    }

    /// How many signatures were made and how many checked.
    #[must_use]
    pub fn work(&self) -> (usize, usize) {
        (known(&self.made).len(), known(&self.checked).len())
    }

    fn verifying(&self, general: General) -> Option<VerifyingKey> {
        Some(self.secret.get(general.index())?.verifying_key())
    }
}

/// What is known so far. Several may ask at once; nobody leaves a map half written.
fn known<T>(map: &Mutex<T>) -> MutexGuard<'_, T> {
    map.lock().unwrap_or_else(PoisonError::into_inner)
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Not the secrets: they have no place in a log.
        f.debug_struct("Keys")
            .field("n", &self.secret.len())
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> General {
        General::from_index(1)
    }

    #[test]
    fn a_signature_holds_for_its_signer_and_bytes_alone() {
        let keys = Keys::new(4, 1, 1);
        let signature = keys.sign(two(), b"attack").unwrap();
        assert!(keys.holds(two(), b"attack", &signature));
        assert!(!keys.holds(General::COMMANDER, b"attack", &signature));
        assert!(!keys.holds(two(), b"retreat", &signature));
        let mut bent = signature;
        bent[7] ^= 1;
        assert!(!keys.holds(two(), b"attack", &bent));
    }

    #[test]
    fn the_same_seed_gives_the_same_keys_and_another_gives_others() {
        assert_eq!(
            Keys::new(4, 1, 7).public(two()),
            Keys::new(9, 3, 7).public(two())
        );
        assert_ne!(
            Keys::new(4, 1, 7).public(two()),
            Keys::new(4, 1, 8).public(two())
        );
        assert_ne!(Keys::new(4, 1, 7).domain(), Keys::new(4, 2, 7).domain());
    }

    #[test]
    fn nothing_is_signed_or_checked_twice() {
        let keys = Keys::new(4, 1, 1);
        for _ in 0..3 {
            let signature = keys.sign(two(), b"attack").unwrap();
            assert!(keys.holds(two(), b"attack", &signature));
        }
        assert_eq!(keys.work(), (1, 1));
    }
}

//! When a receipt counts where the payment service signs.

use crate::protocol::{
    machine::Refusal,
    signed::{keys::Keys, letter::Letter},
    trust::rule::SERVICE,
};

/// Whether a receipt is one: sealed by the payment service alone, whoever shows it.
///
/// # Errors
/// Whose seal does not hold.
///
/// ```
/// use generals::{General, Generals, Order, machine::StepMachine, sm::letter::Letter};
/// use generals::trust::{Rule, check_receipt, machine::Settlement};
///
/// let machine = Settlement::new(Rule::Signed, 1, Generals::NONE);
/// let [customer, service] = [1, 3].map(|number| General::new(number).unwrap());
/// let receipt = machine.send(&machine.init(service, None), 3, customer).remove(0).1.letter.unwrap();
/// assert!(check_receipt(&receipt, machine.keys()).is_ok());
/// let changed = Letter { order: Order::Attack, ..receipt };
/// assert!(check_receipt(&changed, machine.keys()).is_err());
/// ```
pub fn check_receipt(letter: &Letter, keys: &Keys) -> Result<(), Refusal> {
    let signer = letter.seals.first().map(|seal| seal.signer);
    let is_sealed = letter.seals.len() == 1 && signer == Some(SERVICE);
    match is_sealed && letter.holds_at(keys, 0) {
        true => Ok(()),
        false => Err(Refusal::BadSignature(SERVICE)),
    }
}

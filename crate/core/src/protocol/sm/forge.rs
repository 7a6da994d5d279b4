//! A letter with given signers, as a traitor can write it: forged where it needs a signature that he cannot have.

use crate::{
    protocol::{
        machine::Offer,
        signed::{keys::Keys, letter::Letter},
        sm::state::SignedState,
    },
    word::{General, Generals, Order, Path},
};

/// Writes this order under a chain of signers, with the keys that traitors hold and the letters that this one was shown.
/// Where a signature is needed that no traitor can make and no loyal general has given, he signs with his own key in the
/// other's name.
pub(crate) fn write(
    keys: &Keys,
    held: Generals,
    state: &SignedState,
    order: Order,
    path: &Path,
) -> Offer<Letter> {
    let mut letter = Letter::unsigned(order);
    let mut is_forged = false;
    for signer in path.generals() {
        if held.contains(*signer) {
            letter = letter.signed(keys, *signer);
        } else if let Some(given) = given(state, &letter, *signer) {
            letter = given;
        } else {
            is_forged = true;
            letter = letter.signed_with(keys, *signer, path.speaker());
        }
    }
    if is_forged {
        Offer::Forged(letter)
    } else {
        Offer::Good(letter)
    }
}

/// This letter with the next signer's seal, if he has given it: a loyal general shows what he signs to everyone who has not
/// signed before him, so whoever could pass it on has seen it.
fn given(state: &SignedState, letter: &Letter, signer: General) -> Option<Letter> {
    let shown = state.known.iter().find(|known| {
        known.order == letter.order
            && known.seals.split_last().is_some_and(|(last, before)| {
                last.signer == signer && before == letter.seals.as_slice()
            })
    });
    shown.cloned()
}

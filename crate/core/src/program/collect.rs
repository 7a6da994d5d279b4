//! Letters that are signed and passed on: what SM does with them, for as many rounds as the program says (LSP82 §4).

use std::sync::Arc;

use crate::{
    protocol::{
        machine::{Choice, Offer, Refusal, StepMachine},
        signed::{keys::Keys, letter::Letter},
        sm::{machine::Signed, state::SignedState},
    },
    word::{General, Generals, Slot, Word},
};

/// The letters of some rounds of a program.
#[derive(Clone, Debug)]
pub(super) struct Letters {
    n: usize,
    /// How many rounds stand before.
    before: usize,
    rounds: usize,
    signed: Arc<Signed>,
}

impl Letters {
    /// Among n, after so many rounds and for so many.
    pub(super) fn new(n: usize, (before, rounds): (usize, usize)) -> Self {
        Self {
            n,
            before,
            rounds,
            signed: signed(n, rounds, 0, Generals::NONE),
        }
    }

    /// With the keys of a seed, some of which traitors hold.
    pub(super) fn with_keys(self, seed: u64, held: Generals) -> Self {
        Self {
            signed: signed(self.n, self.rounds, seed, held),
            ..self
        }
    }

    /// The keys by which letters are checked.
    pub(super) fn keys(&self) -> &Keys {
        self.signed.keys()
    }

    /// Whether a round of the program is one of them.
    pub(super) const fn has(&self, round: usize) -> bool {
        round > self.before && round <= self.before + self.rounds
    }

    pub(super) fn send(
        &self,
        state: &SignedState,
        round: usize,
        to: General,
    ) -> Vec<(Slot, Letter)> {
        let shown = self.signed.send(state, round - self.before, to).into_iter();
        shown
            .map(|(slot, letter)| (self.at(slot), letter))
            .collect()
    }

    pub(super) fn offer(&self, state: &SignedState, slot: &Slot, word: Word) -> Offer<Letter> {
        self.signed.offer(state, slot, word)
    }

    pub(super) fn menu(
        &self,
        state: &SignedState,
        round: usize,
        to: General,
    ) -> Vec<Choice<Letter>> {
        let menu = self
            .signed
            .menu(state, round - self.before, to, &[])
            .into_iter();
        menu.map(|choice| Choice {
            slot: self.at(choice.slot),
            ..choice
        })
        .collect()
    }

    pub(super) fn receive(
        &self,
        state: &mut SignedState,
        round: usize,
        from: General,
        letter: &Letter,
    ) -> Result<(), Refusal> {
        self.signed
            .receive(state, round - self.before, from, letter)
    }

    /// The slot of a letter, counted from the first of these rounds, among all rounds.
    fn at(&self, slot: Slot) -> Slot {
        Slot {
            round: self.before + slot.round,
            ..slot
        }
    }
}

fn signed(n: usize, rounds: usize, seed: u64, held: Generals) -> Arc<Signed> {
    let m = rounds.saturating_sub(1);
    let keys = Arc::new(Keys::new(n, m, seed));
    Arc::new(Signed::with_keys(n, m, keys, held))
}

//! SM(m) as the program of one general: what he accepts, signs, shows and concludes.

use std::sync::Arc;

use crate::{
    protocol::{
        machine::{Choice, Decision, Offer, Refusal, StepMachine},
        signed::{keys::Keys, letter::Letter},
        sm::{
            forge,
            state::{Accepted, SignedState},
        },
    },
    word::{General, Generals, Order, Path, Slot, Word, sort_by_key},
};

/// SM(m) among n generals.
///
/// ```
/// use generals::{General, Generals, Order, machine::StepMachine, sm::machine::Signed};
///
/// let machine = Signed::new(4, 1, 1, Generals::NONE).unwrap();
/// let two = General::new(2).unwrap();
/// let commander = machine.init(General::COMMANDER, Some(Order::Attack));
/// let (_, letter) = machine.send(&commander, 1, two).remove(0);
/// assert_eq!(letter.check(machine.keys(), 1, General::COMMANDER, two), Ok(()));
/// ```
#[derive(Debug)]
pub struct Signed {
    n: usize,
    m: usize,
    keys: Arc<Keys>,
    /// Whose keys the traitors have: their own and those they stole.
    held: Generals,
}

impl Signed {
    /// SM(m) among n generals, 2 ≤ n ≤ 64, m ≤ n−2, with the keys of a seed; `held` are the generals whose keys
    /// traitors can sign with.
    #[must_use]
    pub fn new(n: usize, m: usize, seed: u64, held: Generals) -> Option<Self> {
        let legal = (2..=64).contains(&n) && m <= n - 2;
        legal.then(|| Self::with_keys(n, m, Arc::new(Keys::new(n, m, seed)), held))
    }

    /// The same with keys that are there already.
    pub(crate) const fn with_keys(n: usize, m: usize, keys: Arc<Keys>, held: Generals) -> Self {
        Self { n, m, keys, held }
    }

    /// The keys.
    #[must_use]
    pub fn keys(&self) -> &Arc<Keys> {
        &self.keys
    }

    /// What an honest general shows a neighbour in a round (LSP82 §4 steps 1 and 2): the commander his order in
    /// round 1; a lieutenant what he accepted the round before, unless the neighbour has signed it.
    #[must_use]
    pub fn shows(&self, state: &SignedState, round: usize, to: General) -> Vec<Letter> {
        match state.order {
            Some(order) if round == 1 => {
                vec![Letter::unsigned(order).signed(&self.keys, state.general)]
            }
            Some(_) => Vec::new(),
            None => state
                .accepted
                .iter()
                .filter(|accepted| accepted.round + 1 == round)
                .filter(|accepted| !accepted.letter.signers().contains(to))
                .map(|accepted| accepted.letter.signed(&self.keys, state.general))
                .collect(),
        }
    }

    /// Every letter that a traitor can write for a neighbour with the keys that traitors hold and the letters he
    /// was shown.
    fn writable(&self, state: &SignedState, round: usize, to: General) -> Vec<Letter> {
        let unsigned = [Order::Attack, Order::Retreat].map(Letter::unsigned);
        let mut letters: Vec<Letter> = unsigned
            .into_iter()
            .chain(state.known.iter().cloned())
            .filter(|letter| !letter.signers().contains(state.general))
            .filter(|letter| !letter.signers().contains(to) && letter.seals.len() < round)
            .collect();
        let mut finished = Vec::new();
        while let Some(letter) = letters.pop() {
            if letter.seals.len() + 1 == round {
                finished.push(letter.signed(&self.keys, state.general));
                continue;
            }
            let others = self.held.and_not(letter.signers());
            for signer in others.without(to).without(state.general).iter() {
                letters.push(letter.signed(&self.keys, signer));
            }
        }
        finished.retain(|letter| letter.path().is_some());
        sort_by_key(&mut finished, |letter| {
            (letter.path(), std::cmp::Reverse(letter.order))
        });
        finished.dedup();
        finished
    }
}

impl StepMachine for Signed {
    type State = SignedState;
    type Message = Letter;

    fn rounds(&self) -> usize {
        self.m + 1
    }

    fn init(&self, general: General, order: Option<Order>) -> SignedState {
        SignedState::new(general, order)
    }

    fn send(&self, state: &SignedState, round: usize, to: General) -> Vec<(Slot, Letter)> {
        let shown = self.shows(state, round, to).into_iter();
        shown
            .filter_map(|letter| Some((letter.path()?.slot(to), letter)))
            .collect()
    }

    /// A letter with the signers that the slot names, forged where a signature is missing.
    fn offer(&self, state: &SignedState, slot: &Slot, word: Word) -> Offer<Letter> {
        match (word.order(), Path::of(&slot.label)) {
            (Some(order), Some(path)) => forge::write(&self.keys, self.held, state, order, &path),
            _ => Offer::Silence,
        }
    }

    /// Each letter is a choice of its own: to show it or not, the honest ones first.
    fn menu(
        &self,
        state: &SignedState,
        round: usize,
        to: General,
        _: &[Word],
    ) -> Vec<Choice<Letter>> {
        let honest = self.send(state, round, to);
        let written = if self.held.contains(state.general) {
            self.writable(state, round, to)
        } else {
            Vec::new()
        };
        let others: Vec<(Slot, Letter)> = written
            .into_iter()
            .filter_map(|letter| Some((letter.path()?.slot(to), letter)))
            .filter(|(_, letter)| !honest.iter().any(|(_, shown)| shown == letter))
            .collect();
        let shown = honest.into_iter().map(|(slot, letter)| Choice {
            slot,
            options: vec![Offer::Good(letter), Offer::Silence],
        });
        let hidden = others.into_iter().map(|(slot, letter)| Choice {
            slot,
            options: vec![Offer::Silence, Offer::Good(letter)],
        });
        shown.chain(hidden).collect()
    }

    /// LSP82 §4 step 2: a good letter is taken in if its order is new.
    fn receive(
        &self,
        state: &mut SignedState,
        round: usize,
        from: General,
        letter: &Letter,
    ) -> Result<(), Refusal> {
        if round > self.rounds() || !letter.signers().and_not(Generals::all(self.n)).is_empty() {
            return Err(Refusal::WrongRound);
        }
        letter.check(&self.keys, round, from, state.general)?;
        state.known.push(letter.clone());
        let mut orders = state.accepted.iter().map(|accepted| accepted.letter.order);
        if state.order.is_none() && !orders.any(|order| order == letter.order) {
            state.accepted.push(Accepted {
                round,
                letter: letter.clone(),
            });
        }
        Ok(())
    }

    /// choice(V): the order if there is one, retreat if there are none or two (LSP82 §4).
    fn decide(&self, state: &SignedState) -> Option<Decision> {
        if state.order.is_some() {
            return None;
        }
        let order = match state.accepted.as_slice() {
            [only] => only.letter.order,
            _ => Order::Retreat,
        };
        Some(order.into())
    }

    fn word(letter: &Letter) -> Word {
        letter.order.into()
    }
}

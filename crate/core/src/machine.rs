//! A protocol as a step machine: the program of one general, and the loop that runs an army of them.
//!
//! A machine knows only its own number, what it was given and what its neighbours tell it (the locality axiom
//! of Fischer, Lynch and Merritt 1986). So one loop runs every protocol, and what can be said of one run can be
//! searched, copied and replayed. All evil comes through one door: a traitor chooses from the [`Choice`]s of his
//! own machine, one for each slot.

use crate::{
    general::{General, Generals},
    order::{Order, Word},
    slot::Slot,
};

/// One slot a general may fill, and what may stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Where it is said.
    pub slot: Slot,
    /// What may be said. Entry 0 is what an honest general would say; silence is a word too.
    pub menu: Vec<Word>,
}

/// The program of one general. Rounds count from 1.
pub trait StepMachine {
    /// What one general remembers.
    type State: Clone + PartialEq + std::fmt::Debug;

    /// How many rounds there are.
    fn rounds(&self) -> usize;

    /// A general before the first round; the commander has an order.
    fn init(&self, general: General, order: Option<Order>) -> Self::State;

    /// What an honest general tells a neighbour in a round.
    fn send(&self, state: &Self::State, round: usize, to: General) -> Vec<(Slot, Word)> {
        self.menu(state, round, to)
            .into_iter()
            .filter_map(|choice| Some((choice.slot, *choice.menu.first()?)))
            .collect()
    }

    /// Everything a traitor may tell a neighbour in a round, entry 0 of each menu being the honest word.
    fn menu(&self, state: &Self::State, round: usize, to: General) -> Vec<Choice>;

    /// Takes in what a neighbour told in a round. What an honest neighbour could not have sent in this round is
    /// ignored: it must come from `from` himself (assumption A2 of LSP82) and belong to the round.
    fn receive(
        &self,
        state: &mut Self::State,
        round: usize,
        from: General,
        messages: &[(Slot, Word)],
    );

    /// What a lieutenant obeys after the last round; `None` for the commander.
    fn decide(&self, state: &Self::State) -> Option<Order>;
}

/// One message of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// When.
    pub round: usize,
    /// Where.
    pub slot: Slot,
    /// What was said.
    pub said: Word,
    /// What an honest general would have said.
    pub honest: Word,
}

/// A finished run.
#[derive(Clone, Debug)]
pub struct Run<S> {
    /// All messages in the order of steps: round, path, recipient.
    pub messages: Vec<Message>,
    /// What each general remembers, general 1 first.
    pub states: Vec<S>,
    /// What each general obeys, general 1 first; `None` for the commander.
    pub decisions: Vec<Option<Order>>,
}

/// Runs an army of `n` generals in lock step.
///
/// `choose` is asked for each slot of a traitor and answers what he says there; the loyal say entry 0.
pub fn run<M: StepMachine>(
    machine: &M,
    n: usize,
    order: Order,
    traitors: Generals,
    mut choose: impl FnMut(&Choice) -> Word,
) -> Run<M::State> {
    let army = Generals::all(n);
    let mut states: Vec<M::State> = army
        .iter()
        .map(|general| machine.init(general, general.is_commander().then_some(order)))
        .collect();
    let mut messages = Vec::new();
    for round in 1..=machine.rounds() {
        let mut carried = Vec::new();
        for from in army.iter() {
            for to in army.without(from).iter() {
                let mut bundle = Vec::new();
                for choice in machine.menu(&states[from.index()], round, to) {
                    let Some(honest) = choice.menu.first().copied() else {
                        continue;
                    };
                    let said = if traitors.contains(from) {
                        choose(&choice)
                    } else {
                        honest
                    };
                    messages.push(Message {
                        round,
                        slot: choice.slot.clone(),
                        said,
                        honest,
                    });
                    bundle.push((choice.slot, said));
                }
                carried.push((from, to, bundle));
            }
        }
        for (from, to, bundle) in carried {
            machine.receive(&mut states[to.index()], round, from, &bundle);
        }
    }
    messages.sort_by(|a, b| (a.round, &a.slot).cmp(&(b.round, &b.slot)));
    let decisions = states.iter().map(|state| machine.decide(state)).collect();
    Run {
        messages,
        states,
        decisions,
    }
}

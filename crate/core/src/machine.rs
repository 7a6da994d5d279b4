//! A protocol as a step machine: the program of one general, and the loop that runs an army of them.
//!
//! A machine knows only its own number, what it was given and what its neighbours tell it (the locality axiom
//! of Fischer, Lynch and Merritt 1986). So one loop runs every protocol, and what can be said of one run can be
//! searched, copied and replayed. All evil comes through one door: what a traitor says is asked for slot by
//! slot, with the menu of what his own machine could say there.

use crate::{
    general::{General, Generals},
    order::Order,
    slot::Slot,
    sorted::sort_by_key,
};

/// One message that a general may send, and what may stand in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<M> {
    /// Where it is said.
    pub slot: Slot,
    /// What may be said; `None` is silence. Entry 0 is what an honest general would say.
    pub menu: Vec<Option<M>>,
}

/// Why a message that arrived is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// It names a general who does not exist, or its path does not begin with the commander.
    NoSuchPath,
    /// Its last speaker is not who brought it (assumption A2 of LSP82).
    NotHisOwn,
    /// Its path is not as long as the rounds so far are many.
    WrongRound,
    /// A general stands on its path twice.
    RepeatedSigner,
    /// Its recipient is on its path already.
    OwnPath,
    /// Its path has been told before.
    Repeated,
    /// The signature of this general does not belong to what is written.
    BadSignature(General),
}

impl Refusal {
    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoSuchPath => "no-such-path",
            Self::NotHisOwn => "not-his-own",
            Self::WrongRound => "wrong-round",
            Self::RepeatedSigner => "repeated-signer",
            Self::OwnPath => "own-path",
            Self::Repeated => "repeated",
            Self::BadSignature(_) => "bad-signature",
        }
    }
}

/// The program of one general. Rounds count from 1.
pub trait StepMachine {
    /// What one general remembers.
    type State: Clone + PartialEq + std::fmt::Debug;
    /// What a messenger carries.
    type Message: Clone + PartialEq + std::fmt::Debug;

    /// Whether it matters by which path an order comes. If not, a general heeds each order once.
    const HEEDS_PATHS: bool;

    /// How many rounds there are.
    fn rounds(&self) -> usize;

    /// A general before the first round; the commander has an order.
    fn init(&self, general: General, order: Option<Order>) -> Self::State;

    /// Everything this general may tell a neighbour in a round; an honest one sends entry 0 of each.
    fn menu(&self, state: &Self::State, round: usize, to: General) -> Vec<Choice<Self::Message>>;

    /// Takes in one message of a round.
    ///
    /// # Errors
    /// Why it is ignored: no honest neighbour could have sent it.
    fn receive(
        &self,
        state: &mut Self::State,
        round: usize,
        from: General,
        message: &Self::Message,
    ) -> Result<(), Refusal>;

    /// What a lieutenant obeys after the last round; `None` for the commander.
    fn decide(&self, state: &Self::State) -> Option<Order>;

    /// The order a message is about.
    fn order(message: &Self::Message) -> Order;
}

/// A slot in which something was said, or should have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken<M> {
    /// Where.
    pub slot: Slot,
    /// What is said; `None` is silence.
    pub said: Option<M>,
    /// What an honest general would have said; `None` is silence too.
    pub honest: Option<M>,
}

impl<M> Spoken<M> {
    /// The honest word of a choice, said.
    #[must_use]
    pub fn honestly(choice: Choice<M>) -> Self
    where
        M: Clone,
    {
        let honest = choice.menu.into_iter().next().flatten();
        Self {
            slot: choice.slot,
            said: honest.clone(),
            honest,
        }
    }
}

/// One step of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<M> {
    /// When.
    pub round: usize,
    /// What.
    pub spoken: Spoken<M>,
    /// Why it was not taken in.
    pub refused: Option<Refusal>,
}

/// A finished run.
#[derive(Clone, Debug)]
pub struct Run<S, M> {
    /// All steps: by round, path, recipient, and attack before retreat.
    pub steps: Vec<Step<M>>,
    /// What each general remembers, general 1 first.
    pub states: Vec<S>,
    /// What each general obeys, general 1 first; `None` for the commander.
    pub decisions: Vec<Option<Order>>,
}

/// Runs an army of `n` generals in lock step.
///
/// `speak` is asked for each traitor, round and neighbour, with what his machine may say, and answers what he
/// says; the loyal say entry 0 of each choice. A slot in which nothing is said nor should be is no step.
pub fn run<M: StepMachine>(
    machine: &M,
    n: usize,
    order: Order,
    traitors: Generals,
    mut speak: impl FnMut(&[M::State], usize, General, General) -> Vec<Spoken<M::Message>>,
) -> Run<M::State, M::Message> {
    let army = Generals::all(n);
    let mut states: Vec<M::State> = army
        .iter()
        .map(|general| machine.init(general, general.is_commander().then_some(order)))
        .collect();
    let mut steps = Vec::new();
    for round in 1..=machine.rounds() {
        let mut spoken = Vec::new();
        for from in army.iter() {
            for to in army.without(from).iter() {
                if traitors.contains(from) {
                    spoken.extend(speak(&states, round, from, to));
                } else {
                    let choices = machine.menu(&states[from.index()], round, to);
                    let said = choices.into_iter().map(Spoken::honestly);
                    spoken.extend(said.filter(|spoken| spoken.said.is_some()));
                }
            }
        }
        sort_by_key(&mut spoken, place::<M>);
        for spoken in spoken {
            let from = spoken.slot.path.speaker();
            let state = &mut states[spoken.slot.to.index()];
            let refused = spoken
                .said
                .as_ref()
                .and_then(|message| machine.receive(state, round, from, message).err());
            steps.push(Step {
                round,
                spoken,
                refused,
            });
        }
    }
    let decisions = states.iter().map(|state| machine.decide(state)).collect();
    Run {
        steps,
        states,
        decisions,
    }
}

/// Where a message stands among the steps of its round; attack comes before retreat.
fn place<M: StepMachine>(spoken: &Spoken<M::Message>) -> (Slot, std::cmp::Reverse<Option<Order>>) {
    let word = spoken
        .said
        .as_ref()
        .or(spoken.honest.as_ref())
        .map(M::order);
    (spoken.slot.clone(), std::cmp::Reverse(word))
}

//! A protocol as a step machine: the program of one general.
//!
//! A machine knows only its own number, what it was given and what its neighbours tell it (the locality axiom
//! of Fischer, Lynch and Merritt 1986). So one loop runs every protocol, and what can be said of one run can be
//! searched, copied and replayed. All evil comes through one door: for every slot the machine says what may stand in it.

use std::fmt::Debug;

use crate::word::{General, Generals, Order, Slot, Word};

/// What may stand in a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer<M> {
    /// Nothing: no messenger comes.
    Silence,
    /// A message that could be honest.
    Good(M),
    /// A message with a signature that its sender could not make: it travels, and every receiver drops it.
    Forged(M),
}

impl<M> Offer<M> {
    /// The message, if there is one.
    #[must_use]
    pub const fn message(&self) -> Option<&M> {
        match self {
            Self::Silence => None,
            Self::Good(message) | Self::Forged(message) => Some(message),
        }
    }

    /// The message itself.
    #[must_use]
    pub fn into_message(self) -> Option<M> {
        match self {
            Self::Silence => None,
            Self::Good(message) | Self::Forged(message) => Some(message),
        }
    }
}

/// One message that a general may send, and what may stand in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<M> {
    /// Where it is said.
    pub slot: Slot,
    /// What may be said; entry 0 is what an honest general would say.
    pub options: Vec<Offer<M>>,
}

/// Why a message that arrived is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// It names a general who does not exist, or its path does not begin with who has an input.
    NoSuchPath,
    /// Its last speaker is not who brought it (assumption A2 of LSP82).
    NotHisOwn,
    /// It is not of this round.
    WrongRound,
    /// A general stands on its path twice.
    RepeatedSigner,
    /// Its recipient is on its path already.
    OwnPath,
    /// It has been told before.
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

/// What a general ends with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What he does.
    pub order: Order,
    /// Who attacks according to his vector, where the task is to know what everybody thinks.
    pub vector: Option<Generals>,
}

impl From<Order> for Decision {
    fn from(order: Order) -> Self {
        Self {
            order,
            vector: None,
        }
    }
}

/// The program of one general. Rounds count from 1.
pub trait StepMachine: Send + Sync {
    /// What one general remembers.
    type State: Clone + PartialEq + Debug + Send + Sync;
    /// What a messenger carries.
    type Message: Clone + PartialEq + Debug + Send + Sync;

    /// How many rounds there are.
    fn rounds(&self) -> usize;

    /// A general before the first round, with what he starts with.
    fn init(&self, general: General, input: Option<Order>) -> Self::State;

    /// What an honest general tells a neighbour in a round, and where.
    fn send(&self, state: &Self::State, round: usize, to: General) -> Vec<(Slot, Self::Message)>;

    /// What comes of it if a traitor puts this word into a slot of his.
    fn offer(&self, state: &Self::State, slot: &Slot, word: Word) -> Offer<Self::Message>;

    /// Everything that could be honest and that this general may tell a neighbour in a round; an honest one sends entry 0
    /// of each. `words` are those of the protocol. What is forged is not here: it would only be dropped.
    fn menu(
        &self,
        state: &Self::State,
        round: usize,
        to: General,
        words: &[Word],
    ) -> Vec<Choice<Self::Message>> {
        let choice = |(slot, honest): (Slot, Self::Message)| {
            let others = words
                .iter()
                .filter(|word| **word != Self::word(&honest))
                .map(|word| self.offer(state, &slot, *word))
                .filter(|offer| matches!(offer, Offer::Good(_)));
            let options = [Offer::Good(honest.clone())].into_iter().chain(others);
            Choice {
                options: options.chain([Offer::Silence]).collect(),
                slot,
            }
        };
        self.send(state, round, to)
            .into_iter()
            .map(choice)
            .collect()
    }

    /// Takes in one message of a slot.
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

    /// What a general ends with after the last round; `None` for a commander.
    fn decide(&self, state: &Self::State) -> Option<Decision>;

    /// The word of a message.
    fn word(message: &Self::Message) -> Word;
}

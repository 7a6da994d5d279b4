//! What happens at a step of a run.

use crate::{
    protocol::machine::Refusal,
    word::{Order, Slot, Word},
};

/// What happens at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A message arrives, or does not because its sender is silent.
    Message(Message),
    /// All decide.
    Decide {
        /// The last round.
        round: usize,
    },
}

/// A message, or the lack of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Where: round, label, sender and recipient.
    pub slot: Slot,
    /// What is said and what should have been.
    pub said: Said,
}

/// A word beside the honest one.
///
/// ```
/// use generals::{Order, Said, Word};
///
/// let said = Said { word: Word::Silence, honest: Order::Attack.into(), refused: None };
/// assert!(said.is_lie(), "silence is one, where something is due");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is said.
    pub word: Word,
    /// What an honest general would have said; silence if nothing.
    pub honest: Word,
    /// Why it was not taken in.
    pub refused: Option<Refusal>,
}

impl Said {
    /// Whether it differs from the honest word; silence does.
    #[must_use]
    pub fn is_lie(self) -> bool {
        self.word != self.honest
    }
}

/// The world after a number of steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// How many steps have happened.
    pub step: usize,
    /// The round of the last of them; 0 before the first.
    pub round: usize,
    /// How many words each general has heard, general 1 first; silence is not heard, a forgery is.
    pub heard: Vec<u64>,
    /// What each obeys, general 1 first: `None` before the decision and for traitors.
    pub decisions: Vec<Option<Order>>,
}

//! A protocol without rounds: the program of one general who is woken by each letter that reaches him.
//!
//! Nobody knows how long a letter takes, so nobody waits for a round to end: a general acts on what has come. The loop in
//! `network.rs` delivers letters one at a time, in an order that the scenario chooses; so the scheduler is an adversary like
//! a traitor, and his choices stand in the link too.

use std::fmt::Debug;

use crate::{
    protocol::machine::{Decision, Offer, Refusal},
    run::Mark,
    word::{General, Generals, Order, Slot, Word},
};

/// What a general does when a letter reaches him: the letters that he sends at once, and the rules that fired.
///
/// ```
/// use generals::{General, Order, bracha::machine::Reliable, machine::ReactiveMachine};
///
/// let machine = Reliable::new(4, 1).unwrap();
/// let mut leader = machine.init(General::COMMANDER, Some(Order::Attack));
/// let reaction = machine.start(&mut leader);
/// assert_eq!(reaction.sends.len(), 3 + 3, "the order and, as it has reached himself, his echo");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reaction<M> {
    /// Each letter with its slot.
    pub sends: Vec<(Slot, M)>,
    /// The rules that fired, in their order.
    pub marks: Vec<Mark>,
}

impl<M> Default for Reaction<M> {
    fn default() -> Self {
        Self {
            sends: Vec::new(),
            marks: Vec::new(),
        }
    }
}

/// The program of one general who acts on each letter.
///
/// ```
/// use generals::{General, Order, bracha::machine::Reliable, machine::ReactiveMachine};
///
/// let machine = Reliable::new(4, 1).unwrap();
/// let (one, two) = (General::COMMANDER, General::new(2).unwrap());
/// let (mut leader, mut other) = (machine.init(one, Some(Order::Attack)), machine.init(two, None));
/// let (_, order) = machine.start(&mut leader).sends.remove(0);
/// let echoes = machine.receive(&mut other, one, &order).unwrap().sends;
/// assert_eq!(echoes.len(), 3, "he tells everybody else what came");
/// ```
pub trait ReactiveMachine: Send + Sync {
    /// What one general remembers.
    type State: Clone + PartialEq + Debug + Send + Sync;
    /// What a messenger carries.
    type Message: Clone + PartialEq + Debug + Send + Sync;

    /// A general before anything happens, with what he starts with.
    fn init(&self, general: General, input: Option<Order>) -> Self::State;

    /// What he does of his own accord at the beginning.
    fn start(&self, state: &mut Self::State) -> Reaction<Self::Message>;

    /// Takes in a letter.
    ///
    /// # Errors
    /// Why it is ignored: no honest neighbour could have sent it, or it has come before.
    fn receive(
        &self,
        state: &mut Self::State,
        from: General,
        message: &Self::Message,
    ) -> Result<Reaction<Self::Message>, Refusal>;

    /// What he does whose patience ends: nothing, where no protocol has any.
    fn time_out(&self, _: &mut Self::State) -> Reaction<Self::Message> {
        Reaction::default()
    }

    /// What he has decided; `None` as long as he has not.
    fn decide(&self, state: &Self::State) -> Option<Decision>;

    /// Whether a named limit of this library has ended his program, which would have gone on: then it is open whether he
    /// decides.
    fn is_cut(&self, _: &Self::State) -> bool {
        false
    }

    /// How far the army is, as far as slots of traitors open by it. It only grows; 1 at the beginning.
    fn epoch(&self, _: &[Self::State], _traitors: Generals) -> usize {
        1
    }

    /// The slots of a traitor that open with an epoch, each with the word that is due there.
    fn open_slots(
        &self,
        states: &[Self::State],
        epoch: usize,
        traitor: General,
    ) -> Vec<(Slot, Word)>;

    /// What comes of it if a traitor puts this word into a slot of his, with what all traitors hold.
    fn offer(
        &self,
        states: &[Self::State],
        traitors: Generals,
        slot: &Slot,
        word: Word,
    ) -> Offer<Self::Message>;

    /// Whether a recipient heeds a second word in this slot too. A search leaves out what nobody heeds.
    fn heeds_both(&self, _: &Slot) -> bool {
        true
    }

    /// The word of a message.
    fn word(message: &Self::Message) -> Word;
}

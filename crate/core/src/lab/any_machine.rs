//! A step machine of whatever protocol, as one type: a tool that makes few runs is built once, not once for each protocol.

use std::{any::Any, fmt};

use crate::{
    protocol::{
        Stepped, Visitor,
        machine::{Choice, Decision, Offer, Refusal, StepMachine},
    },
    scenario::Scenario,
    word::{General, Order, Slot, Word},
};

/// The machine of a scenario's protocol behind one type.
pub(crate) struct AnyMachine(Box<dyn Hidden>);

impl AnyMachine {
    /// `None` where the laboratory searches none.
    pub(crate) fn of(scenario: &Scenario) -> Option<Self> {
        scenario.protocol().ask(Hide(scenario))
    }
}

struct Hide<'a>(&'a Scenario);

impl Visitor for Hide<'_> {
    type Answer = AnyMachine;

    fn visit<D: Stepped>(self) -> AnyMachine {
        AnyMachine(Box::new(Behind(D::machine(self.0))))
    }
}

/// What one general of it remembers.
pub(crate) struct AnyState(Box<dyn Kept>);

/// What a messenger of it carries, and its word.
pub(crate) struct AnyMessage {
    kept: Box<dyn Kept>,
    word: Word,
}

/// A value whose type only its machine knows.
trait Kept: Send + Sync {
    fn copy(&self) -> Box<dyn Kept>;
    fn is(&self, other: &dyn Kept) -> bool;
    fn as_any(&self) -> &dyn Any;
    fn as_any_mut(&mut self) -> &mut dyn Any;
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Kept for T {
    fn copy(&self) -> Box<dyn Kept> {
        Box::new(self.clone())
    }

    fn is(&self, other: &dyn Kept) -> bool {
        other.as_any().downcast_ref() == Some(self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

impl Clone for AnyState {
    fn clone(&self) -> Self {
        Self((*self.0).copy())
    }
}

impl PartialEq for AnyState {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(&*other.0)
    }
}

impl fmt::Debug for AnyState {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("AnyState")
    }
}

impl Clone for AnyMessage {
    fn clone(&self) -> Self {
        Self {
            kept: (*self.kept).copy(),
            word: self.word,
        }
    }
}

impl PartialEq for AnyMessage {
    fn eq(&self, other: &Self) -> bool {
        self.word == other.word && self.kept.is(&*other.kept)
    }
}

impl fmt::Debug for AnyMessage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.word.fmt(out)
    }
}

/// A step machine whose states and messages are hidden. Nothing comes of those of another.
trait Hidden: Send + Sync {
    fn rounds(&self) -> usize;
    fn init(&self, general: General, input: Option<Order>) -> AnyState;
    fn send(&self, state: &AnyState, round: usize, to: General) -> Vec<(Slot, AnyMessage)>;
    fn offer(&self, state: &AnyState, slot: &Slot, word: Word) -> Offer<AnyMessage>;
    fn menu(
        &self,
        state: &AnyState,
        round: usize,
        to: General,
        words: &[Word],
    ) -> Vec<Choice<AnyMessage>>;
    fn receive(
        &self,
        state: &mut AnyState,
        round: usize,
        from: General,
        message: &AnyMessage,
    ) -> Result<(), Refusal>;
    fn decide(&self, state: &AnyState) -> Option<Decision>;
    fn forget(&self, state: &mut AnyState, round: usize);
}

fn shown<T: 'static>(kept: &dyn Kept) -> Option<&T> {
    kept.as_any().downcast_ref()
}

fn hidden<M: StepMachine + 'static>(message: M::Message) -> AnyMessage {
    AnyMessage {
        word: M::word(&message),
        kept: Box::new(message),
    }
}

/// The machine itself.
struct Behind<M>(M);

impl<M: StepMachine + 'static> Hidden for Behind<M> {
    fn rounds(&self) -> usize {
        self.0.rounds()
    }

    fn init(&self, general: General, input: Option<Order>) -> AnyState {
        AnyState(Box::new(self.0.init(general, input)))
    }

    fn send(&self, state: &AnyState, round: usize, to: General) -> Vec<(Slot, AnyMessage)> {
        let Some(state) = shown(&*state.0) else {
            return Vec::new();
        };
        let sent = self.0.send(state, round, to).into_iter();
        sent.map(|(slot, message)| (slot, hidden::<M>(message)))
            .collect()
    }

    fn offer(&self, state: &AnyState, slot: &Slot, word: Word) -> Offer<AnyMessage> {
        let offer = shown(&*state.0).map(|state| self.0.offer(state, slot, word));
        offer.map_or(Offer::Silence, |offer| offer.map(hidden::<M>))
    }

    fn menu(
        &self,
        state: &AnyState,
        round: usize,
        to: General,
        words: &[Word],
    ) -> Vec<Choice<AnyMessage>> {
        let Some(state) = shown(&*state.0) else {
            return Vec::new();
        };
        let menu = self.0.menu(state, round, to, words).into_iter();
        menu.map(|choice| Choice {
            slot: choice.slot,
            options: choice
                .options
                .into_iter()
                .map(|offer| offer.map(hidden::<M>))
                .collect(),
        })
        .collect()
    }

    fn receive(
        &self,
        state: &mut AnyState,
        round: usize,
        from: General,
        message: &AnyMessage,
    ) -> Result<(), Refusal> {
        let state = (*state.0).as_any_mut().downcast_mut();
        match (state, shown(&*message.kept)) {
            (Some(state), Some(message)) => self.0.receive(state, round, from, message),
            _ => Err(Refusal::NoSuchPath),
        }
    }

    fn decide(&self, state: &AnyState) -> Option<Decision> {
        self.0.decide(shown(&*state.0)?)
    }

    fn forget(&self, state: &mut AnyState, round: usize) {
        if let Some(state) = (*state.0).as_any_mut().downcast_mut() {
            self.0.forget(state, round);
        }
    }
}

impl StepMachine for AnyMachine {
    type State = AnyState;
    type Message = AnyMessage;

    fn rounds(&self) -> usize {
        self.0.rounds()
    }

    fn init(&self, general: General, input: Option<Order>) -> AnyState {
        self.0.init(general, input)
    }

    fn send(&self, state: &AnyState, round: usize, to: General) -> Vec<(Slot, AnyMessage)> {
        self.0.send(state, round, to)
    }

    fn offer(&self, state: &AnyState, slot: &Slot, word: Word) -> Offer<AnyMessage> {
        self.0.offer(state, slot, word)
    }

    fn menu(
        &self,
        state: &AnyState,
        round: usize,
        to: General,
        words: &[Word],
    ) -> Vec<Choice<AnyMessage>> {
        self.0.menu(state, round, to, words)
    }

    fn receive(
        &self,
        state: &mut AnyState,
        round: usize,
        from: General,
        message: &AnyMessage,
    ) -> Result<(), Refusal> {
        self.0.receive(state, round, from, message)
    }

    fn decide(&self, state: &AnyState) -> Option<Decision> {
        self.0.decide(state)
    }

    fn forget(&self, state: &mut AnyState, round: usize) {
        self.0.forget(state, round);
    }

    fn word(message: &AnyMessage) -> Word {
        message.word
    }
}

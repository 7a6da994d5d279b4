//! An army whose generals all run one reactive machine, whichever it is: the network that delivers its letters is built once,
//! and not once for each protocol.

use std::{any::Any, fmt, sync::Arc};

use crate::{
    protocol::{
        machine::{Decision, Offer, Refusal},
        reactive::{Reaction, ReactiveMachine},
    },
    scenario::Scenario,
    word::{General, Generals, Slot, Word},
};

/// What a messenger carries, whatever the protocol: its word is seen by all, the rest by those who know of what type it is.
///
/// ```
/// use generals::{Order, bracha::machine::Reliable, machine::deliver, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=bracha&n=4", LinkSize::Any).unwrap().scenario;
/// let run = deliver(Reliable::new(4, 1).unwrap(), &scenario);
/// let carried = run.deliveries[0].step.spoken.said.as_ref().unwrap();
/// assert_eq!(carried.word(), Order::Attack.into());
/// assert!(carried.get::<u8>().is_none(), "it is a letter, and no number");
/// ```
#[derive(Clone)]
pub struct Carried {
    word: Word,
    message: Arc<dyn Any + Send + Sync>,
}

impl Carried {
    fn of<M: ReactiveMachine>(message: M::Message) -> Self
    where
        M::Message: 'static,
    {
        Self {
            word: M::word(&message),
            message: Arc::new(message),
        }
    }

    /// Its word.
    #[must_use]
    pub const fn word(&self) -> Word {
        self.word
    }

    /// The message itself, if this is its type.
    #[must_use]
    pub fn get<T: 'static>(&self) -> Option<&T> {
        self.message.downcast_ref()
    }
}

impl fmt::Debug for Carried {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.word.fmt(out)
    }
}

/// What generals remember and what their machine says of it; the calls are those of [`ReactiveMachine`], by a general's number.
pub(crate) trait Army: Send + Sync {
    fn start(&mut self, general: General) -> Reaction<Carried>;
    fn receive(
        &mut self,
        to: General,
        from: General,
        message: &Carried,
    ) -> Result<Reaction<Carried>, Refusal>;
    fn time_out(&mut self, general: General) -> Reaction<Carried>;
    fn decide(&self, general: General) -> Option<Decision>;
    fn is_cut(&self, general: General) -> bool;
    fn epoch(&self, traitors: Generals) -> usize;
    fn open_slots(&self, epoch: usize, traitor: General) -> Vec<(Slot, Word)>;
    fn offer(&self, traitors: Generals, slot: &Slot, word: Word) -> Offer<Carried>;
    fn heeds_both(&self, slot: &Slot) -> bool;
}

/// The army of a scenario before anything happens, each general with what he starts with.
pub(crate) fn army_of<M: ReactiveMachine + 'static>(
    machine: M,
    scenario: &Scenario,
) -> Box<dyn Army> {
    let generals = scenario.generals().iter();
    let states = generals.map(|general| machine.init(general, scenario.input(general)));
    Box::new(Running {
        states: states.collect(),
        machine,
    })
}

/// An army with its machine.
struct Running<M: ReactiveMachine> {
    machine: M,
    /// What each general remembers, general 1 first.
    states: Vec<M::State>,
}

fn hidden<M: ReactiveMachine + 'static>(reaction: Reaction<M::Message>) -> Reaction<Carried> {
    let sends = reaction.sends.into_iter();
    Reaction {
        sends: sends
            .map(|(slot, message)| (slot, Carried::of::<M>(message)))
            .collect(),
        marks: reaction.marks,
    }
}

impl<M: ReactiveMachine + 'static> Army for Running<M> {
    fn start(&mut self, general: General) -> Reaction<Carried> {
        hidden::<M>(self.machine.start(&mut self.states[general.index()]))
    }

    fn receive(
        &mut self,
        to: General,
        from: General,
        message: &Carried,
    ) -> Result<Reaction<Carried>, Refusal> {
        let state = &mut self.states[to.index()];
        let message = message.get().ok_or(Refusal::NoSuchPath)?;
        let told = self.machine.receive(state, from, message)?;
        Ok(hidden::<M>(told))
    }

    fn time_out(&mut self, general: General) -> Reaction<Carried> {
        hidden::<M>(self.machine.time_out(&mut self.states[general.index()]))
    }

    fn decide(&self, general: General) -> Option<Decision> {
        self.machine.decide(&self.states[general.index()])
    }

    fn is_cut(&self, general: General) -> bool {
        self.machine.is_cut(&self.states[general.index()])
    }

    fn epoch(&self, traitors: Generals) -> usize {
        self.machine.epoch(&self.states, traitors)
    }

    fn open_slots(&self, epoch: usize, traitor: General) -> Vec<(Slot, Word)> {
        self.machine.open_slots(&self.states, epoch, traitor)
    }

    fn offer(&self, traitors: Generals, slot: &Slot, word: Word) -> Offer<Carried> {
        let offer = self.machine.offer(&self.states, traitors, slot, word);
        offer.map(Carried::of::<M>)
    }

    fn heeds_both(&self, slot: &Slot) -> bool {
        self.machine.heeds_both(slot)
    }
}

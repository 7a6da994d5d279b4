//! What happens at a step of a run.

use crate::{
    protocol::machine::Refusal,
    word::{Order, Slot, Word},
};

/// What happens at a step.
///
/// ```
/// use generals::{Event, Trace, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let events: Vec<Event> = (1..=trace.len()).filter_map(|step| trace.event(step)).collect();
/// let messages = events.iter().filter(|event| matches!(event, Event::Message(_)));
/// assert_eq!((messages.count(), events.len()), (9, 10), "the last event is the decision");
/// ```
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
///
/// ```
/// use generals::{Event, Order, Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=om&n=4&t=3&x=1.3-2R", LinkSize::Stepped).unwrap().scenario;
/// let slot = scenario.lies().keys().next().unwrap().clone();
/// let trace = Trace::new(scenario).unwrap();
/// let Some(Event::Message(message)) = trace.event(trace.step_of(&slot).unwrap()) else { panic!() };
/// assert_eq!((message.slot, message.said.word), (slot, Order::Retreat.into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Where: round, label, sender and recipient.
    pub slot: Slot,
    /// What is said and what should have been.
    pub said: Said,
    /// How it came where messengers are slow; `None` in rounds.
    #[cfg(feature = "network")]
    pub delivery: Option<Arrival>,
}

impl Message {
    /// The round of its delivery: of its slot, or how deep it rests on others where messengers are slow.
    #[must_use]
    pub fn round(&self) -> usize {
        #[cfg(feature = "network")]
        if let Some(arrival) = self.delivery {
            return arrival.depth;
        }
        self.slot.round
    }
}

/// How a letter came where messengers are slow.
///
/// ```
/// use generals::{Arrival, Event, Trace, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=bracha&n=4", LinkSize::Any).unwrap().scenario).unwrap();
/// let Some(Event::Message(message)) = trace.event(1) else { panic!() };
/// assert_eq!(message.delivery, Some(Arrival { depth: 1, sent: 0, decides: None }));
/// ```
#[cfg(feature = "network")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// 1 more than the greatest depth among what had reached its sender when he sent it.
    pub depth: usize,
    /// After how many steps it was under way.
    pub sent: usize,
    /// What its recipient decides when it reaches him, if he does then.
    pub decides: Option<Order>,
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
///
/// ```
/// use generals::{Trace, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let snapshot = trace.snapshot(3);
/// assert_eq!((snapshot.round, snapshot.heard), (1, vec![0, 1, 1, 1]));
/// assert_eq!(snapshot.decisions, [None; 4], "nobody has decided yet");
/// ```
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

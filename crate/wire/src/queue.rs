//! What is under way where messengers are slow, and how long it is held back.

use generals::{Event, Message, Trace, Until};
use serde::Serialize;

use crate::{event::MessageEvent, scenario::Delay};

/// A letter under way.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Queued {
    /// The step as which it will be delivered; 0: never, because the limit of deliveries ends the run before.
    pub step: usize,
    /// What will be delivered.
    pub event: MessageEvent,
    /// Whether it is held back: true until nothing else is under way, or the step until which it is, 0 for after all else.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub held: Option<HeldUntil>,
}

/// Until when a letter is held back.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged)]
pub enum HeldUntil {
    /// Until nothing else is under way.
    Idle(#[cfg_attr(test, ts(type = "true"))] bool),
    /// Until this step; 0: until all else is over.
    Step(usize),
}

impl Queued {
    /// What is under way after so many steps, in the order of delivery; at the end what never comes.
    #[must_use]
    pub fn all(trace: &Trace, step: usize) -> Vec<Self> {
        let delays = trace.scenario().schedule();
        let delays = delays.map_or(&[][..], |schedule| &schedule.delays);
        let queued = |step: usize, message: &Message| {
            let delay = delays.iter().find(|delay| delay.slot == message.slot);
            Self {
                step,
                event: MessageEvent::of(message, trace.scenario()),
                held: delay.map(|delay| match delay.until {
                    Until::Idle => HeldUntil::Idle(true),
                    Until::Step(step) => HeldUntil::Step(step),
                    Until::End => HeldUntil::Step(0),
                }),
            }
        };
        let steps = trace.under_way(step).into_iter();
        let coming = steps.filter_map(|step| match trace.event(step)? {
            Event::Message(message) => Some(queued(step, &message)),
            Event::Decide { .. } => None,
        });
        let left = trace.never_delivered(step);
        let left = left.iter().map(|message| queued(0, message));
        coming.chain(left).collect()
    }
}

/// What is held back though it is never sent.
#[must_use]
pub fn unsent(trace: &Trace) -> Vec<Delay> {
    trace.unsent().iter().map(Delay::of).collect()
}

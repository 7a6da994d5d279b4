//! The words of an attack that need naming: those that differ from what an honest general would have said.

use crate::{
    scenario::Scenario,
    trace::{Event, Trace},
};

/// Leaves out what an honest general would have said too: the run stays the same. Signed traitors show nothing
/// that is not named, so there every word counts.
pub(crate) fn without_honest_words(mut army: Scenario, trace: &Trace) -> Scenario {
    if army.protocol.is_signed() {
        return army;
    }
    for step in 1..trace.len() {
        if let Some(Event::Message(message)) = trace.event(step)
            && !message.said.is_lie()
        {
            army.lies.remove(&message.slot);
        }
    }
    army
}

/// The same where the run has yet to be made; one that is too large to be stepped through stays as it is.
pub(crate) fn named_lies(army: Scenario) -> Scenario {
    match Trace::new(army.clone()) {
        Ok(trace) => without_honest_words(army, &trace),
        Err(_) => army,
    }
}

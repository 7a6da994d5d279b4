//! The words of an attack that need naming: those that differ from what would have been said without them.

use crate::{
    protocol::Spec,
    run::{Event, Trace},
    scenario::{Scenario, Strategy},
    word::{Lies, Words},
};

/// How traitors act where a search names what they say. Where silence is not missed they show nothing that is not named,
/// else what an honest general would say.
pub(crate) const fn bare_strategy(spec: &Spec) -> Strategy {
    if spec.notices_silence {
        Strategy::Honest
    } else {
        Strategy::Silent
    }
}

/// Leaves out what an honest general would have said too: the run stays the same. Where traitors show nothing
/// that is not named, every word counts.
pub(crate) fn without_honest_words(mut army: Scenario, trace: &Trace) -> Scenario {
    if army.strategy() != Strategy::Honest {
        return army;
    }
    for step in 1..trace.len() {
        if let Some(Event::Message(message)) = trace.event(step)
            && !message.said.is_lie()
        {
            army.adversary.lies.remove(&message.slot);
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

/// The same run with each lie named, whatever strategy told it. What is said in a slot beside a lie is named with it.
pub(crate) fn spelled_out(run: &Scenario) -> Scenario {
    let Ok(trace) = Trace::new(run.clone()) else {
        return run.clone();
    };
    let (mut said, mut lies) = (Lies::new(), Lies::new());
    for step in 1..trace.len() {
        if let Some(Event::Message(message)) = trace.event(step) {
            let words = said.entry(message.slot.clone()).or_default();
            *words = words.with(message.said.word);
            if message.said.is_lie() {
                lies.insert(message.slot, Words::SILENCE);
            }
        }
    }
    said.retain(|slot, _| lies.contains_key(slot));
    run.with_lies(Strategy::Honest, said)
}

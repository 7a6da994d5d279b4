//! The one door for evil: what a traitor says in a slot is chosen from what the protocol offers there.
//!
//! A strategy, a lie in a link, a click and what a search found are all the same: a word for a slot.

use crate::{
    protocol::machine::StepMachine,
    scenario::Scenario,
    word::{General, Slot, Word, Words, sort_by},
};

/// A slot in which something was said, or should have been.
///
/// ```
/// use generals::{General, Order, machine::{StepMachine, speak}, om::machine::Oral};
/// use generals::link::{LinkSize, parse};
///
/// let scenario = parse("v=1&p=om&n=3&t=1&s=split", LinkSize::Any).unwrap().scenario;
/// let (machine, commander) = (Oral::new(3, 1).unwrap(), General::COMMANDER);
/// let state = machine.init(commander, scenario.input(commander));
/// let spoken = speak(&machine, &scenario, &state, commander, 1, General::new(2).unwrap()).remove(0);
/// assert_eq!(spoken.said.unwrap().order, Order::Retreat);
/// assert_eq!(spoken.honest.unwrap().order, Order::Attack);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken<M> {
    /// Where.
    pub slot: Slot,
    /// What is said; `None` is silence.
    pub said: Option<M>,
    /// What an honest general would have said; `None` is silence too.
    pub honest: Option<M>,
}

/// What a traitor of a scenario tells a neighbour in a round: in the slots where an honest general would say something,
/// and in those that a lie names.
pub fn speak<M: StepMachine>(
    machine: &M,
    scenario: &Scenario,
    state: &M::State,
    from: General,
    round: usize,
    to: General,
) -> Vec<Spoken<M::Message>> {
    let honest = machine.send(state, round, to);
    let mut slots: Vec<Slot> = honest.iter().map(|(slot, _)| slot.clone()).collect();
    let named = scenario.lies().keys();
    slots.extend(
        named
            .filter(|slot| slot.round == round && slot.from == from && slot.to == to)
            .cloned(),
    );
    sort_by(&mut slots, Slot::cmp);
    slots.dedup();
    let mut spoken = Vec::new();
    for slot in slots {
        let here = honest.iter().filter(|(other, _)| *other == slot);
        let here: Vec<&M::Message> = here.map(|(_, message)| message).collect();
        let words = words::<M>(scenario, &slot, &here);
        spoken.extend(say(machine, state, slot, words, &here));
    }
    spoken
}

/// What is said in a slot where an honest general would say this.
fn words<M: StepMachine>(scenario: &Scenario, slot: &Slot, honest: &[&M::Message]) -> Words {
    if let Some(words) = scenario.lies().get(slot) {
        return *words;
    }
    let (strategy, seed) = (scenario.strategy(), scenario.seed());
    honest.iter().fold(Words::SILENCE, |words, message| {
        words.with(strategy.word(seed, slot, M::word(message)))
    })
}

/// Pairs what is said in a slot with what an honest general would say there: equal words first, then what is left of
/// either.
fn say<M: StepMachine>(
    machine: &M,
    state: &M::State,
    slot: Slot,
    said: Words,
    honest: &[&M::Message],
) -> Vec<Spoken<M::Message>> {
    let honest_says = |word: Word| {
        honest
            .iter()
            .copied()
            .find(|message| M::word(message) == word)
    };
    let spoken = |said: Option<M::Message>, honest: Option<&M::Message>| Spoken {
        slot: slot.clone(),
        said,
        honest: honest.cloned(),
    };
    let offered = |word| machine.offer(state, &slot, word).into_message();
    let mut all: Vec<_> = said
        .spoken()
        .filter_map(honest_says)
        .map(|message| spoken(Some(message.clone()), Some(message)))
        .collect();
    let mut more = said.spoken().filter(|word| honest_says(*word).is_none());
    let mut less = honest.iter().filter(|message| !said.has(M::word(message)));
    loop {
        match (more.next(), less.next()) {
            (None, None) => break,
            (word, message) => all.push(spoken(word.and_then(offered), message.copied())),
        }
    }
    if all.is_empty() {
        // A lie says silence where an honest general says nothing: named, so a step.
        all.push(spoken(None, None));
    }
    all
}

impl<M: Clone> Spoken<M> {
    /// What an honest general says.
    pub(crate) fn honestly((slot, message): (Slot, M)) -> Self {
        Self {
            slot,
            said: Some(message.clone()),
            honest: Some(message),
        }
    }
}

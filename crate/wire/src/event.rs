//! What a step of a run is.

use std::collections::BTreeMap;

#[cfg(any(feature = "lab", feature = "two"))]
use generals::General;
use generals::{Event, Message, Scenario, Trace, Verdict, map_of};
use serde::Serialize;

use crate::names::{Id, Order, Refusal, Word, label, word};
#[cfg(feature = "marks")]
use crate::part::Part;

/// What generals obey, by their numbers.
pub type Decisions = BTreeMap<String, Order>;

/// The same where some may never decide.
pub type Decided = BTreeMap<String, Option<Order>>;

/// Decisions of the core.
#[cfg(any(feature = "lab", feature = "two"))]
pub(crate) fn decisions<'a>(
    all: impl Iterator<Item = (&'a General, &'a generals::Order)>,
) -> Decisions {
    map_of(all.map(|(general, order)| (general.to_string(), Order(*order))))
}

/// What each loyal decider ends with.
pub(crate) fn decided(verdict: &Verdict) -> Decided {
    let decided = verdict.decisions.iter();
    let decided = decided.map(|(general, order)| (general.to_string(), Some(Order(*order))));
    let undecided = verdict.undecided.iter();
    map_of(decided.chain(undecided.map(|general| (general.to_string(), None))))
}

/// What a step is.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged)]
pub enum StepEvent {
    /// A messenger arrives, or one that should have come does not.
    Message(MessageEvent),
    /// All decide.
    Decide(DecideEvent),
}

/// A messenger arrives, or one that should have come does not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct MessageEvent {
    /// Always `message`.
    #[cfg_attr(test, ts(inline))]
    pub kind: MessageKind,
    /// When, from 1.
    pub round: usize,
    /// Who sent it.
    pub from: Id,
    /// Whom it reaches.
    pub to: Id,
    /// What keeps it apart from others; of a relayed order who has passed it on, the sender last.
    pub path: Vec<u16>,
    /// What it says.
    pub said: Word,
    /// What a loyal general would have said.
    pub honest: Word,
    /// Whether the two differ.
    pub lie: bool,
    /// Why it was not taken in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub refused: Option<Refusal>,
    /// True where its messenger was caught on the way, which is no lie; else not there.
    #[cfg(feature = "two")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "true"))]
    pub caught: Option<bool>,
    /// What it is for, where its path does not say it.
    #[cfg(feature = "marks")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub part: Option<Part>,
    /// True where `N` can be said too; else not there.
    #[cfg(feature = "marks")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "true"))]
    pub neither: Option<bool>,
    /// After how many steps it was under way, where messengers are slow.
    #[cfg(feature = "network")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub sent: Option<usize>,
    /// What its recipient decides when it reaches him, if he does then, where messengers are slow.
    #[cfg(feature = "network")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub decides: Option<Order>,
}

/// The kind of a message.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum MessageKind {
    /// The one there is.
    Message,
}

/// All decide.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct DecideEvent {
    /// Always `decide`.
    #[cfg_attr(test, ts(inline))]
    pub kind: DecideKind,
    /// The last round.
    pub round: usize,
    /// What each loyal lieutenant obeys.
    #[cfg_attr(
        all(feature = "json", not(test)),
        serde(serialize_with = "crate::by_number::all")
    )]
    #[cfg_attr(test, ts(type = "Record<string, Order | null>"))]
    pub decisions: Decided,
}

/// The kind of the decision.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum DecideKind {
    /// The one there is.
    Decide,
}

impl MessageEvent {
    /// The core's message.
    #[must_use]
    #[cfg_attr(not(feature = "marks"), allow(unused_variables))]
    pub fn of(message: &Message, scenario: &Scenario) -> Self {
        let Message { slot, said, .. } = message;
        Self {
            kind: MessageKind::Message,
            round: message.round(),
            from: slot.from.number(),
            to: slot.to.number(),
            path: label(&slot.label),
            said: word(said.word),
            honest: word(said.honest),
            lie: said.is_lie(),
            #[cfg(feature = "two")]
            refused: said
                .refused
                .filter(|why| *why != generals::machine::Refusal::Caught)
                .map(Refusal),
            #[cfg(not(feature = "two"))]
            refused: said.refused.map(Refusal),
            #[cfg(feature = "marks")]
            part: Part::of(scenario, &slot.label),
            #[cfg(feature = "marks")]
            neither: has_neither(scenario, slot).then_some(true),
            #[cfg(feature = "network")]
            sent: message.delivery.map(|arrival| arrival.sent),
            #[cfg(feature = "network")]
            decides: message
                .delivery
                .and_then(|arrival| arrival.decides)
                .map(Order),
            #[cfg(feature = "two")]
            caught: (said.refused == Some(generals::machine::Refusal::Caught)).then_some(true),
        }
    }
}

/// Whether a word for neither order can stand in a slot.
#[cfg(feature = "marks")]
fn has_neither(scenario: &Scenario, slot: &generals::Slot) -> bool {
    let neither = generals::Word::Neither;
    scenario.spec().words.contains(&neither) && scenario.has_word(slot, neither)
}

impl StepEvent {
    /// An event of a run.
    #[must_use]
    pub fn of(event: &Event, trace: &Trace) -> Self {
        match event {
            Event::Message(message) => Self::Message(MessageEvent::of(message, trace.scenario())),
            Event::Decide { round } => Self::Decide(DecideEvent {
                kind: DecideKind::Decide,
                round: *round,
                decisions: decided(trace.verdict()),
            }),
        }
    }
}

//! What one general knows.

use serde::Serialize;

use crate::names::{Id, Order, Protocol, Refusal, Word, label, word};
#[cfg(feature = "marks")]
use crate::part::Part;

/// What one general knows; equal views are deeply equal.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct View {
    /// Who he is.
    pub general: Id,
    /// Generals, the commander included.
    pub n: usize,
    /// Rounds of relay.
    pub m: usize,
    /// What all have agreed to run.
    pub protocol: Protocol,
    /// What he started with: a commander's order, or his opinion.
    pub order: Option<Order>,
    /// What he was told, in the order of steps.
    #[cfg_attr(test, ts(inline))]
    pub received: Vec<Received>,
    /// What he said, in the order of steps.
    #[cfg_attr(test, ts(inline))]
    pub sent: Vec<Sent>,
}

/// A message as its recipient sees it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Received {
    /// When, from 1.
    pub round: usize,
    /// Who is said to have said it; the last one told him himself.
    pub path: Vec<u16>,
    /// What.
    pub said: Word,
    /// What it is for, where its path does not say it.
    #[cfg(feature = "marks")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub part: Option<Part>,
    /// Why he did not take it in.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub refused: Option<Refusal>,
}

/// A message as its sender sees it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Sent {
    /// When, from 1.
    pub round: usize,
    /// Who has passed the word on, himself last.
    pub path: Vec<u16>,
    /// To whom.
    pub to: Id,
    /// What.
    pub said: Word,
    /// What it is for, where its path does not say it.
    #[cfg(feature = "marks")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub part: Option<Part>,
}

impl View {
    /// The core's view of a run.
    #[must_use]
    pub fn of(view: &generals::View, scenario: &generals::Scenario) -> Self {
        #[cfg(not(feature = "marks"))]
        let _ = scenario;
        let received = view.received.iter().map(|message| Received {
            round: message.round,
            path: label(&message.label),
            said: word(message.said),
            #[cfg(feature = "marks")]
            part: Part::of(scenario, &message.label),
            refused: message.refused.map(Refusal),
        });
        let sent = view.sent.iter().map(|message| Sent {
            round: message.round,
            path: label(&message.label),
            to: message.to.number(),
            said: word(message.said),
            #[cfg(feature = "marks")]
            part: Part::of(scenario, &message.label),
        });
        Self {
            general: view.general.number(),
            n: view.n,
            m: view.m,
            protocol: Protocol(view.protocol),
            order: view.order.map(Order),
            received: received.collect(),
            sent: sent.collect(),
        }
    }
}

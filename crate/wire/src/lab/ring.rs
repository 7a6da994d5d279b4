//! The ring of copies and the armies read off it.

use generals::{Generals, lab::ring};
use serde::Serialize;

use super::{
    kind::{RingSource, Theorem},
    link::link_of,
};
use crate::names::{Condition, CopyName, Id, Order, Word, ids, label, word};

/// That a window breaks is a theorem (Fischer, Lynch and Merritt 1986); which one was run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Ring {
    /// How it is known.
    #[cfg_attr(test, ts(inline))]
    pub kind: Theorem,
    /// From where.
    #[cfg_attr(test, ts(inline))]
    pub source: RingSource,
    /// The army cut in three.
    pub blocs: Vec<Vec<Id>>,
    /// What was said on the ring.
    pub messages: Vec<RingMessage>,
    /// What each copy obeys.
    #[cfg_attr(test, ts(inline))]
    pub decisions: Vec<RingDecision>,
    /// The armies read off it.
    pub windows: Vec<RingWindow>,
}

/// One of the two copies of a general on the ring: the commander of copy a is told to retreat, of copy b to attack.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RingCopy {
    /// Of whom.
    pub general: Id,
    /// Which.
    #[cfg_attr(test, ts(inline))]
    pub copy: CopyName,
}

/// What one copy tells another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RingMessage {
    /// When, from 1.
    pub round: usize,
    /// Who.
    pub from: RingCopy,
    /// Whom.
    pub to: RingCopy,
    /// Who has passed the word on, the sender last.
    pub path: Vec<u16>,
    /// What.
    pub said: Word,
}

/// What a copy obeys.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RingDecision {
    /// Who.
    #[serde(flatten)]
    pub copy: RingCopy,
    /// What.
    pub order: Order,
}

/// An army read off the ring.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct RingWindow {
    /// The copies that are its loyal generals.
    pub loyal: Vec<RingCopy>,
    /// Who is a traitor in it.
    pub traitors: Vec<Id>,
    /// Its commander's order.
    pub order: Order,
    /// What is asked of it.
    pub condition: Condition,
    /// Whether it holds.
    pub holds: bool,
    /// Run for itself, its loyal generals saw what their copies saw.
    pub same_eyes: bool,
    /// The first message in it that its traitors cannot write, for a loyal general's signature stands on it.
    #[cfg_attr(test, ts(inline))]
    pub forged: Option<Slot>,
    /// The run.
    pub link: Option<String>,
}

/// Where one word is said.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Slot {
    /// Who has passed the word on, the sender last.
    pub path: Vec<u16>,
    /// To whom.
    pub to: Id,
}

impl Ring {
    /// The core's ring over these blocs.
    #[must_use]
    pub fn of(blocs: [Generals; 3], ring: &ring::Ring) -> Self {
        let messages = ring.messages.iter().map(|message| RingMessage {
            round: message.round,
            from: RingCopy::of(&message.from),
            to: RingCopy::of(&message.to),
            path: label(&message.slot.label),
            said: word(message.said),
        });
        let decisions = ring.decisions.iter().map(|(decided, order)| RingDecision {
            copy: RingCopy::of(decided),
            order: Order(*order),
        });
        Self {
            kind: Theorem::Theorem,
            source: RingSource::Flm86,
            blocs: blocs.map(ids).into(),
            messages: messages.collect(),
            decisions: decisions.collect(),
            windows: ring.windows.iter().map(RingWindow::of).collect(),
        }
    }
}

impl RingCopy {
    fn of(copy: &ring::Copy) -> Self {
        Self {
            general: copy.general.number(),
            copy: CopyName(copy.is_b),
        }
    }
}

impl RingWindow {
    fn of(window: &ring::Window) -> Self {
        Self {
            loyal: window.loyal.iter().map(RingCopy::of).collect(),
            traitors: ids(window.scenario.traitors()),
            order: Order(window.scenario.order()),
            condition: Condition(window.condition),
            holds: window.holds,
            same_eyes: window.same_eyes,
            forged: window.forged.as_ref().map(|slot| Slot {
                path: label(&slot.label),
                to: slot.to.number(),
            }),
            link: link_of(&window.scenario),
        }
    }
}

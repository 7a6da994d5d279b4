//! What decides a run.

use serde::Serialize;

use crate::names::{Id, Order, Protocol, Strategy, Word, ids, label, word};

/// What decides a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Scenario {
    /// What all have agreed to run.
    pub protocol: Protocol,
    /// Generals, the commander included.
    pub n: usize,
    /// Rounds of relay.
    pub m: usize,
    /// The commander's order; null where nobody commands.
    pub order: Option<Order>,
    /// Everybody's opinion, a letter each, general 1 first; not there where only a commander starts with something.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub i: Option<String>,
    /// Who is a traitor.
    pub traitors: Vec<Id>,
    /// What traitors say where no lie is named.
    pub strategy: Strategy,
    /// Digits: a seed may be larger than a JavaScript number holds.
    pub seed: String,
    /// Loyal generals whose keys are stolen; not there where none are.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub stolen: Option<Vec<Id>>,
    /// The lies that are named, in the order of steps.
    pub lies: Vec<Lie>,
}

/// What one traitor says in one slot; the speaker is the last on the path.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Lie {
    /// What keeps it apart from others; of a relayed order who has passed it on.
    pub path: Vec<u16>,
    /// To whom.
    pub to: Id,
    /// What.
    pub said: Word,
}

impl Scenario {
    /// The core's scenario.
    #[must_use]
    pub fn of(scenario: &generals::Scenario) -> Self {
        let lies = scenario.lies().iter();
        let commands = scenario.spec().inputs == generals::Inputs::Commander;
        Self {
            protocol: Protocol(scenario.protocol()),
            n: scenario.n(),
            m: scenario.m(),
            order: commands.then(|| Order(scenario.order())),
            i: (!commands).then(|| scenario.opinion_letters()),
            traitors: ids(scenario.traitors()),
            strategy: Strategy(scenario.strategy()),
            seed: scenario.seed().to_string(),
            stolen: Some(ids(scenario.stolen())).filter(|stolen| !stolen.is_empty()),
            lies: lies
                .flat_map(|(slot, words)| words.iter().map(move |word| (slot, word)))
                .map(|(slot, said)| Lie {
                    path: label(&slot.label),
                    to: slot.to.number(),
                    said: word(said),
                })
                .collect(),
        }
    }
}

//! What decides a run.

use serde::Serialize;

#[cfg(feature = "network")]
use crate::names::DeliveryOrder;
#[cfg(feature = "trust")]
use crate::names::Rule;
#[cfg(feature = "marks")]
use crate::names::Variant;
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
    /// By which rule letters are delivered, where messengers may be slow.
    #[cfg(feature = "network")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub q: Option<DeliveryOrder>,
    /// What is held back, where messengers may be slow.
    #[cfg(feature = "network")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub d: Option<Vec<Delay>>,
    /// Who trusts whom, the first the second; only there where an order is settled.
    #[cfg(feature = "trust")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub w: Option<Vec<[Id; 2]>>,
    /// By which rule an order is settled; of two generals how many messengers must have come to each before he attacks.
    #[cfg(feature = "trust")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub by: Option<By>,
    /// The text of the program that all run; only there where the link brings one.
    #[cfg(feature = "own")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub prog: Option<String>,
    /// Which messenger of two generals is caught, from 1; 0: none.
    #[cfg(feature = "two")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub lost: Option<usize>,
}

/// What decides, where a protocol leaves it open.
#[cfg(feature = "trust")]
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged)]
pub enum By {
    /// A rule, by its name.
    Rule(Rule),
    /// How many messengers must have come to general 1, and to general 2.
    Needs([usize; 2]),
    /// Another form of the protocol.
    #[cfg(feature = "marks")]
    Variant(Variant),
}

/// A slot whose letters are held back.
#[cfg(feature = "network")]
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Delay {
    /// The numbers of its position.
    pub path: Vec<u16>,
    /// To whom.
    pub to: Id,
    /// The step as which it is delivered, 0 for after all else; left out where it comes when nothing else is under way.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub step: Option<usize>,
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
        let commands = scenario.spec().inputs != generals::Inputs::Everyone;
        #[cfg(feature = "trust")]
        let terms = scenario.terms();
        #[cfg(feature = "two")]
        let plan = scenario.plan();
        #[cfg(feature = "network")]
        let schedule = scenario.schedule();
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
            #[cfg(feature = "network")]
            q: schedule.map(|schedule| DeliveryOrder(schedule.order)),
            #[cfg(feature = "network")]
            d: schedule.map(|schedule| schedule.delays.iter().map(Delay::of).collect()),
            #[cfg(feature = "trust")]
            w: terms.map(|terms| crate::trust::pairs(&terms.graph)),
            #[cfg(feature = "trust")]
            by: terms
                .map(|terms| By::Rule(Rule(terms.rule)))
                .or_else(|| plan.map(|plan| By::Needs(plan.needs)))
                .or_else(|| by_variant(scenario)),
            #[cfg(feature = "own")]
            prog: scenario.program().map(generals::program::Program::print),
            #[cfg(feature = "two")]
            lost: plan.map(|plan| plan.lost),
        }
    }
}

#[cfg(all(feature = "trust", feature = "marks"))]
fn by_variant(scenario: &generals::Scenario) -> Option<By> {
    scenario
        .variant()
        .map(|variant| By::Variant(Variant(variant)))
}

#[cfg(all(feature = "trust", not(feature = "marks")))]
fn by_variant(_: &generals::Scenario) -> Option<By> {
    None
}

#[cfg(feature = "network")]
impl Delay {
    pub(crate) fn of(delay: &generals::Delay) -> Self {
        Self {
            path: label(&delay.slot.label),
            to: delay.slot.to.number(),
            step: match delay.until {
                generals::Until::Idle => None,
                generals::Until::Step(step) => Some(step),
                generals::Until::End => Some(0),
            },
        }
    }
}

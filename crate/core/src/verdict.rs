//! The verdict: did the loyal agree, did they obey, and who is the witness where they did not.

use std::collections::BTreeMap;

use crate::{
    general::{General, Generals},
    om::count::MessageCounts,
    order::Order,
    scenario::Scenario,
    sorted::map_of,
};

/// IC1 of LSP82 §1: all loyal lieutenants obey the same order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Whether it holds; it does where there is no loyal lieutenant.
    pub holds: bool,
    /// The two smallest loyal lieutenants that differ; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// IC2 of LSP82 §1: if the commander is loyal, every loyal lieutenant obeys his order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validity {
    /// Whether it holds; `None` if the commander is a traitor, when nothing is required.
    pub holds: Option<bool>,
    /// The smallest loyal lieutenant that disobeys; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// What came out of a whole run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What each loyal lieutenant obeys.
    pub decisions: BTreeMap<General, Order>,
    /// Do they agree?
    pub agreement: Agreement,
    /// Do they obey?
    pub validity: Validity,
    /// Oral: one message for each path and recipient, silent or not. Signed: those that carry a word.
    pub messages: MessageCounts,
    /// Messages that differ from the honest one, silence included; `None` where they were not counted.
    pub lies: Option<u64>,
}

impl Verdict {
    /// The verdict on a run in which exactly the generals of `attackers` attack.
    pub(crate) fn of(
        scenario: &Scenario,
        attackers: Generals,
        messages: MessageCounts,
        lies: Option<u64>,
    ) -> Self {
        let loyal = scenario.loyal_lieutenants();
        let decided = |general| (general, Order::from_bit(attackers.contains(general)));
        let decisions = map_of(loyal.iter().map(decided));
        Self {
            agreement: agreement(&decisions),
            validity: validity(scenario, &decisions),
            messages,
            decisions,
            lies,
        }
    }
}

fn agreement(decisions: &BTreeMap<General, Order>) -> Agreement {
    let mut all = decisions.iter();
    let witnesses = all
        .next()
        .and_then(|(first, order)| {
            let other = all.find(|(_, other)| *other != order)?;
            Some(vec![*first, *other.0])
        })
        .unwrap_or_default();
    Agreement {
        holds: witnesses.is_empty(),
        witnesses,
    }
}

fn validity(scenario: &Scenario, decisions: &BTreeMap<General, Order>) -> Validity {
    if !scenario.is_loyal(General::COMMANDER) {
        return Validity {
            holds: None,
            witnesses: Vec::new(),
        };
    }
    let witness = decisions
        .iter()
        .find(|(_, order)| **order != scenario.order())
        .map(|(general, _)| *general);
    Validity {
        holds: Some(witness.is_none()),
        witnesses: witness.into_iter().collect(),
    }
}

//! What came out of a run.

use std::collections::BTreeMap;

use generals::{Condition, Generals, map_of};
use serde::Serialize;

use crate::{
    counts::MessageCounts,
    event::{Decided, decided},
    names::Id,
};

/// What came out of a whole run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Verdict {
    /// What each loyal lieutenant obeys.
    #[cfg_attr(
        all(feature = "json", not(test)),
        serde(serialize_with = "crate::by_number::all")
    )]
    #[cfg_attr(test, ts(type = "Record<string, Order | null>"))]
    pub decisions: Decided,
    /// IC1: all loyal lieutenants obey the same order.
    #[cfg_attr(test, ts(inline))]
    pub agreement: Agreement,
    /// IC2: if the commander is loyal, every loyal lieutenant obeys his order; null where a run is not judged by it.
    #[cfg_attr(test, ts(inline))]
    pub validity: Validity,
    /// Of an order: an honest customer who meant not to pay is not charged by an honest payment service.
    #[cfg(feature = "trust")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, inline))]
    pub consent: Option<Validity>,
    /// Of an order: an honest shop does not ship while an honest payment service says that nothing was paid.
    #[cfg(feature = "trust")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, inline))]
    pub delivery: Option<Validity>,
    /// Of two generals: when every messenger arrives and the order is attack, both attack.
    #[cfg(feature = "two")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, inline))]
    pub attacks: Option<Validity>,
    /// Where no round ends by itself: whether every loyal general decided; of a reliable broadcast, all of them or none.
    #[cfg(feature = "network")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, inline))]
    pub termination: Option<Validity>,
    /// For each of them his vector of opinions, a letter a general; not there where nobody has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        all(feature = "json", not(test)),
        serde(serialize_with = "crate::by_number::some")
    )]
    #[cfg_attr(test, ts(optional, type = "Record<string, string>"))]
    pub vectors: Option<BTreeMap<String, String>>,
    /// How many messages there were.
    pub messages: MessageCounts,
    /// Messages that differ from the honest one, silence included; null where they were not counted.
    pub lies: Option<f64>,
}

/// Whether the loyal agree.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Agreement {
    /// Whether it holds.
    pub holds: bool,
    /// The two smallest loyal lieutenants that differ; nobody where it holds.
    pub witnesses: Vec<Id>,
}

/// Whether a condition holds that may require nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Validity {
    /// Whether it holds; null where nothing is required: of validity if the commander is a traitor.
    pub holds: Option<bool>,
    /// The smallest loyal decider that breaks it; nobody where it holds.
    pub witnesses: Vec<Id>,
}

impl Verdict {
    /// The core's verdict.
    #[must_use]
    pub fn of(verdict: &generals::Verdict) -> Self {
        let vectors = verdict.vectors.iter();
        let vectors = vectors.map(|(general, attackers)| {
            (general.to_string(), letters(*attackers, verdict.generals))
        });
        let judged = |condition| {
            let judged = verdict.condition(condition)?;
            let witnesses = judged.witnesses.iter().map(|general| general.number());
            Some(Validity {
                holds: judged.holds,
                witnesses: witnesses.collect(),
            })
        };
        let agreement = judged(Condition::Agreement).unwrap_or_default();
        Self {
            decisions: decided(verdict),
            agreement: Agreement {
                holds: agreement.holds == Some(true),
                witnesses: agreement.witnesses,
            },
            validity: judged(Condition::Validity).unwrap_or_default(),
            #[cfg(feature = "trust")]
            consent: judged(Condition::Consent),
            #[cfg(feature = "trust")]
            delivery: judged(Condition::Delivery),
            #[cfg(feature = "two")]
            attacks: judged(Condition::Attacks),
            #[cfg(feature = "network")]
            termination: judged(Condition::Termination),
            vectors: Some(map_of(vectors)).filter(|vectors| !vectors.is_empty()),
            messages: MessageCounts::of(&verdict.messages),
            lies: verdict.lies.map(|count| count as f64),
        }
    }
}

/// A letter for each of n generals: who of them attacks.
fn letters(attackers: Generals, n: usize) -> String {
    let letter = |general| {
        if attackers.contains(general) {
            'A'
        } else {
            'R'
        }
    };
    Generals::all(n).iter().map(letter).collect()
}

//! What a link holds, and what theory promises of it, without running it.

use generals::{Key as CoreKey, link::Link};
use serde::Serialize;

use crate::{
    counts::MessageCounts,
    names::{Claim, Id, Key, Measure, Reason, ids},
    place::{Place, Presentation},
    scenario::Scenario,
    spec::Spec,
};

/// What a link holds, without running it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// The canonical scenario link.
    pub link: String,
    /// What decides the run.
    pub scenario: Scenario,
    /// Where in it the reader is.
    pub place: Place,
    /// How the page looks.
    pub presentation: Presentation,
    /// Keys that are not ours, and those of how the page looks with a value that is not known; at last what was left off.
    pub ignored: Vec<String>,
    /// Those of them that are ours, as they stand in the link: `q=lifo` under a protocol that does not know it.
    pub unused: Vec<String>,
    /// What stands behind the letter at which the link ends, since no link holds it.
    pub left_off: Option<String>,
    /// Keys of ours that stand in the link: a default that is written out is a wish, one that is left out is none.
    pub given: Vec<Key>,
    /// How many messages the run has.
    pub messages: MessageCounts,
    /// What theory promises.
    pub bound: Bound,
    /// Loyal generals whose keys are stolen.
    pub stolen: Vec<Id>,
    /// Why that is promised, or is not.
    pub grounds: Grounds,
    /// What the protocol says of itself.
    pub spec: Spec,
    /// How many rounds the run has.
    pub rounds: usize,
}

/// What theory promises for so many generals, relays and traitors.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Bound {
    /// How many traitors there are.
    pub traitors: usize,
    /// By the theorem of `source`: of OM(m) f <= m and n > 3m; of SM(m) f <= m with safe keys.
    pub theorem: bool,
    /// Of OM(m) f <= m and n > 2f+m, proved: by Lemma 1 (LSP82), and from it by induction; null where nothing is claimed (f >= n-1).
    pub exact: Option<bool>,
    /// Signed messages: loyal generals never send more (Dolev and Strong 1983); null under other protocols.
    pub loyal_messages: Option<f64>,
    /// With so many generals and this depth the theorem promises for so many traitors.
    #[cfg_attr(test, ts(inline))]
    pub enough: Option<Enough>,
}

/// Why something is promised, or is not.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Grounds {
    /// Why.
    pub reason: Reason,
    /// Where that is proved which `measure` is about; null for what is known to be wrong.
    pub source: Option<String>,
    /// What is told of it.
    pub claim: Claim,
    /// Which inequality decides it; null where nothing is claimed or nobody lies.
    pub measure: Option<Measure>,
    /// The other side of that inequality, as a number.
    pub against: Option<usize>,
}

/// So many generals and this depth.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Enough {
    /// Generals, the commander included.
    pub n: usize,
    /// Rounds of relay.
    pub m: usize,
}

impl Bound {
    fn of(run: &generals::Scenario) -> Self {
        let bound = run.bound();
        Self {
            traitors: bound.f,
            theorem: bound.theorem,
            exact: bound.exact,
            loyal_messages: bound.loyal_messages.map(|most| most as f64),
            enough: bound.enough.map(|(n, m)| Enough { n, m }),
        }
    }
}

impl Grounds {
    fn of(run: &generals::Scenario) -> Self {
        let bound = run.bound();
        Self {
            reason: Reason(bound.reason),
            source: bound.source.map(str::to_owned),
            claim: Claim(bound.claim),
            measure: bound.measure.map(Measure),
            against: bound
                .measure
                .map(|measure| measure.against(run.m(), bound.f)),
        }
    }
}

impl Reading {
    /// What this link holds, and which keys stand in it.
    #[must_use]
    pub fn of(link: &Link, given: &[CoreKey]) -> Self {
        let run = &link.scenario;
        Self {
            link: run.link(),
            scenario: Scenario::of(run),
            place: Place::of(&link.place),
            presentation: Presentation::of(&link.presentation),
            ignored: link.ignored.iter().map(|(key, _)| key.clone()).collect(),
            unused: unused(&link.ignored),
            left_off: link.left_off.clone(),
            given: given.iter().copied().map(Key).collect(),
            messages: MessageCounts::of(&generals::messages_at_most(run)),
            bound: Bound::of(run),
            stolen: ids(run.stolen()),
            grounds: Grounds::of(run),
            spec: Spec::of(run),
            rounds: run.rounds(),
        }
    }
}

fn unused(ignored: &[(String, String)]) -> Vec<String> {
    let ours = ignored.iter().filter(|(key, _)| CoreKey::of(key).is_some());
    ours.map(|(key, value)| [key, "=", value].concat())
        .collect()
}

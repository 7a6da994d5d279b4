//! What each protocol offers an army and asks of it, side by side: which one when.

use generals::{
    Changes, Protocol,
    link::{LinkSize, parse},
};
use serde::Serialize;

use crate::{
    counts::MessageCounts,
    names::{Measure, Need, Reason},
    reading::Enough,
    spec::Spec,
};

/// What a protocol offers an army and asks of it. Its army is the one asked about, or the nearest that it has.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// What it says of itself.
    pub spec: Spec,
    /// Generals.
    pub n: usize,
    /// Traitors that it is asked to survive.
    pub m: usize,
    /// Which inequality its promise is; null where how many there are decides nothing.
    pub measure: Option<Measure>,
    /// Whether that is promised to this army with m traitors.
    pub promised: bool,
    /// Why, or why not.
    pub reason: Reason,
    /// The fewest generals that m traitors cannot break.
    #[cfg_attr(test, ts(inline))]
    pub enough: Option<Enough>,
    /// Rounds; where messengers may be slow, those of a run in which none is.
    pub rounds: usize,
    /// Whether rounds and messages are those of one phase, and how many there are is open.
    pub per_phase: bool,
    /// Messages while all are loyal.
    pub messages: MessageCounts,
    /// Bits of a word.
    pub bits: u32,
    /// The most signatures that one message bears.
    pub seals: usize,
    /// What it stands on besides messengers who arrive.
    pub needs: Vec<Need>,
    /// A run of it that keeps its promise, with as many generals as are enough; of a protocol that promises nothing by their
    /// number just a run.
    pub kept: String,
    /// A run just beyond its promise that breaks a condition.
    pub beyond: Option<String>,
}

impl Offer {
    /// Of all protocols that there are, to an army of n with m.
    #[must_use]
    pub fn all(n: usize, m: usize) -> Vec<Self> {
        let all = Protocol::NAMES.iter();
        all.filter_map(|(_, protocol)| Self::of(*protocol, n, m))
            .collect()
    }

    fn of(protocol: Protocol, n: usize, m: usize) -> Option<Self> {
        let spec = protocol.spec();
        let usual = parse(&format!("v=1&p={}", spec.name), LinkSize::Any);
        let usual = usual.ok()?.scenario;
        let generals = spec.generals.nearest(n as u64);
        let asked = (spec.relays)(generals).nearest(m as u64);
        let army = usual.fork(&army_of(generals, asked)).ok()?;
        let (bound, price) = (army.bound_against(army.m()), army.price());
        let enough = bound.enough.filter(|_| army.m() > 0);
        let kept = enough.and_then(|(n, m)| {
            let generals = spec.generals.nearest(n as u64);
            // Those who come last: in most protocols they lead nothing.
            let traitors = (n.checked_sub(m)? as u64 + 1..=n as u64).collect();
            let changes = Changes {
                traitors: Some(traitors),
                ..army_of(generals, m as u64)
            };
            usual.fork(&changes).ok()
        });
        Some(Self {
            spec: Spec::of(&army),
            n: army.n(),
            m: army.m(),
            // Said of the usual army, so that it does not depend on the one asked about.
            measure: usual.bound_against(usual.m()).measure.map(Measure),
            promised: bound.theorem,
            reason: Reason(bound.reason),
            enough: enough.map(|(n, m)| Enough { n, m }),
            rounds: army.rounds(),
            per_phase: price.is_of_a_phase,
            messages: MessageCounts::of(&price.messages),
            bits: spec.words.len().next_power_of_two().trailing_zeros(),
            seals: price.seals,
            needs: price.needs.iter().copied().map(Need).collect(),
            kept: kept.unwrap_or(usual).link(),
            beyond: price.beyond.map(str::to_owned),
        })
    }
}

fn army_of(n: u64, m: u64) -> Changes {
    Changes {
        n: Some(n),
        m: Some(m),
        ..Changes::default()
    }
}

#[cfg(test)]
mod tests {
    use generals::{Trace, judge};

    use super::*;

    #[test]
    fn every_protocol_has_its_row_and_its_runs_are_what_they_are_said_to_be() {
        for (n, m) in [(4, 1), (7, 2), (3, 0), (64, 5)] {
            let all = Offer::all(n, m);
            assert_eq!(all.len(), Protocol::NAMES.len());
            for offer in all {
                let name = &offer.spec.protocol;
                let kept = parse(&offer.kept, LinkSize::Any).unwrap().scenario;
                assert_eq!(kept.link(), offer.kept);
                if offer.enough.is_some() && n < 10 {
                    assert!(kept.bound().theorem, "{name:?} {}", offer.kept);
                    let verdict = judge(&kept, generals::Visit::All).unwrap();
                    assert!(!verdict.is_broken(), "{name:?} {}", offer.kept);
                }
                let beyond = parse(offer.beyond.as_deref().unwrap_or(""), LinkSize::Any);
                if let Ok(beyond) = beyond {
                    let trace = Trace::new(beyond.scenario).unwrap();
                    assert!(trace.verdict().is_broken(), "{name:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_promised_depends_on_the_army() {
        let promised = |name, n, m| {
            let all = Offer::all(n, m);
            let offer = all
                .into_iter()
                .find(|offer| offer.spec.protocol.0.name() == name);
            offer.map(|offer| (offer.promised, offer.rounds, offer.bits, offer.seals))
        };
        assert_eq!(promised("king", 4, 1), Some((true, 6, 2, 0)));
        assert_eq!(promised("king", 6, 2), Some((false, 9, 2, 0)));
        assert_eq!(promised("queen", 4, 1), Some((false, 4, 1, 0)));
        assert_eq!(promised("queen", 5, 1), Some((true, 4, 1, 0)));
        assert_eq!(promised("sm", 3, 1), Some((true, 2, 1, 2)));
        assert_eq!(promised("bracha", 7, 2), Some((true, 3, 1, 0)));
    }
}

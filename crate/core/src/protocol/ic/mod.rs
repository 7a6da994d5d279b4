//! Interactive consistency: every general has an opinion, and all end with the same vector of them (PSL80).
//!
//! Each general sends his opinion by an OM(m) of his own, in which he commands. What the others obtain of him stands in
//! their vectors; his own opinion stands in his. Then each obeys the strict majority of his vector, else retreats
//! (LSP82 §1).
//!
//! Why it works, for f ≤ m traitors among n > 3m generals: each of the n broadcasts has agreement and validity by Theorem 1
//! of LSP82, so all loyal generals obtain the same of everybody, and of a loyal one his opinion. Equal vectors have equal
//! majorities.
//!
//! There are two forms: [`machine`] is the program of one general; `run` keeps n relays, each one machine word per path.
//! Property tests hold them equal.

pub mod machine;
mod run;
pub(crate) mod spec;
mod vector;

#[cfg(feature = "lab")]
use crate::protocol::price::Price;
use crate::{
    link::error::LinkError,
    protocol::{
        bound::Bound,
        claim::{Claim, Measure},
        definition::Visitor,
        definition::{Definition, Stepped},
        ic::{
            machine::Interactive,
            run::InteractiveRun,
            vector::{decision, vector_of},
        },
        om::{
            self,
            bitsliced::{LieCount, LieTrie, obtained},
            path_slot,
            relay::Relay,
            shallower,
        },
        reason::Reason,
    },
    run::{kept::Played, outcome::Outcome, verdict::Verdict, visit::Visit},
    scenario::Scenario,
    word::{General, MessageCounts, Order, Slot, limits::STEPPED_MESSAGES_MAX},
};

/// Interactive consistency, as the registry knows it.
#[derive(Debug)]
pub(crate) struct Ic;

impl Definition for Ic {
    fn ask<V: Visitor>(visitor: V) -> Option<V::Answer> {
        Some(visitor.visit::<Self>())
    }

    /// A path may begin with anybody.
    fn slot(n: usize, m: usize, label: &[u64], to: General) -> Option<Slot> {
        path_slot(n, m, label, to)
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        counts(scenario.n(), scenario.m())
    }
    /// As OM(1) among three.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let beyond = "v=1&p=ic&n=3&t=3";
        Price::of(Self::messages_at_most(scenario), Some(beyond))
    }

    /// As OM(m) is promised, of which it is made.
    fn bound(scenario: &Scenario, f: usize) -> Bound {
        let oral = Bound::oral(scenario.n(), scenario.m(), f);
        let reason = match oral.reason {
            Reason::Proved => Reason::TooFewGenerals,
            reason => reason,
        };
        Bound {
            measure: oral.measure.map(|measure| match measure {
                Measure::Deep => Measure::Relays,
                measure => measure,
            }),
            exact: survives(scenario, &oral),
            reason,
            claim: Claim::of(reason, scenario.n(), f, oral.enough),
            source: Some("PSL80; LSP82 Theorem 1"),
            ..oral
        }
    }

    fn too_large(scenario: &Scenario) -> Option<(LinkError, Scenario)> {
        shallower(scenario, &|m| may_be_stepped(scenario.n(), m))
    }

    fn run(scenario: &Scenario) -> Played {
        let script = LieTrie::of(scenario);
        let single = MessageCounts::oral(scenario.n(), scenario.m());
        let mut relays = Vec::new();
        let mut heard = Vec::new();
        for source in sources(scenario) {
            let mut relay = Relay::new(scenario, source, &single);
            heard.push(obtained(scenario, source, &script, Visit::All, &mut relay));
            relays.push(relay);
        }
        let lies = relays.iter().map(Relay::lies).sum();
        let verdict = judged(scenario, &heard, Some(lies));
        (Box::new(InteractiveRun::new(scenario, relays)), verdict)
    }

    fn judge(scenario: &Scenario, visit: Visit) -> Result<Verdict, LinkError> {
        let is_stepped = may_be_stepped(scenario.n(), scenario.m());
        let visit = if is_stepped { Visit::All } else { visit };
        let everybody: Vec<General> = scenario.generals().iter().collect();
        om::fits(scenario, &everybody, visit)?;
        let script = LieTrie::of(scenario);
        let mut lies = LieCount::default();
        let heard: Vec<u64> = sources(scenario)
            .map(|source| obtained(scenario, source, &script, visit, &mut lies))
            .collect();
        let lies = (visit == Visit::All).then_some(lies.0);
        Ok(judged(scenario, &heard, lies))
    }
}

impl Stepped for Ic {
    type Machine = Interactive;

    fn machine(scenario: &Scenario) -> Interactive {
        Interactive::of(scenario)
    }
}

/// Whether vectors survive any f traitors, where it is proved: no protocol of spoken words gives them among n ≤ 3f (PSL80
/// §4), nor in fewer than f+1 rounds (FL82). Nothing is known here of more rounds than the theorem asks for.
fn survives(scenario: &Scenario, oral: &Bound) -> Option<bool> {
    let (n, f) = (scenario.n(), oral.f);
    match oral.exact {
        None => None,
        Some(_) if oral.theorem => Some(true),
        Some(_) => (n <= 3 * f || f > scenario.m()).then_some(false),
    }
}

/// The verdict, if bit i−1 of `heard[g−1]` says what general i obtains of general g.
fn judged(scenario: &Scenario, heard: &[u64], lies: Option<u64>) -> Verdict {
    let decide = |general| Some(decision(vector_of(scenario, heard, general), scenario.n()));
    let outcome = Outcome::of(scenario, decide);
    Verdict::of(scenario, &outcome, Ic::messages_at_most(scenario), lies)
}

/// Everybody with his opinion.
fn sources(scenario: &Scenario) -> impl Iterator<Item = (General, Order)> {
    let opinions = scenario.opinions();
    let generals = scenario.generals().iter();
    generals.map(move |general| (general, Order::from_bit(opinions.contains(general))))
}

/// As many messages as n runs of OM(m) have.
fn counts(n: usize, m: usize) -> MessageCounts {
    let single = MessageCounts::oral(n, m).per_round.into_iter();
    MessageCounts::of_rounds(
        single
            .map(|count| count.saturating_mul(n as u128))
            .collect(),
    )
}

fn may_be_stepped(n: usize, m: usize) -> bool {
    counts(n, m).total <= STEPPED_MESSAGES_MAX
}

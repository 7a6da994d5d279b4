//! OM(m), the algorithm with oral messages (LSP82 §3).
//!
//! The commander tells everyone his order. Every lieutenant then acts as commander of an OM(m−1) among the
//! others to pass on what he was told, and takes the majority of what he was told himself and what he obtains
//! from each of them. A message is named by its path: who said it, first to last.
//!
//! Why it works, for f ≤ m traitors among n > 3m generals. If a commander is loyal, each loyal lieutenant
//! starts with the same order and n−1 > 2f + (m−1) keeps the loyal in the majority one level down, so by
//! induction all obtain it (Lemma 1). If he is a traitor, at most f−1 of the n−1 lieutenants are, and by
//! induction all loyal ones obtain the same from each of the others, hence the same majority (Theorem 1).
//!
//! There are three forms. [`machine`] is the program of one general, as every protocol here is written.
//! `bitsliced` is one machine word per path, whose bit says what each general was told, folded by a majority
//! taken on all bits at once. `sparse` walks only the paths that lead to a lie, where nothing but single lies is one.
//! Property tests hold them equal.

pub(crate) mod bitsliced;
pub(crate) mod bound;
pub mod count;
mod estimate;
pub(crate) mod held;
pub mod machine;
pub(crate) mod relay;
pub(crate) mod run;
pub(crate) mod sparse;
pub(crate) mod spec;
pub(crate) mod steps;

pub(crate) use estimate::fits;
pub use estimate::pruned_decisions;

#[cfg(feature = "lab")]
use crate::protocol::price::Price;
pub use crate::run::visit::Visit;
use crate::{
    link::error::{LinkError, too_large},
    protocol::{
        bound::Bound,
        definition::Visitor,
        definition::{Definition, Stepped},
        om::{
            machine::{Conclude, Oral},
            relay::Relay,
            run::OralRun,
        },
    },
    run::{kept::Played, outcome::Outcome, verdict::Verdict},
    scenario::Scenario,
    word::{General, Generals, MessageCounts, Path, Slot, map_of},
};

/// OM(m), as the registry knows it.
#[derive(Debug)]
pub(crate) struct Om;

impl Definition for Om {
    fn ask<V: Visitor>(visitor: V) -> Option<V::Answer> {
        Some(visitor.visit::<Self>())
    }

    fn slot(n: usize, m: usize, label: &[u64], to: General) -> Option<Slot> {
        path_slot(n, m, label, to).filter(|slot| slot.label.numbers().first() == Some(&1))
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        MessageCounts::oral(scenario.n(), scenario.m())
    }
    /// LSP82 §1, Figure 1: with three generals a lieutenant who lies turns the other from his order.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let beyond = "v=1&p=om&n=3&t=3";
        Price::of(Self::messages_at_most(scenario), Some(beyond))
    }

    fn bound(scenario: &Scenario, f: usize) -> Bound {
        Bound::oral(scenario.n(), scenario.m(), f)
    }

    fn too_large(scenario: &Scenario) -> Option<(LinkError, Scenario)> {
        shallower(scenario, &|m| {
            MessageCounts::oral_may_be_stepped(scenario.n(), m)
        })
    }

    fn run(scenario: &Scenario) -> Played {
        let counts = Self::messages_at_most(scenario);
        let commander = (General::COMMANDER, scenario.order());
        let mut relay = Relay::new(scenario, commander, &counts);
        let attackers = bitsliced::decisions(scenario, Visit::All, &mut relay);
        let attackers = Generals::from_bits(attackers);
        let verdict = Verdict::of(
            scenario,
            &Outcome::of_attackers(attackers),
            counts,
            Some(relay.lies()),
        );
        let conclude = Conclude::Tree;
        (Box::new(OralRun { relay, conclude }), verdict)
    }

    fn judge(scenario: &Scenario, visit: Visit) -> Result<Verdict, LinkError> {
        estimate::judge(scenario, visit)
    }
}

impl Stepped for Om {
    type Machine = Oral;

    fn machine(scenario: &Scenario) -> Oral {
        Oral::of(scenario, Conclude::Tree)
    }
}

/// The slot of a path among n generals of at most m relays, whoever its source is.
pub(crate) fn path_slot(n: usize, m: usize, label: &[u64], to: General) -> Option<Slot> {
    let generals = label.iter().map(|number| General::new(*number));
    let path = Path::from_any(generals.collect::<Option<_>>()?)?;
    let all = Generals::all(n);
    let is_slot = path.len() <= m + 1
        && path.set().and_not(all).is_empty()
        && all.contains(to)
        && !path.contains(to);
    is_slot.then(|| path.slot(to))
}

/// The refusal of too deep a relay, and the scenario with as deep a one as `fits`.
pub(crate) fn shallower(
    scenario: &Scenario,
    fits: &dyn Fn(usize) -> bool,
) -> Option<(LinkError, Scenario)> {
    if fits(scenario.m()) {
        return None;
    }
    let error = too_large(scenario.m(), |m| fits(*m));
    let mut nearest = scenario.clone();
    nearest.m = (0..scenario.m()).rev().find(|m| fits(*m)).unwrap_or(0);
    let rounds = nearest.rounds();
    let lies = scenario.lies().iter();
    let kept = lies.filter(|(slot, _)| slot.round <= rounds);
    nearest.adversary.lies = map_of(kept.map(|(slot, words)| (slot.clone(), *words)));
    Some((error, nearest))
}

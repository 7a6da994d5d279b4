//! SM(m), the algorithm with signed messages (LSP82 §4).
//!
//! The commander signs his order and sends it to everyone. A lieutenant who is shown an order that he has not
//! seen, signed by as many different generals as there have been rounds, the commander first, takes it into
//! his set V and, if a round is left, adds his signature and shows it to everyone who has not signed. In the
//! end he obeys choice(V): the order if there is one, retreat if there are none or two.
//!
//! Why it works, for f ≤ m traitors and any n. If the commander is loyal nobody can show another order signed
//! by him, so V is his order for everyone. If he is a traitor, whatever a loyal general takes in before the last
//! round he shows to all. In the last round an order carries m+1 signatures, of which at most m are traitors':
//! some loyal general signed it and showed it to all. So all loyal generals end with the same V (Theorem 2).
//! With two orders this is the rule of Dolev and Strong (1983), by which nobody relays more than two.

mod bound;
mod count;
mod forge;
pub mod machine;
pub(crate) mod spec;
pub mod state;

use std::{any::Any, sync::Arc};

pub use crate::protocol::signed::{keys, letter};

#[cfg(feature = "lab")]
use crate::protocol::price::{Need, Price};
use crate::{
    link::error::{Code, Key, LinkError},
    protocol::{
        bound::Bound,
        definition::Visitor,
        definition::{Definition, Stepped},
        machine::Decision,
        om::Om,
        signed::{Sealed, keys::Keys, letter::Letter},
        sm::{machine::Signed, state::SignedState},
    },
    run::{
        evidence::{SignedVote, Votes},
        kept::{Played, Run},
        stored::StoredRun,
    },
    scenario::Scenario,
    word::{General, MessageCounts, Slot, limits::SIGNATURES_MAX},
};

/// SM(m), as the registry knows it.
#[derive(Debug)]
pub(crate) struct Sm;

impl Definition for Sm {
    fn ask<V: Visitor>(visitor: V) -> Option<V::Answer> {
        Some(visitor.visit::<Self>())
    }

    fn slot(n: usize, m: usize, label: &[u64], to: General) -> Option<Slot> {
        Om::slot(n, m, label, to)
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        MessageCounts::signed_at_most(scenario.n(), scenario.m(), scenario.lies().len())
    }
    /// Beyond it, of a traitor more than there are rounds to pass an order on in, the last shows an order when it is too late.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let (n, m) = (scenario.n(), scenario.m());
        let beyond = "v=1&p=sm&n=4&t=1.4&s=silent&x=1-4A_1.4-3A";
        Price {
            seals: m + 1,
            needs: &[Need::Signatures],
            ..Price::of(MessageCounts::signed_loyal(n, m), Some(beyond))
        }
    }

    fn bound(scenario: &Scenario, f: usize) -> Bound {
        Bound::signed(scenario.n(), scenario.m(), f, scenario.stolen().is_empty())
    }

    /// Making and checking a signature takes long: lies are dropped until few enough are needed.
    fn too_large(scenario: &Scenario) -> Option<(LinkError, Scenario)> {
        if signatures_at_most(scenario) <= SIGNATURES_MAX {
            return None;
        }
        let lies = scenario.lies().len().to_string();
        let error = LinkError::at(Key::X, Code::TooLarge, &lies, None);
        let mut nearest = scenario.clone();
        while signatures_at_most(&nearest) > SIGNATURES_MAX {
            nearest.adversary.lies.pop_last();
        }
        Some((error, nearest))
    }

    fn run(scenario: &Scenario) -> Played {
        StoredRun::<Self>::played(Self::machine(scenario), scenario)
    }

    /// Signatures made for the same army are not made again.
    fn run_beside(scenario: &Scenario, other: &Scenario, run: &dyn Run) -> Played {
        let army = |run: &Scenario| (run.n(), run.m(), run.seed());
        let run: &dyn Any = run;
        match run.downcast_ref::<StoredRun<Self>>() {
            Some(stored) if army(scenario) == army(other) => {
                let keys = Arc::clone(stored.machine().keys());
                StoredRun::<Self>::played(machine_with(scenario, keys), scenario)
            }
            _ => Self::run(scenario),
        }
    }
}

impl Stepped for Sm {
    type Machine = Signed;

    fn machine(scenario: &Scenario) -> Signed {
        let keys = Keys::new(scenario.n(), scenario.m(), scenario.seed());
        machine_with(scenario, Arc::new(keys))
    }

    fn evidence(_: &Signed, state: &SignedState, decision: Decision) -> Option<Votes> {
        let values = state.accepted.iter().filter_map(|accepted| {
            let letter = &accepted.letter;
            Some((letter.order, letter.path()?, accepted.round))
        });
        Some(Votes::Signed(SignedVote {
            values: values.collect(),
            result: decision.order,
        }))
    }

    fn letter<'a>(machine: &'a Signed, letter: &'a Letter) -> Option<Sealed<'a>> {
        Some((letter, machine.keys()))
    }
}

fn machine_with(scenario: &Scenario, keys: Arc<Keys>) -> Signed {
    Signed::with_keys(
        scenario.n(),
        scenario.m(),
        keys,
        scenario.adversary().held_keys(),
    )
}

/// The most signatures a run of this scenario can need, counted before any is made: both orders of the
/// commander and of each lieutenant, and every signature that a lie names.
pub(crate) fn signatures_at_most(scenario: &Scenario) -> usize {
    let named = scenario
        .lies()
        .iter()
        .map(|(slot, words)| slot.label.numbers().len() * words.spoken().count());
    2 * scenario.n() + named.sum::<usize>()
}

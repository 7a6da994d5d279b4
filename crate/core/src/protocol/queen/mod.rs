//! Phase queen: everybody has an opinion, and all end with one; shorter than phase king, for more generals (Berman and Garay
//! 1989).
//!
//! There are m+1 phases of two rounds; queen of phase p is general p. First all tell all what they think, and everybody takes
//! what most say, himself included. Then the queen tells all what she has taken. Who heard his order from n−m is sure of it and
//! keeps it; everybody else takes the queen's.
//!
//! Why it works, for f ≤ m traitors among n > 4m generals. If somebody is sure, at least n−2m loyal generals said his
//! order to all, and 2(n−2m) > n: it is what most say to everybody, the queen too, if she is loyal. So after the phase of a loyal
//! queen all loyal generals have one opinion, and one of m+1 queens is loyal. Once they have one they keep it, as they do when
//! they have it from the beginning: n−m say it, and all are sure.

pub mod machine;
pub(crate) mod spec;

pub use crate::protocol::phases::Ballot;
#[cfg(feature = "lab")]
use crate::protocol::price::Price;
use crate::{
    link::error::LinkError,
    protocol::{
        bound::Bound,
        definition::Visitor,
        definition::{Definition, Stepped},
        phases::Place,
    },
    run::{MarkKind, Part, kept::Played, stored::StoredRun},
    scenario::Scenario,
    word::{General, Label, MessageCounts, Slot},
};

/// Phase queen, as the registry knows it.
#[derive(Debug)]
pub(crate) struct Queen;

impl Definition for Queen {
    const STAGES: &'static [MarkKind] = &[
        MarkKind::Opinion,
        MarkKind::Majority,
        MarkKind::Sure,
        MarkKind::Follows,
    ];

    fn ask<V: Visitor>(visitor: V) -> Option<V::Answer> {
        Some(visitor.visit::<Self>())
    }

    /// The second round of a phase is the queen's alone.
    fn slot(n: usize, m: usize, label: &[u64], to: General) -> Option<Slot> {
        let (place, to) = Place::read(label, to, (n, (spec::SPEC.rounds)(m)))?;
        let is_hers = machine::Queen::queen(place.round).is_none_or(|queen| queen == place.from);
        is_hers.then(|| place.slot(to))
    }

    fn part(_: usize, label: &Label) -> Option<Part> {
        let round = usize::from(*label.numbers().first()?);
        Some(machine::Queen::part(round))
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        let n = scenario.n() as u128;
        let phase = [n * (n - 1), n - 1];
        MessageCounts::of_rounds(phase.repeat(scenario.m() + 1))
    }
    /// A traitor makes one general keep an opinion that the loyal queen does not share, and parts them as queen himself.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let beyond = "v=1&p=queen&n=4&t=2&s=honest&x=1.2-1R_1.2-3A_1.2-4R_3.2-1A_3.2-3A_3.2-4A_4.2-1R_4.2-3A_4.2-4R&i=AAAR";
        Price::of(Self::messages_at_most(scenario), Some(beyond))
    }

    fn bound(scenario: &Scenario, f: usize) -> Bound {
        Bound::in_phases((scenario.n(), scenario.m()), f, 4, spec::SPEC.source)
    }

    /// The largest, 64 generals with 63 queens, has a quarter of a million messages.
    fn too_large(_: &Scenario) -> Option<(LinkError, Scenario)> {
        None
    }

    fn run(scenario: &Scenario) -> Played {
        StoredRun::<Self>::played(Self::machine(scenario), scenario)
    }
}

impl Stepped for Queen {
    type Machine = machine::Queen;

    fn machine(scenario: &Scenario) -> machine::Queen {
        machine::Queen::of(scenario)
    }
}

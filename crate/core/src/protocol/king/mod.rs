//! Phase king: everybody has an opinion, and all end with one (Berman, Garay and Perry 1989, cited as BGP89).
//!
//! There are m+1 phases of three rounds; king of phase p is general p. First all tell all what they think. Who finds n−m
//! of one opinion, his own among them, proposes it to all; the others say that they propose nothing. Who hears a proposal from
//! more than m takes it as his opinion, and who hears it from n−m is sure of it. Last the king tells all his opinion, and who
//! is not sure takes it.
//!
//! Why it works, for f ≤ m traitors among n > 3m generals. Two loyal generals never propose different orders: n−m have told
//! the one and n−m the other, so at least n−2m > m generals told both what they propose, and a loyal one of them tells all
//! the same. What more than m propose a loyal general proposes, so all who adopt an order adopt the same. If somebody is
//! sure, at least n−2m ≥ m+1 of the generals who told him so are loyal and propose his order to all: all adopt it, the king
//! too, if he is loyal. So after the phase of a loyal king all loyal generals have one opinion, whether they were sure or followed
//! him. One of m+1 kings is loyal: that is why one loyal king is enough. And once the loyal have one opinion they keep it, as
//! they do when they have it from the beginning: n−m of them tell it, all of them propose it, all are sure.

pub mod machine;
pub(crate) mod spec;

pub use crate::protocol::phases::Ballot;
#[cfg(feature = "lab")]
use crate::protocol::price::Price;
use crate::{
    link::{
        error::{Allowed, Code, Form, Key, LinkError},
        faults::Faults,
    },
    protocol::{
        bound::Bound,
        definition::Visitor,
        definition::{Definition, Stepped},
        king::machine::ROUNDS,
        phases::Place,
        reason::Reason,
    },
    run::{MarkKind, Part, kept::Played, stored::StoredRun},
    scenario::{Own, OwnTexts, Scenario, Setting},
    word::{General, Label, MessageCounts, Slot, Word},
};

/// Phase king, as the registry knows it.
#[derive(Debug)]
pub(crate) struct King;

impl Definition for King {
    const STAGES: &'static [MarkKind] = &[
        MarkKind::Opinion,
        MarkKind::Proposal,
        MarkKind::Sure,
        MarkKind::Follows,
    ];

    fn ask<V: Visitor>(visitor: V) -> Option<V::Answer> {
        Some(visitor.visit::<Self>())
    }

    /// The third round of a phase is the king's alone.
    fn slot(n: usize, m: usize, label: &[u64], to: General) -> Option<Slot> {
        let (place, to) = Place::read(label, to, (n, (spec::SPEC.rounds)(m)))?;
        let is_his = machine::King::king(place.round).is_none_or(|king| king == place.from);
        is_his.then(|| place.slot(to))
    }

    fn part(_: usize, label: &Label) -> Option<Part> {
        let round = usize::from(*label.numbers().first()?);
        Some(machine::King::part(round))
    }

    fn has_word(slot: &Slot, word: Word) -> bool {
        machine::King::has_word(slot.round, word)
    }

    /// Without a traitor to survive there is no phase to leave out.
    fn own(texts: &OwnTexts, (_, m): (usize, usize), faults: &mut Faults) -> Own {
        let mut setting = Setting::read(&spec::SPEC, texts, |_, _| None, faults);
        if m == 0
            && let Some(variant) = setting.variant.take()
        {
            let allowed = Some(Allowed::Form(Form::Absent));
            faults.add(Key::By, Code::BadValue, variant.name(), allowed);
        }
        Own::Setting(setting)
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        let n = scenario.n() as u128;
        let phase = [n * (n - 1), n * (n - 1), n - 1];
        MessageCounts::of_rounds(phase.repeat(scenario.rounds() / ROUNDS))
    }
    /// A traitor says attack to the one, retreat to the other: each is sure, and no king is asked.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let beyond = "v=1&p=king&n=3&t=3&s=split";
        Price::of(Self::messages_at_most(scenario), Some(beyond))
    }

    fn bound(scenario: &Scenario, f: usize) -> Bound {
        match scenario.variant() {
            Some(_) => Bound::because(Reason::KnownWrong, f),
            None => Bound::in_phases((scenario.n(), scenario.m()), f, 3, spec::SPEC.source),
        }
    }

    /// The largest, 64 generals with 63 kings, has half a million messages.
    fn too_large(_: &Scenario) -> Option<(LinkError, Scenario)> {
        None
    }

    fn run(scenario: &Scenario) -> Played {
        StoredRun::<Self>::played(Self::machine(scenario), scenario)
    }
}

impl Stepped for King {
    type Machine = machine::King;

    fn machine(scenario: &Scenario) -> machine::King {
        machine::King::of(scenario)
    }
}

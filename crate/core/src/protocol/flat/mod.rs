//! The flat vote: everything a lieutenant hears in one bag, whatever path it came by. An exhibit of what goes wrong.
//!
//! The messages are those of OM(m). What is lost are the paths: a traitor's word about another's word counts as
//! much as the word itself, and the deeper the relay, the more of them there are.

mod bag;
pub(crate) mod spec;

#[cfg(feature = "lab")]
use crate::protocol::price::Price;
use crate::{
    link::error::LinkError,
    protocol::{
        bound::Bound,
        definition::Visitor,
        definition::{Definition, Stepped},
        flat::bag::Bags,
        om::{
            self, Om,
            bitsliced::{self, LieCount},
            machine::{Conclude, Oral},
            relay::Relay,
            run::OralRun,
        },
    },
    run::{kept::Played, outcome::Outcome, verdict::Verdict, visit::Visit},
    scenario::Scenario,
    word::{General, MessageCounts, Slot},
};

/// The flat vote, as the registry knows it.
#[derive(Debug)]
pub(crate) struct Flat;

impl Definition for Flat {
    fn ask<V: Visitor>(visitor: V) -> Option<V::Answer> {
        Some(visitor.visit::<Self>())
    }

    fn slot(n: usize, m: usize, label: &[u64], to: General) -> Option<Slot> {
        Om::slot(n, m, label, to)
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        Om::messages_at_most(scenario)
    }
    /// It promises nothing to nobody: a commander who says two things parts his army.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let beyond = "v=1&p=flat&n=5&m=2&t=1&s=honest&x=1-2R_1-3R";
        Price::of(Self::messages_at_most(scenario), Some(beyond))
    }

    /// With one round of relay the bag holds just the votes of OM(1), and with none the order.
    fn bound(scenario: &Scenario, f: usize) -> Bound {
        Bound::none(f, scenario.m() <= 1)
    }

    fn too_large(scenario: &Scenario) -> Option<(LinkError, Scenario)> {
        Om::too_large(scenario)
    }

    fn run(scenario: &Scenario) -> Played {
        let counts = Self::messages_at_most(scenario);
        let commander = (General::COMMANDER, scenario.order());
        let relay = Relay::new(scenario, commander, &counts);
        let mut both = (relay, Bags::default());
        bitsliced::decisions(scenario, Visit::All, &mut both);
        let (relay, bags) = both;
        let attackers = bags.attackers(scenario);
        let verdict = Verdict::of(
            scenario,
            &Outcome::of_attackers(attackers),
            counts,
            Some(relay.lies()),
        );
        let conclude = Conclude::Flat;
        (Box::new(OralRun { relay, conclude }), verdict)
    }

    /// Nothing is decided early in a flat vote: all is visited, whatever is asked.
    fn judge(scenario: &Scenario, _: Visit) -> Result<Verdict, LinkError> {
        om::fits(scenario, &[General::COMMANDER], Visit::All)?;
        let mut both = (LieCount::default(), Bags::default());
        bitsliced::decisions(scenario, Visit::All, &mut both);
        let (lies, bags) = both;
        let counts = Self::messages_at_most(scenario);
        let attackers = bags.attackers(scenario);
        Ok(Verdict::of(
            scenario,
            &Outcome::of_attackers(attackers),
            counts,
            Some(lies.0),
        ))
    }
}

impl Stepped for Flat {
    type Machine = Oral;

    fn machine(scenario: &Scenario) -> Oral {
        Oral::of(scenario, Conclude::Flat)
    }
}

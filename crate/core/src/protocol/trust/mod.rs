//! Customer, shop and payment service: three parties that do not trust each other alike must agree whether an order is paid.
//!
//! The lecture's end. Who trusts whom is a [`graph`](TrustGraph); what the three go by is a [`Rule`]; what one cheat can do
//! under each rule is tried in full ([`table`]), and so is on whom each party rests ([`rests`]).

mod example;
mod graph;
mod harm;
pub mod machine;
mod receipt;
mod rule;
pub(crate) mod spec;
mod table;
pub(crate) mod terms;

pub use graph::{CommonFriends, Standing, TrustGraph};
pub use receipt::check_receipt;
pub use rule::{CUSTOMER, Place, Rule, SERVICE, SHOP, Said};
pub use table::{Broken, Rest, Row, Table, rests, table};
pub use terms::Terms;

#[cfg(feature = "lab")]
use crate::protocol::price::Price;
use crate::{
    link::{error::LinkError, faults::Faults},
    protocol::{
        bound::Bound,
        definition::{Definition, Stepped},
        reason::Reason,
        signed::Sealed,
        spec::Condition,
        trust::{
            harm::Harms,
            machine::{Settlement, Statement},
        },
    },
    run::{kept::Played, stored::StoredRun},
    scenario::{Own, OwnTexts, Scenario},
    word::{General, Generals, MessageCounts, Slot},
};

/// An order between three, as the registry knows it.
#[derive(Debug)]
pub(crate) struct Trust;

impl Definition for Trust {
    fn own(texts: &OwnTexts, _: (usize, usize), faults: &mut Faults) -> Own {
        Own::Terms(Terms::read(texts, faults))
    }

    fn own_condition(
        scenario: &Scenario,
        paid: Generals,
        condition: Condition,
    ) -> Option<Generals> {
        let harms = Harms::of(paid, scenario.order(), scenario.traitors());
        harms.witnesses(condition)
    }

    fn slot(_: usize, _: usize, label: &[u64], to: General) -> Option<Slot> {
        let is_meant = |place: &&Place| {
            let numbers = place.label().iter().map(|number| u64::from(*number));
            place.to() == to && numbers.eq(label.iter().copied())
        };
        let place = Place::ALL.iter().find(is_meant)?;
        Some(machine::slot_of(*place))
    }

    fn messages_at_most(_: &Scenario) -> MessageCounts {
        let in_round = |round| {
            let places = Place::ALL.iter();
            places.filter(|place| place.round() == round).count() as u128
        };
        MessageCounts::of_rounds((1..=spec::ROUNDS).map(in_round).collect())
    }
    /// The payment service says one thing to the customer, another to the shop.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let beyond = "v=1&p=trust&n=3&t=3&s=honest&x=3-1R";
        Price::of(Self::messages_at_most(scenario), Some(beyond))
    }

    fn bound(_: &Scenario, f: usize) -> Bound {
        Bound::because(Reason::ByTrust, f)
    }

    fn too_large(_: &Scenario) -> Option<(LinkError, Scenario)> {
        None
    }

    fn run(scenario: &Scenario) -> Played {
        StoredRun::<Self>::played(Self::machine(scenario), scenario)
    }
}

impl Stepped for Trust {
    type Machine = Settlement;

    fn machine(scenario: &Scenario) -> Settlement {
        let rule = scenario.terms().map_or(Rule::default(), |terms| terms.rule);
        Settlement::new(rule, scenario.seed(), scenario.traitors())
    }

    fn letter<'a>(machine: &'a Settlement, statement: &'a Statement) -> Option<Sealed<'a>> {
        Some((statement.letter.as_ref()?, machine.keys()))
    }
}

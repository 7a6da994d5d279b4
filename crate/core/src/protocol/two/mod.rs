//! Two generals: both loyal, but between them lies a valley in which messengers are caught.
//!
//! The lecture's beginning, and the contrast to all else here: nobody lies, the network fails (Akkoyunlu, Ekanadham and Huber
//! 1975; Gray 1978). General 1 sends an order, 2 sends an acknowledgement, 1 acknowledges that, and so on; a messenger rides
//! only if the one before arrived. So a [`Ride`] is decided by which messenger is caught, and the rides stand in a
//! [`chain`]: from "all arrived" to "none arrived", each the same as the next to one of the two. That is why no rule is
//! right; [`rules`] tries them all.

mod chain;
pub mod machine;
pub(crate) mod plan;
mod ride;
mod rules;
pub(crate) mod spec;

pub use chain::{ChainedRide, chain};
pub use plan::Plan;
pub use ride::{Messenger, Ride, ride};
pub use rules::{RuleCounts, rules};

#[cfg(feature = "lab")]
use crate::protocol::price::Price;
use crate::{
    link::{error::LinkError, faults::Faults},
    protocol::{
        bound::Bound,
        definition::{Definition, Stepped},
        reason::Reason,
        spec::Condition,
        two::machine::Messengers,
    },
    run::{kept::Played, stored::StoredRun},
    scenario::{Own, OwnTexts, Scenario},
    word::{General, Generals, MessageCounts, Order, Slot},
};

/// Two generals, as the registry knows them.
#[derive(Debug)]
pub(crate) struct Two;

impl Definition for Two {
    fn own(texts: &OwnTexts, (_, m): (usize, usize), faults: &mut Faults) -> Own {
        Own::Plan(Plan::read(texts, m, faults))
    }

    /// Both attack, if all messengers arrive and that is the order.
    fn own_condition(
        scenario: &Scenario,
        attackers: Generals,
        condition: Condition,
    ) -> Option<Generals> {
        let all_arrive = scenario.plan().is_none_or(|plan| plan.lost == 0);
        let is_due =
            condition == Condition::Attacks && all_arrive && scenario.order() == Order::Attack;
        let staying = scenario.generals().and_not(attackers).iter();
        is_due.then(|| staying.take(1).collect())
    }

    fn slot(_: usize, m: usize, label: &[u64], to: General) -> Option<Slot> {
        let [number] = label else { return None };
        let number = usize::try_from(*number).ok()?;
        let slot = (1..=m + 1)
            .contains(&number)
            .then(|| Messengers::slot(number))?;
        (slot.to == to).then_some(slot)
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        MessageCounts::of_rounds(vec![1; scenario.rounds()])
    }
    /// Whoever sent the last messenger cannot know that he was caught.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let beyond = "v=1&p=two&n=2&m=2&lost=3";
        Price::of(Self::messages_at_most(scenario), Some(beyond))
    }

    fn bound(_: &Scenario, f: usize) -> Bound {
        Bound::because(Reason::Impossible, f)
    }

    fn too_large(_: &Scenario) -> Option<(LinkError, Scenario)> {
        None
    }

    fn run(scenario: &Scenario) -> Played {
        StoredRun::<Self>::played(Self::machine(scenario), scenario)
    }
}

impl Stepped for Two {
    type Machine = Messengers;

    fn machine(scenario: &Scenario) -> Messengers {
        let m = scenario.m();
        let needs = scenario.plan().map(|plan| plan.needs);
        let needs = needs.unwrap_or(Messengers::all_needed(m));
        Messengers::of(scenario.order(), m, needs)
    }
}

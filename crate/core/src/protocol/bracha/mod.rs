//! Bracha's reliable broadcast: an order reaches all loyal generals or none, however slow the messengers are (Bracha 1987).
//!
//! The leader sends his order (INITIAL). Who gets it first repeats it to all (ECHO). Who has ECHOs from more than (n+m)/2
//! generals, or READYs from m+1, says READY, once and for one order only. Who has READYs from 2m+1 delivers.
//!
//! Why it works, for at most m traitors among n > 3m:
//! - Two sets of more than (n+m)/2 generals share more than m, so a loyal one, who echoes one order only. The first loyal
//!   general who is ready is so by ECHOs (READYs alone would need a loyal one before him): so all who are ready by ECHOs
//!   are ready for the same order, and with them all loyal ones. 2m+1 READYs hold m+1 loyal ones: whoever delivers
//!   delivers that order.
//! - If one delivers, at least m+1 loyal generals are ready; their READYs reach everybody, make everybody ready, and then
//!   there are n−m ≥ 2m+1 of them: everybody delivers.
//! - If the leader is loyal, n−m loyal ECHOs, more than (n+m)/2, reach everybody.
//!
//! Each part is needed: the variants leave one out each, and a traitor or a slow messenger breaks them.

pub mod machine;
#[cfg(feature = "lab")]
mod rerun;
mod rules;
pub(crate) mod spec;

#[cfg(feature = "lab")]
use crate::protocol::{definition::Rerun, price::Price};
use crate::{
    link::{error::LinkError, faults::Faults},
    protocol::{
        army::{Army, army_of},
        bound::Bound,
        bracha::machine::{Kind, Reliable},
        definition::Definition,
    },
    run::{MarkKind, Part, PartKind, delivered::played, kept::Played},
    scenario::{Own, OwnTexts, Scenario, Setting, Variant},
    word::{General, Label, MessageCounts, Slot},
};

/// Bracha's broadcast, as the registry knows it.
#[derive(Debug)]
pub(crate) struct Bracha;

impl Definition for Bracha {
    const STAGES: &'static [MarkKind] = &[MarkKind::Echo, MarkKind::Ready, MarkKind::Decide];

    fn army(scenario: &Scenario) -> Option<Box<dyn Army>> {
        Some(army_of(Reliable::of(scenario), scenario))
    }

    fn own(texts: &OwnTexts, (n, m): (usize, usize), faults: &mut Faults) -> Own {
        let slot = |label: &[u64], to| Self::slot(n, m, label, to);
        Own::Setting(Setting::read(&spec::SPEC, texts, slot, faults))
    }

    /// `kind.sender`: 1 initial, 2 echo, 3 ready; only general 1 sends an initial.
    fn slot(n: usize, _: usize, label: &[u64], to: General) -> Option<Slot> {
        let [kind, from] = label else { return None };
        let from = General::new(*from).filter(|from| from.index() < n)?;
        let kind = match kind {
            1 if from.is_commander() => Kind::Initial,
            2 => Kind::Echo,
            3 => Kind::Ready,
            _ => return None,
        };
        (to.index() < n && to != from).then(|| Reliable::slot(kind, from, to))
    }

    fn part(_: usize, label: &Label) -> Option<Part> {
        let kind = match label.numbers().first()? {
            1 => PartKind::Initial,
            2 => PartKind::Echo,
            _ => PartKind::Ready,
        };
        Some(Part {
            kind,
            phase: 1,
            leader: Some(General::COMMANDER),
        })
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        let n = scenario.n() as u128;
        // A traitor may say both orders where a loyal general says one, and where each order is echoed so may everybody.
        let twice = scenario.lies().len() as u128;
        let orders = if scenario.variant() == Some(Variant::Many) {
            2
        } else {
            1
        };
        let to_all = orders * n * (n - 1);
        MessageCounts::of_rounds(vec![n - 1, to_all, to_all + twice])
    }
    /// Among three, whoever waits for so many that two orders are never delivered waits for a traitor who says nothing.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let beyond = "v=1&p=bracha&n=3&t=3&s=silent";
        Price::of(Self::messages_at_most(scenario), Some(beyond))
    }

    fn bound(scenario: &Scenario, f: usize) -> Bound {
        let is_stuck = Reliable::of(scenario).waits_for() > scenario.n().saturating_sub(f);
        Bound::quorums(scenario, f, "Bracha 87", is_stuck)
    }

    fn too_large(_: &Scenario) -> Option<(LinkError, Scenario)> {
        None
    }

    fn run(scenario: &Scenario) -> Played {
        played(scenario, army_of(Reliable::of(scenario), scenario))
    }

    #[cfg(feature = "lab")]
    fn rerun(scenario: &Scenario, slots: &[Slot]) -> Option<Box<dyn Rerun>> {
        Some(Box::new(rerun::ReliableRerun::new(scenario, slots)))
    }
}

//! The verdict: did the loyal agree, was what they started with kept, and who is the witness where not.

use std::collections::BTreeMap;

use crate::{
    protocol::{Condition, Task, machine::Decision},
    scenario::Scenario,
    word::{General, Generals, MessageCounts, Order, map_of},
};

/// IC1 of LSP82 §1: all loyal deciders end alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Whether it holds; it does where there is no loyal decider.
    pub holds: bool,
    /// The two smallest loyal deciders that differ; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// IC2 of LSP82 §1: if the commander is loyal, every loyal lieutenant obeys his order. Where everybody has an opinion, every
/// loyal opinion stands in every loyal vector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validity {
    /// Whether it holds; `None` if nothing is required.
    pub holds: Option<bool>,
    /// The smallest loyal decider that breaks it; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// One condition of a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which.
    pub condition: Condition,
    /// Whether it holds; `None` if nothing is required.
    pub holds: Option<bool>,
    /// Who shows that it does not.
    pub witnesses: Vec<General>,
}

/// What came out of a whole run.
///
/// ```
/// use generals::{Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=om&n=3&t=3&o=A", LinkSize::Any).unwrap().scenario;
/// let trace = Trace::new(scenario).unwrap();
/// let broken: Vec<_> = trace.verdict().conditions().filter(|one| one.holds == Some(false)).collect();
/// assert_eq!(broken[0].condition.name(), "validity");
/// assert_eq!(broken[0].witnesses[0].number(), 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How many generals there are.
    pub generals: usize,
    /// What each loyal decider obeys.
    pub decisions: BTreeMap<General, Order>,
    /// For each of them who attacks according to his vector; empty where nobody has one.
    pub vectors: BTreeMap<General, Generals>,
    /// Do they agree?
    pub agreement: Agreement,
    /// Is what they started with kept?
    pub validity: Validity,
    /// Where silence is noticed one message for each slot, silent or not; else those that carry a word.
    pub messages: MessageCounts,
    /// Messages that differ from the honest one, silence included; `None` where they were not counted.
    pub lies: Option<u64>,
}

impl Verdict {
    /// The verdict on a run in which the deciders end so, with so many messages, lies among them.
    pub(crate) fn of(
        scenario: &Scenario,
        decide: impl Fn(General) -> Option<Decision>,
        messages: MessageCounts,
        lies: Option<u64>,
    ) -> Self {
        let (agreement, validity) = conditions(scenario, &decide);
        let all = || loyal_decisions(scenario, &decide);
        let vectors = all().filter_map(|(general, decision)| Some((general, decision.vector?)));
        Self {
            generals: scenario.n(),
            vectors: map_of(vectors),
            decisions: map_of(all().map(|(general, decision)| (general, decision.order))),
            agreement,
            validity,
            messages,
            lies,
        }
    }

    /// The verdict on a run in which exactly the generals of `attackers` attack.
    pub(crate) fn of_attackers(
        scenario: &Scenario,
        attackers: Generals,
        messages: MessageCounts,
        lies: Option<u64>,
    ) -> Self {
        let decide = |general| Some(Order::from_bit(attackers.contains(general)).into());
        Self::of(scenario, decide, messages, lies)
    }

    /// All that the run is judged by, each with its witnesses.
    pub fn conditions(&self) -> impl Iterator<Item = Judged> {
        let agreement = Judged {
            condition: Condition::Agreement,
            holds: Some(self.agreement.holds),
            witnesses: self.agreement.witnesses.clone(),
        };
        let validity = Judged {
            condition: Condition::Validity,
            holds: self.validity.holds,
            witnesses: self.validity.witnesses.clone(),
        };
        [agreement, validity].into_iter()
    }

    /// Whether some condition does not hold.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.conditions().any(|judged| judged.holds == Some(false))
    }
}

/// What the loyal deciders end with, by number.
pub(crate) fn loyal_decisions(
    scenario: &Scenario,
    decide: impl Fn(General) -> Option<Decision>,
) -> impl Iterator<Item = (General, Decision)> {
    let loyal = scenario.loyal_deciders().iter();
    loyal.filter_map(move |general| Some((general, decide(general)?)))
}

/// Whether a condition is broken if the deciders end so: the one test for every search.
pub(crate) fn is_broken(scenario: &Scenario, decide: impl Fn(General) -> Option<Decision>) -> bool {
    broken_condition(scenario, decide).is_some()
}

/// The condition that is broken, validity before agreement.
pub(crate) fn broken_condition(
    scenario: &Scenario,
    decide: impl Fn(General) -> Option<Decision>,
) -> Option<Condition> {
    let (agreement, validity) = conditions(scenario, &decide);
    match (validity.holds, agreement.holds) {
        (Some(false), _) => Some(Condition::Validity),
        (_, false) => Some(Condition::Agreement),
        _ => None,
    }
}

/// Both conditions, if the deciders end so.
pub(crate) fn conditions(
    scenario: &Scenario,
    decide: &impl Fn(General) -> Option<Decision>,
) -> (Agreement, Validity) {
    let loyal = || loyal_decisions(scenario, decide);
    let validity = match scenario.spec().task {
        Task::Broadcast => obedience(scenario, loyal()),
        Task::InteractiveConsistency => kept_opinions(scenario, loyal()),
    };
    (agreement(loyal()), validity)
}

fn agreement(mut loyal: impl Iterator<Item = (General, Decision)>) -> Agreement {
    let differing = loyal.next().and_then(|(first, decision)| {
        let other = loyal.find(|(_, other)| *other != decision)?;
        Some(vec![first, other.0])
    });
    Agreement {
        holds: differing.is_none(),
        witnesses: differing.unwrap_or_default(),
    }
}

fn obedience(scenario: &Scenario, loyal: impl Iterator<Item = (General, Decision)>) -> Validity {
    if !scenario.is_loyal(General::COMMANDER) {
        return Validity {
            holds: None,
            witnesses: Vec::new(),
        };
    }
    validity(loyal, |decision| decision.order == scenario.order())
}

/// In every loyal vector every loyal general's opinion is his.
fn kept_opinions(
    scenario: &Scenario,
    loyal: impl Iterator<Item = (General, Decision)>,
) -> Validity {
    let opinions = scenario.opinions().and(scenario.loyal());
    validity(loyal, |decision| {
        let vector = decision.vector.unwrap_or_default();
        vector.and(scenario.loyal()) == opinions
    })
}

fn validity(
    mut loyal: impl Iterator<Item = (General, Decision)>,
    keeps: impl Fn(&Decision) -> bool,
) -> Validity {
    let witness = loyal.find(|(_, decision)| !keeps(decision));
    Validity {
        holds: Some(witness.is_none()),
        witnesses: witness.map(|(general, _)| general).into_iter().collect(),
    }
}

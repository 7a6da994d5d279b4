//! The verdict: did the loyal agree, was what they started with kept, and who is the witness where not.

use std::collections::BTreeMap;

use crate::{
    protocol::{Condition, Task, machine::Decision},
    scenario::Scenario,
    word::{General, Generals, MessageCounts, Order, map_of},
};

/// What a run comes to, before it is judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What each general ends with, general 1 first; those of traitors mean nothing.
    pub decisions: Vec<Option<Decision>>,
    /// How many messages there were.
    pub messages: MessageCounts,
    /// How many of them were lies; `None` where they were not counted.
    pub lies: Option<u64>,
}

impl Outcome {
    /// The outcome of a run in which exactly the generals of `attackers` attack.
    pub(crate) fn of_attackers(
        scenario: &Scenario,
        attackers: Generals,
        messages: MessageCounts,
        lies: Option<u64>,
    ) -> Self {
        let deciders = scenario.deciders();
        let decided = scenario.generals().iter().map(|general| {
            let order = Order::from_bit(attackers.contains(general));
            deciders.contains(general).then(|| order.into())
        });
        Self {
            decisions: decided.collect(),
            messages,
            lies,
        }
    }
}

/// IC1 of LSP82 §1: all loyal deciders end alike.
///
/// ```
/// use generals::{Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=om&n=4&m=0&t=1&s=split", LinkSize::Any).unwrap().scenario;
/// let agreement = Trace::new(scenario).unwrap().verdict().agreement.clone();
/// let numbers: Vec<u8> = agreement.witnesses.iter().map(|general| general.number()).collect();
/// assert_eq!((agreement.holds, numbers), (false, vec![2, 3]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Whether it holds; it does where there is no loyal decider.
    pub holds: bool,
    /// The two smallest loyal deciders that differ; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// IC2 of LSP82 §1: if the commander is loyal, every loyal lieutenant obeys his order. Where everybody has an opinion, every
/// loyal opinion stands in every loyal vector.
///
/// ```
/// use generals::{Trace, link::{LinkSize, parse}};
///
/// let holds = |link| {
///     let trace = Trace::new(parse(link, LinkSize::Any).unwrap().scenario).unwrap();
///     trace.verdict().validity.holds
/// };
/// assert_eq!(holds("v=1&p=om&n=4&t=3"), Some(true));
/// assert_eq!(holds("v=1&p=om&n=4&t=1"), None, "a traitor's order need not be obeyed");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validity {
    /// Whether it holds; `None` if nothing is required.
    pub holds: Option<bool>,
    /// The smallest loyal decider that breaks it; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// One condition of a verdict.
///
/// ```
/// use generals::{Condition, Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=flat&n=4&m=2&t=3", LinkSize::Any).unwrap().scenario;
/// let trace = Trace::new(scenario).unwrap();
/// let judged: Vec<_> = trace.verdict().conditions().map(|one| (one.condition, one.holds)).collect();
/// assert_eq!(judged, [(Condition::Agreement, Some(true)), (Condition::Validity, Some(false))]);
/// ```
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
    /// The verdict on what a run comes to.
    pub(crate) fn of(scenario: &Scenario, outcome: Outcome) -> Self {
        let loyal = loyal_decisions(scenario, |general| outcome.decisions[general.index()]);
        let (agreement, validity) = conditions(scenario, &loyal);
        let vectors = loyal
            .iter()
            .filter_map(|(general, decision)| Some((*general, decision.vector?)));
        Self {
            generals: scenario.n(),
            vectors: map_of(vectors),
            decisions: map_of(
                loyal
                    .iter()
                    .map(|(general, decision)| (*general, decision.order)),
            ),
            agreement,
            validity,
            messages: outcome.messages,
            lies: outcome.lies,
        }
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
    decision: impl Fn(General) -> Option<Decision>,
) -> Vec<(General, Decision)> {
    let loyal = scenario.loyal_deciders().iter();
    loyal
        .filter_map(|general| Some((general, decision(general)?)))
        .collect()
}

/// Whether a condition is broken if the loyal deciders end so: the one test for every search.
pub(crate) fn is_broken(scenario: &Scenario, loyal: &[(General, Decision)]) -> bool {
    broken_condition(scenario, loyal).is_some()
}

/// The condition that is broken, validity before agreement.
pub(crate) fn broken_condition(
    scenario: &Scenario,
    loyal: &[(General, Decision)],
) -> Option<Condition> {
    let (agreement, validity) = conditions(scenario, loyal);
    match (validity.holds, agreement.holds) {
        (Some(false), _) => Some(Condition::Validity),
        (_, false) => Some(Condition::Agreement),
        _ => None,
    }
}

fn conditions(scenario: &Scenario, loyal: &[(General, Decision)]) -> (Agreement, Validity) {
    let validity = match scenario.spec().task {
        Task::Broadcast => obedience(scenario, loyal),
        Task::InteractiveConsistency => kept_opinions(scenario, loyal),
    };
    (agreement(loyal), validity)
}

fn agreement(loyal: &[(General, Decision)]) -> Agreement {
    let mut all = loyal.iter();
    let witnesses = all
        .next()
        .and_then(|(first, decision)| {
            let other = all.find(|(_, other)| other != decision)?;
            Some(vec![*first, other.0])
        })
        .unwrap_or_default();
    Agreement {
        holds: witnesses.is_empty(),
        witnesses,
    }
}

fn obedience(scenario: &Scenario, loyal: &[(General, Decision)]) -> Validity {
    if !scenario.is_loyal(General::COMMANDER) {
        return Validity {
            holds: None,
            witnesses: Vec::new(),
        };
    }
    validity(loyal, |decision| decision.order == scenario.order())
}

/// In every loyal vector every loyal general's opinion is his.
fn kept_opinions(scenario: &Scenario, loyal: &[(General, Decision)]) -> Validity {
    let opinions = scenario.opinions().and(scenario.loyal());
    validity(loyal, |decision| {
        let vector = decision.vector.unwrap_or_default();
        vector.and(scenario.loyal()) == opinions
    })
}

fn validity(loyal: &[(General, Decision)], keeps: impl Fn(&Decision) -> bool) -> Validity {
    let witness = loyal.iter().find(|(_, decision)| !keeps(decision));
    Validity {
        holds: Some(witness.is_none()),
        witnesses: witness.map(|(general, _)| *general).into_iter().collect(),
    }
}

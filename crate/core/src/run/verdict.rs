//! The verdict: did the loyal agree, was what they started with kept, and who is the witness where not.

use std::collections::BTreeMap;

use crate::{
    protocol::Condition,
    run::{conditions::Judged, outcome::Outcome},
    scenario::Scenario,
    word::{General, Generals, MessageCounts, Order, map_of},
};

/// What came out of a whole run.
///
/// ```
/// use generals::{Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=om&n=3&t=3&o=A", LinkSize::Any).unwrap().scenario;
/// let trace = Trace::new(scenario).unwrap();
/// let broken: Vec<_> = trace.verdict().conditions.iter().filter(|one| one.holds == Some(false)).collect();
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
    /// Loyal deciders who never decided, as may happen where messengers are slow.
    pub undecided: Generals,
    /// All that the run is judged by, in the order in which the protocol names them. Nothing is said of termination where only
    /// a limit of this library kept the undecided from going on.
    pub conditions: Vec<Judged>,
    /// Where silence is noticed one message for each slot, silent or not; else those that carry a word.
    pub messages: MessageCounts,
    /// Messages that differ from the honest one, silence included; `None` where they were not counted.
    pub lies: Option<u64>,
}

impl Verdict {
    /// The verdict on a run that ends so, with so many messages, lies among them.
    pub(crate) fn of(
        scenario: &Scenario,
        outcome: &Outcome,
        messages: MessageCounts,
        lies: Option<u64>,
    ) -> Self {
        let judged = |condition: &Condition| {
            let witnesses = outcome.witnesses(scenario, *condition);
            Judged {
                condition: *condition,
                holds: witnesses.map(Generals::is_empty),
                witnesses: witnesses.unwrap_or_default().iter().collect(),
            }
        };
        let loyal = || scenario.loyal_deciders().iter();
        let order = |general| Order::from_bit(outcome.attackers.contains(general));
        let vector = |general: General| Some((general, outcome.vector(general)?));
        Self {
            generals: scenario.n(),
            vectors: map_of(loyal().filter_map(vector)),
            decisions: map_of(
                loyal()
                    .filter(|general| !outcome.undecided.contains(*general))
                    .map(|general| (general, order(general))),
            ),
            undecided: outcome.undecided,
            conditions: scenario.spec().conditions.iter().map(judged).collect(),
            messages,
            lies,
        }
    }

    /// What came of a condition; `None` where the protocol is not judged by it.
    #[must_use]
    pub fn condition(&self, condition: Condition) -> Option<&Judged> {
        let mut all = self.conditions.iter();
        all.find(|judged| judged.condition == condition)
    }

    /// Whether a condition holds; `None` if nothing is required.
    #[must_use]
    pub fn holds(&self, condition: Condition) -> Option<bool> {
        self.condition(condition)?.holds
    }

    /// Whether all loyal deciders end alike; they do where there is none.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.holds(Condition::Agreement) == Some(true)
    }

    /// Whether some condition does not hold.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.conditions
            .iter()
            .any(|judged| judged.holds == Some(false))
    }
}

//! What everybody ends with, and whether that breaks a condition: the one test for runs and for every search.

use crate::{
    protocol::{Condition, Task, machine::Decision},
    scenario::Scenario,
    word::{General, Generals, Order},
};

/// Who attacks in the end, and who does so according to each general's vector. What traitors end with means nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) attackers: Generals,
    /// By general, general 1 first, nobody's being empty; none at all where nobody has a vector.
    vectors: Vec<Generals>,
}

impl Outcome {
    /// Exactly these attack.
    pub(crate) const fn of_attackers(attackers: Generals) -> Self {
        Self {
            attackers,
            vectors: Vec::new(),
        }
    }

    /// Each ends with this.
    pub(crate) fn of(scenario: &Scenario, decide: impl Fn(General) -> Option<Decision>) -> Self {
        let mut outcome = Self::of_attackers(Generals::NONE);
        for general in scenario.generals().iter() {
            let Some(decision) = decide(general) else {
                continue;
            };
            if decision.order == Order::Attack {
                outcome.attackers = outcome.attackers.with(general);
            }
            if let Some(vector) = decision.vector {
                outcome.vectors.resize(general.index(), Generals::NONE);
                outcome.vectors.push(vector);
            }
        }
        outcome
    }

    /// Who attacks according to a general's vector, if he has one.
    pub(crate) fn vector(&self, general: General) -> Option<Generals> {
        self.vectors.get(general.index()).copied()
    }

    /// What the loyal deciders obey, by number.
    pub(crate) fn obeyed(&self, scenario: &Scenario) -> Vec<(General, Order)> {
        let order = |general| Order::from_bit(self.attackers.contains(general));
        let loyal = scenario.loyal_deciders().iter();
        loyal.map(|general| (general, order(general))).collect()
    }

    /// Whether a condition is broken.
    pub(crate) fn is_broken(&self, scenario: &Scenario) -> bool {
        self.broken_condition(scenario).is_some()
    }

    /// The condition that is broken: of several the last that the protocol names, validity before agreement.
    pub(crate) fn broken_condition(&self, scenario: &Scenario) -> Option<Condition> {
        let conditions = scenario.spec().conditions.iter().copied();
        conditions.rev().find(|condition| {
            let witnesses = self.witnesses(scenario, *condition);
            witnesses.is_some_and(|against| !against.is_empty())
        })
    }

    /// Who shows that a condition does not hold: nobody where it holds, `None` where nothing is required.
    pub(crate) fn witnesses(&self, scenario: &Scenario, condition: Condition) -> Option<Generals> {
        match condition {
            Condition::Agreement => Some(self.parted(scenario)),
            Condition::Validity => {
                let disobeying = match scenario.spec().task {
                    Task::InteractiveConsistency => Some(self.without_an_opinion(scenario)),
                    _ => self.disobeying(scenario),
                };
                disobeying.map(|disobeying| disobeying.iter().take(1).collect())
            }
            own => scenario.own_condition(self.attackers, own),
        }
    }

    /// The smallest loyal decider, and the smallest who does not end as he does.
    fn parted(&self, scenario: &Scenario) -> Generals {
        let loyal = scenario.loyal_deciders();
        let first = loyal.iter().next();
        let other = first.and_then(|first| self.unlike(first, loyal).iter().next());
        match (first, other) {
            (Some(first), Some(other)) => Generals::NONE.with(first).with(other),
            _ => Generals::NONE,
        }
    }

    /// Those of a set who do not end as this one does.
    fn unlike(&self, one: General, all: Generals) -> Generals {
        let of_the_other_order = if self.attackers.contains(one) {
            all.and_not(self.attackers)
        } else {
            all.and(self.attackers)
        };
        if self.vectors.is_empty() {
            return of_the_other_order;
        }
        let differs = |other: &General| self.vector(*other) != self.vector(one);
        all.iter().filter(differs).collect()
    }

    /// The loyal deciders who do not obey a loyal commander; `None` where nothing is required.
    fn disobeying(&self, scenario: &Scenario) -> Option<Generals> {
        let loyal = scenario.loyal_deciders();
        scenario
            .is_loyal(General::COMMANDER)
            .then(|| match scenario.order() {
                Order::Attack => loyal.and_not(self.attackers),
                Order::Retreat => loyal.and(self.attackers),
            })
    }

    /// The loyal deciders in whose vectors some loyal general's opinion is not his.
    fn without_an_opinion(&self, scenario: &Scenario) -> Generals {
        let opinions = scenario.opinions().and(scenario.loyal());
        let differs = |general: &General| {
            let vector = self.vector(*general).unwrap_or_default();
            vector.and(scenario.loyal()) != opinions
        };
        scenario.loyal_deciders().iter().filter(differs).collect()
    }
}

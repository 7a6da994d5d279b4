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
    /// Who should have decided and never did.
    pub(crate) undecided: Generals,
    /// Those of them whose program a limit of this library has ended: it is open what they would have done.
    #[cfg(feature = "network")]
    cut: Generals,
}

impl Outcome {
    /// Exactly these attack.
    pub(crate) const fn of_attackers(attackers: Generals) -> Self {
        Self {
            attackers,
            vectors: Vec::new(),
            undecided: Generals::NONE,
            #[cfg(feature = "network")]
            cut: Generals::NONE,
        }
    }

    /// The same where a limit has ended these generals' programs.
    #[cfg(feature = "network")]
    pub(crate) const fn cut_short(mut self, generals: Generals) -> Self {
        self.cut = generals.and(self.undecided);
        self
    }

    /// Each ends with this.
    pub(crate) fn of(scenario: &Scenario, decide: impl Fn(General) -> Option<Decision>) -> Self {
        let mut outcome = Self::of_attackers(Generals::NONE);
        for general in scenario.generals().iter() {
            let Some(decision) = decide(general) else {
                outcome.undecided = outcome.undecided.with(general);
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
        outcome.undecided = outcome.undecided.and(scenario.loyal_deciders());
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
                    #[cfg(feature = "marks")]
                    Task::Consensus => self.unlike_all_opinions(scenario),
                    _ => self.disobeying(scenario),
                };
                disobeying.map(|disobeying| disobeying.iter().take(1).collect())
            }
            #[cfg(feature = "network")]
            Condition::Termination if self.is_open() => None,
            #[cfg(feature = "network")]
            Condition::Termination => Some(self.undecided_beside_others(scenario)),
            own => scenario.own_condition(self.attackers, own),
        }
    }

    /// The smallest loyal decider, and the smallest who does not end as he does.
    fn parted(&self, scenario: &Scenario) -> Generals {
        let loyal = scenario.loyal_deciders().and_not(self.undecided);
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
                Order::Retreat => loyal.and(self.attackers).or(self.undecided),
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

    /// The loyal who decided otherwise though all loyal generals had one opinion; `None` if they had not. Validity, like
    /// agreement, says what must not be decided, and so holds while nobody decides: that everybody decides at all is termination,
    /// a condition of its own, by which whoever never decided is judged. (A broadcast is otherwise: there validity is that a loyal
    /// leader's order is delivered.)
    #[cfg(feature = "marks")]
    fn unlike_all_opinions(&self, scenario: &Scenario) -> Option<Generals> {
        let loyal = scenario.loyal();
        let attack = scenario.opinions().and(loyal);
        let decided = scenario.loyal_deciders().and_not(self.undecided);
        if attack.is_empty() {
            Some(decided.and(self.attackers))
        } else if attack == loyal {
            Some(decided.and_not(self.attackers))
        } else {
            None
        }
    }

    /// Whether nobody is without a decision but those whom a limit has ended.
    #[cfg(feature = "network")]
    const fn is_open(&self) -> bool {
        !self.cut.is_empty() && self.undecided.and_not(self.cut).is_empty()
    }

    /// The smallest loyal general who never decided. Of a reliable broadcast, which none may deliver, also the smallest who
    /// did, and nobody where none did.
    #[cfg(feature = "network")]
    fn undecided_beside_others(&self, scenario: &Scenario) -> Generals {
        let first = |generals: Generals| generals.iter().take(1).collect::<Generals>();
        if scenario.spec().task != Task::ReliableBroadcast {
            return first(self.undecided);
        }
        let decided = first(scenario.loyal_deciders().and_not(self.undecided));
        match decided.is_empty() || self.undecided.is_empty() {
            true => Generals::NONE,
            false => decided.or(first(self.undecided)),
        }
    }
}

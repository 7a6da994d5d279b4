//! The fewest lies that make two loyal lieutenants obtain a given pair of orders, for each type of
//! sub-execution of OM(m), each lie at its price.
//!
//! A type is what two sub-executions have in common when one is the other with its generals renamed: how many
//! relays are to come, whether the speaker is loyal, what an honest speaker would say, and how many loyal
//! generals and traitors are not on the path besides the one or two lieutenants that are watched, a and b.
//! How their votes come together at least cost: `ballot.rs`.

use std::collections::BTreeMap;

use crate::{
    lab::ballot::{Ballot, Group, Own, Plan},
    limits::ATTACK_COUNTED_MAX,
    order::Order,
};

/// What the watched lieutenants obtain. Where only a is watched, b is retreat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub(crate) a: Order,
    pub(crate) b: Order,
}

/// All outcomes, by index.
pub(crate) const OUTCOMES: [Outcome; 4] = [
    Outcome {
        a: Order::Retreat,
        b: Order::Retreat,
    },
    Outcome {
        a: Order::Retreat,
        b: Order::Attack,
    },
    Outcome {
        a: Order::Attack,
        b: Order::Retreat,
    },
    Outcome {
        a: Order::Attack,
        b: Order::Attack,
    },
];

/// The cost of what cannot be brought about.
pub(crate) const UNREACHABLE: u64 = u64::MAX;

/// For each outcome by index, the fewest lies.
pub(crate) type Costs = [u64; 4];

impl Outcome {
    pub(crate) const fn index(self) -> usize {
        2 * bit(self.a) + bit(self.b)
    }

    /// Where only one is watched.
    pub(crate) const fn single(a: Order) -> Self {
        Self {
            a,
            b: Order::Retreat,
        }
    }
}

pub(crate) const fn bit(order: Order) -> usize {
    match order {
        Order::Attack => 1,
        Order::Retreat => 0,
    }
}

const ORDERS: [Order; 2] = [Order::Attack, Order::Retreat];

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// A loyal general: everyone is told the same.
    Loyal,
    /// A traitor, who may tell each what he likes.
    Traitor,
}

/// The type of a sub-execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Type {
    /// Relays to come.
    pub(crate) depth: usize,
    /// Who speaks.
    pub(crate) kind: Kind,
    /// What an honest speaker would say.
    pub(crate) honest: Order,
    /// Loyal generals not on the path, the watched ones not counted.
    pub(crate) loyal: usize,
    /// Traitors not on the path.
    pub(crate) traitors: usize,
    /// Whether two are watched, or one.
    pub(crate) is_pair: bool,
}

impl Type {
    /// Everyone who is not on the path; so many votes are counted.
    pub(crate) const fn votes(self) -> usize {
        self.loyal + self.traitors + if self.is_pair { 2 } else { 1 }
    }

    /// The sub-execution of one who relays, told `told`.
    pub(crate) const fn below(self, is_loyal: bool, told: Order) -> Self {
        Self {
            depth: self.depth - 1,
            kind: if is_loyal { Kind::Loyal } else { Kind::Traitor },
            honest: told,
            loyal: self.loyal - if is_loyal { 1 } else { 0 },
            traitors: self.traitors - if is_loyal { 0 } else { 1 },
            is_pair: self.is_pair,
        }
    }

    /// The sub-execution of a watched lieutenant, told `told`, in which the other one is watched.
    pub(crate) const fn below_watched(self, told: Order) -> Self {
        Self {
            depth: self.depth - 1,
            kind: Kind::Loyal,
            honest: told,
            is_pair: false,
            ..self
        }
    }

    /// What the speaker may say, each with the lies it takes.
    fn words(self) -> impl Iterator<Item = (Order, u64)> {
        ORDERS
            .into_iter()
            .filter(move |word| self.kind == Kind::Traitor || *word == self.honest)
            .map(move |word| (word, u64::from(word != self.honest)))
    }
}

/// What a lie costs, by who hears it.
#[derive(Clone, Copy)]
pub(crate) struct Prices {
    pub(crate) loyal: u64,
    pub(crate) traitor: u64,
}

/// The types solved so far.
pub(crate) struct Fewest {
    prices: Prices,
    solved: BTreeMap<Type, Costs>,
}

impl Fewest {
    pub(crate) const fn new(prices: Prices) -> Self {
        Self {
            prices,
            solved: BTreeMap::new(),
        }
    }

    /// The fewest lies for each outcome.
    pub(crate) fn solve(&mut self, kind: Type) -> Costs {
        if let Some(costs) = self.solved.get(&kind) {
            return *costs;
        }
        let costs = if kind.depth == 0 {
            leaf(kind, self.prices.loyal)
        } else {
            let ballot = self.ballot(kind);
            // What takes more lies than a word can count must not be taken for what cannot be.
            OUTCOMES.map(|outcome| match ballot.cheapest(kind, outcome) {
                UNREACHABLE => UNREACHABLE,
                cost => cost.min(ATTACK_COUNTED_MAX),
            })
        };
        self.solved.insert(kind, costs);
        costs
    }

    /// How an outcome comes about; `None` if it cannot.
    pub(crate) fn plan(&mut self, kind: Type, outcome: Outcome) -> Option<Plan> {
        let cost = self.solve(kind)[outcome.index()];
        let ballot = self.ballot(kind);
        ballot.plan(kind, outcome, cost)
    }

    /// What the speaker tells one who relays so that his sub-execution gives this outcome at least cost.
    pub(crate) fn word_for(&mut self, kind: Type, is_loyal: bool, outcome: Outcome) -> Order {
        let words: Vec<(Order, u64)> = kind.words().collect();
        let cheapest = words.into_iter().min_by_key(|(word, lies)| {
            let told = self.told_cost(is_loyal, *lies);
            let below = self.solve(kind.below(is_loyal, *word))[outcome.index()];
            // Of equally many lies the honest word.
            (below.saturating_add(told), *lies)
        });
        cheapest.map_or(kind.honest, |(word, _)| word)
    }

    const fn told_cost(&self, is_loyal: bool, lies: u64) -> u64 {
        let Prices { loyal, traitor } = self.prices;
        lies * if is_loyal { loyal } else { traitor }
    }

    fn ballot(&mut self, kind: Type) -> Ballot {
        let one = |fewest: &mut Self, is_loyal: bool, count: usize| {
            let mut costs = [UNREACHABLE; 4];
            if count > 0 {
                for (word, lies) in kind.words() {
                    let told = fewest.told_cost(is_loyal, lies);
                    let below = fewest.solve(kind.below(is_loyal, word));
                    for (cost, below) in costs.iter_mut().zip(below) {
                        *cost = (*cost).min(below.saturating_add(told));
                    }
                }
            }
            Group { count, costs }
        };
        let loyal = one(self, true, kind.loyal);
        let traitors = one(self, false, kind.traitors);
        let mut own = Vec::new();
        for (told_a, lies_a) in kind.words() {
            if !kind.is_pair {
                own.push(Own {
                    told: (told_a, Order::Retreat),
                    obtained: (Order::Retreat, Order::Retreat),
                    cost: self.told_cost(true, lies_a),
                });
                continue;
            }
            let from_a = self.solve(kind.below_watched(told_a));
            for (told_b, lies_b) in kind.words() {
                let from_b = self.solve(kind.below_watched(told_b));
                for obtained in OUTCOMES {
                    let below = from_b[Outcome::single(obtained.a).index()]
                        .saturating_add(from_a[Outcome::single(obtained.b).index()]);
                    own.push(Own {
                        told: (told_a, told_b),
                        obtained: (obtained.a, obtained.b),
                        cost: below.saturating_add(self.told_cost(true, lies_a + lies_b)),
                    });
                }
            }
        }
        Ballot {
            loyal,
            traitors,
            own,
        }
    }
}

/// The last round: the words themselves, which the watched lieutenants hear.
fn leaf(kind: Type, price: u64) -> Costs {
    OUTCOMES.map(|outcome| {
        let watched = [Some(outcome.a), kind.is_pair.then_some(outcome.b)];
        let lies = watched
            .into_iter()
            .flatten()
            .filter(|order| *order != kind.honest);
        match (kind.kind, lies.count() as u64) {
            _ if !kind.is_pair && outcome.b == Order::Attack => UNREACHABLE,
            (Kind::Traitor, lies) => lies * price,
            (Kind::Loyal, 0) => 0,
            (Kind::Loyal, _) => UNREACHABLE,
        }
    })
}

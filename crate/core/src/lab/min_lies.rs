//! The fewest lies that make two loyal lieutenants obtain a given pair of orders, for each type of
//! sub-execution of OM(m), each lie at its price.
//!
//! A type is what two sub-executions have in common when one is the other with its generals renamed: how many
//! relays are to come, whether the speaker is loyal, what an honest speaker would say, and how many loyal
//! generals and traitors are not on the path besides the one or two lieutenants that are watched, a and b.
//! How their votes come together at least cost: `vote_split.rs`.

use std::collections::BTreeMap;

use crate::{
    lab::{
        vote_split::{Group, Own, Plan, VoteSplit},
        watched::{Costs, Kind, OUTCOMES, Outcome, Prices, Type, UNREACHABLE},
    },
    word::{Order, limits::ATTACK_COUNTED_MAX},
};

/// The types solved so far.
pub(crate) struct MinLies {
    prices: Prices,
    solved: BTreeMap<Type, Costs>,
}

impl MinLies {
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
            let split = self.vote_split(kind);
            // What takes more lies than a word can count must not be taken for what cannot be.
            OUTCOMES.map(|outcome| match split.cheapest(kind, outcome) {
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
        let split = self.vote_split(kind);
        split.plan(kind, outcome, cost)
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

    fn vote_split(&mut self, kind: Type) -> VoteSplit {
        let one = |solver: &mut Self, is_loyal: bool, count: usize| {
            let mut costs = [UNREACHABLE; 4];
            if count > 0 {
                for (word, lies) in kind.words() {
                    let told = solver.told_cost(is_loyal, lies);
                    let below = solver.solve(kind.below(is_loyal, word));
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
        VoteSplit {
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

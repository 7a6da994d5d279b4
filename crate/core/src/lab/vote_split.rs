//! How the votes of one sub-execution come together at least cost.
//!
//! The generals who relay fall into two groups of equals. How many of a group make the watched lieutenants a, b,
//! both or neither vote attack is a choice of four numbers with two sums given, so one number is free, and the
//! cost is linear in it: the smallest stands at one of its ends.

use crate::{
    lab::watched::{Costs, Outcome, Type, UNREACHABLE, bit},
    word::{Order, majority},
};

/// How an outcome comes about at least cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    /// How many of the loyal who relay give each outcome.
    pub(crate) loyal: [usize; 4],
    /// How many of the traitors who relay give each outcome.
    pub(crate) traitors: [usize; 4],
    /// What the watched lieutenants are told.
    pub(crate) told_a: Order,
    pub(crate) told_b: Order,
    /// What each of them obtains from the other.
    pub(crate) b_from_a: Order,
    pub(crate) a_from_b: Order,
}

/// A product that saturates. Browsers multiply to 128 bits slowly, and most costs are small or cannot be.
const fn times(cost: u64, count: u64) -> u64 {
    match cost {
        UNREACHABLE if count > 0 => UNREACHABLE,
        UNREACHABLE => 0,
        small if small < 1 << 32 => small * count,
        large => large.saturating_mul(count),
    }
}

/// Generals who relay and are alike.
#[derive(Clone, Copy)]
pub(crate) struct Group {
    pub(crate) count: usize,
    pub(crate) costs: Costs,
}

impl Group {
    /// How many give each outcome, at least cost, if so many give a attack and so many b.
    fn split(&self, a: usize, b: usize) -> (u64, [usize; 4]) {
        let fewest_both = self.with_both(a, b, (a + b).saturating_sub(self.count));
        let most_both = self.with_both(a, b, a.min(b));
        if fewest_both.0 <= most_both.0 {
            fewest_both
        } else {
            most_both
        }
    }

    /// The same if so many give both attack.
    fn with_both(&self, a: usize, b: usize, both: usize) -> (u64, [usize; 4]) {
        let counts = [self.count + both - a - b, b - both, a - both, both];
        let mut sum = 0_u64;
        for (count, cost) in counts.into_iter().zip(self.costs) {
            sum = sum.saturating_add(times(cost, count as u64));
        }
        (sum, counts)
    }

    /// How many may give b attack: nobody where b is not watched.
    const fn most_b(&self, is_pair: bool) -> usize {
        if is_pair { self.count } else { 0 }
    }
}

/// The watched lieutenants' own part: what they are told, and what each obtains from the other.
#[derive(Clone, Copy)]
pub(crate) struct Own {
    pub(crate) told: (Order, Order),
    pub(crate) obtained: (Order, Order),
    pub(crate) cost: u64,
}

impl Own {
    /// The votes that a and b have of themselves and of each other.
    const fn votes(&self) -> (usize, usize) {
        (
            bit(self.told.0) + bit(self.obtained.0),
            bit(self.told.1) + bit(self.obtained.1),
        )
    }
}

/// All who have a vote in one sub-execution.
pub(crate) struct VoteSplit {
    pub(crate) loyal: Group,
    pub(crate) traitors: Group,
    pub(crate) own: Vec<Own>,
}

impl VoteSplit {
    /// The fewest lies for this outcome.
    pub(crate) fn cheapest(&self, kind: Type, outcome: Outcome) -> u64 {
        if !kind.is_pair && outcome.b == Order::Attack {
            return UNREACHABLE;
        }
        // For each number of own votes the cheapest way to have them.
        let mut own = [[UNREACHABLE; 3]; 3];
        for part in &self.own {
            let (a, b) = part.votes();
            own[a][b] = own[a][b].min(part.cost);
        }
        let regions = Regions::new(&self.traitors, kind, outcome);
        let mut cheapest = UNREACHABLE;
        for loyal_a in 0..=self.loyal.count {
            for loyal_b in 0..=self.loyal.most_b(kind.is_pair) {
                let (loyal, _) = self.loyal.split(loyal_a, loyal_b);
                if loyal >= cheapest {
                    continue;
                }
                for (own_a, row) in own.iter().enumerate() {
                    for (own_b, own) in row.iter().enumerate() {
                        let traitors = regions.cheapest(loyal_a + own_a, loyal_b + own_b);
                        cheapest =
                            cheapest.min(loyal.saturating_add(*own).saturating_add(traitors));
                    }
                }
            }
        }
        cheapest
    }

    /// A way to bring it about with so many.
    pub(crate) fn plan(&self, kind: Type, outcome: Outcome, cost: u64) -> Option<Plan> {
        let obtains = |votes: usize, order: Order| majority(votes, kind.votes()).0 == order;
        for own in &self.own {
            let (own_a, own_b) = own.votes();
            for loyal_a in 0..=self.loyal.count {
                for loyal_b in 0..=self.loyal.most_b(kind.is_pair) {
                    let (loyal_cost, loyal) = self.loyal.split(loyal_a, loyal_b);
                    for traitors_a in 0..=self.traitors.count {
                        for traitors_b in 0..=self.traitors.most_b(kind.is_pair) {
                            let (traitors_cost, traitors) =
                                self.traitors.split(traitors_a, traitors_b);
                            let total = own
                                .cost
                                .saturating_add(loyal_cost)
                                .saturating_add(traitors_cost);
                            let a = obtains(own_a + loyal_a + traitors_a, outcome.a);
                            let b =
                                !kind.is_pair || obtains(own_b + loyal_b + traitors_b, outcome.b);
                            if total == cost && a && b {
                                return Some(Plan {
                                    loyal,
                                    traitors,
                                    told_a: own.told.0,
                                    told_b: own.told.1,
                                    a_from_b: own.obtained.0,
                                    b_from_a: own.obtained.1,
                                });
                            }
                        }
                    }
                }
            }
        }
        None
    }
}

/// The cheapest ways of the traitors to complete the votes of an outcome, by how many they need give a and b at
/// least (attack) or at most (retreat).
struct Regions {
    /// By the votes of a and then of b that are there already.
    cheapest: Vec<Vec<u64>>,
}

impl Regions {
    fn new(traitors: &Group, kind: Type, outcome: Outcome) -> Self {
        let (most_a, most_b) = (traitors.count, traitors.most_b(kind.is_pair));
        let mut costs: Vec<Vec<u64>> = (0..=most_a)
            .map(|a| (0..=most_b).map(|b| traitors.split(a, b).0).collect())
            .collect();
        // From here on, costs[a][b] is the cheapest with at least (attack) or at most (retreat) so many.
        for row in &mut costs {
            accumulate(row, outcome.b);
        }
        for b in 0..=most_b {
            let mut column: Vec<u64> = costs.iter().map(|row| row[b]).collect();
            accumulate(&mut column, outcome.a);
            for (row, cost) in costs.iter_mut().zip(column) {
                row[b] = cost;
            }
        }
        let there = kind.votes() + 1;
        let needed = kind.votes() / 2 + 1;
        let watched_b = kind.is_pair;
        let cheapest = (0..=there)
            .map(|a| {
                let a = bound(a, needed, most_a, outcome.a);
                (0..=there)
                    .map(|b| {
                        let b = if watched_b {
                            bound(b, needed, most_b, outcome.b)
                        } else {
                            Some(0)
                        };
                        a.zip(b).map_or(UNREACHABLE, |(a, b)| costs[a][b])
                    })
                    .collect()
            })
            .collect();
        Self { cheapest }
    }

    fn cheapest(&self, a: usize, b: usize) -> u64 {
        self.cheapest[a][b]
    }
}

/// Which number of further votes bounds the region: at least what is missing for an attack, at most what may be
/// added to a retreat. `None` if no number will do.
const fn bound(there: usize, needed: usize, most: usize, order: Order) -> Option<usize> {
    match order {
        Order::Attack => {
            let missing = needed.saturating_sub(there);
            if missing <= most { Some(missing) } else { None }
        }
        Order::Retreat => {
            if there >= needed {
                None
            } else if needed - 1 - there < most {
                Some(needed - 1 - there)
            } else {
                Some(most)
            }
        }
    }
}

/// Makes each entry the smallest of itself and those after it (attack) or before it (retreat).
fn accumulate(costs: &mut [u64], order: Order) {
    let mut smallest = UNREACHABLE;
    let mut take = |cost: &mut u64| {
        smallest = smallest.min(*cost);
        *cost = smallest;
    };
    match order {
        Order::Attack => costs.iter_mut().rev().for_each(&mut take),
        Order::Retreat => costs.iter_mut().for_each(&mut take),
    }
}

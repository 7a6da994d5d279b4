//! The fewest lies that make two loyal lieutenants obtain a given pair of orders, for each type of
//! sub-execution of OM(m).
//!
//! A type is what two sub-executions have in common when one is the other with its generals renamed: how many
//! relays are to come, whether the speaker is loyal, what an honest speaker would say, and how many loyal
//! generals and traitors are not on the path besides the one or two lieutenants that are watched, a and b.
//!
//! Within a type the generals who relay fall into two groups of equals. How many of a group make a, b, both or
//! neither vote attack is a choice of four numbers with two sums given, so one number is free, and the cost is
//! linear in it: the smallest stands at one of its ends.

use std::collections::BTreeMap;

use crate::{
    lab::attack::AmongTraitors,
    order::{Order, majority},
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

const fn bit(order: Order) -> usize {
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
    const fn votes(self) -> usize {
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

/// The types solved so far.
pub(crate) struct Fewest {
    among_traitors: AmongTraitors,
    solved: BTreeMap<Type, Costs>,
}

impl Fewest {
    pub(crate) const fn new(among_traitors: AmongTraitors) -> Self {
        Self {
            among_traitors,
            solved: BTreeMap::new(),
        }
    }

    /// The fewest lies for each outcome.
    pub(crate) fn solve(&mut self, kind: Type) -> Costs {
        if let Some(costs) = self.solved.get(&kind) {
            return *costs;
        }
        let costs = if kind.depth == 0 {
            leaf(kind)
        } else {
            let parts = self.parts(kind);
            OUTCOMES.map(|outcome| parts.cheapest(kind, outcome))
        };
        self.solved.insert(kind, costs);
        costs
    }

    /// How an outcome comes about; `None` if it cannot.
    pub(crate) fn plan(&mut self, kind: Type, outcome: Outcome) -> Option<Plan> {
        let cost = self.solve(kind)[outcome.index()];
        let parts = self.parts(kind);
        parts.plan(kind, outcome, cost)
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

    fn told_cost(&self, is_loyal: bool, lies: u64) -> u64 {
        if !is_loyal && self.among_traitors == AmongTraitors::Free {
            0
        } else {
            lies
        }
    }

    fn parts(&mut self, kind: Type) -> Parts {
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
                    cost: lies_a,
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
                        cost: below.saturating_add(lies_a + lies_b),
                    });
                }
            }
        }
        Parts {
            loyal,
            traitors,
            own,
        }
    }
}

/// The last round: the words themselves.
fn leaf(kind: Type) -> Costs {
    OUTCOMES.map(|outcome| {
        let watched = [Some(outcome.a), kind.is_pair.then_some(outcome.b)];
        let lies = watched
            .into_iter()
            .flatten()
            .filter(|order| *order != kind.honest);
        match (kind.kind, lies.count() as u64) {
            _ if !kind.is_pair && outcome.b == Order::Attack => UNREACHABLE,
            (Kind::Traitor, lies) => lies,
            (Kind::Loyal, 0) => 0,
            (Kind::Loyal, _) => UNREACHABLE,
        }
    })
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
struct Group {
    count: usize,
    costs: Costs,
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
struct Own {
    told: (Order, Order),
    obtained: (Order, Order),
    cost: u64,
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

struct Parts {
    loyal: Group,
    traitors: Group,
    own: Vec<Own>,
}

impl Parts {
    fn cheapest(&self, kind: Type, outcome: Outcome) -> u64 {
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

    fn plan(&self, kind: Type, outcome: Outcome, cost: u64) -> Option<Plan> {
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

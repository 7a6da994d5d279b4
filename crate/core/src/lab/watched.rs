//! Sub-executions of OM(m) by what two of them have in common, and what two watched lieutenants obtain of one.

use crate::word::Order;

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
    pub(crate) fn words(self) -> impl Iterator<Item = (Order, u64)> {
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

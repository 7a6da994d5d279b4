//! A slot: the place in a run where one word is said, and so where a traitor may lie.

use std::{collections::BTreeMap, fmt};

use crate::{
    general::General,
    order::{Order, Word},
    path::Path,
};

/// One message's place: the path it carries (its speaker last) and who receives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// Who spoke, in order; the last one says it now.
    pub path: Path,
    /// Who is told.
    pub to: General,
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.path, self.to)
    }
}

/// What is said in one slot: nothing, an order, or, with signed messages, both orders.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words {
    attack: bool,
    retreat: bool,
}

impl Words {
    /// Nothing is said.
    pub const SILENCE: Self = Self {
        attack: false,
        retreat: false,
    };

    /// One word, which may be silence.
    #[must_use]
    pub fn one(word: Word) -> Self {
        Self {
            attack: word == Some(Order::Attack),
            retreat: word == Some(Order::Retreat),
        }
    }

    /// These and one order more.
    #[must_use]
    pub fn with(self, order: Order) -> Self {
        Self {
            attack: self.attack || order == Order::Attack,
            retreat: self.retreat || order == Order::Retreat,
        }
    }

    /// Whether this order is said.
    #[must_use]
    pub const fn has(self, order: Order) -> bool {
        match order {
            Order::Attack => self.attack,
            Order::Retreat => self.retreat,
        }
    }

    /// Whether both orders are said.
    #[must_use]
    pub const fn is_both(self) -> bool {
        self.attack && self.retreat
    }

    /// The orders said, attack first.
    pub fn orders(self) -> impl Iterator<Item = Order> {
        [Order::Attack, Order::Retreat]
            .into_iter()
            .filter(move |order| self.has(*order))
    }

    /// The words as a link names them, attack first; silence is one word.
    pub fn iter(self) -> impl Iterator<Item = Word> {
        let silence = (self == Self::SILENCE).then_some(None);
        self.orders().map(Some).chain(silence)
    }

    /// The one word of a slot that cannot hold both orders.
    #[must_use]
    pub fn only(self) -> Word {
        self.orders().next()
    }
}

/// What traitors say in single slots, whatever their strategy says: the script of an attack.
pub type Lies = BTreeMap<Slot, Words>;

//! What one general of SM(m) remembers.

use crate::{
    protocol::signed::letter::Letter,
    word::{General, Order},
};

/// An order that a general has taken into his set V.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The round.
    pub round: usize,
    /// The letter that brought it: the first in the order of steps.
    pub letter: Letter,
}

/// What one general remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedState {
    pub(crate) general: General,
    pub(crate) order: Option<Order>,
    /// The set V, in the order of acceptance.
    pub accepted: Vec<Accepted>,
    /// Every good letter he was shown, new to him or not: what a traitor may pass on.
    pub(crate) known: Vec<Letter>,
}

//! What one general of SM(m) remembers.

use crate::{
    protocol::signed::letter::Letter,
    word::{General, Order},
};

/// An order that a general has taken into his set V.
///
/// ```
/// use generals::{machine::execute, sm::machine::Signed, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=sm&n=3&t=1&s=split", LinkSize::Any).unwrap().scenario;
/// let machine = Signed::new(3, 1, scenario.seed(), scenario.traitors()).unwrap();
/// let last = execute(&machine, &scenario).states[1].accepted.pop().unwrap();
/// assert_eq!((last.round, last.letter.path().unwrap().to_string().as_str()), (2, "1.3"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The round.
    pub round: usize,
    /// The letter that brought it: the first in the order of steps.
    pub letter: Letter,
}

/// What one general remembers.
///
/// ```
/// use generals::{Order, machine::{StepMachine, execute}, sm::machine::Signed, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=sm&n=3&t=1&s=split", LinkSize::Any).unwrap().scenario;
/// let machine = Signed::new(3, 1, scenario.seed(), scenario.traitors()).unwrap();
/// let state = &execute(&machine, &scenario).states[2];
/// assert_eq!(state.accepted.len(), 2, "both orders are signed, so the commander is a traitor");
/// assert_eq!(machine.decide(state), Some(Order::Retreat.into()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedState {
    pub(crate) general: General,
    pub(crate) order: Option<Order>,
    /// The set V, in the order of acceptance.
    pub accepted: Vec<Accepted>,
    /// Every good letter he was shown, new to him or not: what a traitor may pass on.
    pub(crate) known: Vec<Letter>,
}

impl SignedState {
    /// A general before the first round, with the order that he gives if he is the commander.
    pub(crate) const fn new(general: General, order: Option<Order>) -> Self {
        Self {
            general,
            order,
            accepted: Vec::new(),
            known: Vec::new(),
        }
    }
}

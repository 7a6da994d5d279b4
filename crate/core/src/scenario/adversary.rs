//! The adversary as one value: who is a traitor, whose keys he has, and what he says.

use crate::{
    scenario::Strategy,
    word::{General, Generals, Lies},
};

/// Everything in a scenario that is up to the enemy.
///
/// ```
/// use generals::{General, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=om&n=4&t=3&x=1.3-2A", LinkSize::Any).unwrap().scenario;
/// assert!(run.adversary().is_traitor(General::new(3).unwrap()));
/// assert_eq!(run.adversary().lies.len(), 1);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adversary {
    /// Who is a traitor.
    pub traitors: Generals,
    /// Loyal generals whose keys the traitors have stolen; no protocol without signatures reads it.
    pub stolen: Generals,
    /// How traitors act where no lie says otherwise.
    pub strategy: Strategy,
    /// What they say in single slots.
    pub lies: Lies,
}

impl Adversary {
    /// Whether he is a traitor.
    #[must_use]
    pub const fn is_traitor(&self, general: General) -> bool {
        self.traitors.contains(general)
    }

    /// Whose keys the traitors can sign with: their own and those they stole.
    #[must_use]
    pub const fn held_keys(&self) -> Generals {
        self.traitors.or(self.stolen)
    }
}

//! A slot: the place in a run where one word is said, and so where a traitor may lie.

use std::{collections::BTreeMap, fmt};

use crate::word::{General, Label, Words};

/// One message's place. Slots are ordered as steps are: by round, then label, then recipient.
///
/// ```
/// use generals::{General, Path};
///
/// let three = General::new(3).unwrap();
/// let slot = Path::commander().slot(three);
/// assert_eq!((slot.round, slot.to_string().as_str()), (1, "1-3"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot {
    /// When it is sent, from 1.
    pub round: usize,
    /// What keeps it apart from other messages: for relayed orders the path, its speaker last.
    pub label: Label,
    /// Who is told.
    pub to: General,
    /// Who speaks.
    pub from: General,
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.label, self.to)
    }
}

/// What traitors say in single slots, whatever their strategy says: the script of an attack.
///
/// ```
/// use generals::{Lies, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=om&n=4&t=1.3&x=1.3-2R_1-4S", LinkSize::Any).unwrap().scenario;
/// let lies: &Lies = run.lies();
/// let slots: Vec<String> = lies.keys().map(ToString::to_string).collect();
/// assert_eq!(slots, ["1-4", "1.3-2"], "in the order of steps");
/// ```
pub type Lies = BTreeMap<Slot, Words>;

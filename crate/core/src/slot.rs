//! A slot: the place in a run where one word is said, and so where a traitor may lie.

use std::{collections::BTreeMap, fmt};

use crate::{general::General, order::Word, path::Path};

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

/// What traitors say in single slots, whatever their strategy says: the script of an attack.
pub type Lies = BTreeMap<Slot, Word>;

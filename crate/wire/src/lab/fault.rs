//! Why a question of the laboratory cannot be answered.

use serde::{Serialize, Serializer};

/// Why a question of the laboratory cannot be answered here.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LabFault {
    /// Why.
    pub code: LabCode,
    /// What there is too much of: of strategies, 2 to the power of so many; of a ring, its messages; of a chain, its runs,
    /// infinite where no machine word holds them, and rounded above 2^53; of sets of messages, how many. Too few generals: how
    /// many are needed. Within the bound: how many generals at most are beyond it.
    pub size: Option<f64>,
    /// The link of the nearest army of which it can be asked.
    pub nearest: Option<String>,
}

/// Why a question cannot be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabCode {
    /// Strategies, a ring's messages or a chain's runs.
    TooLarge,
    /// Messages of a run.
    TooManyMessages,
    /// Generals for all behaviour of signed messages.
    TooManyGenerals,
    /// Generals for a ring or a chain.
    TooFew,
    /// It is asked of oral messages alone.
    OralOnly,
    /// Sets of messages where letters are slow.
    TooManySets,
    /// The army is within the bound: it cannot be cut into three blocs of at most m.
    WithinBound,
    /// The link's protocol is not for this question.
    NotForThis,
    /// Nothing is claimed of this army that could break.
    NothingClaimed,
}

impl LabCode {
    /// The code as published.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::TooManyMessages => "too-many-messages",
            Self::TooManyGenerals => "too-many-generals",
            Self::TooFew => "too-few",
            Self::OralOnly => "oral-only",
            Self::TooManySets => "too-many-sets",
            Self::WithinBound => "within-bound",
            Self::NotForThis => "not-for-this",
            Self::NothingClaimed => "nothing-claimed",
        }
    }
}

impl Serialize for LabCode {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

#[cfg(test)]
crate::declarations::union!(
    LabCode,
    [" Why a question cannot be answered."],
    crate::declarations::every!(
        LabCode::name,
        LabCode: TooLarge, TooManyMessages, TooManyGenerals, TooFew, OralOnly, TooManySets, WithinBound, NotForThis, NothingClaimed
    )
);

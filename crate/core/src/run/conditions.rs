//! What a run is judged by, each with who shows that it does not hold.

use crate::{protocol::Condition, word::General};

/// IC1 of LSP82 §1: all loyal deciders end alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Whether it holds; it does where there is no loyal decider.
    pub holds: bool,
    /// The two smallest loyal deciders that differ; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// IC2 of LSP82 §1: if the commander is loyal, every loyal lieutenant obeys his order. Where everybody has an opinion, every
/// loyal opinion stands in every loyal vector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validity {
    /// Whether it holds; `None` if nothing is required.
    pub holds: Option<bool>,
    /// The smallest loyal decider that breaks it; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// One condition of a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which.
    pub condition: Condition,
    /// Whether it holds; `None` if nothing is required.
    pub holds: Option<bool>,
    /// Who shows that it does not.
    pub witnesses: Vec<General>,
}

//! What a run is judged by, each with who shows that it does not hold.

use crate::{protocol::Condition, word::General};

/// IC1 of LSP82 §1: all loyal deciders end alike.
///
/// ```
/// use generals::{Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=om&n=4&m=0&t=1&s=split", LinkSize::Any).unwrap().scenario;
/// let agreement = Trace::new(scenario).unwrap().verdict().agreement.clone();
/// let numbers: Vec<u8> = agreement.witnesses.iter().map(|general| general.number()).collect();
/// assert_eq!((agreement.holds, numbers), (false, vec![2, 3]));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Whether it holds; it does where there is no loyal decider.
    pub holds: bool,
    /// The two smallest loyal deciders that differ; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// IC2 of LSP82 §1: if the commander is loyal, every loyal lieutenant obeys his order. Where everybody has an opinion, every
/// loyal opinion stands in every loyal vector.
///
/// ```
/// use generals::{Trace, link::{LinkSize, parse}};
///
/// let holds = |link| {
///     let trace = Trace::new(parse(link, LinkSize::Any).unwrap().scenario).unwrap();
///     trace.verdict().validity.holds
/// };
/// assert_eq!(holds("v=1&p=om&n=4&t=3"), Some(true));
/// assert_eq!(holds("v=1&p=om&n=4&t=1"), None, "a traitor's order need not be obeyed");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validity {
    /// Whether it holds; `None` if nothing is required.
    pub holds: Option<bool>,
    /// The smallest loyal decider that breaks it; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// One condition of a verdict.
///
/// ```
/// use generals::{Condition, Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=flat&n=4&m=2&t=3", LinkSize::Any).unwrap().scenario;
/// let trace = Trace::new(scenario).unwrap();
/// let judged: Vec<_> = trace.verdict().conditions().map(|one| (one.condition, one.holds)).collect();
/// assert_eq!(judged, [(Condition::Agreement, Some(true)), (Condition::Validity, Some(false))]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which.
    pub condition: Condition,
    /// Whether it holds; `None` if nothing is required.
    pub holds: Option<bool>,
    /// Who shows that it does not.
    pub witnesses: Vec<General>,
}

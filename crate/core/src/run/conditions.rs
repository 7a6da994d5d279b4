//! What a run is judged by, each with who shows that it does not hold.

use crate::{protocol::Condition, word::General};

/// One condition of a verdict.
///
/// ```
/// use generals::{Condition, Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=flat&n=4&m=2&t=3", LinkSize::Any).unwrap().scenario;
/// let trace = Trace::new(scenario).unwrap();
/// let judged: Vec<_> = trace.verdict().conditions.iter().map(|one| (one.condition, one.holds)).collect();
/// assert_eq!(judged, [(Condition::Agreement, Some(true)), (Condition::Validity, Some(false))]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Which.
    pub condition: Condition,
    /// Whether it holds; `None` if nothing is required.
    pub holds: Option<bool>,
    /// Who shows that it does not, by number: of agreement the two smallest loyal deciders that differ, of any other the
    /// smallest decider that breaks it. Nobody where it holds.
    pub witnesses: Vec<General>,
}

//! How much of a run is looked at to judge it.

/// Whether parts of a run whose outcome is known are left unvisited.
///
/// ```
/// use generals::{Visit, judge, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=om&n=50&m=3&t=3", LinkSize::Any).unwrap().scenario;
/// let [all, quick] = [Visit::All, Visit::Undecided].map(|visit| judge(&scenario, visit).unwrap());
/// assert_eq!(all.decisions, quick.decisions);
/// assert!(all.lies.is_some() && quick.lies.is_none(), "who does not look at all cannot count lies");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// Every message is evaluated.
    All,
    /// What is known is not visited. Of OM(m), below a loyal speaker with n > 2f+m: by Lemma 1 of LSP82 every loyal general
    /// obtains what he said. (What traitors obtain differs, but nobody asks.) Where nothing but single lies is a lie, nothing
    /// is visited but what leads to one.
    Undecided,
}

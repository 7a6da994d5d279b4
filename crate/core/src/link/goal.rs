//! An army that a program is asked to hold for (`goal=4.1`): four generals of whom one may be a traitor.

use std::fmt;

use super::digits::number;
use crate::word::limits::{GENERALS_MAX, GENERALS_MIN};

/// Generals, and how many of them may be traitors.
///
/// ```
/// use generals::link::{Goal, LinkSize, parse};
///
/// let goal = |link| parse(link, LinkSize::Any).unwrap().place.goal;
/// assert_eq!(goal("v=1&p=own&goal=7.2"), Some(Goal { n: 7, f: 2 }));
/// assert!(parse("v=1&p=own&goal=3.2", LinkSize::Any).is_err(), "somebody must be left to disagree");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Generals: 2 to 64.
    pub n: u64,
    /// Traitors: at most n−2.
    pub f: u64,
}

impl Goal {
    /// As a link writes it.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (n, f) = text.split_once('.')?;
        let (n, f) = (number(n).ok()?, number(f).ok()?);
        let is_army = (GENERALS_MIN..=GENERALS_MAX).contains(&n) && f + 2 <= n;
        is_army.then_some(Self { n, f })
    }
}

impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.n, self.f)
    }
}

//! What theory says of so many traitors: a cell of the map of a protocol whose attacks are not computed one by one.

use serde::Serialize;

use super::kind::Theorem;
use crate::names::Reason;

/// One cell of the map of what a protocol survives, by what is proved of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PromiseCell {
    /// How it is known.
    #[cfg_attr(test, ts(inline))]
    pub kind: Theorem,
    /// Whether it survives any k traitors; null where nothing is claimed, or nothing is known here.
    pub promised: Option<bool>,
    /// Why, or why not.
    pub reason: Reason,
}

impl PromiseCell {
    /// Of k traitors in this army.
    #[must_use]
    pub fn of(army: &generals::Scenario, k: usize) -> Self {
        let bound = army.bound_against(k);
        Self {
            kind: Theorem::Theorem,
            promised: if bound.theorem {
                Some(true)
            } else {
                bound.exact
            },
            reason: Reason(bound.reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use generals::link::{LinkSize, parse};

    use super::*;

    #[test]
    fn what_is_proved_is_told_and_what_is_not_is_left_open() {
        let cell = |link: &str, k| {
            let army = parse(link, LinkSize::Any).unwrap().scenario;
            PromiseCell::of(&army, k).promised
        };
        assert_eq!(cell("v=1&p=king&n=4", 1), Some(true));
        assert_eq!(
            cell("v=1&p=king&n=4", 2),
            Some(false),
            "all kings may be traitors"
        );
        assert_eq!(
            cell("v=1&p=queen&n=4", 1),
            None,
            "one general short of the theorem"
        );
        assert_eq!(cell("v=1&p=queen&n=5", 1), Some(true));
        assert_eq!(cell("v=1&p=bracha&n=4", 1), Some(true));
        assert_eq!(cell("v=1&p=bracha&n=3", 1), Some(false), "a third");
        assert_eq!(
            cell("v=1&p=bracha&n=6&m=2", 1),
            None,
            "fewer than it is asked to survive"
        );
        assert_eq!(
            cell("v=1&p=pbft&n=9", 2),
            Some(false),
            "more than it is asked to survive"
        );
        assert_eq!(
            cell("v=1&p=pbft&n=3&m=1", 2),
            None,
            "one general left, of whom nothing is claimed"
        );
    }
}

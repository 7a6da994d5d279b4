//! What theory says of so many traitors: a cell of the map of a protocol whose attacks are not computed one by one.

use serde::Serialize;

use super::kind::Known;
use crate::names::Reason;

/// One cell of the map of what a protocol survives, by what is proved of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PromiseCell {
    /// How it is known.
    #[cfg_attr(test, ts(inline))]
    pub kind: Known,
    /// Whether it survives any k traitors; null where nothing is claimed, or nothing is known here.
    pub promised: Option<bool>,
    /// Why, or why not.
    pub reason: Reason,
    /// The run that was found, where that is how it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub link: Option<String>,
}

impl PromiseCell {
    /// Of k traitors in this army.
    #[must_use]
    pub fn of(army: &generals::Scenario, k: usize) -> Self {
        let bound = army.bound_against(k);
        let proved = if bound.theorem {
            Some(true)
        } else {
            bound.exact
        };
        let link = match proved {
            None => army.broken_by(k),
            Some(_) => None,
        };
        Self {
            kind: match link {
                None => Known::Theorem,
                Some(_) => Known::Found,
            },
            promised: proved.or(link.is_some().then_some(false)),
            reason: Reason(bound.reason),
            link,
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
            cell("v=1&p=pbft&n=6&m=2", 1),
            None,
            "fewer than it is asked to survive"
        );
        assert_eq!(
            cell("v=1&p=bracha&n=5&m=2", 1),
            Some(false),
            "five READYs are waited for, and one general is silent"
        );
        assert_eq!(cell("v=1&p=bracha&n=6&m=2", 1), None, "five speak");
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
    #[test]
    fn what_a_run_breaks_is_told_with_the_run() {
        let army = parse("v=1&p=benor&n=5", LinkSize::Any).unwrap().scenario;
        let cell = PromiseCell::of(&army, 1);
        assert_eq!((cell.kind, cell.promised), (Known::Found, Some(false)));
        assert_eq!(cell.link.unwrap(), "v=1&p=benor&n=5&t=5&seed=38&i=AAAAA");
    }
}

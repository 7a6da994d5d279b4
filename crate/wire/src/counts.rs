//! How many messages there are.

use generals::om::count;
use serde::Serialize;

/// Up to here a JavaScript number holds every whole number.
const EXACT_MAX: u128 = (1 << 53) - 1;

/// Messages per round and in all; null beyond 2^128. Before a run of signed messages the most there can be.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MessageCounts {
    /// Of each round, round 1 first; rounded above 2^53.
    pub per_round: Vec<Option<f64>>,
    /// Of all; rounded above 2^53.
    pub total: Option<f64>,
    /// The same exactly, where a number does not hold one of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, inline))]
    pub exact: Option<ExactCounts>,
}

/// Counts as their digits.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ExactCounts {
    /// Digits for each round, round 1 first.
    pub per_round: Vec<Option<String>>,
    /// Digits for all.
    pub total: Option<String>,
}

impl MessageCounts {
    /// The core's counts.
    #[must_use]
    pub fn of(counts: &count::MessageCounts) -> Self {
        let number = |count: &u128| is_held(*count).then_some(*count as f64);
        let digits = |count: &u128| is_held(*count).then(|| count.to_string());
        // No round has more than all of them together.
        let is_rounded = counts.total > EXACT_MAX;
        Self {
            per_round: counts.per_round.iter().map(number).collect(),
            total: number(&counts.total),
            exact: is_rounded.then(|| ExactCounts {
                per_round: counts.per_round.iter().map(digits).collect(),
                total: digits(&counts.total),
            }),
        }
    }
}

/// The largest stands for that many or more.
const fn is_held(count: u128) -> bool {
    count < u128::MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_number_does_not_hold_is_there_as_digits() {
        let counts = MessageCounts::of(&count::MessageCounts::oral(64, 10));
        let exact = counts.exact.unwrap();
        assert_eq!(exact.total.as_deref(), Some("25052904737333162235"));
        assert_eq!(exact.per_round[0].as_deref(), Some("63"));
        let sum: u128 = exact
            .per_round
            .iter()
            .flatten()
            .map(|digits| digits.parse::<u128>().unwrap())
            .sum();
        assert_eq!(sum.to_string(), exact.total.unwrap());
        assert_eq!(
            MessageCounts::of(&count::MessageCounts::oral(31, 10)).exact,
            None
        );
        let most = MessageCounts::of(&count::MessageCounts::oral(64, 62));
        assert_eq!((most.total, most.exact.unwrap().total), (None, None));
    }
}

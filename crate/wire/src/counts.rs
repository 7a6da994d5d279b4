//! How many messages there are.

use generals::om::count;
use serde::Serialize;

/// Messages per round and in all; null beyond 2^128. Beyond 2^53 the numbers are rounded. Before a run of signed
/// messages the most there can be.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MessageCounts {
    /// Of each round, round 1 first.
    pub per_round: Vec<Option<f64>>,
    /// Of all.
    pub total: Option<f64>,
}

impl MessageCounts {
    /// The core's counts.
    #[must_use]
    pub fn of(counts: &count::MessageCounts) -> Self {
        let number = |count: &u128| (*count < u128::MAX).then_some(*count as f64);
        Self {
            per_round: counts.per_round.iter().map(number).collect(),
            total: number(&counts.total),
        }
    }
}

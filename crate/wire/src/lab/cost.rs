//! What safety costs.

use generals::om::count;
use serde::Serialize;

use crate::counts::MessageCounts;

/// Messages in each of the m+1 rounds, by closed forms.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Cost {
    /// Of OM(m).
    pub oral: MessageCounts,
    /// Of SM(m), if all are loyal.
    pub signed: MessageCounts,
    /// Of SM(m), what loyal generals send at most, whatever traitors do (Dolev and Strong 1983).
    pub loyal_at_most: f64,
}

impl Cost {
    /// Of n generals and m rounds of relay.
    #[must_use]
    pub fn of(n: usize, m: usize) -> Self {
        Self {
            oral: MessageCounts::of(&count::MessageCounts::oral(n, m)),
            signed: MessageCounts::of(&count::MessageCounts::signed_loyal(n, m)),
            loyal_at_most: count::MessageCounts::dolev_strong(n, m) as f64,
        }
    }
}

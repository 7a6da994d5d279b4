//! What is promised of SM(m).

use crate::{
    protocol::{
        bound::Bound,
        claim::{Claim, Measure},
        reason::Reason,
    },
    word::MessageCounts,
};

impl Bound {
    /// The bound for SM(m) among n generals with f traitors, whose promise stands on keys that nobody stole: by Theorem 2
    /// of LSP82 for f ≤ m. SM(f) among f+2 is enough; with fewer nobody is left to disagree.
    #[must_use]
    pub const fn signed(n: usize, m: usize, f: usize, keys_are_safe: bool) -> Self {
        let reason = if !keys_are_safe {
            Reason::StolenKeys
        } else if f <= m {
            Reason::Theorem
        } else if f + 1 >= n {
            Reason::NobodyLeft
        } else {
            Reason::TooFewRounds
        };
        let enough = Some((f + 2, f));
        Self {
            f,
            theorem: f <= m && keys_are_safe,
            exact: if f + 1 >= n || !keys_are_safe {
                None
            } else {
                Some(f <= m)
            },
            reason,
            source: Some("LSP82 Theorem 2"),
            enough,
            claim: Claim::of(reason, n, f, enough),
            measure: if f == 0 || !reason.is_claim() {
                None
            } else {
                Some(Measure::Rounds)
            },
            loyal_messages: Some(MessageCounts::dolev_strong(n, m)),
        }
    }
}

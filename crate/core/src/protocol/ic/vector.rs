//! A vector of opinions, and what it decides.

use crate::{
    protocol::machine::Decision,
    word::{Generals, majority},
};

/// The strict majority of a vector of n, else retreat.
pub(super) fn decision(vector: Generals, n: usize) -> Decision {
    Decision {
        order: majority(vector.len(), n).0,
        vector: Some(vector),
    }
}

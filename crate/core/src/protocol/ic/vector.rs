//! A vector of opinions, and what it decides.

use crate::{
    protocol::machine::Decision,
    scenario::Scenario,
    word::{General, Generals, majority},
};

/// Who attacks according to a general, if bit i−1 of `heard[g−1]` says what general i obtains of general g.
pub(super) fn vector_of(scenario: &Scenario, heard: &[u64], general: General) -> Generals {
    let own = scenario.opinions().and(Generals::NONE.with(general));
    let others = scenario.generals().without(general).iter();
    others
        .filter(|source| heard[source.index()] & general.bit() != 0)
        .fold(own, Generals::with)
}

/// The strict majority of a vector of n, else retreat.
pub(super) fn decision(vector: Generals, n: usize) -> Decision {
    Decision {
        order: majority(vector.len(), n).0,
        vector: Some(vector),
    }
}

//! OM(m), the algorithm with oral messages (LSP82 §3).
//!
//! The commander tells everyone his order. Every lieutenant then acts as commander of an OM(m−1) among the
//! others to pass on what he was told, and takes the majority of what he was told himself and what he obtains
//! from each of them. A message is named by its path: who said it, first to last.
//!
//! Why it works, for k ≤ m traitors among n > 3m generals. If a commander is loyal, each loyal lieutenant
//! starts with the same order and n−1 > 2k + (m−1) keeps the loyal in the majority one level down, so by
//! induction all obtain it (Lemma 1). If he is a traitor, at most k−1 of the n−1 lieutenants are, and by
//! induction all loyal ones obtain the same from each of the others, hence the same majority (Theorem 1).
//!
//! There are three forms. [`machine`] is the program of one general, as every protocol here is written.
//! `fold` is one machine word per path, whose bit says what each general was told, folded by a majority
//! taken on all bits at once. `spared` walks only the paths that lead to a lie, where nothing but single lies is one.
//! Property tests hold them equal.

pub(crate) mod bag;
pub mod count;
pub(crate) mod fold;
pub mod machine;
pub(crate) mod run;
pub(crate) mod spared;
pub(crate) mod steps;

pub use fold::Visit;

use crate::{general::Generals, scenario::Scenario, strategy::Strategy};

/// Who attacks when what is known is left unvisited ([`Visit::Undecided`]), whatever the size; of the loyal lieutenants
/// only. [`crate::judge`] uses it for large runs.
#[must_use]
pub fn pruned_decisions(scenario: &Scenario) -> Generals {
    let attackers = match scenario.strategy() {
        Strategy::Honest => spared::decisions(scenario),
        _ => fold::decisions(scenario, Visit::Undecided, &mut ()),
    };
    Generals::from_bits(attackers).and(scenario.loyal_lieutenants())
}

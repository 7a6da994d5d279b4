//! The laboratory: questions about all the traitors there could be, answered by machine.
//!
//! Every answer says of what kind it is: an exact algorithm, so many cases tried, or a theorem. What was not
//! established is not said. A tool is a file here; searches that are done in pieces share [`search`]; [`begin`] says which of
//! them answers.

pub mod adversary_search;
mod any_machine;
pub mod attack;
pub mod begin;
pub mod chain;
mod choices;
mod circuit;
pub mod exhaust;
pub(crate) mod indistinguishable;
pub mod joint_states;
pub mod ladder;
mod min_lies;
mod minimise;
#[cfg(feature = "network")]
pub mod network;
#[cfg(feature = "benor")]
pub mod phases;
pub mod random_search;
mod reach;
pub mod ring;
pub mod rule;
pub mod search;
mod shared;
mod smaller;
mod vote_split;
mod watched;
mod weak_run;

pub use smaller::smaller_armies;

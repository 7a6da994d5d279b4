//! What phase king and phase queen have in common: what everybody tells everybody in a round, and what is promised.
//!
//! A phase is a few rounds of which the last one is its king's or queen's alone: of phase p general p's. After m+1 phases one of
//! them was loyal, if at most m are traitors.

mod ballot;
mod bound;

pub use ballot::Ballot;
pub(crate) use ballot::{Heard, Place};

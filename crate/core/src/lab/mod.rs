//! The laboratory: questions about all the traitors there could be, answered by machine.
//!
//! Every answer says of what kind it is: an exact algorithm, so many cases tried, or a theorem. What was not
//! established is not said.

pub mod attack;
mod ballot;
pub mod chain;
mod circuit;
pub mod exhaust;
mod fewest;
pub mod joint;
pub mod ring;
pub mod rule;
pub mod sample;
mod smaller;
mod words;

pub use smaller::smaller_armies;

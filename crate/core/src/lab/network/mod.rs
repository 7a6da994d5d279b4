//! Questions about armies whose letters are slow: every set of messages of their traitors, some of them with some delays, and
//! two runs glued together.

pub mod exhaust;
mod less;
mod menu;
pub mod sample;
pub mod split_brain;

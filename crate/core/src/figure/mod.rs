//! Figures of a run as geometry: whole units, label codes, no words. The page and exporters only paint them.

mod bundle;
mod place;
pub mod time;
mod wanted;

pub use bundle::{Bundle, Grain};
pub use wanted::Wanted;

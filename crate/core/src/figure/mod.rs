//! Figures of a run as geometry: whole units, label codes, no words. The page and exporters only paint them.

mod bundle;
mod columns;
#[cfg(feature = "network")]
mod delays;
mod place;
mod rect;
pub mod time;
pub mod tree;
mod wanted;

pub use bundle::{Bundle, Grain};
pub use rect::Rect;
pub use wanted::Wanted;

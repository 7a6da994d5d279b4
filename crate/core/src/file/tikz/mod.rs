//! A drawing as a LaTeX document: class `standalone`, package `tikz`, ASCII alone.
//!
//! All that the picture needs is defined within it, so that it can be copied into a paper that loads `tikz`; words and
//! colours that the paper has defined before are kept.

mod marks;
mod preamble;
mod words;

use crate::file::drawing::Drawing;

/// Writes it. `about` and `link` stand in comments.
pub(super) fn write(drawing: &Drawing, about: &str, link: &str) -> String {
    let body: String = drawing.marks.iter().map(marks::mark).collect();
    let styles = preamble::styles(&body);
    let pieces = preamble::pieces(&body);
    let used = format!("{body}{styles}{pieces}");
    let words = preamble::words(&used);
    let colours = preamble::colours(&used);
    let link = if link.is_empty() {
        String::new()
    } else {
        format!("% {}\n", ascii(link))
    };
    format!(
        "% {}\n{link}{HOW}\\documentclass[border=4pt]{{standalone}}\n\\usepackage{{tikz}}\n\\begin{{document}}\n\
         \\begin{{tikzpicture}}[x=0.5pt,y=-0.5pt]\n{words}{colours}\\tikzset{{\n{styles}{pieces}}}\n{body}\
         \\end{{tikzpicture}}\n\\end{{document}}\n",
        ascii(about)
    )
}

const HOW: &str = "\
% To compile: pdflatex FILE.tex. Or copy the tikzpicture into a paper that loads tikz:
% words (\\byz...) and colours (byz...) that are defined before it are kept as they are.
";

/// A text for a comment: what is no printable ASCII is escaped as in addresses.
fn ascii(text: &str) -> String {
    let mut written = String::new();
    for byte in text.bytes() {
        if (b' '..=b'~').contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.push_str(&format!("%{byte:02X}"));
        }
    }
    written
}

//! A drawing as an SVG file that needs nothing else: texts are texts, in the letters that systems have.

mod escape;
mod marks;

use crate::file::{drawing::Drawing, palette::colour, text::width_of};
use escape::escaped;

/// The serifs of the systems.
const FONTS: &str = "'Iowan Old Style','Palatino Linotype',Palatino,'URW Palladio L',P052,'Book Antiqua',Georgia,'Liberation Serif','Noto Serif',serif";
/// Around the figure.
const BORDER: i32 = 8;
/// The link below it: its letters, from line to line, and how many lines are written.
const CAPTION: i32 = 12;
const LINE: i32 = 16;
const LINES_MAX: usize = 6;

/// Writes it. `about` is its title; the link stands below it where it has room, and in its description.
pub(super) fn write(drawing: &Drawing, about: &str, link: &str) -> String {
    let lines = wrapped(link, drawing.width);
    let lines: &[String] = if lines.len() > LINES_MAX { &[] } else { &lines };
    let below = if lines.is_empty() {
        0
    } else {
        LINE * lines.len() as i32 + LINE / 2
    };
    let (width, height) = (
        drawing.width + 2 * BORDER,
        drawing.height + 2 * BORDER + below,
    );
    let mut written = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"{} {} {width} {height}\" font-family=\"{FONTS}\">\n<title>{}</title>\n",
        -BORDER,
        -BORDER,
        escaped(about)
    );
    if !link.is_empty() {
        written.push_str(&format!("<desc>{}</desc>\n", escaped(link)));
    }
    written.push_str(&format!(
        "<rect x=\"{}\" y=\"{}\" width=\"{width}\" height=\"{height}\" fill=\"#FFFFFF\"/>\n",
        -BORDER, -BORDER
    ));
    written.extend(drawing.marks.iter().map(marks::mark));
    for (line, number) in lines.iter().zip(1..) {
        written.push_str(&format!(
            "<text x=\"0\" y=\"{}\" font-size=\"{CAPTION}\" fill=\"#{}\">{}</text>\n",
            drawing.height + LINE * number,
            colour("byzpale"),
            escaped(line)
        ));
    }
    written.push_str("</svg>\n");
    written
}

/// A link in lines that are no wider than this.
fn wrapped(link: &str, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for letter in link.chars() {
        match lines.last_mut() {
            Some(line) if width_of(&format!("{line}{letter}"), CAPTION) <= width => {
                line.push(letter);
            }
            _ => lines.push(letter.to_string()),
        }
    }
    lines
}

//! Undoing what chat programs, sentences and hands do to links, in the search for the nearest one.

use super::{Link, LinkSize, decode, parse::read_pairs};
use crate::link::error::Key;

/// The nearest link that can be opened: what letters and punctuation did to it on its way is undone where that
/// helps, what is out of range is clamped, what means nothing is left out, and the relay depth is lowered until
/// the run is small enough.
#[must_use]
pub fn nearest(text: &str) -> Link {
    let decoded = decode::pairs(text);
    let (link, fault) = read_pairs(decoded.pairs.clone(), LinkSize::Stepped);
    if fault.is_none() && decoded.fault.is_none() {
        return link;
    }
    read_pairs(mended(decoded.pairs), LinkSize::Stepped).0
}

/// The pairs with keys and values in their usual letters, without what a sentence puts behind a link.
fn mended(pairs: Vec<(String, String)>) -> Vec<(String, String)> {
    let mended = pairs.into_iter().map(|(name, value)| {
        let name = name.trim().to_ascii_lowercase();
        let value = value.trim().trim_end_matches(BEHIND_A_LINK).trim();
        let value = match Key::of(&name) {
            Some(Key::O | Key::I) => value.to_ascii_uppercase(),
            // A path has no letters, so all letters of a lie are its word.
            Some(Key::X) => value
                .to_ascii_uppercase()
                .replace(['\u{2010}', '\u{2011}', '\u{2013}', '\u{2212}'], "-"),
            Some(Key::Lesson) | None => value.to_owned(),
            Some(_) => value.to_ascii_lowercase().replace(',', "."),
        };
        (name, value)
    });
    mended.collect()
}

/// What stands behind a link in running text.
const BEHIND_A_LINK: [char; 14] = [
    '.', ',', ';', ':', '!', '?', ')', ']', '}', '>', '"', '\'', '\u{3002}', '\u{ff09}',
];

//! Undoing what chat programs, sentences and hands do to links, in the search for the nearest one.

use super::{
    Link, LinkSize, arrived, decode,
    parse::{read_decoded, read_pairs},
};
use crate::link::error::Key;

/// The nearest link that can be opened: where it ends at a letter that no link holds, what stands before that if it
/// reads; else what letters and punctuation did to it on its way is undone where that helps, what is out of range is
/// clamped, what means nothing is left out, and the relay depth is lowered until the run is small enough.
#[must_use]
pub fn nearest(text: &str) -> Link {
    let decoded = decode::pairs(text);
    let ends_early = decoded.rest.is_some();
    let before = decode::Pairs {
        rest: None,
        ..decoded
    };
    let pairs = before.pairs.clone();
    let (link, fault) = read_decoded(before, LinkSize::Stepped);
    if fault.is_none() {
        return link;
    }
    if ends_early && let (link, None) = read_pairs(mended(pairs_of(text)), LinkSize::Stepped) {
        return link;
    }
    if let Some(begun) = begun(decode::unmarked(text))
        && let (link, None) = read_decoded(decode::pairs(begun), LinkSize::Stepped)
    {
        return link;
    }
    read_pairs(mended(pairs), LinkSize::Stepped).0
}

/// A link from where it begins, if something stands before it that is none: the address of a page, a quotation mark.
fn begun(text: &str) -> Option<&str> {
    let (before, _) = text.split_once("v=")?;
    let is_apart = !before.ends_with(|letter: char| letter.is_ascii_alphanumeric());
    (!before.is_empty() && is_apart && !before.contains('=')).then(|| &text[before.len()..])
}

/// All that can be taken for pairs, foreign letters and all.
fn pairs_of(text: &str) -> Vec<(String, String)> {
    let plain = arrived::undone(decode::unmarked(text));
    let pairs = plain.split('&').filter_map(|pair| pair.split_once('='));
    let owned = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
    owned.collect()
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

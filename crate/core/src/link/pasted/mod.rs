//! A run that somebody pastes: an address in whatever surrounds it, or the list of an exercise. What is made of it is a link,
//! which is shown before it is opened; what can be read in two ways comes with both.

mod list;
mod meaning;
mod tokens;

use super::{
    LinkError, LinkSize, arrived, decode,
    error::{Code, Key},
    letters::is_of_links,
    parse,
};
use crate::word::limits::LINK_CHARACTERS_MAX;
pub use meaning::{Pasted, Source};

/// Reads a pasted text that is no file.
///
/// # Errors
/// `malformed` for what is nothing of that, with the word that was not understood; else why the link is refused, or the one
/// that a list makes: too few generals, too many, more rounds of relay than they can have.
pub fn pasted(text: &str) -> Result<Pasted, LinkError> {
    let text = text.trim();
    if let Some(link) = link_within(text) {
        return Ok(Pasted {
            link: parse(&link, LinkSize::Any)?,
            source: Source::Link,
            other: None,
        });
    }
    if text.encode_utf16().take(LINK_CHARACTERS_MAX + 1).count() > LINK_CHARACTERS_MAX {
        return Err(decode::fault(Code::TooLong, None));
    }
    list::read(text)
}

/// Letters that end a link wherever they stand: those of quoting and of marking up.
const ENDS: [char; 5] = ['"', '\'', '`', '<', '>'];

/// What stands in a text from the beginning of its link on; `None` where it is no address and no link.
fn link_within(text: &str) -> Option<String> {
    let plain = arrived::undone(text);
    let Some(version) = version_of(&plain) else {
        let is_address =
            plain.contains("://") || plain.contains('&') || plain.starts_with(['#', '?']);
        let behind = plain.rsplit(['#', '?']).next().unwrap_or_default();
        return is_address.then(|| behind.to_owned());
    };
    let before = plain[..version].trim_end_matches(is_of_links);
    let link = &plain[before.len()..];
    Some(link.split(ENDS).next().unwrap_or_default().to_owned())
}

/// Where the version of a link stands.
fn version_of(text: &str) -> Option<usize> {
    let mut places = text.match_indices('=').map(|(at, _)| at);
    places.find_map(|at| {
        let version = at.checked_sub(Key::V.name().len())?;
        let is_key = text.get(version..at)?.eq_ignore_ascii_case(Key::V.name());
        let before = text[..version].chars().next_back();
        let stands_alone = before.is_none_or(|letter| !letter.is_ascii_alphanumeric());
        (is_key && stands_alone).then_some(version)
    })
}

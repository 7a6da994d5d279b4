//! The forms of single values of a link: names in any letters, ids, rules, lies.

use super::{decode, digits::is_digits, error::Code};
use crate::{scenario::RawLie, word::Word};

pub(super) fn is_id(text: &str) -> bool {
    let legal =
        |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_' | '~');
    !decode::bare(text).is_empty() && text.chars().all(legal)
}

/// One table of three or four generals, or two of three.
pub(super) fn is_rule(text: &str) -> bool {
    let rows: Vec<usize> = text.split('.').map(str::len).collect();
    let letters = |letter: char| matches!(letter, 'A' | 'R' | '.');
    text.chars().all(letters) && [&[4][..], &[4, 4], &[8]].contains(&&rows[..])
}

/// The value a name stands for in whatever letters.
pub(super) fn like<T: Copy>(names: &[(&'static str, T)], text: &str) -> Option<T> {
    let found = names
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(text));
    found.map(|(_, value)| *value)
}

/// `path-to` and what is said: `1.3-2R`.
pub(super) fn lie(entry: &str) -> Result<RawLie, Code> {
    let (path, rest) = entry.split_once('-').ok_or(Code::BadValue)?;
    let mut to = rest.chars();
    let letter = to.next_back().ok_or(Code::BadValue)?;
    let said = Word::of_letter(letter).ok_or(Code::BadValue)?;
    // A number too long to read names a general that does not exist.
    let general = |text: &str| {
        if is_digits(text) {
            Ok(text.parse().unwrap_or(u64::MAX))
        } else {
            Err(Code::BadValue)
        }
    };
    Ok(RawLie {
        path: path.split('.').map(general).collect::<Result<_, _>>()?,
        to: general(to.as_str())?,
        said,
    })
}

//! The form of a link: its letters, its pairs. Nothing here knows what a value means.

#[cfg(feature = "diagnosis")]
use crate::link::arrived::arrived;
use crate::{
    link::{
        error::{Code, Key, LinkError},
        letters::{Rest, is_of_links},
    },
    word::limits::LINK_CHARACTERS_MAX,
};

/// The pairs of a link, in the order met, keys of ours in their usual letters.
pub(super) struct Pairs {
    pub(super) pairs: Vec<(String, String)>,
    /// Why it is no link, whatever its pairs mean.
    pub(super) fault: Option<LinkError>,
    /// What stands behind the last letter that a link can hold.
    pub(super) rest: Option<Rest>,
}

impl Pairs {
    fn refused(code: Code, read: Option<&str>) -> Self {
        Self {
            pairs: Vec::new(),
            fault: Some(fault(code, read)),
            rest: None,
        }
    }
}

/// Splits a link into pairs, once what happened to it on its way is undone.
pub(super) fn pairs(text: &str) -> Pairs {
    let text = unmarked(text);
    if text.encode_utf16().take(LINK_CHARACTERS_MAX + 1).count() > LINK_CHARACTERS_MAX {
        return Pairs::refused(Code::TooLong, None);
    }
    if text.chars().all(is_of_links) {
        return split(text, None);
    }
    #[cfg(feature = "diagnosis")]
    {
        let (body, rest) = arrived(text);
        split(&body, rest)
    }
    // A build that cannot undo it says no, and what it says no to is asked of another.
    #[cfg(not(feature = "diagnosis"))]
    Pairs::refused(Code::Malformed, None)
}

/// Without the mark in front of it.
pub(super) fn unmarked(text: &str) -> &str {
    text.strip_prefix(['#', '?']).unwrap_or(text)
}

/// Of these a link holds some too, but none ends with one: a sentence does.
const LAST_NEVER: [char; 4] = ['.', '_', '-', '~'];

/// Without what a sentence or a mail puts before and behind a value.
pub(super) fn bare(value: &str) -> &str {
    value
        .trim_start_matches(QUOTED_PRINTABLE)
        .trim_end_matches(LAST_NEVER)
}

/// What mails make of an equals sign, behind that sign.
const QUOTED_PRINTABLE: &str = "3D";

fn split(text: &str, rest: Option<Rest>) -> Pairs {
    let mut pairs = Vec::new();
    let mut first_fault = None;
    for pair in ended(text).split('&') {
        match pair.split_once('=') {
            Some((key, value)) if !key.is_empty() => {
                let ours = Key::of(&key.to_ascii_lowercase());
                let key = ours.map_or_else(|| key.to_owned(), |ours| ours.name().to_owned());
                let value = value.trim_start_matches(QUOTED_PRINTABLE);
                pairs.push((key, value.to_owned()));
            }
            None if pair.is_empty() => {}
            _ => {
                first_fault.get_or_insert_with(|| fault(Code::Malformed, Some(pair)));
            }
        }
    }
    Pairs {
        pairs,
        fault: first_fault,
        rest,
    }
}

/// Without what a sentence puts behind a link. The text of a program may end with any letter of its code.
fn ended(text: &str) -> &str {
    let last = text.rsplit('&').next().unwrap_or_default();
    let name = last.split_once('=').map(|(name, _)| name);
    match name.is_some_and(|name| name.eq_ignore_ascii_case(Key::Prog.name())) {
        true => text.trim_end_matches(['.', '~']),
        false => text.trim_end_matches(LAST_NEVER),
    }
}

/// A fault that no key has.
pub(super) fn fault(code: Code, read: Option<&str>) -> LinkError {
    LinkError {
        code,
        key: None,
        read: read.map(beginning),
        allowed: None,
    }
}

/// Characters of a damaged link that are repeated to the reader.
pub(super) const READ_CHARACTERS_MAX: usize = 40;

/// What is repeated of a text; where it goes on, that is said.
pub(super) fn beginning(text: &str) -> String {
    let mut said: String = text.chars().take(READ_CHARACTERS_MAX).collect();
    if said.len() < text.len() {
        said.push('…');
    }
    said
}

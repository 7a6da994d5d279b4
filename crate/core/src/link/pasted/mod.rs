//! A run that somebody pastes: an address in whatever surrounds it, or the list of an exercise. What is made of it is a link,
//! which is shown before it is opened; what can be read in two ways comes with both.

mod list;
mod tokens;

use super::{
    Link, LinkError, LinkSize, arrived, decode,
    error::{Code, Key},
    letters::is_of_links,
    parse,
};
use crate::word::limits::LINK_CHARACTERS_MAX;

/// What a pasted text was taken for.
///
/// ```
/// use generals::link::{Source, pasted};
///
/// assert_eq!(pasted("1 LTLL ATTACK").unwrap().source, Source::List);
/// assert_eq!(pasted("https://notes.example/#v=1&p=om&n=7").unwrap().source, Source::Link);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// A link, or an address that ends with one.
    Link,
    /// A letter or a word for each general: loyal or traitor.
    List,
    /// A truth value for each general.
    Booleans,
    /// A run's JSON.
    Json,
    /// A run's trace in the Informal Trace Format.
    Itf,
}

impl Source {
    /// All, by their names in the step API.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("link", Self::Link),
        ("list", Self::List),
        ("booleans", Self::Booleans),
        ("json", Self::Json),
        ("itf", Self::Itf),
    ];

    /// Its name there.
    #[must_use]
    pub fn name(self) -> &'static str {
        super::name_of(&Self::NAMES, self)
    }
}

/// What was made of a pasted text.
///
/// ```
/// use generals::link::pasted;
///
/// let list = pasted("2; L,T,L,L,L,T,L; RETREAT").unwrap();
/// assert_eq!(list.link.address(), "v=1&p=om&n=7&m=2&o=R&t=2.6");
/// let truths = pasted("[true, true, false, true]").unwrap();
/// assert_eq!(truths.link.address(), "v=1&p=om&n=4&t=3", "true is loyal");
/// assert_eq!(truths.other.unwrap().address(), "v=1&p=om&n=4&t=1.2.4", "or true is a traitor: nobody said");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pasted {
    /// The link.
    pub link: Link,
    /// What the text was taken for.
    pub source: Source,
    /// What it is too, if true meant a traitor and the text does not say what it means.
    pub other: Option<Link>,
}

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

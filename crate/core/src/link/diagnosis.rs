//! What may have happened to a link that is refused, and which link to offer first.

use super::{
    Link, LinkSize, arrived, decode,
    error::{Allowed, Code, Key, LinkError},
    letters::is_of_links,
    parse,
    repair::nearest,
};

/// What may have happened.
///
/// ```
/// use generals::link::{Damage, diagnose};
///
/// let damage = |link| diagnose(link).map(|found| found.damage);
/// assert_eq!(damage("v=1&p=om&n= 4&t=3"), Some(Damage::Strewn), "a space came into it");
/// assert_eq!(damage("v=1&p=om&n=4|t=3"), Some(Damage::Broken), "and more of it stands behind");
/// assert_eq!(damage("v=2&p=om&n=4&t=3"), Some(Damage::Newer));
/// assert_eq!(damage("v=1&p=om&n=4&t=3"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Characters that are no part of it came in on its way.
    Strewn,
    /// It holds a character that no link holds, and more of it may stand behind.
    Broken,
    /// Its end is missing.
    Cut,
    /// It was made by a later version.
    Newer,
    /// It asks for a protocol that is not known here.
    Protocol,
    /// The code of the refusal says it.
    Other,
}

impl Damage {
    /// All, by their names in the step API.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("strewn", Self::Strewn),
        ("broken", Self::Broken),
        ("cut", Self::Cut),
        ("newer", Self::Newer),
        ("protocol", Self::Protocol),
        ("other", Self::Other),
    ];

    /// Its name there.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Strewn => "strewn",
            Self::Broken => "broken",
            Self::Cut => "cut",
            Self::Newer => "newer",
            Self::Protocol => "protocol",
            Self::Other => "other",
        }
    }
}

/// Why a link is refused, and ways on.
///
/// ```
/// use generals::link::diagnose;
///
/// let found = diagnose("v=1&p=om&n=4&t=3&s=fli").unwrap();
/// assert_eq!(found.error.code.name(), "bad-value");
/// assert_eq!((found.damage.name(), found.token.as_str()), ("cut", "s=fli"));
/// assert_eq!(found.first.as_deref(), Some("v=1&p=om&n=4&t=3"), "what is left can be opened");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnosis {
    /// Why.
    pub error: LinkError,
    /// What may have happened.
    pub damage: Damage,
    /// What shows it: the characters that came in, what stands from the first that no link holds, the pair that breaks off, the version,
    /// the protocol. An ellipsis stands for what it has more than can be shown.
    pub token: String,
    /// The link to offer first; `None` where only another scenario is a way on.
    pub first: Option<String>,
    /// The nearest link that can be opened.
    pub nearest: Link,
}

/// What may have happened to a link; `None` if it can be opened.
#[must_use]
pub fn diagnose(text: &str) -> Option<Diagnosis> {
    let refused = |size| parse(text, size).err();
    // What any link must keep is told before the size of the run.
    let error = refused(LinkSize::Any).or_else(|| refused(LinkSize::Stepped))?;
    let nearest = nearest(text);
    let plain = arrived::undone(decode::unmarked(text));
    let (damage, token, first) = what_happened(&plain, &error, &nearest);
    Some(Diagnosis {
        error,
        damage,
        token,
        first,
        nearest,
    })
}

fn what_happened(
    plain: &str,
    error: &LinkError,
    nearest: &Link,
) -> (Damage, String, Option<String>) {
    if let Some((clean, token)) = cleaned(plain) {
        return (Damage::Strewn, token, Some(clean.address()));
    }
    // At such a letter a link ends, and this one cannot.
    if let Some(rest) = error.read.clone().filter(|_| is_broken(plain, error)) {
        return (Damage::Broken, rest, Some(nearest.address()));
    }
    if let Some((_, last)) = plain
        .rsplit_once('&')
        .filter(|(_, last)| is_cut(last, error))
    {
        return (Damage::Cut, its_end(last), Some(nearest.address()));
    }
    let read = decode::beginning(error.read.as_deref().unwrap_or_default());
    let is_at = |key: Key| error.key.as_deref() == Some(key.name());
    match error.code {
        Code::BadVersion if is_number(error) => (Damage::Newer, read, None),
        Code::BadValue if is_at(Key::P) => (Damage::Protocol, read, None),
        // The nearest number of generals may be a crowd nobody asked for.
        Code::OutOfRange if is_at(Key::N) => (Damage::Other, String::new(), None),
        _ => (Damage::Other, String::new(), Some(nearest.address())),
    }
}

/// The link without what came into it, and what that was; `None` where nothing did, or where what is left is no link.
fn cleaned(plain: &str) -> Option<(Link, String)> {
    let text: String = plain.chars().filter(|letter| !is_strewn(*letter)).collect();
    if text == plain {
        return None;
    }
    let clean = parse(&text, LinkSize::Any).ok().filter(is_whole)?;
    let mut seen = String::new();
    for letter in plain.chars().filter(|letter| is_strewn(*letter)) {
        if !letter.is_whitespace() && !seen.contains(letter) {
            seen.push(letter);
        }
    }
    Some((clean, seen))
}

/// Whether all that was read belongs to a link: nothing stands behind its end, and no value has another pair run into it.
fn is_whole(link: &Link) -> bool {
    link.left_off.is_none() && !link.ignored.iter().any(|(_, value)| value.contains('='))
}

/// What chats and mails leave within a link: spaces, breaks, the backslashes of Markdown.
fn is_strewn(letter: char) -> bool {
    letter.is_whitespace() || letter == '\\'
}

fn is_number(error: &LinkError) -> bool {
    let read = error.read.as_deref().unwrap_or_default();
    read.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether it is refused for a letter that no link holds.
fn is_broken(plain: &str, error: &LinkError) -> bool {
    let first = error.read.as_deref().and_then(|read| read.chars().next());
    error.code == Code::Malformed
        && first.is_some_and(|first| !is_of_links(first) && plain.contains(first))
}

/// Of a pair that breaks off, so much that the place can be found.
fn its_end(last: &str) -> String {
    let length = last.chars().count();
    let beyond = length.saturating_sub(decode::READ_CHARACTERS_MAX);
    let end: String = last.chars().skip(beyond).collect();
    if beyond == 0 {
        end
    } else {
        format!("…{end}")
    }
}

/// Whether a link that ends with this pair may have been cut there.
fn is_cut(last: &str, error: &LinkError) -> bool {
    let mut parts = last.split('=');
    let (key, value) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    if error.key.as_deref().is_some_and(|refused| refused != key) {
        return false;
    }
    let begins = |one: &&str| *one != value && one.starts_with(value);
    match (error.code, &error.allowed) {
        (Code::Malformed, _) => value.is_empty(),
        (Code::BadValue, _) if value.is_empty() => true,
        (Code::BadValue, _) if key == Key::X.name() => breaks_off(value, error, 1),
        (Code::BadValue, _) if key == Key::D.name() => breaks_off(value, error, 0),
        (Code::BadValue, Some(Allowed::OneOf(names))) => names.iter().any(begins),
        _ => false,
    }
}

/// Whether it is refused for the last of these entries, and more could follow that makes it right: a lie with a word that may
/// not stand there ends, and so does a delay with a recipient.
fn breaks_off(value: &str, error: &LinkError, dashes: usize) -> bool {
    let last = decode::bare(value.rsplit('_').next().unwrap_or_default());
    let is_refused = error.read.as_deref().map(decode::bare) == Some(last);
    let is_open = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | '-');
    is_refused && last.chars().all(is_open) && last.matches('-').count() <= dashes
}

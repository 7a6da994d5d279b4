//! Links as they arrive: what chats, mails and sentences do to their letters is undone; at one that no link holds the link ends.

use super::{
    error::Key,
    letters::{Rest, is_of_links},
};

/// The link of a text that has letters which links are not written with, and what stands behind it.
pub(super) fn arrived(text: &str) -> (String, Option<Rest>) {
    let text = undone(text);
    let text = text.trim_start();
    let (body, rest) = text.split_at(
        text.find(|letter| !is_of_links(letter))
            .unwrap_or(text.len()),
    );
    let is_bare = rest.chars().all(ends_a_sentence);
    let rest = (!is_bare).then(|| Rest {
        has_keys: has_keys(rest),
        text: rest.to_owned(),
    });
    (body.to_owned(), rest)
}

/// Percent-escapes are decoded until nothing changes, so often at most.
const DECODED_MAX: usize = 3;

/// The text with letters of links where other programs have put others for them.
pub(super) fn undone(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..DECODED_MAX {
        text = percent_decoded(&text);
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_unseen(*letter)) {
        plain.push(match letter {
            '＆' => '&',
            '＝' => '=',
            other => other,
        });
        for (written, meant) in WRITTEN {
            if plain.ends_with(written) {
                plain.truncate(plain.len() - written.len());
                plain.push_str(meant);
            }
        }
    }
    with_ampersands(&plain)
}

/// What is written for letters of links, also by several programs in turn: `&amp;amp;`.
const WRITTEN: [(&str, &str); 8] = [
    ("&amp;", "&"),
    ("&AMP;", "&"),
    ("&#38;", "&"),
    ("&#038;", "&"),
    ("&#x26;", "&"),
    ("&#X26;", "&"),
    ("\\&", "&"),
    ("\\_", "_"),
];

/// A semicolon before a key of the table stands for `&`.
fn with_ampersands(text: &str) -> String {
    let mut parts = text.split(';');
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let key = part.split_once('=').map(|(key, _)| key);
        plain.push(if key.is_some_and(is_key) { '&' } else { ';' });
        plain.push_str(part);
    }
    plain
}

fn is_key(name: &str) -> bool {
    Key::of(&name.to_ascii_lowercase()).is_some()
}

/// Whether the key of a pair stands in it, behind whatever separates it there.
fn has_keys(rest: &str) -> bool {
    let parts: Vec<&str> = rest.split('=').collect();
    let (_, before) = parts.split_last().unwrap_or((&"", &[]));
    before.iter().any(|part| {
        let word = part.rsplit(|letter: char| !letter.is_ascii_alphanumeric());
        word.take(1).any(is_key)
    })
}

/// What is not seen: joiners, marks of direction and order, soft hyphens; and spaces at which no line breaks.
pub(super) const fn is_unseen(letter: char) -> bool {
    matches!(
        letter,
        '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202f}' | '\u{2060}'..='\u{2064}' | '\u{feff}'
    )
}

/// What stands behind a link in running text and is no part of it.
fn ends_a_sentence(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '.' | '_' | '-' | '~' | ',' | ';' | ':' | '!' | ')' | ']' | '>' | '"' | '\''
        )
}

/// What is no escape of two hexadecimal digits, or not in UTF-8, stays as it is.
fn percent_decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        let (bytes, length) = escapes(rest);
        match String::from_utf8(bytes) {
            Ok(decoded) if length > 0 => plain.push_str(&decoded),
            _ => plain.push_str(&rest[..length.max(1)]),
        }
        rest = &rest[length.max(1)..];
    }
    plain + rest
}

/// The bytes of the escapes that a text begins with, and how long those are.
fn escapes(text: &str) -> (Vec<u8>, usize) {
    let escape = |triple: &[u8]| match triple {
        [b'%', high, low] => Some(hex(*high)? << 4 | hex(*low)?),
        _ => None,
    };
    let bytes: Vec<u8> = text.as_bytes().chunks(3).map_while(escape).collect();
    let length = 3 * bytes.len();
    (bytes, length)
}

fn hex(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).map(|value| value as u8)
}

//! The form of a link: escapes, separators, pairs. Nothing here knows what a key means.

use crate::{
    link::error::{Code, LinkError},
    word::limits::LINK_CHARACTERS_MAX,
};

/// The pairs of a link, decoded, in the order met; and whether anything had to be left out.
pub(super) struct Pairs {
    pub(super) pairs: Vec<(String, String)>,
    pub(super) fault: Option<LinkError>,
}

/// Splits a link into pairs: a leading `#` or `?`, empty pairs, `&amp;` and percent-escapes are accepted.
pub(super) fn pairs(text: &str) -> Pairs {
    let text = text.strip_prefix(['#', '?']).unwrap_or(text);
    if text.encode_utf16().take(LINK_CHARACTERS_MAX + 1).count() > LINK_CHARACTERS_MAX {
        return Pairs {
            pairs: Vec::new(),
            fault: Some(fault(Code::TooLong, None)),
        };
    }
    let Some(decoded) = percent_decode(text) else {
        return Pairs {
            pairs: Vec::new(),
            fault: Some(fault(Code::Malformed, Some(text))),
        };
    };
    let mut pairs = Vec::new();
    let mut first_fault = None;
    for pair in unescaped(&decoded).split('&') {
        match pair.split_once('=') {
            Some((key, value)) if !key.is_empty() => pairs.push((key.to_owned(), value.to_owned())),
            None if pair.is_empty() => {}
            _ => {
                first_fault.get_or_insert_with(|| fault(Code::Malformed, Some(pair)));
            }
        }
    }
    Pairs {
        pairs,
        fault: first_fault,
    }
}

/// `&amp;` for `&`, also where several programs have escaped it in turn.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        plain.push(letter);
        if plain.ends_with("&amp;") {
            plain.truncate(plain.len() - "amp;".len());
        }
    }
    plain
}

fn fault(code: Code, read: Option<&str>) -> LinkError {
    LinkError {
        code,
        key: None,
        read: read.map(|text| text.chars().take(READ_CHARACTERS_MAX).collect()),
        allowed: None,
    }
}

/// Characters of a damaged link that are repeated to the reader.
const READ_CHARACTERS_MAX: usize = 40;

/// `None` where an escape is not two hexadecimal digits or the bytes are not UTF-8.
pub(super) fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        if *first == b'%' {
            let [high, low, tail @ ..] = tail else {
                return None;
            };
            bytes.push(hex(*high)? << 4 | hex(*low)?);
            rest = tail;
        } else {
            bytes.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).map(|value| value as u8)
}

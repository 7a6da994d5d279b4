//! Which keys stand in a link, and what a link becomes when others stand in their place.

use super::{
    Link, LinkSize, decode,
    error::{Code, Key, LinkError},
    parse::read_decoded,
};
use crate::word::limits::LINK_CHARACTERS_MAX;

/// Reads a link, and tells which of our keys stand in it, in the table's order: a default that is written out is a
/// wish, one that is left out is none.
///
/// # Errors
/// As [`super::parse`].
pub fn parse_given(text: &str, size: LinkSize) -> Result<(Link, Vec<Key>), LinkError> {
    let decoded = decode::pairs(text);
    let stands = |key: &Key, pairs: &[(String, String)]| {
        let mut names = pairs.iter().map(|(name, _)| name);
        names.any(|name| name == key.name())
    };
    let has = |key: &Key| stands(key, &decoded.pairs);
    let mut given: Vec<Key> = Key::ALL.into_iter().filter(has).collect();
    let (link, fault) = read_decoded(decoded, size);
    // What a protocol does not know is none of ours there.
    given.retain(|key| !stands(key, &link.ignored));
    match fault {
        Some(fault) => Err(fault),
        None => Ok((link, given)),
    }
}

/// A link of any size with other values for these keys; without a value the key is left out.
///
/// # Errors
/// As [`super::parse`]; `too-long` where no link holds it.
pub fn replaced(text: &str, keys: &[(Key, Option<String>)]) -> Result<Link, LinkError> {
    let mut decoded = decode::pairs(text);
    decoded
        .pairs
        .retain(|(name, _)| !keys.iter().any(|(key, _)| key.name() == name));
    let values = keys.iter().filter_map(|(key, value)| {
        let value = value.as_ref()?;
        Some((key.name().to_owned(), value.clone()))
    });
    decoded.pairs.extend(values);
    let (link, fault) = read_decoded(decoded, LinkSize::Any);
    // A value that is asked for is not passed over.
    let unknown = |(key, value): &(Key, Option<String>)| {
        let value = value.as_ref()?;
        let mut passed = link.ignored.iter().map(|(name, _)| name);
        let is_passed = passed.any(|name| name == key.name());
        is_passed.then(|| LinkError::at(*key, Code::BadValue, value, None))
    };
    let fault = fault.or_else(|| keys.iter().find_map(unknown));
    match (link, fault) {
        (_, Some(fault)) => Err(fault),
        (link, None) if link.address().len() > LINK_CHARACTERS_MAX => Err(LinkError {
            code: Code::TooLong,
            key: None,
            read: None,
            allowed: None,
        }),
        (link, None) => Ok(link),
    }
}

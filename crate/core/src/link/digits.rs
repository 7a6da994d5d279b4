//! Whole numbers as links write them.

use crate::link::error::Code;

/// A whole number; leading zeros are accepted.
///
/// # Errors
/// `out-of-range` for a number that is negative or too long, `bad-value` for what is no whole number.
pub fn number(text: &str) -> Result<u64, Code> {
    if is_digits(text.strip_prefix('-').unwrap_or(text)) {
        text.parse().map_err(|_| Code::OutOfRange)
    } else {
        Err(Code::BadValue)
    }
}

pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

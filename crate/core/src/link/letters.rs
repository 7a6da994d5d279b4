//! The letters of links, and what is left behind one that no link holds.

/// What a link that ends at a foreign letter leaves behind it.
pub(super) struct Rest {
    pub(super) text: String,
    /// Whether a key of the table stands in it: then the link does not end there, it is broken there.
    pub(super) has_keys: bool,
}

/// The letters that links are written with.
pub(super) const fn is_of_links(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '.' | '_' | '~' | '=' | '&')
}

//! What a pasted text is taken for, and what is made of it.

use crate::link::Link;

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
        crate::link::name_of(&Self::NAMES, self)
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

//! What can be wrong with a link: a code, the key it concerns, what was read and what is allowed.

use std::fmt;

#[cfg(feature = "own")]
use crate::program::Mistake;
use crate::word::Word;

/// The keys of a link, in the order of the published table.
///
/// ```
/// use generals::Key;
///
/// assert_eq!(Key::of("seed").map(Key::name), Some("seed"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names are the documentation: CONTRACT of scenario links, version 1
pub enum Key {
    V,
    P,
    N,
    M,
    O,
    T,
    S,
    Seed,
    K,
    X,
    I,
    Q,
    D,
    W,
    By,
    Lost,
    Prog,
    At,
    Pov,
    View,
    Lesson,
    Beat,
    Goal,
    General,
    Message,
    Fold,
    Path,
    Both,
    Rule,
    Lang,
    Theme,
    Embed,
    Controls,
    Autoplay,
    Loop,
    Until,
    Speed,
    Keys,
    Number,
}

impl Key {
    /// All keys, in order.
    pub const ALL: [Self; 39] = [
        Self::V,
        Self::P,
        Self::N,
        Self::M,
        Self::O,
        Self::T,
        Self::S,
        Self::Seed,
        Self::K,
        Self::X,
        Self::I,
        Self::Q,
        Self::D,
        Self::W,
        Self::By,
        Self::Lost,
        Self::Prog,
        Self::At,
        Self::Pov,
        Self::View,
        Self::Lesson,
        Self::Beat,
        Self::Goal,
        Self::General,
        Self::Message,
        Self::Fold,
        Self::Path,
        Self::Both,
        Self::Rule,
        Self::Lang,
        Self::Theme,
        Self::Embed,
        Self::Controls,
        Self::Autoplay,
        Self::Loop,
        Self::Until,
        Self::Speed,
        Self::Keys,
        Self::Number,
    ];

    /// The key as written in a link.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::V => "v",
            Self::P => "p",
            Self::N => "n",
            Self::M => "m",
            Self::O => "o",
            Self::T => "t",
            Self::S => "s",
            Self::Seed => "seed",
            Self::K => "k",
            Self::X => "x",
            Self::I => "i",
            Self::Q => "q",
            Self::D => "d",
            Self::W => "w",
            Self::By => "by",
            Self::Lost => "lost",
            Self::Prog => "prog",
            Self::At => "at",
            Self::Pov => "pov",
            Self::View => "view",
            Self::Lesson => "lesson",
            Self::Beat => "beat",
            Self::Goal => "goal",
            Self::General => "general",
            Self::Message => "message",
            Self::Fold => "fold",
            Self::Path => "path",
            Self::Both => "both",
            Self::Rule => "rule",
            Self::Lang => "lang",
            Self::Theme => "theme",
            Self::Embed => "embed",
            Self::Controls => "controls",
            Self::Autoplay => "autoplay",
            Self::Loop => "loop",
            Self::Until => "until",
            Self::Speed => "speed",
            Self::Keys => "keys",
            Self::Number => "number",
        }
    }

    /// The key with this name, if it is one of ours.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }
}

/// What is wrong.
///
/// ```
/// use generals::{Code, link::{LinkSize, parse}};
///
/// let code = |link| parse(link, LinkSize::Any).unwrap_err().code;
/// assert_eq!(code("v=1&n=4&n=5"), Code::RepeatedKey);
/// assert_eq!(code("v=1&n=4&t=2&x=1.3-2R"), Code::NotATraitor, "general 3 is loyal");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// Not `key=value` pairs, or an escape that cannot be decoded.
    Malformed,
    /// A key that every link needs is not there.
    MissingKey,
    /// A key stands twice.
    RepeatedKey,
    /// A version of links that this program does not know.
    BadVersion,
    /// Not one of the values the key can have.
    BadValue,
    /// A number that is too small or too large.
    OutOfRange,
    /// A lie by a general who is not named as a traitor.
    NotATraitor,
    /// A lie on a path that no message of this run takes.
    NoSuchPath,
    /// Two lies in one slot.
    RepeatedLie,
    /// More characters than [`crate::limits::LINK_CHARACTERS_MAX`].
    TooLong,
    /// More messages than [`crate::limits::STEPPED_MESSAGES_MAX`], or, to judge, more paths than
    /// [`crate::limits::JUDGED_PATHS_MAX`].
    TooLarge,
    /// A program that cannot be run: [`Allowed::Program`] says where and why.
    BadProgram,
}

impl Code {
    /// The code as published.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::MissingKey => "missing-key",
            Self::RepeatedKey => "repeated-key",
            Self::BadVersion => "bad-version",
            Self::BadValue => "bad-value",
            Self::OutOfRange => "out-of-range",
            Self::NotATraitor => "not-a-traitor",
            Self::NoSuchPath => "no-such-path",
            Self::RepeatedLie => "repeated-lie",
            Self::TooLong => "too-long",
            Self::TooLarge => "too-large",
            Self::BadProgram => "bad-program",
        }
    }
}

/// The values a key can have, where that can be said shortly.
///
/// ```
/// use generals::{Allowed, link::{LinkSize, parse}};
///
/// let error = parse("v=1&n=4&m=3", LinkSize::Any).unwrap_err();
/// assert_eq!(error.allowed, Some(Allowed::Range(0, 2)), "somebody must be left to tell");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Whole numbers from the first to the second.
    Range(u64, u64),
    /// One of these.
    OneOf(Vec<&'static str>),
    /// Text of this form.
    Form(Form),
    /// What stands in a program, where, and what could stand there.
    #[cfg(feature = "own")]
    Program(Box<Mistake>),
}

/// The forms of texts in a link.
///
/// ```
/// use generals::{Allowed, Form, link::{LinkSize, parse}};
///
/// let error = parse("v=1&n=4&t=3&x=3-2", LinkSize::Any).unwrap_err();
/// assert_eq!(error.allowed, Some(Allowed::Form(Form::Lie)), "the word is missing");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A whole number.
    Number,
    /// `path-to` and `A`, `R` or `S`: `1.3-2R`.
    Lie,
    /// The same where a protocol knows a third word: `A`, `R`, `S` or `N`.
    LieOrNeither,
    /// Letters, digits and `-._~`.
    Id,
    /// A loyal general.
    Loyal,
    /// A letter A or R for each general.
    Opinions,
    /// Nothing: where everybody has an opinion nobody is given an order.
    Absent,
    /// Directed pairs of parties: `13.23`, `1-3.2-3`, or `0` for none.
    Pairs,
    /// Two numbers: `1.2`.
    Needs,
    /// What is held back: `2.3-1_3.2-4`, each with the step at which it is let go, `2.3-1~7`, or without.
    Delays,
    /// `1.` and the text of a program in base64url.
    Program,
    /// An army's generals and traitors: `4.1`.
    Goal,
    /// What to obey by what was heard: four letters A or R, or two such tables, `RRRA.RARA`, or eight letters.
    Rule,
}

impl Form {
    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Lie => "lie",
            Self::LieOrNeither => "lie-or-neither",
            Self::Id => "id",
            Self::Loyal => "loyal",
            Self::Opinions => "opinions",
            Self::Absent => "absent",
            Self::Rule => "rule",
            Self::Pairs => "pairs",
            Self::Needs => "needs",
            Self::Delays => "delays",
            Self::Program => "program",
            Self::Goal => "goal",
        }
    }

    /// Of a lie told by these words.
    pub(crate) fn of_lies(words: &[Word]) -> Self {
        if words.contains(&Word::Neither) {
            Self::LieOrNeither
        } else {
            Self::Lie
        }
    }
}

/// A link that is refused: data for the page, which finds the words.
///
/// ```
/// use generals::link::{LinkSize, parse};
///
/// let error = parse("v=1&n=99", LinkSize::Any).unwrap_err();
/// assert_eq!((error.code.name(), error.key.as_deref()), ("out-of-range", Some("n")));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkError {
    /// What is wrong.
    pub code: Code,
    /// The key it concerns; `None` only for `malformed` and `too-long`.
    pub key: Option<String>,
    /// What was read there.
    pub read: Option<String>,
    /// What could have stood there.
    pub allowed: Option<Allowed>,
}

impl LinkError {
    /// A refusal of what was read at one of our keys.
    #[must_use]
    pub fn at(key: Key, code: Code, read: &str, allowed: Option<Allowed>) -> Self {
        Self {
            code,
            key: Some(key.name().to_owned()),
            read: Some(read.to_owned()),
            allowed,
        }
    }
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.name())?;
        if let Some(key) = &self.key {
            write!(f, " in key {key}")?;
        }
        if let Some(read) = &self.read {
            write!(f, ": read \"{read}\"")?;
        }
        match &self.allowed {
            Some(Allowed::Range(min, max)) => write!(f, "; allowed are {min} to {max}"),
            Some(Allowed::OneOf(values)) => write!(f, "; allowed are {}", values.join(", ")),
            Some(Allowed::Form(Form::Absent)) => f.write_str("; nothing is allowed here"),
            Some(Allowed::Form(form)) => write!(f, "; allowed form: {}", form.name()),
            #[cfg(feature = "own")]
            Some(Allowed::Program(mistake)) => write!(f, "; {mistake}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for LinkError {}

/// The refusal of a relay depth that `fits` says is too large.
pub(crate) fn too_large(m: usize, fits: impl Fn(&usize) -> bool) -> LinkError {
    let most = (0..m).rev().find(fits).unwrap_or(0);
    let allowed = Some(Allowed::Range(0, most as u64));
    LinkError::at(Key::M, Code::TooLarge, &m.to_string(), allowed)
}

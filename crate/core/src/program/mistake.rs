//! What is wrong with a program: a code, where it stands, what stands there and what could.

use std::fmt;

use crate::word::limits::{
    PROGRAM_BYTES_MAX, PROGRAM_LINE_TOKENS_MAX, PROGRAM_ROUNDS_MAX, PROGRAM_WORK_MAX,
};

/// What is wrong.
///
/// ```
/// use generals::program::{MistakeCode, Program};
///
/// let mistakes = Program::read("task consensus\nsend input to all\n").unwrap_err();
/// assert_eq!(mistakes[0].code.name(), "never-decides");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MistakeCode {
    /// Something stands where it cannot.
    Unexpected,
    /// A name that stands for nothing here.
    UnknownName,
    /// A word, a number or a truth where one of the others is wanted.
    WrongType,
    /// A round that not all would reach together.
    RoundsDiffer,
    /// What must be known before the run is not.
    NotKnownBefore,
    /// The last line is no `decide`.
    NeverDecides,
    /// Something after the `decide`.
    AfterDecide,
    /// More rounds than a program may have.
    TooManyRounds,
    /// A text longer than it may be.
    TooLong,
    /// A line of more tokens than it may have.
    LineTooLong,
    /// More evaluations than a general may make.
    TooMuchWork,
    /// Dividing by what is 0 among so many generals.
    DividesByZero,
    /// `collect` without `signed`.
    NotSigned,
    /// What only `gather` or `collect` bring, without it.
    NoGather,
}

impl MistakeCode {
    /// Its name in the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unexpected => "unexpected",
            Self::UnknownName => "unknown-name",
            Self::WrongType => "wrong-type",
            Self::RoundsDiffer => "rounds-differ",
            Self::NotKnownBefore => "not-known-before",
            Self::NeverDecides => "never-decides",
            Self::AfterDecide => "after-decide",
            Self::TooManyRounds => "too-many-rounds",
            Self::TooLong => "too-long",
            Self::LineTooLong => "line-too-long",
            Self::TooMuchWork => "too-much-work",
            Self::DividesByZero => "divides-by-zero",
            Self::NotSigned => "not-signed",
            Self::NoGather => "no-gather",
        }
    }

    /// How much there may be where this is wrong: bytes of a text, tokens of a line, rounds, evaluations of a general.
    #[must_use]
    pub const fn limit(self) -> Option<u64> {
        Some(match self {
            Self::TooLong => PROGRAM_BYTES_MAX as u64,
            Self::LineTooLong => PROGRAM_LINE_TOKENS_MAX as u64,
            Self::TooManyRounds => PROGRAM_ROUNDS_MAX as u64,
            Self::TooMuchWork => PROGRAM_WORK_MAX,
            _ => return None,
        })
    }
}

/// A place in a text: line and column count from 1, columns in characters.
///
/// ```
/// use generals::program::{Place, Program};
///
/// let mistakes = Program::read("task consensus\ndecide 总\n").unwrap_err();
/// assert_eq!(mistakes[0].place, Place { line: 2, column: 8 });
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// One mistake.
///
/// ```
/// use generals::program::{MistakeCode, Program};
///
/// let mistakes = Program::read("task broadcast\ndecide count(A) > 1\n").unwrap_err();
/// assert_eq!(mistakes[0].code, MistakeCode::WrongType);
/// assert_eq!((mistakes[0].place.line, mistakes[0].place.column), (2, 8));
/// assert_eq!((mistakes[0].found.as_str(), mistakes[0].expected[0].as_str()), ("truth", "word"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What is wrong.
    pub code: MistakeCode,
    /// Where.
    pub place: Place,
    /// What stands there, as it is written or by its kind; empty at the end of a line.
    pub found: String,
    /// What could stand there: text of the language, a kind of thing, or of an unknown name those that are known there.
    pub expected: Vec<String>,
}

impl Mistake {
    pub(super) fn new(
        code: MistakeCode,
        place: Place,
        found: impl Into<String>,
        expected: &[&str],
    ) -> Self {
        Self {
            code,
            place,
            found: found.into(),
            expected: expected.iter().map(|&one| one.to_owned()).collect(),
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Place { line, column } = self.place;
        write!(f, "{} in line {line}, column {column}", self.code.name())?;
        match self.expected.is_empty() {
            true => Ok(()),
            false => write!(f, "; expected: {}", self.expected.join(", ")),
        }
    }
}

/// Kinds of things, as [`Mistake::expected`] and [`Mistake::found`] name them beside text of the language.
pub(super) mod kind {
    pub(crate) const WORD: &str = "word";
    pub(crate) const NUMBER: &str = "number";
    pub(crate) const TRUTH: &str = "truth";
    pub(crate) const NAME: &str = "name";
    pub(crate) const VALUE: &str = "value";
    pub(crate) const STATEMENT: &str = "statement";
    pub(crate) const END: &str = "end of line";
    pub(crate) const BLOCK: &str = "indented block";
    pub(crate) const INDENT: &str = "indentation";
    pub(crate) const SPACE: &str = "space";
    pub(crate) const TAB: &str = "tab";
}

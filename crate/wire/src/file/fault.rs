//! Why there is no such file of a run, or why a file is not read.

use std::fmt;

use generals::{LinkError, file::Refused};
use serde::Serialize;

/// Why there is no file, or why one is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum FileCode {
    /// There is no such kind of file: it is in `read`.
    UnknownKind,
    /// There is no such figure: it is in `read`.
    NoSuchFigure,
    /// The run has `size` of what is drawn or written, and `most` can be.
    TooLarge,
    /// The file has `size` characters, and `most` can be read where it is meant to go; of one that is read they are not counted.
    TooLong,
    /// The protocol has no such figure.
    NotForThis,
    /// So many generals are needed: `most`.
    TooFew,
    /// This general casts no vote.
    NoVote,
    /// The file shows what no single general can know.
    NoEyes,
    /// It is no JSON.
    NotJson,
    /// It is no file of a run that is known here.
    UnknownFormat,
    /// It was made by a later version, which is in `read`.
    UnknownVersion,
    /// What stands in it is not the run of its link: at `step`, or in the part that is in `read`.
    Differs,
}

impl FileCode {
    /// The code as published.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::UnknownKind => "unknown-kind",
            Self::NoSuchFigure => "no-such-figure",
            Self::TooLarge => "too-large",
            Self::TooLong => "too-long",
            Self::NotForThis => "not-for-this",
            Self::TooFew => "too-few",
            Self::NoVote => "no-vote",
            Self::NoEyes => "no-eyes",
            Self::NotJson => "not-json",
            Self::UnknownFormat => "unknown-format",
            Self::UnknownVersion => "unknown-version",
            Self::Differs => "differs",
        }
    }
}

/// Why there is no file, or why one is not read. What a code says nothing of is null.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct FileFault {
    /// What is wrong.
    pub code: FileCode,
    /// The first step that differs; of a trace the first state, from 0.
    pub step: Option<f64>,
    /// How much there is.
    pub size: Option<f64>,
    /// How much there may be, or must be.
    pub most: Option<f64>,
    /// What was read.
    pub read: Option<String>,
}

impl FileFault {
    /// A code that says it all.
    #[must_use]
    pub const fn new(code: FileCode) -> Self {
        Self {
            code,
            step: None,
            size: None,
            most: None,
            read: None,
        }
    }

    /// A code, and what was read.
    #[must_use]
    pub fn reading(code: FileCode, read: &str) -> Self {
        Self {
            read: Some(read.to_owned()),
            ..Self::new(code)
        }
    }

    /// A step that differs.
    pub(super) fn at(step: usize) -> Self {
        Self {
            step: Some(step as f64),
            ..Self::new(FileCode::Differs)
        }
    }

    /// The core's refusal.
    #[must_use]
    pub fn of(refused: &Refused) -> Self {
        let sized = |code, size: u128, most: u128| Self {
            size: Some(size as f64),
            most: Some(most as f64),
            ..Self::new(code)
        };
        match *refused {
            Refused::TooLarge { size, most } => sized(FileCode::TooLarge, size, most),
            Refused::TooLong { size, most } => sized(FileCode::TooLong, size, most),
            Refused::NotForThis => Self::new(FileCode::NotForThis),
            Refused::TooFew { least } => Self {
                most: Some(least as f64),
                ..Self::new(FileCode::TooFew)
            },
            Refused::NoVote => Self::new(FileCode::NoVote),
            Refused::NoEyes => Self::new(FileCode::NoEyes),
        }
    }
}

/// Why a file is not read.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadError {
    /// The file is none, or not of this run.
    File(FileFault),
    /// The link in it is refused.
    Link(LinkError),
}

impl From<FileFault> for ReadError {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}

/// Only whole numbers are written: what writes others is large.
impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code.name())?;
        if let Some(read) = &self.read {
            write!(f, ": read \"{read}\"")?;
        }
        if let Some(step) = self.step {
            write!(f, " at step {}", step as u64)?;
        }
        match (self.size, self.most) {
            (Some(size), Some(most)) => write!(f, ": {}; allowed are {}", size as u64, most as u64),
            (None, Some(most)) if self.code == FileCode::TooLong => {
                write!(f, ": allowed are {}", most as u64)
            }
            (None, Some(least)) => write!(f, ": needed are {}", least as u64),
            _ => Ok(()),
        }
    }
}

//! Why a question is not answered.

use std::{
    io::{self, ErrorKind},
    path::Path,
};

use generals::{LinkError, lab::begin::NotSearched};
use generals_wire::{
    LabCode, LabFault,
    file::{FileFault, ReadError},
};

/// Why a question is not answered; `words` says it.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// The link is refused, and the nearest one that is not.
    Link(LinkError, Option<String>),
    /// The laboratory cannot answer.
    Lab(LabFault),
    /// There are 2 to the power of so many strategies, and the nearest army of which they are tried.
    Strategies(u128, Option<String>),
    /// There is no such file of a run, or one is not read.
    File(FileFault),
    /// A file of the machine cannot be read or written: its name, and why.
    Machine(String, io::Error),
    /// Anything else, as a sentence.
    Other(String),
    /// Whoever read the answer has gone.
    NobodyReads,
}

impl Refusal {
    /// A file of the machine.
    pub(crate) fn of_file(file: &Path, error: io::Error) -> Self {
        Self::Machine(file.display().to_string(), error)
    }

    /// A question of the laboratory, and the nearest link of which it can be asked.
    pub(crate) fn lab(code: LabCode, size: Option<f64>, nearest: Option<String>) -> Self {
        Self::Lab(LabFault {
            code,
            size,
            nearest,
        })
    }
}

/// Of what is written to standard output.
impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Self::NobodyReads,
            _ => Self::Machine("standard output".to_owned(), error),
        }
    }
}

impl From<LinkError> for Refusal {
    fn from(error: LinkError) -> Self {
        Self::Link(error, None)
    }
}

impl From<ReadError> for Refusal {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::Link(error) => Self::Link(error, None),
            ReadError::File(fault) => Self::File(fault),
        }
    }
}

impl From<NotSearched> for Refusal {
    fn from(why: NotSearched) -> Self {
        let (code, size, nearest) = match why {
            NotSearched::NothingClaimed => return Self::lab(LabCode::NothingClaimed, None, None),
            NotSearched::NotForThis => return Self::lab(LabCode::NotForThis, None, None),
            NotSearched::TooManyStrategies { size, nearest } => {
                return Self::Strategies(size, nearest.map(|army| army.link()));
            }
            NotSearched::TooManyMessages { size, nearest } => {
                (LabCode::TooManyMessages, size, nearest)
            }
            NotSearched::TooManySets { size, nearest } => (LabCode::TooManySets, size, nearest),
            NotSearched::TooManyGenerals { size, nearest } => {
                (LabCode::TooManyGenerals, size, nearest)
            }
        };
        Self::lab(code, Some(size as f64), nearest.map(|army| army.link()))
    }
}

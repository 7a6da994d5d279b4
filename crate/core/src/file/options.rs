//! Which figure of a run is wanted, and why there may be none.

use std::fmt;

use crate::word::General;

/// The figures that can be had as files.
///
/// ```
/// use generals::file::Figure;
///
/// assert_eq!(Figure::of("tree"), Some(Figure::Tree));
/// assert!(Figure::ALL.iter().all(|figure| Figure::of(figure.name()) == Some(*figure)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figure {
    /// The run in space and time.
    #[default]
    Time,
    /// The vote tree of one general.
    Tree,
    /// The ring of two copies of its army.
    Ring,
    /// The chain of runs of its army, and how it was halved.
    Chain,
}

impl Figure {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Time, Self::Tree, Self::Ring, Self::Chain];

    /// Its name in the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Tree => "tree",
            Self::Ring => "ring",
            Self::Chain => "chain",
        }
    }

    /// The figure with this name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.name() == name)
    }
}

/// What is wanted.
///
/// ```
/// use generals::{Trace, file::{Figure, Options, Refused, svg}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=sm&n=4", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let wanted = Options { figure: Figure::Tree, ..Options::default() };
/// assert_eq!(svg(&trace, &wanted), Err(Refused::NotForThis), "signed letters are not voted on");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The figure.
    pub figure: Figure,
    /// Whose vote tree; the first loyal decider's where nobody is named. Whose eyes are used comes before him.
    pub general: Option<General>,
    /// Draw only what this general can know. The link is then not written: it names the traitors.
    pub eyes: Option<General>,
    /// Where the run is found again; not said where it is empty.
    pub link: String,
    /// General 1 is called by this number: 1, or 0 as in some papers.
    pub number_from: u8,
}

impl Default for Options {
    /// Space and time, as everybody could know them, without a link, counted from 1.
    fn default() -> Self {
        Self {
            figure: Figure::Time,
            general: None,
            eyes: None,
            link: String::new(),
            number_from: 1,
        }
    }
}

/// Why there is no such figure.
///
/// ```
/// use generals::{Trace, file::{Figure, Options, tikz}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=two", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let refused = tikz(&trace, &Options { figure: Figure::Ring, ..Options::default() }).unwrap_err();
/// assert_eq!(refused.code(), "not-for-this");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is so much of what is drawn, and so much fits.
    TooLarge {
        /// How much there is.
        size: u128,
        /// How much there may be.
        most: u128,
    },
    /// The file would have so many characters, and so many are read where it is meant to go.
    TooLong {
        /// How many there are.
        size: u128,
        /// How many there may be.
        most: u128,
    },
    /// The protocol has no such figure.
    NotForThis,
    /// So many generals are needed.
    TooFew {
        /// How many.
        least: usize,
    },
    /// This general casts no vote: he commands, or is a traitor, or is not there.
    NoVote,
    /// The figure shows what no single general can know.
    NoEyes,
}

impl Refused {
    /// The code as published.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::TooLong { .. } => "too-long",
            Self::NotForThis => "not-for-this",
            Self::TooFew { .. } => "too-few",
            Self::NoVote => "no-vote",
            Self::NoEyes => "no-eyes",
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        match self {
            Self::TooLarge { size, most } | Self::TooLong { size, most } => {
                write!(f, ": {size}; allowed are {most}")
            }
            Self::TooFew { least } => write!(f, ": needed are {least}"),
            Self::NotForThis | Self::NoVote | Self::NoEyes => Ok(()),
        }
    }
}

impl std::error::Error for Refused {}

//! Numbers from one to another, both included: `3..31`, or `7` alone.

use std::{fmt, ops::RangeInclusive, str::FromStr};

use generals::limits::GENERALS_MAX;
use serde::{Deserialize, Serialize};

/// Numbers from one to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "[u64; 2]", try_from = "[u64; 2]")]
pub(crate) struct Span {
    from: u64,
    to: u64,
}

impl Span {
    pub(crate) const fn numbers(self) -> RangeInclusive<u64> {
        self.from..=self.to
    }
}

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |digits: &str| {
            let number = digits.parse::<u64>();
            number.map_err(|_| "write whole numbers as 3..31, or 7 alone".to_owned())
        };
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        Self::try_from([number(from)?, number(to)?])
    }
}

impl TryFrom<[u64; 2]> for Span {
    type Error = String;

    fn try_from([from, to]: [u64; 2]) -> Result<Self, String> {
        match (from, to) {
            _ if from > to => Err(format!(
                "it ends before it begins: {to}..{from} is meant, perhaps"
            )),
            _ if to > GENERALS_MAX => Err(format!("at most {GENERALS_MAX}: an army has no more")),
            _ => Ok(Self { from, to }),
        }
    }
}

impl From<Span> for [u64; 2] {
    fn from(span: Span) -> Self {
        [span.from, span.to]
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.from, self.to)
    }
}

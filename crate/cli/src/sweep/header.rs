//! The first line of a sweep's file: what was asked, by which version, and which part of it is here.

use std::{fmt::Write, ops::RangeInclusive};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    question::{Plan, Question},
    shard::Shard,
};
use crate::{output::json, refusal::Refusal};

/// The first line of a sweep's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Header {
    pub(crate) question: Question,
    /// The program's: another may answer otherwise.
    pub(crate) version: String,
    /// Of question and version: files of one sweep have the same.
    pub(crate) fingerprint: String,
    pub(crate) shard: Shard,
    /// The first and the last item in this file, counted from 1; of none the last stands before the first.
    range: [u64; 2],
    /// How many items there are in all.
    pub(crate) items: u64,
}

impl Header {
    pub(crate) fn of(plan: &Plan, shard: Shard) -> Result<Self, Refusal> {
        let question = plan.question().clone();
        let range = shard.items(plan.items);
        Ok(Self {
            fingerprint: fingerprint(&question)?,
            version: VERSION.to_owned(),
            shard,
            range: [*range.start(), *range.end()],
            items: plan.items,
            question,
        })
    }

    pub(crate) const fn range(&self) -> RangeInclusive<u64> {
        self.range[0]..=self.range[1]
    }

    /// As it stands in a file, without the end of its line.
    pub(crate) fn line(&self) -> Result<String, Refusal> {
        json(self)
    }
}

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Sixteen hexadecimal digits of SHA-256.
fn fingerprint(question: &Question) -> Result<String, Refusal> {
    let digest = Sha256::digest(format!("{VERSION}\n{}", json(question)?));
    let mut digits = String::new();
    for byte in &digest[..8] {
        // A text takes whatever is written.
        let _ = write!(digits, "{byte:02x}");
    }
    Ok(digits)
}

//! What is made of a pasted text: a file's run, or what core makes of a text.

use generals::link::{self, Source as CoreSource};
use serde::Serialize;

use super::{Carrier, FileCode, ReadError, read};
use crate::names::Source;

/// What was made of a pasted text.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Pasted {
    /// The canonical address.
    pub link: String,
    /// What the text was taken for.
    pub kind: Source,
    /// What it is too, if true meant a traitor and the text does not say what it means; else null.
    pub other: Option<String>,
}

/// Reads a pasted text.
///
/// # Errors
/// Why a file is not read, why a link is refused, or `malformed` with what was not understood.
pub fn pasted(text: &str, carrier: &impl Carrier) -> Result<Pasted, ReadError> {
    if text.trim_start().starts_with(['{', '\u{feff}']) {
        match read(text, carrier) {
            Ok(run) => return Ok(Pasted::of(&run.link, run.source, None)),
            // Lists may stand in braces too.
            Err(ReadError::File(fault)) if is_no_file(fault.code) => {}
            Err(error) => return Err(error),
        }
    }
    let found = link::pasted(text).map_err(ReadError::Link)?;
    Ok(Pasted::of(&found.link, found.source, found.other.as_ref()))
}

fn is_no_file(code: FileCode) -> bool {
    matches!(code, FileCode::NotJson | FileCode::UnknownFormat)
}

impl Pasted {
    fn of(link: &link::Link, source: CoreSource, other: Option<&link::Link>) -> Self {
        Self {
            link: link.address(),
            kind: Source(source),
            other: other.map(link::Link::address),
        }
    }
}

//! Where a question comes from: a link, an address, a file, or standard input.

use std::{
    fs::File,
    io::{Error, ErrorKind, Read, stdin},
    path::Path,
};

use generals::{
    Code, Scenario,
    limits::FILE_CHARACTERS_MAX,
    link::{Link, nearest, pasted},
};
use generals_wire::file::{FileCode, Json, ReadError, read};

use crate::{output::remark, refusal::Refusal};

/// Stands for standard input.
pub(crate) const STDIN: &str = "-";

/// Bytes of a file that are read: no character has more than four.
const BYTES_MAX: u64 = 4 * FILE_CHARACTERS_MAX as u64;

/// The army of a link that somebody asks about, of any size.
pub(crate) fn army(given: &str) -> Result<Scenario, Refusal> {
    let link = found(given)?;
    if !link.ignored.is_empty() {
        let names: Vec<&str> = link.ignored.iter().map(|(key, _)| key.as_str()).collect();
        remark(&format!("ignored in the link: {}", names.join(", ")));
    }
    Ok(link.scenario)
}

/// The text of a file, or of standard input.
pub(crate) fn text(file: &Path) -> Result<String, Refusal> {
    if file == Path::new(STDIN) {
        return all_of(stdin()).map_err(|error| Refusal::Machine("standard input".into(), error));
    }
    let opened = File::open(file).and_then(all_of);
    opened.map_err(|error| Refusal::of_file(file, error))
}

/// The link that is meant by a file's name, or by itself.
fn found(given: &str) -> Result<Link, Refusal> {
    let file = Path::new(given);
    if given == STDIN || file.exists() {
        return link(&text(file)?);
    }
    match link(given) {
        // More like a file's name.
        Err(Refusal::Link(error, _)) if error.code == Code::Malformed && !given.contains('=') => {
            let why = "is neither a link, `v=1&p=om&n=4&t=3`, nor a file that is here";
            Err(Refusal::Other(format!("`{given}` {why}")))
        }
        found => found,
    }
}

fn all_of(from: impl Read) -> Result<String, Error> {
    let mut bytes = Vec::new();
    from.take(BYTES_MAX + 1).read_to_end(&mut bytes)?;
    let refused = |why: &str| Err(Error::new(ErrorKind::InvalidData, why.to_owned()));
    if bytes.len() as u64 > BYTES_MAX {
        return refused("it is larger than any file of a run");
    }
    match String::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => refused("nothing stands there"),
        Ok(text) => Ok(text),
        Err(_) => refused("it is no text in UTF-8"),
    }
}

/// The link that a text means, as the page takes what is pasted.
fn link(text: &str) -> Result<Link, Refusal> {
    if text.trim_start().starts_with(['{', '\u{feff}']) {
        match read(text, &Json) {
            Ok(run) => return Ok(run.link),
            // Lists may stand in braces too.
            Err(ReadError::File(fault))
                if matches!(fault.code, FileCode::NotJson | FileCode::UnknownFormat) => {}
            Err(error) => return Err(error.into()),
        }
    }
    match pasted(text) {
        Ok(found) => Ok(found.link),
        Err(error) => {
            let offered = error.key.is_some().then(|| nearest(text.trim()).address());
            Err(Refusal::Link(error, offered))
        }
    }
}

//! A shard's file: its header and its lines, each whole or absent, so that a job that was killed goes on where it was.

use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{BufRead, BufReader, Error, ErrorKind, Seek, SeekFrom, Write},
    path::Path,
};

use serde::de::IgnoredAny;

use super::{header::Header, line::head, question::Plan};
use crate::refusal::Refusal;

/// What a file has of its shard.
pub(crate) struct Found {
    /// How many whole lines, the header aside.
    pub(crate) lines: u64,
    /// How many bytes they take, with the header: what is behind is the beginning of a line.
    bytes: u64,
    /// Whether something is behind.
    pub(crate) is_cut: bool,
}

/// Opens the file of a shard to go on with it, and gives how many of its items are there. What is no such file stays as it is.
pub(crate) fn opened(path: &Path, header: &Header, plan: &Plan) -> Result<(File, u64), Refusal> {
    let refused = |error| Refusal::of_file(path, error);
    let mut options = OpenOptions::new();
    let options = options.read(true).write(true).create(true).truncate(false);
    let mut file = options.open(path).map_err(refused)?;
    match file.try_lock() {
        Err(TryLockError::WouldBlock) => {
            let why = "another process writes it";
            return Err(refused(Error::new(ErrorKind::WouldBlock, why)));
        }
        // Not every file system can; then whoever starts jobs sees to it.
        Ok(()) | Err(TryLockError::Error(_)) => {}
    }
    let first = format!("{}\n", header.line()?);
    let mut from = BufReader::new(&file);
    let mut begins = Vec::new();
    from.read_until(b'\n', &mut begins).map_err(refused)?;
    if begins.len() < first.len() && first.as_bytes().starts_with(&begins) {
        // New, or killed before its first line was whole.
        file.set_len(0).map_err(refused)?;
        file.rewind().map_err(refused)?;
        file.write_all(first.as_bytes()).map_err(refused)?;
        return Ok((file, 0));
    }
    if begins != first.as_bytes() {
        let why = "it holds something else than this shard of this question: name another file";
        return Err(refused(Error::new(ErrorKind::AlreadyExists, why)));
    }
    let found = lines(path, from, header, plan, first.len() as u64, |_| Ok(()))?;
    file.set_len(found.bytes).map_err(refused)?;
    file.seek(SeekFrom::End(0)).map_err(refused)?;
    Ok((file, found.lines))
}

/// Goes through the lines behind a header, and hands each on; whatever is none of this shard is refused.
pub(crate) fn lines(
    path: &Path,
    mut from: impl BufRead,
    header: &Header,
    plan: &Plan,
    begin: u64,
    mut take: impl FnMut(&[u8]) -> Result<(), Refusal>,
) -> Result<Found, Refusal> {
    let mut found = Found {
        lines: 0,
        bytes: begin,
        is_cut: false,
    };
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = from.read_until(b'\n', &mut line);
        if read.map_err(|error| Refusal::of_file(path, error))? == 0 {
            return Ok(found);
        }
        if line.pop() != Some(b'\n') {
            found.is_cut = true;
            return Ok(found);
        }
        let item = header.range().start() + found.lines;
        let is_expected = header.range().contains(&item)
            && line.starts_with(head(plan, item)?.as_bytes())
            && serde_json::from_slice::<IgnoredAny>(&line).is_ok();
        if !is_expected {
            let why = format!("line {} is none of this shard", found.lines + 2);
            return Err(Refusal::of_file(
                path,
                Error::new(ErrorKind::InvalidData, why),
            ));
        }
        take(&line)?;
        found.lines += 1;
        found.bytes += line.len() as u64 + 1;
    }
}

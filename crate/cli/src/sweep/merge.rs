//! Shards put together: only where all of one question are there, each once and whole, is it said that it is exhausted.

use std::{
    fs::{File, canonicalize, rename},
    io::{BufRead, BufReader, BufWriter, Error, ErrorKind, Write},
    path::{Path, PathBuf},
};

use clap::Args;

use super::{file::lines, header::Header, known::Known, question::Plan, shard::Shard};
use crate::{
    output::{Ending, Output},
    refusal::Refusal,
};

/// Shards to be put together.
#[derive(Args)]
pub(crate) struct Merge {
    /// The files of all shards, in any order.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The file that takes all lines: the same bytes as of the sweep in one piece.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// A shard's file, and its header.
struct Part {
    path: PathBuf,
    header: Header,
}

pub(crate) fn merge(asked: &Merge, output: &mut Output) -> Result<Ending, Refusal> {
    let parts: Result<Vec<Part>, Refusal> = asked.files.iter().map(|path| part(path)).collect();
    let mut parts = parts?;
    parts.sort_by_key(|part| (*part.header.range().start(), *part.header.range().end()));
    let Some(first) = parts.first() else {
        return Ok(Ending::Refused);
    };
    let plan = Plan::of(&first.header.question);
    // What its question and this program make of it: a header that says something else is no header.
    let whole = Header::of(&plan, Shard::WHOLE)?;
    for part in &parts {
        fits(part, &plan, &whole)?;
    }
    all_there(&parts, &plan)?;
    let mut known = Known::default();
    for part in &parts {
        whole_part(part, &plan, |line| {
            let taken = known.take(line);
            taken.map_err(|error| Refusal::Other(format!("{}: {error}", part.path.display())))
        })?;
    }
    if let Some(out) = &asked.out {
        write(out, &parts, &plan, &whole)?;
    }
    output.line(&told(plan.items, &known))?;
    Ok(Ending::Holds)
}

fn told(items: u64, known: &Known) -> String {
    let Known {
        breaks,
        holds,
        unclaimed,
        open,
    } = known;
    let counts = format!("{breaks} break, {holds} hold, of {unclaimed} nothing is claimed");
    match open {
        0 => format!("exhausted {items} of {items}: {counts}"),
        _ => format!(
            "all {items} of {items} are there, but not exhausted: {counts}, {open} are open"
        ),
    }
}

fn part(path: &Path) -> Result<Part, Refusal> {
    let mut first = String::new();
    let refused = |error| Refusal::of_file(path, error);
    let file = File::open(path).map_err(refused)?;
    BufReader::new(file)
        .read_line(&mut first)
        .map_err(refused)?;
    let header =
        serde_json::from_str(&first).map_err(|_| stranger(path, "it is no file of a sweep"))?;
    Ok(Part {
        path: path.to_owned(),
        header,
    })
}

fn stranger(path: &Path, why: &str) -> Refusal {
    Refusal::of_file(path, Error::new(ErrorKind::InvalidData, why.to_owned()))
}

/// Whether a part is of this question, as this program would divide it.
fn fits(part: &Part, plan: &Plan, whole: &Header) -> Result<(), Refusal> {
    let Part { path, header } = part;
    if header.version != whole.version {
        let why = format!(
            "it is of version {}, and this program is {}",
            header.version, whole.version
        );
        return Err(stranger(path, &why));
    }
    if header.question != whole.question || header.fingerprint != whole.fingerprint {
        return Err(stranger(path, "it is of another question"));
    }
    match *header == Header::of(plan, header.shard)? {
        true => Ok(()),
        false => Err(stranger(path, "its header is not what a sweep writes")),
    }
}

/// Whether each item is in one part, and in no other.
fn all_there(parts: &[Part], plan: &Plan) -> Result<(), Refusal> {
    let mut next = 1;
    let mut before: Option<&Part> = None;
    let missing = |from: u64, to: u64| {
        Refusal::Other(format!(
            "a gap: items {from} to {to} of {} are in none of these files",
            plan.items
        ))
    };
    for part in parts.iter().filter(|part| !part.header.range().is_empty()) {
        let (from, to) = part.header.range().into_inner();
        if from > next {
            return Err(missing(next, from - 1));
        }
        if from < next {
            let other = before.map_or_else(String::new, |part| part.path.display().to_string());
            let why = format!("an overlap: item {from} is in {other} too");
            return Err(stranger(&part.path, &why));
        }
        next = to + 1;
        before = Some(part);
    }
    match next > plan.items {
        true => Ok(()),
        false => Err(missing(next, plan.items)),
    }
}

/// Hands on all lines of a part, which must be whole.
fn whole_part(
    part: &Part,
    plan: &Plan,
    take: impl FnMut(&[u8]) -> Result<(), Refusal>,
) -> Result<(), Refusal> {
    let Part { path, header } = part;
    let refused = |error| Refusal::of_file(path, error);
    let mut from = BufReader::new(File::open(path).map_err(refused)?);
    let first = from.skip_until(b'\n').map_err(refused)?;
    let found = lines(path, from, header, plan, first as u64, take)?;
    let (from, to) = header.range().into_inner();
    if from + found.lines <= to {
        let why = format!(
            "a gap: items {} to {to} are not there; go on with the same sweep, --shard {} and --out",
            from + found.lines,
            header.shard
        );
        return Err(stranger(path, &why));
    }
    match found.is_cut {
        true => Err(stranger(path, "something stands behind its last line")),
        false => Ok(()),
    }
}

/// Writes all of it beside the file, which is there only when it is whole.
fn write(out: &Path, parts: &[Part], plan: &Plan, whole: &Header) -> Result<(), Refusal> {
    let place = canonicalize(out).ok();
    let is_part = |part: &Part| place.is_some() && canonicalize(&part.path).ok() == place;
    if parts.iter().any(is_part) {
        return Err(stranger(out, "it is one of the shards: name another file"));
    }
    let refused = |error| Refusal::of_file(out, error);
    let mut name = out.as_os_str().to_owned();
    name.push(".part");
    let beside = PathBuf::from(name);
    let mut to = BufWriter::new(File::create(&beside).map_err(refused)?);
    writeln!(to, "{}", whole.line()?).map_err(refused)?;
    for part in parts {
        whole_part(part, plan, |line| {
            let written = to.write_all(line).and_then(|()| to.write_all(b"\n"));
            written.map_err(refused)
        })?;
    }
    to.flush().map_err(refused)?;
    rename(&beside, out).map_err(refused)
}

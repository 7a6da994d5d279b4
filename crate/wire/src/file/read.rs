//! Reading a run back: its link is run, and what stands in the file must be that run. A file that says anything else is refused.

use generals::{
    Trace,
    limits::FILE_CHARACTERS_MAX,
    link::{Key, Link, LinkSize, Source, parse_given},
};

use super::{
    Carrier, FileCode, FileFault, ReadError, RunFile, TraceFile, Tree,
    run::{FORMAT, VERSION},
    trace::State,
};
use crate::{Scenario, StepEvent, Verdict};

/// A run that was read.
pub struct ReadRun {
    /// Its link.
    pub link: Link,
    /// The keys that stand in it.
    pub given: Vec<Key>,
    /// The run.
    pub trace: Trace,
    /// Which of the two kinds of file it was.
    pub source: Source,
}

/// Reads a run of its JSON or its trace.
///
/// # Errors
/// What no file of a run is, was made by a later version, or differs from the run of its link; why that link is refused.
pub fn read(text: &str, carrier: &impl Carrier) -> Result<ReadRun, ReadError> {
    let size = text.encode_utf16().take(FILE_CHARACTERS_MAX + 1).count();
    if size > FILE_CHARACTERS_MAX {
        let fault = FileFault::new(FileCode::TooLong);
        let most = Some(FILE_CHARACTERS_MAX as f64);
        return Err(FileFault { most, ..fault }.into());
    }
    let tree = carrier.read(text.trim_start_matches('\u{feff}'));
    let tree = tree.ok_or(FileFault::new(FileCode::NotJson))?;
    let (source, link) = head(&tree)?;
    let (link, given) = parse_given(link, LinkSize::Stepped).map_err(ReadError::Link)?;
    let trace = Trace::new(link.scenario.clone()).map_err(ReadError::Link)?;
    match source {
        Source::Itf => check_states(&tree, &trace, carrier)?,
        _ => check_run(&tree, &trace, carrier)?,
    }
    Ok(ReadRun {
        link,
        given,
        trace,
        source,
    })
}

/// Which kind of file it is, and its link.
fn head(tree: &Tree) -> Result<(Source, &str), FileFault> {
    let is_ours = |tree: &Tree, name| tree.get(name).and_then(Tree::text) == Some(FORMAT);
    let (source, head, link) = match tree.get("#meta") {
        _ if is_ours(tree, "format") => (Source::Json, tree, "link"),
        Some(meta) if is_ours(meta, "description") => (Source::Itf, meta, "source"),
        _ => return Err(FileFault::new(FileCode::UnknownFormat)),
    };
    let version = match head.get("version") {
        Some(Tree::Number(version)) if f64::from(*version as u32) == *version => {
            (*version as u32).to_string()
        }
        Some(Tree::Text(version)) => version.clone(),
        _ => return Err(FileFault::new(FileCode::UnknownFormat)),
    };
    if version != VERSION.to_string() {
        return Err(FileFault::reading(FileCode::UnknownVersion, &version));
    }
    let link = head.get(link).and_then(Tree::text);
    Ok((source, link.ok_or(FileFault::new(FileCode::UnknownFormat))?))
}

/// A part that may be left out.
fn check_part(tree: &Tree, name: &str, expected: Option<Tree>) -> Result<(), FileFault> {
    match (tree.get(name), expected) {
        (Some(given), Some(expected)) if !given.agrees(&expected) => {
            Err(FileFault::reading(FileCode::Differs, name))
        }
        _ => Ok(()),
    }
}

fn check_run(tree: &Tree, trace: &Trace, carrier: &impl Carrier) -> Result<(), FileFault> {
    RunFile::check_size(trace).map_err(|refused| FileFault::of(&refused))?;
    let given = tree.get("steps").and_then(Tree::list).unwrap_or_default();
    for step in 1..=trace.len().max(given.len()) {
        let event = trace.event(step).map(|event| StepEvent::of(&event, trace));
        let expected = event.and_then(|event| carrier.tree(&event));
        if expected.is_none() || given.get(step - 1) != expected.as_ref() {
            return Err(FileFault::at(step));
        }
    }
    check_part(
        tree,
        "scenario",
        carrier.tree(&Scenario::of(trace.scenario())),
    )?;
    check_part(tree, "verdict", carrier.tree(&Verdict::of(trace.verdict())))
}

fn check_states(tree: &Tree, trace: &Trace, carrier: &impl Carrier) -> Result<(), FileFault> {
    TraceFile::check_size(trace).map_err(|refused| FileFault::of(&refused))?;
    let given = tree.get("states").and_then(Tree::list).unwrap_or_default();
    for step in 0..(trace.len() + 1).max(given.len()) {
        let expected = (step <= trace.len()).then(|| carrier.tree(&State::of(trace, step)));
        let is_same = match (given.get(step), expected.flatten()) {
            (Some(given), Some(expected)) => has_all(given, &expected),
            _ => false,
        };
        if !is_same {
            return Err(FileFault::at(step));
        }
    }
    Ok(())
}

/// Whether a state has all variables of another; what tools add to their states does not count.
fn has_all(given: &Tree, expected: &Tree) -> bool {
    let Tree::Map(variables) = expected else {
        return false;
    };
    let mut named = variables.iter().filter(|(name, _)| !name.starts_with('#'));
    named.all(|(name, value)| given.get(name).is_some_and(|given| given.says(value)))
}

//! What is written: answers to standard output, in colour only on a terminal; complaints to standard error.

use std::{
    io::{BufWriter, Stdout, Write, stdout},
    process::ExitCode,
};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use generals_wire::file::{Carrier, Json};
use serde::Serialize;

use crate::{refusal::Refusal, words};

/// How a question ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// All conditions hold, or nothing was found.
    Holds,
    /// One is broken, or something was found.
    Broken,
    /// It was refused.
    Refused,
}

impl Ending {
    /// Broken, if this is so.
    pub(crate) const fn broken_if(is_broken: bool) -> Self {
        match is_broken {
            true => Self::Broken,
            false => Self::Holds,
        }
    }
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        Self::from(match ending {
            Ending::Holds => 0,
            Ending::Broken => 1,
            Ending::Refused => 2,
        })
    }
}

/// What holds.
const GOOD: Style = AnsiColor::Green.on_default();
/// What does not.
const BAD: Style = AnsiColor::Red.on_default().bold();

/// Standard output.
pub(crate) struct Output {
    to: BufWriter<Stdout>,
    has_colours: bool,
}

impl Default for Output {
    fn default() -> Self {
        let has_colours = AutoStream::choice(&stdout()) != ColorChoice::Never;
        Self {
            to: BufWriter::new(stdout()),
            has_colours,
        }
    }
}

impl Output {
    /// A word that says whether something holds, in its colour.
    pub(crate) fn coloured(&self, word: &str, holds: Option<bool>) -> String {
        match holds {
            Some(true) if self.has_colours => format!("{GOOD}{word}{GOOD:#}"),
            Some(false) if self.has_colours => format!("{BAD}{word}{BAD:#}"),
            _ => word.to_owned(),
        }
    }

    /// A line of text.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), Refusal> {
        Ok(writeln!(self.to, "{text}")?)
    }

    /// Text as it is.
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> Result<(), Refusal> {
        Ok(self.to.write_all(bytes)?)
    }

    /// Plain data as a line of JSON.
    pub(crate) fn json<T: Serialize>(&mut self, data: &T) -> Result<(), Refusal> {
        self.line(&json(data)?)
    }

    /// All of it is written.
    pub(crate) fn finish(&mut self) -> Result<(), Refusal> {
        Ok(self.to.flush()?)
    }
}

/// Plain data as JSON.
pub(crate) fn json<T: Serialize>(data: &T) -> Result<String, Refusal> {
    let text = Json.write(data);
    text.ok_or_else(|| Refusal::Other("this cannot be written as JSON".to_owned()))
}

/// Says why a question is not answered. Where nobody hears it, the exit status says it.
pub(crate) fn complain(refusal: &Refusal) {
    let mut stderr = anstream::stderr();
    let _ = writeln!(stderr, "{BAD}refused:{BAD:#} {}", words::refusal(refusal));
}

/// Says what does not stand in the way of an answer.
pub(crate) fn remark(text: &str) {
    let _ = writeln!(anstream::stderr(), "note: {text}");
}

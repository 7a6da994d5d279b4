//! What is known of a program before it runs: what is wrong with its text, what it is for, how many rounds it has.

use generals::program::{Mistake, MistakeCode, Program, ProgramTask as Task};
use serde::Serialize;

use crate::names::{ProgramCode, ProgramTask};

/// A program as it was read.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ProgramCheck {
    /// Whether it can be run.
    pub ok: bool,
    /// Everything that is wrong with it, in the order of places.
    pub errors: Vec<ProgramFault>,
    /// What it is for; null where its text is not right.
    pub task: Option<ProgramTask>,
    /// How many rounds it has among so many generals; null where it cannot be run.
    pub rounds: Option<usize>,
}

/// Something that is wrong with a program.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ProgramFault {
    /// What is wrong.
    pub code: ProgramCode,
    /// In which line, from 1.
    pub line: usize,
    /// In which column, from 1, in characters (code points).
    pub column: usize,
    /// How many characters of the line it concerns at least; 0 where something is missing.
    pub length: usize,
    /// What stands there, as it is written or by its kind; empty where nothing does.
    pub found: String,
    /// What could stand there: text of the language, a kind of thing, or of an unknown name those that are known there.
    pub expected: Vec<String>,
    /// How much there may be where it is too much: bytes of a text, tokens of a line, rounds, evaluations of a general.
    pub limit: Option<f64>,
}

/// Why a text is no program.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ProgramFaults {
    /// Everything that is wrong with it, in the order of places.
    pub errors: Vec<ProgramFault>,
}

impl ProgramCheck {
    /// Of a text, among n generals of whom f may be traitors.
    #[must_use]
    pub fn of(text: &str, n: usize, f: usize) -> Self {
        let refused = |task: Option<Task>, mistakes: &[Mistake]| Self {
            ok: false,
            errors: ProgramFault::all(text, mistakes),
            task: task.map(ProgramTask),
            rounds: None,
        };
        match Program::read(text) {
            Err(mistakes) => refused(None, &mistakes),
            Ok(program) => match program.rounds(n, f) {
                Err(mistake) => refused(Some(program.task()), &[mistake]),
                Ok(rounds) => Self {
                    ok: true,
                    errors: Vec::new(),
                    task: Some(ProgramTask(program.task())),
                    rounds: Some(rounds),
                },
            },
        }
    }
}

impl ProgramFault {
    /// Of the mistakes in a text.
    #[must_use]
    pub fn all(text: &str, mistakes: &[Mistake]) -> Vec<Self> {
        let told = mistakes.iter().map(|mistake| Self {
            code: ProgramCode(mistake.code),
            line: mistake.place.line,
            column: mistake.place.column,
            length: length(text, mistake),
            found: mistake.found.clone(),
            expected: mistake.expected.clone(),
            limit: mistake.code.limit().map(|limit| limit as f64),
        });
        told.collect()
    }
}

/// How much of the text stands where a mistake is: what was found, else the name or number, else one character.
fn length(text: &str, mistake: &Mistake) -> usize {
    let line = text.split('\n').nth(mistake.place.line - 1);
    let line = line.unwrap_or_default().trim_end_matches('\r');
    let rest: String = line.chars().skip(mistake.place.column - 1).collect();
    let is_written = !mistake.found.is_empty() && rest.starts_with(&mistake.found);
    if is_written && mistake.code != MistakeCode::WrongType {
        return mistake.found.chars().count();
    }
    let is_of_name = |one: &char| one.is_alphanumeric() || *one == '_';
    match rest.chars().take_while(is_of_name).count() {
        0 => usize::from(!rest.is_empty()),
        length => length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_as_long_as_what_stands_there() {
        let lengths = |text: &str| -> Vec<(usize, usize, usize)> {
            let errors = ProgramCheck::of(text, 4, 1).errors;
            let told = errors.iter().map(|one| (one.line, one.column, one.length));
            told.collect()
        };
        assert_eq!(lengths("task consensus\ndecide inptu\n"), [(2, 8, 5)]);
        assert_eq!(lengths("task consensus\ndecide 总数\n"), [(2, 8, 2)]);
        assert_eq!(lengths("task consensus\ndecide count(A) > 1"), [(2, 8, 5)]);
        assert_eq!(lengths("task consensus\r\ndecide\r\n"), [(2, 7, 0)]);
    }

    #[test]
    fn rounds_are_of_so_many_generals_and_too_many_are_an_error() {
        let text = "task consensus\nfor p in 1 .. n * f:\n    send input to all\ndecide input\n";
        assert_eq!(ProgramCheck::of(text, 7, 2).rounds, Some(14));
        let refused = ProgramCheck::of(text, 40, 2);
        let fault = &refused.errors[0];
        assert_eq!((fault.code.0, fault.line), (MistakeCode::TooManyRounds, 3));
        assert_eq!(
            (refused.ok, refused.task),
            (false, Some(ProgramTask(Task::Consensus)))
        );
    }
}

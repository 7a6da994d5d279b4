//! Protocols of one's own: the program of one general, the same for all, in rounds.
//!
//! A text is read ([`Program::read`]): a statement a line, blocks by indentation. Whatever is wrong with it is said, each with its
//! place and what could stand there. A program always ends, asks nothing of the machine it runs on, and does the same everywhere:
//! loops have bounds that are known before the run, and how much there is to do is known before anything is done.

mod alike;
mod check;
mod code;
mod collect;
mod cursor;
mod gather;
mod layout;
pub mod machine;
mod mistake;
mod parse;
mod plan;
mod print;
mod run;
mod standing;
mod state;
mod task;
mod token;
mod tree;
mod types;
mod zero;

use std::sync::Arc;

pub(crate) use layout::Layout;
pub use mistake::{Mistake, MistakeCode, Place};
pub use standing::{Standing, Standings, Value};
pub(crate) use task::Passes;
pub use tree::ProgramTask;

pub use crate::protocol::own::encoded;

use crate::word::{limits::PROGRAM_BYTES_MAX, sort_by_key};
use check::Checked;
use parse::Tree;

/// A program that can be run.
///
/// ```
/// use generals::program::{Program, ProgramTask};
///
/// let program = Program::read("task broadcast\nsend order to others if me==commander\ndecide said(1)").unwrap();
/// assert_eq!(program.task(), ProgramTask::Broadcast);
/// assert_eq!(program.rounds(4, 1), Ok(1));
/// assert!(program.print().ends_with("if me == commander\ndecide said(1)\n"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    tree: Arc<Tree>,
    checked: Arc<Checked>,
    task: ProgramTask,
    passes: Passes,
}

/// The program of one who does nothing and decides retreat.
impl Default for Program {
    fn default() -> Self {
        let task = ProgramTask::Broadcast;
        Self {
            tree: Arc::new(Tree {
                task: Some(task),
                ..Tree::default()
            }),
            passes: Passes::Nothing,
            checked: Arc::default(),
            task,
        }
    }
}

impl Program {
    /// Reads a text.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of places.
    pub fn read(text: &str) -> Result<Self, Vec<Mistake>> {
        if text.len() > PROGRAM_BYTES_MAX {
            let place = Place { line: 1, column: 1 };
            return Err(vec![Mistake::new(MistakeCode::TooLong, place, "", &[])]);
        }
        let mut mistakes = Vec::new();
        let tree = parse::parse(text, &mut mistakes);
        let checked = check::check(&tree, &mut mistakes);
        match tree.task {
            Some(task) if mistakes.is_empty() => Ok(Self {
                passes: checked.passes,
                checked: Arc::new(checked),
                tree: Arc::new(tree),
                task,
            }),
            _ => {
                sort_by_key(&mut mistakes, |mistake| mistake.place);
                Err(mistakes)
            }
        }
    }

    /// What it is for.
    #[must_use]
    pub const fn task(&self) -> ProgramTask {
        self.task
    }

    /// What it has passed on.
    pub(crate) const fn passes(&self) -> Passes {
        self.passes
    }

    /// How many rounds it has among n generals of whom f may be traitors.
    ///
    /// # Errors
    /// Where these are too many, too much is to be done, or it divides by 0.
    pub fn rounds(&self, n: usize, f: usize) -> Result<usize, Mistake> {
        Ok(Layout::of(self, n, f)?.rounds())
    }

    /// Its text as all write it. Reading that gives the same program, and the same text.
    #[must_use]
    pub fn print(&self) -> String {
        print::print(&self.tree)
    }
}

//! Where the generals of a program stand in its text.

use generals::program;
use serde::Serialize;

use crate::names::{Id, Order, Word, word};

/// Where all stand in the text of a program: all reach each round together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Standings {
    /// The round in hand, from 1; one more than there are rounds when all decide.
    pub round: usize,
    /// The line of each round in `scenario().prog`, from 1; last that of `decide`.
    pub lines: Vec<usize>,
    /// What the text names, in the order in which it comes to be known.
    pub names: Vec<String>,
    /// Each general, general 1 first.
    #[cfg_attr(test, ts(inline))]
    pub generals: Vec<Standing>,
}

/// What one general knows there.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Standing {
    /// Who.
    pub general: Id,
    /// What the first of the names are for him; of the others nothing is known yet.
    pub values: Vec<ProgramValue>,
    /// What each said to him in the round before, general 1 first, as `said` and `count` see it; null where there is none in which
    /// words are said.
    pub heard: Option<Vec<Word>>,
    /// What he decides; null before the end, of traitors, and of a commander.
    pub decides: Option<Order>,
}

/// A value of the language: a word, a whole number or a truth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged)]
pub enum ProgramValue {
    /// A word.
    Word(Word),
    /// A whole number.
    Number(i32),
    /// True or false.
    Truth(bool),
}

impl Standings {
    /// After so many steps; nothing of a run of another protocol.
    #[must_use]
    pub fn of(trace: &generals::Trace, step: usize) -> Option<Self> {
        let program::Standings {
            round,
            lines,
            names,
            generals,
        } = trace.standings(step)?;
        Some(Self {
            round,
            lines,
            names,
            generals: generals.iter().map(Standing::of).collect(),
        })
    }
}

impl Standing {
    fn of(one: &program::Standing) -> Self {
        let heard = |all: &Vec<generals::Word>| all.iter().copied().map(word).collect();
        Self {
            general: one.general.number(),
            values: one.values.iter().map(ProgramValue::of).collect(),
            heard: one.heard.as_ref().map(heard),
            decides: one.decides.map(Order),
        }
    }
}

impl ProgramValue {
    fn of(value: &program::Value) -> Self {
        match *value {
            program::Value::Word(one) => Self::Word(word(one)),
            program::Value::Number(number) => Self::Number(number),
            program::Value::Truth(is) => Self::Truth(is),
        }
    }
}

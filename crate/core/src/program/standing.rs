//! Where all stand in the text of a program while it runs: the line, what each knows by name, and what he decides.
//!
//! All reach each round together, so all stand at one line. Nothing of this is kept: what a general knows is what he comes to
//! from what was said to him in the rounds before.

use crate::{
    program::{
        ProgramTask,
        machine::{ProgramState, Programmed},
        plan::Shown,
        types::{Type, word_of},
    },
    word::{General, Order, Word},
};

/// Where all stand.
///
/// ```
/// use generals::{Trace, Word, link::{LinkSize, parse}, program::Value};
///
/// let trace = Trace::new(parse("v=1&p=own&n=3&o=R", LinkSize::Any).unwrap().scenario).unwrap();
/// let standings = trace.standings(0).unwrap();
/// assert_eq!(standings.names, ["order"]);
/// assert_eq!(standings.generals[1].values, [Value::Word(Word::Silence)], "only the commander has it");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standings {
    /// The round in hand, from 1; one more than there are rounds when all decide.
    pub round: usize,
    /// The line of each round in the text as all write it, from 1; last that of `decide`.
    pub lines: Vec<usize>,
    /// What the text names, in the order in which it comes to be known.
    pub names: Vec<String>,
    /// Each general, general 1 first.
    pub generals: Vec<Standing>,
}

impl Standings {
    /// The line at which all stand.
    #[must_use]
    pub fn line(&self) -> usize {
        self.lines.get(self.round - 1).copied().unwrap_or_default()
    }
}

/// What one general knows there.
///
/// ```
/// use generals::{Order, Trace, Word, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=own&n=3", LinkSize::Any).unwrap().scenario).unwrap();
/// let end = &trace.standings(trace.len()).unwrap().generals[1];
/// assert_eq!(end.decides, Some(Order::Attack));
/// assert_eq!(end.heard.as_ref().unwrap()[0], Word::Order(Order::Attack), "from general 1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub general: General,
    /// What the first of the names are for him; of the others nothing is known yet.
    pub values: Vec<Value>,
    /// What each said to him in the round before, general 1 first, as `said` and `count` see it; `None` where there is none in
    /// which words are said.
    pub heard: Option<Vec<Word>>,
    /// What he decides, where that is judged and has come.
    pub decides: Option<Order>,
}

/// A value of the language.
///
/// ```
/// use generals::{Trace, Word, link::{LinkSize, parse}, program::Value};
///
/// let trace = Trace::new(parse("v=1&p=own&n=3", LinkSize::Any).unwrap().scenario).unwrap();
/// let commander = trace.standings(0).unwrap().generals.remove(0);
/// assert!(matches!(commander.values[0], Value::Word(Word::Order(_))));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// A word.
    Word(Word),
    /// A whole number: none has more than nine zeros.
    Number(i32),
    /// True or false.
    Truth(bool),
}

impl Programmed {
    /// Where all stand in a round.
    pub(crate) fn standings(&self, round: usize, generals: Vec<Standing>) -> Standings {
        let stops = &self.layout.plan.stops;
        let names: &[Shown] = stops.last().map_or(&[], |stop| &stop.known);
        Standings {
            round,
            lines: stops.iter().map(|stop| stop.line).collect(),
            names: names
                .iter()
                .map(|shown| self.name(*shown).to_owned())
                .collect(),
            generals,
        }
    }

    /// What a general knows in a round to whom these words were said before. What is passed on or signed is known from when all of
    /// it has been, so it may be taken from the end of the run.
    pub(crate) fn standing(
        &self,
        end: &ProgramState,
        told: impl Iterator<Item = (usize, General, Word)>,
        round: usize,
    ) -> Standing {
        let mut state = end.clone();
        state.variables.fill(0);
        state.heard.fill(None);
        state.results.clear();
        state.round = 0;
        for (round, from, word) in told {
            self.begin(&mut state, round);
            // What was taken in once is taken in again; what is passed on is there already.
            let _ = self.hear(&mut state, round, from, word);
        }
        self.begin(&mut state, round - 1);
        let heard = self.send_of(round - 1).map(|_| &state.heard);
        let heard = heard.map(|heard| heard.iter().map(|word| word.unwrap_or_default()).collect());
        self.begin(&mut state, round);
        let stop = self.layout.plan.stops.get(round - 1);
        let known: &[Shown] = stop.map_or(&[], |stop| &stop.known);
        Standing {
            general: end.general,
            values: known
                .iter()
                .map(|shown| self.shown(&state, *shown))
                .collect(),
            heard,
            decides: None,
        }
    }

    fn name(&self, shown: Shown) -> &str {
        match shown {
            Shown::Given if self.layout.task == ProgramTask::Broadcast => "order",
            Shown::Given => "input",
            Shown::Variable(place) => &self.layout.program.variables[place].0,
            Shown::Result => "result",
            Shown::Holds(Order::Attack) => "holds(A)",
            Shown::Holds(Order::Retreat) => "holds(R)",
        }
    }

    fn shown(&self, state: &ProgramState, shown: Shown) -> Value {
        match shown {
            Shown::Given => Value::Word(state.given),
            Shown::Variable(place) => {
                let value = state.variables[place];
                match self.layout.program.variables[place].1 {
                    Type::Word => Value::Word(word_of(value)),
                    Type::Number => Value::Number(value as i32),
                    Type::Truth => Value::Truth(value != 0),
                }
            }
            Shown::Result => Value::Word(state.results.first().copied().unwrap_or_default()),
            Shown::Holds(order) => Value::Truth(self.seen(state).holds(order.into())),
        }
    }
}

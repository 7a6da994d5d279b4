//! What one general of a program remembers, and what he sees when something is evaluated.

use crate::{
    program::{
        code::{Function, Name, Values},
        gather::{Gathering, Heard},
        types::{of_word, word_of},
    },
    protocol::{machine::Decision, sm::state::SignedState},
    word::{General, Word},
};

/// What one general remembers.
///
/// ```
/// use generals::{General, Order, machine::StepMachine, program::{Program, machine::Programmed}};
///
/// let program = Program::read("task consensus\nsend input to all\ndecide A if count(A) > 1 else R\n").unwrap();
/// let machine = Programmed::new(&program, 3, 0).unwrap();
/// let [one, two] = [1, 2].map(|number| General::new(number).unwrap());
/// let (state, mut other) = (machine.init(one, Some(Order::Attack)), machine.init(two, Some(Order::Attack)));
/// let (_, word) = machine.send(&state, 1, two).remove(0);
/// machine.receive(&mut other, 1, one, &word).unwrap();
/// assert_eq!(machine.decide(&other), Some(Order::Attack.into()), "his own word counts too");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramState {
    pub(super) general: General,
    /// The commander's order, or his opinion; silence if he has none.
    pub(super) given: Word,
    pub(super) variables: Vec<i64>,
    /// In which round he is.
    pub(super) round: usize,
    /// What he says in it.
    pub(super) says: Word,
    /// Who has said what to him in it, general 1 first; `None` for who has said nothing.
    pub(super) heard: Vec<Option<Word>>,
    /// What he has gathered.
    pub(super) gathered: Heard,
    /// What `resolve` came to, by whose word it is; empty before.
    pub(super) results: Vec<Word>,
    /// The letters that he has collected.
    pub(super) signed: SignedState,
    /// What he decides, where all else is forgotten.
    pub(super) decided: Option<Decision>,
}

impl ProgramState {
    /// Whose it is.
    pub(crate) const fn general(&self) -> General {
        self.general
    }
}

/// What a general sees when something is evaluated.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) n: usize,
    pub(super) f: usize,
    pub(super) me: General,
    pub(super) gathering: Option<Gathering>,
    pub(super) state: &'a ProgramState,
}

impl Seen<'_> {
    /// Whether a letter with this order was taken in, or it is his own.
    pub(super) fn holds(&self, word: Word) -> bool {
        let letters = self.state.signed.accepted.iter();
        let mut orders = letters.map(|accepted| accepted.letter.order);
        orders.any(|order| word == order.into()) || self.state.given == word && !word.is_silence()
    }

    fn result(&self, place: Option<usize>) -> i64 {
        let result = place.and_then(|place| self.state.results.get(place));
        result.copied().map_or(0, of_word)
    }
}

/// A number of a general as a place in a list.
fn place_of(number: i64) -> Option<usize> {
    usize::try_from(number - 1).ok()
}

impl Values for Seen<'_> {
    fn variable(&self, place: usize) -> i64 {
        self.state.variables[place]
    }

    fn known(&self, name: Name) -> i64 {
        match name {
            Name::N => self.n as i64,
            Name::F => self.f as i64,
            Name::Me => i64::from(self.me.number()),
            Name::Given => of_word(self.state.given),
            Name::Result => self.result(Some(0)),
            Name::Direct | Name::Votes => 0,
        }
    }

    fn ask(&self, function: Function, given: i64) -> i64 {
        let said = |word: &Option<Word>| word.unwrap_or_default();
        match function {
            Function::Count => {
                let wanted = word_of(given);
                let heard = self.state.heard.iter();
                heard.filter(|word| said(word) == wanted).count() as i64
            }
            Function::Said => {
                let word = place_of(given).and_then(|place| self.state.heard.get(place));
                word.map_or(0, |word| of_word(said(word)))
            }
            Function::Heard => {
                let counted = |gathering: Gathering| {
                    gathering.counted(&self.state.gathered, self.state.general, word_of(given))
                };
                self.gathering.map_or(0, counted) as i64
            }
            Function::ResultOf => self.result(place_of(given)),
            Function::Holds => i64::from(self.holds(word_of(given))),
        }
    }
}

/// What is seen within `resolve`: besides all else the votes of a path.
pub(super) struct AtPath<'a> {
    pub(super) seen: Seen<'a>,
    pub(super) direct: Word,
    pub(super) votes: &'a [Word],
}

impl Values for AtPath<'_> {
    fn variable(&self, place: usize) -> i64 {
        self.seen.variable(place)
    }

    fn known(&self, name: Name) -> i64 {
        match name {
            Name::Direct => of_word(self.direct),
            Name::Votes => self.votes.len() as i64,
            name => self.seen.known(name),
        }
    }

    fn ask(&self, function: Function, given: i64) -> i64 {
        match function {
            Function::Count => {
                let wanted = word_of(given);
                self.votes.iter().filter(|word| **word == wanted).count() as i64
            }
            function => self.seen.ask(function, given),
        }
    }
}

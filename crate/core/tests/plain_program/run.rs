//! What a program says and decides: all generals side by side, each with his names and what he heard last.

use super::tree::{Number, Statement, To, Tree, Truth, Word};
use generals::Order;
use std::collections::{BTreeMap, BTreeSet};

const MOST: i64 = 1_000_000_000;

/// Who says what to whom in which round, and what each decides.
pub(crate) struct Ran {
    pub(crate) told: BTreeSet<(usize, u64, u64, &'static str)>,
    pub(crate) decisions: Vec<Order>,
}

struct One {
    me: i64,
    n: i64,
    input: &'static str,
    numbers: BTreeMap<&'static str, i64>,
    words: BTreeMap<&'static str, &'static str>,
    truths: BTreeMap<&'static str, bool>,
    /// What each said to him in the last round, by number; who said nothing is missing.
    heard: BTreeMap<i64, &'static str>,
}

impl One {
    fn number(&self, number: &Number) -> i64 {
        match number {
            Number::Is(is) => *is,
            Number::Known("n") => self.n,
            Number::Known("me") => self.me,
            Number::Known(_) => 0,
            Number::Of(name) => self.numbers[name],
            Number::Count(word) => {
                let wanted = self.word(word);
                let said = |by| *self.heard.get(&by).unwrap_or(&"silent");
                (1..=self.n).filter(|by| said(*by) == wanted).count() as i64
            }
            Number::Two(sign, left, right) => {
                let (left, right) = (self.number(left), self.number(right));
                let value = match (*sign, right) {
                    ("+", _) => left + right,
                    ("-", _) => left - right,
                    ("*", _) => left * right,
                    (_, 0) => 0,
                    // Down to the next whole number, also below nought.
                    ("//", _) => {
                        (left - left.rem_euclid(right.abs())) / right.abs() * right.signum()
                            - i64::from(right < 0 && left.rem_euclid(right.abs()) != 0)
                    }
                    _ => {
                        let rest = left.rem_euclid(right.abs());
                        if right < 0 && rest != 0 {
                            rest + right
                        } else {
                            rest
                        }
                    }
                };
                value.clamp(-MOST, MOST)
            }
            Number::If(then, when, other) => match self.truth(when) {
                true => self.number(then),
                false => self.number(other),
            },
        }
    }

    fn word(&self, word: &Word) -> &'static str {
        match word {
            Word::Is(word) => word,
            Word::Input => self.input,
            Word::Of(name) => self.words[name],
            Word::Said(by) => self.heard.get(&self.number(by)).unwrap_or(&"silent"),
            Word::If(then, when, other) => match self.truth(when) {
                true => self.word(then),
                false => self.word(other),
            },
        }
    }

    fn truth(&self, truth: &Truth) -> bool {
        match truth {
            Truth::Of(name) => self.truths[name],
            Truth::Numbers(sign, left, right) => {
                let (left, right) = (self.number(left), self.number(right));
                match *sign {
                    "==" => left == right,
                    "!=" => left != right,
                    "<" => left < right,
                    "<=" => left <= right,
                    ">" => left > right,
                    _ => left >= right,
                }
            }
            Truth::Words(sign, left, right) => {
                (self.word(left) == self.word(right)) == (*sign == "==")
            }
            Truth::Not(one) => !self.truth(one),
            Truth::Two("and", left, right) => self.truth(left) && self.truth(right),
            Truth::Two(_, left, right) => self.truth(left) || self.truth(right),
        }
    }
}

struct Army<'a> {
    all: Vec<One>,
    silent: &'a [usize],
    round: usize,
    told: BTreeSet<(usize, u64, u64, &'static str)>,
}

/// Of which generals something is done.
type Whom = Vec<usize>;

impl Army<'_> {
    fn block(&mut self, block: &[Statement], whom: &Whom) {
        for statement in block {
            match statement {
                Statement::Send(word, to, when) => self.send(word, to, when.as_ref()),
                Statement::For(times, block) => {
                    for p in 1..=*times {
                        for one in whom {
                            self.all[*one].numbers.insert("p", p);
                        }
                        self.block(block, whom);
                    }
                }
                Statement::If(when, then, other) => {
                    let (yes, no): (Whom, Whom) =
                        whom.iter().partition(|one| self.all[**one].truth(when));
                    self.block(then, &yes);
                    self.block(other, &no);
                }
                Statement::Number(name, value) => self.set(whom, |one| {
                    let value = one.number(value);
                    one.numbers.insert(name, value);
                }),
                Statement::Word(name, value) => self.set(whom, |one| {
                    let value = one.word(value);
                    one.words.insert(name, value);
                }),
                Statement::Truth(name, value) => self.set(whom, |one| {
                    let value = one.truth(value);
                    one.truths.insert(name, value);
                }),
            }
        }
    }

    fn set(&mut self, whom: &Whom, set: impl Fn(&mut One)) {
        for one in whom {
            set(&mut self.all[*one]);
        }
    }

    fn send(&mut self, word: &Word, to: &To, when: Option<&Truth>) {
        self.round += 1;
        let mut heard: Vec<BTreeMap<i64, &'static str>> = vec![BTreeMap::new(); self.all.len()];
        for from in &self.all {
            let speaks = when.is_none_or(|when| from.truth(when));
            let word = if speaks { from.word(word) } else { "silent" };
            for (place, hears) in heard.iter_mut().enumerate() {
                let number = place as i64 + 1;
                let is_told = match to {
                    To::All => true,
                    To::Others => number != from.me,
                    To::One(general) => number == *general,
                };
                let is_muted = number != from.me && self.silent.contains(&(from.me as usize));
                if !is_told || is_muted || word == "silent" {
                    continue;
                }
                hears.insert(from.me, word);
                if number != from.me {
                    let message = (self.round, from.me as u64, number as u64, word);
                    self.told.insert(message);
                }
            }
        }
        for (one, heard) in self.all.iter_mut().zip(heard) {
            one.heard = heard;
        }
    }
}

pub(crate) fn run(tree: &Tree, opinions: &str, silent: &[usize]) -> Ran {
    let n = opinions.len() as i64;
    let one = |(me, opinion): (i64, char)| One {
        me,
        n,
        input: if opinion == 'A' { "A" } else { "R" },
        numbers: BTreeMap::new(),
        words: BTreeMap::new(),
        truths: BTreeMap::new(),
        heard: BTreeMap::new(),
    };
    let mut army = Army {
        all: (1..).zip(opinions.chars()).map(one).collect(),
        silent,
        round: 0,
        told: BTreeSet::new(),
    };
    let everybody = (0..opinions.len()).collect();
    army.block(&tree.block, &everybody);
    let decide = |one: &One| match one.word(&tree.decide) {
        "A" => Order::Attack,
        _ => Order::Retreat,
    };
    Ran {
        decisions: army.all.iter().map(decide).collect(),
        told: army.told,
    }
}

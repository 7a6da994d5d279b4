//! A program as a tree, made by lot, and its text.

use super::Lots;
use std::fmt::{Display, Formatter, Result};

pub(crate) const NUMBERS: [&str; 2] = ["x", "y"];
pub(crate) const WORDS: [&str; 2] = ["v", "w"];
pub(crate) const TRUTHS: [&str; 1] = ["t"];
const SAID: [&str; 4] = ["A", "R", "none", "silent"];

pub(crate) enum Number {
    Is(i64),
    /// n, f or me.
    Known(&'static str),
    /// A variable, or the counter of the loop.
    Of(&'static str),
    Count(Box<Word>),
    Two(&'static str, Box<Self>, Box<Self>),
    If(Box<Self>, Box<Truth>, Box<Self>),
}

pub(crate) enum Word {
    Is(&'static str),
    Input,
    Of(&'static str),
    Said(Box<Number>),
    If(Box<Self>, Box<Truth>, Box<Self>),
}

pub(crate) enum Truth {
    Of(&'static str),
    Numbers(&'static str, Box<Number>, Box<Number>),
    Words(&'static str, Box<Word>, Box<Word>),
    Not(Box<Self>),
    Two(&'static str, Box<Self>, Box<Self>),
}

pub(crate) enum Statement {
    Number(&'static str, Number),
    Word(&'static str, Word),
    Truth(&'static str, Truth),
    If(Truth, Vec<Self>, Vec<Self>),
    /// `p` counts from 1 to so many.
    For(i64, Vec<Self>),
    Send(Word, To, Option<Truth>),
}

pub(crate) enum To {
    All,
    Others,
    One(i64),
}

pub(crate) struct Tree {
    pub(crate) block: Vec<Statement>,
    pub(crate) decide: Word,
}

/// What may stand somewhere: a loop has a counter.
#[derive(Clone, Copy)]
struct Place {
    depth: usize,
    is_in_loop: bool,
}

impl Place {
    const fn within(self) -> Self {
        Self {
            depth: self.depth - 1,
            ..self
        }
    }
}

impl Tree {
    pub(crate) fn some(lots: &mut Lots) -> Self {
        let start = Place {
            depth: 2,
            is_in_loop: false,
        };
        let mut block = vec![
            Statement::Number("x", Number::Is(0)),
            Statement::Number("y", Number::Known("me")),
            Statement::Word("v", Word::Input),
            Statement::Word("w", Word::Is("none")),
            Statement::Truth(
                "t",
                Truth::Words("==", Box::new(Word::Input), Box::new(Word::Is("A"))),
            ),
        ];
        for _ in 0..1 + lots.below(3) {
            if lots.below(3) == 0 {
                let place = Place {
                    is_in_loop: true,
                    ..start
                };
                let times = lots.below(4) as i64;
                block.push(Statement::For(times, part(lots, place, true)));
            } else {
                block.extend(part(lots, start, true));
            }
        }
        block.extend(part(lots, start, false));
        Self {
            block,
            decide: word(lots, start),
        }
    }
}

/// Some statements, and a round behind them.
fn part(lots: &mut Lots, place: Place, has_round: bool) -> Vec<Statement> {
    let mut block: Vec<Statement> = (0..1 + lots.below(3))
        .map(|_| statement(lots, place))
        .collect();
    if has_round {
        let to = match lots.below(4) {
            0 => To::Others,
            1 => To::One(1 + lots.below(3) as i64),
            _ => To::All,
        };
        let when = (lots.below(2) == 0).then(|| truth(lots, place));
        block.push(Statement::Send(word(lots, place), to, when));
    }
    block
}

fn statement(lots: &mut Lots, place: Place) -> Statement {
    match lots.below(if place.depth > 0 { 5 } else { 3 }) {
        0 => Statement::Number(NUMBERS[lots.below(2)], number(lots, place)),
        1 => Statement::Word(WORDS[lots.below(2)], word(lots, place)),
        2 => Statement::Truth(TRUTHS[0], truth(lots, place)),
        3 => {
            let block = |lots: &mut Lots| vec![statement(lots, place.within())];
            Statement::If(truth(lots, place), block(lots), block(lots))
        }
        _ if place.is_in_loop => Statement::Number("x", number(lots, place)),
        _ => {
            let within = Place {
                is_in_loop: true,
                ..place.within()
            };
            Statement::For(lots.below(4) as i64, vec![statement(lots, within)])
        }
    }
}

fn number(lots: &mut Lots, place: Place) -> Number {
    let leaf = lots.below(5);
    match lots.below(if place.depth > 0 { 4 } else { 1 }) {
        1 => Number::Count(Box::new(word(lots, place.within()))),
        2 => {
            let sign = ["+", "-", "*", "//", "%"][lots.below(5)];
            let left = Box::new(number(lots, place.within()));
            // What divides is never written as 0.
            let right = match sign {
                "//" | "%" => Number::Of("y"),
                _ => number(lots, place.within()),
            };
            Number::Two(sign, left, Box::new(right))
        }
        3 => Number::If(
            Box::new(number(lots, place.within())),
            Box::new(truth(lots, place.within())),
            Box::new(number(lots, place.within())),
        ),
        _ => match leaf {
            0 => Number::Is(lots.below(5) as i64),
            1 => Number::Known(["n", "f", "me"][lots.below(3)]),
            2 if place.is_in_loop => Number::Of("p"),
            _ => Number::Of(NUMBERS[lots.below(2)]),
        },
    }
}

fn word(lots: &mut Lots, place: Place) -> Word {
    match lots.below(if place.depth > 0 { 5 } else { 3 }) {
        0 => Word::Is(SAID[lots.below(4)]),
        1 => Word::Input,
        2 => Word::Of(WORDS[lots.below(2)]),
        3 => Word::Said(Box::new(number(lots, place.within()))),
        _ => Word::If(
            Box::new(word(lots, place.within())),
            Box::new(truth(lots, place.within())),
            Box::new(word(lots, place.within())),
        ),
    }
}

fn truth(lots: &mut Lots, place: Place) -> Truth {
    let under = Place {
        depth: place.depth.saturating_sub(1),
        ..place
    };
    match lots.below(if place.depth > 0 { 5 } else { 3 }) {
        0 => Truth::Of(TRUTHS[0]),
        1 => Truth::Numbers(
            ["==", "!=", "<", "<=", ">", ">="][lots.below(6)],
            Box::new(number(lots, under)),
            Box::new(number(lots, under)),
        ),
        2 => Truth::Words(
            ["==", "!="][lots.below(2)],
            Box::new(word(lots, under)),
            Box::new(word(lots, under)),
        ),
        3 => Truth::Not(Box::new(truth(lots, under))),
        _ => Truth::Two(
            ["and", "or"][lots.below(2)],
            Box::new(truth(lots, under)),
            Box::new(truth(lots, under)),
        ),
    }
}

impl Display for Number {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Is(number) => write!(f, "{number}"),
            Self::Known(name) | Self::Of(name) => write!(f, "{name}"),
            Self::Count(word) => write!(f, "count({word})"),
            Self::Two(sign, left, right) => write!(f, "({left} {sign} {right})"),
            Self::If(then, when, other) => write!(f, "({then} if {when} else {other})"),
        }
    }
}

impl Display for Word {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Is(word) | Self::Of(word) => write!(f, "{word}"),
            Self::Input => write!(f, "input"),
            Self::Said(by) => write!(f, "said({by})"),
            Self::If(then, when, other) => write!(f, "({then} if {when} else {other})"),
        }
    }
}

impl Display for Truth {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Of(name) => write!(f, "{name}"),
            Self::Numbers(sign, left, right) => write!(f, "({left} {sign} {right})"),
            Self::Words(sign, left, right) => write!(f, "({left} {sign} {right})"),
            Self::Not(one) => write!(f, "(not {one})"),
            Self::Two(sign, left, right) => write!(f, "({left} {sign} {right})"),
        }
    }
}

fn write_block(f: &mut Formatter<'_>, block: &[Statement], deep: usize) -> Result {
    let indent = " ".repeat(4 * deep);
    for one in block {
        match one {
            Statement::Number(name, value) => writeln!(f, "{indent}{name} = {value}")?,
            Statement::Word(name, value) => writeln!(f, "{indent}{name} = {value}")?,
            Statement::Truth(name, value) => writeln!(f, "{indent}{name} = {value}")?,
            Statement::If(when, then, other) => {
                writeln!(f, "{indent}if {when}:")?;
                write_block(f, then, deep + 1)?;
                writeln!(f, "{indent}else:")?;
                write_block(f, other, deep + 1)?;
            }
            Statement::For(times, block) => {
                writeln!(f, "{indent}for p in 1 .. {times}:")?;
                write_block(f, block, deep + 1)?;
            }
            Statement::Send(word, to, when) => {
                write!(f, "{indent}send {word} to ")?;
                match to {
                    To::All => write!(f, "all")?,
                    To::Others => write!(f, "others")?,
                    To::One(general) => write!(f, "{general}")?,
                }
                match when {
                    Some(when) => writeln!(f, " if {when}")?,
                    None => writeln!(f)?,
                }
            }
        }
    }
    Ok(())
}

impl Display for Tree {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        writeln!(f, "task consensus")?;
        write_block(f, &self.block, 0)?;
        writeln!(f, "decide {}", self.decide)
    }
}

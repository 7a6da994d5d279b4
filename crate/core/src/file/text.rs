//! What stands in a figure as letters, and how much room it takes.

use crate::{
    protocol::Condition,
    word::{Order, Word},
};

/// What is said. How, a painter knows: TikZ by words that can be redefined, SVG by signs that need no language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// A number.
    Number(u64),
    /// Generals by their numbers, a name for each bloc of them; on the ring with the name of the copy.
    Generals {
        first: u64,
        last: u64,
        copy: Option<Copy>,
    },
    /// The name of one of two copies.
    CopyName(Copy),
    /// The heading of a round.
    Round(usize),
    /// The heading of what is decided.
    Decision,
    /// The heading of runs of a chain.
    Run,
    /// A word alone.
    Word(Word),
    /// An order in full.
    Order(Order),
    /// A few words, one after another.
    Words(Vec<Word>),
    /// How many say attack, retreat, nothing.
    Tally(usize, usize, usize),
    /// The orders that were seen signed.
    Set(Vec<Order>),
    /// A vector of opinions.
    Vector(Vec<Order>),
    /// Votes for and against.
    Votes(usize, usize),
    /// Who has spoken, in order.
    Path(Vec<u64>),
    /// What a run is judged by.
    Condition(Condition),
}

/// One of two copies of an army.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Copy {
    A,
    B,
}

/// Where a line of letters is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    Start,
    Middle,
    End,
}

impl Says {
    /// The signs that need no language; empty where there are none.
    pub(super) fn signs(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Generals { first, last, copy } => {
                let name = copy.map_or("", Copy::letter);
                if first == last {
                    format!("{first}{name}")
                } else {
                    format!("{first}\u{2013}{last}{name}")
                }
            }
            Self::CopyName(copy) => copy.letter().to_owned(),
            Self::Round(round) => format!("r = {round}"),
            Self::Run => "#".to_owned(),
            Self::Decision | Self::Order(_) => String::new(),
            Self::Word(word) => sign_of(*word).to_owned(),
            Self::Words(words) => joined(words.iter().map(|word| sign_of(*word)), ", "),
            Self::Tally(attack, retreat, silent) => {
                let signs = [(attack, "A"), (retreat, "R"), (silent, "\u{2013}")];
                let some = signs.into_iter().filter(|(count, _)| **count > 0);
                joined(some.map(|(count, sign)| format!("{count} {sign}")), ", ")
            }
            Self::Set(orders) => format!("{{{}}}", joined(orders.iter().map(sign), ", ")),
            Self::Vector(orders) => joined(orders.iter().map(sign), " "),
            Self::Votes(won, lost) => format!("{won} : {lost}"),
            Self::Path(path) => joined(path.iter(), "."),
            Self::Condition(condition) => match condition {
                Condition::Agreement => "IC1".to_owned(),
                Condition::Validity => "IC2".to_owned(),
                other => other.name().to_owned(),
            },
        }
    }

    /// The English words that stand for those signs at first; the signs where there are none.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Round(round) => format!("Round {round}"),
            Self::Decision => "Decision".to_owned(),
            Self::Run => "Run".to_owned(),
            Self::Order(Order::Attack) => "Attack".to_owned(),
            Self::Order(Order::Retreat) => "Retreat".to_owned(),
            Self::Condition(Condition::Agreement) => "Agreement".to_owned(),
            Self::Condition(Condition::Validity) => "Validity".to_owned(),
            other => other.signs(),
        }
    }

    /// How wide it is in letters of this size, whichever way it is said.
    pub(super) fn width(&self, size: i32) -> i32 {
        width_of(&self.signs(), size).max(width_of(&self.words(), size))
    }
}

impl Copy {
    /// The letter after a number.
    pub(super) const fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }
}

fn sign(order: &Order) -> char {
    order.letter()
}

/// A word as a letter; a dash for silence.
pub(super) const fn sign_of(word: Word) -> &'static str {
    match word {
        Word::Order(Order::Attack) => "A",
        Word::Order(Order::Retreat) => "R",
        Word::Neither => "N",
        Word::Silence => "\u{2013}",
    }
}

/// Several things, something between them.
pub(super) fn joined<T: ToString>(all: impl Iterator<Item = T>, between: &str) -> String {
    let texts: Vec<String> = all.map(|one| one.to_string()).collect();
    texts.join(between)
}

/// How wide a text is, in the widest of the letters in which it may be set: bold Computer Modern and the serifs of systems.
pub(super) fn width_of(text: &str, size: i32) -> i32 {
    let thousandths: i32 = text.chars().map(letter_width).sum();
    (thousandths * size + 999) / 1000
}

/// In thousandths of its size.
const fn letter_width(letter: char) -> i32 {
    match letter {
        ' ' => 384,
        '.' | ',' | ':' | 'i' | 'l' | 't' | '-' | '|' | '!' | '\'' => 430,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 1100,
        'A'..='Z' => 900,
        '=' | '#' | '<' | '>' | '+' | '&' | '~' => 900,
        _ => 690,
    }
}

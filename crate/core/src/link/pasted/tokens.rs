//! The words of a pasted list, whatever stands between them.

use crate::word::Order;

/// What a word says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// What a general is.
    Mark(char),
    /// The commander's order.
    Order(Order),
    /// What the next number or list is.
    Label(Label),
}

/// What is said of what comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Relays,
    Order,
    Generals,
    TrueIsLoyal,
    TrueIsTraitor,
}

const WORDS: [(&str, Word); 26] = [
    ("a", Word::Order(Order::Attack)),
    ("attack", Word::Order(Order::Attack)),
    ("进攻", Word::Order(Order::Attack)),
    ("r", Word::Order(Order::Retreat)),
    ("retreat", Word::Order(Order::Retreat)),
    ("撤退", Word::Order(Order::Retreat)),
    ("loyal", Word::Mark('l')),
    ("忠诚", Word::Mark('l')),
    ("traitor", Word::Mark('x')),
    ("叛徒", Word::Mark('x')),
    ("true", Word::Mark('+')),
    ("false", Word::Mark('-')),
    ("m", Word::Label(Label::Relays)),
    ("om", Word::Label(Label::Relays)),
    ("recursion", Word::Label(Label::Relays)),
    ("depth", Word::Label(Label::Relays)),
    ("level", Word::Label(Label::Relays)),
    ("o", Word::Label(Label::Order)),
    ("order", Word::Label(Label::Order)),
    ("g", Word::Label(Label::Generals)),
    ("generals", Word::Label(Label::Generals)),
    ("is_loyal", Word::Label(Label::TrueIsLoyal)),
    ("isloyal", Word::Label(Label::TrueIsLoyal)),
    ("is_traitor", Word::Label(Label::TrueIsTraitor)),
    ("istraitor", Word::Label(Label::TrueIsTraitor)),
    ("traitors", Word::Label(Label::TrueIsTraitor)),
];

/// What the options of command lines say: `-m 1 -G l,t,l -O ATTACK`, `-r 1 -o attack`.
const OPTIONS: [(&str, Word); 4] = [
    ("m", Word::Label(Label::Relays)),
    ("r", Word::Label(Label::Relays)),
    ("o", Word::Label(Label::Order)),
    ("g", Word::Label(Label::Generals)),
];

/// What stands before a word.
#[derive(Clone, Copy, Debug, Default)]
struct Gap {
    /// More than a comma or a space divides it from the word before.
    opens: bool,
    /// A hyphen stands at it.
    hyphen: bool,
    /// Before that hyphen nothing stands, or a space.
    is_apart: bool,
    /// What was met last was no space.
    is_closed: bool,
}

/// A word, as it is written, and what stands around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    /// Whether more than a comma or a space divides it from the word before.
    pub(super) opens: bool,
    /// Whether a colon or an equals sign follows before the next.
    pub(super) names: bool,
    hyphen: bool,
    is_option: bool,
}

/// The words of a text. Of a command line only its options are read.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found: Vec<Token<'_>> = Vec::new();
    let (mut start, mut gap) = (None, Gap::default());
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_of_words(letter) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            let text = &text[from..at];
            let is_letter = text.len() == 1 && text.as_bytes()[0].is_ascii_alphabetic();
            found.push(Token {
                text,
                opens: gap.opens,
                names: false,
                hyphen: gap.hyphen,
                is_option: is_letter && gap.hyphen && gap.is_apart && letter.is_whitespace(),
            });
            gap = Gap {
                is_closed: true,
                ..Gap::default()
            };
        }
        if let (':' | '=' | '：' | '＝', Some(before)) = (letter, found.last_mut()) {
            before.names = true;
        }
        gap.take(letter);
    }
    let first = found.iter().position(|token| token.is_option);
    found.split_off(first.unwrap_or(0))
}

impl Gap {
    fn take(&mut self, letter: char) {
        self.opens |= matches!(letter, ';' | ':' | '|' | '[' | '(' | '{' | '\n' | '；');
        self.hyphen = matches!(letter, '-' | '−');
        self.is_apart = !self.is_closed;
        self.is_closed = !letter.is_whitespace();
    }
}

/// Letters of any script are; marks and spaces beyond ASCII are told by a list, since their whole table is large.
fn is_of_words(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || letter == '_'
        || !(letter.is_ascii()
            || letter.is_whitespace()
            || "，、；：。＝（）【】「」“”‘’−–—".contains(letter))
}

impl Token<'_> {
    /// What it says, if it is one of the words that are known.
    pub(super) fn word(&self) -> Option<Word> {
        let words = if self.is_option {
            &OPTIONS[..]
        } else {
            &WORDS[..]
        };
        let found = words
            .iter()
            .find(|(word, _)| word.eq_ignore_ascii_case(self.text));
        found.map(|(_, word)| *word)
    }

    /// It, if it is a whole number that is not negative.
    pub(super) fn number(&self) -> Option<&str> {
        let is_number = self.text.bytes().all(|byte| byte.is_ascii_digit()) && !self.hyphen;
        is_number.then_some(self.text)
    }

    /// Marks of generals, one or many: `l` loyal, `x` a traitor, `+` true, `-` false, and as it is written `t`, a traitor or true, and
    /// `f`, false.
    pub(super) fn marks(&self) -> Option<String> {
        if let Some(Word::Mark(mark)) = self.word() {
            return Some(mark.to_string());
        }
        let mark = |letter| match letter {
            'L' | 'l' | '忠' => Some('l'),
            '叛' => Some('x'),
            'T' | 't' => Some('t'),
            'F' | 'f' => Some('f'),
            _ => None,
        };
        self.text.chars().map(mark).collect()
    }
}

//! The words of a pasted list, whatever stands between them.

use crate::word::Order;

/// What a word may be. The mark of a general is `l` where he is loyal, `x` where he is a traitor, `+` for true, `-` for false, and as
/// it is written `t`, a traitor or true, and `f`, false.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A mark for each of one or many generals.
    Marks(String),
    /// A whole number, as it is written.
    Number(String),
    /// The commander's order.
    Order(Order),
    /// What the next number or list is.
    Label(Label),
    /// Nothing that is known here.
    Unknown,
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

/// A word, as it is written, and what stands around it.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) text: String,
    pub(super) word: Word,
    /// Whether more than a comma or a space divides it from the word before.
    pub(super) opens: bool,
    /// Whether a colon or an equals sign follows.
    pub(super) names: bool,
}

/// The words of a text. Of a command line only its options are read.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let options = text
        .char_indices()
        .find(|(at, letter)| *letter == '-' && is_option(&text[..*at], &text[at + 1..]));
    let text = &text[options.map_or(0, |(at, _)| at)..];
    let mut found: Vec<Token> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_of_words) {
        let (between, from) = rest.split_at(start);
        let end = from
            .find(|letter| !is_of_words(letter))
            .unwrap_or(from.len());
        let (word, behind) = from.split_at(end);
        let named = found.last_mut();
        if let Some(before) = named {
            before.names = between
                .trim_start_matches(['"', '\'', ' '])
                .starts_with([':', '=', '：', '＝']);
        }
        found.push(token(word, between));
        rest = behind;
    }
    found
}

fn token(written: &str, between: &str) -> Token {
    let lower = written.to_lowercase();
    let is_option = is_option(between.trim_end_matches('-'), &lower) && between.ends_with('-');
    let is_negative =
        between.ends_with(['-', '−']) && lower.starts_with(|letter: char| letter.is_ascii_digit());
    Token {
        text: written.to_owned(),
        word: match () {
            () if is_negative => Word::Unknown,
            () if is_option => option(&lower),
            () => word(&lower),
        },
        opens: between.contains([';', ':', '|', '[', '(', '{', '\n', '；']),
        names: false,
    }
}

fn is_of_words(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whether a hyphen with this before it and that behind it begins an option: `-m 1`.
fn is_option(before: &str, behind: &str) -> bool {
    let mut letters = behind.chars();
    let is_letter = letters
        .next()
        .is_some_and(|letter| letter.is_ascii_alphabetic());
    let is_alone = letters.next().is_none_or(char::is_whitespace);
    let is_apart = before.chars().next_back().is_none_or(char::is_whitespace);
    is_letter && is_alone && is_apart
}

fn option(letter: &str) -> Word {
    match letter {
        "m" | "r" => Word::Label(Label::Relays),
        "o" => Word::Label(Label::Order),
        "g" => Word::Label(Label::Generals),
        _ => Word::Unknown,
    }
}

fn word(lower: &str) -> Word {
    let consists_of = |letters: &[char]| lower.chars().all(|letter| letters.contains(&letter));
    match lower {
        "a" | "attack" | "进攻" => Word::Order(Order::Attack),
        "r" | "retreat" | "撤退" => Word::Order(Order::Retreat),
        "loyal" | "忠诚" => Word::Marks("l".to_owned()),
        "traitor" | "叛徒" => Word::Marks("x".to_owned()),
        "true" => Word::Marks("+".to_owned()),
        "false" => Word::Marks("-".to_owned()),
        "m" | "om" | "relays" | "recursion" | "depth" | "level" => Word::Label(Label::Relays),
        "o" | "oc" | "order" | "command" => Word::Label(Label::Order),
        "g" | "generals" => Word::Label(Label::Generals),
        "is_loyal" | "isloyal" => Word::Label(Label::TrueIsLoyal),
        "is_traitor" | "istraitor" | "traitors" => Word::Label(Label::TrueIsTraitor),
        _ if lower.bytes().all(|byte| byte.is_ascii_digit()) => Word::Number(lower.to_owned()),
        _ if consists_of(&['l', 't', 'f']) => Word::Marks(lower.to_owned()),
        _ if consists_of(&['忠', '叛']) => {
            Word::Marks(lower.replace('忠', "l").replace('叛', "x"))
        }
        _ => Word::Unknown,
    }
}

//! The text of a program as lines of tokens, each with its place.

use crate::program::mistake::{Mistake, MistakeCode, Place, kind};

/// One token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) place: Place,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A whole number; a longer one than can be counted with is the largest there is.
    Number(i64),
    /// A name or a word of the language.
    Name(String),
    /// An operator, a bracket, a colon.
    Sign(&'static str),
    /// A character that means nothing in the language.
    Foreign(char),
}

impl TokenKind {
    /// As it is written.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Name(name) => name.clone(),
            Self::Sign(sign) => (*sign).to_owned(),
            Self::Foreign(character) => character.to_string(),
        }
    }
}

/// A line that is not empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) number: usize,
    /// How many spaces or tabs stand before it.
    pub(super) indent: usize,
    pub(super) tokens: Vec<Token>,
    /// What stands behind `#`, without spaces around it.
    pub(super) comment: Option<String>,
    /// Whether an empty line stands before it.
    pub(super) is_spaced: bool,
    /// One column behind its last token.
    pub(super) end: Place,
}

/// Two characters first, so that none is taken for its first one.
const SIGNS: [&str; 18] = [
    "..", "//", "==", "!=", "<=", ">=", "(", ")", ",", ":", "=", "<", ">", "+", "-", "*", "%", ".",
];

/// Counted numbers end here, on both sides of 0.
pub(super) const NUMBER_MAX: i64 = 1_000_000_000;

/// Cuts a text into lines; what cannot be read is a foreign character, which the parser refuses.
pub(super) fn lines(text: &str, mistakes: &mut Vec<Mistake>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut is_spaced = false;
    let mut indents_by: Option<char> = None;
    for (index, raw) in text.split('\n').enumerate() {
        let characters: Vec<char> = raw.strip_suffix('\r').unwrap_or(raw).chars().collect();
        let number = index + 1;
        let is_indent = |one: &&char| matches!(one, ' ' | '\t');
        let indent = characters.iter().take_while(is_indent).count();
        let (tokens, comment) = tokens(&characters, indent, number);
        if tokens.is_empty() && comment.is_none() {
            is_spaced = !lines.is_empty();
            continue;
        }
        if !tokens.is_empty() {
            one_kind(&characters[..indent], number, &mut indents_by, mistakes);
        }
        let end = tokens.last().map_or(indent, |last| {
            last.place.column - 1 + last.kind.text().chars().count()
        });
        lines.push(Line {
            number,
            indent,
            tokens,
            comment,
            is_spaced,
            end: Place {
                line: number,
                column: end + 1,
            },
        });
        is_spaced = false;
    }
    lines
}

/// Spaces or tabs, as the first line that is indented has it: how wide a tab is nobody can know.
fn one_kind(indent: &[char], line: usize, by: &mut Option<char>, mistakes: &mut Vec<Mistake>) {
    let Some(first) = indent.first() else { return };
    let wanted = *by.get_or_insert(*first);
    if let Some(at) = indent.iter().position(|one| *one != wanted) {
        let name = |one| if one == '\t' { kind::TAB } else { kind::SPACE };
        let place = Place {
            line,
            column: at + 1,
        };
        let found = name(indent[at]);
        mistakes.push(Mistake::new(
            MistakeCode::Unexpected,
            place,
            found,
            &[name(wanted)],
        ));
    }
}

fn tokens(characters: &[char], from: usize, line: usize) -> (Vec<Token>, Option<String>) {
    let mut tokens = Vec::new();
    let mut at = from;
    while let Some(&first) = characters.get(at) {
        let rest = &characters[at..];
        if first == '#' {
            let comment: String = rest[1..].iter().collect();
            return (tokens, Some(comment.trim().to_owned()));
        }
        if first == ' ' || first == '\t' {
            at += 1;
            continue;
        }
        let (kind, length) = token(first, rest);
        let place = Place {
            line,
            column: at + 1,
        };
        tokens.push(Token { kind, place });
        at += length;
    }
    (tokens, None)
}

/// The token with which a text begins, and how many characters it has.
fn token(first: char, rest: &[char]) -> (TokenKind, usize) {
    let run = |is: fn(&char) -> bool| rest.iter().take_while(|one| is(one)).count();
    if first.is_ascii_digit() {
        let length = run(char::is_ascii_digit);
        let digits = rest[..length].iter();
        let number = digits.fold(0, |number: i64, digit| {
            let digit = i64::from(*digit as u32 - '0' as u32);
            (10 * number + digit).min(NUMBER_MAX)
        });
        return (TokenKind::Number(number), length);
    }
    let is_of_name = |one: &char| one.is_alphanumeric() || *one == '_';
    if is_of_name(&first) {
        let length = run(is_of_name);
        return (TokenKind::Name(rest[..length].iter().collect()), length);
    }
    let begins =
        |sign: &&&str| sign.chars().zip(rest).filter(|(a, b)| a == *b).count() == sign.len();
    match SIGNS.iter().find(begins) {
        Some(sign) => (TokenKind::Sign(sign), sign.len()),
        None => (TokenKind::Foreign(first), 1),
    }
}

//! The lists of exercises: who is loyal, general 1 first, how often is relayed and what is ordered.

use super::{
    meaning::{Pasted, Source},
    tokens::{Label, Token, Word, tokens},
};
use crate::{
    link::{
        Link, LinkSize, decode,
        error::{Code, LinkError},
        parse,
    },
    word::Order,
};

/// What has been read of a list.
#[derive(Default)]
struct List {
    relays: Option<String>,
    order: Option<Order>,
    /// One for each general, as [`Token::marks`] has them.
    marks: String,
    /// Numbers that nothing has been said of, and whether more than a comma or a space stands before each.
    numbers: Vec<(String, bool)>,
    /// Whether true is a traitor, if that is said.
    true_is_traitor: Option<bool>,
}

pub(super) fn read(text: &str) -> Result<Pasted, LinkError> {
    let mut list = List::default();
    let mut label = None;
    let tokens = tokens(text);
    for (at, token) in tokens.iter().enumerate() {
        if !is_name(token, tokens.get(at + 1)) && !list.take(token, label) {
            return Err(misread(token.text));
        }
        label = token.word();
    }
    let is_clear = list.settle_numbers() && !list.marks.is_empty();
    let traitors = list.traitors().filter(|_| is_clear);
    list.made(&traitors.ok_or_else(|| misread(text))?)
}

/// Whether it is what a general is called: `Alice: L`, `1 = T`, `G0 L`.
fn is_name(token: &Token<'_>, next: Option<&Token<'_>>) -> bool {
    let marks = next.and_then(Token::marks).unwrap_or_default();
    let number = token.text.strip_prefix(['G', 'g']).unwrap_or_default();
    let is_numbered = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_listed = token.names && token.word().is_none() && token.marks().is_none();
    marks.len() == 1 && (is_numbered || is_listed)
}

fn misread(read: &str) -> LinkError {
    decode::fault(Code::Malformed, Some(read))
}

impl List {
    /// Takes a word, with what the one before says; whether it can stand there.
    fn take(&mut self, token: &Token<'_>, before: Option<Word>) -> bool {
        if let Some(marks) = token.marks() {
            self.marks.push_str(&marks);
            return true;
        }
        if let Some(number) = token.number() {
            let number = number.to_owned();
            if before == Some(Word::Label(Label::Relays)) {
                return self.relays.replace(number).is_none();
            }
            self.numbers.push((number, token.opens));
            // Behind the generals it may be anything.
            return self.marks.is_empty();
        }
        match token.word() {
            Some(Word::Order(order)) => return self.order.replace(order).is_none(),
            Some(Word::Label(Label::TrueIsLoyal)) => self.true_is_traitor = Some(false),
            Some(Word::Label(Label::TrueIsTraitor)) => self.true_is_traitor = Some(true),
            Some(_) => {}
            None => return false,
        }
        true
    }

    /// Makes generals of ones and zeros, and the rounds of relay of a number before the generals; whether nothing is left over.
    fn settle_numbers(&mut self) -> bool {
        let numbers = std::mem::take(&mut self.numbers);
        let leads = if self.marks.is_empty() {
            leads(&numbers)
        } else {
            !numbers.is_empty()
        };
        let (first, rest) = numbers.split_at(usize::from(leads));
        if let [(number, _)] = first
            && self.relays.replace(number.clone()).is_some()
        {
            return false;
        }
        let digits: Vec<&str> = rest.iter().map(|(number, _)| number.as_str()).collect();
        let is_apart = digits.iter().all(|digit| digit.len() == 1);
        for digit in digits.concat().chars() {
            match digit {
                '1' => self.marks.push('+'),
                '0' => self.marks.push('-'),
                _ => return false,
            }
        }
        // Bit by bit, or all in one.
        is_apart != (digits.len() == 1)
    }

    /// Whether each general is a traitor, if he may be; true is loyal. `None` where the marks do not go together.
    fn traitors(&self) -> Option<Vec<bool>> {
        let truths = if self.marks.contains(['+', '-']) {
            Some(['-', '+'])
        } else {
            self.marks.contains('f').then_some(['f', 't'])
        };
        let traitor = |mark| match truths {
            Some([no, yes]) => (mark == no || mark == yes).then_some(mark == no),
            None => Some(mark != 'l'),
        };
        self.marks.chars().map(traitor).collect()
    }

    fn made(&self, traitors: &[bool]) -> Result<Pasted, LinkError> {
        let are_booleans = self.marks.contains(['+', '-', 'f']);
        let turned: Vec<bool> = traitors.iter().map(|is_traitor| !is_traitor).collect();
        let (said, other) = match self.true_is_traitor.filter(|_| are_booleans) {
            Some(true) => (&turned[..], None),
            Some(false) => (traitors, None),
            None => (traitors, are_booleans.then_some(&turned)),
        };
        Ok(Pasted {
            link: self.link(said)?,
            source: if are_booleans {
                Source::Booleans
            } else {
                Source::List
            },
            other: other.map(|turned| self.link(turned)).transpose()?,
        })
    }

    fn link(&self, traitors: &[bool]) -> Result<Link, LinkError> {
        let n = traitors.len();
        // As many rounds of relay as so many generals make use of: n > 3m.
        let m = self
            .relays
            .clone()
            .unwrap_or_else(|| (n.saturating_sub(1) / 3).to_string());
        let numbers = (1..=n).filter(|general| traitors[general - 1]);
        let numbers: Vec<String> = numbers.map(|general| general.to_string()).collect();
        let order = self.order.unwrap_or(Order::Attack).letter();
        let link = format!("v=1&p=om&n={n}&m={m}&o={order}&t={}", numbers.join("."));
        parse(&link, LinkSize::Any)
    }
}

/// Whether the first of these numbers is the rounds of relay, and the others are generals: it is no truth value, or they stand apart
/// from it, in brackets or written as one.
fn leads(numbers: &[(String, bool)]) -> bool {
    let [(first, _), (second, second_opens), rest @ ..] = numbers else {
        return false;
    };
    let is_truth = first == "0" || first == "1";
    let are_apart = *second_opens && !rest.iter().any(|(_, opens)| *opens);
    !is_truth || are_apart || (rest.is_empty() && second.len() > 1)
}

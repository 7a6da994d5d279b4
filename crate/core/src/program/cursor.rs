//! The tokens of one line, taken one after another; and expressions, which never go beyond a line.

use crate::{
    program::{
        mistake::{Mistake, MistakeCode, Place, kind},
        token::{Line, Token, TokenKind},
        tree::{COMPARISON_BINDS, Expr, ExprKind, MINUS_BINDS, NOT_BINDS, Operator},
    },
    word::{Order, Word},
};

/// What was read, or why it could not be.
pub(super) type Parsed<T> = Result<T, Mistake>;

/// A place in a line.
pub(super) struct Cursor<'a> {
    line: &'a Line,
    at: usize,
}

/// Names that the language keeps for itself.
pub(super) const KEPT: [&str; 29] = [
    "task",
    "signed",
    "if",
    "elif",
    "else",
    "for",
    "in",
    "send",
    "to",
    "all",
    "others",
    "gather",
    "collect",
    "rounds",
    "resolve",
    "decide",
    "and",
    "or",
    "not",
    "A",
    "R",
    "none",
    "silent",
    "true",
    "false",
    "n",
    "f",
    "me",
    "commander",
];

impl<'a> Cursor<'a> {
    pub(super) const fn new(line: &'a Line) -> Self {
        Self { line, at: 0 }
    }

    pub(super) fn peek(&self) -> Option<&'a Token> {
        self.line.tokens.get(self.at)
    }

    /// Where the next token stands, or where one could.
    pub(super) fn place(&self) -> Place {
        self.peek().map_or(self.line.end, |token| token.place)
    }

    /// The next token is not what could stand here.
    pub(super) fn unexpected(&self, expected: &[&'static str]) -> Mistake {
        let found = self.peek().map_or(String::new(), |token| token.kind.text());
        Mistake::new(MistakeCode::Unexpected, self.place(), found, expected)
    }

    pub(super) fn is_name(&self, name: &str) -> bool {
        matches!(self.peek(), Some(Token { kind: TokenKind::Name(here), .. }) if here == name)
    }

    pub(super) fn is_sign(&self, sign: &str) -> bool {
        matches!(self.peek(), Some(Token { kind: TokenKind::Sign(here), .. }) if *here == sign)
    }

    pub(super) const fn skip(&mut self) {
        self.at += 1;
    }

    pub(super) fn has_name(&mut self, name: &str) -> bool {
        let is_here = self.is_name(name);
        self.at += usize::from(is_here);
        is_here
    }

    pub(super) fn has_sign(&mut self, sign: &str) -> bool {
        let is_here = self.is_sign(sign);
        self.at += usize::from(is_here);
        is_here
    }

    pub(super) fn name(&mut self, name: &'static str) -> Parsed<()> {
        match self.has_name(name) {
            true => Ok(()),
            false => Err(self.unexpected(&[name])),
        }
    }

    pub(super) fn sign(&mut self, sign: &'static str) -> Parsed<()> {
        match self.has_sign(sign) {
            true => Ok(()),
            false => Err(self.unexpected(&[sign])),
        }
    }

    /// A name of the program's own.
    pub(super) fn own_name(&mut self) -> Parsed<String> {
        match self.peek() {
            Some(Token {
                kind: TokenKind::Name(name),
                ..
            }) if !KEPT.contains(&name.as_str()) => {
                self.skip();
                Ok(name.clone())
            }
            _ => Err(self.unexpected(&[kind::NAME])),
        }
    }

    pub(super) fn end(&self) -> Parsed<()> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.unexpected(&[kind::END])),
        }
    }

    /// An expression: `x if c else y` binds least.
    pub(super) fn expr(&mut self) -> Parsed<Expr> {
        let then = self.two(1)?;
        let place = then.place;
        if !self.has_name("if") {
            return Ok(then);
        }
        let when = Box::new(self.two(1)?);
        self.name("else")?;
        let other = Box::new(self.expr()?);
        let then = Box::new(then);
        let kind = ExprKind::If { when, then, other };
        Ok(Expr { place, kind })
    }

    /// Operators that bind at least so strongly, from the left.
    pub(super) fn two(&mut self, least: u8) -> Parsed<Expr> {
        let mut left = self.one(least)?;
        loop {
            let Some((operator, _, strength)) = self.operator().filter(|(.., one)| *one >= least)
            else {
                return Ok(left);
            };
            self.skip();
            let right = self.two(strength + 1)?;
            let place = left.place;
            let kind = ExprKind::Two(operator, Box::new(left), Box::new(right));
            left = Expr { place, kind };
            let is_compared = self
                .operator()
                .is_some_and(|(.., one)| one == COMPARISON_BINDS);
            if strength == COMPARISON_BINDS && is_compared {
                return Err(self.unexpected(&["and", "or", kind::END]));
            }
        }
    }

    fn operator(&self) -> Option<(Operator, &'static str, u8)> {
        let text = self.peek()?.kind.text();
        let found = Operator::ALL
            .iter()
            .find(|(_, written, _)| *written == text);
        found.copied()
    }

    /// A value, with what stands before it.
    fn one(&mut self, least: u8) -> Parsed<Expr> {
        let place = self.place();
        if least <= NOT_BINDS && self.has_name("not") {
            let kind = ExprKind::Not(Box::new(self.two(NOT_BINDS)?));
            return Ok(Expr { place, kind });
        }
        if self.has_sign("-") {
            let kind = ExprKind::Minus(Box::new(self.two(MINUS_BINDS)?));
            return Ok(Expr { place, kind });
        }
        if self.has_sign("(") {
            let within = self.expr()?;
            self.sign(")")?;
            return Ok(within);
        }
        let Some(token) = self.peek() else {
            return Err(self.unexpected(&[kind::VALUE]));
        };
        let kind = match &token.kind {
            TokenKind::Number(number) => ExprKind::Number(*number),
            TokenKind::Name(name) => match constant(name) {
                Some(constant) => constant,
                None if is_value(name) => ExprKind::Name(name.clone()),
                None => return Err(self.unexpected(&[kind::VALUE])),
            },
            _ => return Err(self.unexpected(&[kind::VALUE])),
        };
        self.skip();
        match kind {
            ExprKind::Name(name) if self.has_sign("(") => {
                let given = Box::new(self.expr()?);
                self.sign(")")?;
                let kind = ExprKind::Call { name, given };
                Ok(Expr { place, kind })
            }
            kind => Ok(Expr { place, kind }),
        }
    }
}

fn constant(name: &str) -> Option<ExprKind> {
    Some(match name {
        "A" => ExprKind::Word(Order::Attack.into()),
        "R" => ExprKind::Word(Order::Retreat.into()),
        "none" => ExprKind::Word(Word::Neither),
        "silent" => ExprKind::Word(Word::Silence),
        "true" => ExprKind::Truth(true),
        "false" => ExprKind::Truth(false),
        _ => return None,
    })
}

/// Whether a name can stand for a value: the language's own words cannot, but for those that name what all know.
fn is_value(name: &str) -> bool {
    matches!(name, "n" | "f" | "me" | "commander") || !KEPT.contains(&name)
}

//! A program as its canonical text: four spaces a block, one around an operator, brackets only where they are needed, comments
//! where they stood.

use std::fmt::Write as _;

use crate::{
    program::{
        parse::Tree,
        tree::{
            Arm, Block, COMPARISON_BINDS, Expr, ExprKind, MINUS_BINDS, NOT_BINDS, Notes, Statement,
            StatementKind, To,
        },
    },
    word::{Order, Word},
};

/// How far a block stands to the right of its head, in spaces.
const INDENT: usize = 4;

pub(super) fn print(tree: &Tree) -> String {
    let mut printer = Printer {
        text: String::new(),
    };
    let [first, second] = &tree.heads;
    if let Some(task) = tree.task {
        printer.line(0, first, &format!("task {}", task.name()));
    }
    if tree.is_signed {
        printer.line(0, second, "signed");
    }
    printer.block(0, &tree.block);
    printer.comments(0, &tree.rest);
    printer.text
}

struct Printer {
    text: String,
}

impl Printer {
    fn comments(&mut self, depth: usize, comments: &[(bool, String)]) {
        for (is_spaced, comment) in comments {
            self.space(*is_spaced);
            let comment = format!("# {comment}");
            self.indented(depth, comment.trim_end());
        }
    }

    /// An empty line, but for before the first one.
    fn space(&mut self, is_spaced: bool) {
        if is_spaced && !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn indented(&mut self, depth: usize, text: &str) {
        let indent = " ".repeat(INDENT * depth);
        self.text.extend([&indent, text, "\n"]);
    }

    fn line(&mut self, depth: usize, notes: &Notes, text: &str) {
        self.comments(depth, &notes.before);
        self.space(notes.is_spaced);
        match &notes.behind {
            Some(comment) => self.indented(depth, format!("{text}  # {comment}").trim_end()),
            None => self.indented(depth, text),
        }
    }

    fn block(&mut self, depth: usize, block: &Block) {
        for statement in &block.statements {
            self.statement(depth, statement);
        }
    }

    fn statement(&mut self, depth: usize, statement: &Statement) {
        let Statement { kind, notes, .. } = statement;
        match kind {
            StatementKind::If { arms, other } => {
                for (index, arm) in arms.iter().enumerate() {
                    let word = if index == 0 { "if" } else { "elif" };
                    let notes = if index == 0 { notes } else { &arm.notes };
                    self.head(
                        depth,
                        notes,
                        &format!("{word} {}:", written(&arm.when)),
                        &arm.block,
                    );
                }
                if let Some(Arm { block, notes, .. }) = other {
                    self.head(depth, notes, "else:", block);
                }
            }
            StatementKind::For {
                name,
                from,
                to,
                block,
            } => {
                let head = format!("for {name} in {} .. {}:", written(from), written(to));
                self.head(depth, notes, &head, block);
            }
            kind => self.line(depth, notes, &simple(kind)),
        }
    }

    /// The head of a block, and the block.
    fn head(&mut self, depth: usize, notes: &Notes, head: &str, block: &Block) {
        match block.statements.as_slice() {
            [only] if block.is_inline => {
                self.line(depth, notes, &format!("{head} {}", simple(&only.kind)))
            }
            _ => {
                self.line(depth, notes, head);
                self.block(depth + 1, block);
            }
        }
    }
}

/// A statement without a block.
fn simple(kind: &StatementKind) -> String {
    match kind {
        StatementKind::Set { name, value } => format!("{name} = {}", written(value)),
        StatementKind::Send { word, to, when } => {
            let to = match to {
                To::All => "all".to_owned(),
                To::Others => "others".to_owned(),
                To::One(general) => bound(general, 1),
            };
            let when = when.as_ref().map(|when| format!(" if {}", written(when)));
            format!("send {} to {to}{}", written(word), when.unwrap_or_default())
        }
        StatementKind::Gather(rounds) => format!("gather {} rounds", bound(rounds, 1)),
        StatementKind::Collect(rounds) => format!("collect {} rounds", bound(rounds, 1)),
        StatementKind::Resolve(word) => format!("resolve {}", written(word)),
        StatementKind::Decide(word) => format!("decide {}", written(word)),
        StatementKind::If { .. } | StatementKind::For { .. } => String::new(),
    }
}

fn written(expr: &Expr) -> String {
    bound(expr, 0)
}

/// An expression where what binds less than this stands in brackets.
fn bound(expr: &Expr, least: u8) -> String {
    let (text, strength) = match &expr.kind {
        ExprKind::Number(number) => (number.to_string(), u8::MAX),
        ExprKind::Truth(truth) => (truth.to_string(), u8::MAX),
        ExprKind::Word(word) => (word_text(*word).to_owned(), u8::MAX),
        ExprKind::Name(name) => (name.clone(), u8::MAX),
        ExprKind::Call { name, given } => (format!("{name}({})", written(given)), u8::MAX),
        ExprKind::Not(one) => (format!("not {}", bound(one, NOT_BINDS)), NOT_BINDS),
        ExprKind::Minus(one) => (format!("-{}", bound(one, MINUS_BINDS)), MINUS_BINDS),
        ExprKind::Two(operator, left, right) => {
            let (sign, strength) = operator.written();
            // Two comparisons do not stand beside each other.
            let left_least = strength + u8::from(strength == COMPARISON_BINDS);
            let left = bound(left, left_least);
            let mut text = String::new();
            let _ = write!(text, "{left} {sign} {}", bound(right, strength + 1));
            (text, strength)
        }
        ExprKind::If { when, then, other } => {
            let text = format!(
                "{} if {} else {}",
                bound(then, 1),
                bound(when, 1),
                written(other)
            );
            (text, 0)
        }
    };
    match strength < least {
        true => format!("({text})"),
        false => text,
    }
}

/// A word as programs write it.
pub(super) const fn word_text(word: Word) -> &'static str {
    match word {
        Word::Order(Order::Attack) => "A",
        Word::Order(Order::Retreat) => "R",
        Word::Neither => "none",
        Word::Silence => "silent",
    }
}

//! From a text to a tree: a statement a line, blocks by their indentation. A line that cannot be read is said and left out, and
//! reading goes on behind it.

use crate::{
    program::{
        cursor::{Cursor, Parsed},
        mistake::{Mistake, MistakeCode, Place, kind},
        token::{Line, TokenKind, lines},
        tree::{Arm, Block, Expr, ExprKind, Notes, ProgramTask, Statement, StatementKind, To},
    },
    word::limits::PROGRAM_LINE_TOKENS_MAX,
};

/// A text as it was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tree {
    pub(super) task: Option<ProgramTask>,
    pub(super) is_signed: bool,
    /// Around `task` and `signed`.
    pub(super) heads: [Notes; 2],
    pub(super) block: Block,
    /// Comments behind the last statement, each with whether an empty line stands before it.
    pub(super) rest: Vec<(bool, String)>,
    /// Variables whose values could not be read, and `decide` where what is decided could not.
    pub(super) unread: Vec<String>,
}

/// Reads a text; whatever is wrong with its form is added to the mistakes.
pub(super) fn parse(text: &str, mistakes: &mut Vec<Mistake>) -> Tree {
    let lines = lines(text, mistakes);
    let mut parser = Parser {
        lines: &lines,
        at: 0,
        mistakes,
        unread: Vec::new(),
    };
    let (task, first) = parser.task();
    let (is_signed, second) = parser.signed();
    let mut block = Block::default();
    let indent = parser.line().map_or(0, |line| line.indent);
    if let (Some(line), true) = (parser.line(), indent > 0) {
        parser.mistakes.push(misplaced(line));
    }
    while parser.line().is_some() {
        parser.block(indent, &mut block.statements);
        // A line further left than the first one ends its block: here it is read all the same.
        if let Some(line) = parser.line() {
            parser.mistakes.push(misplaced(line));
            let further = line.indent;
            parser.block(further, &mut block.statements);
        }
    }
    let rest = parser.comments();
    Tree {
        task,
        is_signed,
        heads: [first, second],
        block,
        rest,
        unread: parser.unread,
    }
}

/// A line that is indented where none of its indentation can stand.
fn misplaced(line: &Line) -> Mistake {
    let place = Place {
        line: line.number,
        column: line.indent + 1,
    };
    let expected = [kind::STATEMENT];
    Mistake::new(MistakeCode::Unexpected, place, kind::INDENT, &expected)
}

struct Parser<'a> {
    lines: &'a [Line],
    at: usize,
    mistakes: &'a mut Vec<Mistake>,
    unread: Vec<String>,
}

impl<'a> Parser<'a> {
    /// The next line that is no mere comment.
    fn line(&self) -> Option<&'a Line> {
        self.lines[self.at..]
            .iter()
            .find(|line| !line.tokens.is_empty())
    }

    /// The comments that stand before it.
    fn comments(&mut self) -> Vec<(bool, String)> {
        let mut comments = Vec::new();
        while let Some(line) = self
            .lines
            .get(self.at)
            .filter(|line| line.tokens.is_empty())
        {
            comments.push((line.is_spaced, line.comment.clone().unwrap_or_default()));
            self.at += 1;
        }
        comments
    }

    /// Takes the next line, and what people wrote around it.
    fn take(&mut self) -> Option<(&'a Line, Notes)> {
        let before = self.comments();
        let line = self.lines.get(self.at)?;
        self.at += 1;
        let notes = Notes {
            before,
            is_spaced: line.is_spaced,
            behind: line.comment.clone(),
        };
        Some((line, notes))
    }

    /// Takes the next line if this name begins it, as far as behind the name.
    fn head(&mut self, name: &str) -> Option<(Cursor<'a>, Notes)> {
        let mut cursor = Cursor::new(self.line()?);
        if !cursor.has_name(name) {
            return None;
        }
        let notes = self.take().map_or_else(Notes::default, |(_, notes)| notes);
        Some((cursor, notes))
    }

    /// `task broadcast` or `task consensus`, the first line.
    fn task(&mut self) -> (Option<ProgramTask>, Notes) {
        let Some((mut cursor, notes)) = self.head("task") else {
            let first = Place { line: 1, column: 1 };
            let missing = || Mistake::new(MistakeCode::Unexpected, first, "", &["task"]);
            let other = |line| Cursor::new(line).unexpected(&["task"]);
            let line = self.line();
            self.mistakes.push(line.map_or_else(missing, other));
            // Said once: it is no statement besides.
            if line.is_some_and(is_meant_as_task) {
                self.take();
            }
            return (None, Notes::default());
        };
        let named = ProgramTask::NAMES
            .iter()
            .find(|(name, _)| cursor.has_name(name));
        let read = match named {
            Some(_) => cursor.end(),
            None => Err(cursor.unexpected(&ProgramTask::NAMES.map(|(name, _)| name))),
        };
        self.mistakes.extend(read.err());
        (named.map(|(_, task)| *task), notes)
    }

    /// `signed`, the second line of those programs that `collect`.
    fn signed(&mut self) -> (bool, Notes) {
        let Some((cursor, notes)) = self.head("signed") else {
            return (false, Notes::default());
        };
        self.mistakes.extend(cursor.end().err());
        (true, notes)
    }

    /// All lines of one indentation, with what belongs to them further right.
    fn block(&mut self, indent: usize, statements: &mut Vec<Statement>) {
        while let Some(line) = self.line().filter(|line| line.indent >= indent) {
            if line.indent > indent {
                self.mistakes.push(misplaced(line));
                let further = line.indent;
                self.block(further, statements);
                continue;
            }
            let Some((line, notes)) = self.take() else {
                return;
            };
            match self.statement(line, notes) {
                Ok(statement) => statements.push(statement),
                Err(mistake) => {
                    self.mistakes.push(mistake);
                    self.unread.extend(assigned(line));
                    // What is wrong with its block is said too.
                    if let Some(further) = self.line().filter(|next| next.indent > indent) {
                        let further = further.indent;
                        self.block(further, &mut Vec::new());
                    }
                }
            }
        }
    }

    fn statement(&mut self, line: &'a Line, notes: Notes) -> Parsed<Statement> {
        not_too_long(line)?;
        let mut cursor = Cursor::new(line);
        let place = cursor.place();
        let kind = if cursor.has_name("if") {
            self.branches(line, &mut cursor)?
        } else if cursor.has_name("for") {
            self.repeated(line, &mut cursor)?
        } else {
            let kind = simple(&mut cursor)?;
            cursor.end()?;
            kind
        };
        Ok(Statement { place, kind, notes })
    }

    fn repeated(&mut self, line: &'a Line, cursor: &mut Cursor<'a>) -> Parsed<StatementKind> {
        let name = cursor.own_name()?;
        cursor.name("in")?;
        let from = cursor.expr()?;
        cursor.sign("..")?;
        let to = cursor.expr()?;
        let block = self.inner(line, cursor)?;
        Ok(StatementKind::For {
            name,
            from,
            to,
            block,
        })
    }

    fn branches(&mut self, line: &'a Line, cursor: &mut Cursor<'a>) -> Parsed<StatementKind> {
        let when = cursor.expr()?;
        let block = self.inner(line, cursor)?;
        let mut arms = vec![Arm {
            when,
            block,
            notes: Notes::default(),
        }];
        let mut other = None;
        while let Some(next) = self.line().filter(|next| next.indent == line.indent) {
            let mut cursor = Cursor::new(next);
            let place = cursor.place();
            let is_else = cursor.has_name("else");
            if !is_else && !cursor.has_name("elif") {
                break;
            }
            let notes = self.take().map_or_else(Notes::default, |(_, notes)| notes);
            not_too_long(next)?;
            let when = match is_else {
                true => Expr {
                    place,
                    kind: ExprKind::Truth(true),
                },
                false => cursor.expr()?,
            };
            let block = self.inner(next, &mut cursor)?;
            let arm = Arm { when, block, notes };
            if is_else {
                other = Some(arm);
                break;
            }
            arms.push(arm);
        }
        Ok(StatementKind::If { arms, other })
    }

    /// What stands behind a colon: a statement in its line, or a block.
    fn inner(&mut self, head: &Line, cursor: &mut Cursor<'a>) -> Parsed<Block> {
        cursor.sign(":")?;
        if cursor.peek().is_some() {
            let place = cursor.place();
            let kind = simple(cursor)?;
            cursor.end()?;
            let notes = Notes::default();
            return Ok(Block {
                statements: vec![Statement { place, kind, notes }],
                is_inline: true,
            });
        }
        let Some(next) = self.line().filter(|next| next.indent > head.indent) else {
            return Err(cursor.unexpected(&[kind::BLOCK]));
        };
        let mut block = Block::default();
        let indent = next.indent;
        self.block(indent, &mut block.statements);
        Ok(block)
    }
}

/// Whether a first line is that of the task, miswritten: a name and what may be a task.
fn is_meant_as_task(line: &Line) -> bool {
    let names_task = |text: String| ProgramTask::NAMES.iter().any(|(name, _)| *name == text);
    let mut texts = line.tokens.iter().map(|token| token.kind.text());
    let is_assignment = assigned(line).is_some();
    let begins = Cursor::new(line).own_name().is_ok();
    begins && !is_assignment && (line.tokens.len() <= 2 || texts.any(names_task))
}

/// What is nested in a line goes no deeper than it is long.
fn not_too_long(line: &Line) -> Parsed<()> {
    match line.tokens.get(PROGRAM_LINE_TOKENS_MAX) {
        None => Ok(()),
        Some(token) => Err(Mistake::new(
            MistakeCode::LineTooLong,
            token.place,
            token.kind.text(),
            &[kind::END],
        )),
    }
}

/// The variable to which a line gives a value, if it does; `decide` where it begins so.
fn assigned(line: &Line) -> Option<String> {
    match line.tokens.as_slice() {
        [first, ..] if first.kind.text() == "decide" => Some(first.kind.text()),
        [first, second, ..] if second.kind == TokenKind::Sign("=") => Some(first.kind.text()),
        _ => None,
    }
}

/// A statement that has no block.
fn simple(cursor: &mut Cursor<'_>) -> Parsed<StatementKind> {
    if cursor.has_name("send") {
        return send(cursor);
    }
    if cursor.has_name("decide") {
        return Ok(StatementKind::Decide(cursor.expr()?));
    }
    if cursor.has_name("resolve") {
        return Ok(StatementKind::Resolve(cursor.expr()?));
    }
    for (name, statement) in [
        ("gather", StatementKind::Gather as fn(Expr) -> StatementKind),
        ("collect", StatementKind::Collect),
    ] {
        if cursor.has_name(name) {
            let rounds = cursor.two(1)?;
            cursor.name("rounds")?;
            return Ok(statement(rounds));
        }
    }
    if !matches!(
        cursor.peek().map(|token| &token.kind),
        Some(TokenKind::Name(_))
    ) {
        return Err(cursor.unexpected(&[kind::STATEMENT]));
    }
    let Ok(name) = cursor.own_name() else {
        return Err(cursor.unexpected(&[kind::STATEMENT]));
    };
    cursor.sign("=")?;
    let value = cursor.expr()?;
    Ok(StatementKind::Set { name, value })
}

fn send(cursor: &mut Cursor<'_>) -> Parsed<StatementKind> {
    let word = cursor.expr()?;
    cursor.name("to")?;
    let to = if cursor.has_name("all") {
        To::All
    } else if cursor.has_name("others") {
        To::Others
    } else if cursor.peek().is_none() {
        return Err(cursor.unexpected(&["all", "others", kind::NUMBER]));
    } else {
        To::One(cursor.two(1)?)
    };
    let when = match cursor.has_name("if") {
        true => Some(cursor.expr()?),
        false => None,
    };
    Ok(StatementKind::Send { word, to, when })
}

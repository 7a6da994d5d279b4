//! A program as a tree: statements of the general whose program it is, and the expressions in them.

use crate::{program::mistake::Place, word::Word};

/// Who is told.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum To {
    /// Everybody, oneself included.
    All,
    /// Everybody else.
    Others,
    /// One general.
    One(Expr),
}

/// A statement with what is written around it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Statement {
    pub(super) place: Place,
    pub(super) kind: StatementKind,
    pub(super) notes: Notes,
}

/// What is written around a statement for people alone.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Notes {
    /// Comments in lines of their own before it, each with whether an empty line stands before it.
    pub(super) before: Vec<(bool, String)>,
    /// Whether an empty line stands right before it.
    pub(super) is_spaced: bool,
    /// The comment behind it.
    pub(super) behind: Option<String>,
}

/// What a statement does.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum StatementKind {
    /// `name = value`.
    Set { name: String, value: Expr },
    /// `if`, and what follows it.
    If {
        /// Each condition with its block, `if` first.
        arms: Vec<Arm>,
        /// The block of `else`.
        other: Option<Arm>,
    },
    /// `for name in from .. to:`.
    For {
        name: String,
        from: Expr,
        to: Expr,
        block: Block,
    },
    /// `send word to …`, a round.
    Send {
        word: Expr,
        to: To,
        when: Option<Expr>,
    },
    /// `gather k rounds`.
    Gather(Expr),
    /// `resolve word`.
    Resolve(Expr),
    /// `collect k rounds`.
    Collect(Expr),
    /// `decide word`.
    Decide(Expr),
}

/// A condition with its block; for `else` the condition is `true`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Arm {
    pub(super) when: Expr,
    pub(super) block: Block,
    pub(super) notes: Notes,
}

/// The statements of a block.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) statements: Vec<Statement>,
    /// Whether it stands in the line of its head.
    pub(super) is_inline: bool,
}

/// An expression.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Expr {
    pub(super) place: Place,
    pub(super) kind: ExprKind,
}

/// What an expression is made of.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ExprKind {
    Number(i64),
    Word(Word),
    Truth(bool),
    Name(String),
    Call {
        name: String,
        given: Box<Expr>,
    },
    Not(Box<Expr>),
    Minus(Box<Expr>),
    Two(Operator, Box<Expr>, Box<Expr>),
    If {
        when: Box<Expr>,
        then: Box<Expr>,
        other: Box<Expr>,
    },
}

/// An operator between two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Or,
    And,
    Equal,
    Unequal,
    Less,
    AtMost,
    More,
    AtLeast,
    Plus,
    Minus,
    Times,
    Divide,
    Remainder,
}

impl Operator {
    /// All, with how each is written and how strongly it binds.
    pub(super) const ALL: [(Self, &'static str, u8); 13] = [
        (Self::Or, "or", 1),
        (Self::And, "and", 2),
        (Self::Equal, "==", 4),
        (Self::Unequal, "!=", 4),
        (Self::Less, "<", 4),
        (Self::AtMost, "<=", 4),
        (Self::More, ">", 4),
        (Self::AtLeast, ">=", 4),
        (Self::Plus, "+", 5),
        (Self::Minus, "-", 5),
        (Self::Times, "*", 6),
        (Self::Divide, "//", 6),
        (Self::Remainder, "%", 6),
    ];

    /// How it is written, and how strongly it binds.
    pub(super) fn written(self) -> (&'static str, u8) {
        let found = Self::ALL.iter().find(|(one, ..)| *one == self);
        found.map_or(("", 0), |(_, text, strength)| (text, *strength))
    }
}

/// How strongly `not` binds: between `and` and comparisons.
pub(super) const NOT_BINDS: u8 = 3;
/// How strongly a minus before one number binds.
pub(super) const MINUS_BINDS: u8 = 7;
/// How strongly a comparison binds; two do not stand beside each other.
pub(super) const COMPARISON_BINDS: u8 = 4;

/// Which task a program is for.
///
/// ```
/// use generals::program::{Program, ProgramTask};
///
/// let program = Program::read("task consensus\ndecide input\n").unwrap();
/// assert_eq!(program.task(), ProgramTask::Consensus);
/// assert_eq!(program.task().name(), "consensus");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgramTask {
    /// General 1 has an order for all.
    Broadcast,
    /// Everybody has an opinion.
    Consensus,
}

impl ProgramTask {
    /// Both, as they are written.
    pub const NAMES: [(&'static str, Self); 2] = [
        ("broadcast", Self::Broadcast),
        ("consensus", Self::Consensus),
    ];

    /// As it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Broadcast => "broadcast",
            Self::Consensus => "consensus",
        }
    }
}

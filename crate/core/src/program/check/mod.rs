//! What a tree means: what each name stands for, of what type everything is, what is known before the run, and where rounds are.

mod values;

use std::sync::Arc;

use crate::program::{
    code::Code,
    mistake::{Mistake, MistakeCode, Place, kind},
    parse::Tree,
    task::{Do, DoKind, Passes, Send, Told},
    tree::{Arm, Block, Expr, ProgramTask, Statement, StatementKind, To},
    types::{Known, Type, Typed, WordSet},
};

/// A program that is right in form and types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Checked {
    pub(super) block: Vec<Do>,
    /// Its variables by their places: what each is called, and what it holds.
    pub(super) variables: Vec<(String, Type)>,
    pub(super) passes: Passes,
}

/// Checks a tree; whatever is wrong is added to the mistakes.
pub(super) fn check(tree: &Tree, mistakes: &mut Vec<Mistake>) -> Checked {
    let mut words = Words::default();
    // A word comes from one variable to the next: what each can hold only grows, and words are few.
    loop {
        let mut checker = Checker {
            task: tree.task,
            is_signed: tree.is_signed,
            words: words.clone(),
            variables: Vec::new(),
            scopes: vec![Vec::new()],
            mistakes: Vec::new(),
            brought: Brought::default(),
            resolves: false,
            unread: tree.unread.clone(),
        };
        let block = checker.program(&tree.block);
        if checker.words == words {
            mistakes.append(&mut checker.mistakes);
            return Checked {
                block,
                passes: match &checker.brought {
                    Brought { letters: true, .. } => Passes::Letters,
                    Brought { tree: true, .. } => Passes::Paths,
                    _ => Passes::Nothing,
                },
                variables: checker
                    .variables
                    .into_iter()
                    .map(|one| (one.name, one.is))
                    .collect(),
            };
        }
        words = checker.words;
    }
}

/// What the words of a program can be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Words {
    /// All that is sent.
    sent: WordSet,
    /// By the place of a variable.
    held: Vec<WordSet>,
}

/// A variable.
#[derive(Clone, Debug)]
struct Variable {
    name: String,
    is: Type,
    /// Whether it counts a loop: then all know it before the run.
    is_counter: bool,
}

/// What the statements so far have brought.
#[derive(Clone, Copy, Debug, Default)]
struct Brought {
    tree: bool,
    result: bool,
    letters: bool,
}

struct Checker {
    /// Where it could not be read: then what either task brings is known, so that this is one mistake.
    task: Option<ProgramTask>,
    is_signed: bool,
    words: Words,
    variables: Vec<Variable>,
    /// The places of the variables that are there, by block, the innermost last.
    scopes: Vec<Vec<usize>>,
    mistakes: Vec<Mistake>,
    brought: Brought,
    /// Whether it is within the word of `resolve`.
    resolves: bool,
    /// Names whose values could not be read: what is wrong with them has been said.
    unread: Vec<String>,
}

/// Where a statement stands.
#[derive(Clone, Copy, Debug)]
struct Around {
    /// Whether all reach it together, so that a round can begin.
    together: bool,
    /// Whether it stands in no other statement.
    is_outermost: bool,
}

impl Checker {
    fn program(&mut self, block: &Block) -> Vec<Do> {
        let statements = &block.statements;
        let is_decide = |one: &Statement| matches!(one.kind, StatementKind::Decide(_));
        let around = Around {
            together: true,
            is_outermost: true,
        };
        let done = self.statements(statements, around);
        match statements.iter().position(is_decide) {
            // What is wrong with the one that there is has been said.
            None if self.unread.iter().any(|one| one == "decide") => {}
            None => {
                let last = statements
                    .last()
                    .map_or(Place { line: 1, column: 1 }, |last| last.place);
                self.say(MistakeCode::NeverDecides, last, "", &["decide"]);
            }
            Some(at) => {
                if let Some(after) = statements.get(at + 1) {
                    self.say(MistakeCode::AfterDecide, after.place, "", &[kind::END]);
                }
            }
        }
        done
    }

    /// Whether the program may be for this task.
    fn may_be(&self, task: ProgramTask) -> bool {
        self.task.is_none_or(|read| read == task)
    }

    fn say(&mut self, code: MistakeCode, place: Place, found: &str, expected: &[&str]) {
        self.mistakes
            .push(Mistake::new(code, place, found, expected));
    }

    fn statements(&mut self, statements: &[Statement], around: Around) -> Vec<Do> {
        let mut done = Vec::new();
        for (index, statement) in statements.iter().enumerate() {
            let before = index.checked_sub(1).map(|before| &statements[before].kind);
            let place = statement.place;
            if let Some(kind) = self.statement(statement, before, around) {
                done.push(Do {
                    place,
                    kind: Arc::new(kind),
                });
            }
        }
        done
    }

    /// A block of its own: its variables end with it.
    fn block(&mut self, block: &Block, around: Around) -> Vec<Do> {
        self.scopes.push(Vec::new());
        let done = self.statements(&block.statements, around);
        self.scopes.pop();
        done
    }

    fn statement(
        &mut self,
        statement: &Statement,
        before: Option<&StatementKind>,
        around: Around,
    ) -> Option<DoKind> {
        let place = statement.place;
        let is_round = matches!(
            statement.kind,
            StatementKind::Send { .. } | StatementKind::Gather(_) | StatementKind::Collect(_)
        );
        if is_round && !around.together {
            self.say(MistakeCode::RoundsDiffer, place, "", &[]);
        }
        match &statement.kind {
            StatementKind::Set { name, value } => self.set(place, name, value),
            StatementKind::If { arms, other } => Some(self.branches(arms, other.as_ref(), around)),
            StatementKind::For {
                name,
                from,
                to,
                block,
            } => self.repeated(place, (name, from, to), block, around),
            StatementKind::Send { word, to, when } => self.send(word, to, when.as_ref()),
            StatementKind::Gather(rounds) => {
                let rounds = self.once(place, rounds, around);
                self.brought.tree = true;
                rounds.map(DoKind::Gather)
            }
            StatementKind::Collect(rounds) => {
                if !self.may_be(ProgramTask::Broadcast) {
                    self.say(MistakeCode::Unexpected, place, "collect", &["gather"]);
                }
                if !self.is_signed {
                    self.say(MistakeCode::NotSigned, place, "collect", &["signed"]);
                }
                let rounds = self.once(place, rounds, around);
                self.brought.letters = true;
                rounds.map(DoKind::Collect)
            }
            StatementKind::Resolve(word) => {
                if !matches!(before, Some(StatementKind::Gather(_))) {
                    self.say(MistakeCode::NoGather, place, "resolve", &["gather"]);
                }
                self.resolves = true;
                let word = self.of(word, Type::Word);
                self.resolves = false;
                self.brought.result = true;
                word.map(|(word, _)| DoKind::Resolve(word))
            }
            StatementKind::Decide(word) => {
                if !around.is_outermost {
                    self.say(MistakeCode::Unexpected, place, "decide", &[kind::STATEMENT]);
                }
                self.of(word, Type::Word)
                    .map(|(word, _)| DoKind::Decide(word))
            }
        }
    }

    /// The rounds of `gather` or `collect`: known before the run, and one of both, once, in a program.
    fn once(&mut self, place: Place, rounds: &Expr, around: Around) -> Option<Code> {
        if self.brought.tree || self.brought.letters || !around.is_outermost {
            self.say(MistakeCode::Unexpected, place, "", &["send"]);
        }
        self.before(rounds)
    }

    fn set(&mut self, place: Place, name: &str, value: &Expr) -> Option<DoKind> {
        let value = self.expr(value);
        if let Some((known, ..)) = self.named(name) {
            // What all know is not to be changed.
            let is_variable = matches!(known, Code::Variable(at) if !self.variables[at].is_counter);
            if !is_variable {
                self.say(MistakeCode::Unexpected, place, name, &[kind::NAME]);
                return None;
            }
        }
        let Some((value, typed)) = value else {
            self.unread.push(name.to_owned());
            return None;
        };
        let at = match self.place_of(name) {
            Some(at) => at,
            None => self.declare(name, typed.is, false),
        };
        let wanted = self.variables[at].is;
        if wanted != typed.is {
            self.say(
                MistakeCode::WrongType,
                place,
                typed.is.name(),
                &[wanted.name()],
            );
            return None;
        }
        let held = &mut self.words.held[at];
        *held = held.or(typed.words);
        Some(DoKind::Set {
            variable: at,
            value,
        })
    }

    fn declare(&mut self, name: &str, is: Type, is_counter: bool) -> usize {
        let at = self.variables.len();
        self.variables.push(Variable {
            name: name.to_owned(),
            is,
            is_counter,
        });
        if self.words.held.len() <= at {
            self.words.held.push(WordSet::NONE);
        }
        if let Some(scope) = self.scopes.last_mut() {
            scope.push(at);
        }
        at
    }

    fn place_of(&self, name: &str) -> Option<usize> {
        let mut there = self.scopes.iter().rev().flatten().copied();
        there.find(|at| self.variables[*at].name == name)
    }

    fn branches(&mut self, arms: &[Arm], other: Option<&Arm>, around: Around) -> DoKind {
        let mut is_known = true;
        let mut done = Vec::new();
        for arm in arms.iter().chain(other) {
            let when = self.of(&arm.when, Type::Truth);
            // One that cannot be read may have been meant to be known.
            is_known &= when
                .as_ref()
                .is_none_or(|(_, typed)| typed.known == Known::Before);
            let within = Around {
                together: around.together && is_known,
                is_outermost: false,
            };
            let block = self.block(&arm.block, within);
            if let Some((when, _)) = when {
                done.push((when, block));
            }
        }
        DoKind::If {
            arms: done,
            is_known,
        }
    }

    fn repeated(
        &mut self,
        place: Place,
        (name, from, to): (&str, &Expr, &Expr),
        block: &Block,
        around: Around,
    ) -> Option<DoKind> {
        let bounds = (self.before(from), self.before(to));
        if self.named(name).is_some() {
            self.say(MistakeCode::Unexpected, place, name, &[kind::NAME]);
        }
        self.scopes.push(Vec::new());
        let variable = self.declare(name, Type::Number, true);
        let within = Around {
            is_outermost: false,
            ..around
        };
        let block = self.statements(&block.statements, within);
        self.scopes.pop();
        let (Some(from), Some(to)) = bounds else {
            return None;
        };
        Some(DoKind::For {
            variable,
            from,
            to,
            block,
        })
    }

    fn send(&mut self, word: &Expr, to: &To, when: Option<&Expr>) -> Option<DoKind> {
        let word = self.of(word, Type::Word);
        let to = match to {
            To::All => Some(Told::All),
            To::Others => Some(Told::Others),
            To::One(general) => self
                .at_most(general, Type::Number, Known::ByPlace)
                .map(Told::One),
        };
        let when = match when {
            None => Some((Code::Constant(1), Typed::truth(Known::Before))),
            Some(when) => self.of(when, Type::Truth),
        };
        let (word, typed) = word?;
        self.words.sent = self.words.sent.or(typed.words);
        let (when, known) = when?;
        Some(DoKind::Send(Send {
            word,
            to: to?,
            when,
            is_by_place: known.known <= Known::ByPlace,
            words: typed.words,
        }))
    }
}

//! Expressions: what each name stands for, of what type everything is, and when it is known.

use crate::{
    program::{
        check::Checker,
        code::{Code, Function, Name},
        mistake::{MistakeCode, Place, kind},
        tree::{Expr, ExprKind, Operator, ProgramTask},
        types::{Known, Type, Typed, WordSet, of_word},
    },
    word::Word,
};

impl Checker {
    /// An expression that must be of this type.
    pub(super) fn of(&mut self, expr: &Expr, wanted: Type) -> Option<(Code, Typed)> {
        let (code, typed) = self.expr(expr)?;
        if typed.is == wanted {
            return Some((code, typed));
        }
        self.say(
            MistakeCode::WrongType,
            expr.place,
            typed.is.name(),
            &[wanted.name()],
        );
        None
    }

    /// One that must be known at this time.
    pub(super) fn at_most(&mut self, expr: &Expr, wanted: Type, known: Known) -> Option<Code> {
        let (code, typed) = self.of(expr, wanted)?;
        if typed.known > known {
            self.say(MistakeCode::NotKnownBefore, expr.place, "", &["n", "f"]);
            return None;
        }
        Some(code)
    }

    /// A number that all know before the run.
    pub(super) fn before(&mut self, expr: &Expr) -> Option<Code> {
        self.at_most(expr, Type::Number, Known::Before)
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> Option<(Code, Typed)> {
        match &expr.kind {
            ExprKind::Number(number) => {
                Some((Code::Constant(*number), Typed::number(Known::Before)))
            }
            ExprKind::Truth(truth) => Some((
                Code::Constant(i64::from(*truth)),
                Typed::truth(Known::Before),
            )),
            ExprKind::Word(word) => {
                let typed = Typed {
                    known: Known::Before,
                    ..Typed::word(WordSet::one(*word))
                };
                Some((Code::Constant(of_word(*word)), typed))
            }
            ExprKind::Name(name) => self.name(name, expr.place),
            ExprKind::Call { name, given } => self.call(name, given, expr.place),
            ExprKind::Not(one) => {
                let (one, typed) = self.of(one, Type::Truth)?;
                Some((Code::Not(Box::new(one)), typed))
            }
            ExprKind::Minus(one) => {
                let (one, typed) = self.of(one, Type::Number)?;
                Some((Code::Minus(Box::new(one)), typed))
            }
            ExprKind::Two(operator, left, right) => self.two(*operator, left, right),
            ExprKind::If { when, then, other } => {
                let when = self.of(when, Type::Truth);
                let then = self.expr(then);
                let wanted = then.as_ref().map(|(_, typed)| typed.is);
                let other = match wanted {
                    Some(wanted) => self.of(other, wanted),
                    None => self.expr(other),
                };
                let ((when, first), (then, second), (other, third)) = (when?, then?, other?);
                let typed = Typed {
                    is: second.is,
                    known: first.known.max(second.known).max(third.known),
                    words: second.words.or(third.words),
                };
                Some((Code::If(Box::new([when, then, other])), typed))
            }
        }
    }

    fn two(&mut self, operator: Operator, left: &Expr, right: &Expr) -> Option<(Code, Typed)> {
        let wanted = match operator {
            Operator::And | Operator::Or => Some(Type::Truth),
            Operator::Equal | Operator::Unequal => None,
            _ => Some(Type::Number),
        };
        let first = match wanted {
            Some(wanted) => self.of(left, wanted),
            None => self.expr(left),
        };
        let second = match wanted.or(first.as_ref().map(|(_, typed)| typed.is)) {
            Some(wanted) => self.of(right, wanted),
            None => self.expr(right),
        };
        let divides = matches!(operator, Operator::Divide | Operator::Remainder);
        if divides && right.kind == ExprKind::Number(0) {
            self.say(MistakeCode::Unexpected, right.place, "0", &[kind::NUMBER]);
        }
        let ((left, one), (right, other)) = (first?, second?);
        let is = match operator {
            Operator::Plus
            | Operator::Minus
            | Operator::Times
            | Operator::Divide
            | Operator::Remainder => Type::Number,
            _ => Type::Truth,
        };
        let typed = Typed {
            is,
            known: one.known.max(other.known),
            words: WordSet::NONE,
        };
        Some((Code::Two(operator, Box::new(left), Box::new(right)), typed))
    }

    fn name(&mut self, name: &str, place: Place) -> Option<(Code, Typed)> {
        let found = self.named(name);
        if found.is_none() && !self.unread.iter().any(|unread| unread == name) {
            let needs = name == "result" && self.may_be(ProgramTask::Broadcast);
            let code = if needs {
                MistakeCode::NoGather
            } else {
                MistakeCode::UnknownName
            };
            let known = if needs {
                vec!["resolve".to_owned()]
            } else {
                self.known_names()
            };
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            self.say(code, place, name, &known);
        }
        found
    }

    /// What a name stands for.
    pub(super) fn named(&self, name: &str) -> Option<(Code, Typed)> {
        let is_broadcast = self.may_be(ProgramTask::Broadcast);
        let silent = WordSet::ORDERS.with(Word::Silence);
        let (known, typed) = match name {
            "n" => (Name::N, Typed::number(Known::Before)),
            "f" => (Name::F, Typed::number(Known::Before)),
            "me" => (Name::Me, Typed::number(Known::ByPlace)),
            "commander" if is_broadcast => {
                return Some((Code::Constant(1), Typed::number(Known::Before)));
            }
            "order" if is_broadcast => (Name::Given, Typed::word(silent)),
            "input" if self.may_be(ProgramTask::Consensus) => {
                (Name::Given, Typed::word(WordSet::ORDERS))
            }
            "direct" if self.resolves => (Name::Direct, Typed::word(silent)),
            "votes" if self.resolves => (Name::Votes, Typed::number(Known::Run)),
            "result" if is_broadcast && self.brought.result => {
                (Name::Result, Typed::word(silent.with(Word::Neither)))
            }
            _ => {
                let at = self.place_of(name)?;
                let variable = &self.variables[at];
                let typed = Typed {
                    is: variable.is,
                    known: match variable.is_counter {
                        true => Known::Before,
                        false => Known::Run,
                    },
                    words: self.words.held[at],
                };
                return Some((Code::Variable(at), typed));
            }
        };
        Some((Code::Known(known), typed))
    }

    /// All names that stand for something here: the program's own, then the language's.
    fn known_names(&self) -> Vec<String> {
        let own = self.scopes.iter().flatten();
        let own = own.map(|at| self.variables[*at].name.clone());
        let all = [
            "n",
            "f",
            "me",
            "commander",
            "order",
            "input",
            "direct",
            "votes",
            "result",
        ];
        let there = all.iter().filter(|name| self.named(name).is_some());
        own.chain(there.map(|&name| name.to_owned())).collect()
    }

    fn call(&mut self, name: &str, given: &Expr, place: Place) -> Option<(Code, Typed)> {
        let heard = self.words.sent.with(Word::Silence);
        let all = heard.or(WordSet::ORDERS).with(Word::Neither);
        let (function, wanted, typed, is_there) = match name {
            "count" => (Function::Count, Type::Word, Typed::number(Known::Run), true),
            "said" => (Function::Said, Type::Number, Typed::word(heard), true),
            "heard" => (
                Function::Heard,
                Type::Word,
                Typed::number(Known::Run),
                self.brought.tree,
            ),
            "holds" => (
                Function::Holds,
                Type::Word,
                Typed::truth(Known::Run),
                self.brought.letters,
            ),
            "result" if self.may_be(ProgramTask::Consensus) => (
                Function::ResultOf,
                Type::Number,
                Typed::word(all),
                self.brought.result,
            ),
            _ => {
                self.expr(given);
                self.say(MistakeCode::UnknownName, place, name, &["count", "said"]);
                return None;
            }
        };
        let given = self.of(given, wanted);
        if !is_there {
            let missing = match function {
                Function::Heard => "gather",
                Function::Holds => "collect",
                _ => "resolve",
            };
            self.say(MistakeCode::NoGather, place, name, &[missing]);
        }
        let (given, _) = given?;
        Some((Code::Call(function, Box::new(given)), typed))
    }
}

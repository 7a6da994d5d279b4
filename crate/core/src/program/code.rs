//! An expression as it is evaluated: names have become places, and types are right, so every value is a number.
//!
//! A word is its code, a truth 0 or 1. Counting saturates; dividing by 0 gives 0. So evaluating always ends, and always the same.

use std::ops::RangeInclusive;

use crate::program::{token::NUMBER_MAX, tree::Operator};

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Code {
    Constant(i64),
    Known(Name),
    /// A variable, by its place.
    Variable(usize),
    Call(Function, Box<Self>),
    Not(Box<Self>),
    Minus(Box<Self>),
    Two(Operator, Box<Self>, Box<Self>),
    If(Box<[Self; 3]>),
}

/// What a general knows without a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    N,
    F,
    Me,
    /// The commander's order, or his own opinion.
    Given,
    /// In `resolve`: what the speaker of the path said.
    Direct,
    /// In `resolve`: how many votes there are.
    Votes,
    /// What `resolve` came to.
    Result,
}

/// What is asked of what was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Count,
    Said,
    Heard,
    Holds,
    ResultOf,
}

/// Where values come from.
pub(super) trait Values {
    fn variable(&self, place: usize) -> i64;
    fn known(&self, name: Name) -> i64;
    fn ask(&self, function: Function, given: i64) -> i64;
}

impl Code {
    /// Its value.
    pub(super) fn value(&self, values: &impl Values) -> i64 {
        match self {
            Self::Constant(constant) => *constant,
            Self::Known(name) => values.known(*name),
            Self::Variable(place) => values.variable(*place),
            Self::Call(function, given) => values.ask(*function, given.value(values)),
            Self::Not(one) => i64::from(one.value(values) == 0),
            Self::Minus(one) => -one.value(values),
            Self::Two(operator, left, right) => two(*operator, left, right, values),
            Self::If(parts) => {
                let [when, then, other] = &**parts;
                match when.value(values) {
                    0 => other.value(values),
                    _ => then.value(values),
                }
            }
        }
    }

    /// Whether it asks this of what was heard: with `said` it matters who said what, without it only how many did.
    pub(super) fn asks(&self, function: Function) -> bool {
        let any = |parts: &[Self]| parts.iter().any(|part| part.asks(function));
        match self {
            Self::Constant(_) | Self::Known(_) | Self::Variable(_) => false,
            Self::Call(asked, given) => *asked == function || given.asks(function),
            Self::Not(one) | Self::Minus(one) => one.asks(function),
            Self::Two(_, left, right) => left.asks(function) || right.asks(function),
            Self::If(parts) => any(&**parts),
        }
    }

    /// What a loop counts from here to there.
    pub(super) fn up_to(&self, last: &Self, values: &impl Values) -> RangeInclusive<i64> {
        self.value(values)..=last.value(values)
    }

    /// How many evaluations it takes at most among n: to ask what was heard is to look at what each has said.
    pub(super) fn work(&self, n: u64) -> u64 {
        let all = |parts: &[&Self]| {
            parts
                .iter()
                .fold(1, |work: u64, part| work.saturating_add(part.work(n)))
        };
        match self {
            Self::Constant(_) | Self::Known(_) | Self::Variable(_) => 1,
            Self::Call(_, given) => n.saturating_add(given.work(n)),
            Self::Not(one) | Self::Minus(one) => all(&[one]),
            Self::Two(_, left, right) => all(&[left, right]),
            Self::If(parts) => all(&parts.each_ref()),
        }
    }
}

fn two(operator: Operator, left: &Code, right: &Code, values: &impl Values) -> i64 {
    let left = left.value(values);
    match operator {
        Operator::And if left == 0 => return 0,
        Operator::Or if left != 0 => return 1,
        _ => {}
    }
    let right = right.value(values);
    let truth = |is: bool| i64::from(is);
    let value = match operator {
        Operator::And | Operator::Or => truth(right != 0),
        Operator::Equal => truth(left == right),
        Operator::Unequal => truth(left != right),
        Operator::Less => truth(left < right),
        Operator::AtMost => truth(left <= right),
        Operator::More => truth(left > right),
        Operator::AtLeast => truth(left >= right),
        Operator::Plus => left + right,
        Operator::Minus => left - right,
        // Both are at most 10⁹, so their product is far from the end of a machine word.
        Operator::Times => left * right,
        Operator::Divide => match right {
            0 => 0,
            right => floor(left, right),
        },
        Operator::Remainder => match right {
            0 => 0,
            right => left - right * floor(left, right),
        },
    };
    value.clamp(-NUMBER_MAX, NUMBER_MAX)
}

/// The greatest whole number that is no more than the quotient.
const fn floor(left: i64, right: i64) -> i64 {
    let quotient = left / right;
    let is_between = left % right != 0;
    if is_between && (left < 0) != (right < 0) {
        quotient - 1
    } else {
        quotient
    }
}

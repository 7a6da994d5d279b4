//! Dividing by 0 that is known before the run: by what is made of n, f, numbers and the counters of loops.

use crate::program::{
    code::{Code, Name},
    plan::Before,
    task::DoKind,
    tree::Operator,
};

impl DoKind {
    /// Whether this statement surely divides by 0 where it is reached; what stands in its block, or behind a condition, may never be.
    pub(super) fn divides_by_zero(&self, known: &Before) -> bool {
        match self {
            Self::Set { value: code, .. }
            | Self::Gather(code)
            | Self::Resolve(code)
            | Self::Collect(code)
            | Self::Decide(code) => code.divides_by_zero(known),
            Self::Send(send) => [&send.word, &send.when]
                .iter()
                .any(|code| code.divides_by_zero(known)),
            Self::If { arms, .. } => arms
                .first()
                .is_some_and(|(when, _)| when.divides_by_zero(known)),
            Self::For { from, to, .. } => from.divides_by_zero(known) || to.divides_by_zero(known),
        }
    }
}

impl Code {
    fn divides_by_zero(&self, known: &Before) -> bool {
        let divides = |one: &Self| one.divides_by_zero(known);
        match self {
            Self::Constant(_) | Self::Known(_) | Self::Variable(_) => false,
            Self::Call(_, one) | Self::Not(one) | Self::Minus(one) => divides(one),
            Self::Two(Operator::Divide | Operator::Remainder, left, right) => {
                divides(left)
                    || divides(right)
                    || (right.is_before(known) && right.value(known) == 0)
            }
            // What stands behind a condition may be meant never to be reached.
            Self::Two(Operator::And | Operator::Or, left, _) => divides(left),
            Self::Two(_, left, right) => divides(left) || divides(right),
            Self::If(parts) => divides(&parts[0]),
        }
    }

    /// Whether all of it is known before the run.
    fn is_before(&self, known: &Before) -> bool {
        match self {
            Self::Constant(_) | Self::Known(Name::N | Name::F) => true,
            Self::Variable(place) => known.is_known(*place),
            Self::Not(one) | Self::Minus(one) => one.is_before(known),
            Self::Two(_, left, right) => left.is_before(known) && right.is_before(known),
            Self::Known(_) | Self::Call(..) | Self::If(_) => false,
        }
    }
}

//! What one general knows at a step: a plain value. Two worlds that give equal views cannot be told apart.

use crate::{
    general::General,
    machine::Refusal,
    order::{Order, Word},
    path::Path,
    scenario::{Protocol, Scenario},
};

/// Everything a general has seen, and nothing else: no loyalties, no lies, no message between others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Who he is.
    pub general: General,
    /// How many generals there are.
    pub n: usize,
    /// The relay depth.
    pub m: usize,
    /// What all have agreed to run.
    pub protocol: Protocol,
    /// His order; the commander's only.
    pub order: Option<Order>,
    /// What he was told, in the order of steps.
    pub received: Vec<Received>,
    /// What he said, in the order of steps.
    pub sent: Vec<Sent>,
}

/// A message as its recipient sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// When.
    pub round: usize,
    /// Who is said to have said it; the last one told him himself.
    pub path: Path,
    /// What; `None` is silence, which an oral message's recipient notices and a signed one's does not.
    pub said: Word,
    /// Why he did not take it in.
    pub refused: Option<Refusal>,
}

/// A message as its sender sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// When.
    pub round: usize,
    /// The path it carries, himself last.
    pub path: Path,
    /// To whom.
    pub to: General,
    /// What; `None` is silence.
    pub said: Word,
}

impl View {
    /// What a general knows who has received and sent this.
    pub(crate) fn of(
        scenario: &Scenario,
        general: General,
        (received, sent): (Vec<Received>, Vec<Sent>),
    ) -> Self {
        Self {
            general,
            n: scenario.n(),
            m: scenario.m(),
            protocol: scenario.protocol(),
            order: general.is_commander().then_some(scenario.order()),
            received,
            sent,
        }
    }
}

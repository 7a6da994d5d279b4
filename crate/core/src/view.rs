//! What one general knows at a step: a plain value. Two worlds that give equal views cannot be told apart.

use crate::{
    general::General,
    order::{Order, Word},
    path::{Path, Paths},
    scenario::Protocol,
    trace::Trace,
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
    /// What; `None` is silence.
    pub said: Word,
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
    /// What `general` knows after `step` steps of a run.
    pub(crate) fn of(trace: &Trace, general: General, step: usize) -> Self {
        let scenario = trace.scenario();
        let mut view = Self {
            general,
            n: scenario.n(),
            m: scenario.m(),
            protocol: scenario.protocol(),
            order: general.is_commander().then_some(scenario.order()),
            received: Vec::new(),
            sent: Vec::new(),
        };
        for round in 1..=trace.round(step) {
            for (rank, path) in Paths::new(scenario.n(), round).enumerate() {
                if trace.step_of_path(round, rank) >= step {
                    break;
                }
                view.look(trace, step, rank, path);
            }
        }
        view
    }

    /// Takes in what of one path's messages he sees.
    fn look(&mut self, trace: &Trace, step: usize, rank: usize, path: Path) {
        let round = path.len();
        let others = trace.scenario().generals().and_not(path.set());
        let mut delivered = others
            .iter()
            .zip(trace.step_of_path(round, rank) + 1..=step)
            .map(|(to, _)| to);
        if path.speaker() == self.general {
            for to in delivered {
                let said = trace.said(round, rank, to);
                self.sent.push(Sent {
                    round,
                    path: path.clone(),
                    to,
                    said,
                });
            }
        } else if delivered.any(|to| to == self.general) {
            let said = trace.said(round, rank, self.general);
            self.received.push(Received { round, path, said });
        }
    }
}

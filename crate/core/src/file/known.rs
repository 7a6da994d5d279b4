//! What a figure may tell of a run: everything, or what one general knows.

use crate::{
    file::{
        Options,
        drawing::{Loyalty, Mark, Point},
        text::Says,
    },
    protocol::Inputs,
    run::Trace,
    word::{General, Order},
};

/// A run as somebody knows it.
pub(super) struct Known<'a> {
    trace: &'a Trace,
    eyes: Option<General>,
    number_from: u8,
}

impl<'a> Known<'a> {
    pub(super) const fn of(trace: &'a Trace, options: &Options) -> Self {
        Self {
            trace,
            eyes: options.eyes,
            number_from: options.number_from,
        }
    }

    pub(super) const fn trace(&self) -> &'a Trace {
        self.trace
    }

    pub(super) fn generals(&self) -> impl Iterator<Item = General> + use<> {
        self.trace.scenario().generals().iter()
    }

    /// Whether it is known what this general himself knows.
    pub(super) fn sees(&self, general: General) -> bool {
        self.eyes.is_none_or(|eyes| eyes == general)
    }

    /// Whether it is known that he is a traitor.
    pub(super) fn is_traitor(&self, general: General) -> bool {
        self.loyalty(general) == Loyalty::Traitor
    }

    /// Whether a word may be false by the fault of those who passed it on.
    pub(super) fn is_touched(&self, by: &[General]) -> bool {
        self.eyes.is_none() && by.iter().any(|general| self.is_traitor(*general))
    }

    fn loyalty(&self, general: General) -> Loyalty {
        if !self.sees(general) {
            Loyalty::Unknown
        } else if self.trace.scenario().is_loyal(general) {
            Loyalty::Loyal
        } else {
            Loyalty::Traitor
        }
    }

    /// Whether he gives the order and decides nothing.
    pub(super) fn commands(&self, general: General) -> bool {
        general.is_commander() && self.trace.scenario().spec().inputs == Inputs::Commander
    }

    pub(super) fn has_opinions(&self) -> bool {
        self.trace.scenario().spec().inputs == Inputs::Everyone
    }

    /// What he starts with, if that is known.
    pub(super) fn input(&self, general: General) -> Option<Order> {
        let input = self.trace.scenario().input(general);
        input.filter(|_| self.sees(general))
    }

    /// The number by which he is called.
    pub(super) fn number(&self, general: General) -> u64 {
        u64::from(general.number()) - 1 + u64::from(self.number_from)
    }

    pub(super) fn path(&self, path: &[General]) -> Says {
        Says::Path(path.iter().map(|general| self.number(*general)).collect())
    }

    pub(super) fn shield(&self, general: General, at: Point, side: i32) -> Mark {
        Mark::Shield(at, side, self.loyalty(general), self.name(general))
    }

    fn name(&self, general: General) -> Says {
        let number = self.number(general);
        Says::Generals {
            first: number,
            last: number,
            copy: None,
        }
    }
}

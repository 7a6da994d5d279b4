//! The letters under way where messengers are slow, and which of them a schedule delivers next.

use std::collections::{BTreeMap, VecDeque};

use crate::{
    protocol::ranked::Ranked,
    scenario::{DeliveryOrder, PathHash, Scenario, Schedule, Until, mix},
    word::{Slot, map_of},
};

/// The letters under way.
#[derive(Debug)]
pub(crate) struct Queue<L> {
    order: DeliveryOrder,
    seed: u64,
    /// Those that no delay names, by the time of sending, then position, then recipient.
    free: VecDeque<L>,
    /// The same where any of them may be next.
    lots: Ranked<L>,
    /// Where the letters of each slot that a delay names stand in `held`.
    delays: BTreeMap<Slot, usize>,
    /// The others, by delay, each with until when it is held.
    held: Vec<(Until, VecDeque<L>)>,
}

impl<L> Queue<L> {
    /// Nothing is under way yet.
    pub(crate) fn new(scenario: &Scenario) -> Self {
        let none = Schedule::default();
        let schedule = scenario.schedule().unwrap_or(&none);
        let slots = schedule.delays.iter().enumerate();
        Self {
            order: schedule.order,
            seed: scenario.seed(),
            free: VecDeque::new(),
            lots: Ranked::default(),
            delays: map_of(slots.map(|(i, delay)| (delay.slot.clone(), i))),
            held: schedule
                .delays
                .iter()
                .map(|delay| (delay.until, VecDeque::new()))
                .collect(),
        }
    }

    /// Which delay names this slot.
    pub(crate) fn delay(&self, slot: &Slot) -> Option<usize> {
        self.delays.get(slot).copied()
    }

    /// Puts a letter under way, whose slot this delay names.
    pub(crate) fn put(&mut self, delay: Option<usize>, letter: L) {
        match delay {
            Some(delay) => self.held[delay].1.push_back(letter),
            None if self.order == DeliveryOrder::Random => self.lots.push(letter),
            None => self.free.push_back(letter),
        }
    }

    /// The letter that is delivered as this step while nobody's patience ends: one whose step it is, else what the rule
    /// says, else one that waits until nothing else is under way.
    pub(crate) fn next(&mut self, step: usize) -> Option<L> {
        let is_due = |until: &Until| matches!(until, Until::Step(due) if *due <= step);
        self.take_held(is_due)
            .or_else(|| self.take_free(step))
            .or_else(|| self.take_held(|until| *until == Until::Idle))
    }

    /// What is left when nobody waits any more: first what has a step, then what comes after all else.
    pub(crate) fn last(&mut self) -> Option<L> {
        self.take_held(|until| *until != Until::End)
            .or_else(|| self.take_held(|_| true))
    }

    fn take_free(&mut self, step: usize) -> Option<L> {
        match self.order {
            DeliveryOrder::Fifo => self.free.pop_front(),
            DeliveryOrder::Lifo => self.free.pop_back(),
            DeliveryOrder::Random => {
                let count = self.lots.len().max(1) as u64;
                self.lots.take((lot(self.seed, step) % count) as usize)
            }
        }
    }

    fn take_held(&mut self, is_meant: impl Fn(&Until) -> bool) -> Option<L> {
        let mut held = self.held.iter_mut();
        let found = held.find(|(until, letters)| is_meant(until) && !letters.is_empty())?;
        found.1.pop_front()
    }
}

/// What is drawn for a step of a random order: a pure function of seed and step, pinned for ever like the words of random
/// traitors.
const fn lot(seed: u64, step: usize) -> u64 {
    mix(PathHash::new(seed).word() ^ step as u64)
}

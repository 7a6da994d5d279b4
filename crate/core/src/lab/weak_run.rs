//! One run whose traitors may do only so much, choice by choice, for any protocol that is a step machine.

use std::collections::BTreeMap;

use crate::{
    lab::{
        adversary_search::{Army, Branch},
        any_machine::{AnyMachine, AnyMessage, AnyState},
    },
    protocol::machine::StepMachine,
    scenario::Scenario,
    word::{General, Generals, Order, Slot, limits::LADDER_COPIES_MAX, map_of},
};

/// How much traitors may do.
///
/// ```
/// use generals::{lab::ladder::{Weakness, ladder}, link::{LinkSize, parse}};
///
/// // The commander keeps his order from general 2 alone, who is told nothing: no crash, and no lie either.
/// let base = parse("v=1&p=om&n=4&t=1.4", LinkSize::Any).unwrap().scenario;
/// let found = ladder(&base).unwrap();
/// let breaks = |weakness| found.weak(weakness).unwrap().breaks;
/// assert!(!breaks(Weakness::Crash) && breaks(Weakness::Omission) && breaks(Weakness::Twins));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Honest up to some step of his own, then silent for ever: his messages of a round go out in the order of steps, so he may
    /// have sent some of them.
    Crash,
    /// Honest, but any of his messages may be missing.
    Omission,
    /// Whatever he says some honest copy of him would have said there, who started with any order or opinion and to whom any of
    /// the messages that were sent to him did not come. Each word may be another copy's.
    Twins,
}

/// The traitors of a scenario, who are so weak.
pub(crate) struct WeakArmy {
    army: Army<AnyMachine>,
    weakness: Weakness,
}

/// What a run came to.
pub(crate) struct WeakRun {
    branch: Branch<AnyMachine>,
    /// Whether it breaks a condition.
    pub(crate) breaks: bool,
    /// In how many slots a traitor did not do what was honest after all that he heard.
    pub(crate) lies: usize,
    /// How many messages were said, or thought of by copies.
    pub(crate) work: u64,
    /// Whether there were more copies of a traitor than are thought of.
    pub(crate) is_cut: bool,
}

/// What is said in each slot, in the order of steps.
type Told<T> = BTreeMap<Slot, Vec<T>>;

/// What may be said in a slot, the honest first.
type Ways<T> = Vec<Vec<T>>;

/// What traitors remember besides what they heard.
struct Minds {
    /// Who has not crashed.
    alive: Generals,
    /// Honest copies of each, by general; none where nobody thinks of them.
    copies: Vec<Vec<AnyState>>,
}

impl WeakArmy {
    pub(crate) fn new(machine: AnyMachine, base: &Scenario, weakness: Weakness) -> Self {
        Self {
            army: Army::new(machine, base),
            weakness,
        }
    }

    /// The run in which traitors do what `choose` says, which is asked for one of so many ways; way 0 is always the honest one.
    pub(crate) fn run(&self, choose: &mut dyn FnMut(usize) -> usize) -> WeakRun {
        let mut minds = self.minds();
        let mut run = WeakRun {
            branch: self.army.start(),
            breaks: false,
            lies: 0,
            work: 0,
            is_cut: false,
        };
        while !self.army.is_over(&run.branch) {
            let mut next = self.army.next(&run.branch);
            for traitor in self.army.base.traitors().iter() {
                let honest = by_slot(self.army.honest(&run.branch, traitor));
                let told = self.told(&mut run, &mut minds, traitor, &honest, choose);
                for (slot, messages) in &told {
                    run.lies += usize::from(honest.get(slot) != Some(messages));
                    self.army.tell(&mut next, slot, messages);
                }
            }
            run.work += next.sent().len() as u64;
            if next.round < self.army.machine.rounds() {
                self.think(&mut run, &mut minds, &next);
            }
            self.army.end_round(&mut next);
            run.branch = next;
        }
        run.breaks = self.army.is_broken(&run.branch);
        run
    }

    /// What decides what is drawn.
    pub(crate) const fn seed(&self) -> u64 {
        self.army.base.seed()
    }

    /// The run, to be run again.
    pub(crate) fn scenario(&self, run: WeakRun) -> Scenario {
        self.army.scenario(run.branch)
    }

    /// Before the first round.
    fn minds(&self) -> Minds {
        let base = &self.army.base;
        let copies = |general: General| {
            if self.weakness != Weakness::Twins || base.is_loyal(general) {
                return Vec::new();
            }
            let inputs = match base.input(general) {
                Some(_) => vec![Some(Order::Attack), Some(Order::Retreat)],
                None => vec![None],
            };
            let states = inputs.into_iter();
            states
                .map(|input| self.army.machine.init(general, input))
                .collect()
        };
        Minds {
            alive: base.traitors(),
            copies: base.generals().iter().map(copies).collect(),
        }
    }

    /// What a traitor says in this round, slot by slot.
    fn told(
        &self,
        run: &mut WeakRun,
        minds: &mut Minds,
        traitor: General,
        honest: &Told<AnyMessage>,
        choose: &mut dyn FnMut(usize) -> usize,
    ) -> Told<AnyMessage> {
        let mut pick = |mut ways: Ways<AnyMessage>| {
            let chosen = match ways.len() {
                0 | 1 => 0,
                more => choose(more),
            };
            ways.swap_remove(chosen)
        };
        match self.weakness {
            Weakness::Crash => {
                let sends: usize = honest.values().map(Vec::len).sum();
                let unsent = if !minds.alive.contains(traitor) {
                    sends
                } else if sends == 0 {
                    0
                } else {
                    choose(sends + 1)
                };
                if unsent > 0 {
                    minds.alive = minds.alive.without(traitor);
                }
                first_of(honest, sends - unsent)
            }
            Weakness::Omission => {
                let told = |(slot, messages): (&Slot, &Vec<AnyMessage>)| {
                    (slot.clone(), pick(parts_of(messages, true)))
                };
                map_of(honest.iter().map(told))
            }
            Weakness::Twins => {
                let copies = &minds.copies[traitor.index()];
                let ways = self.twin_ways(run, traitor, copies, honest);
                map_of(ways.into_iter().map(|(slot, ways)| (slot, pick(ways))))
            }
        }
    }

    /// What copies of a traitor would say in this round, by slot.
    fn twin_ways(
        &self,
        run: &mut WeakRun,
        traitor: General,
        copies: &[AnyState],
        honest: &Told<AnyMessage>,
    ) -> BTreeMap<Slot, Ways<AnyMessage>> {
        // Each message that some copy would send in a slot, and how many copies send something there.
        let mut said: BTreeMap<Slot, (Vec<AnyMessage>, usize)> = BTreeMap::new();
        for copy in copies {
            let sent = self.army.sent_by(copy, run.branch.round, traitor);
            run.work += sent.len() as u64;
            for (slot, messages) in by_slot(sent) {
                let (all, senders) = said.entry(slot).or_default();
                *senders += 1;
                for message in messages {
                    if !all.contains(&message) {
                        all.push(message);
                    }
                }
            }
        }
        let ways = |slot: &Slot, all: Vec<AnyMessage>, senders: usize| {
            let is_silent = senders < copies.len();
            let mut ways = if self.army.base.spec().says_both {
                parts_of(&all, is_silent)
            } else {
                let single = all.into_iter().map(|message| vec![message]);
                single.chain(is_silent.then(Vec::new)).collect()
            };
            // One of the copies is honest himself.
            let own = honest.get(slot).map_or(&[][..], Vec::as_slice);
            if let Some(place) = ways.iter().position(|way| way == own) {
                ways.swap(0, place);
            }
            ways
        };
        map_of(said.into_iter().map(|(slot, (all, senders))| {
            let ways = ways(&slot, all, senders);
            (slot, ways)
        }))
    }

    /// To each copy each message of the round comes or does not; copies who remember the same are one.
    fn think(&self, run: &mut WeakRun, minds: &mut Minds, next: &Branch<AnyMachine>) {
        if self.weakness != Weakness::Twins {
            return;
        }
        for traitor in self.army.base.traitors().iter() {
            let copies = &mut minds.copies[traitor.index()];
            for (slot, message) in self.army.under_way(next, traitor) {
                for copy in 0..copies.len() {
                    let mut told = copies[copy].clone();
                    let machine = &self.army.machine;
                    let heard = machine.receive(&mut told, next.round, slot.from, &message);
                    run.work += 1;
                    if heard.is_err() || copies.contains(&told) {
                        continue;
                    }
                    if copies.len() == LADDER_COPIES_MAX {
                        run.is_cut = true;
                        break;
                    }
                    copies.push(told);
                }
            }
            // Copies who differ in nothing that counts any more are one.
            let mut different: Vec<AnyState> = Vec::new();
            for mut copy in std::mem::take(copies) {
                self.army.machine.forget(&mut copy, next.round);
                if !different.contains(&copy) {
                    different.push(copy);
                }
            }
            *copies = different;
        }
    }
}

/// Messages by their slots; each slot's stay in order.
fn by_slot<T>(sent: Vec<(Slot, T)>) -> Told<T> {
    let mut told = Told::new();
    for (slot, message) in sent {
        told.entry(slot).or_insert_with(Vec::new).push(message);
    }
    told
}

/// The first so many messages, and silence in the slots of the others.
fn first_of<T: Clone>(honest: &Told<T>, count: usize) -> Told<T> {
    let mut left = count;
    let sent = honest.iter().map(|(slot, messages)| {
        let here = left.min(messages.len());
        left -= here;
        (slot.clone(), messages[..here].to_vec())
    });
    map_of(sent)
}

/// All ways to send some of these, all of them first; and none of them last, where that may be.
fn parts_of<T: Clone>(messages: &[T], may_be_none: bool) -> Ways<T> {
    let least = usize::from(!may_be_none);
    let parts = (least..1 << messages.len()).rev().map(|part: usize| {
        let chosen = messages.iter().enumerate();
        chosen
            .filter(|(place, _)| part >> place & 1 == 1)
            .map(|(_, message)| message.clone())
            .collect()
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_begin_with_all_and_end_with_none() {
        assert_eq!(parts_of(&['A'], true), [vec!['A'], vec![]]);
        assert_eq!(
            parts_of(&['A', 'R'], false),
            [vec!['A', 'R'], vec!['R'], vec!['A']]
        );
        assert_eq!(parts_of::<char>(&[], true), [Vec::<char>::new()]);
    }
}

//! Some behaviour of traitors under some delays, drawn by lot, where not all can be tried: nothing follows from finding
//! nothing.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use crate::{
    lab::{
        minimise::{bare_strategy, spelled_out},
        network::{
            less::{Less, is_broken},
            menu::{Counted, menu},
        },
        search::{Kind, Progress, Search},
    },
    protocol::deliver_to,
    run::outcome::Outcome,
    scenario::{Delay, PathHash, Scenario, Strategy, Until, mix},
    word::{General, Lies, Slot, Words, limits::DRAWN_SLOTS_MAX, sort_by_key},
};

/// A search by lot that can be interrupted at any time.
///
/// ```
/// use generals::{Trace, lab::{network::sample::NetworkSample, search::Search}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=bracha&n=4&t=1&by=noready", LinkSize::Any).unwrap().scenario;
/// let mut search = NetworkSample::new(&base);
/// while !search.is_done() {
///     search.advance(100);
/// }
/// assert!(Trace::new(search.found().unwrap()).unwrap().verdict().is_broken());
/// ```
pub struct NetworkSample {
    base: Scenario,
    tried: u64,
    known: Known,
    less: Option<Less>,
    found: Option<Scenario>,
}

/// Where something was said in the runs so far: what letters there are is only known when they are sent.
#[derive(Clone, Debug, Default)]
struct Known {
    /// What traitors can tell the loyal.
    choices: BTreeMap<Slot, Vec<Words>>,
    /// What is under way between any two of whom the recipient is loyal.
    letters: BTreeSet<Slot>,
    /// The most letters of a run.
    longest: usize,
}

impl NetworkSample {
    /// Draws among all behaviour of an army's traitors with its inputs, and among delays; its own lies and delays play no
    /// part, and its seed decides what is drawn.
    #[must_use]
    pub fn new(base: &Scenario) -> Self {
        let mut bare = base.with_lies(bare_strategy(base.spec()), Lies::new());
        bare.schedule_with(|schedule| schedule.delays.clear());
        Self {
            base: bare,
            tried: 0,
            known: Known::default(),
            less: None,
            found: None,
        }
    }

    /// Tries a run.
    fn draw(&mut self) {
        let lot = Lot(PathHash::new(self.base.seed()).word() ^ self.tried);
        self.tried += 1;
        let run = match self.tried {
            // What there is to draw from is not known yet.
            1 => self.base.clone(),
            _ => self.drawn(lot),
        };
        // What a link tells is what counts: a run that was cut short is no find.
        if self.known.note(&run) && is_broken(&run) {
            self.less = Some(Less::of(spelled_out(&run), self.base.seed()));
        }
    }

    fn drawn(&self, mut lot: Lot) -> Scenario {
        let mut run = self.base.clone();
        // Coins fall otherwise with each seed; keys would have to be made anew.
        if !run.spec().is_signed {
            run.seed = lot.next() >> 32;
        }
        run.adversary.strategy = *lot.one_of(&STRATEGIES);
        let lying = *lot.one_of(&RATES);
        for (slot, words) in &self.known.choices {
            if lot.falls(lying) {
                run.adversary.lies.insert(slot.clone(), *lot.one_of(words));
            }
        }
        let holding = *lot.one_of(&RATES);
        let mut held: Vec<(u64, Delay)> = Vec::new();
        for slot in &self.known.letters {
            if lot.falls(holding) {
                let until = match lot.next() >> 62 {
                    0 => Until::Step(1 + lot.below(2 * self.known.longest.max(1))),
                    1 => Until::End,
                    _ => Until::Idle,
                };
                let delay = Delay {
                    slot: slot.clone(),
                    until,
                };
                held.push((lot.next(), delay));
            }
        }
        sort_by_key(&mut held, |(place, _)| Reverse(*place));
        let delays = held.into_iter().map(|(_, delay)| delay).collect();
        run.schedule_with(|schedule| schedule.delays = delays);
        run
    }
}

/// How traitors act in what is not drawn word by word.
const STRATEGIES: [Strategy; 4] = [
    Strategy::Silent,
    Strategy::Honest,
    Strategy::Split,
    Strategy::Half,
];

/// How many of sixteen slots are drawn: in some runs few, in some all.
const RATES: [usize; 5] = [0, 1, 4, 8, 16];

/// Numbers drawn one after another.
struct Lot(u64);

/// The stride of the SplitMix64 generator (Steele, Lea and Flood 2014).
const STRIDE: u64 = 0x9E37_79B9_7F4A_7C15;

impl Lot {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STRIDE);
        mix(self.0)
    }

    const fn below(&mut self, count: usize) -> usize {
        (self.next() >> 32) as usize % count
    }

    /// One of a list that is not empty.
    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// Whether it falls on one of so many of sixteen.
    const fn falls(&mut self, rate: usize) -> bool {
        self.below(16) < rate
    }
}

impl Known {
    /// Runs a scenario, notes what there was to be said, and tells whether a condition is broken.
    fn note(&mut self, run: &Scenario) -> bool {
        let Some(mut army) = run.army() else {
            return false;
        };
        let done = deliver_to(&mut *army, run);
        self.longest = self.longest.max(done.deliveries.len());
        for epoch in 1..=army.epoch(run.traitors()) {
            for choices in menu(&*army, run, epoch, Counted::Heeded) {
                if self.choices.len() < DRAWN_SLOTS_MAX {
                    self.choices.entry(choices.slot).or_insert(choices.words);
                }
            }
        }
        for delivery in &done.deliveries {
            let slot = &delivery.step.spoken.slot;
            if run.is_loyal(slot.to) && self.letters.len() < DRAWN_SLOTS_MAX {
                self.letters.insert(slot.clone());
            }
        }
        let decide = |general: General| done.decisions[general.index()];
        Outcome::of(run, decide).is_broken(run)
    }
}

impl Search for NetworkSample {
    /// Goes so many steps: tries a run, or takes something back of one that breaks; none once that is done.
    fn advance(&mut self, steps: u64) {
        for _ in 0..steps {
            match self.less.take().map(Less::go_on) {
                Some(ControlFlow::Continue(less)) => self.less = Some(less),
                Some(ControlFlow::Break(found)) => self.found = Some(found),
                None if self.found.is_some() => return,
                None => self.draw(),
            }
        }
    }

    fn progress(&self) -> Progress {
        let breaks = self.found.is_some() || self.less.is_some();
        Progress {
            kind: Kind::Sampled,
            tried: self.tried,
            total: None,
            breaking: u64::from(breaks),
            is_done: self.found.is_some(),
            breaks,
        }
    }

    /// With every word and delay taken back that was not needed, one after another.
    fn found(&self) -> Option<Scenario> {
        self.found.clone()
    }
}

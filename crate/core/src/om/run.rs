//! A run of OM(m) kept for stepping: one word per path, from which every step is computed.

use std::ops::Range;

use crate::{
    general::{General, Generals},
    om::{
        count::MessageCounts,
        fold::{LieCount, Record, Told},
        steps::Steps,
    },
    order::{Order, Word},
    path::{Path, Paths},
    scenario::Scenario,
    slot::Slot,
    trace::{Message, Said},
    view::{Received, Sent},
};

/// What was told on every path, by its length and its place among those of that length.
#[derive(Clone, Debug)]
pub(crate) struct OralRun {
    n: usize,
    order: Order,
    steps: Steps,
    told: Vec<Vec<Told>>,
    /// For each length, how many words each general has heard before every [`MARK_PATHS`]th path.
    marks: Vec<Vec<u32>>,
    lies: LieCount,
}

/// Paths between two marks: so many words are looked at, at most, to count what was heard.
const MARK_PATHS: usize = 4096;

impl OralRun {
    /// Nothing told yet; the fold records into it. The messages must fit into memory.
    pub(crate) fn new(scenario: &Scenario, counts: &MessageCounts) -> Self {
        let n = scenario.n();
        let paths = |(index, messages): (usize, &u128)| {
            Vec::with_capacity(*messages as usize / (n - 1 - index))
        };
        Self {
            n,
            order: scenario.order(),
            steps: Steps::new(n, counts),
            told: counts.per_round.iter().enumerate().map(paths).collect(),
            marks: vec![Vec::new(); counts.per_round.len()],
            lies: LieCount::default(),
        }
    }

    pub(crate) const fn lies(&self) -> u64 {
        self.lies.0
    }

    pub(crate) const fn steps(&self) -> &Steps {
        &self.steps
    }

    /// The message of a step from 1 to M.
    pub(crate) fn message(&self, step: usize) -> Message {
        let slot = self.steps.slot(step);
        let said = Said {
            word: self.said_on(&slot.path, slot.to),
            honest: Some(self.honest(&slot.path)),
            refused: None,
        };
        Message {
            round: slot.path.len(),
            slot,
            said,
        }
    }

    /// The messages of a round in the order of steps.
    pub(crate) fn messages(&self, round: usize) -> impl Iterator<Item = (General, General, Said)> {
        let all = Generals::all(self.n);
        Paths::new(self.n, round)
            .enumerate()
            .flat_map(move |(rank, path)| {
                let speaker = path.speaker();
                let honest = Some(self.honest(&path));
                all.and_not(path.set()).iter().map(move |to| {
                    let said = Said {
                        word: self.said(path.len(), rank, to),
                        honest,
                        refused: None,
                    };
                    (speaker, to, said)
                })
            })
    }

    /// How many words each general has heard after so many messages.
    pub(crate) fn heard(&self, step: usize) -> Vec<u64> {
        let mut heard = vec![0; self.n];
        for round in 1..=self.steps.round(step) {
            let delivered = step.min(self.steps.end(round)) - self.steps.end(round - 1);
            let whole_paths = delivered / self.steps.recipients(round);
            self.heard_on(round, whole_paths, &mut heard);
            for rest in 0..delivered % self.steps.recipients(round) {
                let path = self.steps.path(round, whole_paths);
                if let Some(to) = Generals::all(self.n).and_not(path.set()).nth(rest) {
                    heard[to.index()] += u64::from(self.said_on(&path, to).is_some());
                }
            }
        }
        heard
    }

    /// What a general has received and sent after so many steps.
    pub(crate) fn seen(&self, general: General, step: usize) -> (Vec<Received>, Vec<Sent>) {
        let mut seen = (Vec::new(), Vec::new());
        for round in 1..=self.steps.round(step) {
            for (rank, path) in Paths::new(self.n, round).enumerate() {
                let before = self.steps.end(round - 1) + rank * self.steps.recipients(round);
                if before >= step {
                    break;
                }
                self.see(general, step - before, rank, path, &mut seen);
            }
        }
        seen
    }

    /// Takes in what a general sees of the first `delivered` messages of a path.
    fn see(
        &self,
        general: General,
        delivered: usize,
        rank: usize,
        path: Path,
        (received, sent): &mut (Vec<Received>, Vec<Sent>),
    ) {
        let round = path.len();
        let others = Generals::all(self.n).and_not(path.set());
        let mut recipients = others.iter().take(delivered);
        if path.speaker() == general {
            sent.extend(recipients.map(|to| Sent {
                round,
                path: path.clone(),
                to,
                said: self.said(round, rank, to),
            }));
        } else if recipients.any(|to| to == general) {
            let said = self.said(round, rank, general);
            received.push(Received {
                round,
                path,
                said,
                refused: None,
            });
        }
    }

    /// The step of a slot, if this run has it.
    pub(crate) fn step_of(&self, slot: &Slot) -> usize {
        self.steps.step(slot)
    }

    /// What a path's speaker tells a recipient.
    pub(crate) fn said_on(&self, path: &Path, to: General) -> Word {
        self.said(path.len(), self.steps.rank(path), to)
    }

    /// Whom a path's speaker tells to attack, as a word: bit i−1 for general i.
    pub(crate) fn attackers_on(&self, path: &Path) -> u64 {
        let level = self.told.get(path.len() - 1);
        let told = level.and_then(|level| level.get(self.steps.rank(path)));
        told.copied().unwrap_or_default().attack
    }

    fn said(&self, length: usize, rank: usize, to: General) -> Word {
        let told = self
            .told
            .get(length - 1)
            .and_then(|level| level.get(rank))
            .copied()
            .unwrap_or_default();
        (told.heard & to.bit() != 0).then(|| Order::from_bit(told.attack & to.bit() != 0))
    }

    /// What an honest speaker of a path would tell: what he was told himself, or the order he was given.
    fn honest(&self, path: &Path) -> Order {
        match path.before() {
            None => self.order,
            Some(before) => self.said_on(&before, path.speaker()).unwrap_or_default(),
        }
    }

    /// Adds the words heard on the first `paths` paths of a length.
    fn heard_on(&self, length: usize, paths: usize, heard: &mut [u64]) {
        let mark = paths / MARK_PATHS;
        self.add_mark(length, mark, heard);
        self.add_words(length, mark * MARK_PATHS..paths, heard);
    }

    fn add_mark(&self, length: usize, mark: usize, heard: &mut [u64]) {
        if let Some(before) = mark.checked_sub(1) {
            let marked = &self.marks[length - 1][before * self.n..][..self.n];
            for (count, marked) in heard.iter_mut().zip(marked) {
                *count += u64::from(*marked);
            }
        }
    }

    fn add_words(&self, length: usize, paths: Range<usize>, heard: &mut [u64]) {
        for told in &self.told[length - 1][paths] {
            for general in Generals::from_bits(told.heard).iter() {
                heard[general.index()] += 1;
            }
        }
    }
}

impl Record for OralRun {
    fn told(&mut self, length: usize, recipients: u64, told: Told, honest: u64) {
        self.lies.told(length, recipients, told, honest);
        let level = &mut self.told[length - 1];
        level.push(told);
        let paths = level.len();
        if paths.is_multiple_of(MARK_PATHS) {
            let mark = paths / MARK_PATHS - 1;
            let mut counts = vec![0_u64; self.n];
            self.add_mark(length, mark, &mut counts);
            self.add_words(length, mark * MARK_PATHS..paths, &mut counts);
            // At most 2^22 words are heard in a run that is stored.
            self.marks[length - 1].extend(counts.iter().map(|count| *count as u32));
        }
    }
}

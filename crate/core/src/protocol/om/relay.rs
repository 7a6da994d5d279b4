//! What one source's word became, relay after relay, kept for stepping: one word per path, from which every step is
//! computed.

use std::ops::Range;

use crate::{
    protocol::om::{
        bitsliced::{LieCount, Record, Told},
        steps::Steps,
    },
    run::{
        event::{Message, Said},
        view::{Received, Seen, Sent},
    },
    scenario::Scenario,
    word::{General, Generals, MessageCounts, Order, Path, Paths, Slot, Word},
};

/// What was told on every path, by its length and its place among those of that length.
#[derive(Clone, Debug)]
pub(crate) struct Relay {
    n: usize,
    source: General,
    /// What the source would say, were he honest.
    order: Order,
    steps: Steps,
    told: Vec<Vec<Told>>,
    /// For each length, how many words each general has heard before every [`MARK_PATHS`]th path.
    marks: Vec<Vec<u32>>,
    lies: LieCount,
}

/// Paths between two marks: so many words are looked at, at most, to count what was heard.
const MARK_PATHS: usize = 4096;

impl Relay {
    /// Nothing told yet; the fold records into it. The messages must fit into memory.
    pub(crate) fn new(
        scenario: &Scenario,
        (source, order): (General, Order),
        counts: &MessageCounts,
    ) -> Self {
        let n = scenario.n();
        let paths = |(index, messages): (usize, &u128)| {
            Vec::with_capacity(*messages as usize / (n - 1 - index))
        };
        Self {
            n,
            source,
            order,
            steps: Steps::new(source, n, counts),
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

    pub(crate) const fn n(&self) -> usize {
        self.n
    }

    /// Whether this is a path of these relays.
    pub(crate) fn has(&self, path: &Path) -> bool {
        path.source() == self.source
            && path.len() <= self.steps.rounds()
            && path.set().and_not(Generals::all(self.n)).is_empty()
    }

    /// The path of a slot that these relays have.
    pub(crate) fn path_of(&self, slot: &Slot) -> Option<Path> {
        let path = Path::of(&slot.label).filter(|path| self.has(path))?;
        let is_heard = Generals::all(self.n).and_not(path.set()).contains(slot.to);
        is_heard.then_some(path)
    }

    /// The message of a step from 1 to M.
    pub(crate) fn message(&self, step: usize) -> Message {
        let (path, to) = self.steps.at(step);
        let said = Said {
            word: self.said_on(&path, to),
            honest: self.honest(&path).into(),
            refused: None,
        };
        Message {
            slot: path.slot(to),
            said,
            #[cfg(feature = "network")]
            delivery: None,
        }
    }

    /// The messages of a round in the order of steps.
    pub(crate) fn messages(&self, round: usize) -> impl Iterator<Item = (General, General, Said)> {
        let all = Generals::all(self.n);
        Paths::from_source(self.source, self.n, round)
            .enumerate()
            .flat_map(move |(rank, path)| {
                let speaker = path.speaker();
                let honest = self.honest(&path).into();
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

    /// Adds how many words each general has heard after so many messages.
    pub(crate) fn add_heard(&self, step: usize, heard: &mut [u64]) {
        for round in 1..=self.steps.round(step) {
            let delivered = step.min(self.steps.end(round)) - self.steps.end(round - 1);
            let whole_paths = delivered / self.steps.recipients(round);
            self.heard_on(round, whole_paths, heard);
            for rest in 0..delivered % self.steps.recipients(round) {
                let path = self.steps.path(round, whole_paths);
                if let Some(to) = Generals::all(self.n).and_not(path.set()).nth(rest) {
                    heard[to.index()] += u64::from(!self.said_on(&path, to).is_silence());
                }
            }
        }
    }

    /// Adds what a general has received and sent in a round after so many steps.
    pub(crate) fn add_seen(&self, general: General, round: usize, step: usize, seen: &mut Seen) {
        let paths = Paths::from_source(self.source, self.n, round);
        for (rank, path) in paths.enumerate() {
            let before = self.steps.end(round - 1) + rank * self.steps.recipients(round);
            if before >= step {
                break;
            }
            self.see(general, step - before, rank, path, seen);
        }
    }

    /// Takes in what a general sees of the first `delivered` messages of a path.
    fn see(&self, general: General, delivered: usize, rank: usize, path: Path, seen: &mut Seen) {
        let round = path.len();
        let others = Generals::all(self.n).and_not(path.set());
        let mut recipients = others.iter().take(delivered);
        if path.speaker() == general {
            let label = path.label();
            seen.sent.extend(recipients.map(|to| Sent {
                round,
                label: label.clone(),
                to,
                said: self.said(round, rank, to),
            }));
        } else if recipients.any(|to| to == general) {
            seen.received.push(Received {
                round,
                label: path.label(),
                from: path.speaker(),
                said: self.said(round, rank, general),
                refused: None,
            });
        }
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
        if told.heard & to.bit() == 0 {
            return Word::Silence;
        }
        Order::from_bit(told.attack & to.bit() != 0).into()
    }

    /// What an honest speaker of a path would tell: what he was told himself, or the order he was given.
    fn honest(&self, path: &Path) -> Order {
        match path.before() {
            None => self.order,
            // Who heard nothing passes on retreat (LSP82 §3, the default order).
            Some(before) => {
                let told = self.said_on(&before, path.speaker());
                told.order().unwrap_or_default()
            }
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

impl Record for Relay {
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

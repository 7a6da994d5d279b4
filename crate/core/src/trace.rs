//! A run laid out in steps: each can be reached directly, so going back, jumping and going on are one operation.
//!
//! Stored is one word per path; what happens at a step is computed from its number.

use std::ops::Range;

use crate::{
    fault::LinkError,
    general::{General, Generals},
    limits::STEPPED_MESSAGES_MAX,
    om::{
        count::MessageCounts,
        fold::{self, LieCount, Record, Told, Visit},
        steps::Steps,
    },
    order::{Order, Word},
    path::Path,
    scenario::Scenario,
    slot::Slot,
    verdict::{Verdict, too_large},
    view::View,
    votes::Vote,
};

/// What happens at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A message arrives, or does not because its sender is silent.
    Message {
        /// The round, from 1.
        round: usize,
        /// Its path and recipient.
        slot: Slot,
        /// What is said and what should have been.
        said: Said,
    },
    /// All decide.
    Decide {
        /// The last round.
        round: usize,
    },
}

/// A word beside the honest one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is said; `None` is silence.
    pub word: Word,
    /// What an honest general would have said.
    pub honest: Order,
}

impl Said {
    /// Whether it differs from the honest word; silence does.
    #[must_use]
    pub fn is_lie(self) -> bool {
        self.word != Some(self.honest)
    }
}

/// The world after a number of steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// How many steps have happened.
    pub step: usize,
    /// The round of the last of them; 0 before the first.
    pub round: usize,
    /// How many words each general has heard, general 1 first; silence is not heard.
    pub heard: Vec<u64>,
    /// What each obeys, general 1 first: `None` before the decision and for traitors.
    pub decisions: Vec<Option<Order>>,
}

/// A run.
#[derive(Clone, Debug)]
pub struct Trace {
    scenario: Scenario,
    steps: Steps,
    levels: Levels,
    verdict: Verdict,
}

impl Trace {
    /// Runs a scenario.
    ///
    /// # Errors
    /// `too-large` (key `m`) beyond [`STEPPED_MESSAGES_MAX`] messages.
    pub fn new(scenario: Scenario) -> Result<Self, LinkError> {
        let (n, m) = (scenario.n(), scenario.m());
        let counts = MessageCounts::oral(n, m);
        let fits = |m: &usize| MessageCounts::oral(n, *m).total <= STEPPED_MESSAGES_MAX;
        if !fits(&m) {
            return Err(too_large(m, fits));
        }
        let steps = Steps::new(n, &counts);
        let mut levels = Levels::new(n, &counts);
        let attackers = fold::decisions(&scenario, Visit::All, &mut levels);
        let lies = Some(levels.lies.0);
        let verdict = Verdict::of(&scenario, Generals::from_bits(attackers), lies);
        Ok(Self {
            scenario,
            steps,
            levels,
            verdict,
        })
    }

    /// What is run.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The number of steps: one a message, and the decision.
    #[must_use]
    #[allow(clippy::len_without_is_empty)] // there is always a decision
    pub fn len(&self) -> usize {
        self.steps.messages() + 1
    }

    /// The round after so many steps: 0 before the first.
    #[must_use]
    pub fn round(&self, step: usize) -> usize {
        self.steps.round(step)
    }

    /// The last message's step of a round.
    #[must_use]
    pub fn round_end(&self, round: usize) -> usize {
        self.steps.end(round)
    }

    /// What came out.
    #[must_use]
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// What happens at a step from 1 to `len()`; `None` outside.
    #[must_use]
    pub fn event(&self, step: usize) -> Option<Event> {
        if step == 0 || step > self.len() {
            return None;
        }
        let round = self.steps.round(step);
        if step == self.len() {
            return Some(Event::Decide { round });
        }
        let slot = self.steps.slot(step);
        let said = Said {
            word: self.said_on(&slot.path, slot.to),
            honest: self.honest(&slot.path),
        };
        Some(Event::Message { round, slot, said })
    }

    /// The world after so many steps; past the end is the end.
    #[must_use]
    pub fn snapshot(&self, step: usize) -> Snapshot {
        let step = step.min(self.len());
        let decided = step == self.len();
        let scenario = &self.scenario;
        let decisions = scenario
            .generals()
            .iter()
            .map(|general| match self.verdict.decisions.get(&general) {
                _ if !decided => None,
                Some(order) => Some(*order),
                None => (general.is_commander() && scenario.is_loyal(general))
                    .then_some(scenario.order()),
            })
            .collect();
        Snapshot {
            step,
            round: self.round(step),
            heard: self.heard(step),
            decisions,
        }
    }

    /// What a general of this run knows after so many steps.
    #[must_use]
    pub fn view(&self, general: General, step: usize) -> View {
        View::of(self, general, step)
    }

    /// Why a loyal lieutenant decided as he did; `None` for others. Paths of `depth` generals and more are given
    /// without their children.
    #[must_use]
    pub fn votes(&self, general: General, depth: usize) -> Option<Vote> {
        let votes = self.scenario.loyal_lieutenants().contains(general);
        votes.then(|| Vote::tree(self, general, depth))
    }

    /// The messages of a round in the order of steps, each with what was said.
    pub fn messages(&self, round: usize) -> impl Iterator<Item = (General, General, Said)> {
        let all = self.scenario.generals();
        crate::path::Paths::new(self.scenario.n(), round.min(self.scenario.rounds()))
            .enumerate()
            .flat_map(move |(rank, path)| {
                let speaker = path.speaker();
                let honest = self.honest(&path);
                let to_all = all.and_not(path.set()).iter();
                to_all.map(move |to| {
                    let word = self.said(path.len(), rank, to);
                    (speaker, to, Said { word, honest })
                })
            })
    }

    /// The step at which this one's place is found in another run of the same army: the same slot if the other
    /// has it, else the end of the same round.
    #[must_use]
    pub fn same_place(&self, step: usize, other: &Self) -> usize {
        if step == 0 {
            return 0;
        }
        if step >= self.len() {
            return other.len();
        }
        let slot = self.steps.slot(step);
        if other.scenario.has_slot(&slot.path, slot.to) {
            other.steps.step(&slot)
        } else {
            other.steps.end(self.round(step).min(other.steps.rounds()))
        }
    }

    /// The number of steps before the first message of a path, given by its place among those of its length.
    pub(crate) fn step_of_path(&self, length: usize, rank: usize) -> usize {
        self.steps.end(length - 1) + rank * self.steps.recipients(length)
    }

    /// What a path's speaker tells a recipient.
    pub(crate) fn said_on(&self, path: &Path, to: General) -> Word {
        self.said(path.len(), self.steps.rank(path), to)
    }

    /// The same by the path's length and its place among those of that length.
    pub(crate) fn said(&self, length: usize, rank: usize, to: General) -> Word {
        let told = self.levels.told(length, rank);
        (told.heard & to.bit() != 0).then(|| Order::from_bit(told.attack & to.bit() != 0))
    }

    /// What an honest speaker of a path would tell: what he was told himself, or the order he was given.
    fn honest(&self, path: &Path) -> Order {
        match path.before() {
            None => self.scenario.order(),
            Some(before) => self.said_on(&before, path.speaker()).unwrap_or_default(),
        }
    }

    fn heard(&self, step: usize) -> Vec<u64> {
        let mut heard = vec![0; self.scenario.n()];
        for round in 1..=self.round(step) {
            let delivered = step.min(self.steps.end(round)) - self.steps.end(round - 1);
            let whole_paths = delivered / self.steps.recipients(round);
            self.levels.heard(round, whole_paths, &mut heard);
            for rest in 0..delivered % self.steps.recipients(round) {
                let path = self.steps.path(round, whole_paths);
                let others = self.scenario.generals().and_not(path.set());
                if let Some(to) = others.nth(rest) {
                    heard[to.index()] += u64::from(self.said_on(&path, to).is_some());
                }
            }
        }
        heard
    }
}

/// What was told on every path, by its length and its place among those of that length.
#[derive(Clone, Debug)]
struct Levels {
    n: usize,
    told: Vec<Vec<Told>>,
    /// For each length, how many words each general has heard before every [`MARK_PATHS`]th path.
    marks: Vec<Vec<u32>>,
    lies: LieCount,
}

/// Paths between two marks: so many words are looked at, at most, to count what was heard.
const MARK_PATHS: usize = 4096;

impl Levels {
    fn new(n: usize, counts: &MessageCounts) -> Self {
        let paths = |(index, messages): (usize, &u128)| {
            Vec::with_capacity(*messages as usize / (n - 1 - index))
        };
        Self {
            n,
            told: counts.per_round.iter().enumerate().map(paths).collect(),
            marks: vec![Vec::new(); counts.per_round.len()],
            lies: LieCount::default(),
        }
    }

    fn told(&self, length: usize, rank: usize) -> Told {
        self.told
            .get(length - 1)
            .and_then(|level| level.get(rank))
            .copied()
            .unwrap_or_default()
    }

    /// Adds the words heard on the first `paths` paths of a length.
    fn heard(&self, length: usize, paths: usize, heard: &mut [u64]) {
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

impl Record for Levels {
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

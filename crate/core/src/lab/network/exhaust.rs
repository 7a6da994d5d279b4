//! Every set of messages of the traitors under one schedule, for a protocol whose traitors may say everything from the
//! beginning.
//!
//! Each slot to a loyal general holds silence, an order or both. What traitors tell each other changes nothing, and is left
//! out; so is a second word where nobody heeds one. Only where what is next is drawn by lot, or a letter waits for a step, such
//! letters count: each of them shifts all that come after it.

use crate::{
    lab::{
        minimise::bare_strategy,
        network::menu::{Choices, Counted, menu},
        search::{Kind, Progress, Search},
    },
    protocol::{Rerun, machine::Decision},
    run::outcome::Outcome,
    scenario::{DeliveryOrder, Scenario, Schedule, Until},
    word::{General, Lies, Words, limits::MESSAGE_SETS_MAX, map_of},
};

/// A search that can be interrupted at any time.
///
/// ```
/// use generals::{lab::{network::exhaust::MessageSets, search::Search}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=bracha&n=3&t=3", LinkSize::Any).unwrap().scenario;
/// let search = MessageSets::new(&base).unwrap();
/// // ECHO and READY to each of two: silence, attack, retreat or both.
/// assert_eq!(search.progress().total, Some(4_u64.pow(2 * 2)));
/// ```
pub struct MessageSets {
    base: Scenario,
    slots: Vec<Choices>,
    /// Which choice each slot has in the run that is tried next.
    chosen: Vec<usize>,
    words: Vec<Words>,
    quick: Box<dyn Rerun>,
    total: u64,
    tried: u64,
    breaking: u64,
    found: Option<Scenario>,
}

impl MessageSets {
    /// The search with an army's inputs and its schedule; its own lies play no part.
    ///
    /// # Errors
    /// How many sets there are, where they are more than [`MESSAGE_SETS_MAX`]; `None` where the protocol is not for this.
    pub fn new(base: &Scenario) -> Result<Self, Option<u128>> {
        let army = base.army().ok_or(None)?;
        let slots = menu(&*army, base, 1, counted(base));
        let sizes = slots.iter().map(|choices| choices.words.len() as u128);
        let total = sizes.fold(1_u128, u128::saturating_mul);
        if total > MESSAGE_SETS_MAX {
            return Err(Some(total));
        }
        let known: Vec<_> = slots.iter().map(|choices| choices.slot.clone()).collect();
        Ok(Self {
            base: base.clone(),
            chosen: vec![0; slots.len()],
            words: vec![Words::SILENCE; slots.len()],
            slots,
            quick: base.rerun(&known).ok_or(None)?,
            total: total as u64,
            tried: 0,
            breaking: 0,
            found: None,
        })
    }

    /// What the traitors say in the run that is tried next.
    fn lies(&self) -> Lies {
        let said = self.slots.iter().zip(&self.words);
        let spoken = said.filter(|(_, words)| **words != Words::SILENCE);
        map_of(spoken.map(|(choices, words)| (choices.slot.clone(), *words)))
    }

    /// Whether the run with these words breaks a condition.
    fn is_broken(&mut self) -> bool {
        let decided = self.quick.decide(&self.words);
        let decide = |general: General| decided[general.index()].map(Decision::from);
        Outcome::of(&self.base, decide).is_broken(&self.base)
    }

    /// Takes words back one after another, as long as the run stays broken.
    fn shrink(&mut self) {
        let kept = self.words.clone();
        loop {
            let before = self.words.clone();
            for (slot, said) in before.iter().enumerate() {
                for word in said.spoken() {
                    let words = self.words[slot];
                    self.words[slot] = words.without(word);
                    if !self.is_broken() {
                        self.words[slot] = words;
                    }
                }
            }
            if self.words == before {
                break;
            }
        }
        let found = self
            .base
            .with_lies(bare_strategy(self.base.spec()), self.lies());
        self.found = Some(found);
        self.words = kept;
    }

    /// The next set, as one counts: the last slot changes first.
    fn turn(&mut self) {
        for slot in (0..self.slots.len()).rev() {
            let choices = &self.slots[slot].words;
            self.chosen[slot] = (self.chosen[slot] + 1) % choices.len();
            self.words[slot] = choices[self.chosen[slot]];
            if self.chosen[slot] > 0 {
                return;
            }
        }
    }
}

/// Whether it matters how many letters there are.
fn counted(base: &Scenario) -> Counted {
    let by_number = |schedule: &Schedule| {
        let mut delays = schedule.delays.iter();
        schedule.order == DeliveryOrder::Random
            || delays.any(|delay| matches!(delay.until, Until::Step(_)))
    };
    match base.schedule().is_some_and(by_number) {
        true => Counted::EachLetter,
        false => Counted::Heeded,
    }
}

impl Search for MessageSets {
    fn advance(&mut self, runs: u64) {
        for _ in 0..runs.min(self.total - self.tried) {
            self.tried += 1;
            if self.is_broken() {
                self.breaking += 1;
                if self.found.is_none() {
                    self.shrink();
                }
            }
            self.turn();
        }
    }

    fn progress(&self) -> Progress {
        Progress {
            kind: Kind::Exhausted,
            tried: self.tried,
            total: Some(self.total),
            breaking: self.breaking,
            is_done: self.tried == self.total,
            breaks: self.found.is_some(),
        }
    }

    /// With every word taken back that is not needed, one after another.
    fn found(&self) -> Option<Scenario> {
        self.found.clone()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{
        link::{LinkSize, parse},
        protocol::registry::judge,
        run::Visit,
        scenario::mix,
    };

    /// Armies, schedules and forms; by the last number words are drawn.
    const BASES: [&str; 13] = [
        "v=1&p=bracha&n=4&t=1",
        "v=1&p=bracha&n=4&o=R&t=1&q=lifo",
        "v=1&p=bracha&n=4&t=1&q=random&seed=3",
        "v=1&p=bracha&n=4&t=3&d=1.1-2_2.1-4~9_3.3-2~0_2.3-1",
        "v=1&p=bracha&n=4&m=1&t=1.4&q=lifo&d=3.1-2",
        "v=1&p=bracha&n=4&m=1&t=1.4&q=random&d=2.1-2~4&by=noready",
        "v=1&p=bracha&n=3&t=1&by=loose",
        "v=1&p=bracha&n=4&t=1&q=random&by=many",
        "v=1&p=bracha&n=4&t=1&q=lifo&by=twice",
        "v=1&p=bracha&n=4&t=1&by=noamplify&d=2.2-3_1.1-3",
        "v=1&p=bracha&n=4&t=1&by=noready",
        "v=1&p=bracha&n=6&m=1&t=6&q=random",
        "v=1&p=bracha&n=6&m=0&t=6&by=many&q=lifo",
    ];

    #[test]
    fn the_quick_form_decides_as_the_run_does() {
        let mut breaking = 0;
        for (i, link) in BASES.into_iter().enumerate() {
            let base = parse(link, LinkSize::Any).unwrap().scenario;
            let Ok(mut search) = MessageSets::new(&base) else {
                panic!("{link}")
            };
            for turn in 0..200 {
                for slot in 0..search.words.len() {
                    let choices = &search.slots[slot].words;
                    let lot = mix((i * 1_000_000 + turn * 1_000 + slot) as u64);
                    search.words[slot] = choices[lot as usize % choices.len()];
                }
                let run = base.with_lies(bare_strategy(base.spec()), search.lies());
                let decided = search.quick.decide(&search.words).to_vec();
                let verdict = judge(&run, Visit::All).unwrap();
                for general in base.loyal().iter() {
                    let order = decided[general.index()];
                    assert_eq!(
                        order,
                        verdict.decisions.get(&general).copied(),
                        "{}",
                        run.link()
                    );
                }
                assert_eq!(search.is_broken(), verdict.is_broken(), "{}", run.link());
                breaking += usize::from(verdict.is_broken());
            }
        }
        assert!(breaking > 100, "{breaking}");
    }
}

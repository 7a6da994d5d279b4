//! Less of what breaks: words, delays and a seed taken back one after another, as long as the run stays broken.

use std::ops::ControlFlow;

use crate::{
    protocol::registry::judge,
    run::Visit,
    scenario::{Scenario, Schedule, Until},
    word::{Slot, Word, Words},
};

/// Something of a run that may not be needed.
#[derive(Clone, Debug)]
enum Piece {
    /// A named word.
    Word(Slot, Word),
    /// A slot that is held back.
    Delay(Slot),
    /// That it is held for longer than until nothing else is under way.
    Length(Slot),
    /// A seed other than the one that was asked with.
    Seed,
}

/// What breaks, on the way to less of it.
#[derive(Debug)]
pub(super) struct Less {
    run: Scenario,
    /// The seed to go back to.
    seed: u64,
    /// What is still to be tried without in this pass, the first one last.
    pieces: Vec<Piece>,
    /// Whether this pass took something back: then what was needed before may be needed no more.
    took_back: bool,
}

impl Less {
    /// Begins with a run that breaks.
    pub(super) fn of(run: Scenario, seed: u64) -> Self {
        let words = run.lies().iter().flat_map(|(slot, words)| {
            let words = words.iter();
            words.map(|word| Piece::Word(slot.clone(), word))
        });
        let delays = run.schedule().into_iter().flat_map(|one| &one.delays);
        let lengths = delays.clone().filter(|delay| delay.until != Until::Idle);
        let mut pieces: Vec<Piece> = (run.seed() != seed)
            .then_some(Piece::Seed)
            .into_iter()
            .collect();
        pieces.extend(delays.map(|delay| Piece::Delay(delay.slot.clone())));
        pieces.extend(words);
        pieces.extend(lengths.map(|delay| Piece::Length(delay.slot.clone())));
        pieces.reverse();
        Self {
            run,
            seed,
            pieces,
            took_back: false,
        }
    }

    /// Takes one piece back if the run stays broken without it; the run once a pass has found that each is needed.
    pub(super) fn go_on(mut self) -> ControlFlow<Scenario, Self> {
        let Some(piece) = self.pieces.pop() else {
            return match self.took_back {
                true => ControlFlow::Continue(Self::of(self.run, self.seed)),
                false => ControlFlow::Break(self.run),
            };
        };
        let without = self.without(piece);
        if is_broken(&without) {
            self.run = without;
            self.took_back = true;
        }
        ControlFlow::Continue(self)
    }

    fn without(&self, piece: Piece) -> Scenario {
        let mut run = self.run.clone();
        match piece {
            Piece::Word(slot, word) => {
                let lies = &mut run.adversary.lies;
                let kept = lies.remove(&slot).unwrap_or_default().without(word);
                if kept != Words::SILENCE {
                    lies.insert(slot, kept);
                }
            }
            Piece::Delay(slot) => {
                run.schedule_with(|schedule| schedule.delays.retain(|one| one.slot != slot));
            }
            Piece::Length(slot) => run.schedule_with(|schedule| plain(schedule, &slot)),
            Piece::Seed => run.seed = self.seed,
        }
        run
    }
}

fn plain(schedule: &mut Schedule, slot: &Slot) {
    for delay in &mut schedule.delays {
        if delay.slot == *slot {
            delay.until = Until::Idle;
        }
    }
}

/// Whether a condition is broken.
pub(super) fn is_broken(run: &Scenario) -> bool {
    judge(run, Visit::All).is_ok_and(|verdict| verdict.is_broken())
}

//! Some behaviour of the traitors tried, drawn by lot: where nothing better reaches. Nothing follows from finding
//! nothing.

use crate::{
    lab::{
        adversary_search::{Army, Branch},
        choices::Lot,
        search::{Kind, Progress, Search},
    },
    protocol::{Stepped, Visitor, machine::StepMachine, registry::judge},
    run::Visit,
    scenario::Scenario,
    word::{Slot, Word, Words},
};

/// A search by lot that can be interrupted at any time.
///
/// ```
/// use generals::{Trace, lab::{random_search::RandomSearch, search::Search}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=6&m=2&t=2.3", LinkSize::Any).unwrap().scenario;
/// let mut search = RandomSearch::new(&base);
/// while !search.is_done() {
///     search.advance(100);
/// }
/// let found = search.found().unwrap();
/// assert!(Trace::new(found).unwrap().verdict().is_broken());
/// ```
pub struct RandomSearch {
    base: Scenario,
    seed: u64,
    pub(super) tried: u64,
    pub(super) shrinking: Option<Shrinking>,
    pub(super) found: Option<Scenario>,
}

impl RandomSearch {
    /// Draws among all behaviour of a scenario's traitors with its order; its own lies play no part, and its
    /// seed decides what is drawn.
    #[must_use]
    pub fn new(base: &Scenario) -> Self {
        Self {
            base: base.clone(),
            seed: base.seed(),
            tried: 0,
            shrinking: None,
            found: None,
        }
    }

    /// Takes back one named word, if the run stays broken without it; ends after a pass in which each is needed.
    fn shrink(&mut self, mut shrinking: Shrinking) -> u64 {
        let Some((slot, word)) = shrinking.words.pop() else {
            if shrinking.took_back {
                self.shrinking = Some(Shrinking::of(shrinking.attack));
            } else {
                self.found = Some(shrinking.attack);
            }
            return 0;
        };
        let mut without = shrinking.attack.clone();
        let lies = &mut without.adversary.lies;
        let kept = lies.remove(&slot).unwrap_or_default().without(word);
        if kept != Words::SILENCE {
            lies.insert(slot, kept);
        }
        if is_broken(&without) {
            shrinking.attack = without;
            shrinking.took_back = true;
        }
        self.shrinking = Some(shrinking);
        1
    }

    /// Tries so many runs at most; returns how many.
    fn draw_any(&mut self, runs: u64) -> u64 {
        let drawn = self.base.protocol().ask(Draw { search: self, runs });
        let (tried, found) = drawn.unwrap_or_default();
        self.tried += tried;
        self.shrinking = found.map(Shrinking::of);
        tried
    }

    fn draw<M: StepMachine>(&self, machine: M, runs: u64) -> (u64, Option<Scenario>) {
        let army = Army::new(machine, &self.base);
        for run in 0..runs {
            let branch = drawn(&army, Lot::of(self.seed, self.tried + run));
            if army.is_broken(&branch) {
                return (run + 1, Some(army.scenario(branch)));
            }
        }
        (runs, None)
    }
}

struct Draw<'a> {
    search: &'a RandomSearch,
    runs: u64,
}

impl Visitor for Draw<'_> {
    type Answer = (u64, Option<Scenario>);

    fn visit<D: Stepped>(self) -> Self::Answer {
        self.search.draw(D::machine(&self.search.base), self.runs)
    }
}

impl Search for RandomSearch {
    /// Goes so many steps: tries a run, or takes back a word of one that breaks; none once that is done.
    fn advance(&mut self, steps: u64) {
        let mut left = steps;
        while left > 0 && self.found.is_none() {
            left -= match self.shrinking.take() {
                Some(shrinking) => self.shrink(shrinking),
                None => self.draw_any(left),
            };
        }
    }

    fn progress(&self) -> Progress {
        let breaks = self.found.is_some() || self.shrinking.is_some();
        Progress {
            kind: Kind::Sampled,
            tried: self.tried,
            total: None,
            breaking: u64::from(breaks),
            is_done: self.found.is_some(),
            breaks,
        }
    }

    /// With every word taken back that was not needed, one after another.
    fn found(&self) -> Option<Scenario> {
        self.found.clone()
    }
}

/// What breaks, on the way to less of it.
pub(super) struct Shrinking {
    attack: Scenario,
    /// Its words that are still to be tried without in this pass, the first one last.
    words: Vec<(Slot, Word)>,
    /// Whether this pass took a word back: then one that was needed before may be needed no more.
    took_back: bool,
}

impl Shrinking {
    fn of(attack: Scenario) -> Self {
        let mut words: Vec<(Slot, Word)> = attack
            .lies()
            .iter()
            .flat_map(|(slot, words)| words.iter().map(|word| (slot.clone(), word)))
            .collect();
        words.reverse();
        Self {
            attack,
            words,
            took_back: false,
        }
    }
}

/// One run in which each choice is drawn.
fn drawn<M: StepMachine>(army: &Army<M>, mut lot: Lot) -> Branch<M> {
    let mut branch = army.start();
    while !army.is_over(&branch) {
        let mut next = army.next(&branch);
        for place in army.places(&branch) {
            army.say(&mut next, &place, lot.choose(place.options.len()));
        }
        army.end_round(&mut next);
        branch = next;
    }
    branch
}

fn is_broken(run: &Scenario) -> bool {
    judge(run, Visit::All).is_ok_and(|verdict| verdict.is_broken())
}

//! Every joint behaviour of the traitors tried, for any protocol that is a step machine.
//!
//! Round by round, each loyal general is shown everything that traitors could show him; every way to choose among
//! that is a branch. Loyal generals do what the protocol says. What traitors tell each other is shared already:
//! their menus have it.

use std::sync::Arc;

use crate::{
    lab::{
        minimise::{bare_strategy, named_lies},
        search::{Kind, Progress, Search},
    },
    protocol::machine::{Offer, StepMachine},
    run::outcome::Outcome,
    scenario::Scenario,
    word::{General, Lies, Slot, Word, Words, limits::JOINT_BRANCHES_MAX, sort_by},
};

/// A search that can be interrupted at any time.
///
/// ```
/// use generals::{lab::{adversary_search::AdversarySearch, search::Search}, sm::machine::Signed};
/// use generals::link::{LinkSize, parse};
///
/// let base = parse("v=1&p=sm&n=3&t=1", LinkSize::Any).unwrap().scenario;
/// let machine = Signed::new(3, 1, base.seed(), base.traitors()).unwrap();
/// let mut search = AdversarySearch::new(machine, &base);
/// while !search.is_done() {
///     search.advance(100);
/// }
/// assert!(search.tried() > 1 && search.found().is_none(), "signatures help three generals");
/// ```
pub struct AdversarySearch<M: StepMachine> {
    army: Army<M>,
    open: Vec<Open<M>>,
    tried: u64,
    breaking: u64,
    first: Option<Scenario>,
    is_cut: bool,
}

/// A scenario's traitors, whatever they say, and its loyal generals under their protocol.
pub(crate) struct Army<M: StepMachine> {
    pub(crate) machine: M,
    pub(crate) base: Scenario,
}

/// A run up to a round, or within one.
#[derive(Clone)]
pub(crate) struct Partial<S, T> {
    pub(crate) round: usize,
    states: Vec<S>,
    /// What is under way in this round: it is heard at its end, in the order of steps.
    sent: Vec<(Slot, T)>,
    said: Lies,
}

/// The same for a machine.
pub(crate) type Branch<M> = Partial<<M as StepMachine>::State, <M as StepMachine>::Message>;

/// A branch to go on from: between two rounds, or within one.
struct Open<M: StepMachine> {
    branch: Branch<M>,
    /// Within a round: all that traitors may say in it, and how many of these places have been filled.
    within: Option<(Places<M::Message>, usize)>,
}

/// What one loyal general may be told by traitors in one place: one of these.
pub(crate) struct Place<M> {
    pub(crate) options: Vec<(Slot, Offer<M>)>,
}

/// All that may be said in a round, shared by the branches through it.
type Places<M> = Arc<[Place<M>]>;

impl<S, T> Partial<S, T> {
    /// What is under way in this round.
    pub(crate) fn sent(&self) -> &[(Slot, T)] {
        &self.sent
    }
}

impl<M: StepMachine> AdversarySearch<M> {
    /// The search among all behaviour of a scenario's traitors with its order; its own lies play no part.
    pub fn new(machine: M, base: &Scenario) -> Self {
        let army = Army::new(machine, base);
        Self {
            open: vec![Open {
                branch: army.start(),
                within: None,
            }],
            army,
            tried: 0,
            breaking: 0,
            first: None,
            is_cut: false,
        }
    }

    fn judge(&mut self, branch: Branch<M>) {
        self.tried += 1;
        if self.army.is_broken(&branch) {
            self.breaking += 1;
            if self.first.is_none() {
                self.first = Some(self.army.scenario(branch));
            }
        }
    }

    /// Begins a round, unless there are too many ways through it.
    fn begin(&mut self, branch: &Branch<M>) {
        let places = self.army.places(branch);
        let ways = places
            .iter()
            .try_fold(1_usize, |ways, place| ways.checked_mul(place.options.len()));
        if ways.is_none_or(|ways| ways > JOINT_BRANCHES_MAX) {
            self.is_cut = true;
            return;
        }
        self.go_on(self.army.next(branch), places.into(), 0);
    }

    /// Opens every way to fill the next place of a round.
    fn grow(&mut self, branch: &Branch<M>, places: &Places<M::Message>, filled: usize) {
        let place = &places[filled];
        for option in 0..place.options.len() {
            let mut way = branch.clone();
            self.army.say(&mut way, place, option);
            self.go_on(way, Arc::clone(places), filled + 1);
        }
    }

    fn go_on(&mut self, mut branch: Branch<M>, places: Places<M::Message>, filled: usize) {
        let within = (filled < places.len()).then_some((places, filled));
        if within.is_none() {
            self.army.end_round(&mut branch);
        }
        self.open.push(Open { branch, within });
    }
}

impl<M: StepMachine> Search for AdversarySearch<M> {
    /// Goes so many steps, if there are so many. A step judges a run, begins a round or chooses what one loyal
    /// general is told in one place: none takes long, however many ways a round has.
    fn advance(&mut self, steps: u64) {
        for _ in 0..steps {
            let Some(Open { branch, within }) = self.open.pop() else {
                return;
            };
            match within {
                Some((places, filled)) => self.grow(&branch, &places, filled),
                None if self.army.is_over(&branch) => self.judge(branch),
                None => self.begin(&branch),
            }
        }
    }

    /// A search in which a round with more than [`JOINT_BRANCHES_MAX`] ways was left out has not tried all.
    fn progress(&self) -> Progress {
        let is_done = self.open.is_empty();
        Progress {
            kind: if self.is_cut {
                Kind::Part
            } else {
                Kind::Exhausted
            },
            tried: self.tried,
            total: (is_done && !self.is_cut).then_some(self.tried),
            breaking: self.breaking,
            is_done,
            breaks: self.first.is_some(),
        }
    }

    fn found(&self) -> Option<Scenario> {
        self.first.clone()
    }
}

impl<M: StepMachine> Army<M> {
    pub(crate) fn new(machine: M, base: &Scenario) -> Self {
        Self {
            machine,
            base: base.clone(),
        }
    }

    /// Before anything is said.
    pub(crate) fn start(&self) -> Branch<M> {
        let generals = self.base.generals().iter();
        let states = generals.map(|general| self.machine.init(general, self.base.input(general)));
        Partial {
            round: 1,
            states: states.collect(),
            sent: Vec::new(),
            said: Lies::new(),
        }
    }

    pub(crate) fn is_over(&self, branch: &Branch<M>) -> bool {
        branch.round > self.machine.rounds()
    }

    /// Whether a condition is broken at the end.
    pub(crate) fn is_broken(&self, branch: &Branch<M>) -> bool {
        let decide = |general: General| self.machine.decide(&branch.states[general.index()]);
        Outcome::of(&self.base, decide).is_broken(&self.base)
    }

    /// The run that was tried, to be run again.
    pub(crate) fn scenario(&self, branch: Branch<M>) -> Scenario {
        let strategy = bare_strategy(self.base.spec());
        named_lies(self.base.with_lies(strategy, branch.said))
    }

    /// The round in which the loyal have spoken and no traitor has.
    pub(crate) fn next(&self, branch: &Branch<M>) -> Branch<M> {
        let mut next = branch.clone();
        for from in self.base.loyal().iter() {
            for to in self.base.generals().without(from).iter() {
                let state = &branch.states[from.index()];
                next.sent.extend(self.machine.send(state, branch.round, to));
            }
        }
        next
    }

    /// A traitor makes one of his choices.
    pub(crate) fn say(&self, next: &mut Branch<M>, place: &Place<M::Message>, option: usize) {
        let (slot, offer) = &place.options[option];
        let said = offer.message();
        if let Some(message) = said {
            next.sent.push((slot.clone(), message.clone()));
        }
        self.note(&mut next.said, slot, said.map_or(Word::Silence, M::word));
    }

    /// What an honest general in a traitor's place would send in this round, in the order of steps.
    pub(crate) fn honest(&self, branch: &Branch<M>, from: General) -> Vec<(Slot, M::Message)> {
        self.sent_by(&branch.states[from.index()], branch.round, from)
    }

    /// The same of another who remembers this.
    pub(crate) fn sent_by(
        &self,
        state: &M::State,
        round: usize,
        from: General,
    ) -> Vec<(Slot, M::Message)> {
        let mut sent = Vec::new();
        for to in self.base.generals().without(from).iter() {
            sent.extend(self.machine.send(state, round, to));
        }
        in_step_order::<M>(&mut sent);
        sent
    }

    /// A traitor says this in a slot: nothing, one message or several.
    pub(crate) fn tell(&self, next: &mut Branch<M>, slot: &Slot, messages: &[M::Message]) {
        if messages.is_empty() {
            self.note(&mut next.said, slot, Word::Silence);
        }
        for message in messages {
            next.sent.push((slot.clone(), message.clone()));
            self.note(&mut next.said, slot, M::word(message));
        }
    }

    /// What is under way to a general in this round, in the order of steps.
    pub(crate) fn under_way(&self, next: &Branch<M>, to: General) -> Vec<(Slot, M::Message)> {
        let sent = next.sent.iter().filter(|(slot, _)| slot.to == to);
        let mut sent = sent.cloned().collect();
        in_step_order::<M>(&mut sent);
        sent
    }

    /// Everybody hears what was said in this round.
    pub(crate) fn end_round(&self, branch: &mut Branch<M>) {
        let mut sent = std::mem::take(&mut branch.sent);
        in_step_order::<M>(&mut sent);
        for (slot, message) in sent {
            let state = &mut branch.states[slot.to.index()];
            // What is offered is legal, and so is what the loyal say.
            let _ = self
                .machine
                .receive(state, branch.round, slot.from, &message);
        }
        branch.round += 1;
    }

    /// What traitors could tell the loyal in a round.
    pub(crate) fn places(&self, branch: &Branch<M>) -> Vec<Place<M::Message>> {
        let mut places = Vec::new();
        for to in self.base.loyal().iter() {
            places.extend(self.places_to(branch, to));
        }
        places
    }

    /// Where only the word counts and not its path, of several messages with one word the first is heeded: so one of them
    /// is chosen. While the loyal on its path know the word already one stands for all; where their keys were stolen they
    /// need not know it, and all are tried.
    fn places_to(&self, branch: &Branch<M>, to: General) -> Vec<Place<M::Message>> {
        let spec = self.base.spec();
        let mut places: Vec<Place<M::Message>> = Vec::new();
        let mut words: Vec<Option<Word>> = Vec::new();
        for from in self.base.traitors().iter() {
            let state = &branch.states[from.index()];
            for choice in self.machine.menu(state, branch.round, to, spec.words) {
                let word = choice.options.iter().find_map(Offer::message).map(M::word);
                let slot = choice.slot;
                let options = choice.options.into_iter();
                let options = options.map(|offer| (slot.clone(), offer));
                match words.iter().position(|known| *known == word) {
                    Some(place) if !spec.heeds_paths => {
                        if !self.base.stolen().is_empty() {
                            let more = options.filter(|(_, offer)| *offer != Offer::Silence);
                            places[place].options.extend(more);
                        }
                    }
                    _ => {
                        words.push(word);
                        places.push(Place {
                            options: options.collect(),
                        });
                    }
                }
            }
        }
        places
    }

    /// Names what was said, for the run to be run again.
    fn note(&self, said: &mut Lies, slot: &Slot, word: Word) {
        if !word.is_silence() {
            let words = said.entry(slot.clone()).or_insert(Words::SILENCE);
            *words = words.with(word);
        } else if self.base.spec().notices_silence {
            said.insert(slot.clone(), Words::SILENCE);
        }
    }
}

/// By slot, and attack before retreat.
fn in_step_order<M: StepMachine>(sent: &mut Vec<(Slot, M::Message)>) {
    sort_by(sent, |(slot, message), (other, next)| {
        let words = || M::word(next).cmp(&M::word(message));
        slot.cmp(other).then_with(words)
    });
}

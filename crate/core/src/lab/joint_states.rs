//! Every situation in which the loyal generals can be visited once, for protocols whose generals keep little.
//!
//! A situation is what all loyal generals remember together at the end of a round. What traitors say to one of them is free of
//! what they say to another, so from each situation the next ones are all ways to combine what each could come to: first that
//! is found for every general, over all words of the traitors, then the combinations. Situations that came about in
//! several ways go on once, since what comes later rests on nothing else. So the search is exact though the ways are too
//! many to be tried.
//!
//! It asks four things of a protocol's machine ([`StepMachine::FORGETS`]): that its general can forget what plays no part any
//! more, that what may stand in a traitor's slots is the same whatever he has heard, that it is the same in which order he hears
//! what is said in a round, and that few of the states of one general are different. `FORGETS` says it of a kind of machine, so that
//! for others no search is compiled; `forgets()` says it of one machine, since some programs pass all on and forget nothing.

use std::collections::{BTreeMap, btree_map::Entry};

use crate::{
    lab::{
        minimise::{bare_strategy, named_lies},
        reach::{Reached, Said, Told, heard, menus, reached},
        search::{Kind, Progress, Search},
    },
    protocol::machine::{Offer, StepMachine},
    run::outcome::Outcome,
    scenario::Scenario,
    word::{
        General, Lies, Word, Words,
        limits::{
            COMPARED_SITUATIONS_MAX, SITUATION_GENERALS_MAX, SITUATION_TRAITORS_MAX, SITUATIONS_MAX,
        },
    },
};

/// A search that can be interrupted at any time.
///
/// ```
/// use generals::{king::machine::King, lab::{joint_states::JointStates, search::Search}};
/// use generals::link::{LinkSize, parse};
///
/// let base = parse("v=1&p=king&n=4&t=1", LinkSize::Any).unwrap().scenario;
/// let mut search = JointStates::new(King::new(4, 1).unwrap(), &base).unwrap();
/// while !search.is_done() {
///     search.advance(100);
/// }
/// assert!(search.found().is_none(), "the king of phase 2 is loyal");
/// ```
pub struct JointStates<M: StepMachine> {
    machine: M,
    base: Scenario,
    loyal: Vec<General>,
    /// By round and loyal general what traitors may tell him.
    menus: Vec<Vec<Vec<Told<M::Message>>>>,
    /// Entry r is what can be after r rounds; the last one is still being filled while the one before it is visited.
    layers: Vec<Layer<M::State>>,
    /// Those of the layer that is visited to which the search has yet to come, the first one last.
    open: Vec<Joint>,
    /// The situation that is being gone on from.
    at: Option<Combining>,
    /// Of each loyal general what he could come to from what the loyal had told him, for all that came up in this layer.
    reaches: Vec<Vec<Reach<M::State>>>,
    /// What each general could come to, from those situations of this layer that were combined: what is within one of them is
    /// no more to be combined.
    combined: Vec<Vec<States>>,
    kept: usize,
    visited: u64,
    breaking: u64,
    first: Option<Scenario>,
    is_cut: bool,
}

/// A set of states of one general in a layer, bit i for the i-th.
type States = u128;

/// A situation: a byte for each loyal general, which of his states in the layer it is.
type Joint = u128;

/// What can be after a round.
struct Layer<S> {
    /// Of each loyal general the states that he can be in.
    states: Vec<Vec<S>>,
    /// The situations, each with one of the layer before from which it comes about.
    from: BTreeMap<Joint, Joint>,
}

/// What one general can come to in a round: what he remembers when the loyal have spoken, and which states of the next layer
/// traitors can bring him to; `None` where these are too many.
type Reach<S> = (S, Option<Vec<u8>>);

/// All ways to combine what each loyal general can come to.
struct Combining {
    parent: Joint,
    /// Of each loyal general his states in the next layer.
    states: Vec<Vec<u8>>,
    /// Which of them are next.
    next: Vec<usize>,
}

impl<M: StepMachine> JointStates<M> {
    /// The search among all behaviour of a scenario's traitors with its inputs; its own lies play no part. `None` where the
    /// machine does not forget, and for larger armies than [`JointStates::fits`].
    pub fn new(machine: M, base: &Scenario) -> Option<Self> {
        if !machine.forgets() || !Self::fits(base) {
            return None;
        }
        let loyal: Vec<General> = base.loyal().iter().collect();
        let start = |general: &General| {
            let mut state = machine.init(*general, base.input(*general));
            machine.forget(&mut state, 0);
            vec![state]
        };
        let first = Layer {
            states: loyal.iter().map(start).collect(),
            from: BTreeMap::from([(0, 0)]),
        };
        let menus_of = |round| menus(&machine, base, &loyal, round);
        Some(Self {
            menus: (1..=machine.rounds()).map(menus_of).collect(),
            layers: vec![first, Layer::empty(loyal.len())],
            base: base.clone(),
            machine,
            open: vec![0],
            at: None,
            reaches: nothing_yet(loyal.len()),
            loyal,
            combined: Vec::new(),
            kept: 1,
            visited: 0,
            breaking: 0,
            first: None,
            is_cut: false,
        })
    }

    /// Whether an army has at most [`SITUATION_GENERALS_MAX`] loyal generals and [`SITUATION_TRAITORS_MAX`] traitors.
    #[must_use]
    pub fn fits(army: &Scenario) -> bool {
        army.loyal().len() <= SITUATION_GENERALS_MAX
            && army.traitors().len() <= SITUATION_TRAITORS_MAX
    }

    /// After how many rounds the layer is that is visited.
    fn round(&self) -> usize {
        self.layers.len() - 2
    }

    /// Goes one step; how much work it was.
    fn step(&mut self) -> u64 {
        if let Some(at) = self.at.take() {
            self.combine(at);
        } else if let Some(joint) = self.open.pop() {
            self.visited += 1;
            if self.round() < self.machine.rounds() {
                return self.begin(joint);
            }
            self.judge(joint);
        } else if self.round() < self.machine.rounds() {
            let next = self.layers.last();
            let joints = next.into_iter().flat_map(|layer| layer.from.keys().rev());
            self.open = joints.copied().collect();
            self.layers.push(Layer::empty(self.loyal.len()));
            self.reaches = nothing_yet(self.loyal.len());
            self.combined.clear();
        }
        1
    }

    fn is_over(&self) -> bool {
        self.at.is_none() && self.open.is_empty() && self.round() == self.machine.rounds()
    }

    fn judge(&mut self, joint: Joint) {
        let layer = &self.layers[self.round()];
        let decide = |general: General| {
            let place = self.loyal.iter().position(|loyal| *loyal == general)?;
            self.machine.decide(layer.state(joint, place))
        };
        if Outcome::of(&self.base, decide).is_broken(&self.base) {
            self.breaking += 1;
            if self.first.is_none() {
                self.first = Some(self.run_to(joint));
            }
        }
    }

    /// Finds what each loyal general can come to from a situation, and has it combined unless that brings nothing new; where
    /// there would be too many states of one it is left out. How much work it was.
    fn begin(&mut self, parent: Joint) -> u64 {
        let (mut states, mut work) = (Vec::new(), 0);
        for place in 0..self.loyal.len() {
            let (ids, took) = self.reach(parent, place);
            work += took;
            match ids {
                Some(ids) => states.push(ids),
                None => {
                    self.is_cut = true;
                    return work;
                }
            }
        }
        let set = |ids: &Vec<u8>| ids.iter().fold(0, |set, id| set | 1 << id);
        let sets: Vec<States> = states.iter().map(set).collect();
        let is_within = |other: &Vec<States>| sets.iter().zip(other).all(|(a, b)| a & !b == 0);
        match self.combined.iter().position(is_within) {
            // The same comes up again: it is looked for where it stood, and one place before.
            Some(place) => self.combined.swap(place, place.saturating_sub(1)),
            None => {
                self.combined.truncate(COMPARED_SITUATIONS_MAX - 1);
                self.combined.insert(0, sets);
                self.at = Some(Combining {
                    parent,
                    next: vec![0; states.len()],
                    states,
                });
            }
        }
        work
    }

    /// What one loyal general can come to from a situation, as places in the next layer, and how much work it was. Whatever leaves him with the
    /// same when the loyal have spoken is tried once.
    fn reach(&mut self, parent: Joint, place: usize) -> (Option<Vec<u8>>, u64) {
        let round = self.round() + 1;
        let from = self.layers[round - 1].state(parent, place);
        let honest = self.honest(round, parent, place);
        let mut work = 1 + honest.len() as u64;
        let heard = heard(&self.machine, round, from, &honest);
        let mut gist = heard.clone();
        self.machine.forget_who(&mut gist);
        let mut known = self.reaches[place].iter();
        if let Some((_, ids)) = known.find(|(known, _)| *known == gist) {
            return (ids.clone(), work);
        }
        let (reached, tried) = reached(&self.machine, round, heard, &self.menus[round - 1][place]);
        work += tried;
        let states = &mut self.layers[round].states[place];
        let ids: Option<Vec<u8>> = reached
            .into_iter()
            .map(|one| id_of(states, one.state))
            .collect();
        self.reaches[place].push((gist, ids.clone()));
        (ids, work)
    }

    /// Notes one combination, and goes on to the next if there is one.
    fn combine(&mut self, mut at: Combining) {
        let chosen = at.states.iter().zip(&at.next).rev();
        let joint = chosen.fold(0, |joint, (states, next)| {
            joint << 8 | Joint::from(states[*next])
        });
        let round = self.round() + 1;
        let known = &mut self.layers[round].from;
        match known.entry(joint) {
            Entry::Occupied(_) => {}
            Entry::Vacant(_) if self.kept >= SITUATIONS_MAX => {
                self.is_cut = true;
                self.open.clear();
                return;
            }
            Entry::Vacant(place) => {
                place.insert(at.parent);
                self.kept += 1;
            }
        }
        for (states, next) in at.states.iter().zip(&mut at.next) {
            *next += 1;
            if *next < states.len() {
                self.at = Some(at);
                return;
            }
            *next = 0;
        }
    }

    /// What the loyal tell one of them in a round from a situation.
    fn honest(&self, round: usize, joint: Joint, place: usize) -> Vec<Said<M::Message>> {
        let (layer, to) = (&self.layers[round - 1], self.loyal[place]);
        let others = (0..self.loyal.len()).filter(|other| *other != place);
        others
            .flat_map(|other| self.machine.send(layer.state(joint, other), round, to))
            .collect()
    }

    /// A run that ends in this situation: back from it, round by round, and what brought each general there.
    fn run_to(&self, last: Joint) -> Scenario {
        let mut lies = Lies::new();
        let mut joint = last;
        for round in (1..=self.machine.rounds()).rev() {
            let layer = &self.layers[round];
            let parent = layer.from.get(&joint).copied().unwrap_or_default();
            for place in 0..self.loyal.len() {
                let honest = self.honest(round, parent, place);
                let menu = &self.menus[round - 1][place];
                let from = self.layers[round - 1].state(parent, place);
                let heard = heard(&self.machine, round, from, &honest);
                let (reached, _) = reached(&self.machine, round, heard, menu);
                let goal = layer.state(joint, place);
                let is_there = |one: &Reached<M::State>| one.state == *goal;
                if let Some(found) = reached.into_iter().find(is_there) {
                    self.note(&mut lies, menu, found.way);
                }
            }
            joint = parent;
        }
        named_lies(self.base.with_lies(bare_strategy(self.base.spec()), lies))
    }

    /// Names what traitors say on one way.
    fn note(&self, lies: &mut Lies, menu: &[Told<M::Message>], mut way: u64) {
        for (slot, options) in menu.iter().rev() {
            let count = options.len() as u64;
            let said = options.get((way % count) as usize).and_then(Offer::message);
            way /= count;
            let word = said.map_or(Word::Silence, M::word);
            lies.insert(slot.clone(), Words::one(word));
        }
    }
}

fn nothing_yet<T>(generals: usize) -> Vec<Vec<T>> {
    (0..generals).map(|_| Vec::new()).collect()
}

impl<S> Layer<S> {
    fn empty(loyal: usize) -> Self {
        Self {
            states: nothing_yet(loyal),
            from: BTreeMap::new(),
        }
    }

    fn state(&self, joint: Joint, place: usize) -> &S {
        &self.states[place][usize::from((joint >> (8 * place)) as u8)]
    }
}

/// Which of the known states it is, a new one being noted; `None` where a set of states holds no more.
fn id_of<S: PartialEq>(known: &mut Vec<S>, state: S) -> Option<u8> {
    let found = known.iter().position(|one| *one == state);
    let place = found.unwrap_or(known.len());
    let id = u8::try_from(place)
        .ok()
        .filter(|id| u32::from(*id) < States::BITS)?;
    if found.is_none() {
        known.push(state);
    }
    Some(id)
}

impl<M: StepMachine> Search for JointStates<M> {
    /// Goes on for about so much work, if there is so much: to hear one word more, or to note one situation. No step is much more
    /// than that, however many ways a round has.
    fn advance(&mut self, work: u64) {
        let mut done = 0;
        while done < work && !self.is_over() {
            done += self.step();
        }
    }

    /// What was tried are situations, those at the end among them; those that break are counted at the end. One that was left
    /// out because too many were kept makes it a part.
    fn progress(&self) -> Progress {
        let is_done = self.is_over();
        let kinds = [Kind::States, Kind::Part];
        Progress {
            kind: kinds[usize::from(self.is_cut)],
            tried: self.visited,
            total: (is_done && !self.is_cut).then_some(self.visited),
            breaking: self.breaking,
            is_done,
            breaks: self.first.is_some(),
        }
    }

    fn found(&self) -> Option<Scenario> {
        self.first.clone()
    }
}

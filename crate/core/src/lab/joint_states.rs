//! Every situation in which the loyal generals can be visited once, for protocols whose generals keep little.
//!
//! A situation is what all loyal generals remember together at the end of a round. What traitors say to one of them is free of
//! what they say to another, so from each situation the next ones are all ways to combine what each could come to: first that
//! is found for every general, over all words of the traitors, then the combinations. Situations that came about in
//! several ways go on once, since what comes later rests on nothing else. So the search is exact though the ways are too
//! many to be tried.
//!
//! It asks three things of a protocol's machine ([`StepMachine::FORGETS`]): that its general can forget what plays no part any
//! more, that what may stand in a traitor's slots is the same whatever he has heard, and that few of the states of one general
//! are different.

use std::collections::{BTreeMap, btree_map::Entry};

use crate::{
    lab::{
        minimise::{bare_strategy, named_lies},
        search::{Kind, Progress, Search},
    },
    protocol::machine::{Offer, StepMachine},
    run::outcome::Outcome,
    scenario::Scenario,
    word::{
        General, Lies, Slot, Word, Words,
        limits::{SITUATION_GENERALS_MAX, SITUATION_TRAITORS_MAX, SITUATIONS_MAX},
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

/// All ways to combine what each loyal general can come to.
struct Combining {
    parent: Joint,
    /// Of each loyal general his states in the next layer.
    states: Vec<Vec<u8>>,
    /// Which of them are next.
    next: Vec<usize>,
}

/// What may stand in a slot: of a loyal general one message, of a traitor any of these.
type Told<M> = (Slot, Vec<Offer<M>>);

/// A state that one loyal general can come to in a round.
struct Reached<S> {
    state: S,
    /// One way to it: a digit for each slot, which of its options it is, the first slot's the highest.
    way: u64,
}

impl<M: StepMachine> JointStates<M> {
    /// The search among all behaviour of a scenario's traitors with its inputs; its own lies play no part. `None` where the
    /// machine does not forget, and for larger armies than [`JointStates::fits`].
    pub fn new(machine: M, base: &Scenario) -> Option<Self> {
        if !M::FORGETS || !Self::fits(base) {
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
            loyal,
            open: vec![0],
            at: None,
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

    fn step(&mut self) {
        if let Some(at) = self.at.take() {
            self.combine(at);
        } else if let Some(joint) = self.open.pop() {
            self.visited += 1;
            if self.round() == self.machine.rounds() {
                self.judge(joint);
            } else {
                self.at = self.begin(joint);
            }
        } else if self.round() < self.machine.rounds() {
            let next = self.layers.last();
            let joints = next.into_iter().flat_map(|layer| layer.from.keys().rev());
            self.open = joints.copied().collect();
            self.layers.push(Layer::empty(self.loyal.len()));
            self.combined.clear();
        }
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

    /// Finds what each loyal general can come to from a situation; `None` where that brings nothing new, and where there would
    /// be too many states of one, which is left out.
    fn begin(&mut self, parent: Joint) -> Option<Combining> {
        let round = self.round() + 1;
        let mut states = Vec::new();
        for place in 0..self.loyal.len() {
            let honest = self.honest(round, parent, place);
            let told = in_order(&honest, &self.menus[round - 1][place]);
            let from = self.layers[round - 1].state(parent, place);
            let reached = self.reached(round, from, &told).into_iter();
            let known = &mut self.layers[round].states[place];
            let ids: Option<Vec<u8>> = reached.map(|one| id_of(known, one.state)).collect();
            self.is_cut |= ids.is_none();
            states.push(ids?);
        }
        let set = |ids: &Vec<u8>| ids.iter().fold(0, |set, id| set | 1 << id);
        let sets: Vec<States> = states.iter().map(set).collect();
        let is_within = |other: &Vec<States>| sets.iter().zip(other).all(|(a, b)| a & !b == 0);
        if self.combined.iter().any(is_within) {
            return None;
        }
        self.combined.push(sets);
        Some(Combining {
            parent,
            next: vec![0; states.len()],
            states,
        })
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
    fn honest(&self, round: usize, joint: Joint, place: usize) -> Vec<Told<M::Message>> {
        let (layer, to) = (&self.layers[round - 1], self.loyal[place]);
        let others = (0..self.loyal.len()).filter(|other| *other != place);
        let sent = others.flat_map(|other| self.machine.send(layer.state(joint, other), round, to));
        sent.map(|(slot, message)| (slot, vec![Offer::Good(message)]))
            .collect()
    }

    /// What he can come to if he is told this, each state once.
    fn reached(
        &self,
        round: usize,
        from: &M::State,
        told: &[&Told<M::Message>],
    ) -> Vec<Reached<M::State>> {
        let mut ways = vec![(from.clone(), 0)];
        for (slot, options) in told {
            let mut more = Vec::with_capacity(ways.len() * options.len());
            for (state, way) in &ways {
                for (offer, digit) in options.iter().zip(0..) {
                    let mut state = state.clone();
                    if let Some(message) = offer.message() {
                        // What is offered is legal, and so is what the loyal say.
                        let _ = self.machine.receive(&mut state, round, slot.from, message);
                    }
                    more.push((state, way * options.len() as u64 + digit));
                }
            }
            ways = more;
        }
        let mut reached: Vec<Reached<M::State>> = Vec::new();
        for (mut state, way) in ways {
            self.machine.forget(&mut state, round);
            if reached.iter().all(|known| known.state != state) {
                reached.push(Reached { state, way });
            }
        }
        reached
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
                let told = in_order(&honest, &self.menus[round - 1][place]);
                let from = self.layers[round - 1].state(parent, place);
                let reached = self.reached(round, from, &told).into_iter();
                let goal = layer.state(joint, place);
                for found in reached.filter(|one| one.state == *goal).take(1) {
                    self.note(&mut lies, &told, found.way);
                }
            }
            joint = parent;
        }
        named_lies(self.base.with_lies(bare_strategy(self.base.spec()), lies))
    }

    /// Names what traitors say on one way.
    fn note(&self, lies: &mut Lies, told: &[&Told<M::Message>], mut way: u64) {
        for (slot, options) in told.iter().rev() {
            let count = options.len() as u64;
            let said = options.get((way % count) as usize).and_then(Offer::message);
            way /= count;
            if self.base.traitors().contains(slot.from) {
                let word = said.map_or(Word::Silence, M::word);
                lies.insert(slot.clone(), Words::one(word));
            }
        }
    }
}

/// Both in the order of steps. There are few of them, and their labels are not to be copied.
fn in_order<'a, M>(honest: &'a [Told<M>], menu: &'a [Told<M>]) -> Vec<&'a Told<M>> {
    let mut told: Vec<&Told<M>> = Vec::with_capacity(honest.len() + menu.len());
    for one in honest.iter().chain(menu) {
        let place = told.partition_point(|known| known.0 < one.0);
        told.insert(place, one);
    }
    told
}

/// What traitors may say in a round to each loyal general. It does not rest on what they have heard.
fn menus<M: StepMachine>(
    machine: &M,
    base: &Scenario,
    loyal: &[General],
    round: usize,
) -> Vec<Vec<Told<M::Message>>> {
    let to = |to: &General| {
        let of = |traitor: General| {
            let state = machine.init(traitor, base.input(traitor));
            let menu = machine.menu(&state, round, *to, base.spec().words);
            menu.into_iter().map(|choice| (choice.slot, choice.options))
        };
        base.traitors().iter().flat_map(of).collect()
    };
    loyal.iter().map(to).collect()
}

impl<S> Layer<S> {
    fn empty(loyal: usize) -> Self {
        Self {
            states: (0..loyal).map(|_| Vec::new()).collect(),
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
    /// Goes so many steps, if there are so many. A step begins or ends a situation, or finds one that can follow on it.
    fn advance(&mut self, steps: u64) {
        for _ in 0..steps {
            if self.is_over() {
                return;
            }
            self.step();
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

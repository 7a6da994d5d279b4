//! Every joint behaviour of the traitors tried, for any protocol that is a step machine.
//!
//! Round by round, each loyal general is shown everything that traitors could show him; every way to choose among
//! that is a branch. Loyal generals do what the protocol says. What traitors tell each other is shared already:
//! their menus have it.

use std::rc::Rc;

use crate::{
    general::{General, Generals},
    lab::words::named_lies,
    limits::JOINT_BRANCHES_MAX,
    machine::StepMachine,
    order::{Order, Word},
    scenario::Scenario,
    slot::{Lies, Slot, Words},
    sm::machine::Signed,
    strategy::Strategy,
};

/// A search that can be interrupted at any time.
pub struct Joint<M: StepMachine> {
    army: Army<M>,
    open: Vec<Open<M>>,
    tried: u64,
    breaking: u64,
    first: Option<Scenario>,
    is_cut: bool,
}

/// A scenario's traitors, whatever they say, and its loyal generals under their protocol.
pub(crate) struct Army<M: StepMachine> {
    machine: M,
    base: Scenario,
}

/// A run up to a round.
#[derive(Clone)]
pub(crate) struct Branch<S> {
    round: usize,
    states: Vec<S>,
    said: Lies,
}

/// A branch to go on from: between two rounds, or within one.
struct Open<M: StepMachine> {
    branch: Branch<M::State>,
    /// Within a round: all that traitors may say in it, and how many of these places have been filled.
    within: Option<(Offers<M::Message>, usize)>,
}

/// What one loyal general may be told in one place: one of these.
pub(crate) struct Offer<M> {
    slot: Slot,
    from: General,
    pub(crate) options: Vec<Option<M>>,
}

/// All that may be said in a round, shared by the branches through it.
type Offers<M> = Rc<[Offer<M>]>;

impl Joint<Signed> {
    /// The search among all legal behaviour of the traitors of signed messages, who share their keys.
    #[must_use]
    pub fn signed(base: &Scenario) -> Option<Self> {
        let machine = Signed::new(base.n(), base.m(), base.seed(), base.traitors())?;
        Some(Self::new(machine, base))
    }
}

impl<M: StepMachine> Joint<M> {
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

    /// How many runs were tried.
    #[must_use]
    pub const fn tried(&self) -> u64 {
        self.tried
    }

    /// How many of them break agreement, or the validity of a loyal commander's order.
    #[must_use]
    pub const fn breaking(&self) -> u64 {
        self.breaking
    }

    /// Whether nothing is left to be tried.
    #[must_use]
    pub const fn is_done(&self) -> bool {
        self.open.is_empty()
    }

    /// Whether a round with more than [`JOINT_BRANCHES_MAX`] choices was left out: then not all were tried.
    #[must_use]
    pub const fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The first that breaks.
    #[must_use]
    pub const fn first(&self) -> Option<&Scenario> {
        self.first.as_ref()
    }

    /// Goes so many steps, if there are so many. A step judges a run, begins a round or chooses what one loyal
    /// general is told in one place: none takes long, however many ways a round has.
    pub fn advance(&mut self, steps: u64) {
        for _ in 0..steps {
            let Some(Open { branch, within }) = self.open.pop() else {
                return;
            };
            match within {
                Some((offers, filled)) => self.grow(&branch, &offers, filled),
                None if self.army.is_over(&branch) => self.judge(branch),
                None => self.begin(&branch),
            }
        }
    }

    fn judge(&mut self, branch: Branch<M::State>) {
        self.tried += 1;
        if self.army.is_broken(&branch) {
            self.breaking += 1;
            if self.first.is_none() {
                self.first = Some(self.army.scenario(branch));
            }
        }
    }

    /// Begins a round, unless there are too many ways through it.
    fn begin(&mut self, branch: &Branch<M::State>) {
        let offers = self.army.offers(branch);
        let ways = offers
            .iter()
            .try_fold(1_usize, |ways, offer| ways.checked_mul(offer.options.len()));
        if ways.is_none_or(|ways| ways > JOINT_BRANCHES_MAX) {
            self.is_cut = true;
            return;
        }
        self.go_on(self.army.next(branch), offers.into(), 0);
    }

    /// Opens every way to fill the next place of a round.
    fn grow(&mut self, branch: &Branch<M::State>, offers: &Offers<M::Message>, filled: usize) {
        let offer = &offers[filled];
        for option in 0..offer.options.len() {
            let mut way = branch.clone();
            self.army.say(&mut way, offer, option);
            self.go_on(way, Rc::clone(offers), filled + 1);
        }
    }

    fn go_on(&mut self, branch: Branch<M::State>, offers: Offers<M::Message>, filled: usize) {
        let within = (filled < offers.len()).then_some((offers, filled));
        self.open.push(Open { branch, within });
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
    pub(crate) fn start(&self) -> Branch<M::State> {
        let states = self.base.generals().iter().map(|general| {
            let order = general.is_commander().then_some(self.base.order());
            self.machine.init(general, order)
        });
        Branch {
            round: 1,
            states: states.collect(),
            said: Lies::new(),
        }
    }

    pub(crate) fn is_over(&self, branch: &Branch<M::State>) -> bool {
        branch.round > self.machine.rounds()
    }

    /// Whether agreement, or the validity of a loyal commander's order, is broken at the end.
    pub(crate) fn is_broken(&self, branch: &Branch<M::State>) -> bool {
        let decide = |general: General| self.machine.decide(&branch.states[general.index()]);
        let loyal = self.base.loyal_lieutenants();
        let obeyed: Vec<Order> = loyal.iter().filter_map(decide).collect();
        let disagreed = obeyed.windows(2).any(|pair| pair[0] != pair[1]);
        let disobeyed = self.base.is_loyal(General::COMMANDER)
            && obeyed.iter().any(|order| *order != self.base.order());
        disagreed || disobeyed
    }

    /// The run that was tried, to be run again.
    pub(crate) fn scenario(&self, branch: Branch<M::State>) -> Scenario {
        named_lies(Scenario {
            // What signed traitors show is named, all of it.
            strategy: if self.base.protocol().is_signed() {
                Strategy::Silent
            } else {
                Strategy::Honest
            },
            stolen: Generals::NONE,
            lies: branch.said,
            ..self.base.clone()
        })
    }

    /// The next round, in which the loyal have spoken and no traitor has.
    pub(crate) fn next(&self, branch: &Branch<M::State>) -> Branch<M::State> {
        let mut next = branch.clone();
        next.round += 1;
        let loyal = self.base.generals().and_not(self.base.traitors());
        for from in loyal.iter() {
            for to in self.base.generals().without(from).iter() {
                let state = &branch.states[from.index()];
                for choice in self.machine.menu(state, branch.round, to) {
                    let honest = choice.menu.into_iter().next().flatten();
                    self.hear(&mut next, from, to, honest.as_ref());
                }
            }
        }
        next
    }

    /// A traitor makes one of his choices.
    pub(crate) fn say(
        &self,
        next: &mut Branch<M::State>,
        offer: &Offer<M::Message>,
        option: usize,
    ) {
        let said = offer.options[option].as_ref();
        self.hear(next, offer.from, offer.slot.to, said);
        note::<M>(&mut next.said, &offer.slot, said.map(M::order));
    }

    /// What traitors could tell the loyal in a round. Where only the order counts and not its path, one message
    /// of several with one order stands for all: the loyal on its path know the order already.
    pub(crate) fn offers(&self, branch: &Branch<M::State>) -> Vec<Offer<M::Message>> {
        let loyal = self.base.generals().and_not(self.base.traitors());
        let offers = loyal.iter().map(|to| self.offers_to(branch, to));
        offers.flatten().collect()
    }

    fn offers_to(&self, branch: &Branch<M::State>, to: General) -> Vec<Offer<M::Message>> {
        let mut offers: Vec<Offer<M::Message>> = Vec::new();
        for from in self.base.traitors().iter() {
            for choice in self
                .machine
                .menu(&branch.states[from.index()], branch.round, to)
            {
                let (slot, menu) = (choice.slot, choice.menu);
                let order_of =
                    |menu: &[Option<M::Message>]| menu.iter().flatten().next().map(M::order);
                let order = order_of(&menu);
                let is_known = offers.iter().any(|offer| order_of(&offer.options) == order);
                if M::HEEDS_PATHS || !is_known {
                    offers.push(Offer {
                        slot,
                        from,
                        options: menu,
                    });
                }
            }
        }
        offers
    }

    fn hear(
        &self,
        branch: &mut Branch<M::State>,
        from: General,
        to: General,
        said: Option<&M::Message>,
    ) {
        if let Some(message) = said {
            // What is offered is legal, and so is what the loyal say.
            let state = &mut branch.states[to.index()];
            let _ = self.machine.receive(state, branch.round - 1, from, message);
        }
    }
}

/// Names what was said, for the run to be run again.
fn note<M: StepMachine>(said: &mut Lies, slot: &Slot, word: Word) {
    match word {
        Some(order) => {
            let words = said.entry(slot.clone()).or_insert(Words::SILENCE);
            *words = words.with(order);
        }
        None if M::HEEDS_PATHS => {
            said.insert(slot.clone(), Words::SILENCE);
        }
        None => {}
    }
}

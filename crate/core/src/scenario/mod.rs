//! A scenario: everything that decides a run. One that exists is legal, and running it cannot fail.

mod adversary;
mod draft;
mod fork;
mod own;
mod own_texts;
#[cfg(feature = "network")]
mod schedule;
#[cfg(feature = "marks")]
mod setting;
mod strategy;
mod variant;

pub use adversary::Adversary;
pub use draft::RawLie;
#[cfg(feature = "trust")]
pub(crate) use draft::generals as generals_named;
pub(crate) use draft::{DEFAULT_SEED, Draft, default_opinions};
pub use fork::Changes;
pub(crate) use own::Own;
pub use own_texts::OwnTexts;
#[cfg(feature = "network")]
pub use schedule::{Delay, DeliveryOrder, Schedule, Until};
#[cfg(feature = "marks")]
pub(crate) use setting::Setting;
pub(crate) use strategy::{ODD_GENERALS, mix};
pub use strategy::{PathHash, Strategy};
pub use variant::Variant;

use crate::{
    protocol::{Inputs, Protocol, Spec},
    word::{General, Generals, Lies, Order, Slot},
};

/// Who is there, who lies and how, and what was ordered or thought.
///
/// ```
/// use generals::{Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=om&n=4&t=3", LinkSize::Any).unwrap().scenario;
/// assert_eq!((scenario.n(), scenario.rounds()), (4, 2));
/// assert!(Trace::new(scenario).unwrap().verdict().agrees());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    pub(crate) protocol: Protocol,
    pub(crate) n: usize,
    pub(crate) m: usize,
    pub(crate) order: Order,
    /// Who thinks attack, where everybody has an opinion; the default elsewhere.
    pub(crate) opinions: Generals,
    pub(crate) seed: u64,
    /// What the protocol has of its own.
    pub(crate) own: Own,
    pub(crate) adversary: Adversary,
}

impl Scenario {
    /// The protocol.
    #[must_use]
    pub const fn protocol(&self) -> Protocol {
        self.protocol
    }

    /// What the protocol says of itself.
    #[must_use]
    pub const fn spec(&self) -> &'static Spec {
        match self.own.spec() {
            Some(spec) => spec,
            None => self.protocol.spec(),
        }
    }

    /// How many generals there are, the commander included: 2 to 64.
    #[must_use]
    pub const fn n(&self) -> usize {
        self.n
    }

    /// How many traitors the protocol is asked to survive: 0 to n−2. For OM(m) the relay depth.
    #[must_use]
    pub const fn m(&self) -> usize {
        self.m
    }

    /// How many rounds there are.
    #[must_use]
    pub fn rounds(&self) -> usize {
        self.own.rounds(self.spec(), self.m)
    }

    /// The order the commander is given, where somebody commands.
    #[must_use]
    pub const fn order(&self) -> Order {
        self.order
    }

    /// Who thinks attack, where everybody has an opinion.
    #[must_use]
    pub const fn opinions(&self) -> Generals {
        self.opinions
    }

    /// What a general starts with: the commander his order, or everybody his opinion; nothing otherwise.
    #[must_use]
    pub const fn input(&self, general: General) -> Option<Order> {
        match self.spec().inputs {
            Inputs::Commander | Inputs::Leader if general.is_commander() => Some(self.order),
            Inputs::Commander | Inputs::Leader => None,
            Inputs::Everyone => Some(Order::from_bit(self.opinions.contains(general))),
        }
    }

    /// Who trusts whom and by which rule an order is settled; `None` where that is not the task.
    #[cfg(feature = "trust")]
    #[must_use]
    pub const fn terms(&self) -> Option<&crate::protocol::trust::Terms> {
        match &self.own {
            Own::Terms(terms) => Some(terms),
            _ => None,
        }
    }

    /// After how many messengers each of two generals attacks, and which messenger is caught; `None` where that is not the task.
    #[cfg(feature = "two")]
    #[must_use]
    pub const fn plan(&self) -> Option<&crate::protocol::two::Plan> {
        match &self.own {
            Own::Plan(plan) => Some(plan),
            _ => None,
        }
    }

    /// Which form of its protocol runs, if it is not the published one.
    #[cfg(feature = "marks")]
    #[must_use]
    pub const fn variant(&self) -> Option<Variant> {
        self.own.variant()
    }

    /// Its program and rounds, where the link brings one.
    #[cfg(feature = "own")]
    pub(crate) const fn given(&self) -> Option<&crate::protocol::own::Given> {
        match &self.own {
            Own::Program(given) => Some(given),
            _ => None,
        }
    }

    /// The program of its generals, where the link brings one.
    ///
    /// ```
    /// use generals::link::{LinkSize, parse};
    ///
    /// let program = |link| parse(link, LinkSize::Any).unwrap().scenario.program().map(|program| program.print());
    /// assert!(program("v=1&p=own").unwrap().starts_with("task broadcast\n"));
    /// assert_eq!(program("v=1&p=om"), None);
    /// ```
    #[cfg(feature = "own")]
    #[must_use]
    pub fn program(&self) -> Option<&crate::program::Program> {
        self.given().map(crate::protocol::own::Given::program)
    }

    /// The slot with this label, if there is one.
    #[must_use]
    pub fn slot(&self, label: &[u64], to: General) -> Option<Slot> {
        self.own.slot(self.protocol, (self.n, self.m), label, to)
    }

    /// Whether a word can stand in a slot; silence can in any.
    #[cfg(feature = "marks")]
    #[must_use]
    pub fn has_word(&self, slot: &Slot, word: crate::Word) -> bool {
        self.own.has_word(self.protocol, slot, word)
    }

    /// What a letter with this label is for; `None` where a label is a path, which says that itself.
    #[cfg(feature = "marks")]
    #[must_use]
    pub fn part(&self, label: &crate::Label) -> Option<crate::Part> {
        self.own.part(self.protocol, self.n, label)
    }

    /// In which order letters are delivered, where messengers may be slow.
    #[cfg(feature = "network")]
    #[must_use]
    pub const fn schedule(&self) -> Option<&Schedule> {
        match &self.own {
            Own::Setting(setting) if self.spec().is_scheduled() => Some(&setting.schedule),
            _ => None,
        }
    }

    /// Whether the messenger of this slot is caught on the way.
    pub(crate) fn is_caught(&self, slot: &Slot) -> bool {
        self.own.is_caught(slot)
    }

    /// Everything that is up to the enemy.
    #[must_use]
    pub const fn adversary(&self) -> &Adversary {
        &self.adversary
    }

    /// Who is a traitor.
    #[must_use]
    pub const fn traitors(&self) -> Generals {
        self.adversary.traitors
    }

    /// How traitors act where no lie says otherwise.
    #[must_use]
    pub const fn strategy(&self) -> Strategy {
        self.adversary.strategy
    }

    /// The seed of random traitors and of signature keys.
    #[must_use]
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// Loyal generals whose keys the traitors have stolen; no protocol without signatures reads it.
    #[must_use]
    pub const fn stolen(&self) -> Generals {
        self.adversary.stolen
    }

    /// The single lies.
    #[must_use]
    pub const fn lies(&self) -> &Lies {
        &self.adversary.lies
    }

    /// Everybody.
    #[must_use]
    pub const fn generals(&self) -> Generals {
        Generals::all(self.n)
    }

    /// Everybody who is no traitor.
    #[must_use]
    pub const fn loyal(&self) -> Generals {
        self.generals().and_not(self.adversary.traitors)
    }

    /// Who has to decide: everybody but a commander.
    #[must_use]
    pub const fn deciders(&self) -> Generals {
        match self.spec().inputs {
            Inputs::Commander => Generals::lieutenants(self.n),
            Inputs::Everyone | Inputs::Leader => self.generals(),
        }
    }

    /// The deciders who are no traitors: those whom the conditions are about.
    #[must_use]
    pub const fn loyal_deciders(&self) -> Generals {
        self.deciders().and_not(self.adversary.traitors)
    }

    /// Whether he is no traitor.
    #[must_use]
    pub const fn is_loyal(&self, general: General) -> bool {
        !self.adversary.is_traitor(general)
    }

    /// Changes in which order letters are delivered, where messengers may be slow.
    #[cfg(feature = "network")]
    pub(crate) fn schedule_with(&mut self, change: impl FnOnce(&mut Schedule)) {
        if let Own::Setting(setting) = &mut self.own {
            change(&mut setting.schedule);
        }
    }

    /// The same army under another adversary.
    pub(crate) fn against(&self, adversary: Adversary) -> Self {
        Self {
            protocol: self.protocol,
            n: self.n,
            m: self.m,
            order: self.order,
            opinions: self.opinions,
            seed: self.seed,
            own: self.own.clone(),
            adversary,
        }
    }

    /// The same army with other lies alone.
    pub(crate) fn with_lies(&self, strategy: Strategy, lies: Lies) -> Self {
        self.against(Adversary {
            traitors: self.adversary.traitors,
            stolen: self.adversary.stolen,
            strategy,
            lies,
        })
    }
}

//! The rules of Bracha's broadcast: what a general has heard and said, and what follows of one letter more.

use crate::{
    protocol::machine::Refusal,
    scenario::{Scenario, Variant},
    word::{General, Generals, Order},
};

/// What a letter is.
///
/// ```
/// use generals::{General, Order, bracha::machine::{Kind, Reliable}, machine::ReactiveMachine};
///
/// let machine = Reliable::new(4, 1).unwrap();
/// let mut leader = machine.init(General::COMMANDER, Some(Order::Attack));
/// let kinds = machine.start(&mut leader).sends.into_iter().map(|(_, letter)| letter.kind);
/// assert!(kinds.eq([Kind::Initial, Kind::Initial, Kind::Initial, Kind::Echo, Kind::Echo, Kind::Echo]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The leader's order.
    Initial = 1,
    /// "This came from the leader."
    Echo = 2,
    /// "Enough have said so; I am ready to deliver it."
    Ready = 3,
}

impl Kind {
    /// All, in the order of their positions.
    pub(super) const ALL: [Self; 3] = [Self::Initial, Self::Echo, Self::Ready];

    /// The kind that stands for a round.
    pub(super) const fn of_round(round: usize) -> Self {
        match round {
            1 => Self::Initial,
            2 => Self::Echo,
            _ => Self::Ready,
        }
    }
}

/// A letter of the broadcast. Its sender is whoever brings it.
///
/// ```
/// use generals::{General, Order, bracha::machine::{Kind, ReliableMessage, Reliable}, machine::{Refusal, ReactiveMachine}};
///
/// let machine = Reliable::new(4, 1).unwrap();
/// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
/// let order = ReliableMessage { kind: Kind::Initial, order: Order::Attack };
/// let mut state = machine.init(two, None);
/// assert_eq!(machine.receive(&mut state, three, &order), Err(Refusal::NotHisOwn), "only the leader orders");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReliableMessage {
    /// What it is.
    pub kind: Kind,
    /// For which order.
    pub order: Order,
}

/// Reliable broadcast among n generals of whom m may be traitors.
///
/// ```
/// use generals::bracha::machine::Reliable;
///
/// assert!(Reliable::new(4, 1).is_some());
/// assert!(Reliable::new(65, 1).is_none());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Reliable {
    n: usize,
    m: usize,
    /// What an order is about which a traitor speaks.
    order: Order,
    variant: Option<Variant>,
}

/// What one general remembers: who has told him what, and what he has said himself.
///
/// ```
/// use generals::{General, Order, bracha::machine::Reliable, machine::ReactiveMachine};
///
/// let machine = Reliable::new(2, 0).unwrap();
/// let mut leader = machine.init(General::COMMANDER, Some(Order::Attack));
/// machine.start(&mut leader);
/// assert_eq!(machine.decide(&leader), None, "two echoes are needed, and he has only his own");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReliableState {
    general: General,
    /// The leader's order.
    input: Option<Order>,
    /// For which orders he has said ECHO.
    has_echoed: [bool; 2],
    /// Who has said ECHO, for retreat and for attack.
    echoes: [Generals; 2],
    /// Who has said READY, for each.
    readies: [Generals; 2],
    /// For which orders he has said READY.
    is_ready: [bool; 2],
    delivered: Option<Order>,
}

impl ReliableState {
    /// Who he is.
    pub(super) const fn general(&self) -> General {
        self.general
    }

    /// The order that he gives.
    pub(super) const fn input(&self) -> Option<Order> {
        self.input
    }

    /// The order that he has delivered.
    pub(super) const fn delivered(&self) -> Option<Order> {
        self.delivered
    }
}

impl Reliable {
    /// Among n generals, 2 ≤ n ≤ 64, with m ≤ n−2.
    #[must_use]
    pub const fn new(n: usize, m: usize) -> Option<Self> {
        if n >= 2 && n <= 64 && m <= n - 2 {
            Some(Self {
                n,
                m,
                order: Order::Attack,
                variant: None,
            })
        } else {
            None
        }
    }

    pub(super) const fn of(scenario: &Scenario) -> Self {
        Self {
            n: scenario.n(),
            m: scenario.m(),
            order: scenario.order(),
            variant: scenario.variant(),
        }
    }

    /// Echoes that make ready: any two such sets share a loyal general.
    const fn echoes_needed(&self) -> usize {
        match self.variant {
            Some(Variant::Loose) => self.n - self.m,
            _ => (self.n + self.m) / 2 + 1,
        }
    }

    /// READYs that make ready: one of them at least is a loyal general's.
    const fn readies_needed(&self) -> usize {
        self.m + 1
    }

    /// READYs that deliver: more loyal ones among them than there may be traitors, so everybody gets enough to be ready.
    const fn deliveries_needed(&self) -> usize {
        match self.variant {
            Some(Variant::Loose) => self.n - self.m,
            _ => 2 * self.m + 1,
        }
    }

    /// How many must speak before anybody delivers.
    pub(super) fn waits_for(&self) -> usize {
        self.echoes_needed().max(self.deliveries_needed())
    }

    /// How many generals there are.
    pub(super) const fn n(&self) -> usize {
        self.n
    }

    /// What an order is about which a traitor speaks.
    pub(super) const fn order(&self) -> Order {
        self.order
    }

    /// Which form it is.
    pub(super) const fn variant(&self) -> Option<Variant> {
        self.variant
    }

    /// A general who has heard nothing.
    pub(super) const fn beginner(general: General, input: Option<Order>) -> ReliableState {
        ReliableState {
            general,
            input,
            has_echoed: [false; 2],
            echoes: [Generals::NONE; 2],
            readies: [Generals::NONE; 2],
            is_ready: [false; 2],
            delivered: None,
        }
    }

    /// What a general does of his own accord: the leader's order is his own INITIAL.
    pub(super) fn begin(&self, state: &mut ReliableState) -> Fired {
        let mut fired = Fired::default();
        if let Some(order) = state.input {
            self.echo(state, order, &mut fired);
            self.act(state, &mut fired);
        }
        fired
    }

    /// Takes in a letter.
    pub(super) fn hear(
        &self,
        state: &mut ReliableState,
        from: General,
        message: ReliableMessage,
    ) -> Result<Fired, Refusal> {
        let ReliableMessage { kind, order } = message;
        let mut fired = Fired::default();
        let said = match kind {
            Kind::Initial if !from.is_commander() => return Err(Refusal::NotHisOwn),
            Kind::Initial if self.has_echoed(state, order) => return Err(Refusal::Repeated),
            Kind::Initial => {
                self.echo(state, order, &mut fired);
                self.act(state, &mut fired);
                return Ok(fired);
            }
            Kind::Echo => &mut state.echoes[order as usize],
            Kind::Ready => &mut state.readies[order as usize],
        };
        // Senders are counted, not letters.
        if said.contains(from) {
            return Err(Refusal::Repeated);
        }
        *said = said.with(from);
        self.act(state, &mut fired);
        Ok(fired)
    }

    /// Whether an INITIAL with this order comes too late.
    const fn has_echoed(&self, state: &ReliableState, order: Order) -> bool {
        match self.variant {
            Some(Variant::Many) => state.has_echoed[order as usize],
            _ => state.has_echoed[0] || state.has_echoed[1],
        }
    }

    /// ECHO at the first INITIAL, to all (Bracha 87, step 1). There ECHOs or READYs that make ready make echo too, for who has no
    /// INITIAL yet; he is ready by them at once here, so nobody needs his ECHO.
    fn echo(&self, state: &mut ReliableState, order: Order, fired: &mut Fired) {
        let i = order as usize;
        if self.has_echoed(state, order) {
            return;
        }
        state.has_echoed[i] = true;
        state.echoes[i] = state.echoes[i].with(state.general);
        fired.echo = Some(order);
    }

    /// What follows of what has come, for one order after the other.
    fn act(&self, state: &mut ReliableState, fired: &mut Fired) {
        for order in IN_TURN {
            self.be_ready(state, order, fired);
            self.deliver(state, order, fired);
        }
    }

    /// READY once, at enough ECHOs or READYs (Bracha 87, step 2).
    fn be_ready(&self, state: &mut ReliableState, order: Order, fired: &mut Fired) {
        let i = order as usize;
        let has_said_so = match self.variant {
            Some(Variant::Many) => state.is_ready[i],
            _ => state.is_ready[0] || state.is_ready[1],
        };
        if has_said_so || self.variant == Some(Variant::NoReady) {
            return;
        }
        let (echoes, readies) = (state.echoes[i].len(), state.readies[i].len());
        let said = match self.variant {
            Some(Variant::Twice) => echoes + readies,
            _ => echoes,
        };
        let votes = if said >= self.echoes_needed() {
            // Step 2, more than (n+m)/2 ECHO v.
            (said, self.echoes_needed())
        } else if readies >= self.readies_needed() && self.variant != Some(Variant::NoAmplify) {
            // Step 2, m+1 READY v.
            (readies, self.readies_needed())
        } else {
            return;
        };
        state.is_ready[i] = true;
        state.readies[i] = state.readies[i].with(state.general);
        fired.ready[i] = Some(votes);
    }

    /// Deliver v at 2m+1 READY v (Bracha 87, step 3).
    fn deliver(&self, state: &mut ReliableState, order: Order, fired: &mut Fired) {
        let i = order as usize;
        let (echoes, readies) = (state.echoes[i].len(), state.readies[i].len());
        let (votes, needed) = match self.variant {
            Some(Variant::NoReady) => (echoes, self.echoes_needed()),
            Some(Variant::Twice) => (echoes + readies, self.deliveries_needed()),
            _ => (readies, self.deliveries_needed()),
        };
        if state.delivered.is_some() || votes < needed {
            return;
        }
        state.delivered = Some(order);
        fired.delivered[i] = Some((votes, needed));
    }
}

/// In which turn orders are looked at.
pub(super) const IN_TURN: [Order; 2] = [Order::Attack, Order::Retreat];

/// The rules that fired at one letter, orders by their bit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fired {
    pub(super) echo: Option<Order>,
    /// Said, by so many votes of so many needed.
    pub(super) ready: [Option<(usize, usize)>; 2],
    pub(super) delivered: [Option<(usize, usize)>; 2],
}

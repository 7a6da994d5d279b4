//! Bracha's broadcast as the program of one general: he repeats the first order that comes, is ready when enough repeat
//! it, and delivers when enough are ready.

use crate::{
    protocol::{
        machine::{Decision, Offer, Refusal},
        reactive::{Reaction, ReactiveMachine},
    },
    run::{Mark, MarkKind},
    scenario::{Scenario, Variant},
    word::{General, Generals, Label, Order, Slot, Word},
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
    has_echoed: bool,
    /// Who has said ECHO, for retreat and for attack.
    echoes: [Generals; 2],
    /// Who has said READY, for each.
    readies: [Generals; 2],
    /// For which orders he has said READY.
    is_ready: [bool; 2],
    delivered: Option<Order>,
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

    /// The slot of a kind; the kind stands for a round.
    pub(super) fn slot(kind: Kind, from: General, to: General) -> Slot {
        Slot {
            round: kind as usize,
            label: Label::new(vec![kind as u16, u16::from(from.number())]),
            to,
            from,
        }
    }

    /// A letter to all others.
    fn tell(&self, state: &ReliableState, kind: Kind, order: Order, told: &mut Told) {
        let message = ReliableMessage { kind, order };
        let others = Generals::all(self.n).without(state.general).iter();
        let sends = others.map(|to| (Self::slot(kind, state.general, to), message));
        told.sends.extend(sends);
    }

    /// ECHO at the first INITIAL, to all (Bracha 87, step 1).
    fn echo(&self, state: &mut ReliableState, order: Order, told: &mut Told) {
        if state.has_echoed {
            return;
        }
        state.has_echoed = true;
        told.marks
            .push(Mark::new(1, MarkKind::Echo, order.into()).by_word_of(General::COMMANDER));
        self.tell(state, Kind::Echo, order, told);
        let echoes = &mut state.echoes[order as usize];
        *echoes = echoes.with(state.general);
    }

    /// What follows of what has come, for one order after the other.
    fn act(&self, state: &mut ReliableState, told: &mut Told) {
        for order in [Order::Attack, Order::Retreat] {
            self.be_ready(state, order, told);
            self.deliver(state, order, told);
        }
    }

    /// READY once, at enough ECHOs or READYs (Bracha 87, step 2).
    fn be_ready(&self, state: &mut ReliableState, order: Order, told: &mut Told) {
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
            (said, self.echoes_needed())
        } else if readies >= self.readies_needed() && self.variant != Some(Variant::NoAmplify) {
            (readies, self.readies_needed())
        } else {
            return;
        };
        state.is_ready[i] = true;
        let mark = Mark::new(1, MarkKind::Ready, order.into());
        told.marks.push(mark.by_votes(votes.0, votes.1));
        self.tell(state, Kind::Ready, order, told);
        state.readies[i] = state.readies[i].with(state.general);
    }

    /// Deliver at enough READYs (Bracha 87, step 3).
    fn deliver(&self, state: &mut ReliableState, order: Order, told: &mut Told) {
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
        let mark = Mark::new(1, MarkKind::Decide, order.into());
        told.marks.push(mark.by_votes(votes, needed));
    }
}

/// What a general does.
type Told = Reaction<ReliableMessage>;

impl ReactiveMachine for Reliable {
    type State = ReliableState;
    type Message = ReliableMessage;

    fn init(&self, general: General, input: Option<Order>) -> ReliableState {
        ReliableState {
            general,
            input,
            has_echoed: false,
            echoes: [Generals::NONE; 2],
            readies: [Generals::NONE; 2],
            is_ready: [false; 2],
            delivered: None,
        }
    }

    fn start(&self, state: &mut ReliableState) -> Told {
        let mut told = Told::default();
        if let Some(order) = state.input {
            self.tell(state, Kind::Initial, order, &mut told);
            self.echo(state, order, &mut told);
            self.act(state, &mut told);
        }
        told
    }

    fn receive(
        &self,
        state: &mut ReliableState,
        from: General,
        message: &ReliableMessage,
    ) -> Result<Told, Refusal> {
        let ReliableMessage { kind, order } = *message;
        let mut told = Told::default();
        let said = match kind {
            Kind::Initial if !from.is_commander() => return Err(Refusal::NotHisOwn),
            Kind::Initial if state.has_echoed => return Err(Refusal::Repeated),
            Kind::Initial => {
                self.echo(state, order, &mut told);
                self.act(state, &mut told);
                return Ok(told);
            }
            Kind::Echo => &mut state.echoes[order as usize],
            Kind::Ready => &mut state.readies[order as usize],
        };
        // Senders are counted, not letters.
        if said.contains(from) {
            return Err(Refusal::Repeated);
        }
        *said = said.with(from);
        self.act(state, &mut told);
        Ok(told)
    }

    fn decide(&self, state: &ReliableState) -> Option<Decision> {
        state.delivered.map(Decision::from)
    }

    fn open_slots(&self, _: &[ReliableState], _: usize, traitor: General) -> Vec<(Slot, Word)> {
        let kinds = match self.variant {
            Some(Variant::NoReady) => &[Kind::Initial, Kind::Echo][..],
            _ => &[Kind::Initial, Kind::Echo, Kind::Ready],
        };
        let his = kinds
            .iter()
            .filter(|kind| **kind != Kind::Initial || traitor.is_commander());
        let to_each = |kind: &Kind| {
            let kind = *kind;
            let others = Generals::all(self.n).without(traitor).iter();
            others.map(move |to| (Self::slot(kind, traitor, to), Word::Order(self.order)))
        };
        his.flat_map(to_each).collect()
    }

    fn offer(
        &self,
        _: &[ReliableState],
        _: Generals,
        slot: &Slot,
        word: Word,
    ) -> Offer<ReliableMessage> {
        let kind = match slot.round {
            1 => Kind::Initial,
            2 => Kind::Echo,
            _ => Kind::Ready,
        };
        match word.order() {
            Some(order) => Offer::Good(ReliableMessage { kind, order }),
            None => Offer::Silence,
        }
    }

    fn word(message: &ReliableMessage) -> Word {
        message.order.into()
    }
}

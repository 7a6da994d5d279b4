//! Bracha's broadcast as the program of one general: he repeats the first order that comes, is ready when enough repeat
//! it, and delivers when enough are ready.

use crate::{
    protocol::{
        bracha::rules::{Fired, IN_TURN},
        machine::{Decision, Offer, Refusal},
        reactive::{Reaction, ReactiveMachine},
    },
    run::{Mark, MarkKind},
    scenario::Variant,
    word::{General, Generals, Label, Order, Slot, Word},
};

pub use crate::protocol::bracha::rules::{Kind, Reliable, ReliableMessage, ReliableState};

impl Reliable {
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
    fn tell(&self, from: General, kind: Kind, order: Order, told: &mut Told) {
        let message = ReliableMessage { kind, order };
        let others = Generals::all(self.n()).without(from).iter();
        let sends = others.map(|to| (Self::slot(kind, from, to), message));
        told.sends.extend(sends);
    }

    /// The letters and marks of what fired.
    fn told(&self, general: General, fired: &Fired) -> Told {
        let mut told = Told::default();
        if let Some(order) = fired.echo {
            let mark = Mark::new(1, MarkKind::Echo, order.into());
            told.marks.push(mark.by_word_of(General::COMMANDER));
            self.tell(general, Kind::Echo, order, &mut told);
        }
        for order in IN_TURN {
            let mark =
                |kind, (votes, needed)| Mark::new(1, kind, order.into()).by_votes(votes, needed);
            if let Some(votes) = fired.ready[order as usize] {
                told.marks.push(mark(MarkKind::Ready, votes));
                self.tell(general, Kind::Ready, order, &mut told);
            }
            if let Some(votes) = fired.delivered[order as usize] {
                told.marks.push(mark(MarkKind::Decide, votes));
            }
        }
        told
    }
}

/// What a general does.
type Told = Reaction<ReliableMessage>;

impl ReactiveMachine for Reliable {
    type State = ReliableState;
    type Message = ReliableMessage;

    fn init(&self, general: General, input: Option<Order>) -> ReliableState {
        Self::beginner(general, input)
    }

    fn start(&self, state: &mut ReliableState) -> Told {
        let mut told = Told::default();
        if let Some(order) = state.input() {
            // Bracha 87, step 0: the leader sends INITIAL v to all.
            self.tell(state.general(), Kind::Initial, order, &mut told);
        }
        let more = self.told(state.general(), &self.begin(state));
        told.sends.extend(more.sends);
        told.marks.extend(more.marks);
        told
    }

    fn receive(
        &self,
        state: &mut ReliableState,
        from: General,
        message: &ReliableMessage,
    ) -> Result<Told, Refusal> {
        let fired = self.hear(state, from, *message)?;
        Ok(self.told(state.general(), &fired))
    }

    fn decide(&self, state: &ReliableState) -> Option<Decision> {
        state.delivered().map(Decision::from)
    }

    fn open_slots(&self, _: &[ReliableState], _: usize, traitor: General) -> Vec<(Slot, Word)> {
        let kinds = match self.variant() {
            Some(Variant::NoReady) => &Kind::ALL[..2],
            _ => &Kind::ALL,
        };
        let his = kinds
            .iter()
            .filter(|kind| **kind != Kind::Initial || traitor.is_commander());
        let to_each = |kind: &Kind| {
            let kind = *kind;
            let others = Generals::all(self.n()).without(traitor).iter();
            others.map(move |to| (Self::slot(kind, traitor, to), Word::Order(self.order())))
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
        let kind = Kind::of_round(slot.round);
        match word.order() {
            Some(order) => Offer::Good(ReliableMessage { kind, order }),
            None => Offer::Silence,
        }
    }

    /// Who has echoed takes no other INITIAL: of two the first counts alone.
    fn heeds_both(&self, slot: &Slot) -> bool {
        slot.round != Kind::Initial as usize || self.variant() == Some(Variant::Many)
    }

    fn word(message: &ReliableMessage) -> Word {
        message.order.into()
    }
}

//! Two generals as the program of one of them: when he sends a messenger, and when he attacks.
//!
//! A messenger who is caught is the network's doing, not a word of a general: nothing here knows of it. What does not arrive
//! is not received, and who waits for it sends no further messenger.

use crate::{
    protocol::machine::{Decision, Offer, Refusal, StepMachine},
    word::{General, Label, Order, Slot, Word, limits::MESSENGERS_MAX},
};

/// General 2, who is told the order. General 1 has it.
pub(crate) const TOLD: General = General::from_index(1);

/// Two generals who send an order and its acknowledgements to and fro.
///
/// ```
/// use generals::{General, Order, machine::StepMachine, two::machine::Messengers};
///
/// let machine = Messengers::new(Order::Attack, 1, [1, 1]).unwrap();
/// let (one, two) = (General::COMMANDER, General::new(2).unwrap());
/// let (mut first, mut second) = (machine.init(one, Some(Order::Attack)), machine.init(two, None));
/// assert!(machine.send(&second, 2, one).is_empty(), "nothing came that he could acknowledge");
/// let (slot, order) = machine.send(&first, 1, two).remove(0);
/// machine.receive(&mut second, 1, one, &order).unwrap();
/// assert_eq!(machine.send(&second, 2, one)[0].0.to_string(), "2-1");
/// assert_eq!((slot.to_string().as_str(), order), ("1-2", Order::Attack));
/// assert_eq!(machine.decide(&second), Some(Order::Attack.into()), "one messenger is what he waits for");
/// assert_eq!(machine.decide(&first), Some(Order::Retreat.into()), "he does not know that it came");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Messengers {
    order: Order,
    m: usize,
    needs: [usize; 2],
}

/// What one of the two remembers.
///
/// ```
/// use generals::{General, Order, machine::StepMachine, two::machine::{Camp, Messengers}};
///
/// let machine = Messengers::new(Order::Attack, 0, [0, 1]).unwrap();
/// let camp: Camp = machine.init(General::COMMANDER, Some(Order::Attack));
/// assert_eq!((camp.order(), camp.received()), (Some(Order::Attack), 0));
/// assert_eq!(machine.init(General::new(2).unwrap(), None).order(), None, "he has heard nothing yet");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Camp {
    general: General,
    order: Option<Order>,
    received: usize,
}

impl Camp {
    /// The order as far as he knows it: his own, or what a messenger brought.
    #[must_use]
    pub const fn order(&self) -> Option<Order> {
        self.order
    }

    /// How many messengers came to him.
    #[must_use]
    pub const fn received(&self) -> usize {
        self.received
    }

    /// The latest messenger who came to him, by number; 0 if none did. Those to general 2 have odd numbers.
    const fn latest(&self) -> usize {
        let from_the_other = 2 * self.received;
        match self.received {
            0 => 0,
            _ if self.general.is_commander() => from_the_other,
            _ => from_the_other - 1,
        }
    }
}

impl Messengers {
    /// m+1 messengers for this order; general 1 attacks if `needs[0]` of them came to him, general 2 if `needs[1]` did. Who
    /// needs more than can come never attacks. `None` if m+1 is more than [`MESSENGERS_MAX`].
    #[must_use]
    pub fn new(order: Order, m: usize, needs: [usize; 2]) -> Option<Self> {
        (m < MESSENGERS_MAX).then(|| Self::of(order, m, needs))
    }

    /// The same where it is known that there are few enough.
    pub(crate) const fn of(order: Order, m: usize, needs: [usize; 2]) -> Self {
        Self { order, m, needs }
    }

    /// How many must have come to each if he waits for all that can come.
    ///
    /// ```
    /// use generals::two::machine::Messengers;
    ///
    /// assert_eq!(Messengers::all_needed(2), [1, 2], "of three messengers two ride to general 2");
    /// ```
    #[must_use]
    pub const fn all_needed(m: usize) -> [usize; 2] {
        let messengers = m + 1;
        [messengers / 2, messengers.div_ceil(2)]
    }

    /// The order.
    #[must_use]
    pub const fn order(&self) -> Order {
        self.order
    }

    /// How many messengers ride if none is caught.
    #[must_use]
    pub const fn messengers(&self) -> usize {
        self.m + 1
    }

    /// Where a messenger rides, by his number from 1: odd ones from general 1 to 2, even ones back.
    ///
    /// ```
    /// use generals::{Order, two::machine::Messengers};
    ///
    /// assert_eq!(Messengers::slot(4).to_string(), "4-1");
    /// ```
    #[must_use]
    pub fn slot(number: usize) -> Slot {
        let is_outward = number % 2 == 1;
        let (from, to) = if is_outward {
            (General::COMMANDER, TOLD)
        } else {
            (TOLD, General::COMMANDER)
        };
        Slot {
            round: number,
            label: Label::new(vec![number as u16]),
            to,
            from,
        }
    }
}

impl StepMachine for Messengers {
    type State = Camp;
    type Message = Order;

    fn rounds(&self) -> usize {
        self.messengers()
    }

    fn init(&self, general: General, order: Option<Order>) -> Camp {
        Camp {
            general,
            order,
            received: 0,
        }
    }

    fn send(&self, camp: &Camp, round: usize, to: General) -> Vec<(Slot, Order)> {
        let slot = Self::slot(round);
        let is_his = slot.from == camp.general && slot.to == to;
        let came = camp.latest() + 1 == round;
        let sent = camp.order.filter(|_| is_his && came);
        sent.map(|order| (slot, order)).into_iter().collect()
    }

    fn offer(&self, _: &Camp, _: &Slot, word: Word) -> Offer<Order> {
        word.order().map_or(Offer::Silence, Offer::Good)
    }

    fn receive(
        &self,
        camp: &mut Camp,
        round: usize,
        from: General,
        order: &Order,
    ) -> Result<(), Refusal> {
        let slot = Self::slot(round);
        if slot.from != from || slot.to != camp.general {
            return Err(Refusal::NotHisOwn);
        }
        let expected = match camp.latest() {
            0 if camp.general.is_commander() => 2,
            0 => 1,
            latest => latest + 2,
        };
        if round != expected {
            return Err(Refusal::WrongRound);
        }
        camp.order = camp.order.or(Some(*order));
        camp.received += 1;
        Ok(())
    }

    /// With the order to retreat nobody attacks, whatever he needs: general 2 too, who may have heard of no order. A rule is
    /// only what is done about an attack; two who stay at home are never the problem. So the order is asked of the machine
    /// and not of what he knows.
    fn decide(&self, camp: &Camp) -> Option<Decision> {
        let is_enough = camp.received >= self.needs[camp.general.index()];
        let attacks = self.order == Order::Attack && is_enough;
        Some(Order::from_bit(attacks).into())
    }

    fn word(order: &Order) -> Word {
        (*order).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{protocol::execute::run, word::Generals};

    #[test]
    fn if_nobody_is_caught_each_messenger_rides_in_a_round_of_his_own() {
        for m in 0..MESSENGERS_MAX {
            let machine = Messengers::new(Order::Attack, m, Messengers::all_needed(m)).unwrap();
            let input = |general: General| general.is_commander().then_some(Order::Attack);
            let execution = run(&machine, 2, input, Generals::NONE, |_, _, _, _| Vec::new());
            let slots: Vec<Slot> = execution
                .steps
                .iter()
                .map(|step| step.spoken.slot.clone())
                .collect();
            assert_eq!(slots, (1..=m + 1).map(Messengers::slot).collect::<Vec<_>>());
            assert!(execution.steps.iter().all(|step| step.refused.is_none()));
            let received: Vec<usize> = execution.states.iter().map(Camp::received).collect();
            assert_eq!(received, Messengers::all_needed(m));
            assert_eq!(execution.decisions, [Some(Order::Attack.into()); 2]);
        }
        assert_eq!(Messengers::new(Order::Attack, MESSENGERS_MAX, [0, 0]), None);
    }

    #[test]
    fn who_brings_what_is_not_due_is_not_heard() {
        let machine = Messengers::new(Order::Attack, 3, [2, 2]).unwrap();
        let mut second = machine.init(TOLD, None);
        let attack = Order::Attack;
        let mut bring = |round, from| machine.receive(&mut second, round, from, &attack);
        assert_eq!(bring(1, TOLD), Err(Refusal::NotHisOwn));
        assert_eq!(bring(2, General::COMMANDER), Err(Refusal::NotHisOwn));
        assert_eq!(bring(3, General::COMMANDER), Err(Refusal::WrongRound));
        assert_eq!(bring(1, General::COMMANDER), Ok(()));
        assert_eq!(bring(1, General::COMMANDER), Err(Refusal::WrongRound));
        assert_eq!(bring(3, General::COMMANDER), Ok(()));
    }

    #[test]
    fn who_needs_nothing_attacks_unheard_but_never_against_the_order() {
        let heard_nothing = |order| {
            Messengers::new(order, 0, [0, 0]).map(|machine| {
                machine
                    .decide(&machine.init(TOLD, None))
                    .map(|decision| decision.order)
            })
        };
        assert_eq!(heard_nothing(Order::Attack), Some(Some(Order::Attack)));
        assert_eq!(heard_nothing(Order::Retreat), Some(Some(Order::Retreat)));
    }
}

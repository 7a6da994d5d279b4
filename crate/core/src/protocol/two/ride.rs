//! A run of two generals of which the network catches one messenger: who rode, who arrived, what each of the two saw of it.

use crate::{
    protocol::{
        machine::StepMachine,
        two::machine::{Messengers, TOLD},
    },
    word::{General, Order},
};

/// One messenger who was sent.
///
/// ```
/// use generals::{Order, two::{machine::Messengers, ride}};
///
/// let machine = Messengers::new(Order::Attack, 2, [1, 2]).unwrap();
/// let last = ride(&machine, 2).sent.pop().unwrap();
/// assert_eq!((last.number, last.from.number(), last.to.number()), (2, 2, 1));
/// assert!(!last.arrived, "he was caught in the valley");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Messenger {
    /// From 1; also the round in which he rides.
    pub number: usize,
    /// Who sent him.
    pub from: General,
    /// To whom.
    pub to: General,
    /// What he carries.
    pub order: Order,
    /// Whether he came through.
    pub arrived: bool,
}

/// What happened when one messenger, or none, was caught.
///
/// ```
/// use generals::{Order, two::{machine::Messengers, ride}};
///
/// let machine = Messengers::new(Order::Attack, 2, [1, 2]).unwrap();
/// assert_eq!(ride(&machine, 0).decisions, [Order::Attack; 2], "all three arrived");
/// let caught = ride(&machine, 3);
/// assert_eq!(caught.decisions, [Order::Attack, Order::Retreat]);
/// assert_eq!((caught.sent.len(), caught.arrived()), (3, 2));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ride {
    /// The messengers who were sent, in turn.
    pub sent: Vec<Messenger>,
    /// What generals 1 and 2 do.
    pub decisions: [Order; 2],
}

/// Lets the messengers ride; the one of number `lost` is caught, if he is sent. 0: nobody is.
#[must_use]
pub fn ride(machine: &Messengers, lost: usize) -> Ride {
    let mut camps = [
        machine.init(General::COMMANDER, Some(machine.order())),
        machine.init(TOLD, None),
    ];
    let mut sent = Vec::new();
    for round in 1..=machine.rounds() {
        let slot = Messengers::slot(round);
        for (_, order) in machine.send(&camps[slot.from.index()], round, slot.to) {
            let to = &mut camps[slot.to.index()];
            let arrived = round != lost && machine.receive(to, round, slot.from, &order).is_ok();
            sent.push(Messenger {
                number: round,
                from: slot.from,
                to: slot.to,
                order,
                arrived,
            });
        }
    }
    let decided = |camp| {
        machine
            .decide(camp)
            .map_or(Order::Retreat, |decision| decision.order)
    };
    Ride {
        sent,
        decisions: [decided(&camps[0]), decided(&camps[1])],
    }
}

impl Ride {
    /// How many messengers came through.
    #[must_use]
    pub fn arrived(&self) -> usize {
        self.sent
            .iter()
            .filter(|messenger| messenger.arrived)
            .count()
    }

    /// All that one of the two sees: the messengers he sent, without what became of them, and those who came to him.
    ///
    /// ```
    /// use generals::{General, Order, two::{machine::Messengers, ride}};
    ///
    /// let machine = Messengers::new(Order::Attack, 2, [1, 2]).unwrap();
    /// let (all, last_caught) = (ride(&machine, 0), ride(&machine, 3));
    /// let [one, two] = [1, 2].map(|number| General::new(number).unwrap());
    /// assert!(all.seen_by(one).eq(last_caught.seen_by(one)), "he sent it in both");
    /// assert!(!all.seen_by(two).eq(last_caught.seen_by(two)));
    /// ```
    pub fn seen_by(&self, general: General) -> impl Iterator<Item = (usize, Order)> + '_ {
        let is_seen = move |messenger: &&Messenger| {
            messenger.from == general || (messenger.to == general && messenger.arrived)
        };
        let seen = self.sent.iter().filter(is_seen);
        seen.map(|messenger| (messenger.number, messenger.order))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::limits::MESSENGERS_MAX;

    #[test]
    fn after_the_one_who_is_caught_nobody_rides() {
        for m in 0..MESSENGERS_MAX {
            for (_, order) in Order::NAMES {
                let machine = Messengers::new(order, m, Messengers::all_needed(m)).unwrap();
                for lost in 0..=m + 1 {
                    let ride = ride(&machine, lost);
                    let last = if lost == 0 { m + 1 } else { lost };
                    let numbers: Vec<usize> = ride.sent.iter().map(|sent| sent.number).collect();
                    assert_eq!(numbers, (1..=last).collect::<Vec<_>>());
                    assert!(ride.sent.iter().all(|sent| sent.order == order));
                    assert!(
                        ride.sent
                            .iter()
                            .all(|sent| sent.arrived == (sent.number != lost))
                    );
                }
            }
        }
    }

    #[test]
    fn whoever_waits_for_all_that_can_come_is_left_alone_by_the_last_but_one() {
        // Three messengers: 1 waits for one, 2 for two.
        let machine = Messengers::new(Order::Attack, 2, [1, 2]).unwrap();
        let decisions = [0, 3, 2, 1].map(|lost| ride(&machine, lost).decisions);
        let [a, r] = [Order::Attack, Order::Retreat];
        assert_eq!(decisions, [[a, a], [a, r], [r, r], [r, r]]);
    }
}

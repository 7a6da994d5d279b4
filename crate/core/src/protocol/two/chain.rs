//! The chain from "all arrived" to "none arrived", and at each step the one of the two to whom nothing has changed.

use crate::{
    protocol::two::{
        machine::{Messengers, TOLD},
        ride::{Ride, ride},
    },
    word::{General, Order},
};

/// One ride of the chain.
///
/// ```
/// use generals::{Order, two::{ChainedRide, chain, machine::Messengers}};
///
/// let machine = Messengers::new(Order::Attack, 0, [0, 1]).unwrap();
/// let rides: Vec<ChainedRide> = chain(&machine);
/// assert_eq!(rides[0].attacks, Some(true));
/// assert!(!rides[1].agreement, "general 1 attacks alone: he could not know that his messenger was caught");
/// assert_eq!(rides[0].alike.unwrap().number(), 1);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainedRide {
    /// Who is caught; 0: nobody.
    pub lost: usize,
    /// What happened.
    pub ride: Ride,
    /// Whether both do the same.
    pub agreement: bool,
    /// Whether both attack, where they must: the order is to attack and all messengers arrived.
    pub attacks: Option<bool>,
    /// Who sees the same in the next ride of the chain; `None` in the last.
    pub alike: Option<General>,
}

/// The rides from "all arrived" over "the last was caught", "the last but one was caught" to "none arrived".
///
/// ```
/// use generals::{Order, two::{chain, machine::Messengers}};
///
/// let rides = chain(&Messengers::new(Order::Attack, 2, [1, 2]).unwrap());
/// let arrived: Vec<usize> = rides.iter().map(|chained| chained.ride.arrived()).collect();
/// assert_eq!(arrived, [3, 2, 1, 0]);
/// let alike: Vec<u8> = rides.iter().filter_map(|chained| chained.alike).map(|one| one.number()).collect();
/// assert_eq!(alike, [1, 2, 1], "whoever sent the messenger that is caught next");
/// ```
#[must_use]
pub fn chain(machine: &Messengers) -> Vec<ChainedRide> {
    let caught = (1..=machine.messengers()).rev();
    let lost: Vec<usize> = [0].into_iter().chain(caught).collect();
    let rides: Vec<Ride> = lost.iter().map(|lost| ride(machine, *lost)).collect();
    let next = rides.iter().skip(1).map(Some).chain([None]);
    let chained = lost.iter().zip(&rides).zip(next);
    let chained = chained.map(|((lost, ride), next)| ChainedRide {
        lost: *lost,
        ride: ride.clone(),
        agreement: ride.decisions[0] == ride.decisions[1],
        attacks: (*lost == 0 && machine.order() == Order::Attack)
            .then(|| ride.decisions == [Order::Attack; 2]),
        alike: next.and_then(|next| unmoved(ride, next).next()),
    });
    chained.collect()
}

/// To whom of the two both rides look the same.
fn unmoved<'a>(one: &'a Ride, other: &'a Ride) -> impl Iterator<Item = General> + 'a {
    [General::COMMANDER, TOLD]
        .into_iter()
        .filter(|general| one.seen_by(*general).eq(other.seen_by(*general)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::limits::MESSENGERS_MAX;

    #[test]
    fn of_neighbours_in_the_chain_exactly_one_general_can_tell() {
        for m in 0..MESSENGERS_MAX {
            for (_, order) in Order::NAMES {
                let machine = Messengers::new(order, m, Messengers::all_needed(m)).unwrap();
                let rides = chain(&machine);
                assert_eq!(rides.len(), m + 2);
                for pair in rides.windows(2) {
                    let unmoved: Vec<General> = unmoved(&pair[0].ride, &pair[1].ride).collect();
                    assert_eq!(unmoved.len(), 1, "{m} {}", pair[0].lost);
                    assert_eq!(pair[0].alike, Some(unmoved[0]));
                    assert_eq!(unmoved[0], Messengers::slot(pair[1].lost).from);
                }
                assert_eq!(rides.last().unwrap().alike, None);
            }
        }
    }

    #[test]
    fn who_sees_the_same_does_the_same() {
        for m in 0..6 {
            for needs in (0..=m + 2).flat_map(|one| (0..=m + 2).map(move |two| [one, two])) {
                let rides = chain(&Messengers::new(Order::Attack, m, needs).unwrap());
                for pair in rides.windows(2) {
                    let index = pair[0].alike.unwrap().index();
                    let does = |chained: &ChainedRide| chained.ride.decisions[index];
                    assert_eq!(does(&pair[0]), does(&pair[1]), "{m} {needs:?}");
                }
                let agree = rides.iter().all(|chained| chained.agreement);
                let first_and_last =
                    [&rides[0], &rides[m + 1]].map(|chained| chained.ride.decisions[0]);
                assert!(
                    !agree || first_and_last[0] == first_and_last[1],
                    "{m} {needs:?}"
                );
            }
        }
    }

    #[test]
    fn only_where_all_arrived_an_order_to_attack_must_be_carried_out() {
        let attacks = |order, needs| -> Vec<Option<bool>> {
            let rides = chain(&Messengers::new(order, 2, needs).unwrap());
            rides.iter().map(|chained| chained.attacks).collect()
        };
        assert_eq!(
            attacks(Order::Attack, [1, 2]),
            [Some(true), None, None, None]
        );
        assert_eq!(
            attacks(Order::Attack, [2, 0]),
            [Some(false), None, None, None]
        );
        assert_eq!(attacks(Order::Retreat, [1, 2]), [None; 4]);
    }
}

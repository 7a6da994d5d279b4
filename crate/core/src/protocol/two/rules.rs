//! Every pair of rules that the two could go by, tried on every ride: none is right.
//!
//! A rule says for each number of messengers that came whether to attack. A general's deeds over all rides of the chain are one
//! machine word, a bit a ride; so a pair of rules is tried on all of them by comparing two words, and no pair is left out.

use crate::{
    protocol::two::{
        chain::{ChainedRide, chain},
        machine::{Messengers, TOLD},
    },
    word::{General, Order, limits::MESSENGERS_MAX},
};

/// How many pairs of rules there are, and how many of them do what is asked.
///
/// ```
/// use generals::two::{RuleCounts, rules};
///
/// let counts = RuleCounts { pairs: 32, agreeing: 2, useful: 2, working: 0 };
/// assert_eq!(rules(2), Some(counts), "three messengers");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleCounts {
    /// Pairs of rules that were tried: all there are.
    pub pairs: u64,
    /// Those by which the two never disagree, whoever is caught.
    pub agreeing: u64,
    /// Those by which both attack if all messengers arrive, and nobody does if none does.
    pub useful: u64,
    /// Those that are both.
    pub working: u64,
}

/// Tries all pairs of rules for m+1 messengers and the order to attack. `None` if m+1 is more than [`MESSENGERS_MAX`].
///
/// ```
/// use generals::two::rules;
///
/// let counts = rules(15).unwrap();
/// assert_eq!((counts.pairs, counts.agreeing, counts.working), (1 << 18, 2, 0));
/// ```
#[must_use]
pub fn rules(m: usize) -> Option<RuleCounts> {
    let can_come = Messengers::all_needed(m);
    let rides = chain(&Messengers::new(Order::Attack, m, can_come)?);
    let [first, second] =
        [General::COMMANDER, TOLD].map(|general| deeds(&rides, general, can_come[general.index()]));
    let (all_arrive, none_arrives) = (1, 1 << (rides.len() - 1));
    let mut counts = RuleCounts {
        pairs: 0,
        agreeing: 0,
        useful: 0,
        working: 0,
    };
    for one in &first {
        for two in &second {
            let agrees = one == two;
            let is_useful = one & two & all_arrive != 0 && (one | two) & none_arrives == 0;
            counts.pairs += 1;
            counts.agreeing += u64::from(agrees);
            counts.useful += u64::from(is_useful);
            counts.working += u64::from(agrees && is_useful);
        }
    }
    Some(counts)
}

/// What a general does by each of his rules: a bit a ride of the chain, set if he attacks.
fn deeds(rides: &[ChainedRide], general: General, can_come: usize) -> Vec<u32> {
    const {
        assert!(
            MESSENGERS_MAX < u32::BITS as usize,
            "a ride more than messengers"
        )
    };
    let came = |chained: &ChainedRide| {
        let sent = chained.ride.sent.iter();
        sent.filter(|messenger| messenger.to == general && messenger.arrived)
            .count()
    };
    let came: Vec<usize> = rides.iter().map(came).collect();
    // A rule is a number too: bit c is set if he attacks when c messengers came.
    let by_rule = |rule: u32| {
        let bits = came
            .iter()
            .enumerate()
            .map(|(ride, came)| (rule >> came & 1) << ride);
        bits.fold(0, |deeds, bit| deeds | bit)
    };
    (0..1 << (can_come + 1)).map(by_rule).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::two::ride::ride;

    /// The same by what is said of rules, each asked anew on each ride.
    fn slowly(m: usize) -> RuleCounts {
        let can_come = Messengers::all_needed(m);
        let machine = Messengers::new(Order::Attack, m, can_come).unwrap();
        let came = |lost: usize| {
            [0, 1].map(|index| {
                let to = |number: &usize| Messengers::slot(*number).to.index() == index;
                let arrived = ride(&machine, lost).arrived();
                (1..=arrived).filter(to).count()
            })
        };
        let came: Vec<[usize; 2]> = (0..=m + 1).map(came).collect();
        let (all, none) = (came[0], came[1]);
        let all_rules = |can_come: usize| {
            let attacks = move |rule: usize| (0..=can_come).map(move |came| rule >> came & 1 == 1);
            (0..1 << (can_come + 1)).map(move |rule| attacks(rule).collect::<Vec<bool>>())
        };
        let mut counts = RuleCounts {
            pairs: 0,
            agreeing: 0,
            useful: 0,
            working: 0,
        };
        for one in all_rules(can_come[0]) {
            for two in all_rules(can_come[1]) {
                let agrees = came.iter().all(|came| one[came[0]] == two[came[1]]);
                let both_attack = one[all[0]] && two[all[1]];
                let nobody_attacks = !one[none[0]] && !two[none[1]];
                counts.pairs += 1;
                counts.agreeing += u64::from(agrees);
                counts.useful += u64::from(both_attack && nobody_attacks);
                counts.working += u64::from(agrees && both_attack && nobody_attacks);
            }
        }
        counts
    }

    #[test]
    fn of_all_pairs_of_rules_none_is_right() {
        for m in 0..MESSENGERS_MAX {
            let counts = rules(m).unwrap();
            assert_eq!(counts.pairs, 1 << (m + 3), "{m}");
            // To attack always and never: whoever agrees in every ride does the same in all of them.
            assert_eq!((counts.agreeing, counts.working), (2, 0), "{m}");
        }
        assert_eq!(rules(MESSENGERS_MAX), None);
    }

    #[test]
    fn the_count_is_what_asking_each_rule_on_each_ride_gives() {
        for m in 0..8 {
            assert_eq!(rules(m), Some(slowly(m)), "{m}");
        }
    }
}

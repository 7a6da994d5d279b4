//! Who trusts whom, and what that is worth: common friends, consistency, the wise and the naive, the guild.
//!
//! Each party i has the one fail-prone set "everyone I do not trust", and so the one quorum of those it trusts, itself included
//! (Cachin and Tackmann 2019, asymmetric trust, in its smallest case). Then condition B3 says just that every two parties have
//! a common trusted party, and the largest guild is everybody from whom only honest parties can be reached along trust. Both
//! short forms are tested against the definitions, on every graph of three parties and on random larger ones.

use crate::word::{General, Generals, limits::TRUSTING_PARTIES_MAX};

/// Whom each party trusts. A party always trusts itself.
///
/// ```
/// use generals::{General, Generals, trust::TrustGraph};
///
/// let [customer, shop, service] = [1, 2, 3].map(|number| General::new(number).unwrap());
/// let graph = TrustGraph::new(3, &[(customer, service), (shop, service)]).unwrap();
/// assert!(graph.is_consistent(), "the payment service is everybody's common friend");
/// let cheated = graph.standing(Generals::NONE.with(service));
/// assert_eq!((cheated.naive.len(), cheated.guild.len()), (2, 0), "who trusts a cheat is naive");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrustGraph {
    /// By party: those it trusts, itself among them.
    trusted: Vec<Generals>,
}

/// Two parties and who is trusted by both.
///
/// ```
/// use generals::{General, trust::TrustGraph};
///
/// let two = General::new(2).unwrap();
/// let pairs = TrustGraph::new(2, &[(General::COMMANDER, two)]).unwrap().common_friends();
/// assert!(pairs[0].common.contains(two), "one's friend may be oneself");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommonFriends {
    /// The two, the smaller first.
    pub of: [General; 2],
    /// Whom both trust; one of the two may be among them.
    pub common: Generals,
}

/// Where the honest stand when these and no others cheat.
///
/// ```
/// use generals::{General, Generals, trust::TrustGraph};
///
/// let circle: Vec<_> = [(1, 2), (2, 3), (3, 1)].iter().map(|(a, b)| {
///     (General::new(*a).unwrap(), General::new(*b).unwrap())
/// }).collect();
/// let graph = TrustGraph::new(3, &circle).unwrap();
/// assert_eq!(graph.standing(Generals::NONE).guild.len(), 3);
/// let two = General::new(2).unwrap();
/// assert!(graph.standing(Generals::NONE.with(two)).guild.is_empty(), "it survives nobody");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Honest, and nobody they trust cheats.
    pub wise: Generals,
    /// Honest, but somebody they trust cheats.
    pub naive: Generals,
    /// The largest guild: those to whom anything is promised.
    pub guild: Generals,
}

impl TrustGraph {
    /// Among n parties, 2 ≤ n ≤ 16, with these directed pairs: the first trusts the second. `None` if n is out of range or a
    /// pair names somebody who is not there, or one party twice.
    #[must_use]
    pub fn new(n: usize, pairs: &[(General, General)]) -> Option<Self> {
        if !(2..=TRUSTING_PARTIES_MAX).contains(&n) {
            return None;
        }
        let everybody = Generals::all(n);
        let is_there = |(who, whom): &(General, General)| {
            who != whom && everybody.contains(*who) && everybody.contains(*whom)
        };
        pairs
            .iter()
            .all(is_there)
            .then(|| Self::of_checked(n, pairs))
    }

    /// The same of pairs that are all there.
    pub(crate) fn of_checked(n: usize, pairs: &[(General, General)]) -> Self {
        let parties = Generals::all(n).iter();
        let mut trusted: Vec<Generals> = parties.map(|party| Generals::NONE.with(party)).collect();
        for (who, whom) in pairs {
            let of_him = &mut trusted[who.index()];
            *of_him = of_him.with(*whom);
        }
        Self { trusted }
    }

    /// How many parties there are.
    #[must_use]
    pub fn n(&self) -> usize {
        self.trusted.len()
    }

    /// Whom a party trusts, itself included.
    #[must_use]
    pub fn trusted_by(&self, party: General) -> Generals {
        self.trusted[party.index()]
    }

    /// The directed pairs, in order; nobody with himself.
    pub fn pairs(&self) -> impl Iterator<Item = (General, General)> + '_ {
        let parties = Generals::all(self.n()).iter();
        parties.flat_map(|who| {
            let others = self.trusted_by(who).without(who).iter();
            others.map(move |whom| (who, whom))
        })
    }

    /// Of every two parties, whom both trust.
    #[must_use]
    pub fn common_friends(&self) -> Vec<CommonFriends> {
        let parties = || Generals::all(self.n()).iter();
        let pairs = parties().flat_map(|a| parties().filter(move |b| a < *b).map(move |b| [a, b]));
        let common = |of: [General; 2]| CommonFriends {
            of,
            common: self.trusted_by(of[0]).and(self.trusted_by(of[1])),
        };
        pairs.map(common).collect()
    }

    /// Whether an asymmetric quorum system exists: condition B3 of Cachin and Tackmann, here that every two have a common
    /// friend.
    #[must_use]
    pub fn is_consistent(&self) -> bool {
        let friends = self.common_friends();
        friends.iter().all(|pair| !pair.common.is_empty())
    }

    /// Where the honest stand if exactly these cheat.
    #[must_use]
    pub fn standing(&self, traitors: Generals) -> Standing {
        let honest = Generals::all(self.n()).and_not(traitors);
        let is_wise = |party: &General| self.trusted_by(*party).and(traitors).is_empty();
        let is_safe = |party: &General| self.reached(*party).and(traitors).is_empty();
        let wise: Generals = honest.iter().filter(is_wise).collect();
        Standing {
            wise,
            naive: honest.and_not(wise),
            guild: honest.iter().filter(is_safe).collect(),
        }
    }

    /// Whom a party rests on in the end: its friends, their friends, and so on; itself included.
    #[must_use]
    pub fn reached(&self, party: General) -> Generals {
        let mut found = Generals::NONE.with(party);
        loop {
            let further = found
                .iter()
                .fold(found, |all, friend| all.or(self.trusted_by(friend)));
            if further == found {
                return found;
            }
            found = further;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every set of some of these.
    fn subsets(of: Generals) -> impl Iterator<Item = Generals> {
        let bits = of.bits();
        (0..=bits)
            .filter(move |set| set & !bits == 0)
            .map(Generals::from_bits)
    }

    /// The fail-prone set of a party: everyone it does not trust.
    fn fail_prone(graph: &TrustGraph, party: General) -> Generals {
        Generals::all(graph.n()).and_not(graph.trusted_by(party))
    }

    /// B3 by its definition: no two fail-prone sets and no set common to both cover everybody.
    fn is_consistent_by_definition(graph: &TrustGraph) -> bool {
        let everybody = Generals::all(graph.n());
        let parties = || everybody.iter();
        parties().all(|i| {
            parties().all(|j| {
                let (one, other) = (fail_prone(graph, i), fail_prone(graph, j));
                subsets(one.and(other)).all(|both| {
                    subsets(one).all(|f| subsets(other).all(|g| f.or(g).or(both) != everybody))
                })
            })
        })
    }

    /// The largest guild by its definition: the union of all sets of wise parties that contain a quorum of each member.
    fn guild_by_definition(graph: &TrustGraph, traitors: Generals) -> Generals {
        let everybody = Generals::all(graph.n());
        let honest = everybody.and_not(traitors);
        let is_wise = |party: General| traitors.and_not(fail_prone(graph, party)).is_empty();
        let wise: Generals = honest.iter().filter(|party| is_wise(*party)).collect();
        let is_guild = |set: &Generals| {
            set.iter()
                .all(|party| graph.trusted_by(party).and_not(*set).is_empty())
        };
        subsets(wise)
            .filter(is_guild)
            .fold(Generals::NONE, Generals::or)
    }

    fn graph(n: usize, bits: u64) -> TrustGraph {
        let parties = || Generals::all(n).iter();
        let all = parties().flat_map(|a| parties().filter(move |b| *b != a).map(move |b| (a, b)));
        let chosen = all
            .enumerate()
            .filter(|(place, _)| bits >> place & 1 == 1)
            .map(|(_, pair)| pair);
        TrustGraph::new(n, &chosen.collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn of_three_parties_every_graph_and_every_set_of_cheats_is_as_the_definitions_say() {
        let mut consistent = 0;
        for bits in 0..64 {
            let graph = graph(3, bits);
            assert_eq!(
                graph.is_consistent(),
                is_consistent_by_definition(&graph),
                "{graph:?}"
            );
            consistent += usize::from(graph.is_consistent());
            for traitors in subsets(Generals::all(3)) {
                let standing = graph.standing(traitors);
                assert_eq!(
                    standing.guild,
                    guild_by_definition(&graph, traitors),
                    "{graph:?} {traitors:?}"
                );
                assert!(standing.guild.and_not(standing.wise).is_empty());
            }
        }
        assert_eq!(consistent, 39, "of 64");
    }

    proptest! {
        #[test]
        fn larger_graphs_too(n in 2_usize..=10, bits: u128, traitors: u64) {
            // As many pairs as ten parties have do not fit in one word of 64.
            let parties = || Generals::all(n).iter();
            let all = parties().flat_map(|a| parties().filter(move |b| *b != a).map(move |b| (a, b)));
            let chosen = all.enumerate().filter(|(place, _)| bits >> place & 1 == 1).map(|(_, pair)| pair);
            let graph = TrustGraph::new(n, &chosen.collect::<Vec<_>>()).unwrap();
            let traitors = Generals::from_bits(traitors).and(Generals::all(n));
            prop_assert_eq!(graph.standing(traitors).guild, guild_by_definition(&graph, traitors));
            // A single set of each party covers most: the others need not be tried.
            let covers = |i, j| fail_prone(&graph, i).or(fail_prone(&graph, j)) == Generals::all(n);
            let broken = parties().any(|i| parties().any(|j| covers(i, j)));
            prop_assert_eq!(graph.is_consistent(), !broken);
        }
    }

    #[test]
    fn who_is_not_there_can_be_trusted_by_nobody() {
        let [one, four] = [1, 4].map(|number| General::new(number).unwrap());
        assert_eq!(TrustGraph::new(3, &[(one, four)]), None);
        assert_eq!(TrustGraph::new(3, &[(one, one)]), None);
        assert_eq!(TrustGraph::new(17, &[]), None);
        assert_eq!(TrustGraph::new(1, &[]), None);
        let pairs: Vec<_> = graph(3, 0b10_0100)
            .pairs()
            .map(|(a, b)| (a.number(), b.number()))
            .collect();
        assert_eq!(pairs, [(2, 1), (3, 2)].map(|(a, b)| (a, b)));
    }
}

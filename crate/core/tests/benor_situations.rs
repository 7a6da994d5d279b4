//! Every situation in which Ben-Or's loyal generals can be, visited once: all lies, all orders of delivery and all coins, for
//! any number of phases.
//!
//! It stands on an argument. A general goes on by the first n−m words of a round, his own among them, and by nothing else;
//! so for what he does next it is enough which these are. Loyal words of a round are said before anybody needs them, so any
//! choice of n−m can come first at each general, apart from the others, with any words of traitors among them. Who has
//! stopped after he decided says no more; here he goes on for ever with what he decided, of which others may or may not
//! hear, so nothing that can happen is left out. Coins fall in every way.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

use std::collections::BTreeSet;

/// One loyal general between two phases: what he holds for right, and whether he has decided it.
type Loyal = (char, bool);
/// All of them, in order: who is who does not matter.
type Situation = Vec<Loyal>;

struct Army {
    n: usize,
    m: usize,
}

impl Army {
    const fn is_quorum(&self, votes: usize) -> bool {
        2 * votes > self.n + self.m
    }

    /// How many say attack and retreat among the first n−m words that a general hears, in every way: his own, any of what the
    /// other loyal generals say, and anything of m traitors.
    fn views(&self, own: char, all: &[char]) -> BTreeSet<(usize, usize)> {
        let count = |word: char| {
            all.iter().filter(|said| **said == word).count() - usize::from(own == word)
        };
        let (attack, retreat, nothing) = (count('A'), count('R'), count('N'));
        let wanted = self.n - self.m - 1;
        let mut views = BTreeSet::new();
        for a in 0..=attack + self.m {
            for r in 0..=retreat + self.m {
                // What more of them say than loyal generals do, traitors say; the rest say neither.
                let lies = a.saturating_sub(attack) + r.saturating_sub(retreat);
                let rest = wanted.checked_sub(a + r);
                if rest.is_some_and(|rest| lies + rest.saturating_sub(nothing) <= self.m) {
                    views.insert((a + usize::from(own == 'A'), r + usize::from(own == 'R')));
                }
            }
        }
        views
    }

    /// What a general may propose who holds this for right.
    fn proposals(&self, own: char, estimates: &[char]) -> BTreeSet<char> {
        let propose = |(a, r)| match (self.is_quorum(a), self.is_quorum(r)) {
            (true, _) => 'A',
            (_, true) => 'R',
            _ => 'N',
        };
        self.views(own, estimates)
            .into_iter()
            .map(propose)
            .collect()
    }

    /// How he may end the phase who proposed this.
    fn ends(&self, own: char, proposals: &[char]) -> BTreeSet<Loyal> {
        let mut ends = BTreeSet::new();
        for (a, r) in self.views(own, proposals) {
            let (v, votes) = if a > r { ('A', a) } else { ('R', r) };
            match votes {
                _ if self.is_quorum(votes) => ends.extend([(v, true)]),
                _ if votes > self.m => ends.extend([(v, false)]),
                _ => ends.extend([('A', false), ('R', false)]),
            }
        }
        ends
    }

    /// Every situation after one more phase.
    fn next(&self, now: &Situation) -> BTreeSet<Situation> {
        let estimates: Vec<char> = now.iter().map(|loyal| loyal.0).collect();
        let propose = |loyal: &Loyal| self.proposals(loyal.0, &estimates).into_iter().collect();
        let proposing: Vec<Vec<char>> = now.iter().map(propose).collect();
        let mut next = BTreeSet::new();
        for proposals in choices(&proposing) {
            let end = |(loyal, own): (&Loyal, &char)| match loyal.1 {
                true => vec![*loyal],
                false => self.ends(*own, &proposals).into_iter().collect(),
            };
            let ending: Vec<Vec<Loyal>> = now.iter().zip(&proposals).map(end).collect();
            next.extend(choices(&ending).into_iter().map(|mut ends| {
                ends.sort_unstable();
                ends
            }));
        }
        next
    }

    /// All situations that can arise, from these on.
    fn reachable(&self, starts: Vec<Situation>) -> BTreeSet<Situation> {
        let mut known: BTreeSet<Situation> = starts.iter().cloned().collect();
        let mut open = starts;
        while let Some(situation) = open.pop() {
            for next in self.next(&situation) {
                if known.insert(next.clone()) {
                    open.push(next);
                }
            }
        }
        known
    }

    /// The loyal generals at the beginning, so many of whom say attack.
    fn start(&self, attack: usize) -> Situation {
        let loyal = self.n - self.m;
        let opinions = (0..loyal).map(|i| if i < attack { 'A' } else { 'R' });
        opinions.map(|opinion| (opinion, false)).collect()
    }

    fn all_situations(&self) -> BTreeSet<Situation> {
        self.reachable(
            (0..=self.n - self.m)
                .map(|attack| self.start(attack))
                .collect(),
        )
    }
}

/// Every choice of one from each.
fn choices<T: Clone>(from: &[Vec<T>]) -> Vec<Vec<T>> {
    let longer = |chosen: Vec<Vec<T>>, options: &Vec<T>| {
        let with = |one: &Vec<T>| {
            let one = one.clone();
            options
                .iter()
                .map(move |option| [one.clone(), vec![option.clone()]].concat())
        };
        chosen.iter().flat_map(with).collect()
    };
    from.iter().fold(vec![Vec::new()], longer)
}

fn disagree(situation: &Situation) -> bool {
    situation.contains(&('A', true)) && situation.contains(&('R', true))
}

fn decide_against(situation: &Situation, opinion: char) -> bool {
    situation.iter().any(|loyal| loyal.1 && loyal.0 != opinion)
}

#[test]
fn six_generals_with_one_traitor_never_disagree() {
    let known = Army { n: 6, m: 1 }.all_situations();
    assert_eq!(known.len(), 16);
    assert!(!known.iter().any(disagree));
}

#[test]
fn eleven_generals_with_two_traitors_keep_one_opinion() {
    let army = Army { n: 11, m: 2 };
    let next = army.next(&army.start(9));
    assert_eq!(
        next,
        BTreeSet::from([vec![('A', true); 9]]),
        "whatever happens all decide it at once"
    );
}

#[test]
fn six_generals_keep_one_opinion_and_five_need_not() {
    let six = Army { n: 6, m: 1 };
    assert_eq!(
        six.next(&six.start(5)),
        BTreeSet::from([vec![('A', true); 5]])
    );
    let five = Army { n: 5, m: 1 };
    let known = five.reachable(vec![five.start(4)]);
    assert!(known.iter().any(|situation| decide_against(situation, 'A')));
}

#[test]
fn where_one_has_decided_all_do_in_the_next_phase() {
    let army = Army { n: 6, m: 1 };
    for situation in army.all_situations() {
        if let Some((order, _)) = situation.iter().find(|loyal| loyal.1).copied() {
            let all = BTreeSet::from([vec![(order, true); 5]]);
            assert_eq!(army.next(&situation), all, "{situation:?}");
        }
    }
}

#[test]
fn five_generals_with_one_traitor_can_disagree() {
    let known = Army { n: 5, m: 1 }.all_situations();
    assert!(known.iter().any(disagree));
}

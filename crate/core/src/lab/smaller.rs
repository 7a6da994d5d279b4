//! Smaller armies in which the same may be asked, where one is too large.

use crate::{
    scenario::{Adversary, Scenario},
    word::{General, Generals, Lies},
};

/// Armies with fewer generals and equally many traitors, the largest first; then those with fewer relays; then those with
/// fewer of both. Who is a traitor stays one; in place of those who are gone there are the last ones who were loyal.
pub fn smaller_armies(base: &Scenario) -> impl Iterator<Item = Scenario> {
    let traitors = base.traitors().len();
    let all = base.n();
    let smaller = move |m: usize| ((m + 2).max(traitors + 1)..all).rev().map(move |n| (n, m));
    let relays = (0..base.m()).rev();
    let fewer_relays = relays.clone().map(move |m| (all, m));
    let fewer = smaller(base.m()).chain(fewer_relays);
    fewer.chain(relays.flat_map(smaller)).map(move |(n, m)| {
        let here = Generals::all(n);
        let kept = here.and(base.traitors());
        let loyal = here.and_not(kept).without(General::COMMANDER);
        let more = loyal.iter().skip(loyal.len() + kept.len() - traitors);
        let traitors: Generals = kept.iter().chain(more).collect();
        Scenario {
            n,
            m,
            opinions: base.opinions().and(here),
            adversary: Adversary {
                stolen: base.stolen().and(here).and_not(traitors),
                lies: Lies::new(),
                traitors,
                strategy: base.strategy(),
            },
            ..base.clone()
        }
    })
}

//! Smaller armies in which the same may be asked, where one is too large.

use crate::{
    general::{General, Generals},
    scenario::Scenario,
    slot::Lies,
};

/// Armies with fewer generals and equally many traitors, the largest first; then those with fewer relays; then those with
/// fewer of both. The lieutenants among the traitors are the last ones.
pub fn smaller_armies(base: &Scenario) -> impl Iterator<Item = Scenario> {
    let traitors = base.traitors().len();
    let all = base.n();
    let smaller = move |m: usize| ((m + 2).max(traitors + 1)..all).rev().map(move |n| (n, m));
    let relays = (0..base.m()).rev();
    let fewer_relays = relays.clone().map(move |m| (all, m));
    let fewer = smaller(base.m()).chain(fewer_relays);
    fewer.chain(relays.flat_map(smaller)).map(move |(n, m)| {
        let leads = base.traitors().contains(General::COMMANDER);
        let commander = Generals::NONE.with(General::COMMANDER);
        let others = traitors - usize::from(leads);
        let last = Generals::all(n).and_not(Generals::all(n - others));
        Scenario {
            n,
            m,
            traitors: if leads {
                last.iter().chain(commander.iter()).collect()
            } else {
                last
            },
            lies: Lies::new(),
            stolen: Generals::NONE,
            ..base.clone()
        }
    })
}

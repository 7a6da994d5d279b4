//! OM(m) where nothing but single lies is a lie: only the paths that lead to one are walked, however large the tree.
//!
//! Below an honest speaker under whom all are honest, everyone obtains what he said: each passes on the same, so all
//! take the majority of the same words. What is left are the paths to the lies, and whoever speaks next on them.

use crate::{
    protocol::om::bitsliced::{LieTrie, Majority},
    scenario::Scenario,
    word::{General, Generals, Order},
};

/// How many paths are looked at, at most.
pub(crate) fn visited_paths(scenario: &Scenario) -> u128 {
    let ways = 1 + LieTrie::of(scenario).ways();
    ways as u128 * scenario.n() as u128
}

/// What the generals obtain at the root, as in [`crate::protocol::om::bitsliced::decisions`], if traitors are honest but for the
/// scenario's lies.
pub(crate) fn decisions(scenario: &Scenario) -> u64 {
    let script = LieTrie::of(scenario);
    let attack = match scenario.order() {
        Order::Attack => General::COMMANDER.bit(),
        Order::Retreat => 0,
    };
    let everybody = scenario.generals().bits();
    obtained(&script, everybody, attack, General::COMMANDER, scenario.m())
}

/// What everyone obtains when `speaker` passes on his bit of `attack`, what was told at a path to those not on it, with
/// `depth` relays to come.
fn obtained(before: &LieTrie, listeners: u64, attack: u64, speaker: General, depth: usize) -> u64 {
    let others = listeners & !speaker.bit();
    let honest = if attack & speaker.bit() == 0 {
        0
    } else {
        others
    };
    let Some(script) = before.next.get(&speaker) else {
        return honest;
    };
    let told = honest & !script.named | script.told.attack;
    if depth == 0 {
        return told;
    }
    let mut votes = Majority::<5>::of(others.count_ones());
    votes.add(told);
    for next in Generals::from_bits(others).iter() {
        votes.add(obtained(script, others, told, next, depth - 1));
    }
    votes.attack
}

//! What is in everybody's bag, counted while the messages are walked.

use crate::{
    protocol::om::bitsliced::{Record, Told},
    scenario::Scenario,
    word::{Generals, Order, majority},
};

/// For each general, how many words were attack and how many there were, silence included.
#[derive(Clone, Debug)]
pub(crate) struct Bags {
    attacks: [u32; 64],
    words: [u32; 64],
}

impl Default for Bags {
    fn default() -> Self {
        Self {
            attacks: [0; 64],
            words: [0; 64],
        }
    }
}

impl Bags {
    /// The loyal lieutenants whose bag holds a strict majority of attacks.
    pub(crate) fn attackers(&self, scenario: &Scenario) -> Generals {
        let loyal = scenario.loyal_deciders();
        let attacks = loyal.iter().filter(|general| {
            let (attacks, words) = (self.attacks[general.index()], self.words[general.index()]);
            majority(attacks as usize, words as usize).0 == Order::Attack
        });
        attacks.collect()
    }
}

impl Record for Bags {
    fn told(&mut self, _: usize, recipients: u64, told: Told, _: u64) {
        for general in Generals::from_bits(recipients).iter() {
            self.words[general.index()] += 1;
            self.attacks[general.index()] += u32::from(told.attack & general.bit() != 0);
        }
    }
}

//! A run as a list of choices: all lists gone through, one after another, or some drawn by lot.

use crate::scenario::{PathHash, mix};

/// All lists of choices, the first being all zeros. How many ways there are at a place may depend on what was chosen before.
#[derive(Debug, Default)]
pub(crate) struct AllChoices {
    /// What is chosen at each place, and of how many.
    taken: Vec<(usize, usize)>,
    /// How many places the present run has asked for.
    asked: usize,
}

impl AllChoices {
    /// What the present list says at the next place, where there are so many ways.
    pub(crate) fn choose(&mut self, ways: usize) -> usize {
        if self.asked == self.taken.len() {
            self.taken.push((0, ways));
        }
        self.asked += 1;
        self.taken[self.asked - 1].0
    }

    /// Goes on to the next list: the last place that has another way takes it. Whether there is one.
    pub(crate) fn go_on(&mut self) -> bool {
        self.asked = 0;
        while let Some((chosen, ways)) = self.taken.pop() {
            if chosen + 1 < ways {
                self.taken.push((chosen + 1, ways));
                return true;
            }
        }
        false
    }
}

/// The stride of the SplitMix64 generator (Steele, Lea and Flood 2014).
const STRIDE: u64 = 0x9E37_79B9_7F4A_7C15;

/// Choices drawn by lot, which follow from a seed and the number of the run.
#[derive(Debug)]
pub(crate) struct Lot(u64);

impl Lot {
    /// Those of this run.
    pub(crate) const fn of(seed: u64, run: u64) -> Self {
        Self(PathHash::new(seed).word() ^ run)
    }

    /// One of so many ways.
    pub(crate) fn choose(&mut self, ways: usize) -> usize {
        self.0 = mix(self.0.wrapping_add(STRIDE));
        (self.0 >> 32) as usize % ways
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_comes_once_where_the_ways_depend_on_the_choices_before() {
        let mut all = AllChoices::default();
        let mut lists = Vec::new();
        loop {
            let first = all.choose(3);
            let second = if first == 1 { all.choose(2) } else { 0 };
            lists.push((first, second));
            if !all.go_on() {
                break;
            }
        }
        assert_eq!(lists, [(0, 0), (1, 0), (1, 1), (2, 0)]);
    }

    #[test]
    fn a_seed_and_a_number_draw_the_same_again() {
        let drawn = |seed, run| {
            let mut lot = Lot::of(seed, run);
            [0; 8].map(|_| lot.choose(1_000))
        };
        assert_eq!(drawn(1, 5), drawn(1, 5));
        assert_ne!(drawn(1, 5), drawn(1, 6));
        assert_ne!(drawn(1, 5), drawn(2, 5));
    }
}

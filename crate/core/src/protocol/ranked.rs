//! Letters in their order, of which the one at any place can be taken out quickly, however many they are.
//!
//! A binary indexed tree (Fenwick 1994) counts those that are left, so that a place is found in as many steps as their number
//! has digits.

/// Letters in the order in which they came.
#[derive(Debug)]
pub(crate) struct Ranked<L> {
    /// All that ever came; who is taken leaves his place empty.
    all: Vec<Option<L>>,
    /// `left[i]` counts those left among the last so many up to i, from 1, as the lowest bit of i says; entry 0 is nothing.
    left: Vec<usize>,
    count: usize,
}

impl<L> Default for Ranked<L> {
    fn default() -> Self {
        Self {
            all: Vec::new(),
            left: vec![0],
            count: 0,
        }
    }
}

impl<L> Ranked<L> {
    /// How many are left.
    pub(crate) const fn len(&self) -> usize {
        self.count
    }

    /// Puts one behind all others.
    pub(crate) fn push(&mut self, letter: L) {
        self.all.push(Some(letter));
        self.count += 1;
        let place = self.all.len();
        let mut sum = 1;
        let mut back = 1;
        while back < lowest_bit(place) {
            sum += self.left[place - back];
            back *= 2;
        }
        self.left.push(sum);
    }

    /// Takes out the one at a place among those left, from 0.
    pub(crate) fn take(&mut self, mut place: usize) -> Option<L> {
        if place >= self.count {
            return None;
        }
        let mut before = 0;
        let mut jump = (self.all.len() + 1).next_power_of_two();
        while jump > 0 {
            let further = before + jump;
            if further <= self.all.len() && self.left[further] <= place {
                place -= self.left[further];
                before = further;
            }
            jump /= 2;
        }
        let mut counting = before + 1;
        while counting <= self.all.len() {
            self.left[counting] -= 1;
            counting += lowest_bit(counting);
        }
        self.count -= 1;
        self.all[before].take()
    }
}

const fn lowest_bit(number: usize) -> usize {
    number & number.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::Ranked;

    #[test]
    fn the_one_at_a_place_is_the_one_that_a_list_has_there() {
        let (mut ranked, mut list) = (Ranked::default(), Vec::new());
        let mut lot = 1_usize;
        for letter in 0..2_000 {
            ranked.push(letter);
            list.push(letter);
            lot = lot.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            // Two of three are taken, from anywhere.
            if lot >> 60 < 11 {
                let place = (lot >> 20) % list.len();
                assert_eq!(ranked.take(place), Some(list.remove(place)));
            }
            assert_eq!(ranked.len(), list.len());
        }
        while !list.is_empty() {
            let place = list.len() / 2;
            assert_eq!(ranked.take(place), Some(list.remove(place)));
        }
        assert_eq!(ranked.take(0), None);
    }
}

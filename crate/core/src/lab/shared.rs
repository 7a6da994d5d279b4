//! Searches whose cases have numbers, shared by several: each goes on at a number of its own.

use crate::lab::{
    exhaust::{BLOCK, Exhaust, compute},
    random_search::RandomSearch,
};

impl Exhaust {
    /// Goes on at a strategy, by its number from 0, as if those before had been tried and nothing found; whole blocks of 256.
    ///
    /// ```
    /// use generals::{lab::{exhaust::Exhaust, search::Search}, link::{LinkSize, parse}};
    ///
    /// let base = parse("v=1&p=om&n=7&m=1&t=1.5.6", LinkSize::Any).unwrap().scenario;
    /// let mut whole = Exhaust::new(&base).unwrap();
    /// let mut parts = 0;
    /// for from in (0..whole.total()).step_by(256) {
    ///     let mut part = whole.clone();
    ///     part.skip_to(from);
    ///     part.advance(256);
    ///     parts += part.breaking();
    /// }
    /// whole.advance(whole.total());
    /// assert_eq!((parts, whole.breaking()), (1740, 1740));
    /// ```
    pub fn skip_to(&mut self, strategy: u64) {
        let blocks = strategy / BLOCK;
        // A block computes what differs from the one before.
        if let Some(before) = blocks.checked_sub(1) {
            let gray = before ^ (before >> 1);
            compute(&self.programs[self.slots.len()], &mut self.values, gray);
        }
        (self.blocks_done, self.breaking, self.first) = (blocks, 0, None);
    }
}

impl RandomSearch {
    /// Goes on at a run, by its number from 0, as if those before had been tried and nothing found.
    ///
    /// ```
    /// use generals::{lab::{random_search::RandomSearch, search::Search}, link::{LinkSize, parse}};
    ///
    /// let base = parse("v=1&p=om&n=4&t=2.3&o=R", LinkSize::Any).unwrap().scenario;
    /// let mut one = RandomSearch::new(&base);
    /// while !one.progress().breaks {
    ///     one.advance(1);
    /// }
    /// let mut other = RandomSearch::new(&base);
    /// other.skip_to(one.tried() - 1);
    /// other.advance(1);
    /// assert!(other.progress().breaks, "the same run is drawn, whoever draws it");
    /// ```
    pub fn skip_to(&mut self, run: u64) {
        (self.tried, self.shrinking, self.found) = (run, None, None);
    }
}

//! Programs as trees of their own, made by lot, and what they say and decide: nothing here is the language's code.

pub(crate) mod run;
pub(crate) mod tree;

/// Numbers drawn one after another.
pub(crate) struct Lots(u64);

impl Lots {
    pub(crate) const fn of(lot: u64) -> Self {
        Self(lot << 32)
    }

    pub(crate) fn below(&mut self, count: usize) -> usize {
        self.0 += 1;
        usize::try_from(crate::written::mix(self.0) % count as u64).unwrap()
    }
}

//! The coins of Ben-Or's generals. Links hold seeds, so how they fall is pinned for ever by a golden test.

use crate::{
    scenario::PathHash,
    word::{General, Order},
};

/// Which coins generals toss.
///
/// ```
/// use generals::benor::coin::Coins;
///
/// assert_ne!(Coins::Own, Coins::Common);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Coins {
    /// Each his own, as published.
    #[default]
    Own,
    /// One for all: whoever tosses in a phase sees the same (Rabin 1983).
    Common,
}

/// No label of a message begins with it, so coins and the words of random traitors have nothing to do with each other.
const MARK: u64 = 0x636F_696E;

/// In place of a general, where the coin is everybody's.
const NOBODY: u64 = 0;

impl Coins {
    /// How the coin of a general falls in a phase, which counts from 1: a pure function of these and the seed.
    ///
    /// ```
    /// use generals::{General, benor::coin::Coins};
    ///
    /// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
    /// let fallen = |coins: Coins, general| (1..=20).map(move |phase| coins.toss(7, general, phase));
    /// assert!(fallen(Coins::Common, two).eq(fallen(Coins::Common, three)));
    /// assert!(!fallen(Coins::Own, two).eq(fallen(Coins::Own, three)));
    /// ```
    #[must_use]
    pub fn toss(self, seed: u64, general: General, phase: usize) -> Order {
        let whose = match self {
            Self::Own => u64::from(general.number()),
            Self::Common => NOBODY,
        };
        let hash = PathHash::new(seed)
            .with(MARK)
            .with(phase as u64)
            .with(whose);
        Order::from_bit(hash.word() >> 63 == 1)
    }
}

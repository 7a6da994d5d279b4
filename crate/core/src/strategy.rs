//! How traitors act in every slot that no single lie names.

use crate::{
    general::General,
    order::{Order, Word},
    path::Path,
    slot::Slot,
};

/// What a traitor puts in each message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strategy {
    /// What a loyal general would say.
    Honest,
    /// The opposite of that.
    #[default]
    Flip,
    /// Attack to odd-numbered recipients, retreat to even-numbered ones: the two-faced commander.
    Split,
    /// Nothing.
    Silent,
    /// Attack or retreat as [`PathHash`] says.
    Random,
}

impl Strategy {
    /// All strategies, by the names links give them.
    pub const NAMES: [(&'static str, Self); 5] = [
        ("honest", Self::Honest),
        ("flip", Self::Flip),
        ("split", Self::Split),
        ("silent", Self::Silent),
        ("random", Self::Random),
    ];

    /// What a traitor with this strategy says in a slot where an honest general would say `honest`.
    #[must_use]
    pub fn word(self, seed: u64, slot: &Slot, honest: Order) -> Word {
        match self {
            Self::Honest => Some(honest),
            Self::Flip => Some(honest.opposite()),
            Self::Split => Some(Order::from_bit(ODD_GENERALS & slot.to.bit() != 0)),
            Self::Silent => None,
            Self::Random => Some(Order::from_bit(
                PathHash::of(seed, &slot.path).word() & slot.to.bit() != 0,
            )),
        }
    }
}

/// Generals 1, 3, 5, … as bits.
pub(crate) const ODD_GENERALS: u64 = 0x5555_5555_5555_5555;

/// The randomness of `random` traitors: a pure function of seed, path and recipient.
///
/// One word per path, whose bit i−1 says whether general i is told to attack. Links hold seeds, so these
/// words are pinned by a golden test for ever. The mixing is the finaliser of splitmix64 (Steele, Lea and
/// Flood 2014, variant 13 of Stafford).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PathHash(u64);

impl PathHash {
    /// Before anybody has spoken.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(mix(seed.wrapping_add(0x9E37_79B9_7F4A_7C15)))
    }

    /// After one more general has spoken.
    #[must_use]
    #[inline(always)]
    pub const fn then(self, speaker: General) -> Self {
        Self(mix(self.0 ^ speaker.number() as u64))
    }

    /// The word of a whole path.
    #[must_use]
    pub fn of(seed: u64, path: &Path) -> Self {
        path.generals()
            .iter()
            .fold(Self::new(seed), |hash, general| hash.then(*general))
    }

    /// Bit i−1: attack for recipient i.
    #[must_use]
    #[inline(always)]
    pub const fn word(self) -> u64 {
        self.0
    }
}

#[inline(always)]
pub(crate) const fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(path: &[u64], to: u64) -> Slot {
        Slot {
            path: Path::new(path.iter().filter_map(|n| General::new(*n)).collect()).unwrap(),
            to: General::new(to).unwrap(),
        }
    }

    #[test]
    fn what_each_strategy_says() {
        let (odd, even) = (slot(&[1], 3), slot(&[1], 2));
        let cases = [
            (Strategy::Honest, Some(Order::Attack), Some(Order::Attack)),
            (Strategy::Flip, Some(Order::Retreat), Some(Order::Retreat)),
            (Strategy::Split, Some(Order::Attack), Some(Order::Retreat)),
            (Strategy::Silent, None, None),
        ];
        for (strategy, to_odd, to_even) in cases {
            assert_eq!(
                strategy.word(1, &odd, Order::Attack),
                to_odd,
                "{strategy:?}"
            );
            assert_eq!(
                strategy.word(1, &even, Order::Attack),
                to_even,
                "{strategy:?}"
            );
        }
    }

    #[test]
    fn random_does_not_depend_on_the_honest_word() {
        for to in 2..=9 {
            let slot = slot(&[1], to);
            assert_eq!(
                Strategy::Random.word(7, &slot, Order::Attack),
                Strategy::Random.word(7, &slot, Order::Retreat),
            );
        }
    }
}

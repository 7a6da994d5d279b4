//! How traitors act in every slot that no single lie names.

use crate::word::{General, Label, Order, Slot, Word};

/// What a traitor puts in each message.
///
/// ```
/// use generals::{Order, Path, General, Strategy};
///
/// let slot = Path::commander().slot(General::new(2).unwrap());
/// let said = Strategy::Split.word(1, &slot, Order::Attack.into());
/// assert_eq!(said.order(), Some(Order::Retreat));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strategy {
    /// What a loyal general would say.
    Honest,
    /// The opposite of that; what is no order stays.
    #[default]
    Flip,
    /// Attack to odd-numbered recipients, retreat to even-numbered ones: the two-faced commander.
    Split,
    /// Nothing.
    Silent,
    /// Attack or retreat as [`PathHash`] says.
    Random,
    /// The opposite to even-numbered recipients, the honest word to odd-numbered ones.
    Half,
}

impl Strategy {
    /// All strategies, by the names links give them.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("honest", Self::Honest),
        ("flip", Self::Flip),
        ("split", Self::Split),
        ("silent", Self::Silent),
        ("random", Self::Random),
        ("half", Self::Half),
    ];

    /// What a traitor with this strategy says in a slot where an honest general would say `honest`, which is no silence.
    #[must_use]
    pub fn word(self, seed: u64, slot: &Slot, honest: Word) -> Word {
        let is_odd = ODD_GENERALS & slot.to.bit() != 0;
        let order = |attack| Word::Order(Order::from_bit(attack));
        match self {
            Self::Honest => honest,
            Self::Flip => honest.turned(),
            Self::Split => order(is_odd),
            Self::Silent => Word::Silence,
            Self::Random => order(PathHash::of(seed, &slot.label).word() & slot.to.bit() != 0),
            Self::Half if is_odd => honest,
            Self::Half => honest.turned(),
        }
    }
}

/// Generals 1, 3, 5, … as bits.
pub(crate) const ODD_GENERALS: u64 = 0x5555_5555_5555_5555;

/// The randomness of `random` traitors: a pure function of seed, label and recipient.
///
/// One word per label, a path for relayed orders, whose bit i−1 says whether general i is told to attack. Links hold seeds, so these
/// words are pinned by a golden test for ever. The mixing is the finaliser of splitmix64 (Steele, Lea and
/// Flood 2014, variant 13 of Stafford).
///
/// ```
/// use generals::{General, Order, Path, PathHash, Strategy};
///
/// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
/// let slot = Path::commander().then(three).slot(two);
/// let hash = PathHash::new(7).then(General::COMMANDER).then(three);
/// let attacks = hash.word() >> 1 & 1 == 1;
/// let said = Strategy::Random.word(7, &slot, Order::Attack.into());
/// assert_eq!(said.order() == Some(Order::Attack), attacks, "bit 1 is general 2's");
/// ```
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
        self.with(speaker.number() as u64)
    }

    #[inline(always)]
    pub(crate) const fn with(self, number: u64) -> Self {
        Self(mix(self.0 ^ number))
    }

    /// The word of a whole label.
    #[must_use]
    pub fn of(seed: u64, label: &Label) -> Self {
        let numbers = label.numbers().iter();
        numbers.fold(Self::new(seed), |hash, number| {
            hash.with(u64::from(*number))
        })
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
    use crate::word::Path;

    fn slot(to: u64) -> Slot {
        Path::commander().slot(General::new(to).unwrap())
    }

    #[test]
    fn what_each_strategy_says() {
        let attack = Word::Order(Order::Attack);
        let cases = [
            (Strategy::Honest, "AA"),
            (Strategy::Flip, "RR"),
            (Strategy::Split, "AR"),
            (Strategy::Silent, "SS"),
            (Strategy::Half, "AR"),
        ];
        for (strategy, said) in cases {
            let words: String = [3, 2]
                .map(|to| strategy.word(1, &slot(to), attack).letter())
                .iter()
                .collect();
            assert_eq!(words, said, "to 3 and 2: {strategy:?}");
        }
        let retreat = Word::Order(Order::Retreat);
        assert_eq!(Strategy::Half.word(1, &slot(2), retreat), attack);
        assert_eq!(Strategy::Split.word(1, &slot(2), retreat), retreat);
    }

    #[test]
    fn who_turns_words_keeps_the_third() {
        for strategy in [Strategy::Flip, Strategy::Half] {
            assert_eq!(strategy.word(1, &slot(2), Word::Neither), Word::Neither);
        }
    }

    #[test]
    fn random_does_not_depend_on_the_honest_word() {
        for to in 2..=9 {
            let said = [Order::Attack, Order::Retreat]
                .map(|honest| Strategy::Random.word(7, &slot(to), honest.into()));
            assert_eq!(said[0], said[1]);
        }
    }
}

//! What a messenger brings: an order, the word that is neither, or nothing at all; and sets of such words.

use crate::word::Order;

/// What stands in one message.
///
/// Words are ordered as steps and tables need them: silence is the smallest, attack the largest.
///
/// ```
/// use generals::{Order, Word};
///
/// let word = Word::of_letter('A').unwrap();
/// assert_eq!(word.order(), Some(Order::Attack));
/// assert_eq!(word.turned().letter(), 'R');
/// assert!(Word::Silence < word);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Word {
    /// Nothing is said: no messenger comes.
    #[default]
    Silence,
    /// A word for neither order: "no proposal" and its like, in the protocols that have one.
    Neither,
    /// An order.
    Order(Order),
}

impl Word {
    /// All words, by the letters links give them.
    pub const LETTERS: [(char, Self); 4] = [
        ('A', Self::Order(Order::Attack)),
        ('R', Self::Order(Order::Retreat)),
        ('N', Self::Neither),
        ('S', Self::Silence),
    ];

    /// The order, if it is one.
    #[must_use]
    pub const fn order(self) -> Option<Order> {
        match self {
            Self::Order(order) => Some(order),
            Self::Silence | Self::Neither => None,
        }
    }

    /// Whether nothing is said.
    #[must_use]
    pub const fn is_silence(self) -> bool {
        matches!(self, Self::Silence)
    }

    /// The word with attack and retreat exchanged; what is no order stays.
    #[must_use]
    pub const fn turned(self) -> Self {
        match self {
            Self::Order(order) => Self::Order(order.opposite()),
            other => other,
        }
    }

    /// The letter of a word in a link: `A`, `R`, `N`, or `S` for silence.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Order(order) => order.letter(),
            Self::Neither => 'N',
            Self::Silence => 'S',
        }
    }

    /// The word a letter of a link stands for.
    #[must_use]
    pub fn of_letter(letter: char) -> Option<Self> {
        let found = Self::LETTERS.into_iter().find(|(name, _)| *name == letter);
        found.map(|(_, word)| word)
    }
}

impl From<Order> for Word {
    fn from(order: Order) -> Self {
        Self::Order(order)
    }
}

/// What is said in one slot: nothing, a word, or, with signed messages, both orders.
///
/// ```
/// use generals::{Order, Word, Words};
///
/// let both = Words::one(Order::Attack.into()).with(Order::Retreat.into());
/// assert!(both.has(Order::Retreat.into()));
/// assert_eq!(both.iter().count(), 2);
/// assert_eq!(Words::SILENCE.iter().collect::<Vec<_>>(), [Word::Silence]);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words(u8);

impl Words {
    /// Nothing is said.
    pub const SILENCE: Self = Self(0);

    /// One word, which may be silence.
    #[must_use]
    pub const fn one(word: Word) -> Self {
        Self(bit(word))
    }

    /// These and one word more; silence adds nothing.
    #[must_use]
    pub const fn with(self, word: Word) -> Self {
        Self(self.0 | bit(word))
    }

    /// These without one.
    #[must_use]
    pub const fn without(self, word: Word) -> Self {
        Self(self.0 & !bit(word))
    }

    /// Whether this word is said; silence is where no other word is.
    #[must_use]
    pub const fn has(self, word: Word) -> bool {
        match word {
            Word::Silence => self.0 == 0,
            other => self.0 & bit(other) != 0,
        }
    }

    /// The words as a link names them, attack first; silence is one word.
    pub fn iter(self) -> impl Iterator<Item = Word> {
        let words = Word::LETTERS.into_iter().map(|(_, word)| word);
        words.filter(move |word| self.has(*word))
    }

    /// The words, silence left out: attack first.
    pub fn spoken(self) -> impl Iterator<Item = Word> {
        self.iter().filter(|word| !word.is_silence())
    }

    /// The one word of a slot that cannot hold two.
    #[must_use]
    pub fn only(self) -> Word {
        self.iter().next().unwrap_or_default()
    }
}

const fn bit(word: Word) -> u8 {
    match word {
        Word::Silence => 0,
        Word::Neither => 1,
        Word::Order(Order::Retreat) => 2,
        Word::Order(Order::Attack) => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_read_back() {
        for (letter, word) in Word::LETTERS {
            assert_eq!(Word::of_letter(letter), Some(word));
            assert_eq!(word.letter(), letter);
        }
        assert_eq!(Word::of_letter('a'), None);
    }

    #[test]
    fn attack_comes_before_retreat_before_silence_from_above() {
        let mut words = Word::LETTERS.map(|(_, word)| word);
        words.sort_by_key(|word| std::cmp::Reverse(*word));
        assert_eq!(words.map(Word::letter), ['A', 'R', 'N', 'S']);
    }

    #[test]
    fn turning_exchanges_the_orders_alone() {
        assert_eq!(Word::Neither.turned(), Word::Neither);
        assert_eq!(Word::Silence.turned(), Word::Silence);
        assert_eq!(Word::Order(Order::Attack).turned().letter(), 'R');
    }
}

//! What an expression is: its type, when it is known, and which words it can be.

use crate::{
    program::mistake::kind,
    word::{Order, Word},
};

/// A type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Word,
    Number,
    Truth,
}

impl Type {
    /// As mistakes name it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Word => kind::WORD,
            Self::Number => kind::NUMBER,
            Self::Truth => kind::TRUTH,
        }
    }
}

/// When a value is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Known {
    /// To everybody, before the run: it is the same for all.
    Before,
    /// Before the run too, but another for each general.
    ByPlace,
    /// As the run goes.
    Run,
}

/// A set of words, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct WordSet(u8);

impl WordSet {
    pub(super) const NONE: Self = Self(0);
    /// The two orders.
    pub(super) const ORDERS: Self =
        Self::one(Word::Order(Order::Attack)).with(Word::Order(Order::Retreat));

    pub(super) const fn one(word: Word) -> Self {
        Self(1 << of_word(word))
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn with(self, word: Word) -> Self {
        self.or(Self::one(word))
    }

    pub(super) const fn has(self, word: Word) -> bool {
        self.0 & Self::one(word).0 != 0
    }
}

/// What is known of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub(super) is: Type,
    pub(super) known: Known,
    /// Of a word, which ones it can be.
    pub(super) words: WordSet,
}

impl Typed {
    pub(super) const fn number(known: Known) -> Self {
        Self {
            is: Type::Number,
            known,
            words: WordSet::NONE,
        }
    }

    pub(super) const fn truth(known: Known) -> Self {
        Self {
            is: Type::Truth,
            known,
            words: WordSet::NONE,
        }
    }

    pub(super) const fn word(words: WordSet) -> Self {
        Self {
            is: Type::Word,
            known: Known::Run,
            words,
        }
    }
}

/// A word as a value.
pub(super) const fn of_word(word: Word) -> i64 {
    match word {
        Word::Silence => 0,
        Word::Neither => 1,
        Word::Order(Order::Retreat) => 2,
        Word::Order(Order::Attack) => 3,
    }
}

/// A value as a word.
pub(super) const fn word_of(value: i64) -> Word {
    match value {
        1 => Word::Neither,
        2 => Word::Order(Order::Retreat),
        3 => Word::Order(Order::Attack),
        _ => Word::Silence,
    }
}

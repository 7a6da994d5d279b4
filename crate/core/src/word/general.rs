//! Generals by number, and sets of them in one machine word.

use std::fmt;

use crate::word::limits::GENERALS_MAX;

/// A general's number, 1 to 64. Where somebody commands, general 1 does.
///
/// ```
/// use generals::General;
///
/// assert!(General::new(1).unwrap().is_commander());
/// assert_eq!(General::new(65), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct General(u8);

impl General {
    /// The general who gives the order.
    pub const COMMANDER: Self = Self(1);

    /// The general with this number, if there can be one.
    #[must_use]
    pub const fn new(number: u64) -> Option<Self> {
        if number >= 1 && number <= GENERALS_MAX {
            Some(Self(number as u8))
        } else {
            None
        }
    }

    /// His number, from 1.
    #[must_use]
    pub const fn number(self) -> u8 {
        self.0
    }

    /// Whether he commands.
    #[must_use]
    pub const fn is_commander(self) -> bool {
        self.0 == Self::COMMANDER.0
    }

    pub(crate) const fn bit(self) -> u64 {
        1 << (self.0 - 1)
    }

    pub(crate) const fn index(self) -> usize {
        self.0 as usize - 1
    }

    pub(crate) const fn from_index(index: u32) -> Self {
        Self(index as u8 + 1)
    }
}

impl fmt::Display for General {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A set of generals: bit i−1 stands for general i.
///
/// ```
/// use generals::{General, Generals};
///
/// let army = Generals::all(4).without(General::COMMANDER);
/// assert_eq!((army.len(), army.to_string().as_str()), (3, "2.3.4"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Generals(u64);

impl Generals {
    /// Nobody.
    pub const NONE: Self = Self(0);

    /// Generals 1 to `n`; `n` is at most 64.
    #[must_use]
    pub const fn all(n: usize) -> Self {
        if n >= 64 {
            Self(u64::MAX)
        } else {
            Self((1 << n) - 1)
        }
    }

    /// Generals 2 to `n`; `n` is at most 64.
    #[must_use]
    pub const fn lieutenants(n: usize) -> Self {
        Self::all(n).without(General::COMMANDER)
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many generals are in it.
    #[must_use]
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether he is in it.
    #[must_use]
    pub const fn contains(self, general: General) -> bool {
        self.0 & general.bit() != 0
    }

    /// The set with him.
    #[must_use]
    pub const fn with(self, general: General) -> Self {
        Self(self.0 | general.bit())
    }

    /// The set without him.
    #[must_use]
    pub const fn without(self, general: General) -> Self {
        Self(self.0 & !general.bit())
    }

    /// Those in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those in this set and not in the other.
    #[must_use]
    pub const fn and_not(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Those in either set.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The set as a word: bit i−1 stands for general i.
    #[must_use]
    pub const fn bits(self) -> u64 {
        self.0
    }

    pub(crate) const fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The generals of the set by rising number.
    pub const fn iter(self) -> impl ExactSizeIterator<Item = General> {
        Iter(self.0)
    }

    /// The `rank`-th general of the set by rising number, from 0.
    pub(crate) fn nth(self, rank: usize) -> Option<General> {
        self.iter().nth(rank)
    }

    /// How many of the set have a smaller number than he.
    pub(crate) const fn rank(self, general: General) -> usize {
        (self.0 & (general.bit() - 1)).count_ones() as usize
    }
}

/// Those of a set who have not come yet.
struct Iter(u64);

impl Iterator for Iter {
    type Item = General;

    #[inline]
    fn next(&mut self) -> Option<General> {
        (self.0 != 0).then(|| {
            let index = self.0.trailing_zeros();
            self.0 &= self.0 - 1;
            General::from_index(index)
        })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.0.count_ones() as usize;
        (left, Some(left))
    }
}

impl ExactSizeIterator for Iter {}

impl FromIterator<General> for Generals {
    fn from_iter<I: IntoIterator<Item = General>>(generals: I) -> Self {
        generals.into_iter().fold(Self::NONE, Self::with)
    }
}

impl fmt::Display for Generals {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, general) in self.iter().enumerate() {
            if i > 0 {
                f.write_str(".")?;
            }
            general.fmt(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_run_from_one_to_sixty_four() {
        assert_eq!(General::new(0), None);
        assert_eq!(General::new(1), Some(General::COMMANDER));
        assert!(General::new(64).is_some());
        assert_eq!(General::new(65), None);
    }

    #[test]
    fn a_full_army_has_sixty_four_generals_and_one_commander() {
        assert_eq!(Generals::all(64).len(), 64);
        assert_eq!(Generals::lieutenants(64).len(), 63);
        assert_eq!(Generals::lieutenants(4).to_string(), "2.3.4");
    }

    #[test]
    fn rank_and_nth_are_inverse() {
        let set: Generals = [2, 5, 64].into_iter().filter_map(General::new).collect();
        for (rank, general) in set.iter().enumerate() {
            assert_eq!(set.rank(general), rank);
            assert_eq!(set.nth(rank), Some(general));
        }
        assert_eq!(set.nth(3), None);
    }
}

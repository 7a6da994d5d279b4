//! Who spoke, in order: the label that keeps relayed orders apart.
//!
//! A message that is passed on once a round has been spoken by as many generals as there have been rounds: only here a
//! path becomes a slot, and a slot's label a path.

use std::{cmp::Ordering, fmt};

use crate::word::{General, Generals, Label, Slot};

/// A path: the general whose order it is first, then each who passed it on, the speaker last.
///
/// All are different (LSP82 §3 prefixes messages with such lists). Paths are ordered by length, then by
/// their generals' numbers, which is also the order of steps.
///
/// ```
/// use generals::{General, Path};
///
/// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
/// let path = Path::commander().then(three);
/// assert_eq!((path.to_string().as_str(), path.speaker()), ("1.3", three));
/// let slot = path.slot(two);
/// assert_eq!((slot.round, slot.from), (2, three));
/// assert_eq!(Path::of(&slot.label), Some(path));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Path(Vec<General>);

impl Path {
    /// The path of the commander's own order.
    #[must_use]
    pub fn commander() -> Self {
        Self(vec![General::COMMANDER])
    }

    /// The path of a general's own word.
    #[must_use]
    pub fn from_source(source: General) -> Self {
        Self(vec![source])
    }

    /// The path through these generals, if they are different and the commander comes first.
    #[must_use]
    pub fn new(generals: Vec<General>) -> Option<Self> {
        Self::from_any(generals).filter(|path| path.source().is_commander())
    }

    /// The path through these generals, whoever comes first, if there are any and they are different.
    #[must_use]
    pub fn from_any(generals: Vec<General>) -> Option<Self> {
        let distinct = generals.iter().copied().collect::<Generals>().len() == generals.len();
        (distinct && !generals.is_empty()).then_some(Self(generals))
    }

    /// The path that a label names, if it names one.
    #[must_use]
    pub fn of(label: &Label) -> Option<Self> {
        let numbers = label.numbers().iter();
        let generals = numbers.map(|number| General::new(u64::from(*number)));
        Self::from_any(generals.collect::<Option<_>>()?)
    }

    /// The path as a label.
    #[must_use]
    pub fn label(&self) -> Label {
        let numbers = self.0.iter().map(|general| u16::from(general.number()));
        Label::new(numbers.collect())
    }

    /// The slot in which its speaker tells somebody.
    #[must_use]
    pub fn slot(&self, to: General) -> Slot {
        Slot {
            round: self.len(),
            label: self.label(),
            to,
            from: self.speaker(),
        }
    }

    /// The general whose order it is: the first on the path.
    #[must_use]
    pub fn source(&self) -> General {
        self.0.first().copied().unwrap_or(General::COMMANDER)
    }

    /// How many generals have spoken: the round in which an oral message with this path travels.
    #[must_use]
    #[allow(clippy::len_without_is_empty)] // a path always has somebody on it
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The general who speaks: the last on the path.
    #[must_use]
    pub fn speaker(&self) -> General {
        self.0.last().copied().unwrap_or(General::COMMANDER)
    }

    /// The generals on it, first to last.
    #[must_use]
    pub fn generals(&self) -> &[General] {
        &self.0
    }

    /// The generals on it as a set.
    #[must_use]
    pub fn set(&self) -> Generals {
        self.0.iter().copied().collect()
    }

    /// Whether he is on it.
    #[must_use]
    pub fn contains(&self, general: General) -> bool {
        self.0.contains(&general)
    }

    /// This path with one more speaker, who must not be on it.
    #[must_use]
    pub fn then(&self, speaker: General) -> Self {
        debug_assert!(!self.contains(speaker));
        let mut generals = Vec::with_capacity(self.0.len() + 1);
        generals.extend_from_slice(&self.0);
        generals.push(speaker);
        Self(generals)
    }

    /// The path without its speaker; `None` for one's own order.
    #[must_use]
    pub fn before(&self) -> Option<Self> {
        (self.0.len() > 1).then(|| Self(self.0[..self.0.len() - 1].to_vec()))
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.0.len(), &self.0).cmp(&(other.0.len(), &other.0))
    }
}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, general) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(".")?;
            }
            general.fmt(f)?;
        }
        Ok(())
    }
}

/// All paths of one length and source among generals 1 to n, in order.
///
/// ```
/// use generals::Paths;
///
/// let paths: Vec<String> = Paths::new(4, 2).map(|path| path.to_string()).collect();
/// assert_eq!(paths, ["1.2", "1.3", "1.4"]);
/// ```
#[derive(Clone, Debug)]
pub struct Paths {
    n: usize,
    next: Option<Path>,
}

impl Paths {
    /// The paths of `length` generals among `n` that begin with the commander.
    #[must_use]
    pub fn new(n: usize, length: usize) -> Self {
        Self::from_source(General::COMMANDER, n, length)
    }

    /// The paths of `length` generals among `n` that begin with this one.
    #[must_use]
    pub fn from_source(source: General, n: usize, length: usize) -> Self {
        let others = Generals::all(n).without(source).iter();
        let first = [source].into_iter().chain(others).take(length).collect();
        Self {
            n,
            next: (1..=n).contains(&length).then_some(Path(first)),
        }
    }

    fn after(&self, path: &Path) -> Option<Path> {
        let mut stem = path.0.clone();
        while stem.len() > 1 {
            let last = stem.pop()?;
            let free = Generals::all(self.n).and_not(stem.iter().copied().collect());
            if let Some(higher) = free.iter().find(|general| *general > last) {
                stem.push(higher);
                let free = free.without(higher);
                stem.extend(free.iter().take(path.0.len() - stem.len()));
                return Some(Path(stem));
            }
        }
        None
    }
}

impl Iterator for Paths {
    type Item = Path;

    fn next(&mut self) -> Option<Path> {
        let path = self.next.take()?;
        self.next = self.after(&path);
        Some(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(numbers: &[u64]) -> Option<Path> {
        Path::new(numbers.iter().filter_map(|n| General::new(*n)).collect())
    }

    #[test]
    fn a_path_starts_at_the_commander_and_repeats_nobody() {
        assert!(path(&[1, 3, 2]).is_some());
        assert!(path(&[2, 3]).is_none(), "does not start at the commander");
        assert!(path(&[1, 3, 3]).is_none(), "repeats 3");
        assert!(path(&[]).is_none());
    }

    #[test]
    fn a_path_may_begin_with_anybody_where_everybody_has_an_opinion() {
        let all: Vec<String> = Paths::from_source(General::from_index(2), 4, 2)
            .map(|path| path.to_string())
            .collect();
        assert_eq!(all, ["3.1", "3.2", "3.4"]);
        let path = Path::of(&Label::new(vec![3, 1]));
        assert_eq!(path.map(|path| path.source().number()), Some(3));
        assert_eq!(Path::of(&Label::new(vec![3, 3])), None);
        assert_eq!(Path::of(&Label::new(vec![])), None);
        assert_eq!(Path::of(&Label::new(vec![1, 65])), None);
    }

    #[test]
    fn paths_come_by_length_then_number() {
        let all: Vec<String> = Paths::new(4, 3).map(|p| p.to_string()).collect();
        assert_eq!(all, ["1.2.3", "1.2.4", "1.3.2", "1.3.4", "1.4.2", "1.4.3"]);
        assert!(path(&[1, 4]) < path(&[1, 2, 3]), "shorter first");
        assert!(path(&[1, 2]) < path(&[1, 10]), "by number, not by text");
    }

    #[test]
    fn there_are_as_many_paths_as_the_count_says() {
        for n in 2..=7 {
            for length in 1..=n {
                let expected: usize = (n - length + 1..n).product();
                let mut all: Vec<Path> = Paths::new(n, length).collect();
                assert_eq!(all.len(), expected, "n={n} length={length}");
                assert!(all.is_sorted());
                all.dedup();
                assert_eq!(all.len(), expected);
            }
        }
        assert_eq!(Paths::new(3, 4).count(), 0);
    }
}

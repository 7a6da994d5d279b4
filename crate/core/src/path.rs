//! Who spoke, in order: the label that keeps relayed orders apart.

use std::{cmp::Ordering, fmt};

use crate::general::{General, Generals};

/// A path: the commander first, then each general who passed the order on, the speaker last.
///
/// All are different (LSP82 §3 prefixes messages with such lists). Paths are ordered by length, then by
/// their generals' numbers, which is also the order of steps.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Path(Vec<General>);

impl Path {
    /// The path of the commander's own order.
    #[must_use]
    pub fn commander() -> Self {
        Self(vec![General::COMMANDER])
    }

    /// The path through these generals, if they are different and the commander comes first.
    #[must_use]
    pub fn new(generals: Vec<General>) -> Option<Self> {
        let distinct = generals.iter().copied().collect::<Generals>().len() == generals.len();
        (distinct && generals.first() == Some(&General::COMMANDER)).then_some(Self(generals))
    }

    /// How many generals have spoken: the round in which an oral message with this path travels.
    #[must_use]
    #[allow(clippy::len_without_is_empty)] // a path always has the commander on it
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The general who speaks: the last on the path.
    #[must_use]
    pub fn speaker(&self) -> General {
        self.0.last().copied().unwrap_or(General::COMMANDER)
    }

    /// The generals on it, the commander first.
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

    /// The path without its speaker; `None` for the commander's own order.
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

/// All paths of one length among generals 1 to n, in order.
#[derive(Clone, Debug)]
pub struct Paths {
    n: usize,
    next: Option<Path>,
}

impl Paths {
    /// The paths of `length` generals, the commander included, among `n`.
    #[must_use]
    pub fn new(n: usize, length: usize) -> Self {
        let first = (1..=length as u64).map_while(General::new).collect();
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

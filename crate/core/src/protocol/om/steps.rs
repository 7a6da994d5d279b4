//! The order of OM(m)'s steps as arithmetic: the slot of a step, and the step of a slot.
//!
//! The source is who commands; paths begin with him.

use crate::word::{General, Generals, MessageCounts, Path};

/// Steps 1 to M deliver the messages by round, then path, then recipient; step M+1 is the decision.
#[derive(Clone, Debug)]
pub(crate) struct Steps {
    n: usize,
    source: General,
    /// The last step of each round; entry 0 is 0.
    ends: Vec<usize>,
}

impl Steps {
    /// The steps of OM(m) among n generals; the messages must fit into a `usize`.
    pub(crate) fn new(source: General, n: usize, counts: &MessageCounts) -> Self {
        let mut ends = vec![0];
        for in_round in &counts.per_round {
            let end = ends.last().copied().unwrap_or(0) + *in_round as usize;
            ends.push(end);
        }
        Self { n, source, ends }
    }

    /// The number of messages.
    pub(crate) fn messages(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    /// The number of rounds.
    pub(crate) fn rounds(&self) -> usize {
        self.ends.len() - 1
    }

    /// The round that a step belongs to: 0 before the first, the last one for the decision.
    pub(crate) fn round(&self, step: usize) -> usize {
        self.ends
            .partition_point(|end| *end < step)
            .min(self.rounds())
    }

    /// The last step of a round; 0 for round 0.
    pub(crate) fn end(&self, round: usize) -> usize {
        self.ends.get(round).copied().unwrap_or(self.messages())
    }

    /// How many recipients a path of this length has.
    pub(crate) fn recipients(&self, path_length: usize) -> usize {
        self.n - path_length
    }

    /// The path and the recipient of a step from 1 to M.
    pub(crate) fn at(&self, step: usize) -> (Path, General) {
        let round = self.round(step);
        let within = step - 1 - self.end(round - 1);
        let path = self.path(round, within / self.recipients(round));
        let others = Generals::all(self.n).and_not(path.set());
        let to = others
            .nth(within % self.recipients(round))
            .unwrap_or(self.source);
        (path, to)
    }

    /// The step of a path and a recipient that this run has.
    pub(crate) fn step(&self, path: &Path, to: General) -> usize {
        let round = path.len();
        let others = Generals::all(self.n).and_not(path.set());
        self.end(round - 1) + self.rank(path) * self.recipients(round) + others.rank(to) + 1
    }

    /// Whether a step's path without its speaker is another than that of the step before.
    pub(crate) fn opens_stem(&self, step: usize) -> bool {
        let round = self.round(step);
        let within = step - 1 - self.end(round - 1);
        // Any general who is not on the stem may be the next speaker; the source is the first.
        let speakers = if round == 1 {
            1
        } else {
            self.recipients(round - 1)
        };
        within.is_multiple_of(speakers * self.recipients(round))
    }

    /// The place of a path among those of its length, from 0.
    pub(crate) fn rank(&self, path: &Path) -> usize {
        let mut free = Generals::all(self.n).without(self.source);
        let mut rank = 0;
        for general in path.generals().iter().skip(1) {
            rank = rank * free.len() + free.rank(*general);
            free = free.without(*general);
        }
        rank
    }

    /// The path of this length at a place among those of its length.
    pub(crate) fn path(&self, length: usize, mut rank: usize) -> Path {
        let mut places = Vec::with_capacity(length);
        for free in self.n - length + 1..self.n {
            places.push(rank % free);
            rank /= free;
        }
        let mut free = Generals::all(self.n).without(self.source);
        let mut path = Path::from_source(self.source);
        for place in places.into_iter().rev() {
            if let Some(general) = free.nth(place) {
                free = free.without(general);
                path = path.then(general);
            }
        }
        path
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::{Paths, Slot};

    fn steps(source: u64, n: usize, m: usize) -> Steps {
        Steps::new(General::new(source).unwrap(), n, &MessageCounts::oral(n, m))
    }

    #[test]
    fn steps_and_slots_are_inverse_and_in_order() {
        for (source, n, m) in [
            (1, 2, 0),
            (1, 3, 1),
            (1, 4, 1),
            (4, 4, 2),
            (2, 5, 3),
            (1, 7, 2),
        ] {
            let steps = steps(source, n, m);
            let mut last: Option<Slot> = None;
            for step in 1..=steps.messages() {
                let (path, to) = steps.at(step);
                assert_eq!(steps.step(&path, to), step, "n={n} m={m} {path}-{to}");
                let slot = path.slot(to);
                assert_eq!(slot.round, steps.round(step));
                assert!(last.as_ref() < Some(&slot), "n={n} m={m} {step}");
                last = Some(slot);
            }
        }
    }

    #[test]
    fn ranks_follow_the_order_of_paths() {
        for (source, n, length) in [(1, 4, 1), (3, 4, 3), (1, 6, 4), (7, 7, 3)] {
            let steps = steps(source, n, n - 2);
            let paths = Paths::from_source(steps.source, n, length);
            for (rank, path) in paths.enumerate() {
                assert_eq!(steps.rank(&path), rank);
                assert_eq!(steps.path(length, rank), path);
            }
        }
    }

    #[test]
    fn rounds_at_their_borders() {
        let steps = steps(1, 4, 1);
        let rounds: Vec<usize> = (0..=10).map(|step| steps.round(step)).collect();
        assert_eq!(rounds, [0, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]);
    }
}

//! OM(m) as the program of one general: what he remembers, relays and concludes.

use std::collections::BTreeMap;

use crate::{
    general::{General, Generals},
    machine::{Choice, StepMachine},
    order::{Order, Word, majority},
    path::{Path, Paths},
    slot::Slot,
};

/// OM(m) among n generals.
#[derive(Clone, Copy, Debug)]
pub struct Oral {
    n: usize,
    m: usize,
}

/// What one general remembers: for every path, what its speaker told him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OralState {
    general: General,
    order: Option<Order>,
    told: BTreeMap<Path, Word>,
}

impl Oral {
    /// OM(m) among n generals, m ≤ n−2: a deeper relay would have nobody left to tell.
    #[must_use]
    pub const fn new(n: usize, m: usize) -> Option<Self> {
        if n >= 2 && n <= 64 && m <= n - 2 {
            Some(Self { n, m })
        } else {
            None
        }
    }

    /// What a general obtains at a path (LSP82 OM(m) step 3): the majority of what its speaker told him and
    /// what he obtains from each other general not on it. Silence counts as retreat.
    fn obtain(&self, state: &OralState, path: &Path) -> Order {
        let own = state.heard(path);
        if path.len() > self.m {
            return own;
        }
        let others = Generals::all(self.n)
            .and_not(path.set())
            .without(state.general);
        let attacks = others
            .iter()
            .map(|speaker| self.obtain(state, &path.then(speaker)))
            .chain([own])
            .filter(|order| *order == Order::Attack)
            .count();
        majority(attacks, others.len() + 1).0
    }
}

impl OralState {
    /// What he takes a path's speaker to have said: retreat if he heard nothing (LSP82 §3, OM(0) step 2).
    fn heard(&self, path: &Path) -> Order {
        self.told.get(path).copied().flatten().unwrap_or_default()
    }
}

impl StepMachine for Oral {
    type State = OralState;

    fn rounds(&self) -> usize {
        self.m + 1
    }

    fn init(&self, general: General, order: Option<Order>) -> OralState {
        OralState {
            general,
            order,
            told: BTreeMap::new(),
        }
    }

    /// LSP82 OM(m) step 1 in round 1, step 2 afterwards: a lieutenant passes on what he heard by every path
    /// that he is not on. A general who heard nothing passes on retreat.
    fn menu(&self, state: &OralState, round: usize, to: General) -> Vec<Choice> {
        let honest: Vec<(Path, Order)> = match (state.order, round) {
            (Some(order), 1) => vec![(Path::commander(), order)],
            (Some(_), _) | (None, 1) => Vec::new(),
            (None, _) => Paths::new(self.n, round - 1)
                .filter(|path| !path.contains(state.general) && !path.contains(to))
                .map(|path| (path.then(state.general), state.heard(&path)))
                .collect(),
        };
        honest
            .into_iter()
            .map(|(path, order)| Choice {
                slot: Slot { path, to },
                menu: vec![Some(order), Some(order.opposite()), None],
            })
            .collect()
    }

    fn receive(
        &self,
        state: &mut OralState,
        round: usize,
        from: General,
        messages: &[(Slot, Word)],
    ) {
        for (slot, word) in messages {
            let belongs = slot.path.speaker() == from
                && slot.path.len() == round
                && round <= self.rounds()
                && slot.to == state.general
                && !slot.path.contains(state.general)
                && slot.path.set().and_not(Generals::all(self.n)).is_empty();
            if belongs {
                // A second word on one path is not heard: the first one stands.
                state.told.entry(slot.path.clone()).or_insert(*word);
            }
        }
    }

    fn decide(&self, state: &OralState) -> Option<Order> {
        state
            .order
            .is_none()
            .then(|| self.obtain(state, &Path::commander()))
    }
}

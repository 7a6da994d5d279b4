//! OM(m) as the program of one general: what he remembers, relays and concludes.

use std::collections::BTreeMap;

use crate::{
    general::{General, Generals},
    machine::{Choice, Refusal, Spoken, StepMachine},
    order::{Order, majority},
    path::{Path, Paths},
    scenario::Scenario,
    slot::Slot,
};

/// OM(m) among n generals.
#[derive(Clone, Copy, Debug)]
pub struct Oral {
    n: usize,
    m: usize,
    conclude: Conclude,
}

/// How a lieutenant concludes from what he was told.
#[derive(Clone, Copy, Debug)]
enum Conclude {
    /// As OM(m) does: a majority of majorities.
    Tree,
    /// Wrongly: one majority over all words, whatever their path.
    Flat,
}

/// An oral message: an order, and by whom it is said to have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OralMessage {
    /// Its path and recipient.
    pub slot: Slot,
    /// What is said.
    pub order: Order,
}

/// What one general remembers: for every path, what its speaker told him.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OralState {
    general: General,
    order: Option<Order>,
    told: BTreeMap<Path, Order>,
}

impl Oral {
    /// OM(m) among n generals, 2 ≤ n ≤ 64, m ≤ n−2: a deeper relay would have nobody left to tell.
    #[must_use]
    pub const fn new(n: usize, m: usize) -> Option<Self> {
        Self::concluding(n, m, Conclude::Tree)
    }

    /// The same messages, but one vote over all of them: an exhibit of what goes wrong.
    #[must_use]
    pub const fn flat(n: usize, m: usize) -> Option<Self> {
        Self::concluding(n, m, Conclude::Flat)
    }

    const fn concluding(n: usize, m: usize, conclude: Conclude) -> Option<Self> {
        if n >= 2 && n <= 64 && m <= n - 2 {
            Some(Self { n, m, conclude })
        } else {
            None
        }
    }

    /// What a traitor of a scenario tells a neighbour.
    #[must_use]
    pub fn speak(
        &self,
        scenario: &Scenario,
        state: &OralState,
        round: usize,
        to: General,
    ) -> Vec<Spoken<OralMessage>> {
        let choices = self.menu(state, round, to).into_iter();
        choices
            .map(|choice| {
                let mut spoken = Spoken::honestly(choice);
                if let Some(honest) = &spoken.honest {
                    let word = scenario.word(&spoken.slot, honest.order);
                    spoken.said = word.map(|order| OralMessage {
                        slot: spoken.slot.clone(),
                        order,
                    });
                }
                spoken
            })
            .collect()
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

    /// One majority over all words, whatever their path; silence counts as retreat.
    fn count_all(&self, state: &OralState) -> Order {
        let paths = (1..=self.rounds()).flat_map(|length| Paths::new(self.n, length));
        let heard: Vec<Order> = paths
            .filter(|path| !path.contains(state.general))
            .map(|path| state.heard(&path))
            .collect();
        let attacks = heard.iter().filter(|order| **order == Order::Attack);
        majority(attacks.count(), heard.len()).0
    }
}

impl OralState {
    /// What he takes a path's speaker to have said: retreat if he heard nothing (LSP82 §3, OM(0) step 2).
    fn heard(&self, path: &Path) -> Order {
        self.told.get(path).copied().unwrap_or_default()
    }
}

impl StepMachine for Oral {
    type State = OralState;
    type Message = OralMessage;

    const HEEDS_PATHS: bool = true;

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
    fn menu(&self, state: &OralState, round: usize, to: General) -> Vec<Choice<OralMessage>> {
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
            .map(|(path, order)| {
                let slot = Slot { path, to };
                let word = |order| {
                    Some(OralMessage {
                        slot: slot.clone(),
                        order,
                    })
                };
                Choice {
                    menu: vec![word(order), word(order.opposite()), None],
                    slot: slot.clone(),
                }
            })
            .collect()
    }

    fn receive(
        &self,
        state: &mut OralState,
        round: usize,
        from: General,
        message: &OralMessage,
    ) -> Result<(), Refusal> {
        let path = &message.slot.path;
        if message.slot.to != state.general || !path.set().and_not(Generals::all(self.n)).is_empty()
        {
            return Err(Refusal::NoSuchPath);
        }
        if path.speaker() != from {
            return Err(Refusal::NotHisOwn);
        }
        if path.len() != round || round > self.rounds() {
            return Err(Refusal::WrongRound);
        }
        if path.contains(state.general) {
            return Err(Refusal::OwnPath);
        }
        if state.told.contains_key(path) {
            return Err(Refusal::Repeated);
        }
        state.told.insert(path.clone(), message.order);
        Ok(())
    }

    fn decide(&self, state: &OralState) -> Option<Order> {
        if state.order.is_some() {
            return None;
        }
        Some(match self.conclude {
            Conclude::Tree => self.obtain(state, &Path::commander()),
            Conclude::Flat => self.count_all(state),
        })
    }

    fn order(message: &OralMessage) -> Order {
        message.order
    }
}

//! OM(m) as the program of one general: what he remembers, relays and concludes.

use std::collections::BTreeMap;

use crate::{
    protocol::machine::{Decision, Offer, Refusal, StepMachine},
    scenario::Scenario,
    word::{General, Generals, Order, Path, Paths, Slot, Word, majority},
};

/// OM(m) among n generals.
///
/// ```
/// use generals::{General, Order, machine::StepMachine, om::machine::Oral};
///
/// let machine = Oral::new(4, 1).unwrap();
/// let commander = machine.init(General::COMMANDER, Some(Order::Attack));
/// let sent = machine.send(&commander, 1, General::new(2).unwrap());
/// assert_eq!(sent[0].0.to_string(), "1-2");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Oral {
    n: usize,
    m: usize,
    conclude: Conclude,
}

/// How a lieutenant concludes from what he was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Conclude {
    /// As OM(m) does: a majority of majorities.
    Tree,
    /// Wrongly: one majority over all words, whatever their path.
    Flat,
}

/// An oral message: an order, and by whom it is said to have come.
///
/// ```
/// use generals::{General, Order, Path, machine::StepMachine, om::machine::{Oral, OralMessage}};
///
/// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
/// let machine = Oral::new(4, 1).unwrap();
/// let mut state = machine.init(two, None);
/// // Nothing shows that general 3 was told something else.
/// let message = OralMessage { path: Path::commander().then(three), to: two, order: Order::Retreat };
/// assert_eq!(machine.receive(&mut state, 2, three, &message), Ok(()));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OralMessage {
    /// Who is said to have said it, first to last.
    pub path: Path,
    /// For whom it is.
    pub to: General,
    /// What is said.
    pub order: Order,
}

/// What one general remembers: for every path, what its speaker told him.
///
/// ```
/// use generals::{General, Order, machine::StepMachine, om::machine::Oral};
///
/// let machine = Oral::new(4, 1).unwrap();
/// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
/// let state = machine.init(three, None);
/// let (_, relayed) = machine.send(&state, 2, two).remove(0);
/// assert_eq!(relayed.order, Order::Retreat, "who was told nothing passes on retreat");
/// ```
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

    /// The machine for a legal scenario's army.
    pub(crate) const fn of(scenario: &Scenario, conclude: Conclude) -> Self {
        Self {
            n: scenario.n(),
            m: scenario.m(),
            conclude,
        }
    }

    const fn concluding(n: usize, m: usize, conclude: Conclude) -> Option<Self> {
        if n >= 2 && n <= 64 && m <= n - 2 {
            Some(Self { n, m, conclude })
        } else {
            None
        }
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

/// What a general obtains at a path of an OM(m) among n (LSP82 OM(m) step 3): the majority of what its speaker told him and
/// what he obtains from each other general not on it. Silence counts as retreat.
pub(crate) fn obtain(
    told: &BTreeMap<Path, Order>,
    general: General,
    (n, m): (usize, usize),
    path: &Path,
) -> Order {
    // Retreat if he heard nothing (LSP82 §3, OM(0) step 2).
    let own = told.get(path).copied().unwrap_or_default();
    if path.len() > m {
        return own;
    }
    let others = Generals::all(n).and_not(path.set()).without(general);
    let attacks = others
        .iter()
        .map(|speaker| obtain(told, general, (n, m), &path.then(speaker)))
        .chain([own])
        .filter(|order| *order == Order::Attack)
        .count();
    majority(attacks, others.len() + 1).0
}

/// Takes in a relayed word, whoever's it is, among n generals who relay m times.
pub(crate) fn take_in(
    told: &mut BTreeMap<Path, Order>,
    general: General,
    (n, m): (usize, usize),
    (round, from): (usize, General),
    message: &OralMessage,
) -> Result<(), Refusal> {
    let path = &message.path;
    if message.to != general || !path.set().and_not(Generals::all(n)).is_empty() {
        return Err(Refusal::NoSuchPath);
    }
    if path.speaker() != from {
        return Err(Refusal::NotHisOwn);
    }
    if path.len() != round || round > m + 1 {
        return Err(Refusal::WrongRound);
    }
    if path.contains(general) {
        return Err(Refusal::OwnPath);
    }
    if told.contains_key(path) {
        return Err(Refusal::Repeated);
    }
    told.insert(path.clone(), message.order);
    Ok(())
}

/// Everything that can be said without signatures: any order, by anybody, about anybody who spoke before him.
pub(crate) fn oral_offer(slot: &Slot, word: Word) -> Offer<OralMessage> {
    match (word.order(), Path::of(&slot.label)) {
        (Some(order), Some(path)) => Offer::Good(OralMessage {
            path,
            to: slot.to,
            order,
        }),
        _ => Offer::Silence,
    }
}

impl OralState {
    /// Who he is.
    pub(crate) const fn general(&self) -> General {
        self.general
    }

    /// What he takes a path's speaker to have said: retreat if he heard nothing (LSP82 §3, OM(0) step 2).
    pub(crate) fn heard(&self, path: &Path) -> Order {
        self.told.get(path).copied().unwrap_or_default()
    }
}

impl StepMachine for Oral {
    type State = OralState;
    type Message = OralMessage;

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
    fn send(&self, state: &OralState, round: usize, to: General) -> Vec<(Slot, OralMessage)> {
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
            .map(|(path, order)| (path.slot(to), OralMessage { path, to, order }))
            .collect()
    }

    fn offer(&self, _: &OralState, slot: &Slot, word: Word) -> Offer<OralMessage> {
        oral_offer(slot, word)
    }

    fn receive(
        &self,
        state: &mut OralState,
        round: usize,
        from: General,
        message: &OralMessage,
    ) -> Result<(), Refusal> {
        if !message.path.source().is_commander() {
            return Err(Refusal::NoSuchPath);
        }
        take_in(
            &mut state.told,
            state.general,
            (self.n, self.m),
            (round, from),
            message,
        )
    }

    fn decide(&self, state: &OralState) -> Option<Decision> {
        if state.order.is_some() {
            return None;
        }
        let order = match self.conclude {
            Conclude::Tree => obtain(
                &state.told,
                state.general,
                (self.n, self.m),
                &Path::commander(),
            ),
            Conclude::Flat => self.count_all(state),
        };
        Some(order.into())
    }

    fn word(message: &OralMessage) -> Word {
        message.order.into()
    }
}

//! Interactive consistency as the program of one general: he tells his opinion, passes on what he is told, and counts.

use std::collections::BTreeMap;

use crate::{
    protocol::{
        ic::vector::decision,
        machine::{Decision, Offer, Refusal, StepMachine},
        om::machine::{OralMessage, obtain, oral_offer, take_in},
    },
    scenario::Scenario,
    word::{General, Generals, Order, Path, Paths, Slot, Word},
};

/// Interactive consistency among n generals by OM(m).
///
/// ```
/// use generals::{General, Order, ic::machine::Interactive, machine::StepMachine};
///
/// let machine = Interactive::new(4, 1).unwrap();
/// let three = machine.init(General::new(3).unwrap(), Some(Order::Attack));
/// let sent = machine.send(&three, 1, General::COMMANDER);
/// assert_eq!(sent[0].0.to_string(), "3-1");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Interactive {
    n: usize,
    m: usize,
}

/// What one general remembers: his opinion, and for every path what its speaker told him.
///
/// ```
/// use generals::{General, Generals, Order, ic::machine::Interactive, machine::StepMachine};
///
/// let machine = Interactive::new(4, 1).unwrap();
/// let three = General::new(3).unwrap();
/// let state = machine.init(three, Some(Order::Attack));
/// let vector = machine.decide(&state).unwrap().vector;
/// assert_eq!(vector, Some(Generals::NONE.with(three)), "he knows his own opinion, and heard no other");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InteractiveState {
    general: General,
    opinion: Order,
    told: BTreeMap<Path, Order>,
}

impl Interactive {
    /// Among n generals, 2 ≤ n ≤ 64, with m ≤ n−2 relays.
    #[must_use]
    pub const fn new(n: usize, m: usize) -> Option<Self> {
        if n >= 2 && n <= 64 && m <= n - 2 {
            Some(Self { n, m })
        } else {
            None
        }
    }

    pub(super) const fn of(scenario: &Scenario) -> Self {
        Self {
            n: scenario.n(),
            m: scenario.m(),
        }
    }
}

impl StepMachine for Interactive {
    type State = InteractiveState;
    type Message = OralMessage;

    fn rounds(&self) -> usize {
        self.m + 1
    }

    fn init(&self, general: General, opinion: Option<Order>) -> InteractiveState {
        InteractiveState {
            general,
            opinion: opinion.unwrap_or_default(),
            told: BTreeMap::new(),
        }
    }

    /// In round 1 his opinion; afterwards, of every other's, what he heard by each path that he is not on (LSP82 OM(m)
    /// step 2). Who heard nothing passes on retreat.
    fn send(
        &self,
        state: &InteractiveState,
        round: usize,
        to: General,
    ) -> Vec<(Slot, OralMessage)> {
        let me = state.general;
        let message = |path: Path, order| (path.slot(to), OralMessage { path, to, order });
        if round == 1 {
            return vec![message(Path::from_source(me), state.opinion)];
        }
        let others = Generals::all(self.n).without(me).without(to).iter();
        let paths = others.flat_map(|source| Paths::from_source(source, self.n, round - 1));
        paths
            .filter(|path| !path.contains(me) && !path.contains(to))
            .map(|path| {
                let heard = state.told.get(&path).copied().unwrap_or_default();
                message(path.then(me), heard)
            })
            .collect()
    }

    fn offer(&self, _: &InteractiveState, slot: &Slot, word: Word) -> Offer<OralMessage> {
        oral_offer(slot, word)
    }

    fn receive(
        &self,
        state: &mut InteractiveState,
        round: usize,
        from: General,
        message: &OralMessage,
    ) -> Result<(), Refusal> {
        take_in(
            &mut state.told,
            state.general,
            (self.n, self.m),
            (round, from),
            message,
        )
    }

    fn decide(&self, state: &InteractiveState) -> Option<Decision> {
        let me = state.general;
        let attacks = Generals::all(self.n).iter().filter(|source| {
            let order = if *source == me {
                state.opinion
            } else {
                let path = Path::from_source(*source);
                obtain(&state.told, me, (self.n, self.m), &path)
            };
            order == Order::Attack
        });
        Some(decision(attacks.collect(), self.n))
    }

    fn word(message: &OralMessage) -> Word {
        message.order.into()
    }
}

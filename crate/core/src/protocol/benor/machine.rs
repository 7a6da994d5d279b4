//! Ben-Or's consensus as the program of one general: he waits for n−m letters of a round, and goes on by what they say.

use std::collections::BTreeMap;

use crate::{
    protocol::{
        benor::coin::Coins,
        machine::{Decision, Offer, Refusal},
        reactive::{Reaction, ReactiveMachine},
    },
    run::{Mark, MarkKind},
    scenario::{DEFAULT_SEED, Scenario, Variant},
    word::{General, Generals, Label, Order, Slot, Word, limits::PHASES_MAX},
};

/// A letter: what its sender says in a round. In odd rounds that is what he holds for right, in even ones his proposal.
///
/// ```
/// use generals::{General, Order, Word, benor::machine::{Tossing, TossingMessage}, machine::ReactiveMachine};
///
/// let machine = Tossing::new(6, 1).unwrap();
/// let two = General::new(2).unwrap();
/// let mut state = machine.init(General::COMMANDER, Some(Order::Attack));
/// machine.start(&mut state);
/// let nothing = TossingMessage { round: 1, word: Word::Neither };
/// assert!(machine.receive(&mut state, two, &nothing).is_err(), "everybody holds something for right");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TossingMessage {
    /// Of which round, from 1: two a phase.
    pub round: usize,
    /// What is said: an order, or in even rounds that nothing is proposed.
    pub word: Word,
}

/// Ben-Or's consensus among n generals of whom m may be traitors.
///
/// ```
/// use generals::benor::machine::Tossing;
///
/// assert!(Tossing::new(6, 1).is_some());
/// assert!(Tossing::new(6, 5).is_none());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Tossing {
    n: usize,
    m: usize,
    seed: u64,
    coins: Coins,
}

/// What has been said in a round that is not over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Heard {
    /// Those who count: the first that came.
    senders: Generals,
    /// Those of them who say retreat, and attack.
    say: [Generals; 2],
}

/// What one general remembers.
///
/// ```
/// use generals::{General, Order, benor::machine::Tossing, machine::ReactiveMachine};
///
/// let machine = Tossing::new(6, 1).unwrap();
/// let state = machine.init(General::COMMANDER, Some(Order::Attack));
/// assert_eq!(state.phase(), 1);
/// assert_eq!(machine.decide(&state), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TossingState {
    general: General,
    /// What he started with.
    opinion: Order,
    /// What he holds for right.
    estimate: Order,
    /// The round whose letters he waits for, from 1.
    round: usize,
    decided: Option<Order>,
    /// Whether he takes part no longer.
    is_over: bool,
    /// This round, and later ones of which letters came early.
    heard: BTreeMap<usize, Heard>,
}

impl TossingState {
    /// In which phase he is, from 1.
    #[must_use]
    pub const fn phase(&self) -> usize {
        phase_of(self.round)
    }
}

impl Heard {
    fn add(&mut self, from: General, word: Word) {
        self.senders = self.senders.with(from);
        if let Some(order) = word.order() {
            let say = &mut self.say[order as usize];
            *say = say.with(from);
        }
    }

    /// The order that more of them say, and how many do; of equally many retreat.
    const fn most(&self) -> (Order, usize) {
        let [retreat, attack] = [self.say[0].len(), self.say[1].len()];
        if attack > retreat {
            (Order::Attack, attack)
        } else {
            (Order::Retreat, retreat)
        }
    }
}

/// What a general does.
type Told = Reaction<TossingMessage>;

/// Whether letters of this round are proposals: it is the second of its phase.
pub(super) const fn is_proposing(round: usize) -> bool {
    round.is_multiple_of(2)
}

/// The phase of a round, from 1.
pub(super) const fn phase_of(round: usize) -> usize {
    round.div_ceil(2)
}

impl Tossing {
    /// Among n generals, 2 ≤ n ≤ 64, with m ≤ n−2; each tosses his own coin, by the seed that is the default of links.
    #[must_use]
    pub const fn new(n: usize, m: usize) -> Option<Self> {
        if n >= 2 && n <= 64 && m <= n - 2 {
            Some(Self {
                n,
                m,
                seed: DEFAULT_SEED,
                coins: Coins::Own,
            })
        } else {
            None
        }
    }

    pub(super) fn of(scenario: &Scenario) -> Self {
        Self {
            n: scenario.n(),
            m: scenario.m(),
            seed: scenario.seed(),
            coins: match scenario.variant() {
                Some(Variant::Common) => Coins::Common,
                _ => Coins::Own,
            },
        }
    }

    /// How many letters of a round he waits for, his own included: so many will come if m traitors are silent.
    const fn awaited(&self) -> usize {
        self.n - self.m
    }

    /// So many are more than (n+m)/2: any two such sets share a loyal general.
    const fn quorum(&self) -> usize {
        (self.n + self.m) / 2 + 1
    }

    /// Among so many there is a loyal one.
    const fn more_than_traitors(&self) -> usize {
        self.m + 1
    }

    pub(super) fn slot(round: usize, from: General, to: General) -> Slot {
        Slot {
            round,
            label: Label::new(vec![round as u16, u16::from(from.number())]),
            to,
            from,
        }
    }

    /// Goes into a round with what he says in it: to all, himself included.
    fn enter(&self, state: &mut TossingState, round: usize, word: Word, told: &mut Told) {
        state.round = round;
        state
            .heard
            .entry(round)
            .or_default()
            .add(state.general, word);
        let message = TossingMessage { round, word };
        let others = Generals::all(self.n).without(state.general).iter();
        let sends = others.map(|to| (Self::slot(round, state.general, to), message));
        told.sends.extend(sends);
    }

    /// Tells all what he holds for right (Ben-Or 83, protocol B, step 1).
    fn begin_phase(&self, state: &mut TossingState, round: usize, told: &mut Told) {
        let word = state.estimate.into();
        let mark = Mark::new(phase_of(round), MarkKind::Opinion, word);
        told.marks.push(mark);
        self.enter(state, round, word, told);
    }

    /// Goes on as long as n−m letters of his round have come (Ben-Or 83, protocol B, the waits of steps 2 and 3).
    fn go_on(&self, state: &mut TossingState, told: &mut Told) {
        while !state.is_over {
            let heard = state.heard.get(&state.round).copied().unwrap_or_default();
            if heard.senders.len() < self.awaited() {
                return;
            }
            state.heard.remove(&state.round);
            match is_proposing(state.round) {
                false => self.propose(state, &heard, told),
                true => self.end_phase(state, &heard, told),
            }
        }
    }

    /// Proposes what more than (n+m)/2 say (Ben-Or 83, protocol B, step 2).
    fn propose(&self, state: &mut TossingState, heard: &Heard, told: &mut Told) {
        let (order, votes) = heard.most();
        let word = match votes >= self.quorum() {
            true => order.into(),
            false => Word::Neither,
        };
        let mark = Mark::new(state.phase(), MarkKind::Proposal, word);
        told.marks.push(mark.by_votes(votes, self.quorum()));
        self.enter(state, state.round + 1, word, told);
    }

    /// Decides, takes over or tosses (Ben-Or 83, protocol B, step 3). Who had decided before has gone on for one phase, and stops.
    fn end_phase(&self, state: &mut TossingState, heard: &Heard, told: &mut Told) {
        let had_decided = state.decided.is_some();
        if !had_decided {
            self.judge(state, heard, told);
        }
        if had_decided || state.phase() == PHASES_MAX {
            state.is_over = true;
            state.heard.clear();
        } else {
            self.begin_phase(state, state.round + 1, told);
        }
    }

    fn judge(&self, state: &mut TossingState, heard: &Heard, told: &mut Told) {
        let phase = state.phase();
        let (order, votes) = heard.most();
        let (kind, order, needed) = if votes >= self.quorum() {
            // Step 3 (b), more than (n+m)/2 proposals: decide.
            state.decided = Some(order);
            (MarkKind::Decide, order, self.quorum())
        } else if votes >= self.more_than_traitors() {
            // Step 3 (a), m+1 proposals: take it over.
            (MarkKind::Adopt, order, self.more_than_traitors())
        } else {
            // Step 3 (c), else: toss.
            let fallen = self.coins.toss(self.seed, state.general, phase);
            (MarkKind::Coin, fallen, self.more_than_traitors())
        };
        state.estimate = order;
        let mark = Mark::new(phase, kind, order.into());
        told.marks.push(mark.by_votes(votes, needed));
    }
}

impl ReactiveMachine for Tossing {
    type State = TossingState;
    type Message = TossingMessage;

    fn init(&self, general: General, input: Option<Order>) -> TossingState {
        let opinion = input.unwrap_or_default();
        TossingState {
            general,
            opinion,
            estimate: opinion,
            round: 1,
            decided: None,
            is_over: false,
            heard: BTreeMap::new(),
        }
    }

    fn start(&self, state: &mut TossingState) -> Told {
        let mut told = Told::default();
        self.begin_phase(state, 1, &mut told);
        self.go_on(state, &mut told);
        told
    }

    fn receive(
        &self,
        state: &mut TossingState,
        from: General,
        message: &TossingMessage,
    ) -> Result<Told, Refusal> {
        let TossingMessage { round, word } = *message;
        if word.order().is_none() && !is_proposing(round) {
            return Err(Refusal::WrongRound);
        }
        if state.is_over {
            return Err(Refusal::Over);
        }
        if round < state.round {
            return Err(Refusal::Late);
        }
        let heard = state.heard.entry(round).or_default();
        if heard.senders.contains(from) {
            return Err(Refusal::Repeated);
        }
        // His own word counts too, also where he has not said it yet.
        let others = heard.senders.without(state.general);
        if others.len() + 1 == self.awaited() {
            return Err(Refusal::Enough);
        }
        heard.add(from, word);
        let mut told = Told::default();
        self.go_on(state, &mut told);
        Ok(told)
    }

    fn decide(&self, state: &TossingState) -> Option<Decision> {
        state.decided.map(Decision::from)
    }

    fn is_cut(&self, state: &TossingState) -> bool {
        // Who waits for fewer letters than it takes to decide never would have.
        state.is_over && state.decided.is_none() && self.quorum() <= self.awaited()
    }

    fn epoch(&self, states: &[TossingState], traitors: Generals) -> usize {
        let loyal = states.iter().filter(|one| !traitors.contains(one.general));
        loyal.map(TossingState::phase).max().unwrap_or(1)
    }

    fn open_slots(
        &self,
        states: &[TossingState],
        epoch: usize,
        traitor: General,
    ) -> Vec<(Slot, Word)> {
        let state = states.get(traitor.index());
        let due = state.map_or(Word::Silence, |state| state.opinion.into());
        let in_round = |round| {
            let others = Generals::all(self.n).without(traitor).iter();
            others.map(move |to| (Self::slot(round, traitor, to), due))
        };
        [2 * epoch - 1, 2 * epoch]
            .into_iter()
            .flat_map(in_round)
            .collect()
    }

    fn offer(
        &self,
        _: &[TossingState],
        _: Generals,
        slot: &Slot,
        word: Word,
    ) -> Offer<TossingMessage> {
        let round = slot.round;
        match word {
            Word::Order(_) => Offer::Good(TossingMessage { round, word }),
            Word::Neither if is_proposing(round) => Offer::Good(TossingMessage { round, word }),
            _ => Offer::Silence,
        }
    }

    fn word(message: &TossingMessage) -> Word {
        message.word
    }
}

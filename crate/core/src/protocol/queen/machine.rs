//! Phase queen as the program of one general: he tells his opinion, takes what most say, and obeys the queen unless enough
//! said it.

use crate::{
    protocol::{
        machine::{Decision, Offer, Refusal, StepMachine},
        phases::{Ballot, Heard, Place},
    },
    run::{Mark, MarkKind, Part, PartKind},
    scenario::Scenario,
    word::{General, Generals, Order, Slot, Word},
};

/// Rounds of a phase: opinions, the queen's word.
pub(super) const ROUNDS: usize = 2;

/// Phase queen among n generals that is asked to survive m traitors.
///
/// ```
/// use generals::{General, Order, machine::StepMachine, queen::machine::Queen};
///
/// let machine = Queen::new(5, 1).unwrap();
/// assert_eq!(machine.rounds(), 4, "two for each of two queens");
/// let two = machine.init(General::new(2).unwrap(), Some(Order::Attack));
/// assert!(machine.send(&two, 2, General::COMMANDER).is_empty(), "general 1 is queen of phase 1");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Queen {
    n: usize,
    m: usize,
}

/// What one general remembers: his opinion, whether enough have said it, and what he has heard in this round. Of rounds
/// that are over he keeps no more than the next ones need.
///
/// ```
/// use generals::{General, Order, machine::StepMachine, queen::machine::Queen};
///
/// let machine = Queen::new(5, 1).unwrap();
/// let two = machine.init(General::new(2).unwrap(), Some(Order::Attack));
/// assert_eq!(machine.decide(&two), Some(Order::Retreat.into()), "he is the only one who says attack");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct QueenState {
    general: General,
    /// The round of which `heard` is.
    round: usize,
    opinion: Order,
    /// In the second round of a phase: whether the queen's word can change nothing.
    is_sure: bool,
    heard: Heard,
}

impl Queen {
    /// Among n generals, 2 ≤ n ≤ 64, with m+1 phases, m ≤ n−2.
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

    /// The queen who speaks in this round; `None` where everybody does.
    pub(super) const fn queen(round: usize) -> Option<General> {
        match round % ROUNDS {
            0 => General::new(phase(round) as u64),
            _ => None,
        }
    }

    /// What is told in a round, and in whose phase.
    pub(super) const fn part(round: usize) -> Part {
        Part {
            kind: match Self::queen(round) {
                None => PartKind::Opinion,
                Some(_) => PartKind::Crown,
            },
            phase: phase(round),
            leader: General::new(phase(round) as u64),
        }
    }

    /// The general as he is in this round, before what he hears in it: what the rounds since have come to.
    fn at(&self, state: &QueenState, round: usize) -> QueenState {
        let mut now = *state;
        while now.round < round {
            self.end_round(&mut now);
        }
        now
    }

    fn end_round(&self, state: &mut QueenState) {
        match Self::queen(state.round) {
            // Berman–Garay 89, round 1: v = A if 2·c[A] > n, else R; mult is the votes for v.
            None => {
                let (most, votes) = self.majority(state);
                state.opinion = most;
                state.is_sure = votes >= self.n - self.m;
            }
            // Berman–Garay 89, round 2: v = the queen's word if mult < n−m.
            Some(queen) => {
                if !state.is_sure && queen != state.general {
                    // Her silence is retreat.
                    state.opinion = Order::from_bit(!state.heard.attack.is_empty());
                }
                state.is_sure = false;
            }
        }
        state.heard = Heard::default();
        state.round += 1;
    }

    /// What most say after the first round of a phase, and how many do. Silence counts as retreat, and so does a tie.
    fn majority(&self, state: &QueenState) -> (Order, usize) {
        let [attack, _] = state.heard.votes(state.opinion.into());
        match 2 * attack > self.n {
            true => (Order::Attack, attack),
            false => (Order::Retreat, self.n - attack),
        }
    }
}

/// In which phase a round is, from 1.
const fn phase(round: usize) -> usize {
    round.saturating_sub(1) / ROUNDS + 1
}

impl StepMachine for Queen {
    type State = QueenState;
    type Message = Ballot;

    const FORGETS: bool = true;

    fn rounds(&self) -> usize {
        ROUNDS * (self.m + 1)
    }

    fn init(&self, general: General, opinion: Option<Order>) -> QueenState {
        QueenState {
            general,
            round: 1,
            opinion: opinion.unwrap_or_default(),
            is_sure: false,
            heard: Heard::default(),
        }
    }

    fn send(&self, state: &QueenState, round: usize, to: General) -> Vec<(Slot, Ballot)> {
        let from = state.general;
        if Self::queen(round).is_some_and(|queen| queen != from) {
            return Vec::new();
        }
        // Berman–Garay 89, round 1: send v to all; round 2: the queen sends v.
        let word = self.at(state, round).opinion.into();
        vec![(Place { round, from }.slot(to), Ballot { round, from, word })]
    }

    fn offer(&self, _: &QueenState, slot: &Slot, word: Word) -> Offer<Ballot> {
        let (round, from) = (slot.round, slot.from);
        match word {
            Word::Order(_) => Offer::Good(Ballot { round, from, word }),
            Word::Neither | Word::Silence => Offer::Silence,
        }
    }

    fn receive(
        &self,
        state: &mut QueenState,
        round: usize,
        from: General,
        ballot: &Ballot,
    ) -> Result<(), Refusal> {
        ballot.check(round, from)?;
        let is_due = round <= self.rounds()
            && Self::queen(round).is_none_or(|queen| queen == from)
            && ballot.word.order().is_some()
            && Generals::all(self.n).contains(from);
        if !is_due {
            return Err(Refusal::NoSuchPath);
        }
        if state.round > round {
            return Err(Refusal::WrongRound);
        }
        *state = self.at(state, round);
        state.heard.note(from, ballot.word)
    }

    fn decide(&self, state: &QueenState) -> Option<Decision> {
        Some(self.at(state, self.rounds() + 1).opinion.into())
    }

    fn forget(&self, state: &mut QueenState, round: usize) {
        *state = self.at(state, round + 1);
    }

    fn forget_who(&self, state: &mut QueenState) {
        state.heard = state.heard.counted();
    }

    fn marks(&self, state: &QueenState, round: usize) -> Vec<Mark> {
        if round == 0 {
            return vec![Mark::new(1, MarkKind::Opinion, state.opinion.into())];
        }
        let (now, phase) = (self.at(state, round), phase(round));
        let Some(queen) = Self::queen(round) else {
            let (most, votes) = self.majority(&now);
            let enough = self.n - self.m;
            let mark = |kind| Mark::new(phase, kind, most.into()).by_votes(votes, enough);
            let sure = (votes >= enough).then(|| mark(MarkKind::Sure));
            return [mark(MarkKind::Majority)].into_iter().chain(sure).collect();
        };
        let opinion = self.at(&now, round + 1).opinion.into();
        let follows = Mark::new(phase, MarkKind::Follows, opinion).by_word_of(queen);
        let next = match phase == self.m + 1 {
            true => Mark::new(phase, MarkKind::Decide, opinion),
            false => Mark::new(phase + 1, MarkKind::Opinion, opinion),
        };
        let follows = (!now.is_sure).then_some(follows);
        follows.into_iter().chain([next]).collect()
    }

    fn word(ballot: &Ballot) -> Word {
        ballot.word
    }
}

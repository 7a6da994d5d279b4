//! Phase king as the program of one general: he tells his opinion, proposes what enough have said, and follows the king
//! unless he is sure.

use crate::{
    protocol::{
        machine::{Decision, Offer, Refusal, StepMachine},
        phases::{Ballot, Heard, Place},
    },
    run::{Mark, MarkKind, Part, PartKind},
    scenario::Scenario,
    word::{General, Generals, Order, Slot, Word},
};

/// Rounds of a phase: opinions, proposals, the king's word.
pub(super) const ROUNDS: usize = 3;

/// Phase king among n generals that is asked to survive m traitors.
///
/// ```
/// use generals::{General, Order, king::machine::King, machine::StepMachine};
///
/// let machine = King::new(4, 1).unwrap();
/// assert_eq!(machine.rounds(), 6, "three for each of two kings");
/// let two = machine.init(General::new(2).unwrap(), Some(Order::Attack));
/// assert!(machine.send(&two, 3, General::COMMANDER).is_empty(), "general 1 is king of phase 1");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct King {
    n: usize,
    m: usize,
    phases: usize,
}

/// What one general remembers: his opinion, what has become of it in this phase, and what he has heard in this round. Of
/// rounds that are over he keeps no more than the next ones need.
///
/// ```
/// use generals::{General, Order, king::machine::King, machine::StepMachine};
///
/// let machine = King::new(4, 1).unwrap();
/// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
/// let mut state = machine.init(two, Some(Order::Attack));
/// let (_, ballot) = machine.send(&machine.init(three, Some(Order::Retreat)), 1, two).remove(0);
/// machine.receive(&mut state, 1, three, &ballot).unwrap();
/// assert_eq!(machine.decide(&state), Some(Order::Retreat.into()), "the kings say nothing");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct KingState {
    general: General,
    /// The round of which `heard` is.
    round: usize,
    opinion: Order,
    /// In the second round of a phase; no proposal in the others.
    proposal: Word,
    /// In the third round of a phase: whether the king's word can change nothing.
    is_sure: bool,
    heard: Heard,
}

impl King {
    /// Among n generals, 2 ≤ n ≤ 64, with m+1 phases, m ≤ n−2.
    #[must_use]
    pub const fn new(n: usize, m: usize) -> Option<Self> {
        if n >= 2 && n <= 64 && m <= n - 2 {
            let phases = m + 1;
            Some(Self { n, m, phases })
        } else {
            None
        }
    }

    /// With the phases of the scenario's variant.
    pub(super) fn of(scenario: &Scenario) -> Self {
        Self {
            n: scenario.n(),
            m: scenario.m(),
            phases: scenario.rounds() / ROUNDS,
        }
    }

    /// The king who speaks in this round; `None` where everybody does.
    pub(super) const fn king(round: usize) -> Option<General> {
        match step(round) {
            ROUNDS => General::new(phase(round) as u64),
            _ => None,
        }
    }

    /// What is told in a round, and in whose phase.
    pub(super) const fn part(round: usize) -> Part {
        Part {
            kind: match step(round) {
                1 => PartKind::Opinion,
                2 => PartKind::Proposal,
                _ => PartKind::Crown,
            },
            phase: phase(round),
            leader: General::new(phase(round) as u64),
        }
    }

    /// Whether this word can stand in a round.
    pub(super) const fn has_word(round: usize, word: Word) -> bool {
        // "No proposal" is a word of the second round alone.
        !matches!(word, Word::Neither) || step(round) == 2
    }

    /// The general as he is in this round, before what he hears in it: what the rounds since have come to.
    fn at(&self, state: &KingState, round: usize) -> KingState {
        let mut now = *state;
        while now.round < round {
            self.end_round(&mut now);
        }
        now
    }

    fn end_round(&self, state: &mut KingState) {
        match step(state.round) {
            // BGP89 round 1: w = b if c[b] ≥ n−m, else no proposal.
            1 => state.proposal = self.proposal(state).0,
            // BGP89 round 2: v = b* if d[b*] ≥ m+1; sure if d[b*] ≥ n−m. Where nothing has m+1, BGP89 sets V := 2, and
            // a king then says min(1, V); here he keeps his opinion, and a king says that. It is as safe: with n > 3m nobody
            // loyal is sure then, so all take the king's word, whichever it is. For n ≤ 2m, where nothing is promised, n−m
            // may be m or fewer: then he is sure of the opinion that he has, where BGP89 has him take the king's word.
            2 => {
                let (most, votes) = Self::most_proposed(state);
                if votes > self.m {
                    state.opinion = most;
                }
                state.is_sure = votes >= self.n - self.m;
                state.proposal = Word::Neither;
            }
            // BGP89 round 3: v = the king's word, unless sure; the king has his own.
            _ => {
                let is_king = Self::king(state.round) == Some(state.general);
                if !state.is_sure && !is_king {
                    // His silence is retreat.
                    state.opinion = Order::from_bit(!state.heard.attack.is_empty());
                }
                state.is_sure = false;
            }
        }
        state.heard = Heard::default();
        state.round += 1;
    }

    /// What he proposes after the first round of a phase, and the votes of the order that has more.
    fn proposal(&self, state: &KingState) -> (Word, usize) {
        let [attack, retreat] = state.heard.votes(state.opinion.into());
        let enough = self.n - self.m;
        let word = if retreat >= enough {
            Order::Retreat.into()
        } else if attack >= enough {
            Order::Attack.into()
        } else {
            Word::Neither
        };
        (word, attack.max(retreat))
    }

    /// The order that most propose after the second round of a phase, and how many do; a tie is retreat.
    fn most_proposed(state: &KingState) -> (Order, usize) {
        let [attack, retreat] = state.heard.votes(state.proposal);
        (Order::from_bit(attack > retreat), attack.max(retreat))
    }
}

/// In which phase a round is, from 1.
const fn phase(round: usize) -> usize {
    round.saturating_sub(1) / ROUNDS + 1
}

/// Which round of its phase it is, from 1.
const fn step(round: usize) -> usize {
    round.saturating_sub(1) % ROUNDS + 1
}

impl StepMachine for King {
    type State = KingState;
    type Message = Ballot;

    const FORGETS: bool = true;

    fn rounds(&self) -> usize {
        ROUNDS * self.phases
    }

    fn init(&self, general: General, opinion: Option<Order>) -> KingState {
        KingState {
            general,
            round: 1,
            opinion: opinion.unwrap_or_default(),
            proposal: Word::Neither,
            is_sure: false,
            heard: Heard::default(),
        }
    }

    fn send(&self, state: &KingState, round: usize, to: General) -> Vec<(Slot, Ballot)> {
        let from = state.general;
        if Self::king(round).is_some_and(|king| king != from) {
            return Vec::new();
        }
        let now = self.at(state, round);
        let word = match step(round) {
            // BGP89 round 2: send w to all.
            2 => now.proposal,
            // BGP89 round 1: send v to all; round 3: the king sends v.
            _ => now.opinion.into(),
        };
        vec![(Place { round, from }.slot(to), Ballot { round, from, word })]
    }

    fn offer(&self, _: &KingState, slot: &Slot, word: Word) -> Offer<Ballot> {
        let (round, from) = (slot.round, slot.from);
        match word {
            Word::Silence => Offer::Silence,
            word if !Self::has_word(round, word) => Offer::Silence,
            word => Offer::Good(Ballot { round, from, word }),
        }
    }

    fn receive(
        &self,
        state: &mut KingState,
        round: usize,
        from: General,
        ballot: &Ballot,
    ) -> Result<(), Refusal> {
        ballot.check(round, from)?;
        let is_due = round <= self.rounds()
            && Self::king(round).is_none_or(|king| king == from)
            && Self::has_word(round, ballot.word)
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

    fn decide(&self, state: &KingState) -> Option<Decision> {
        Some(self.at(state, self.rounds() + 1).opinion.into())
    }

    fn forget(&self, state: &mut KingState, round: usize) {
        *state = self.at(state, round + 1);
    }

    fn forget_who(&self, state: &mut KingState) {
        state.heard = state.heard.counted();
    }

    fn marks(&self, state: &KingState, round: usize) -> Vec<Mark> {
        if round == 0 {
            return vec![Mark::new(1, MarkKind::Opinion, state.opinion.into())];
        }
        let (now, phase) = (self.at(state, round), phase(round));
        let enough = self.n - self.m;
        match step(round) {
            1 => {
                let (word, votes) = self.proposal(&now);
                vec![Mark::new(phase, MarkKind::Proposal, word).by_votes(votes, enough)]
            }
            2 => {
                let (most, votes) = Self::most_proposed(&now);
                let mark = |kind, needed| {
                    let mark = Mark::new(phase, kind, most.into()).by_votes(votes, needed);
                    (votes >= needed).then_some(mark)
                };
                let adopts = mark(MarkKind::Adopt, self.m + 1);
                // Of what he has not adopted he is not sure, however many propose it.
                let sure = adopts.and_then(|_| mark(MarkKind::Sure, enough));
                adopts.into_iter().chain(sure).collect()
            }
            _ => {
                let opinion = self.at(&now, round + 1).opinion.into();
                let king = Self::king(round).filter(|_| !now.is_sure);
                let follows = |king| Mark::new(phase, MarkKind::Follows, opinion).by_word_of(king);
                let next = match phase == self.phases {
                    true => Mark::new(phase, MarkKind::Decide, opinion),
                    false => Mark::new(phase + 1, MarkKind::Opinion, opinion),
                };
                king.map(follows).into_iter().chain([next]).collect()
            }
        }
    }

    fn word(ballot: &Ballot) -> Word {
        ballot.word
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        link::{LinkSize, parse},
        protocol::execute::execute,
    };

    #[test]
    fn nobody_is_sure_of_what_he_has_not_adopted() {
        // Two of four would be enough to be sure, and are too few to adopt anything.
        let link = "v=1&p=king&n=4&m=2&i=RAAR&t=1&s=split";
        let scenario = parse(link, LinkSize::Any).unwrap().scenario;
        let run = execute(&King::of(&scenario), &scenario);
        let mut before = None;
        for (_, mark) in run.marks.iter().flatten() {
            let is_sure = mark.kind == MarkKind::Sure;
            assert!(!is_sure || before == Some((MarkKind::Adopt, mark.word)));
            before = Some((mark.kind, mark.word));
        }
    }
}

//! A word that a general tells another in a round, and what one has heard of such words.

use crate::{
    protocol::machine::Refusal,
    word::{General, Generals, Label, Slot, Word},
};

/// One word of one general in one round, the same to everybody if he is honest. Its label is the round and the sender.
///
/// ```
/// use generals::{General, Order, king::machine::King, machine::StepMachine};
///
/// let machine = King::new(4, 1).unwrap();
/// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
/// let state = machine.init(three, Some(Order::Attack));
/// let (slot, ballot) = machine.send(&state, 1, two).remove(0);
/// assert_eq!(slot.to_string(), "1.3-2");
/// assert_eq!((ballot.round, ballot.from, ballot.word), (1, three, Order::Attack.into()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ballot {
    /// In which round, from 1.
    pub round: usize,
    /// Whose word it is.
    pub from: General,
    /// The word.
    pub word: Word,
}

impl Ballot {
    /// Whether it is what this neighbour may say in this round.
    ///
    /// # Errors
    /// Why it is not.
    pub(crate) fn check(&self, round: usize, from: General) -> Result<(), Refusal> {
        if self.round != round {
            return Err(Refusal::WrongRound);
        }
        if self.from != from {
            return Err(Refusal::NotHisOwn);
        }
        Ok(())
    }
}

/// Where a word is said: in which round and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) round: usize,
    pub(crate) from: General,
}

impl Place {
    /// The place and recipient that a label names among n generals in so many rounds; nobody tells himself.
    pub(crate) fn read(
        label: &[u64],
        to: General,
        (n, rounds): (usize, usize),
    ) -> Option<(Self, General)> {
        let [round, from] = label else { return None };
        let (round, from) = (usize::try_from(*round).ok()?, General::new(*from)?);
        let all = Generals::all(n);
        let is_there =
            (1..=rounds).contains(&round) && all.contains(from) && all.contains(to) && from != to;
        is_there.then_some((Self { round, from }, to))
    }

    /// The slot of this word to one recipient.
    pub(crate) fn slot(self, to: General) -> Slot {
        // At most three rounds for each of 64 generals.
        let label = Label::new(vec![self.round as u16, self.from.number().into()]);
        Slot {
            round: self.round,
            label,
            to,
            from: self.from,
        }
    }
}

/// Who said what in one round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Heard {
    pub(crate) attack: Generals,
    pub(crate) retreat: Generals,
    neither: Generals,
}

impl Heard {
    /// One more word.
    ///
    /// # Errors
    /// That this general has said one already.
    pub(crate) fn note(&mut self, from: General, word: Word) -> Result<(), Refusal> {
        let said = self.attack.or(self.retreat).or(self.neither);
        if said.contains(from) {
            return Err(Refusal::Repeated);
        }
        let set = match word {
            Word::Silence => return Ok(()),
            Word::Neither => &mut self.neither,
            Word::Order(crate::word::Order::Attack) => &mut self.attack,
            Word::Order(crate::word::Order::Retreat) => &mut self.retreat,
        };
        *set = set.with(from);
        Ok(())
    }

    /// The same without who said it: so many say attack, and so many retreat.
    pub(crate) const fn counted(&self) -> Self {
        Self {
            attack: Generals::all(self.attack.len()),
            retreat: Generals::all(self.retreat.len()),
            neither: Generals::NONE,
        }
    }

    /// How many say attack, and how many retreat, with one's own word.
    pub(crate) fn votes(&self, own: Word) -> [usize; 2] {
        use crate::word::Order::{Attack, Retreat};
        let said = |order, set: Generals| set.len() + usize::from(own == Word::Order(order));
        [said(Attack, self.attack), said(Retreat, self.retreat)]
    }
}

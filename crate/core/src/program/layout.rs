//! Where a program among n generals has slots: what all know before the run.

use std::sync::Arc;

use crate::{
    program::{
        Program, ProgramTask,
        check::Checked,
        code::{Function, Name, Values},
        gather::Gathering,
        mistake::Mistake,
        plan::Plan,
        task::{DoKind, Send, Told},
    },
    run::{Part, PartKind},
    word::{General, Generals, Label, MessageCounts, Path, Slot, Word},
};

/// A program among n generals of whom f may be traitors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    pub(super) n: usize,
    pub(super) f: usize,
    pub(super) task: ProgramTask,
    pub(super) program: Arc<Checked>,
    pub(super) plan: Arc<Plan>,
}

/// What a round is for.
pub(super) enum Round<'a> {
    /// Each says a word.
    Send(&'a Send),
    /// All pass on what they heard; which round of that it is.
    Gather(Gathering, usize),
    /// Letters are shown; which round of that it is.
    Collect(usize),
}

impl Layout {
    /// Lays a program out.
    ///
    /// # Errors
    /// Where it has too many rounds, there is too much to be done, or it divides by 0.
    pub(crate) fn of(program: &Program, n: usize, f: usize) -> Result<Self, Mistake> {
        Ok(Self {
            n,
            f,
            task: program.task,
            program: Arc::clone(&program.checked),
            plan: Arc::new(Plan::of(&program.checked, program.task, n, f)?),
        })
    }

    /// Of a program that does nothing.
    pub(crate) fn empty(n: usize, f: usize) -> Self {
        Self {
            n,
            f,
            task: ProgramTask::Broadcast,
            program: Arc::default(),
            plan: Arc::default(),
        }
    }

    /// How many rounds it has.
    pub(crate) fn rounds(&self) -> usize {
        self.plan.rounds.len()
    }

    /// What a round is for, if there is one with this number, from 1.
    pub(super) fn round(&self, round: usize) -> Option<Round<'_>> {
        let within = |(before, rounds): (usize, usize)| {
            let within = round.checked_sub(before)?;
            (1..=rounds).contains(&within).then_some(within)
        };
        match &**self.plan.rounds.get(round.checked_sub(1)?)? {
            DoKind::Send(send) => Some(Round::Send(send)),
            DoKind::Collect(_) => Some(Round::Collect(self.plan.collects.and_then(within)?)),
            _ => {
                let (before, gathering) = self.gathering()?;
                let within = within((before, gathering.rounds))?;
                Some(Round::Gather(gathering, within))
            }
        }
    }

    /// After how many rounds it gathers, and how.
    pub(super) fn gathering(&self) -> Option<(usize, Gathering)> {
        self.plan.gathering(self.task, self.n)
    }

    /// Whether there is a slot from one to another, or to himself, in a round of `send`.
    pub(super) fn tells(&self, round: usize, send: &Send, from: General, to: General) -> bool {
        let placed = Placed {
            layout: self,
            me: from,
            round,
        };
        if send.is_by_place && send.when.value(&placed) == 0 {
            return false;
        }
        if self.task == ProgramTask::Broadcast && to.is_commander() && from != to {
            return false;
        }
        match &send.to {
            Told::All => true,
            Told::Others => from != to,
            Told::One(general) => general.value(&placed) == i64::from(to.number()),
        }
    }

    /// The slot of a round of `send`: its label is the round and the sender. A program that passes words on too has paths
    /// for labels, which may look alike; there the sender stands twice, as on no path.
    pub(super) fn sent(&self, round: usize, from: General, to: General) -> Slot {
        let number = u16::try_from(round).unwrap_or(u16::MAX);
        let mut label = vec![number, u16::from(from.number())];
        if self.has_paths() {
            label.push(u16::from(from.number()));
        }
        Slot {
            round,
            label: Label::new(label),
            to,
            from,
        }
    }

    /// Whether words are passed on with the path they came by.
    pub(super) fn has_paths(&self) -> bool {
        self.plan.gathers.is_some() || self.plan.collects.is_some()
    }

    /// The slot with this label, if there is one.
    pub(crate) fn slot(&self, label: &[u64], to: General) -> Option<Slot> {
        let all = Generals::all(self.n);
        if !all.contains(to) {
            return None;
        }
        self.sent_slot(label, to)
            .or_else(|| self.path_slot(label, to))
    }

    fn sent_slot(&self, label: &[u64], to: General) -> Option<Slot> {
        let (round, from) = match (label, self.has_paths()) {
            ([round, from], false) => (round, from),
            ([round, from, again], true) if from == again => (round, from),
            _ => return None,
        };
        let round = usize::try_from(*round).ok()?;
        let from = General::new(*from).filter(|from| from.index() < self.n && *from != to)?;
        match self.round(round)? {
            Round::Send(send) if self.tells(round, send, from, to) => {
                Some(self.sent(round, from, to))
            }
            _ => None,
        }
    }

    fn path_slot(&self, label: &[u64], to: General) -> Option<Slot> {
        let generals = label.iter().map(|number| General::new(*number));
        let path = Path::from_any(generals.collect::<Option<_>>()?)?;
        let gathers = self.gathering().map(|(before, gathering)| {
            let sources = gathering.sources();
            (before, gathering.rounds, sources)
        });
        let collects = self.plan.collects.map(|(before, rounds)| {
            let commander = Generals::NONE.with(General::COMMANDER);
            (before, rounds, commander)
        });
        let (before, rounds, sources) = gathers.or(collects)?;
        let is_slot = path.len() <= rounds
            && path.set().and_not(Generals::all(self.n)).is_empty()
            && sources.contains(*path.generals().first()?)
            && !path.contains(to);
        is_slot.then(|| {
            let slot = path.slot(to);
            Slot {
                round: before + slot.round,
                ..slot
            }
        })
    }

    /// Whether a word can stand in a slot of a round: an order always, what is neither where the program can say it.
    pub(crate) fn has_word(&self, round: usize, word: Word) -> bool {
        match (word, self.round(round)) {
            (Word::Order(_), _) => true,
            (Word::Neither, Some(Round::Send(send))) => send.words.has(word),
            _ => false,
        }
    }

    /// What a message with this label is for: a word of its round; `None` where it is passed on, as its path says.
    pub(crate) fn part(&self, label: &Label) -> Option<Part> {
        let is_path = match (label.numbers(), self.has_paths()) {
            ([_, from, again], true) => from != again,
            (_, has_paths) => has_paths,
        };
        let round = usize::from(*label.numbers().first()?);
        (!is_path).then_some(Part {
            kind: PartKind::Word,
            phase: round,
            leader: None,
        })
    }

    /// How many messages there are at most in each round. `lies`: how many name a letter, where letters are signed.
    pub(crate) fn messages(&self, lies: usize) -> MessageCounts {
        let mut rounds = Vec::new();
        let passed = match (self.gathering(), self.plan.collects) {
            (Some((_, gathering)), _) => {
                let counts = MessageCounts::oral(self.n, gathering.rounds.saturating_sub(1));
                let sources = gathering.sources().len() as u128;
                counts
                    .per_round
                    .iter()
                    .map(|count| count * sources)
                    .collect()
            }
            (None, Some((_, rounds))) => {
                MessageCounts::signed_at_most(self.n, rounds.saturating_sub(1), lies).per_round
            }
            (None, None) => Vec::new(),
        };
        for round in 1..=self.rounds() {
            let count = match self.round(round) {
                Some(Round::Send(send)) => self.pairs(round, send),
                Some(Round::Gather(_, within) | Round::Collect(within)) => {
                    passed.get(within - 1).copied().unwrap_or(0)
                }
                None => 0,
            };
            rounds.push(count);
        }
        MessageCounts::of_rounds(rounds)
    }

    fn pairs(&self, round: usize, send: &Send) -> u128 {
        let all = Generals::all(self.n);
        let told = |from: General| {
            let others = all.without(from).iter();
            others
                .filter(|to| self.tells(round, send, from, *to))
                .count() as u128
        };
        all.iter().map(told).sum()
    }
}

/// What one general knows before the run, in a round.
struct Placed<'a> {
    layout: &'a Layout,
    me: General,
    round: usize,
}

impl Values for Placed<'_> {
    fn variable(&self, place: usize) -> i64 {
        let counters = self.layout.plan.counters.get(self.round - 1);
        let value = counters.and_then(|counters| counters.get(place));
        value.copied().unwrap_or(0)
    }

    fn known(&self, name: Name) -> i64 {
        match name {
            Name::N => self.layout.n as i64,
            Name::F => self.layout.f as i64,
            Name::Me => i64::from(self.me.number()),
            Name::Given | Name::Direct | Name::Votes | Name::Result => 0,
        }
    }

    fn ask(&self, _: Function, _: i64) -> i64 {
        0
    }
}

//! A run laid out in steps: each can be reached directly, so going back, jumping and going on are one operation.

use std::rc::Rc;

use crate::{
    fault::{Code, Key, LinkError, too_large},
    general::{General, Generals},
    limits::SIGNATURES_MAX,
    machine::Refusal,
    om::{
        bag::Bags,
        count::MessageCounts,
        fold::{self, Visit},
        run::OralRun,
    },
    order::{Order, Word},
    path::Path,
    scenario::{Protocol, Scenario},
    slot::Slot,
    sm::{
        keys::Keys,
        letter::Letter,
        machine::Signed,
        run::{SignedRun, signatures_at_most},
    },
    verdict::Verdict,
    view::View,
    vote_tree::{Held, VoteTree, held},
    votes::{FlatVote, SignedVote, Vote, Votes},
};

/// What happens at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A message arrives, or does not because its sender is silent.
    Message(Message),
    /// All decide.
    Decide {
        /// The last round.
        round: usize,
    },
}

/// A message, or the lack of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The round, from 1.
    pub round: usize,
    /// Its path and recipient.
    pub slot: Slot,
    /// What is said and what should have been.
    pub said: Said,
}

/// A word beside the honest one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said {
    /// What is said; `None` is silence.
    pub word: Word,
    /// What an honest general would have said; `None` if nothing.
    pub honest: Word,
    /// Why it was not taken in.
    pub refused: Option<Refusal>,
}

impl Said {
    /// Whether it differs from the honest word; silence does.
    #[must_use]
    pub fn is_lie(self) -> bool {
        self.word != self.honest
    }
}

/// The world after a number of steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// How many steps have happened.
    pub step: usize,
    /// The round of the last of them; 0 before the first.
    pub round: usize,
    /// How many words each general has heard, general 1 first; silence is not heard, a forgery is.
    pub heard: Vec<u64>,
    /// What each obeys, general 1 first: `None` before the decision and for traitors.
    pub decisions: Vec<Option<Order>>,
}

/// A run.
#[derive(Debug)]
pub struct Trace {
    scenario: Scenario,
    run: ProtocolRun,
    verdict: Verdict,
}

/// What is stored of a run.
#[derive(Debug)]
enum ProtocolRun {
    /// OM(m) and the flat vote over the same messages: one word per path.
    Oral(OralRun),
    /// SM(m): a list of steps.
    Signed(Box<SignedRun>),
}

impl Trace {
    /// Runs a scenario.
    ///
    /// # Errors
    /// `too-large`: with key `m` beyond [`crate::limits::STEPPED_MESSAGES_MAX`] messages, with key `x` beyond
    /// [`SIGNATURES_MAX`] signatures.
    pub fn new(scenario: Scenario) -> Result<Self, LinkError> {
        if scenario.protocol().is_signed() {
            let keys = Keys::new(scenario.n(), scenario.m(), scenario.seed());
            return Self::signed(scenario, Rc::new(keys));
        }
        let (n, m) = (scenario.n(), scenario.m());
        let counts = MessageCounts::oral(n, m);
        let fits = |m: &usize| MessageCounts::oral_may_be_stepped(n, *m);
        if !fits(&m) {
            return Err(too_large(m, fits));
        }
        let mut run = OralRun::new(&scenario, &counts);
        let attackers = if scenario.protocol() == Protocol::Flat {
            let mut both = (run, Bags::default());
            fold::decisions(&scenario, Visit::All, &mut both);
            run = both.0;
            both.1.attackers(&scenario)
        } else {
            Generals::from_bits(fold::decisions(&scenario, Visit::All, &mut run))
        };
        let verdict = Verdict::of(&scenario, attackers, counts, Some(run.lies()));
        Ok(Self {
            scenario,
            run: ProtocolRun::Oral(run),
            verdict,
        })
    }

    /// Runs another scenario of the same army. Signatures made here are not made again.
    ///
    /// # Errors
    /// As for [`Trace::new`].
    pub fn sibling(&self, scenario: Scenario) -> Result<Self, LinkError> {
        let alike = |other: &Scenario| (other.n(), other.m(), other.seed());
        match &self.run {
            ProtocolRun::Signed(run)
                if scenario.protocol().is_signed() && alike(&scenario) == alike(&self.scenario) =>
            {
                Self::signed(scenario, Rc::clone(run.machine().keys()))
            }
            _ => Self::new(scenario),
        }
    }

    fn signed(scenario: Scenario, keys: Rc<Keys>) -> Result<Self, LinkError> {
        if signatures_at_most(&scenario) > SIGNATURES_MAX {
            let lies = scenario.lies().len().to_string();
            return Err(LinkError::at(Key::X, Code::TooLarge, &lies, None));
        }
        let run = SignedRun::new(&scenario, keys);
        let per_round = run.per_round();
        let counts = MessageCounts {
            total: per_round.iter().sum(),
            per_round,
        };
        let verdict = Verdict::of(&scenario, run.attackers(), counts, Some(run.lies()));
        Ok(Self {
            scenario,
            run: ProtocolRun::Signed(Box::new(run)),
            verdict,
        })
    }

    /// What is run.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The number of steps: one a message, and the decision.
    #[must_use]
    #[allow(clippy::len_without_is_empty)] // there is always a decision
    pub fn len(&self) -> usize {
        1 + match &self.run {
            ProtocolRun::Oral(run) => run.steps().messages(),
            ProtocolRun::Signed(run) => run.len(),
        }
    }

    /// The round after so many steps: 0 before the first.
    #[must_use]
    pub fn round(&self, step: usize) -> usize {
        match &self.run {
            ProtocolRun::Oral(run) => run.steps().round(step),
            ProtocolRun::Signed(run) => run.round(step),
        }
    }

    /// The last message's step of a round; that of the round before where it has none.
    #[must_use]
    pub fn round_end(&self, round: usize) -> usize {
        match &self.run {
            ProtocolRun::Oral(run) => run.steps().end(round),
            ProtocolRun::Signed(run) => run.end(round),
        }
    }

    /// What came out.
    #[must_use]
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// What happens at a step from 1 to `len()`; `None` outside.
    #[must_use]
    pub fn event(&self, step: usize) -> Option<Event> {
        if step == 0 || step > self.len() {
            return None;
        }
        if step == self.len() {
            let round = self.scenario.rounds();
            return Some(Event::Decide { round });
        }
        match &self.run {
            ProtocolRun::Oral(run) => Some(Event::Message(run.message(step))),
            ProtocolRun::Signed(run) => run.message(step).map(Event::Message),
        }
    }

    /// The world after so many steps; past the end is the end.
    #[must_use]
    pub fn snapshot(&self, step: usize) -> Snapshot {
        let step = step.min(self.len());
        let decided = step == self.len();
        let scenario = &self.scenario;
        let decisions = scenario
            .generals()
            .iter()
            .map(|general| match self.verdict.decisions.get(&general) {
                _ if !decided => None,
                Some(order) => Some(*order),
                None => (general.is_commander() && scenario.is_loyal(general))
                    .then_some(scenario.order()),
            })
            .collect();
        Snapshot {
            step,
            round: self.round(step),
            heard: match &self.run {
                ProtocolRun::Oral(run) => run.heard(step),
                ProtocolRun::Signed(run) => run.heard(scenario.n(), step),
            },
            decisions,
        }
    }

    /// What a general of this run knows after so many steps.
    #[must_use]
    pub fn view(&self, general: General, step: usize) -> View {
        let seen = match &self.run {
            ProtocolRun::Oral(run) => run.seen(general, step),
            ProtocolRun::Signed(run) => run.seen(general, step),
        };
        View::of(&self.scenario, general, seen)
    }

    /// Why a loyal lieutenant decided as he did; `None` for others. In a vote tree, paths of `depth` generals and
    /// more are given without their children.
    #[must_use]
    pub fn votes(&self, general: General, depth: usize) -> Option<Votes> {
        let order = *self.verdict.decisions.get(&general)?;
        Some(match (&self.run, self.scenario.protocol()) {
            (ProtocolRun::Oral(_), Protocol::Flat) => {
                Votes::Flat(FlatVote::of(self.view(general, self.len())))
            }
            (ProtocolRun::Oral(run), _) => {
                Votes::Tree(Vote::tree(run, &self.scenario, general, depth))
            }
            (ProtocolRun::Signed(run), _) => {
                Votes::Signed(SignedVote::of(run.accepted(general), order))
            }
        })
    }

    /// The vote tree of a loyal lieutenant of OM(m); `None` for others.
    #[must_use]
    pub fn vote_tree(&self, general: General) -> Option<VoteTree> {
        match &self.run {
            ProtocolRun::Oral(run)
                if self.scenario.protocol() == Protocol::Oral
                    && self.verdict.decisions.contains_key(&general) =>
            {
                Some(VoteTree::of(run, &self.scenario, general))
            }
            _ => None,
        }
    }

    /// What everyone who is not on a path of OM(m) holds there; nothing where there is no such path.
    #[must_use]
    pub fn held(&self, path: &Path) -> Vec<Held> {
        match &self.run {
            ProtocolRun::Oral(run)
                if path.len() <= self.scenario.rounds()
                    && path.set().and_not(self.scenario.generals()).is_empty() =>
            {
                held(run, &self.scenario, path)
            }
            _ => Vec::new(),
        }
    }

    /// The step of a slot, the first of them where it has two; `None` where this run has none.
    #[must_use]
    pub fn step_of(&self, slot: &Slot) -> Option<usize> {
        match &self.run {
            ProtocolRun::Oral(run) => self
                .scenario
                .has_slot(&slot.path, slot.to)
                .then(|| run.step_of(slot)),
            ProtocolRun::Signed(run) => run.step_of(slot),
        }
    }

    /// The messages of a round in the order of steps, each with its sender, recipient and what was said.
    pub fn messages(
        &self,
        round: usize,
    ) -> Box<dyn Iterator<Item = (General, General, Said)> + '_> {
        match &self.run {
            ProtocolRun::Oral(run) => Box::new(run.messages(round)),
            ProtocolRun::Signed(run) => Box::new(run.messages(round)),
        }
    }

    /// Whether the message of a step passes on something else than the one before: its path without the speaker is
    /// another.
    pub(crate) fn opens_stem(&self, step: usize) -> bool {
        match &self.run {
            ProtocolRun::Oral(run) => run.steps().opens_stem(step),
            ProtocolRun::Signed(run) => run.opens_stem(step),
        }
    }

    /// The letter that a step of a signed run delivers, and the machine with the keys that check it.
    #[must_use]
    pub fn letter(&self, step: usize) -> Option<(&Letter, &Signed)> {
        match &self.run {
            ProtocolRun::Oral(_) => None,
            ProtocolRun::Signed(run) => Some((run.letter(step)?, run.machine())),
        }
    }

    /// The step at which this one's place is found in another run of the same army: the same slot if the other
    /// has it, else the end of the same round.
    #[must_use]
    pub fn same_place(&self, step: usize, other: &Self) -> usize {
        if step == 0 {
            return 0;
        }
        let Some(Event::Message(message)) = self.event(step) else {
            return other.len();
        };
        let found = other.step_of(&message.slot);
        found.unwrap_or_else(|| other.round_end(message.round))
    }
}

//! A run laid out in steps: each can be reached directly, so going back, jumping and going on are one operation.

#[cfg(feature = "sm")]
use crate::protocol::signed::Sealed;
use crate::{
    link::error::LinkError,
    run::{
        event::{Event, Said, Snapshot},
        evidence::Votes,
        kept::{Played, Run},
        verdict::Verdict,
        view::View,
        vote_tree::{Held, VoteTree},
    },
    scenario::Scenario,
    word::{General, Path, Slot},
};

/// A run.
///
/// ```
/// use generals::{Event, Trace, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=om&n=4&t=3", LinkSize::Stepped).unwrap().scenario;
/// let trace = Trace::new(scenario).unwrap();
/// assert_eq!(trace.len(), 3 + 6 + 1, "a step a message, and the decision");
/// assert!(matches!(trace.event(10), Some(Event::Decide { round: 2 })));
/// ```
pub struct Trace {
    scenario: Scenario,
    run: Box<dyn Run>,
    verdict: Verdict,
}

impl Trace {
    /// Runs a scenario.
    ///
    /// # Errors
    /// `too-large`: with key `m` beyond [`crate::limits::STEPPED_MESSAGES_MAX`] messages, with key `x` beyond
    /// [`crate::limits::SIGNATURES_MAX`] signatures.
    pub fn new(scenario: Scenario) -> Result<Self, LinkError> {
        Self::played(scenario, Scenario::run)
    }

    /// Runs another scenario, beside this one: what can be used again is, signatures above all.
    ///
    /// # Errors
    /// As for [`Trace::new`].
    pub fn sibling(&self, scenario: Scenario) -> Result<Self, LinkError> {
        Self::played(scenario, |scenario| {
            scenario.run_beside(&self.scenario, &*self.run)
        })
    }

    fn played(
        scenario: Scenario,
        play: impl FnOnce(&Scenario) -> Played,
    ) -> Result<Self, LinkError> {
        if let Some((error, _)) = scenario.too_large() {
            return Err(error);
        }
        let (run, verdict) = play(&scenario);
        Ok(Self {
            scenario,
            run,
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
        1 + self.run.messages_count()
    }

    /// How many rounds there are. Where messengers are slow, how deep messages rest on one another.
    #[must_use]
    pub fn rounds(&self) -> usize {
        self.run.rounds()
    }

    /// The round after so many steps: 0 before the first.
    #[must_use]
    pub fn round(&self, step: usize) -> usize {
        self.run.round(step)
    }

    /// The last message's step of a round; that of the round before where it has none.
    #[must_use]
    pub fn round_end(&self, round: usize) -> usize {
        self.run.round_end(round)
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
            let round = self.rounds();
            return Some(Event::Decide { round });
        }
        self.run.message(step).map(Event::Message)
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
                // A loyal commander does what he ordered.
                None => scenario.input(general).filter(|_| {
                    scenario.is_loyal(general) && !scenario.deciders().contains(general)
                }),
            })
            .collect();
        Snapshot {
            step,
            round: self.round(step),
            heard: self.run.heard(step),
            decisions,
        }
    }

    /// Where the generals of a program of one's own stand in its text after so many steps; `None` of other protocols.
    ///
    /// ```
    /// use generals::{Trace, link::{LinkSize, parse}};
    ///
    /// let trace = Trace::new(parse("v=1&p=own&n=4", LinkSize::Any).unwrap().scenario).unwrap();
    /// let lines = |step| trace.standings(step).map(|all| (all.line(), all.lines));
    /// assert_eq!(lines(0), Some((2, vec![2, 3])), "the order is about to be sent");
    /// assert_eq!(lines(trace.len()), Some((3, vec![2, 3])), "all decide");
    /// ```
    #[cfg(feature = "own")]
    #[must_use]
    pub fn standings(&self, step: usize) -> Option<crate::program::Standings> {
        let mut standings = self.run.standings(step)?;
        if step >= self.len() {
            for one in &mut standings.generals {
                one.decides = self.verdict.decisions.get(&one.general).copied();
            }
        }
        Some(standings)
    }

    /// What a general of this run knows after so many steps.
    #[must_use]
    pub fn view(&self, general: General, step: usize) -> View {
        View::of(&self.scenario, general, self.run.seen(general, step))
    }

    /// Why a loyal decider ends as he does; `None` for others. In a vote tree, paths of `depth` generals and
    /// more are given without their children.
    #[must_use]
    pub fn votes(&self, general: General, depth: usize) -> Option<Votes> {
        if !self.scenario.loyal_deciders().contains(general) {
            return None;
        }
        self.run.votes(&self.scenario, general, depth)
    }

    /// The vote tree of a loyal lieutenant of OM(m); `None` for others.
    #[must_use]
    pub fn vote_tree(&self, general: General) -> Option<VoteTree> {
        self.vote_tree_of(general, General::COMMANDER)
    }

    /// The vote tree of a loyal decider for the word of this source, where votes are trees; `None` for others.
    #[must_use]
    pub fn vote_tree_of(&self, general: General, source: General) -> Option<VoteTree> {
        self.verdict.decisions.get(&general)?;
        self.run.vote_tree(&self.scenario, general, source)
    }

    /// What everyone who is not on a path holds there, where votes are trees; nothing where there is no such path.
    #[must_use]
    pub fn held(&self, path: &Path) -> Vec<Held> {
        self.run.held(&self.scenario, path)
    }

    /// The step of a slot, the first of them where it has two; `None` where this run has none.
    #[must_use]
    pub fn step_of(&self, slot: &Slot) -> Option<usize> {
        self.run.step_of(slot)
    }

    /// The step of the slot with this label, if the protocol has it.
    ///
    /// ```
    /// use generals::{General, Trace, link::{LinkSize, parse}};
    ///
    /// let trace = Trace::new(parse("v=1&p=om&n=4&t=3", LinkSize::Stepped).unwrap().scenario).unwrap();
    /// assert_eq!(trace.step_labelled(&[1, 3], General::new(2).unwrap()), Some(6));
    /// assert_eq!(trace.step_labelled(&[3], General::new(2).unwrap()), None, "general 3 has no order");
    /// ```
    #[must_use]
    pub fn step_labelled(&self, label: &[u64], to: General) -> Option<usize> {
        let slot = self.scenario().slot(label, to)?;
        self.step_of(&slot)
    }

    /// The messages of a round in the order of steps, each with its sender, recipient and what was said.
    pub fn messages(
        &self,
        round: usize,
    ) -> Box<dyn Iterator<Item = (General, General, Said)> + '_> {
        self.run.messages(round)
    }

    /// Whether the message of a step passes on something else than the one before: its label without the last number is
    /// another.
    pub(crate) fn opens_stem(&self, step: usize) -> bool {
        self.run.opens_stem(step)
    }

    /// The letter that a step of a signed run delivers, and the keys that check it.
    #[cfg(feature = "sm")]
    #[must_use]
    pub fn letter(&self, step: usize) -> Option<Sealed<'_>> {
        self.run.letter(step)
    }

    /// The letter that a step delivers with its seals, as real signatures, where letters are sealed by name alone in a run.
    #[cfg(feature = "pbft")]
    #[must_use]
    pub fn sealed(&self, step: usize) -> Option<crate::pbft::seals::Sealed> {
        let letter = self.run.sealed(&self.scenario, step)?;
        Some(letter.open(&self.scenario))
    }

    /// Whose seals under which order the letter of a step shows, by name, with no signature made; `None` where it shows none.
    ///
    /// ```
    /// use generals::{Trace, link::{LinkSize, parse}};
    ///
    /// let trace = Trace::new(parse("v=1&p=pbft&n=4", LinkSize::Any).unwrap().scenario).unwrap();
    /// assert_eq!(trace.bundle(1), None, "a proposal shows nothing");
    /// ```
    #[cfg(feature = "pbft")]
    #[must_use]
    pub fn bundle(&self, step: usize) -> Option<crate::pbft::certificate::Certificate> {
        self.run.sealed(&self.scenario, step)?.bundle()
    }

    /// The step at which this one's place is found in another run of the same army: the same slot if the other
    /// has it, else the end of the same round; where messengers are slow, the same step.
    #[must_use]
    pub fn same_place(&self, step: usize, other: &Self) -> usize {
        if step == 0 {
            return 0;
        }
        let Some(Event::Message(message)) = self.event(step) else {
            return other.len();
        };
        if self.scenario.spec().is_scheduled() {
            return other
                .step_of(&message.slot)
                .unwrap_or_else(|| step.min(other.len()));
        }
        let found = other.step_of(&message.slot);
        found.unwrap_or_else(|| other.round_end(message.slot.round))
    }

    /// Who leads each phase of which a letter speaks, phase 1 first; nobody where phases have no leader.
    ///
    /// ```
    /// use generals::{Trace, link::{LinkSize, parse}};
    ///
    /// let leaders = |link| {
    ///     let run = Trace::new(parse(link, LinkSize::Any).unwrap().scenario).unwrap();
    ///     run.leaders().into_iter().map(|leader| leader.map_or(0, |one| one.number())).collect::<Vec<_>>()
    /// };
    /// assert_eq!(leaders("v=1&p=king&n=7&m=2"), [1, 2, 3]);
    /// assert_eq!(leaders("v=1&p=pbft&n=4&t=1&s=silent"), [1, 2], "the second view begins in time");
    /// assert_eq!(leaders("v=1&p=benor&n=6"), [0; 3], "coins lead nobody");
    /// ```
    #[cfg(feature = "marks")]
    #[must_use]
    pub fn leaders(&self) -> Vec<Option<General>> {
        // A round's letters are of one phase; letters that are slow may be of any.
        let steps: Vec<usize> = match self.scenario.spec().is_scheduled() {
            true => (1..self.len()).collect(),
            false => (0..self.rounds())
                .map(|round| self.round_end(round) + 1)
                .collect(),
        };
        let mut leaders = Vec::new();
        for message in steps.into_iter().filter_map(|step| self.run.message(step)) {
            if let Some(part) = self.scenario.part(&message.slot.label) {
                leaders.resize(leaders.len().max(part.phase), None);
                leaders[part.phase - 1] = part.leader;
            }
        }
        leaders
    }

    /// The steps to come whose letters are under way after so many steps, in the order in which they will be delivered; none
    /// where there are rounds.
    ///
    /// ```
    /// use generals::{Trace, link::{LinkSize, parse}};
    ///
    /// let trace = Trace::new(parse("v=1&p=bracha&n=4&d=1.1-2", LinkSize::Any).unwrap().scenario).unwrap();
    /// let under_way = trace.under_way(0);
    /// assert_eq!(under_way[..2], [1, 2], "to generals 3 and 4");
    /// assert_eq!(under_way.len(), 3 + 3, "the order, and the echo of its leader");
    /// ```
    #[cfg(feature = "network")]
    #[must_use]
    pub fn under_way(&self, step: usize) -> Vec<usize> {
        let is_under_way = |later: &usize| match self.event(*later) {
            Some(Event::Message(message)) => {
                message.delivery.is_some_and(|arrival| arrival.sent <= step)
            }
            _ => false,
        };
        (step + 1..self.len()).filter(is_under_way).collect()
    }

    /// The letters that have been sent after so many steps and never come, because the limit of deliveries ends the run before; in
    /// the order in which they would have come.
    ///
    /// ```
    /// use generals::{Trace, link::{LinkSize, parse}};
    ///
    /// let trace = Trace::new(parse("v=1&p=bracha&n=4", LinkSize::Any).unwrap().scenario).unwrap();
    /// assert!(trace.never_delivered(trace.len()).is_empty(), "36 letters are far from any limit");
    /// ```
    #[cfg(feature = "network")]
    #[must_use]
    pub fn never_delivered(&self, step: usize) -> Vec<crate::run::Message> {
        let mut left = self.run.left();
        left.retain(|message| message.delivery.is_some_and(|letter| letter.sent <= step));
        left
    }

    /// The slots that are held back though no letter is sent there.
    ///
    /// ```
    /// use generals::{Trace, link::{LinkSize, parse}};
    ///
    /// let trace = Trace::new(parse("v=1&p=bracha&n=4&t=1&s=silent&d=3.2-1", LinkSize::Any).unwrap().scenario).unwrap();
    /// assert_eq!(trace.unsent()[0].slot.to_string(), "3.2-1", "nobody is ready");
    /// ```
    #[cfg(feature = "network")]
    #[must_use]
    pub fn unsent(&self) -> Vec<crate::scenario::Delay> {
        let delays = self.scenario.schedule().map(|schedule| &schedule.delays);
        let left = self.run.left();
        let never = |delay: &&crate::scenario::Delay| {
            let is_left = left.iter().any(|message| message.slot == delay.slot);
            self.step_of(&delay.slot).is_none() && !is_left
        };
        delays
            .into_iter()
            .flatten()
            .filter(never)
            .cloned()
            .collect()
    }
}

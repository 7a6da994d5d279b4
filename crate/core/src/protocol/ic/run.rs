//! A run of interactive consistency kept for stepping: the relays of n sources, round by round.

use crate::{
    protocol::om::{held::held, relay::Relay, steps::Steps},
    run::{
        event::Message,
        evidence::{Lieutenant, VectorVote, Vote, Votes},
        kept::{Run, Told},
        view::Seen,
        vote_tree::{Held, VoteTree},
    },
    scenario::Scenario,
    word::{General, Generals, Order, Path, Slot},
};

/// The relays of all sources. Steps go by round, then by source, then as the relay of a source does.
#[derive(Debug)]
pub(super) struct InteractiveRun {
    opinions: Generals,
    relays: Vec<Relay>,
}

impl InteractiveRun {
    pub(super) fn new(scenario: &Scenario, relays: Vec<Relay>) -> Self {
        Self {
            opinions: scenario.opinions(),
            relays,
        }
    }

    /// The steps of one source's relay; all are alike.
    fn single(&self) -> &Steps {
        self.relays[0].steps()
    }

    /// The source whose relay a step belongs to, and the step there.
    fn within(&self, step: usize) -> (usize, usize) {
        let steps = self.single();
        let round = self.round(step);
        let (before, count) = (
            steps.end(round - 1),
            steps.end(round) - steps.end(round - 1),
        );
        let place = step - 1 - self.relays.len() * before;
        (place / count, before + place % count + 1)
    }

    /// The step in the run of a source's step.
    fn without(&self, source: usize, step: usize) -> usize {
        let steps = self.single();
        let before = steps.end(steps.round(step) - 1);
        let count = steps.end(steps.round(step)) - before;
        self.relays.len() * before + source * count + (step - before)
    }

    /// How many of a source's messages have happened after so many steps of the run.
    fn happened(&self, source: usize, step: usize) -> usize {
        let steps = self.single();
        let round = self.round(step);
        if round == 0 {
            return 0;
        }
        let (before, end) = (steps.end(round - 1), steps.end(round));
        let past = step - self.relays.len() * before;
        before
            + past
                .saturating_sub(source * (end - before))
                .min(end - before)
    }

    /// What a general obtains of a source, and why.
    fn vote(&self, scenario: &Scenario, general: General, source: General, depth: usize) -> Vote {
        let path = Path::from_source(source);
        if source == general {
            let own = Order::from_bit(self.opinions.contains(general));
            return Vote {
                path,
                direct: Some(own),
                children: Vec::new(),
                result: own,
                tie: false,
            };
        }
        let relay = &self.relays[source.index()];
        let lieutenant = Lieutenant {
            general,
            n: scenario.n(),
            m: scenario.m(),
            told: |path: &Path| relay.said_on(path, general),
        };
        lieutenant.vote(path, depth)
    }
}

impl Run for InteractiveRun {
    fn messages_count(&self) -> usize {
        self.relays.len() * self.single().messages()
    }

    fn rounds(&self) -> usize {
        self.single().rounds()
    }

    fn round(&self, step: usize) -> usize {
        // A round is over with the last source's part of it.
        self.single().round(step.div_ceil(self.relays.len()))
    }

    fn round_end(&self, round: usize) -> usize {
        self.relays.len() * self.single().end(round)
    }

    fn message(&self, step: usize) -> Option<Message> {
        let (source, step) = self.within(step);
        Some(self.relays.get(source)?.message(step))
    }

    fn messages(&self, round: usize) -> Box<dyn Iterator<Item = Told> + '_> {
        let relays = self.relays.iter();
        Box::new(relays.flat_map(move |relay| relay.messages(round)))
    }

    fn heard(&self, step: usize) -> Vec<u64> {
        let mut heard = vec![0; self.relays.len()];
        for (source, relay) in self.relays.iter().enumerate() {
            relay.add_heard(self.happened(source, step), &mut heard);
        }
        heard
    }

    fn seen(&self, general: General, step: usize) -> Seen {
        let mut seen = Seen::default();
        for round in 1..=self.round(step) {
            for (source, relay) in self.relays.iter().enumerate() {
                let happened = self.happened(source, step);
                relay.add_seen(general, round, happened, &mut seen);
            }
        }
        seen
    }

    fn step_of(&self, slot: &Slot) -> Option<usize> {
        let (source, relay) = self.relays.iter().enumerate().find_map(|(source, relay)| {
            let path = relay.path_of(slot)?;
            Some((source, relay.steps().step(&path, slot.to)))
        })?;
        Some(self.without(source, relay))
    }

    fn opens_stem(&self, step: usize) -> bool {
        let (source, within) = self.within(step);
        // In round 1 nobody passes anything on yet: all have the same stem, none.
        let continues = source > 0 && self.round(step) == 1;
        !continues && self.relays[source].steps().opens_stem(within)
    }

    fn votes(&self, scenario: &Scenario, general: General, depth: usize) -> Option<Votes> {
        let sources = scenario.generals().iter();
        let trees = sources.map(|source| self.vote(scenario, general, source, depth));
        Some(Votes::Vector(VectorVote::of(trees.collect())))
    }

    fn vote_tree(
        &self,
        scenario: &Scenario,
        general: General,
        source: General,
    ) -> Option<VoteTree> {
        let relay = self.relays.get(source.index())?;
        (source != general).then(|| {
            let size = (scenario.n(), scenario.rounds());
            VoteTree::of(size, general, source, &|path| {
                relay.said_on(path, general).order()
            })
        })
    }

    fn held(&self, scenario: &Scenario, path: &Path) -> Vec<Held> {
        let relay = self.relays.get(path.source().index());
        relay.map_or(Vec::new(), |relay| held(relay, scenario, path))
    }
}

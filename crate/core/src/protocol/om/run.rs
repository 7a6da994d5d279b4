//! A run of OM(m), or of the flat vote over the same messages, kept for stepping.

use crate::{
    protocol::om::{held::held, machine::Conclude, relay::Relay},
    run::{
        event::Message,
        evidence::{FlatVote, Lieutenant, Votes},
        kept::{Run, Told},
        view::Seen,
        vote_tree::{Held, VoteTree},
    },
    scenario::Scenario,
    word::{General, Path, Slot},
};

/// The words of a run, and what they come to.
#[derive(Debug)]
pub(crate) struct OralRun {
    pub(crate) relay: Relay,
    pub(crate) conclude: Conclude,
}

impl Run for OralRun {
    fn messages_count(&self) -> usize {
        self.relay.steps().messages()
    }

    fn rounds(&self) -> usize {
        self.relay.steps().rounds()
    }

    fn round(&self, step: usize) -> usize {
        self.relay.steps().round(step)
    }

    fn round_end(&self, round: usize) -> usize {
        self.relay.steps().end(round)
    }

    fn message(&self, step: usize) -> Option<Message> {
        Some(self.relay.message(step))
    }

    fn messages(&self, round: usize) -> Box<dyn Iterator<Item = Told> + '_> {
        Box::new(self.relay.messages(round))
    }

    fn heard(&self, step: usize) -> Vec<u64> {
        let mut heard = vec![0; self.relay.n()];
        self.relay.add_heard(step, &mut heard);
        heard
    }

    fn seen(&self, general: General, step: usize) -> Seen {
        let mut seen = Seen::default();
        for round in 1..=self.round(step) {
            self.relay.add_seen(general, round, step, &mut seen);
        }
        seen
    }

    fn step_of(&self, slot: &Slot) -> Option<usize> {
        let path = self.relay.path_of(slot)?;
        Some(self.relay.steps().step(&path, slot.to))
    }

    fn opens_stem(&self, step: usize) -> bool {
        self.relay.steps().opens_stem(step)
    }

    fn votes(&self, scenario: &Scenario, general: General, depth: usize) -> Option<Votes> {
        if self.conclude == Conclude::Flat {
            let seen = self.seen(general, self.messages_count());
            return Some(Votes::Flat(FlatVote::of(seen)));
        }
        let lieutenant = Lieutenant {
            general,
            n: scenario.n(),
            m: scenario.m(),
            told: |path: &Path| self.relay.said_on(path, general),
        };
        Some(Votes::Tree(lieutenant.vote(Path::commander(), depth)))
    }

    fn vote_tree(
        &self,
        scenario: &Scenario,
        general: General,
        source: General,
    ) -> Option<VoteTree> {
        let has_tree = self.conclude == Conclude::Tree && source.is_commander();
        has_tree.then(|| {
            let size = (scenario.n(), scenario.rounds());
            VoteTree::of(size, general, source, &|path| {
                self.relay.said_on(path, general).order()
            })
        })
    }

    fn held(&self, scenario: &Scenario, path: &Path) -> Vec<Held> {
        held(&self.relay, scenario, path)
    }
}

//! A run of any protocol, kept for stepping: what a trace asks of it.

use std::any::Any;

#[cfg(feature = "sm")]
use crate::protocol::signed::Sealed;
use crate::{
    run::{
        event::{Message, Said},
        evidence::Votes,
        verdict::Verdict,
        view::Seen,
        vote_tree::{Held, VoteTree},
    },
    scenario::Scenario,
    word::{General, Path, Slot},
};

/// A message without its label: who tells whom, and what.
pub(crate) type Told = (General, General, Said);

/// A run, and what came out of it.
pub(crate) type Played = (Box<dyn Run>, Verdict);

/// A run, whatever its protocol. Steps count from 1; the decision is none of its messages. It is not `Debug`: every build
/// would have to be able to write all that runs are made of.
pub(crate) trait Run: Any + Send + Sync {
    /// How many messages there are.
    fn messages_count(&self) -> usize;

    /// How many rounds it has.
    fn rounds(&self) -> usize;

    /// The round after so many steps: 0 before the first, the last one for the decision.
    fn round(&self, step: usize) -> usize;

    /// The last message's step of a round; that of the round before where it has none.
    fn round_end(&self, round: usize) -> usize;

    /// The message of a step.
    fn message(&self, step: usize) -> Option<Message>;

    /// The messages of a round in the order of steps.
    fn messages(&self, round: usize) -> Box<dyn Iterator<Item = Told> + '_>;

    /// How many words each general has heard after so many messages, general 1 first.
    fn heard(&self, step: usize) -> Vec<u64>;

    /// What a general has received and sent after so many steps.
    fn seen(&self, general: General, step: usize) -> Seen;

    /// The letters that never come because a limit ends the run before, in the order in which they would have.
    #[cfg(feature = "network")]
    fn left(&self) -> Vec<Message> {
        Vec::new()
    }

    /// The step of a slot, the first of them where it has two.
    fn step_of(&self, slot: &Slot) -> Option<usize>;

    /// Whether the message of a step passes on something else than the one before: its label without the last number is
    /// another.
    fn opens_stem(&self, step: usize) -> bool;

    /// Why a loyal decider ends as he does. In a vote tree, paths of `depth` generals and more are given without their
    /// children.
    fn votes(&self, scenario: &Scenario, general: General, depth: usize) -> Option<Votes>;

    /// The vote tree of a decider for the word of this source, where votes are trees.
    fn vote_tree(&self, _: &Scenario, _: General, _source: General) -> Option<VoteTree> {
        None
    }

    /// What everyone who is not on a path holds there, where votes are trees.
    fn held(&self, _: &Scenario, _: &Path) -> Vec<Held> {
        Vec::new()
    }

    /// Where all stand after so many steps, where the run is that of a text.
    #[cfg(feature = "own")]
    fn standings(&self, _step: usize) -> Option<crate::program::Standings> {
        None
    }

    /// The signed letter that a step delivers, and the keys that check it.
    #[cfg(feature = "sm")]
    fn letter(&self, _step: usize) -> Option<Sealed<'_>> {
        None
    }

    /// The letter that a step delivers as it came, where seals are names in a run.
    #[cfg(feature = "pbft")]
    fn sealed(&self, _: &Scenario, _step: usize) -> Option<crate::protocol::pbft::seals::Unopened> {
        None
    }
}

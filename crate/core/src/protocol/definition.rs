//! What the folder of a protocol defines: the code behind its name.

use std::fmt::Debug;

#[cfg(feature = "network")]
use crate::protocol::army::Army;
#[cfg(feature = "pbft")]
use crate::protocol::army::Carried;
#[cfg(feature = "own")]
use crate::protocol::execute::Step;
#[cfg(feature = "lab")]
use crate::protocol::price::Price;
#[cfg(feature = "sm")]
use crate::protocol::signed::Sealed;
#[cfg(all(feature = "network", feature = "lab"))]
use crate::word::{Order, Words};
use crate::{
    link::{error::LinkError, faults::Faults},
    protocol::{
        bound::Bound,
        machine::{Decision, StepMachine},
        spec::{Condition, Spec},
    },
    run::{
        evidence::Votes,
        kept::{Played, Run},
        verdict::Verdict,
        visit::Visit,
    },
    scenario::{Own, OwnTexts, Scenario},
    word::{General, Generals, MessageCounts, Slot},
};
#[cfg(feature = "marks")]
use crate::{run::MarkKind, word::Word};
#[cfg(feature = "marks")]
use crate::{run::Part, word::Label};

/// The state of a protocol's general.
pub(crate) type StateOf<D> = <<D as Stepped>::Machine as StepMachine>::State;
/// The message of a protocol.
pub(crate) type MessageOf<D> = <<D as Stepped>::Machine as StepMachine>::Message;

/// A protocol: its runs, and what can be said of them before they are made.
pub(crate) trait Definition: Debug + Send + Sync + 'static {
    /// By which marks it is told how far a phase is, in their order; none where no marks tell it.
    #[cfg(feature = "marks")]
    const STAGES: &'static [MarkKind] = &[];

    /// Asks its step machine a question of the laboratory; `None` where there is none that the laboratory searches.
    fn ask<V: Visitor>(_: V) -> Option<V::Answer> {
        None
    }

    /// A scenario's army before anything happens; `None` where it has rounds.
    #[cfg(feature = "network")]
    fn army(_: &Scenario) -> Option<Box<dyn Army>> {
        None
    }

    /// The letter that stands in a slot as it came, where letters are sealed by name alone.
    #[cfg(feature = "pbft")]
    fn sealed(_: &Slot, _: &Carried) -> Option<crate::protocol::pbft::seals::Unopened> {
        None
    }

    /// A quick form of its runs with these slots of traitors, where all slots are open from the beginning: what makes it
    /// possible to try everything. `None` where there is none.
    #[cfg(all(feature = "network", feature = "lab"))]
    fn rerun(_: &Scenario, _: &[Slot]) -> Option<Box<dyn Rerun>> {
        None
    }

    /// The slot with this label, if this army's protocol has it.
    fn slot(n: usize, m: usize, label: &[u64], to: General) -> Option<Slot>;

    /// What a letter with this label is for among n; `None` where a label is a path, which says that itself.
    #[cfg(feature = "marks")]
    fn part(_n: usize, _: &Label) -> Option<Part> {
        None
    }

    /// Whether this word of the protocol can stand in this slot of it; silence can in any.
    #[cfg(feature = "marks")]
    fn has_word(_: &Slot, _: Word) -> bool {
        true
    }

    /// What it says of itself by the texts of its own keys, where that depends on them.
    fn spec_given(_: &OwnTexts) -> Option<&'static Spec> {
        None
    }

    /// What it has of its own among n with m, by the texts of its own keys; what is wrong with them is noted.
    fn own(_: &OwnTexts, _: (usize, usize), _: &mut Faults) -> Own {
        Own::Nothing
    }

    /// Who shows that a condition of its own does not hold if just these attack; `None` where nothing is required.
    fn own_condition(_: &Scenario, _attackers: Generals, _: Condition) -> Option<Generals> {
        None
    }

    /// How many messages its run has at most, whatever traitors do.
    fn messages_at_most(scenario: &Scenario) -> MessageCounts;

    /// What it asks for, said of a scenario without traitors.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        Price::of(Self::messages_at_most(scenario), None)
    }

    /// A run in which f traitors among as many generals break a condition, in the army's form, where no theorem says that one
    /// does; `None` where none is known.
    #[cfg(feature = "lab")]
    fn broken_by(_army: &Scenario, _f: usize) -> Option<String> {
        None
    }

    /// What theory promises it against f traitors.
    fn bound(scenario: &Scenario, f: usize) -> Bound;

    /// The refusal of a run that is too large to be kept, and the nearest scenario that is not.
    fn too_large(scenario: &Scenario) -> Option<(LinkError, Scenario)>;

    /// The run of a scenario that is not too large, every step of it, and what came out.
    fn run(scenario: &Scenario) -> Played;

    /// The same beside the run of another scenario, whose work may be used again.
    fn run_beside(scenario: &Scenario, _: &Scenario, _: &dyn Run) -> Played {
        Self::run(scenario)
    }

    /// The verdict without keeping the run.
    ///
    /// # Errors
    /// `too-large` where too much would have to be visited.
    fn judge(scenario: &Scenario, _: Visit) -> Result<Verdict, LinkError> {
        match Self::too_large(scenario) {
            Some((error, _)) => Err(error),
            None => Ok(Self::run(scenario).1),
        }
    }
}

/// A protocol in rounds, whose general's program is a step machine.
pub(crate) trait Stepped: Definition {
    /// The program of one general.
    type Machine: StepMachine + Debug + 'static;

    /// The machine for a scenario's army.
    fn machine(scenario: &Scenario) -> Self::Machine;

    /// What a decision rests on, where the run is kept step by step.
    fn evidence(_: &Self::Machine, _: &StateOf<Self>, _: Decision) -> Option<Votes> {
        None
    }

    /// Where all stand after so many steps in the text that they run; `None` where there is none.
    #[cfg(feature = "own")]
    fn standings(_: &Kept<'_, Self>, _step: usize) -> Option<crate::program::Standings> {
        None
    }

    /// The signed letter that a message is, and the keys that check it.
    #[cfg(feature = "sm")]
    fn letter<'a>(_: &'a Self::Machine, _: &'a MessageOf<Self>) -> Option<Sealed<'a>> {
        None
    }
}

/// A run that is kept step by step.
#[cfg(feature = "own")]
pub(crate) struct Kept<'a, D: Stepped + ?Sized> {
    pub(crate) machine: &'a D::Machine,
    pub(crate) steps: &'a [Step<MessageOf<D>>],
    /// The last step of each round; entry 0 is 0.
    pub(crate) ends: &'a [usize],
    /// What each general remembers at the end.
    pub(crate) states: &'a [StateOf<D>],
}

/// Runs of one army under one schedule, one after another, that differ in what its traitors say.
#[cfg(all(feature = "network", feature = "lab"))]
pub(crate) trait Rerun: Send + Sync {
    /// What each general decides, general 1 first, if the slots hold these words and traitors say nothing elsewhere.
    fn decide(&mut self, words: &[Words]) -> &[Option<Order>];
}

/// A question that is asked of whatever protocol in rounds it is.
pub(crate) trait Visitor {
    /// The answer.
    type Answer;

    /// Whether it is asked of a protocol that says this of itself; for one of which it is not no code is built.
    fn is_asked_of(_: &Spec) -> bool {
        true
    }

    /// Asks it of this one.
    fn visit<D: Stepped>(self) -> Self::Answer;
}

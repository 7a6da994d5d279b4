//! A run kept as the list of its steps: the form for every protocol that has no faster one.

#[cfg(feature = "own")]
use crate::protocol::Kept;
#[cfg(feature = "sm")]
use crate::protocol::signed::Sealed;
#[cfg(feature = "marks")]
use crate::run::mark::{Mark, MarksVote};
use crate::{
    protocol::{
        Step, Stepped, execute,
        machine::{Decision, Refusal, StepMachine},
    },
    run::{
        event::{Message, Said},
        evidence::Votes,
        kept::{Played, Run, Told},
        outcome::Outcome,
        verdict::Verdict,
        view::{Received, Seen, Sent},
    },
    scenario::Scenario,
    word::{General, MessageCounts, Slot, Word},
};

type MachineOf<D> = <D as Stepped>::Machine;
type StateOf<D> = <MachineOf<D> as StepMachine>::State;
type MessageOf<D> = <MachineOf<D> as StepMachine>::Message;

/// All steps of a run, and what everybody remembers at its end.
#[derive(Debug)]
pub(crate) struct StoredRun<D: Stepped> {
    machine: MachineOf<D>,
    notices_silence: bool,
    steps: Vec<Step<MessageOf<D>>>,
    /// The last step of each round; entry 0 is 0.
    ends: Vec<usize>,
    states: Vec<StateOf<D>>,
    decisions: Vec<Option<Decision>>,
    #[cfg(feature = "marks")]
    marks: Vec<Vec<(usize, Mark)>>,
}

impl<D: Stepped> StoredRun<D> {
    /// Runs a scenario with this machine.
    pub(crate) fn new(machine: MachineOf<D>, scenario: &Scenario) -> Self {
        let run = execute(&machine, scenario);
        let steps = run.steps;
        let mut ends = vec![0];
        for round in 1..=scenario.rounds() {
            ends.push(steps.partition_point(|step| step.spoken.slot.round <= round));
        }
        Self {
            machine,
            notices_silence: scenario.spec().notices_silence,
            steps,
            ends,
            states: run.states,
            decisions: run.decisions,
            #[cfg(feature = "marks")]
            marks: run.marks,
        }
    }

    /// The same, and what came out of it.
    pub(crate) fn played(machine: MachineOf<D>, scenario: &Scenario) -> Played {
        let run = Self::new(machine, scenario);
        let spoken = |ends: &[usize]| {
            let steps = run.steps[ends[0]..ends[1]].iter();
            let carried = steps.filter(|step| run.notices_silence || step.spoken.said.is_some());
            carried.count() as u128
        };
        let messages = MessageCounts::of_rounds(run.ends.windows(2).map(spoken).collect());
        let lies = run.steps.iter().filter(|step| Self::said(step).is_lie());
        let lies = Some(lies.count() as u64);
        let outcome = Outcome::of(scenario, |general| run.decisions[general.index()]);
        let verdict = Verdict::of(scenario, &outcome, messages, lies);
        (Box::new(run), verdict)
    }

    /// The machine that ran.
    pub(crate) const fn machine(&self) -> &MachineOf<D> {
        &self.machine
    }

    fn step(&self, step: usize) -> Option<&Step<MessageOf<D>>> {
        self.steps.get(step.checked_sub(1)?)
    }

    fn said(step: &Step<MessageOf<D>>) -> Said {
        let word = |message: &Option<MessageOf<D>>| {
            message.as_ref().map_or(Word::Silence, MachineOf::<D>::word)
        };
        Said {
            word: word(&step.spoken.said),
            honest: word(&step.spoken.honest),
            refused: step.refused,
        }
    }
}

impl<D: Stepped> Run for StoredRun<D> {
    fn messages_count(&self) -> usize {
        self.steps.len()
    }

    fn rounds(&self) -> usize {
        self.ends.len() - 1
    }

    fn round(&self, step: usize) -> usize {
        let rounds = self.rounds();
        self.ends.partition_point(|end| *end < step).min(rounds)
    }

    fn round_end(&self, round: usize) -> usize {
        self.ends.get(round).copied().unwrap_or(self.steps.len())
    }

    fn message(&self, step: usize) -> Option<Message> {
        let step = self.step(step)?;
        Some(Message {
            slot: step.spoken.slot.clone(),
            said: Self::said(step),
            #[cfg(feature = "network")]
            delivery: None,
        })
    }

    fn messages(&self, round: usize) -> Box<dyn Iterator<Item = Told> + '_> {
        let steps = &self.steps[self.round_end(round - 1)..self.round_end(round)];
        Box::new(steps.iter().map(|step| {
            let slot = &step.spoken.slot;
            (slot.from, slot.to, Self::said(step))
        }))
    }

    fn heard(&self, step: usize) -> Vec<u64> {
        let mut heard = vec![0; self.states.len()];
        for step in self.steps.iter().take(step) {
            let comes = step.spoken.said.is_some() && step.refused != Some(Refusal::Caught);
            heard[step.spoken.slot.to.index()] += u64::from(comes);
        }
        heard
    }

    /// Where silence is not noticed, a message that is withheld is seen by nobody, its writer aside, who did nothing. One whose
    /// messenger is caught is seen by its writer alone.
    fn seen(&self, general: General, step: usize) -> Seen {
        let mut seen = Seen::default();
        for step in self.steps.iter().take(step) {
            let Slot {
                round,
                ref label,
                to,
                from,
            } = step.spoken.slot;
            if from != general && to != general {
                continue;
            }
            let said = Self::said(step).word;
            if said.is_silence() && !self.notices_silence {
                continue;
            }
            if from == general {
                seen.sent.push(Sent {
                    round,
                    label: label.clone(),
                    to,
                    said,
                });
            } else if step.refused != Some(Refusal::Caught) {
                seen.received.push(Received {
                    round,
                    label: label.clone(),
                    from,
                    said,
                    refused: step.refused,
                });
            }
        }
        seen
    }

    fn step_of(&self, slot: &Slot) -> Option<usize> {
        let found = self.steps.iter().position(|step| step.spoken.slot == *slot);
        found.map(|index| index + 1)
    }

    fn opens_stem(&self, step: usize) -> bool {
        let stem = |step: usize| {
            let numbers = self.step(step)?.spoken.slot.label.numbers();
            Some(&numbers[..numbers.len() - 1])
        };
        match (stem(step - 1), stem(step)) {
            (Some(before), Some(here)) => before != here,
            _ => true,
        }
    }

    fn votes(&self, _: &Scenario, general: General, _depth: usize) -> Option<Votes> {
        let state = self.states.get(general.index())?;
        let decision = (*self.decisions.get(general.index())?)?;
        #[cfg(feature = "marks")]
        if let Some(marks) = self.marks.get(general.index())
            && !marks.is_empty()
        {
            return Some(Votes::Marks(MarksVote {
                marks: marks.clone(),
                result: Some(decision.order),
            }));
        }
        D::evidence(&self.machine, state, decision)
    }

    #[cfg(feature = "own")]
    fn standings(&self, step: usize) -> Option<crate::program::Standings> {
        let kept = Kept::<D> {
            machine: &self.machine,
            steps: &self.steps,
            ends: &self.ends,
            states: &self.states,
        };
        D::standings(&kept, step)
    }

    #[cfg(feature = "sm")]
    fn letter(&self, step: usize) -> Option<Sealed<'_>> {
        D::letter(&self.machine, self.step(step)?.spoken.said.as_ref()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        link::{LinkSize, parse},
        protocol::Visitor,
    };

    /// A scenario's run in this form.
    struct Stored<'a>(&'a Scenario);

    impl Visitor for Stored<'_> {
        type Answer = Played;

        fn visit<D: Stepped>(self) -> Played {
            StoredRun::<D>::played(D::machine(self.0), self.0)
        }
    }

    #[test]
    fn a_protocols_faster_form_answers_as_this_one() {
        for link in [
            "v=1&p=om&n=4&t=3",
            "v=1&p=om&n=5&m=3&t=1.4&s=random&seed=7",
            "v=1&p=om&n=2&t=1&s=silent",
            "v=1&p=flat&n=5&m=2&t=2&s=split&x=1.2-3S",
            "v=1&p=ic&n=4&m=2&t=2.3&s=half&x=3-1S_1.3-4S&i=AARA",
            "v=1&p=ic&n=3&m=0&t=1&s=silent",
            "v=1&p=sm&n=4&m=2&t=1.3&x=1-2A_1-2R",
        ] {
            let scenario = parse(link, LinkSize::Stepped).unwrap().scenario;
            let (fast, verdict) = scenario.run();
            let (stored, expected) = scenario.protocol().ask(Stored(&scenario)).unwrap();
            assert_eq!(verdict, expected, "{link}");
            let count = stored.messages_count();
            assert_eq!(fast.messages_count(), count, "{link}");
            for round in 0..=scenario.rounds() {
                assert_eq!(fast.round_end(round), stored.round_end(round), "{link}");
            }
            for round in 1..=scenario.rounds() {
                assert!(fast.messages(round).eq(stored.messages(round)), "{link}");
            }
            for step in 0..=count + 1 {
                assert_eq!(fast.round(step), stored.round(step), "{link}: {step}");
                assert_eq!(fast.heard(step), stored.heard(step), "{link}: {step}");
                for general in scenario.generals().iter() {
                    let seen = |run: &dyn Run| run.seen(general, step);
                    assert_eq!(seen(&*fast), seen(&*stored), "{link}: {general} at {step}");
                }
            }
            for step in 1..=count {
                assert_eq!(fast.message(step), stored.message(step), "{link}: {step}");
                let slot = stored.message(step).unwrap().slot;
                assert_eq!(fast.step_of(&slot), stored.step_of(&slot), "{link}: {slot}");
                let opens = |run: &dyn Run| run.opens_stem(step);
                assert_eq!(opens(&*fast), opens(&*stored), "{link}: {step}");
            }
        }
    }
}

//! An army in lock step: in each round all speak, then all hear.

use std::cmp::Ordering;

#[cfg(feature = "marks")]
use crate::run::Mark;
use crate::{
    protocol::{
        door::{Spoken, speak},
        machine::{Decision, Refusal, StepMachine},
    },
    scenario::Scenario,
    word::{General, Generals, Order, Slot, Word, sort_by},
};

/// A message on its way, and what became of it.
///
/// ```
/// use generals::{General, machine::{Refusal, execute}, sm::machine::Signed, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=sm&n=3&t=3&x=1.3-2R", LinkSize::Any).unwrap().scenario;
/// let machine = Signed::new(3, 1, scenario.seed(), scenario.traitors()).unwrap();
/// let steps = execute(&machine, &scenario).steps;
/// let refused = steps.iter().find(|step| step.refused.is_some()).unwrap();
/// assert_eq!(refused.spoken.slot.to_string(), "1.3-2");
/// assert_eq!(refused.refused, Some(Refusal::BadSignature(General::COMMANDER)), "general 3 forged it");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<M> {
    /// What.
    pub spoken: Spoken<M>,
    /// Why it was not taken in.
    pub refused: Option<Refusal>,
}

/// A finished run.
///
/// ```
/// use generals::{Order, machine::execute, om::machine::Oral, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=om&n=4&t=3", LinkSize::Any).unwrap().scenario;
/// let execution = execute(&Oral::new(4, 1).unwrap(), &scenario);
/// assert_eq!(execution.decisions[0], None, "the commander has nothing to decide");
/// assert_eq!(execution.decisions[1], Some(Order::Attack.into()));
/// ```
#[derive(Clone, Debug)]
pub struct Execution<S, M> {
    /// All steps: by slot, and attack before retreat.
    pub steps: Vec<Step<M>>,
    /// What each general remembers, general 1 first.
    pub states: Vec<S>,
    /// What each general ends with, general 1 first; `None` for a commander.
    pub decisions: Vec<Option<Decision>>,
    /// What each general came to, general 1 first: after how many steps, and what.
    #[cfg(feature = "marks")]
    pub marks: Vec<Vec<(usize, Mark)>>,
}

/// Runs a scenario with its protocol's machine.
pub fn execute<M: StepMachine>(
    machine: &M,
    scenario: &Scenario,
) -> Execution<M::State, M::Message> {
    run_across(
        machine,
        scenario.n(),
        |general| scenario.input(general),
        scenario.traitors(),
        |state, round, from, to| speak(machine, scenario, state, from, round, to),
        |slot| scenario.is_caught(slot),
    )
}

/// Runs an army of `n` generals, each with his input.
///
/// `speak` is asked for each traitor, round and neighbour, and answers what he says; the loyal say what the machine sends.
/// A slot in which nothing is said nor should be, and which nobody names, is no step.
pub fn run<M: StepMachine>(
    machine: &M,
    n: usize,
    input: impl Fn(General) -> Option<Order>,
    traitors: Generals,
    speak: impl FnMut(&M::State, usize, General, General) -> Vec<Spoken<M::Message>>,
) -> Execution<M::State, M::Message> {
    run_across(machine, n, input, traitors, speak, |_| false)
}

/// The same where messengers may be caught: what is sent in such a slot does not arrive.
fn run_across<M: StepMachine>(
    machine: &M,
    n: usize,
    input: impl Fn(General) -> Option<Order>,
    traitors: Generals,
    mut speak: impl FnMut(&M::State, usize, General, General) -> Vec<Spoken<M::Message>>,
    is_caught: impl Fn(&Slot) -> bool,
) -> Execution<M::State, M::Message> {
    let army = Generals::all(n);
    let mut states: Vec<M::State> = army
        .iter()
        .map(|general| machine.init(general, input(general)))
        .collect();
    let mut steps = Vec::new();
    #[cfg(feature = "marks")]
    let mut marks = vec![Vec::new(); n];
    #[cfg(feature = "marks")]
    let mut note = |states: &[M::State], round: usize, step: usize| {
        for (state, marks) in states.iter().zip(&mut marks) {
            let came_to = machine.marks(state, round).into_iter();
            marks.extend(came_to.map(|mark| (step, mark)));
        }
    };
    #[cfg(feature = "marks")]
    note(&states, 0, 0);
    for round in 1..=machine.rounds() {
        let mut spoken = Vec::new();
        for from in army.iter() {
            let state = &states[from.index()];
            for to in army.without(from).iter() {
                if traitors.contains(from) {
                    spoken.extend(speak(state, round, from, to));
                } else {
                    let sent = machine.send(state, round, to).into_iter();
                    spoken.extend(sent.map(Spoken::honestly));
                }
            }
        }
        sort_by(&mut spoken, step_order::<M>);
        for spoken in spoken {
            let state = &mut states[spoken.slot.to.index()];
            let refused = spoken.said.as_ref().and_then(|message| {
                if is_caught(&spoken.slot) {
                    return Some(Refusal::Caught);
                }
                machine
                    .receive(state, round, spoken.slot.from, message)
                    .err()
            });
            steps.push(Step { spoken, refused });
        }
        #[cfg(feature = "marks")]
        note(&states, round, steps.len());
    }
    let decisions = states.iter().map(|state| machine.decide(state)).collect();
    Execution {
        steps,
        states,
        decisions,
        #[cfg(feature = "marks")]
        marks,
    }
}

/// How messages stand among the steps; attack comes before retreat.
fn step_order<M: StepMachine>(one: &Spoken<M::Message>, other: &Spoken<M::Message>) -> Ordering {
    let word = |spoken: &Spoken<M::Message>| {
        let message = spoken.said.as_ref().or(spoken.honest.as_ref());
        message.map_or(Word::Silence, M::word)
    };
    (&one.slot, word(other)).cmp(&(&other.slot, word(one)))
}

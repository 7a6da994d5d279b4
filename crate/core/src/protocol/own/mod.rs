//! A protocol of one's own: a program that stands in the link (key `prog`), laid out for the army of the scenario.

mod given;
pub(crate) mod spec;

pub use given::encoded;
pub(crate) use given::{Given, spec_given};

use crate::{
    link::{
        error::{Code, Key, LinkError, too_large},
        faults::Faults,
    },
    program::{
        Standings,
        machine::{ProgramMessage, ProgramState, Programmed},
    },
    protocol::{
        bound::Bound,
        definition::{Definition, Kept, Stepped, Visitor},
        machine::{Decision, StepMachine},
        reason::Reason,
        signed::Sealed,
        sm,
        spec::Spec,
    },
    run::{
        evidence::{SignedVote, Votes},
        kept::Played,
        stored::StoredRun,
    },
    scenario::{Own, OwnTexts, Scenario},
    word::{
        General, Lies, MessageCounts, Slot,
        limits::{SIGNATURES_MAX, STEPPED_MESSAGES_MAX},
    },
};

/// A protocol of one's own, as the registry knows it.
#[derive(Debug)]
pub(crate) struct OwnProtocol;

impl Definition for OwnProtocol {
    fn ask<V: Visitor>(visitor: V) -> Option<V::Answer> {
        Some(visitor.visit::<Self>())
    }

    /// Which slots there are is up to the program.
    fn slot(_: usize, _: usize, _: &[u64], _: General) -> Option<Slot> {
        None
    }

    fn spec_given(texts: &OwnTexts) -> Option<&'static Spec> {
        Some(spec_given(texts.get(Key::Prog)))
    }

    fn own(texts: &OwnTexts, size: (usize, usize), faults: &mut Faults) -> Own {
        Own::Program(Box::new(Given::read(texts.get(Key::Prog), size, faults)))
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        let layout = scenario.given().map(Given::layout);
        layout.map_or_else(
            || MessageCounts::of_rounds(Vec::new()),
            |layout| layout.messages(scenario.lies().len()),
        )
    }

    /// Nobody has proved anything of it; but what no protocol can do it cannot.
    fn bound(scenario: &Scenario, f: usize) -> Bound {
        let (n, spec) = (scenario.n(), scenario.spec());
        let is_lost = (!spec.is_signed && n <= 3 * f) || scenario.rounds() <= f;
        let reason = match f {
            0 => Reason::OwnProgram,
            f if f + 1 >= n => Reason::NobodyLeft,
            _ if is_lost => Reason::Impossible,
            _ => Reason::OwnProgram,
        };
        Bound {
            exact: (reason == Reason::Impossible).then_some(false),
            ..Bound::because(reason, f)
        }
    }

    /// With fewer to survive there is less to say, in most programs; where that does not help, with as few generals as can be.
    fn too_large(scenario: &Scenario) -> Option<(LinkError, Scenario)> {
        if fits(scenario) {
            return None;
        }
        let smaller = |n: usize, m: usize| {
            let mut army = scenario.with_lies(scenario.strategy(), Lies::new());
            (army.n, army.m) = (n, m);
            army.own = Own::Program(Box::new(scenario.given()?.among((n, m))?));
            fits(&army).then_some(army)
        };
        let n = scenario.n();
        let most = |m: &usize| smaller(n, *m).is_some();
        let error = match needs_too_many_signatures(scenario) {
            true => {
                let lies = scenario.lies().len().to_string();
                LinkError::at(Key::X, Code::TooLarge, &lies, None)
            }
            false => too_large(scenario.m(), most),
        };
        let shallower = (0..=scenario.m()).rev().find_map(|m| smaller(n, m));
        let fewer = || (2..n).rev().find_map(|n| smaller(n, 0));
        let frame = || {
            let mut army = scenario.with_lies(scenario.strategy(), Lies::new());
            army.own = Own::Program(Box::new(Given::frame((n, army.m))));
            army
        };
        Some((error, shallower.or_else(fewer).unwrap_or_else(frame)))
    }

    fn run(scenario: &Scenario) -> Played {
        StoredRun::<Self>::played(Self::machine(scenario), scenario)
    }
}

/// Whether it may be run step by step.
fn fits(scenario: &Scenario) -> bool {
    let messages = OwnProtocol::messages_at_most(scenario).total;
    messages <= STEPPED_MESSAGES_MAX && !needs_too_many_signatures(scenario)
}

/// Whether making and checking its signatures would take too long.
fn needs_too_many_signatures(scenario: &Scenario) -> bool {
    scenario.spec().is_signed && sm::signatures_at_most(scenario) > SIGNATURES_MAX
}

impl Stepped for OwnProtocol {
    type Machine = Programmed;

    fn machine(scenario: &Scenario) -> Programmed {
        let layout = match scenario.given() {
            Some(given) => given.layout().clone(),
            None => Given::frame((scenario.n(), scenario.m())).layout().clone(),
        };
        let held = scenario.adversary().held_keys();
        Programmed::laid_out(layout).with_keys(scenario.seed(), held)
    }

    fn evidence(machine: &Programmed, state: &ProgramState, decision: Decision) -> Option<Votes> {
        Some(Votes::Signed(SignedVote {
            values: machine.accepted(state)?,
            result: decision.order,
        }))
    }

    fn standings(run: &Kept<'_, Self>, step: usize) -> Option<Standings> {
        // The round of the step, or the first one to come; behind the last they decide.
        let round = match step > run.steps.len() {
            true => run.ends.len(),
            false => run.ends.partition_point(|end| *end < step).max(1),
        };
        let before = run.steps.get(..run.ends[round - 1]).unwrap_or_default();
        let stand = |end: &ProgramState| {
            let told = before.iter().filter_map(|step| {
                let Slot {
                    round, to, from, ..
                } = step.spoken.slot;
                let is_told = to == end.general() && step.refused.is_none();
                let message = step.spoken.said.as_ref().filter(|_| is_told)?;
                Some((round, from, Programmed::word(message)))
            });
            run.machine.standing(end, told, round)
        };
        let generals = run.states.iter().map(stand).collect();
        Some(run.machine.standings(round, generals))
    }

    fn letter<'a>(machine: &'a Programmed, message: &'a ProgramMessage) -> Option<Sealed<'a>> {
        machine.letter(message)
    }
}

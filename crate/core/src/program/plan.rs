//! A program among n generals of whom f may be traitors, laid out: what each does before each round.
//!
//! Loops and conditions that are known before the run are gone, so all have the same rounds; and how much there is to do is known
//! before anything is done.

use std::sync::Arc;

use crate::{
    program::{
        ProgramTask,
        check::Checked,
        code::{Code, Function, Name, Values},
        gather::Gathering,
        mistake::{Mistake, MistakeCode, Place},
        task::{Do, DoKind},
    },
    word::{
        Order,
        limits::{PROGRAM_ROUNDS_MAX, PROGRAM_WORK_MAX},
    },
};

/// A laid out program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Plan {
    /// What is done before round 1, and after each round.
    pub(super) parts: Vec<Vec<Step>>,
    /// What is said in each round.
    pub(super) rounds: Vec<Arc<DoKind>>,
    /// Where each counter of a loop stands in each round.
    pub(super) counters: Vec<Vec<i64>>,
    pub(super) decide: Arc<DoKind>,
    /// Whether it matters before round 1, and after each round, who has said what, and not only how many have.
    pub(super) asks_who: Vec<bool>,
    /// Where all stand in each round, and last when they decide.
    pub(super) stops: Vec<Stop>,
    /// After how many rounds it gathers, and for how many.
    pub(super) gathers: Option<(usize, usize)>,
    /// After how many rounds it collects, and for how many.
    pub(super) collects: Option<(usize, usize)>,
}

/// Something that a general does between two rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A variable that counts a loop comes to its next value.
    Count { variable: usize, value: i64 },
    /// A statement without rounds.
    Do(Arc<DoKind>),
}

/// Where all stand in a round, or when they decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stop {
    /// The line of the text, from 1.
    pub(super) line: usize,
    /// What each knows there, in the order in which it has come to be known.
    pub(super) known: Vec<Shown>,
}

/// Something that a general knows and the text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// The commander's order, or his own opinion.
    Given,
    /// A variable, by its place.
    Variable(usize),
    /// What `resolve` came to for a commander's order.
    Result,
    /// Whether he holds a letter with this order.
    Holds(Order),
}

impl Plan {
    /// Lays out a program.
    ///
    /// # Errors
    /// With more rounds, or more to do, than there may be, or dividing by 0: the statement that brought it there.
    pub(super) fn of(
        program: &Checked,
        task: ProgramTask,
        n: usize,
        f: usize,
    ) -> Result<Self, Mistake> {
        let mut planner = Planner {
            program,
            task,
            shown: vec![Shown::Given],
            stops: Vec::new(),
            gathers: None,
            collects: None,
            known: Before {
                n: n as i64,
                f: f as i64,
                variables: vec![None; program.variables.len()],
            },
            work: 0,
            parts: vec![Vec::new()],
            rounds: Vec::new(),
            counters: Vec::new(),
            decide: None,
        };
        planner.block(&program.block)?;
        let asks = |kind: &Arc<DoKind>| kind.asks(Function::Said);
        let asks_in_part = |(round, part): (usize, &Vec<Step>)| {
            let next = planner.rounds.get(round).or(planner.decide.as_ref());
            let done = |step: &Step| matches!(step, Step::Do(kind) if asks(kind));
            next.is_some_and(asks) || part.iter().any(done)
        };
        Ok(Self {
            asks_who: planner.parts.iter().enumerate().map(asks_in_part).collect(),
            parts: planner.parts,
            rounds: planner.rounds,
            counters: planner.counters,
            decide: planner.decide.unwrap_or_default(),
            stops: planner.stops,
            gathers: planner.gathers,
            collects: planner.collects,
        })
    }

    /// After how many rounds it gathers, and how.
    pub(super) fn gathering(&self, task: ProgramTask, n: usize) -> Option<(usize, Gathering)> {
        let (before, rounds) = self.gathers?;
        Some((before, Gathering { task, n, rounds }))
    }
}

/// What is known before the run.
pub(super) struct Before {
    n: i64,
    f: i64,
    /// Of the counters of loops, by their places.
    variables: Vec<Option<i64>>,
}

impl Before {
    pub(super) fn is_known(&self, variable: usize) -> bool {
        self.variables[variable].is_some()
    }
}

impl Values for Before {
    fn variable(&self, place: usize) -> i64 {
        self.variables[place].unwrap_or(0)
    }

    fn known(&self, name: Name) -> i64 {
        match name {
            Name::N => self.n,
            Name::F => self.f,
            _ => 0,
        }
    }

    fn ask(&self, _: Function, _: i64) -> i64 {
        0
    }
}

struct Planner<'a> {
    program: &'a Checked,
    task: ProgramTask,
    gathers: Option<(usize, usize)>,
    collects: Option<(usize, usize)>,
    known: Before,
    work: u64,
    parts: Vec<Vec<Step>>,
    rounds: Vec<Arc<DoKind>>,
    counters: Vec<Vec<i64>>,
    decide: Option<Arc<DoKind>>,
    shown: Vec<Shown>,
    stops: Vec<Stop>,
}

impl Planner<'_> {
    fn block(&mut self, block: &[Do]) -> Result<(), Mistake> {
        block.iter().try_for_each(|one| self.statement(one))
    }

    fn statement(&mut self, one: &Do) -> Result<(), Mistake> {
        if one.kind.divides_by_zero(&self.known) {
            let code = MistakeCode::DividesByZero;
            return Err(Mistake::new(code, one.place, "", &[]));
        }
        match &*one.kind {
            DoKind::If {
                arms,
                is_known: true,
            } => {
                let mut arms = arms.iter();
                match arms.find(|(when, _)| when.value(&self.known) != 0) {
                    Some((_, block)) => self.block(block),
                    None => Ok(()),
                }
            }
            DoKind::For {
                variable,
                from,
                to,
                block,
            } => {
                for value in from.up_to(to, &self.known) {
                    self.spend(1, one.place)?;
                    self.known.variables[*variable] = Some(value);
                    self.show(Shown::Variable(*variable));
                    self.step(Step::Count {
                        variable: *variable,
                        value,
                    });
                    self.block(block)?;
                }
                Ok(())
            }
            DoKind::Send(_) => self.round(one, 1),
            DoKind::Gather(rounds) | DoKind::Collect(rounds) => {
                let rounds = usize::try_from(rounds.value(&self.known)).unwrap_or(0);
                let when = Some((self.rounds.len(), rounds));
                match *one.kind {
                    DoKind::Gather(_) => self.gathers = when,
                    _ => self.collects = when,
                }
                self.spend(self.words(), one.place)?;
                self.round(one, rounds)?;
                if matches!(*one.kind, DoKind::Collect(_)) {
                    self.show(Shown::Holds(Order::Attack));
                    self.show(Shown::Holds(Order::Retreat));
                }
                Ok(())
            }
            DoKind::Decide(_) => {
                self.stop(one);
                self.decide = Some(Arc::clone(&one.kind));
                self.spend_on(one)
            }
            DoKind::Set { .. } | DoKind::If { .. } | DoKind::Resolve(_) => {
                match &*one.kind {
                    DoKind::Set { variable, .. } => self.show(Shown::Variable(*variable)),
                    DoKind::Resolve(_) if self.task == ProgramTask::Broadcast => {
                        self.show(Shown::Result);
                    }
                    _ => {}
                }
                self.step(Step::Do(Arc::clone(&one.kind)));
                self.spend_on(one)
            }
        }
    }

    fn step(&mut self, step: Step) {
        if let Some(part) = self.parts.last_mut() {
            part.push(step);
        }
    }

    /// Something is known from here on. What has a name that another one had stands in its place: a block that is over leaves its
    /// values to be seen until there are others.
    fn show(&mut self, shown: Shown) {
        let name = |shown: &Shown| match shown {
            Shown::Variable(place) => self.program.variables.get(*place).map(|(name, _)| name),
            _ => None,
        };
        let is_other =
            |one: &Shown| *one != shown && (name(one).is_none() || name(one) != name(&shown));
        match self.shown.iter().position(|one| !is_other(one)) {
            Some(at) => self.shown[at] = shown,
            None => self.shown.push(shown),
        }
    }

    fn stop(&mut self, one: &Do) {
        self.stops.push(Stop {
            line: one.place.line,
            known: self.shown.clone(),
        });
    }

    fn round(&mut self, one: &Do, count: usize) -> Result<(), Mistake> {
        for _ in 0..count {
            if self.rounds.len() == PROGRAM_ROUNDS_MAX {
                return Err(Mistake::new(MistakeCode::TooManyRounds, one.place, "", &[]));
            }
            self.stop(one);
            self.rounds.push(Arc::clone(&one.kind));
            let counters = self.known.variables.iter();
            self.counters
                .push(counters.map(|value| value.unwrap_or(0)).collect());
            self.parts.push(Vec::new());
            self.spend_on(one)?;
        }
        Ok(())
    }

    fn spend_on(&mut self, one: &Do) -> Result<(), Mistake> {
        let work = self.work_of(&one.kind);
        self.spend(work, one.place)
    }

    fn spend(&mut self, work: u64, place: Place) -> Result<(), Mistake> {
        self.work = self.work.saturating_add(work);
        match self.work > PROGRAM_WORK_MAX {
            true => Err(Mistake::new(MistakeCode::TooMuchWork, place, "", &[])),
            false => Ok(()),
        }
    }

    /// How many words reach one general where all is passed on.
    fn words(&self) -> u64 {
        let (task, n) = (self.task, self.known.n as usize);
        let gathering = |(_, rounds)| Gathering { task, n, rounds };
        self.gathers.map_or(0, |gathers| gathering(gathers).words())
    }

    /// How many evaluations a statement takes at most.
    fn work_of(&mut self, kind: &DoKind) -> u64 {
        // To ask is to look at whatever was heard.
        let n = (self.known.n as u64).saturating_add(self.words());
        match kind {
            // Each path has as many votes as there are generals at most.
            DoKind::Resolve(code) => code.work(self.known.n as u64).saturating_mul(self.words()),
            DoKind::Set { value: code, .. }
            | DoKind::Decide(code)
            | DoKind::Gather(code)
            | DoKind::Collect(code) => code.work(n),
            DoKind::Send(send) => send.word.work(n) + send.when.work(n),
            DoKind::If { arms, .. } => {
                let of_arm = |(when, block): &(Code, Vec<Do>)| {
                    when.work(n).saturating_add(self.work_within(block))
                };
                arms.iter().map(of_arm).fold(0, u64::saturating_add)
            }
            DoKind::For {
                variable,
                from,
                to,
                block,
            } => {
                let mut work: u64 = 0;
                for value in from.up_to(to, &self.known) {
                    self.known.variables[*variable] = Some(value);
                    work = work
                        .saturating_add(self.work_within(block))
                        .saturating_add(1);
                    if work > PROGRAM_WORK_MAX {
                        break;
                    }
                }
                work
            }
        }
    }

    fn work_within(&mut self, block: &[Do]) -> u64 {
        block.iter().fold(0, |work: u64, one| {
            work.saturating_add(self.work_of(&one.kind))
        })
    }
}

//! Too few rounds: the chain of runs from "all attack" to "all retreat", and the run on it that breaks.
//!
//! In every run of the chain all run the honest program, and traitors only leave out messages. It begins with a
//! loyal commander who orders attack and ends with one who orders retreat; where everybody has an opinion, all think attack at
//! its beginning and retreat at its end, and one after another is silenced and changes his mind. Between two neighbours one message is
//! left out or put back, and it is done so that only its recipient could notice, who at that moment is silent
//! for the rest of the run: whatever he would send is left out first, in the same careful way, and put back
//! afterwards. So at most one general a round is a traitor, and some loyal lieutenant sees no difference between
//! neighbours. A protocol of H rounds that claimed to survive H traitors would have to decide alike at both ends
//! (the argument of Dolev and Strong 1983 and of Fischer and Lynch 1982, here as a procedure). It does not, so
//! somewhere on the chain a condition breaks, and halving the chain finds where.

use std::collections::BTreeSet;

use crate::{
    lab::any_machine::AnyMachine,
    protocol::{Inputs, Spoken, Tool, machine::StepMachine, run},
    run::{Trace, outcome::Outcome},
    scenario::{Adversary, Scenario, Strategy},
    word::{General, Generals, Lies, Order, Words, limits::CHAIN_RUNS_MAX, map_of},
};

/// Everything one general tells another in one round.
type Omission = (usize, General, General);

/// One run of the chain.
///
/// ```
/// use generals::{Order, lab::chain::{chain_length, run_at}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=4", LinkSize::Any).unwrap().scenario;
/// let end = chain_length(4, 2).unwrap() as usize - 1;
/// let (first, last) = (run_at(&base, 0).unwrap(), run_at(&base, end).unwrap());
/// assert!(first.obeyed.iter().all(|(_, order)| *order == Order::Attack));
/// assert!(last.obeyed.iter().all(|(_, order)| *order == Order::Retreat));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainRun {
    /// Its place on the chain, from 0.
    pub place: usize,
    /// The run: its traitors are those who leave something out.
    pub scenario: Scenario,
    /// Whether agreement, or the validity of a loyal commander's order, is broken.
    pub is_broken: bool,
    /// What each loyal lieutenant obeys.
    pub obeyed: Vec<(General, Order)>,
}

/// A chain and the search on it.
///
/// ```
/// use generals::{lab::chain::chain, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=4", LinkSize::Any).unwrap().scenario;
/// let chain = chain(&base).unwrap();
/// assert!(chain.tried.last().unwrap().is_broken, "between its ends some run must break");
/// assert!(chain.tried.len() < chain.length / 4, "found by halving");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// How many runs the chain has.
    pub length: usize,
    /// The runs that were tried, in the order of trying: both ends, then halves. The last one breaks, if any does.
    pub tried: Vec<ChainRun>,
}

/// Finds a run that breaks a scenario's protocol among its generals by leaving messages out.
///
/// `None` where the chain has more than [`CHAIN_RUNS_MAX`] runs, or where fewer than two more generals than rounds
/// leave nobody to disagree.
#[must_use]
pub fn chain(base: &Scenario) -> Option<Chain> {
    if base.n() < base.rounds() + 2 || !base.spec().answers(Tool::Chain) {
        return None;
    }
    let moves = Moves::of(base)?;
    Some(search(base, &moves, &AnyMachine::of(base)?))
}

/// How many runs the chain of a scenario's army has; `None` as in [`chain_length`].
#[must_use]
pub fn length_of(base: &Scenario) -> Option<u128> {
    length(base.n(), base.rounds(), sources(base).len())
}

/// How many runs the chain among so many generals has where one commands, by a recurrence; `None` where that is more than a number holds, or
/// where fewer than two more generals than rounds leave nobody to disagree.
///
/// To leave out a message, its recipient is made silent in each later round: of what he would send, a message to one who
/// is silent already takes one move, any other as many as in a chain with one silent general more.
#[must_use]
pub fn chain_length(n: usize, rounds: usize) -> Option<u128> {
    length(n, rounds, 1)
}

/// The same where so many start with something.
fn length(n: usize, rounds: usize, sources: usize) -> Option<u128> {
    if n < rounds + 2 {
        return None;
    }
    // For a message of each round, last round first: the moves that leave it out.
    let mut moves = vec![1_u128; rounds];
    for silent in (1..rounds).rev() {
        let others = (n - 1 - silent) as u128;
        let mut later = 0_u128;
        for cost in &mut moves {
            let of_the_round = others.checked_mul(*cost)?.checked_add(silent as u128)?;
            *cost = later.checked_mul(2)?.checked_add(1)?;
            later = later.checked_add(of_the_round)?;
        }
    }
    let all = moves.into_iter().try_fold(0_u128, u128::checked_add)?;
    // To silence one who starts with something and let him speak again, and what he starts with changed between.
    let one = all.checked_mul(2 * (n as u128 - 1))?.checked_add(1)?;
    one.checked_mul(sources as u128)?.checked_add(1)
}

/// The run at a place of the chain, to be looked at; `None` where there is no such run or no chain.
#[must_use]
pub fn run_at(base: &Scenario, place: usize) -> Option<ChainRun> {
    let moves = Moves::of(base).filter(|_| base.spec().answers(Tool::Chain))?;
    let machine = AnyMachine::of(base).filter(|_| place < moves.length())?;
    Some(execute(base, &moves, &machine, place))
}

/// Who, loyal in both, sees a difference between two runs.
#[must_use]
pub fn tells_apart(before: &ChainRun, after: &ChainRun) -> Generals {
    let traitors = before.scenario.traitors().or(after.scenario.traitors());
    let loyal = before.scenario.deciders().and_not(traitors);
    let (Ok(one), Ok(other)) = (
        Trace::new(before.scenario.clone()),
        Trace::new(after.scenario.clone()),
    ) else {
        return loyal;
    };
    let differs =
        |general: &General| one.view(*general, one.len()) != other.view(*general, other.len());
    loyal.iter().filter(differs).collect()
}

fn search(base: &Scenario, moves: &Moves, machine: &AnyMachine) -> Chain {
    let last = moves.length() - 1;
    let mut tried = vec![
        execute(base, moves, machine, 0),
        execute(base, moves, machine, last),
    ];
    let mut ends = (0, last);
    // Both ends obey their commanders, so what is obeyed changes somewhere between.
    let obeyed_by_first = |run: &ChainRun| run.obeyed.first().map(|(_, order)| *order);
    let at_first = obeyed_by_first(&tried[0]);
    let mut found = tried.iter().any(|run| run.is_broken);
    while !found && ends.1 - ends.0 > 1 {
        let middle = ends.0 + (ends.1 - ends.0) / 2;
        let run = execute(base, moves, machine, middle);
        found = run.is_broken;
        if obeyed_by_first(&run) == at_first {
            ends.0 = middle;
        } else {
            ends.1 = middle;
        }
        tried.push(run);
    }
    Chain {
        length: moves.length(),
        tried,
    }
}

fn execute(base: &Scenario, moves: &Moves, machine: &AnyMachine, place: usize) -> ChainRun {
    let (attackers, omitted) = moves.run_at(place);
    let traitors: Generals = omitted.iter().map(|(_, from, _)| *from).collect();
    let mut scenario = base.against(Adversary {
        traitors,
        stolen: base.stolen().and_not(traitors),
        strategy: Strategy::Honest,
        lies: Lies::new(),
    });
    match base.spec().inputs {
        Inputs::Commander | Inputs::Leader => {
            scenario.order = Order::from_bit(!attackers.is_empty())
        }
        Inputs::Everyone => scenario.opinions = attackers,
    }
    let run = run(
        machine,
        base.n(),
        |general| scenario.input(general),
        traitors,
        |state, round, from, to| {
            let is_omitted = omitted.contains(&(round, from, to));
            let honest = machine.send(state, round, to).into_iter();
            honest
                .map(Spoken::honestly)
                .map(|mut spoken| {
                    if is_omitted {
                        spoken.said = None;
                    }
                    spoken
                })
                .collect()
        },
    );
    let silent = run.steps.iter().filter(|step| step.spoken.said.is_none());
    scenario.adversary.lies = map_of(silent.map(|step| (step.spoken.slot.clone(), Words::SILENCE)));
    let outcome = Outcome::of(&scenario, |general| run.decisions[general.index()]);
    ChainRun {
        place,
        is_broken: outcome.is_broken(&scenario),
        obeyed: outcome.obeyed(&scenario),
        scenario,
    }
}

/// Who starts with something.
fn sources(base: &Scenario) -> Vec<General> {
    let generals = base.generals().iter();
    generals
        .filter(|general| base.input(*general).is_some())
        .collect()
}

/// One difference between neighbours.
#[derive(Clone, Copy)]
enum Move {
    LeaveOut(Omission),
    PutBack(Omission),
    /// This one, silent by now, starts with retreat instead of attack.
    Switch(General),
}

/// The chain as its differences.
struct Moves {
    n: usize,
    rounds: usize,
    /// Who starts with something: attack, at first.
    sources: Vec<General>,
    moves: Vec<Move>,
    omitted: BTreeSet<Omission>,
}

impl Moves {
    /// `None` where the chain is too long.
    fn of(base: &Scenario) -> Option<Self> {
        length_of(base).filter(|length| *length <= CHAIN_RUNS_MAX)?;
        let (n, rounds) = (base.n(), base.rounds());
        let mut chain = Self {
            n,
            rounds,
            sources: sources(base),
            moves: Vec::new(),
            omitted: BTreeSet::new(),
        };
        for source in chain.sources.clone() {
            let messages = |round| {
                let others = Generals::all(n).without(source).iter();
                others.map(move |to| (round, source, to))
            };
            for omission in (1..=rounds).rev().flat_map(messages) {
                chain.leave_out(omission);
            }
            chain.moves.push(Move::Switch(source));
            for omission in (1..=rounds).flat_map(messages) {
                chain.put_back(omission);
            }
        }
        Some(chain)
    }

    fn length(&self) -> usize {
        self.moves.len() + 1
    }

    /// Who starts with attack, and what is left out in the run at a place.
    fn run_at(&self, place: usize) -> (Generals, BTreeSet<Omission>) {
        let mut attackers: Generals = self.sources.iter().copied().collect();
        let mut omitted = BTreeSet::new();
        for step in &self.moves[..place] {
            match step {
                Move::LeaveOut(omission) => {
                    omitted.insert(*omission);
                }
                Move::PutBack(omission) => {
                    omitted.remove(omission);
                }
                Move::Switch(source) => attackers = attackers.without(*source),
            }
        }
        (attackers, omitted)
    }

    fn leave_out(&mut self, omission: Omission) {
        if self.omitted.contains(&omission) {
            return;
        }
        let silenced = self.silence(omission);
        self.omitted.insert(omission);
        self.moves.push(Move::LeaveOut(omission));
        self.let_speak(silenced);
    }

    fn put_back(&mut self, omission: Omission) {
        if !self.omitted.contains(&omission) {
            return;
        }
        let silenced = self.silence(omission);
        self.omitted.remove(&omission);
        self.moves.push(Move::PutBack(omission));
        self.let_speak(silenced);
    }

    /// Leaves out whatever the recipient would send later, last round first; what was not left out before.
    fn silence(&mut self, (round, _, recipient): Omission) -> Vec<Omission> {
        let mut silenced = Vec::new();
        for later in (round + 1..=self.rounds).rev() {
            for to in Generals::all(self.n).without(recipient).iter() {
                let omission = (later, recipient, to);
                if !self.omitted.contains(&omission) {
                    self.leave_out(omission);
                    silenced.push(omission);
                }
            }
        }
        silenced
    }

    fn let_speak(&mut self, silenced: Vec<Omission>) {
        for omission in silenced.into_iter().rev() {
            self.put_back(omission);
        }
    }
}

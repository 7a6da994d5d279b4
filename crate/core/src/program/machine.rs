//! A program as the step machine of one general.

use std::sync::Arc;

use crate::{
    program::{
        Program, ProgramTask,
        check::Checked,
        code::{Code, Function, Name, Values},
        mistake::Mistake,
        plan::{Plan, Step},
        task::{Do, DoKind, Send, Told},
        types::{of_word, word_of},
    },
    protocol::machine::{Choice, Decision, Offer, Refusal, StepMachine},
    word::{General, Label, Order, Slot, Word},
};

/// The machine of a program among n generals of whom f may be traitors.
///
/// ```
/// use generals::{General, Order, machine::StepMachine, program::{Program, machine::Programmed}};
///
/// let text = "task broadcast\nsend order to others if me == commander\ndecide said(commander)\n";
/// let machine = Programmed::new(&Program::read(text).unwrap(), 3, 1).unwrap();
/// let [one, two] = [1, 2].map(|number| General::new(number).unwrap());
/// let commander = machine.init(one, Some(Order::Attack));
/// let (_, message) = machine.send(&commander, 1, two).remove(0);
/// let mut state = machine.init(two, None);
/// machine.receive(&mut state, 1, one, &message).unwrap();
/// assert_eq!(machine.decide(&state), Some(Order::Attack.into()));
/// ```
#[derive(Clone, Debug)]
pub struct Programmed {
    n: usize,
    f: usize,
    task: ProgramTask,
    program: Arc<Checked>,
    plan: Arc<Plan>,
}

impl Programmed {
    /// Among n generals of whom f may be traitors.
    ///
    /// # Errors
    /// Where it has too many rounds, or there is too much to be done.
    pub fn new(program: &Program, n: usize, f: usize) -> Result<Self, Mistake> {
        Ok(Self {
            n,
            f,
            task: program.task,
            plan: Arc::new(Plan::of(&program.checked, n, f)?),
            program: Arc::clone(&program.checked),
        })
    }

    /// What he does before a round begins: his part of it, and his own word if he tells himself. After the last round what he
    /// heard in it stays, for what he decides.
    fn begin(&self, state: &mut ProgramState, round: usize) {
        while state.round < round {
            self.work(state);
            state.round += 1;
            if state.round <= self.rounds() {
                let me = state.general;
                let own = self.send_of(state.round);
                let own = own.filter(|send| self.tells(state, send, me, me));
                let own = own.map(|send| self.word(state, send));
                state.heard = vec![None; self.n];
                state.heard[me.index()] = own;
            }
        }
    }

    /// Does what stands behind the round in which he is.
    fn work(&self, state: &mut ProgramState) {
        let Some(part) = self.plan.parts.get(state.round) else {
            return;
        };
        for step in part {
            match step {
                Step::Count { variable, value } => state.variables[*variable] = *value,
                Step::Do(kind) => self.run(state, kind),
            }
        }
    }

    fn run(&self, state: &mut ProgramState, kind: &DoKind) {
        match kind {
            DoKind::Set { variable, value } => {
                let value = value.value(&self.seen(state));
                state.variables[*variable] = value;
            }
            DoKind::If { arms, .. } => {
                let holds = |(when, _): &&(Code, Vec<Do>)| when.value(&self.seen(state)) != 0;
                if let Some((_, block)) = arms.iter().find(holds) {
                    self.run_all(state, block);
                }
            }
            DoKind::For {
                variable,
                from,
                to,
                block,
            } => {
                let seen = self.seen(state);
                for value in from.value(&seen)..=to.value(&seen) {
                    state.variables[*variable] = value;
                    self.run_all(state, block);
                }
            }
            DoKind::Send(_)
            | DoKind::Gather(_)
            | DoKind::Collect(_)
            | DoKind::Resolve(_)
            | DoKind::Decide(_) => {}
        }
    }

    fn run_all(&self, state: &mut ProgramState, block: &[Do]) {
        for one in block {
            self.run(state, &one.kind);
        }
    }

    fn send_of(&self, round: usize) -> Option<&Send> {
        match &**self.plan.rounds.get(round.checked_sub(1)?)? {
            DoKind::Send(send) => Some(send),
            _ => None,
        }
    }

    /// Whether there is a slot from one to another in the round of a state, as all know before the run.
    fn tells(&self, state: &ProgramState, send: &Send, from: General, to: General) -> bool {
        let seen = Seen {
            me: from,
            ..self.seen(state)
        };
        if send.is_by_place && send.when.value(&seen) == 0 {
            return false;
        }
        if self.task == ProgramTask::Broadcast && to.is_commander() && from != to {
            return false;
        }
        match &send.to {
            Told::All => true,
            Told::Others => from != to,
            Told::One(general) => general.value(&seen) == i64::from(to.number()),
        }
    }

    /// What an honest general says in a round.
    fn word(&self, state: &ProgramState, send: &Send) -> Word {
        let seen = self.seen(state);
        match send.when.value(&seen) {
            0 => Word::Silence,
            _ => word_of(send.word.value(&seen)),
        }
    }

    fn seen<'a>(&self, state: &'a ProgramState) -> Seen<'a> {
        Seen {
            n: self.n,
            f: self.f,
            me: state.general,
            state,
        }
    }

    fn slot(round: usize, from: General, to: General) -> Slot {
        let number = u16::try_from(round).unwrap_or(u16::MAX);
        Slot {
            round,
            label: Label::new(vec![number, u16::from(from.number())]),
            to,
            from,
        }
    }

    /// A state at the beginning of a round.
    fn at(&self, state: &ProgramState, round: usize) -> ProgramState {
        let mut state = state.clone();
        self.begin(&mut state, round);
        state
    }
}

/// Whether a word can stand in a slot: an order always, what is no order where the program can say it.
fn can_say(send: &Send, word: Word) -> bool {
    match word {
        Word::Order(_) => true,
        Word::Neither => send.words.has(word),
        Word::Silence => false,
    }
}

/// What one general remembers.
///
/// ```
/// use generals::{General, Order, machine::StepMachine, program::{Program, machine::Programmed}};
///
/// let program = Program::read("task consensus\nsend input to all\ndecide A if count(A) > 1 else R\n").unwrap();
/// let machine = Programmed::new(&program, 3, 0).unwrap();
/// let [one, two] = [1, 2].map(|number| General::new(number).unwrap());
/// let (state, mut other) = (machine.init(one, Some(Order::Attack)), machine.init(two, Some(Order::Attack)));
/// let (_, word) = machine.send(&state, 1, two).remove(0);
/// machine.receive(&mut other, 1, one, &word).unwrap();
/// assert_eq!(machine.decide(&other), Some(Order::Attack.into()), "his own word counts too");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramState {
    general: General,
    /// The commander's order, or his opinion; silence if he has none.
    given: Word,
    variables: Vec<i64>,
    /// In which round he is.
    round: usize,
    /// Who has said what to him in it, general 1 first; `None` for who has said nothing.
    heard: Vec<Option<Word>>,
}

/// What a general sees when something is evaluated.
struct Seen<'a> {
    n: usize,
    f: usize,
    me: General,
    state: &'a ProgramState,
}

impl Values for Seen<'_> {
    fn variable(&self, place: usize) -> i64 {
        self.state.variables[place]
    }

    fn known(&self, name: Name) -> i64 {
        match name {
            Name::N => self.n as i64,
            Name::F => self.f as i64,
            Name::Me => i64::from(self.me.number()),
            Name::Given => of_word(self.state.given),
            Name::Direct | Name::Votes | Name::Result => 0,
        }
    }

    fn ask(&self, function: Function, given: i64) -> i64 {
        let said = |word: &Option<Word>| word.unwrap_or_default();
        match function {
            Function::Count => {
                let wanted = word_of(given);
                self.state
                    .heard
                    .iter()
                    .filter(|word| said(word) == wanted)
                    .count() as i64
            }
            Function::Said => {
                let place = usize::try_from(given - 1).ok();
                let word = place.and_then(|place| self.state.heard.get(place));
                word.map_or(0, |word| of_word(said(word)))
            }
            Function::Heard | Function::Holds | Function::ResultOf => 0,
        }
    }
}

impl StepMachine for Programmed {
    type State = ProgramState;
    type Message = Word;

    fn rounds(&self) -> usize {
        self.plan.rounds.len()
    }

    fn init(&self, general: General, input: Option<Order>) -> ProgramState {
        ProgramState {
            general,
            given: input.map_or(Word::Silence, Word::from),
            variables: vec![0; self.program.variables.len()],
            round: 0,
            heard: vec![None; self.n],
        }
    }

    fn send(&self, state: &ProgramState, round: usize, to: General) -> Vec<(Slot, Word)> {
        let state = self.at(state, round);
        let Some(send) = self
            .send_of(round)
            .filter(|send| self.tells(&state, send, state.general, to))
        else {
            return Vec::new();
        };
        match self.word(&state, send) {
            Word::Silence => Vec::new(),
            word => vec![(Self::slot(round, state.general, to), word)],
        }
    }

    fn offer(&self, _: &ProgramState, slot: &Slot, word: Word) -> Offer<Word> {
        match self.send_of(slot.round) {
            Some(send) if can_say(send, word) => Offer::Good(word),
            _ => Offer::Silence,
        }
    }

    /// Of a round in which he may say nothing there is a slot too, if he might have.
    fn menu(
        &self,
        state: &ProgramState,
        round: usize,
        to: General,
        words: &[Word],
    ) -> Vec<Choice<Word>> {
        let state = self.at(state, round);
        let Some(send) = self
            .send_of(round)
            .filter(|send| self.tells(&state, send, state.general, to))
        else {
            return Vec::new();
        };
        let slot = Self::slot(round, state.general, to);
        let honest = self.word(&state, send);
        let others = words.iter().filter(|word| **word != honest);
        let others = others.map(|word| self.offer(&state, &slot, *word));
        let spoken = others.filter(|offer| *offer != Offer::Silence);
        let options = match honest {
            Word::Silence => [Offer::Silence].into_iter().chain(spoken).collect(),
            word => [Offer::Good(word)]
                .into_iter()
                .chain(spoken)
                .chain([Offer::Silence])
                .collect(),
        };
        vec![Choice { slot, options }]
    }

    fn receive(
        &self,
        state: &mut ProgramState,
        round: usize,
        from: General,
        message: &Word,
    ) -> Result<(), Refusal> {
        self.begin(state, round);
        if from.index() >= self.n || from == state.general {
            return Err(Refusal::NoSuchPath);
        }
        let send = self.send_of(round).ok_or(Refusal::WrongRound)?;
        if !self.tells(state, send, from, state.general) {
            return Err(Refusal::NoSuchPath);
        }
        if !can_say(send, *message) {
            return Err(Refusal::NoSuchPath);
        }
        let heard = &mut state.heard[from.index()];
        if heard.is_some() {
            return Err(Refusal::Repeated);
        }
        *heard = Some(*message);
        Ok(())
    }

    /// `none` and silence decide retreat; a commander decides his own order.
    fn decide(&self, state: &ProgramState) -> Option<Decision> {
        if self.task == ProgramTask::Broadcast && state.general.is_commander() {
            return None;
        }
        let state = self.at(state, self.rounds() + 1);
        let DoKind::Decide(code) = &*self.plan.decide else {
            return None;
        };
        let word = word_of(code.value(&self.seen(&state)));
        Some(word.order().unwrap_or_default().into())
    }

    fn forget(&self, state: &mut ProgramState, round: usize) {
        self.begin(state, round + 1);
    }

    fn word(message: &Word) -> Word {
        *message
    }
}

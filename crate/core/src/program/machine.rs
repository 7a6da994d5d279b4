//! A program as the step machine of one general.

use std::sync::Arc;

pub use crate::program::state::ProgramState;
use crate::{
    program::{
        Program, ProgramTask,
        check::Checked,
        collect::Letters,
        gather::{Gathering, Heard, Relayed},
        mistake::Mistake,
        plan::Plan,
        state::Seen,
        task::{DoKind, Send, Told},
        types::word_of,
    },
    protocol::{
        machine::{Choice, Decision, Offer, Refusal, StepMachine},
        signed::letter::Letter,
        sm::state::SignedState,
    },
    word::{General, Generals, Label, Order, Path, Slot, Word},
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
    pub(super) n: usize,
    f: usize,
    pub(super) task: ProgramTask,
    program: Arc<Checked>,
    pub(super) plan: Arc<Plan>,
    /// By which it collects.
    letters: Option<Letters>,
}

impl Programmed {
    /// Among n generals of whom f may be traitors.
    ///
    /// # Errors
    /// Where it has too many rounds, or there is too much to be done.
    pub fn new(program: &Program, n: usize, f: usize) -> Result<Self, Mistake> {
        let plan = Plan::of(&program.checked, program.task, n, f)?;
        Ok(Self {
            n,
            f,
            task: program.task,
            letters: plan.collects.map(|rounds| Letters::new(n, rounds)),
            plan: Arc::new(plan),
            program: Arc::clone(&program.checked),
        })
    }

    /// With the keys of a seed; `held` are the generals whose keys traitors can sign with. Without, the seed is 0 and they have
    /// nobody's.
    #[must_use]
    pub fn with_keys(mut self, seed: u64, held: Generals) -> Self {
        self.letters = self.letters.map(|letters| letters.with_keys(seed, held));
        self
    }

    /// The letters of a round in which it collects.
    fn collects(&self, round: usize) -> Option<&Letters> {
        let letters = self.letters.as_ref();
        letters.filter(|letters| letters.has(round))
    }

    /// How it gathers in a round, and which round of that it is; `None` where it does not.
    fn gathers(&self, round: usize) -> Option<(Gathering, usize)> {
        let (before, gathering) = self.plan.gathering(self.task, self.n)?;
        let within = round.checked_sub(before)?;
        (1..=gathering.rounds)
            .contains(&within)
            .then_some((gathering, within))
    }

    /// What an honest general says to another in a round, each with its slot.
    fn honest(
        &self,
        state: &ProgramState,
        round: usize,
        to: General,
    ) -> Vec<(Slot, ProgramMessage)> {
        let me = state.general;
        if let Some(letters) = self.collects(round) {
            let shown = letters.send(&state.signed, round, to).into_iter();
            let said = |(slot, letter)| (slot, ProgramMessage(Said::Letter(letter)));
            return shown.map(said).collect();
        }
        if let Some((gathering, within)) = self.gathers(round) {
            let told = gathering.send(&state.gathered, (me, state.given), within, to);
            let slot = |told: &Relayed| Slot {
                round,
                ..told.path.slot(to)
            };
            return told
                .into_iter()
                .map(|told| (slot(&told), ProgramMessage(Said::Path(told))))
                .collect();
        }
        let send = self
            .send_of(round)
            .filter(|send| self.tells(state, send, me, to));
        let word = send
            .map(|send| self.word(state, send))
            .filter(|word| !word.is_silence());
        let message = |word| (Self::slot(round, me, to), ProgramMessage(Said::Word(word)));
        word.map(message).into_iter().collect()
    }

    pub(super) fn send_of(&self, round: usize) -> Option<&Send> {
        match &**self.plan.rounds.get(round.checked_sub(1)?)? {
            DoKind::Send(send) => Some(send),
            _ => None,
        }
    }

    /// Whether there is a slot from one to another in the round of a state, as all know before the run.
    pub(super) fn tells(
        &self,
        state: &ProgramState,
        send: &Send,
        from: General,
        to: General,
    ) -> bool {
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
    pub(super) fn word(&self, state: &ProgramState, send: &Send) -> Word {
        let seen = self.seen(state);
        match send.when.value(&seen) {
            0 => Word::Silence,
            _ => word_of(send.word.value(&seen)),
        }
    }

    pub(super) fn seen<'a>(&self, state: &'a ProgramState) -> Seen<'a> {
        Seen {
            n: self.n,
            f: self.f,
            me: state.general,
            gathering: self
                .plan
                .gathering(self.task, self.n)
                .map(|(_, gathering)| gathering),
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

    /// Takes in a word that is no more than that.
    fn hear(
        &self,
        state: &mut ProgramState,
        round: usize,
        from: General,
        word: Word,
    ) -> Result<(), Refusal> {
        let send = self.send_of(round).ok_or(Refusal::WrongRound)?;
        if !self.tells(state, send, from, state.general) || !can_say(send, word) {
            return Err(Refusal::NoSuchPath);
        }
        let heard = &mut state.heard[from.index()];
        if heard.is_some() {
            return Err(Refusal::Repeated);
        }
        *heard = Some(word);
        Ok(())
    }

    /// A state at the beginning of a round.
    fn at(&self, state: &ProgramState, round: usize) -> ProgramState {
        let mut state = state.clone();
        self.begin(&mut state, round);
        state
    }
}

/// What a messenger carries: a word, and where all is passed on also the path it came by; or a signed letter.
///
/// ```
/// use generals::{General, Order, Word, machine::StepMachine, program::{Program, machine::Programmed}};
///
/// let text = "task broadcast\ngather 1 rounds\nresolve direct\ndecide result\n";
/// let machine = Programmed::new(&Program::read(text).unwrap(), 3, 0).unwrap();
/// let commander = machine.init(General::COMMANDER, Some(Order::Attack));
/// let (slot, message) = machine.send(&commander, 1, General::new(2).unwrap()).remove(0);
/// assert_eq!((slot.to_string().as_str(), Programmed::word(&message)), ("1-2", Word::Order(Order::Attack)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramMessage(Said);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Said {
    Word(Word),
    Path(Relayed),
    Letter(Letter),
}

/// Whether a word can stand in a slot: an order always, what is no order where the program can say it.
fn can_say(send: &Send, word: Word) -> bool {
    match word {
        Word::Order(_) => true,
        Word::Neither => send.words.has(word),
        Word::Silence => false,
    }
}

impl StepMachine for Programmed {
    type State = ProgramState;
    type Message = ProgramMessage;

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
            gathered: Heard::new(),
            results: Vec::new(),
            signed: SignedState::new(general, input),
        }
    }

    fn send(&self, state: &ProgramState, round: usize, to: General) -> Vec<(Slot, ProgramMessage)> {
        self.honest(&self.at(state, round), round, to)
    }

    fn offer(&self, state: &ProgramState, slot: &Slot, word: Word) -> Offer<ProgramMessage> {
        if let Some(letters) = self.collects(slot.round) {
            let offer = letters.offer(&state.signed, slot, word);
            return offer.map(|letter| ProgramMessage(Said::Letter(letter)));
        }
        if self.gathers(slot.round).is_some() {
            return match (word.order(), Path::of(&slot.label)) {
                (Some(order), Some(path)) => Offer::Good(ProgramMessage(Said::Path(Relayed {
                    path,
                    to: slot.to,
                    order,
                }))),
                _ => Offer::Silence,
            };
        }
        match self.send_of(slot.round) {
            Some(send) if can_say(send, word) => Offer::Good(ProgramMessage(Said::Word(word))),
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
    ) -> Vec<Choice<ProgramMessage>> {
        let state = self.at(state, round);
        if let Some(letters) = self.collects(round) {
            let menu = letters.menu(&state.signed, round, to).into_iter();
            let said =
                |offer: Offer<Letter>| offer.map(|letter| ProgramMessage(Said::Letter(letter)));
            return menu
                .map(|choice| Choice {
                    slot: choice.slot,
                    options: choice.options.into_iter().map(said).collect(),
                })
                .collect();
        }
        let mut honest: Vec<(Slot, Option<ProgramMessage>)> = self
            .honest(&state, round, to)
            .into_iter()
            .map(|(slot, message)| (slot, Some(message)))
            .collect();
        let me = state.general;
        let tells = self
            .send_of(round)
            .is_some_and(|send| self.tells(&state, send, me, to));
        if honest.is_empty() && tells {
            honest.push((Self::slot(round, me, to), None));
        }
        let choice = |(slot, honest): (Slot, Option<ProgramMessage>)| {
            let word = honest
                .as_ref()
                .map_or(Word::Silence, <Self as StepMachine>::word);
            let others = words.iter().filter(|other| **other != word);
            let others = others.map(|other| self.offer(&state, &slot, *other));
            let spoken = others.filter(|offer| *offer != Offer::Silence);
            let first = honest.into_iter().map(Offer::Good);
            let options = match word {
                Word::Silence => [Offer::Silence].into_iter().chain(spoken).collect(),
                _ => first.chain(spoken).chain([Offer::Silence]).collect(),
            };
            Choice { slot, options }
        };
        honest.into_iter().map(choice).collect()
    }

    fn receive(
        &self,
        state: &mut ProgramState,
        round: usize,
        from: General,
        message: &ProgramMessage,
    ) -> Result<(), Refusal> {
        self.begin(state, round);
        if from.index() >= self.n || from == state.general {
            return Err(Refusal::NoSuchPath);
        }
        match &message.0 {
            Said::Path(told) => {
                let (gathering, within) = self.gathers(round).ok_or(Refusal::WrongRound)?;
                gathering.take_in(&mut state.gathered, (state.general, within, from), told)
            }
            Said::Letter(letter) => {
                let letters = self.collects(round).ok_or(Refusal::WrongRound)?;
                letters.receive(&mut state.signed, round, from, letter)
            }
            Said::Word(word) => self.hear(state, round, from, *word),
        }
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

    fn word(message: &ProgramMessage) -> Word {
        match &message.0 {
            Said::Word(word) => *word,
            Said::Path(told) => told.order.into(),
            Said::Letter(letter) => letter.order.into(),
        }
    }
}

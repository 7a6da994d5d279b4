//! A program as the step machine of one general.

pub use crate::program::state::ProgramState;
use crate::{
    program::{
        Program, ProgramTask, alike,
        collect::Letters,
        gather::{Gathering, Heard, Relayed},
        layout::{Layout, Round},
        mistake::Mistake,
        state::Seen,
        task::{DoKind, Send},
        types::word_of,
    },
    protocol::{
        machine::{Choice, Decision, Offer, Refusal, StepMachine},
        signed::{Sealed, letter::Letter},
        sm::state::SignedState,
    },
    run::{Mark, MarkKind},
    word::{General, Generals, Order, Path, Slot, Word},
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
    pub(super) layout: Layout,
    /// By which it collects.
    letters: Option<Letters>,
}

impl Programmed {
    /// Among n generals of whom f may be traitors.
    ///
    /// # Errors
    /// Where it has too many rounds, there is too much to be done, or it divides by 0.
    pub fn new(program: &Program, n: usize, f: usize) -> Result<Self, Mistake> {
        Ok(Self::laid_out(Layout::of(program, n, f)?))
    }

    /// Of a program that is laid out.
    pub(crate) fn laid_out(layout: Layout) -> Self {
        let letters = layout.plan.collects;
        Self {
            letters: letters.map(|rounds| Letters::new(layout.n, rounds)),
            layout,
        }
    }

    /// With the keys of a seed; `held` are the generals whose keys traitors can sign with. Without, the seed is 0 and they have
    /// nobody's.
    #[must_use]
    pub fn with_keys(mut self, seed: u64, held: Generals) -> Self {
        self.letters = self.letters.map(|letters| letters.with_keys(seed, held));
        self
    }

    /// The letter that a message is, with the keys that check it; `None` where it is no more than a word.
    pub(crate) fn letter<'a>(&'a self, message: &'a ProgramMessage) -> Option<Sealed<'a>> {
        match &message.0 {
            Said::Letter(letter) => Some((letter, self.letters.as_ref()?.keys())),
            _ => None,
        }
    }

    /// The letters that a general has taken in: order, signers, and the round of the program; `None` where none are shown.
    pub(crate) fn accepted(&self, state: &ProgramState) -> Option<Vec<(Order, Path, usize)>> {
        let (before, _) = self.layout.plan.collects?;
        let accepted = state.signed.accepted.iter();
        let told = accepted.filter_map(|accepted| {
            let letter = &accepted.letter;
            Some((letter.order, letter.path()?, before + accepted.round))
        });
        Some(told.collect())
    }

    /// The letters of a round in which it collects.
    fn collects(&self, round: usize) -> Option<&Letters> {
        let letters = self.letters.as_ref();
        letters.filter(|letters| letters.has(round))
    }

    /// How it gathers in a round, and which round of that it is; `None` where it does not.
    fn gathers(&self, round: usize) -> Option<(Gathering, usize)> {
        match self.layout.round(round)? {
            Round::Gather(gathering, within) => Some((gathering, within)),
            _ => None,
        }
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
        let is_told = |send: &&Send| self.layout.tells(round, send, me, to);
        let send = self.send_of(round).filter(is_told);
        let word = send.map(|_| state.says).filter(|word| !word.is_silence());
        let message = |word| {
            (
                self.layout.sent(round, me, to),
                ProgramMessage(Said::Word(word)),
            )
        };
        word.map(message).into_iter().collect()
    }

    pub(super) fn send_of(&self, round: usize) -> Option<&Send> {
        match self.layout.round(round)? {
            Round::Send(send) => Some(send),
            _ => None,
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
            n: self.layout.n,
            f: self.layout.f,
            me: state.general,
            gathering: self.layout.gathering().map(|(_, gathering)| gathering),
            state,
        }
    }

    /// Takes in a word that is no more than that.
    pub(super) fn hear(
        &self,
        state: &mut ProgramState,
        round: usize,
        from: General,
        word: Word,
    ) -> Result<(), Refusal> {
        let send = self.send_of(round).ok_or(Refusal::WrongRound)?;
        if !self.layout.tells(round, send, from, state.general)
            || !self.layout.has_word(round, word)
        {
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

impl StepMachine for Programmed {
    type State = ProgramState;
    type Message = ProgramMessage;

    const FORGETS: bool = true;

    /// Where all is passed on, nothing is forgotten.
    fn forgets(&self) -> bool {
        !self.layout.has_paths()
    }

    fn rounds(&self) -> usize {
        self.layout.rounds()
    }

    fn init(&self, general: General, input: Option<Order>) -> ProgramState {
        ProgramState {
            general,
            given: input.map_or(Word::Silence, Word::from),
            variables: vec![0; self.layout.program.variables.len()],
            round: 0,
            says: Word::Silence,
            heard: vec![None; self.layout.n],
            gathered: Heard::new(),
            results: Vec::new(),
            signed: SignedState::new(general, input),
            decided: None,
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
            Some(_) if self.layout.has_word(slot.round, word) => {
                Offer::Good(ProgramMessage(Said::Word(word)))
            }
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
            .is_some_and(|send| self.layout.tells(round, send, me, to));
        if honest.is_empty() && tells {
            honest.push((self.layout.sent(round, me, to), None));
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
        if from.index() >= self.layout.n || from == state.general {
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
        if self.layout.task == ProgramTask::Broadcast && state.general.is_commander() {
            return None;
        }
        if state.decided.is_some() {
            return state.decided;
        }
        let state = self.at(state, self.rounds() + 1);
        let DoKind::Decide(code) = &*self.layout.plan.decide else {
            return None;
        };
        let word = word_of(code.value(&self.seen(&state)));
        Some(word.order().unwrap_or_default().into())
    }

    /// What he comes to in the end, where no path and no letter tells it.
    fn marks(&self, state: &ProgramState, round: usize) -> Vec<Mark> {
        let is_told = round == self.rounds() && !self.layout.has_paths();
        let decision = is_told.then(|| self.decide(state)).flatten();
        let told =
            decision.map(|decision| Mark::new(round, MarkKind::Decide, decision.order.into()));
        told.into_iter().collect()
    }

    /// At the end all that matters is what he decides.
    fn forget(&self, state: &mut ProgramState, round: usize) {
        if round < self.rounds() {
            self.begin(state, round + 1);
            return;
        }
        let decision = self.decide(state);
        *state = self.init(state.general, None);
        state.decided = decision;
    }

    fn forget_who(&self, state: &mut ProgramState) {
        let asks_who = self.layout.plan.asks_who.get(state.round);
        if asks_who.is_none_or(|asks| !asks) {
            alike::in_order(&mut state.heard);
        }
    }

    fn word(message: &ProgramMessage) -> Word {
        match &message.0 {
            Said::Word(word) => *word,
            Said::Path(told) => told.order.into(),
            Said::Letter(letter) => letter.order.into(),
        }
    }
}

//! A protocol as a step machine: the program of one general.
//!
//! A machine knows only its own number, what it was given and what its neighbours tell it (the locality axiom
//! of Fischer, Lynch and Merritt 1986). So one loop runs every protocol, and what can be said of one run can be
//! searched, copied and replayed. All evil comes through one door: for every slot the machine says what may stand in it.

use std::fmt::Debug;

#[cfg(feature = "marks")]
use crate::run::Mark;
use crate::word::{General, Generals, Order, Slot, Word};

/// What may stand in a slot.
///
/// ```
/// use generals::{General, Generals, Order, Path, machine::{Offer, StepMachine}, sm::machine::Signed};
///
/// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
/// let machine = Signed::new(4, 1, 1, Generals::NONE.with(three)).unwrap();
/// let state = machine.init(three, None);
/// let slot = Path::commander().then(three).slot(two);
/// let offer = machine.offer(&state, &slot, Order::Retreat.into());
/// assert!(matches!(offer, Offer::Forged(_)), "he has no letter of the commander, nor his key");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer<M> {
    /// Nothing: no messenger comes.
    Silence,
    /// A message that could be honest.
    Good(M),
    /// A message with a signature that its sender could not make: it travels, and every receiver drops it.
    Forged(M),
}

impl<M> Offer<M> {
    /// The message, if there is one.
    #[must_use]
    pub const fn message(&self) -> Option<&M> {
        match self {
            Self::Silence => None,
            Self::Good(message) | Self::Forged(message) => Some(message),
        }
    }

    /// The same of what becomes of its message.
    pub(crate) fn map<T>(self, made: impl FnOnce(M) -> T) -> Offer<T> {
        match self {
            Self::Silence => Offer::Silence,
            Self::Good(message) => Offer::Good(made(message)),
            Self::Forged(message) => Offer::Forged(made(message)),
        }
    }

    /// The message itself.
    #[must_use]
    pub fn into_message(self) -> Option<M> {
        match self {
            Self::Silence => None,
            Self::Good(message) | Self::Forged(message) => Some(message),
        }
    }
}

/// One message that a general may send, and what may stand in its place.
///
/// ```
/// use generals::{General, Order, Protocol, machine::StepMachine, om::machine::Oral};
///
/// let machine = Oral::new(4, 1).unwrap();
/// let commander = machine.init(General::COMMANDER, Some(Order::Attack));
/// let words = Protocol::Oral.spec().words;
/// let choice = machine.menu(&commander, 1, General::new(2).unwrap(), words).remove(0);
/// assert_eq!(choice.options.len(), 3, "attack, retreat, silence");
/// assert_eq!(choice.options[0].message().unwrap().order, Order::Attack, "the honest word first");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice<M> {
    /// Where it is said.
    pub slot: Slot,
    /// What may be said; entry 0 is what an honest general would say.
    pub options: Vec<Offer<M>>,
}

/// Why a message is not taken in.
///
/// ```
/// use generals::{General, Order, machine::{Refusal, StepMachine}, om::machine::Oral};
///
/// let machine = Oral::new(4, 1).unwrap();
/// let [two, three] = [2, 3].map(|number| General::new(number).unwrap());
/// let commander = machine.init(General::COMMANDER, Some(Order::Attack));
/// let (_, message) = machine.send(&commander, 1, two).remove(0);
/// let mut state = machine.init(two, None);
/// assert_eq!(machine.receive(&mut state, 1, three, &message), Err(Refusal::NotHisOwn));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// It names a general who does not exist, or its path does not begin with who has an input.
    NoSuchPath,
    /// Its last speaker is not who brought it (assumption A2 of LSP82).
    NotHisOwn,
    /// It is not of this round.
    WrongRound,
    /// A general stands on its path twice.
    RepeatedSigner,
    /// Its recipient is on its path already.
    OwnPath,
    /// It has been told before.
    Repeated,
    /// The signature of this general does not belong to what is written.
    BadSignature(General),
    /// Its recipient has heard enough of its round, and gone on.
    Late,
    /// Its recipient is not in its round yet, but enough others of it have come before.
    Enough,
    /// Its recipient takes part no longer.
    Over,
    /// What it shows does not prove what it says.
    NoProof,
    /// It never came: its messenger was caught on the way.
    Caught,
}

impl Refusal {
    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NoSuchPath => "no-such-path",
            Self::NotHisOwn => "not-his-own",
            Self::WrongRound => "wrong-round",
            Self::RepeatedSigner => "repeated-signer",
            Self::OwnPath => "own-path",
            Self::Repeated => "repeated",
            Self::BadSignature(_) => "bad-signature",
            Self::Late => "late",
            Self::Enough => "enough",
            Self::Over => "over",
            Self::NoProof => "no-proof",
            Self::Caught => "caught",
        }
    }
}

/// What a general ends with.
///
/// ```
/// use generals::{Order, ic::machine::Interactive, machine::execute, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=ic&n=4&i=ARAR", LinkSize::Any).unwrap().scenario;
/// let decision = execute(&Interactive::new(4, 1).unwrap(), &scenario).decisions[0].unwrap();
/// assert_eq!(decision.vector.unwrap().to_string(), "1.3");
/// assert_eq!(decision.order, Order::Retreat, "two of four are no majority");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What he does.
    pub order: Order,
    /// Who attacks according to his vector, where the task is to know what everybody thinks.
    pub vector: Option<Generals>,
}

impl From<Order> for Decision {
    fn from(order: Order) -> Self {
        Self {
            order,
            vector: None,
        }
    }
}

/// The program of one general. Rounds count from 1.
///
/// ```
/// use generals::{General, Order, machine::StepMachine, om::machine::Oral};
///
/// let machine = Oral::new(3, 0).unwrap();
/// let (commander, two) = (General::COMMANDER, General::new(2).unwrap());
/// let mut state = machine.init(two, None);
/// for (_, message) in machine.send(&machine.init(commander, Some(Order::Attack)), 1, two) {
///     machine.receive(&mut state, 1, commander, &message).unwrap();
/// }
/// assert_eq!(machine.decide(&state), Some(Order::Attack.into()), "OM(0): he obeys what he is told");
/// ```
pub trait StepMachine: Send + Sync {
    /// What one general remembers.
    type State: Clone + PartialEq + Debug + Send + Sync;
    /// What a messenger carries.
    type Message: Clone + PartialEq + Debug + Send + Sync;

    /// Whether a general keeps little of rounds that are over, hears what is said in one in any order, and what may stand in his
    /// slots depends on his number alone: then the situations that can arise are few, and a search can visit each once.
    const FORGETS: bool = false;

    /// Whether this one does, of machines of which some do.
    fn forgets(&self) -> bool {
        Self::FORGETS
    }

    /// How many rounds there are.
    fn rounds(&self) -> usize;

    /// A general before the first round, with what he starts with.
    fn init(&self, general: General, input: Option<Order>) -> Self::State;

    /// What an honest general tells a neighbour in a round, and where.
    fn send(&self, state: &Self::State, round: usize, to: General) -> Vec<(Slot, Self::Message)>;

    /// What comes of it if a traitor puts this word into a slot of his.
    fn offer(&self, state: &Self::State, slot: &Slot, word: Word) -> Offer<Self::Message>;

    /// Everything that could be honest and that this general may tell a neighbour in a round; an honest one sends entry 0
    /// of each. `words` are those of the protocol. What is forged is not here: it would only be dropped.
    fn menu(
        &self,
        state: &Self::State,
        round: usize,
        to: General,
        words: &[Word],
    ) -> Vec<Choice<Self::Message>> {
        let choice = |(slot, honest): (Slot, Self::Message)| {
            let others = words
                .iter()
                .filter(|word| **word != Self::word(&honest))
                .map(|word| self.offer(state, &slot, *word))
                .filter(|offer| matches!(offer, Offer::Good(_)));
            let options = [Offer::Good(honest.clone())].into_iter().chain(others);
            Choice {
                options: options.chain([Offer::Silence]).collect(),
                slot,
            }
        };
        self.send(state, round, to)
            .into_iter()
            .map(choice)
            .collect()
    }

    /// Takes in one message of a slot.
    ///
    /// # Errors
    /// Why it is ignored: no honest neighbour could have sent it.
    fn receive(
        &self,
        state: &mut Self::State,
        round: usize,
        from: General,
        message: &Self::Message,
    ) -> Result<(), Refusal>;

    /// What a general ends with after the last round; `None` for a commander.
    fn decide(&self, state: &Self::State) -> Option<Decision>;

    /// Drops from what a general remembers at the end of a round whatever plays no part in the next ones. Nothing that he
    /// does or decides later changes by it.
    fn forget(&self, _: &mut Self::State, _round: usize) {}

    /// Drops from what a general has heard in this round who said it, where it only counts how many did. Whoever was not heard yet may
    /// tell two generals anything who then remember the same: after it they do again.
    fn forget_who(&self, _: &mut Self::State) {}

    /// The rules that fired for a general at the end of a round, or at the beginning (round 0), for protocols that are told by
    /// them.
    #[cfg(feature = "marks")]
    fn marks(&self, _: &Self::State, _round: usize) -> Vec<Mark> {
        Vec::new()
    }

    /// The word of a message.
    fn word(message: &Self::Message) -> Word;
}

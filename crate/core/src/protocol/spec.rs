//! What a protocol says of itself, as data: nobody else needs to ask which protocol it is.

use crate::{
    link::error::Key,
    scenario::{OwnTexts, Variant},
    word::{
        Word,
        limits::{GENERALS_MAX, GENERALS_MIN},
    },
};

/// What is to be achieved.
///
/// ```
/// use generals::{Task, Trace, link::{LinkSize, parse}};
///
/// let vectors = |link| {
///     let trace = Trace::new(parse(link, LinkSize::Any).unwrap().scenario).unwrap();
///     (trace.scenario().spec().task, trace.verdict().vectors.len())
/// };
/// assert_eq!(vectors("v=1&p=ic&n=4&t=3"), (Task::InteractiveConsistency, 3), "one for each loyal");
/// assert_eq!(vectors("v=1&p=om&n=4&t=3"), (Task::Broadcast, 0), "nobody has one");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    /// A commander's order reaches all alike (LSP82 §1, the Byzantine generals problem).
    Broadcast,
    /// All end with the same vector of everybody's opinions (PSL80, interactive consistency).
    InteractiveConsistency,
    /// Customer, shop and payment service end with the same status of an order.
    Settlement,
    /// Two generals attack together or not at all.
    Coordination,
    /// Everybody has an opinion, and all end with one plan.
    Consensus,
    /// General 1's order reaches all alike or none, however slow the messengers are.
    ReliableBroadcast,
}

impl Task {
    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Broadcast => "broadcast",
            Self::InteractiveConsistency => "interactive-consistency",
            Self::Settlement => "settlement",
            Self::Coordination => "coordination",
            Self::Consensus => "consensus",
            Self::ReliableBroadcast => "reliable-broadcast",
        }
    }
}

/// When messages arrive.
///
/// ```
/// use generals::{Model, Trace, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=7", LinkSize::Stepped).unwrap().scenario).unwrap();
/// assert_eq!(trace.scenario().spec().model, Model::Synchronous);
/// let heard = trace.snapshot(trace.round_end(1)).heard;
/// assert_eq!(heard.iter().sum::<u64>(), trace.messages(1).count() as u64, "all came in their round");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    /// In rounds: what is sent in a round arrives in it.
    Synchronous,
    /// Everything arrives, nobody knows when.
    Asynchronous,
    /// As asynchronous at first; from some time on, which nobody knows, everything arrives soon.
    PartiallySynchronous,
}

impl Model {
    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Synchronous => "synchronous",
            Self::Asynchronous => "asynchronous",
            Self::PartiallySynchronous => "partially-synchronous",
        }
    }
}

/// Who starts with something.
///
/// ```
/// use generals::{General, Inputs, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=ic&n=4", LinkSize::Any).unwrap().scenario;
/// assert_eq!(run.spec().inputs, Inputs::Everyone);
/// assert!(run.deciders().contains(General::COMMANDER), "general 1 is one among equals");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inputs {
    /// General 1, who commands, with an order. He does not decide.
    Commander,
    /// Everybody, with an opinion. Everybody decides.
    Everyone,
    /// General 1, with an order, who decides like everybody.
    Leader,
}

impl Inputs {
    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Commander => "commander",
            Self::Everyone => "everyone",
            Self::Leader => "leader",
        }
    }
}

/// What a run is judged by.
///
/// ```
/// use generals::{Condition, lab::attack::is_claimed, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=om&n=4&t=1", LinkSize::Any).unwrap().scenario;
/// assert!(is_claimed(&run, None, Condition::Agreement));
/// assert!(!is_claimed(&run, None, Condition::Validity), "nobody need obey a traitor");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// IC1 of LSP82 §1: all loyal deciders end alike.
    Agreement,
    /// IC2 of LSP82 §1: what a loyal general started with is kept.
    Validity,
    /// Of an order: an honest customer who meant not to pay is not charged by an honest payment service.
    Consent,
    /// Of an order: an honest shop does not ship while an honest payment service says that nothing was paid.
    Delivery,
    /// Of two generals: when every messenger arrives and the order is attack, both attack.
    Attacks,
    /// Where no round ends by itself: every loyal general decides; of a reliable broadcast, all of them or none.
    Termination,
}

impl Condition {
    /// All conditions, by the names of the step API.
    pub const NAMES: [(&'static str, Self); 6] = [
        ("agreement", Self::Agreement),
        ("validity", Self::Validity),
        ("consent", Self::Consent),
        ("delivery", Self::Delivery),
        ("attacks", Self::Attacks),
        ("termination", Self::Termination),
    ];

    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Validity => "validity",
            Self::Consent => "consent",
            Self::Delivery => "delivery",
            Self::Attacks => "attacks",
            Self::Termination => "termination",
        }
    }
}

/// The figures of a run that say something of a protocol, besides map, space and time, and table.
///
/// ```
/// use generals::{Evidence, General, Protocol, Trace, link::{LinkSize, parse}};
///
/// let has_tree = |link| {
///     let trace = Trace::new(parse(link, LinkSize::Any).unwrap().scenario).unwrap();
///     (trace.scenario().spec().evidence, trace.vote_tree(General::new(2).unwrap()).is_some())
/// };
/// assert_eq!(has_tree("v=1&p=om&n=4"), (Evidence::Tree, true));
/// assert_eq!(has_tree("v=1&p=sm&n=4"), (Evidence::Letters, false));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Majorities of majorities.
    Tree,
    /// Everything in one bag.
    Bag,
    /// The letters that were accepted.
    Letters,
    /// A tree for each general's opinion.
    Vector,
    /// What he came to at each step, one thing after another.
    Marks,
    /// No figure of its own: what was received says it all.
    Nothing,
}

impl Evidence {
    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Tree => "tree",
            Self::Bag => "bag",
            Self::Letters => "letters",
            Self::Vector => "vector",
            Self::Marks => "marks",
            Self::Nothing => "none",
        }
    }
}

/// Questions of the laboratory that can be asked of a link's protocol.
///
/// ```
/// use generals::{Protocol, Tool};
///
/// assert!(Protocol::Oral.spec().answers(Tool::Attack));
/// assert!(!Protocol::Signed.spec().answers(Tool::Attack), "fewest lies are computed of vote trees");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// The fewest lies that break it, exactly.
    Attack,
    /// All behaviour of the traitors, one after another.
    Exhaust,
    /// Some of it, drawn by lot.
    Sample,
    /// The ring of copies.
    Ring,
    /// The chain of runs.
    Chain,
    /// Another world that a general cannot tell from his own.
    OtherWorld,
    /// How weak traitors may be and still break it.
    Ladder,
    /// Two runs glued together, of an army whose letters are slow.
    SplitBrain,
    /// In which phase coins end a run, over seeds.
    Phases,
}

impl Tool {
    /// The code of the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Attack => "attack",
            Self::Exhaust => "exhaust",
            Self::Sample => "sample",
            Self::Ring => "ring",
            Self::Chain => "chain",
            Self::OtherWorld => "other-world",
            Self::Ladder => "ladder",
            Self::SplitBrain => "split-brain",
            Self::Phases => "phases",
        }
    }
}

/// How many there may be, and how many a link means that does not say.
///
/// ```
/// use generals::Protocol;
///
/// let army = Protocol::Oral.spec().generals;
/// assert_eq!((army.min, army.max, army.default), (2, 64, 4));
/// assert_eq!((Protocol::Oral.spec().relays)(4).max, 2, "somebody must be left to tell");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sizes {
    /// At least.
    pub min: u64,
    /// At most.
    pub max: u64,
    /// Where nothing is said.
    pub default: u64,
}

impl Sizes {
    /// Just so many.
    #[must_use]
    pub const fn exactly(count: u64) -> Self {
        Self {
            min: count,
            max: count,
            default: count,
        }
    }

    /// As many of them as are nearest.
    #[must_use]
    pub fn nearest(self, count: u64) -> u64 {
        count.clamp(self.min, self.max)
    }
}

/// A protocol, described.
///
/// ```
/// use generals::Protocol;
///
/// let spec = Protocol::Signed.spec();
/// assert_eq!((spec.name, spec.is_signed), ("sm", true));
/// assert!(!spec.notices_silence, "nobody waits for a letter in particular");
/// assert_eq!((spec.rounds)(2), 3);
/// ```
#[derive(Debug)]
pub struct Spec {
    /// The name links give it.
    pub name: &'static str,
    /// What is to be achieved.
    pub task: Task,
    /// When messages arrive.
    pub model: Model,
    /// Who starts with something.
    pub inputs: Inputs,
    /// Whether there can be traitors.
    pub has_traitors: bool,
    /// Whether messages are signed, so that a label is a chain of signers and a false one is seen.
    pub is_signed: bool,
    /// Whether a message that is not sent is missed. A signed letter that never comes is missed by nobody.
    pub notices_silence: bool,
    /// Whether it matters by which path an order comes. If not, a general heeds each order once.
    pub heeds_paths: bool,
    /// Whether a decision is votes over words that are relayed, by paths of at most m+1 generals: then all decisions together
    /// are one circuit, and every strategy can be tried on it.
    pub votes_over_paths: bool,
    /// Whether one slot can hold two words.
    pub says_both: bool,
    /// The words that can be said, silence aside.
    pub words: &'static [Word],
    /// What a run is judged by.
    pub conditions: &'static [Condition],
    /// What a decision rests on.
    pub evidence: Evidence,
    /// Which questions of the laboratory may be asked.
    pub tools: &'static [Tool],
    /// How many generals it is for.
    pub generals: Sizes,
    /// How large m may be, by n.
    pub relays: fn(u64) -> Sizes,
    /// Keys of links that it knows besides those of all.
    pub keys: &'static [Key],
    /// The other forms of it that a link can ask for, besides the published one (key `by`).
    pub variants: &'static [Variant],
    /// Rounds, by m. Where messengers may be slow, those of a run in which none is.
    pub rounds: fn(usize) -> usize,
    /// Where it comes from, as the literature is cited here.
    pub source: &'static str,
}

impl Spec {
    /// Whether a question of the laboratory can be asked.
    #[must_use]
    pub fn answers(&self, tool: Tool) -> bool {
        self.tools.contains(&tool)
    }

    /// The form of it that the text of its key asks for, if it is one of its own.
    pub(crate) fn variant_asked(&self, texts: &OwnTexts) -> Option<Variant> {
        let text = texts.get(Key::By)?;
        let mut known = self.variants.iter().copied();
        known.find(|variant| variant.name() == text)
    }

    /// How many rounds this form of it has with m.
    pub(crate) fn rounds_of(&self, variant: Option<Variant>, m: usize) -> usize {
        match variant {
            // A phase less is what m−1 has.
            Some(Variant::Short) => (self.rounds)(m.saturating_sub(1)),
            _ => (self.rounds)(m),
        }
    }

    /// Whether messages come one at a time, in an order that a link chooses.
    #[must_use]
    pub const fn is_scheduled(&self) -> bool {
        !matches!(self.model, Model::Synchronous)
    }
}

/// The rounds of a protocol that relays m times: one more.
pub(crate) const fn relayed(m: usize) -> usize {
    m.saturating_add(1)
}

/// Any army; four generals where a link does not say.
pub(crate) const ARMY: Sizes = Sizes {
    min: GENERALS_MIN,
    max: GENERALS_MAX,
    default: 4,
};

/// Somebody must be left to tell: m is at most n−2, and where a link does not say it 1, or 0 between two generals.
pub(crate) const fn relays(n: u64) -> Sizes {
    Sizes {
        min: 0,
        max: n - 2,
        default: if n == 2 { 0 } else { 1 },
    }
}

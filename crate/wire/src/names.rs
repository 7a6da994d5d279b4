//! What has a name in the core travels by that name; generals by their numbers.

use generals::{General, Generals, Label, Path, link, machine};
use serde::{Serialize, Serializer};

#[cfg(test)]
use crate::declarations::{every, table};

/// A general's number, from 1; general 1 commands.
pub type Id = u8;

/// The numbers of some generals, the smallest first.
#[must_use]
pub fn ids(generals: Generals) -> Vec<Id> {
    generals.iter().map(General::number).collect()
}

/// The numbers of those on a path, in the order in which they spoke.
#[must_use]
pub fn path_ids(path: &Path) -> Vec<Id> {
    path.generals()
        .iter()
        .map(|general| general.number())
        .collect()
}

/// The numbers of a label: of a relayed order those on its path.
#[must_use]
pub fn label(label: &Label) -> Vec<u16> {
    label.numbers().to_vec()
}

/// What a messenger brings: an order, `N` for neither where a protocol has that word, or null for silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Word(#[cfg_attr(test, ts(type = "Order | \"N\" | null"))] Option<char>);

/// A word of the core.
#[must_use]
pub fn word(word: generals::Word) -> Word {
    Word((!word.is_silence()).then(|| word.letter()))
}

/// A value of the core that travels by its name there; `names` are all that there are, for the declarations.
macro_rules! named {
    ($(#[doc = $doc:literal])* $type:ident($of:ty), $name:expr, names: $names:expr) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $type(pub $of);

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let name: fn($of) -> &'static str = $name;
                // As derived enums of names travel: a carrier may make each of these texts once.
                to.serialize_unit_variant(stringify!($type), 0, name(self.0))
            }
        }

        #[cfg(test)]
        crate::declarations::union!($type, [$($doc),*], $names);
    };
}

named!(
    /// An order: attack or retreat.
    Order(generals::Order),
    |order| match order {
        generals::Order::Attack => "A",
        generals::Order::Retreat => "R",
    },
    names: table(&generals::Order::NAMES)
);
named!(
    /// A protocol, by the name that links give it.
    Protocol(generals::Protocol),
    generals::Protocol::name,
    names: table(&generals::Protocol::NAMES)
);
named!(
    /// How traitors act where no single lie is named.
    Strategy(generals::Strategy),
    generals::Strategy::name,
    names: table(&generals::Strategy::NAMES)
);
named!(
    /// What fills the page.
    Screen(link::Screen),
    link::Screen::name,
    names: table(&link::Screen::NAMES)
);
named!(
    /// How one run, or two side by side, is shown.
    Figure(link::Figure),
    link::Figure::name,
    names: table(&link::Figure::NAMES)
);
named!(
    /// A language of the page.
    Lang(link::Lang),
    link::Lang::name,
    names: table(&link::Lang::NAMES)
);
named!(
    /// The page's colours.
    Theme(link::Theme),
    link::Theme::name,
    names: table(&link::Theme::NAMES)
);
named!(
    /// What an embedded page can be steered with.
    Controls(link::Controls),
    link::Controls::name,
    names: table(&link::Controls::NAMES)
);
named!(
    /// Whose keys are pressed in an embedded page: its own, or those of the page around it.
    Keys(link::Keys),
    link::Keys::name,
    names: table(&link::Keys::NAMES)
);
named!(
    /// A key of links.
    Key(generals::Key),
    generals::Key::name,
    names: generals::Key::ALL.map(generals::Key::name).to_vec()
);
#[cfg(feature = "diagnosis")]
named!(
    /// What may have happened to a link: characters that are no part of it came in on its way, its end is missing, a later
    /// version made it, its protocol is not known here; of another damage the code of the refusal says more.
    Damage(link::Damage),
    link::Damage::name,
    names: table(&link::Damage::NAMES)
);
#[cfg(feature = "diagnosis")]
named!(
    /// What a pasted text was taken for.
    Source(link::Source),
    link::Source::name,
    names: table(&link::Source::NAMES)
);
named!(
    /// Why a message that arrived was not taken in.
    Refusal(machine::Refusal),
    machine::Refusal::name,
    names: every!(
        machine::Refusal::name,
        machine::Refusal: NoSuchPath, NotHisOwn, WrongRound, RepeatedSigner, OwnPath, Repeated,
        BadSignature(General::COMMANDER), Late, Enough, Over, NoProof, Caught
    )
);
named!(
    /// What is wrong with a link.
    Code(generals::Code),
    generals::Code::name,
    names: every!(
        generals::Code::name,
        generals::Code: Malformed, MissingKey, RepeatedKey, BadVersion, BadValue, OutOfRange, NotATraitor, NoSuchPath,
        RepeatedLie, TooLong, TooLarge, BadProgram
    )
);
named!(
    /// The form of a text in a link.
    Form(generals::Form),
    generals::Form::name,
    names: every!(generals::Form::name, generals::Form: Number, Lie, LieOrNeither, Id, Loyal, Opinions, Absent, Rule, Pairs,
        Needs, Delays, Program, Goal)
);
named!(
    /// What an arrow stands for: a message, all that one general tells another, or all that he says in a round.
    Grain(generals::figure::Grain),
    generals::figure::Grain::name,
    names: every!(generals::figure::Grain::name, generals::figure::Grain: Messages, Pairs, Senders)
);
named!(
    /// One of the things that a run is judged by.
    Condition(generals::Condition),
    generals::Condition::name,
    names: table(&generals::Condition::NAMES)
);
named!(
    /// Why something is promised, or is not.
    Reason(generals::Reason),
    generals::Reason::name,
    names: table(&generals::Reason::NAMES)
);
named!(
    /// What is told of a promise: its reason, or what lies behind it. Nobody lies; too many rounds for the theorem, which has
    /// generals enough; nobody lies, but it waits as if m might; what is known to be wrong, where it comes to the same as OM(m).
    Claim(generals::Claim),
    generals::Claim::name,
    names: table(&generals::Claim::NAMES)
);
named!(
    /// Which inequality decides whether something is promised: n > 3f, generals against traitors; n > 3m, generals against rounds
    /// of relay; n > 2f + m, generals against both; m >= f, rounds against traitors; n > 5m, generals
    /// against those whose silence and lies each must bear.
    Measure(generals::Measure),
    generals::Measure::name,
    names: table(&generals::Measure::NAMES)
);
named!(
    /// What a protocol is to achieve.
    Task(generals::Task),
    generals::Task::name,
    names: every!(generals::Task::name, generals::Task: Broadcast, InteractiveConsistency, Settlement, Coordination, Consensus,
        ReliableBroadcast)
);
named!(
    /// When messages arrive.
    Model(generals::Model),
    generals::Model::name,
    names: every!(generals::Model::name, generals::Model: Synchronous, Asynchronous, PartiallySynchronous)
);
named!(
    /// Who starts with something.
    Inputs(generals::Inputs),
    generals::Inputs::name,
    names: every!(generals::Inputs::name, generals::Inputs: Commander, Everyone, Leader)
);
named!(
    /// What a decision rests on.
    Evidence(generals::Evidence),
    generals::Evidence::name,
    names: every!(generals::Evidence::name, generals::Evidence: Tree, Bag, Letters, Vector, Marks, Nothing)
);
named!(
    /// A question of the laboratory that can be asked of a link's protocol.
    Tool(generals::Tool),
    generals::Tool::name,
    names: every!(generals::Tool::name, generals::Tool: Attack, Exhaust, Sample, Ring, Chain, OtherWorld, Ladder,
        SplitBrain, Phases)
);
named!(
    /// A form of a protocol besides the published one.
    Variant(generals::Variant),
    generals::Variant::name,
    names: table(&generals::Variant::NAMES)
);
#[cfg(feature = "lab")]
named!(
    /// What a protocol stands on besides messengers who arrive.
    Need(generals::Need),
    generals::Need::name,
    names: table(&generals::Need::NAMES)
);
#[cfg(feature = "marks")]
named!(
    /// A rule that fired for a general.
    MarkKind(generals::MarkKind),
    generals::MarkKind::name,
    names: table(&generals::MarkKind::NAMES)
);
#[cfg(feature = "marks")]
named!(
    /// What a letter is for.
    PartKind(generals::PartKind),
    generals::PartKind::name,
    names: table(&generals::PartKind::NAMES)
);
#[cfg(feature = "network")]
named!(
    /// Which of the letters under way is delivered next.
    DeliveryOrder(generals::DeliveryOrder),
    generals::DeliveryOrder::name,
    names: table(&generals::DeliveryOrder::NAMES)
);
#[cfg(feature = "trust")]
named!(
    /// What the three go by when they settle an order.
    Rule(generals::trust::Rule),
    generals::trust::Rule::name,
    names: table(&generals::trust::Rule::NAMES)
);
#[cfg(feature = "own")]
named!(
    /// What is wrong with a program.
    ProgramCode(generals::program::MistakeCode),
    generals::program::MistakeCode::name,
    names: every!(
        generals::program::MistakeCode::name,
        generals::program::MistakeCode: Unexpected, UnknownName, WrongType, RoundsDiffer, NotKnownBefore, NeverDecides,
        AfterDecide, TooManyRounds, TooLong, LineTooLong, TooMuchWork, DividesByZero, NotSigned, NoGather
    )
);
#[cfg(feature = "own")]
named!(
    /// What a program is for.
    ProgramTask(generals::program::ProgramTask),
    generals::program::ProgramTask::name,
    names: every!(generals::program::ProgramTask::name, generals::program::ProgramTask: Broadcast, Consensus)
);
named!(
    /// Which of the two copies of a general on the ring.
    CopyName(bool),
    copy_name,
    names: vec![copy_name(false), copy_name(true)]
);

const fn copy_name(is_b: bool) -> &'static str {
    if is_b { "b" } else { "a" }
}

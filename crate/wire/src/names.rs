//! What has a name in the core travels by that name; generals by their numbers.

use generals::{General, Generals, Path, lab::attack, machine};
use serde::{Serialize, Serializer};

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

/// What a messenger brings: an order, or nothing.
pub type Word = Option<Order>;

/// A word of the core.
#[must_use]
pub fn word(word: generals::Word) -> Word {
    word.map(Order)
}

/// A value of the core that travels by its name there.
macro_rules! named {
    ($(#[$doc:meta])* $type:ident($of:ty), $name:expr) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $type(pub $of);

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                let name: fn($of) -> &'static str = $name;
                to.serialize_str(name(self.0))
            }
        }
    };
}

named!(
    /// An order: attack or retreat.
    Order(generals::Order),
    |order| match order {
        generals::Order::Attack => "A",
        generals::Order::Retreat => "R",
    }
);
named!(
    /// A protocol, by the name that links give it.
    Protocol(generals::Protocol),
    generals::Protocol::name
);
named!(
    /// How traitors act where no single lie is named.
    Strategy(generals::Strategy),
    generals::Strategy::name
);
named!(
    /// What fills the page.
    Screen(generals::link::Screen),
    generals::link::Screen::name
);
named!(
    /// How one run, or two side by side, is shown.
    Figure(generals::link::Figure),
    generals::link::Figure::name
);
named!(
    /// A language of the page.
    Lang(generals::link::Lang),
    generals::link::Lang::name
);
named!(
    /// The page's colours.
    Theme(generals::link::Theme),
    generals::link::Theme::name
);
named!(
    /// What an embedded page can be steered with.
    Controls(generals::link::Controls),
    generals::link::Controls::name
);
named!(
    /// Why a message that arrived was not taken in.
    Refusal(machine::Refusal),
    machine::Refusal::name
);
named!(
    /// What is wrong with a link.
    Code(generals::Code),
    generals::Code::name
);
named!(
    /// The form of a text in a link.
    Form(generals::Form),
    generals::Form::name
);
named!(
    /// What an arrow stands for: a message, all that one general tells another, or all that he says in a round.
    Grain(generals::figure::Grain),
    generals::figure::Grain::name
);
named!(
    /// One of the two things that are asked of a run.
    Condition(attack::Condition),
    |condition| match condition {
        attack::Condition::Agreement => "agreement",
        attack::Condition::Validity => "validity",
    }
);
named!(
    /// Which of the two copies of a general on the ring.
    CopyName(bool),
    |is_b| if is_b { "b" } else { "a" }
);

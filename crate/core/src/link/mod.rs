//! Scenario links, version 1: the fragment of the page's address, read and written.
//!
//! Reading is lenient about form and strict about meaning; what is written is canonical:
//! `parse(print(x)) == x`. Links are for ever, so nothing here may change without a new `v`.

#[cfg(feature = "trust")]
mod analysis;
#[cfg(feature = "diagnosis")]
mod arrived;
mod decode;
#[cfg(feature = "diagnosis")]
mod diagnosis;
pub(crate) mod digits;
pub(crate) mod error;
pub(crate) mod faults;
mod given;
mod goal;
mod letters;
mod looks;
mod parse;
#[cfg(feature = "diagnosis")]
mod pasted;
mod print;
#[cfg(feature = "diagnosis")]
mod repair;
mod speed;
mod values;

#[cfg(feature = "trust")]
pub use analysis::parse_trust;
#[cfg(feature = "diagnosis")]
pub use diagnosis::{Damage, Diagnosis, diagnose};
pub use digits::number;
pub use error::{Allowed, Code, Form, Key, LinkError};
pub use given::{parse_given, replaced};
pub use goal::Goal;
pub use parse::{LinkSize, named, parse};
#[cfg(feature = "diagnosis")]
pub use pasted::{Pasted, Source, pasted};
#[cfg(feature = "diagnosis")]
pub use repair::nearest;
pub use speed::Speed;

use crate::{
    scenario::{Scenario, Strategy},
    word::General,
};

/// What a link holds.
///
/// ```
/// use generals::link::{LinkSize, parse};
///
/// let link = parse("#v=1&p=om&n=4&t=3&at=2", LinkSize::Stepped).unwrap();
/// assert_eq!((link.scenario.n(), link.place.at), (4, 2));
/// assert_eq!(link.address(), "v=1&p=om&n=4&t=3&at=2");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What decides the run.
    pub scenario: Scenario,
    /// Where in it the reader is.
    pub place: Place,
    /// How the page looks.
    pub presentation: Presentation,
    /// Keys we do not know, and of how the page looks those with a value we do not know, in the order met; at last what
    /// was left off.
    pub ignored: Vec<(String, String)>,
    /// What stands behind the letter at which the link ends, since no link holds it.
    pub left_off: Option<String>,
}

/// Where the reader is: the keys `at` to `rule`.
///
/// ```
/// use generals::link::{LinkSize, parse};
///
/// let place = parse("v=1&p=om&n=4&at=5&pov=2&path=1.3", LinkSize::Stepped).unwrap().place;
/// assert_eq!((place.at, place.pov.unwrap().number()), (5, 2));
/// assert_eq!(place.path_text().as_deref(), Some("1.3"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The step to open at; past the end means the end.
    pub at: u64,
    /// The general through whose eyes to look.
    pub pov: Option<General>,
    /// The opened screen.
    pub view: Screen,
    /// The lesson's id.
    pub lesson: Option<String>,
    /// The place in the lesson, from 1; past the last means the last.
    pub beat: Option<u64>,
    /// The army that a program is asked to hold for.
    pub goal: Option<Goal>,
    /// The general who is looked at.
    pub general: Option<General>,
    /// The step of the message that is looked at; past the last means none.
    pub message: Option<u64>,
    /// How far the vote tree is folded, in majorities from the leaves; past the root means all.
    pub fold: Option<u64>,
    /// The path at which the vote tree is open; one that is not in the tree means its root.
    pub path: Vec<General>,
    /// How two runs side by side are shown.
    pub both: Figure,
    /// The rule that the reader has written in the laboratory: a letter for each row of a table
    /// ([`crate::lab::rule::Rule`], row 0 first); two tables are of two lieutenants, one of all.
    pub rule: Option<String>,
}

/// The ways to show a run that can stand side by side.
///
/// ```
/// use generals::link::{Figure, LinkSize, parse};
///
/// let mut link = parse("v=1&p=om&n=4&view=pair", LinkSize::Stepped).unwrap();
/// link.place.both = Figure::Tree;
/// assert_eq!(link.address(), "v=1&p=om&n=4&view=pair&both=tree");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Figure {
    #[default]
    Map,
    Time,
    Tree,
    Table,
}

/// The screens a link can open.
///
/// ```
/// use generals::link::{LinkSize, Screen, parse};
///
/// let view = |link| parse(link, LinkSize::Stepped).unwrap().place.view;
/// assert_eq!(view("v=1&p=om&n=4&view=ring"), Screen::Ring);
/// assert_eq!(view("v=1&p=om&n=4"), Screen::Map);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names are the link's values
pub enum Screen {
    #[default]
    Map,
    Time,
    Tree,
    Table,
    Pair,
    /// The laboratory at its first tool; each has a name of its own besides.
    Lab,
    Tolerance,
    Attack,
    Exhaust,
    Ring,
    Chain,
    Ladder,
    SplitBrain,
    Phases,
    Rule,
    Cost,
    Which,
}

/// How the page looks: the last row of the table of keys.
///
/// ```
/// use generals::link::{LinkSize, Presentation, parse};
///
/// let mut link = parse("v=1&p=om&n=4&at=2&theme=dark&embed=1", LinkSize::Stepped).unwrap();
/// link.presentation = Presentation::default();
/// assert_eq!(link.address(), "v=1&p=om&n=4&at=2", "the run and the place do not depend on it");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Presentation {
    /// The language; `None` is the browser's.
    pub lang: Option<Lang>,
    /// The theme.
    pub theme: Theme,
    /// Stage and transport alone, for course notes.
    pub embed: bool,
    /// What an embedded page can be steered with.
    pub controls: Controls,
    /// Whether the run plays as soon as it is open.
    pub autoplay: bool,
    /// Whether it begins anew when it has come to its end.
    pub looped: bool,
    /// The step at which it stops; past the end means the end.
    pub until: Option<u64>,
    /// How fast it plays.
    pub speed: Speed,
    /// Whose keys are pressed in an embedded page.
    pub keys: Keys,
    /// From which number generals are counted where people read; links count them from 1.
    pub number: Numbering,
}

/// The languages.
///
/// ```
/// use generals::link::{Lang, LinkSize, parse};
///
/// let lang = |link| parse(link, LinkSize::Any).unwrap().presentation.lang;
/// assert_eq!(lang("v=1&lang=zh"), Some(Lang::Chinese));
/// assert_eq!(lang("v=1"), None, "the browser's");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Lang {
    English,
    Chinese,
}

/// The themes.
///
/// ```
/// use generals::link::{LinkSize, Theme, parse};
///
/// let theme = |link| parse(link, LinkSize::Any).unwrap().presentation.theme;
/// assert_eq!(theme("v=1&theme=dark"), Theme::Dark);
/// assert_eq!(theme("v=1&theme=pink"), Theme::Auto, "what is not known refuses no run");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

/// What an embedded page can be steered with.
///
/// ```
/// use generals::link::{Controls, LinkSize, parse};
///
/// let shown = parse("v=1&embed=1&controls=none", LinkSize::Any).unwrap().presentation;
/// assert_eq!((shown.embed, shown.controls), (true, Controls::Nothing));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Controls {
    #[default]
    Full,
    Play,
    Nothing,
}

/// Whose keys are pressed in an embedded page: its own, or those of the page around it.
///
/// ```
/// use generals::link::{Keys, LinkSize, parse};
///
/// let keys = |link| parse(link, LinkSize::Any).unwrap().presentation.keys;
/// assert_eq!(keys("v=1&embed=1&keys=host"), Keys::Host);
/// assert_eq!(keys("v=1&embed=1"), Keys::Own);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Keys {
    #[default]
    Own,
    Host,
}

/// From which number generals are counted where people read: LSP82 calls the commander general 0.
///
/// ```
/// use generals::link::{LinkSize, Numbering, parse};
///
/// let link = parse("v=1&p=om&n=4&t=3&number=0", LinkSize::Any).unwrap();
/// assert_eq!(link.presentation.number, Numbering::Zero);
/// assert_eq!(link.address(), "v=1&p=om&n=4&t=3&number=0", "links count them from 1");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)]
pub enum Numbering {
    Zero,
    #[default]
    One,
}

macro_rules! names {
    ($type:ty, $count:literal, $($name:literal => $value:expr),+) => {
        impl $type {
            /// All values, by the names links give them.
            pub const NAMES: [(&'static str, Self); $count] = [$(($name, $value)),+];

            /// The name links give it.
            #[must_use]
            pub fn name(self) -> &'static str {
                name_of(&Self::NAMES, self)
            }
        }
    };
}

names!(Screen, 17, "map" => Self::Map, "time" => Self::Time, "tree" => Self::Tree, "table" => Self::Table,
    "pair" => Self::Pair, "lab" => Self::Lab, "tolerance" => Self::Tolerance, "attack" => Self::Attack,
    "exhaust" => Self::Exhaust, "ring" => Self::Ring, "chain" => Self::Chain, "ladder" => Self::Ladder,
    "split-brain" => Self::SplitBrain, "phases" => Self::Phases, "rule" => Self::Rule, "cost" => Self::Cost,
    "which" => Self::Which);
names!(Figure, 4, "map" => Self::Map, "time" => Self::Time, "tree" => Self::Tree, "table" => Self::Table);
names!(Lang, 2, "en" => Self::English, "zh" => Self::Chinese);
names!(Theme, 3, "auto" => Self::Auto, "light" => Self::Light, "dark" => Self::Dark);
names!(Controls, 3, "full" => Self::Full, "play" => Self::Play, "none" => Self::Nothing);
names!(Keys, 2, "own" => Self::Own, "host" => Self::Host);
names!(Numbering, 2, "0" => Self::Zero, "1" => Self::One);

impl Strategy {
    /// The name links give it.
    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(&Self::NAMES, self)
    }
}

fn name_of<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names
        .iter()
        .find(|(_, named)| *named == value)
        .map_or("", |(name, _)| name)
}

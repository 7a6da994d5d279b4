//! A run as a trace of states in the Informal Trace Format, which the tools of TLA+ and Quint read
//! (<https://apalache-mc.org/docs/adr/015adr-trace.html>).

use std::collections::BTreeMap;

use generals::{Event, Order, Trace, Word, file::Refused, limits::TRACE_CELLS_MAX, map_of};
use serde::{Serialize, Serializer, ser::SerializeMap};

use super::run::{self, VERSION};

/// What the format calls itself.
pub(super) const FORMAT: &str = "ITF";

/// A trace: state i is the world after step i, state 0 before the first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TraceFile {
    /// What it is of.
    #[serde(rename = "#meta")]
    pub meta: Meta,
    /// The names of the variables.
    pub vars: [&'static str; 6],
    /// The states, the first one first.
    pub states: Vec<State>,
}

/// What a trace is of: texts alone, since there are readers that take no other.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Meta {
    /// Always `ITF`.
    pub format: &'static str,
    /// Where the format is described.
    pub format_description: &'static str,
    /// What makes such files.
    pub description: &'static str,
    /// The version of such files: 1.
    pub version: String,
    /// The canonical link, scenario keys alone: it decides all the rest.
    pub source: String,
    /// The types of the variables, as Apalache writes them.
    #[serde(rename = "varTypes")]
    pub var_types: BTreeMap<&'static str, &'static str>,
}

/// The world after a step.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct State {
    /// Its number.
    #[serde(rename = "#meta")]
    pub meta: Index,
    /// How many steps have happened.
    pub step: Int,
    /// The round of the last of them; 0 before the first.
    pub round: Int,
    /// The message that this step delivers, or the lack of one: none at the beginning, and none where all decide.
    pub delivered: Vec<Delivered>,
    /// Who is loyal: of them is told what must hold. The same in every state.
    pub loyal: Set,
    /// How many words each general has heard.
    pub heard: Map<Int>,
    /// What each obeys who has decided.
    pub decisions: Map<Letter>,
}

/// The number of a state.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Index {
    /// From 0.
    pub index: usize,
}

/// A message. Silence is the word `S`: the format has no null.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Delivered {
    /// Who sent it.
    pub from: Int,
    /// Whom it reaches.
    pub to: Int,
    /// What keeps it apart from others; of a relayed order who has passed it on, the sender last.
    pub path: Vec<Int>,
    /// What it says.
    pub said: Letter,
    /// What a loyal general would have said.
    pub honest: Letter,
    /// Whether the two differ.
    pub lie: bool,
    /// Why it was not taken in; empty where it was.
    pub refused: &'static str,
}

/// A whole number: `{"#bigint": "5"}`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Int(pub u64);

/// A word by its letter.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Letter(pub char);

/// Generals: `{"#set": [1, …]}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Set(pub Vec<Int>);

/// A function of generals: `{"#map": [[1, …], …]}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Map<T>(pub Vec<(Int, T)>);

impl Serialize for Int {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(1))?;
        map.serialize_entry("#bigint", &self.0.to_string())?;
        map.end()
    }
}

impl Serialize for Set {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(1))?;
        map.serialize_entry("#set", &self.0)?;
        map.end()
    }
}

impl<T: Serialize> Serialize for Map<T> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(1))?;
        map.serialize_entry("#map", &self.0)?;
        map.end()
    }
}

/// The variables and their types, in the order in which they stand.
const VARS: [(&str, &str); 6] = [
    ("step", "Int"),
    ("round", "Int"),
    (
        "delivered",
        "Seq({ from: Int, to: Int, path: Seq(Int), said: Str, honest: Str, lie: Bool, refused: Str })",
    ),
    ("loyal", "Set(Int)"),
    ("heard", "Int -> Int"),
    ("decisions", "Int -> Str"),
];

impl TraceFile {
    /// Refuses what is too large, before any of it is made.
    pub(super) fn check_size(trace: &Trace) -> Result<(), Refused> {
        let size = (trace.len() as u128 + 1) * trace.scenario().n() as u128;
        let most = TRACE_CELLS_MAX;
        match size > most {
            true => Err(Refused::TooLarge { size, most }),
            false => Ok(()),
        }
    }

    /// A run as a trace.
    ///
    /// # Errors
    /// `TooLarge` where its states times its generals are more than [`TRACE_CELLS_MAX`].
    pub fn of(trace: &Trace) -> Result<Self, Refused> {
        Self::check_size(trace)?;
        Ok(Self {
            meta: Meta {
                format: FORMAT,
                format_description: "https://apalache-mc.org/docs/adr/015adr-trace.html",
                description: run::FORMAT,
                version: VERSION.to_string(),
                source: trace.scenario().link(),
                var_types: map_of(VARS),
            },
            vars: VARS.map(|(name, _)| name),
            states: (0..=trace.len())
                .map(|step| State::of(trace, step))
                .collect(),
        })
    }
}

impl State {
    pub(super) fn of(trace: &Trace, step: usize) -> Self {
        let snapshot = trace.snapshot(step);
        let generals = || {
            trace
                .scenario()
                .generals()
                .iter()
                .map(|general| Int(general.number().into()))
        };
        let all = trace.scenario().generals();
        let loyal = all
            .iter()
            .filter(|general| trace.scenario().is_loyal(*general));
        let decided = generals().zip(&snapshot.decisions);
        Self {
            meta: Index { index: step },
            step: Int(step as u64),
            round: Int(snapshot.round as u64),
            delivered: Delivered::of(trace, step).into_iter().collect(),
            loyal: Set(loyal.map(|general| Int(general.number().into())).collect()),
            heard: Map(generals()
                .zip(snapshot.heard.iter().copied().map(Int))
                .collect()),
            decisions: Map(decided
                .filter_map(|(general, order)| Some((general, letter((*order)?))))
                .collect()),
        }
    }
}

fn letter(order: Order) -> Letter {
    Letter(Word::from(order).letter())
}

impl Delivered {
    fn of(trace: &Trace, step: usize) -> Option<Self> {
        let Event::Message(message) = trace.event(step)? else {
            return None;
        };
        let path = message.slot.label.numbers().iter();
        Some(Self {
            from: Int(message.slot.from.number().into()),
            to: Int(message.slot.to.number().into()),
            path: path.map(|number| Int((*number).into())).collect(),
            said: Letter(message.said.word.letter()),
            honest: Letter(message.said.honest.letter()),
            lie: message.said.is_lie(),
            refused: message.said.refused.map_or("", |why| why.name()),
        })
    }
}

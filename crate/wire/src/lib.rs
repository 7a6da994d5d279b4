//! The answers of the generals crate as plain data: one shape for the page, a command line and files.
//!
//! Every type here is what a program outside of Rust sees: numbers, texts, lists and objects, named as they are in
//! JavaScript. Nothing here knows what carries them there.
#![forbid(unsafe_code)]

pub mod arguments;
mod branch;
#[cfg(all(feature = "json", not(test)))]
mod by_number;
#[cfg(feature = "pbft")]
mod certificate;
mod counts;
#[cfg(test)]
mod declarations;
#[cfg(feature = "diagnosis")]
mod diagnosis;
mod event;
mod fault;
#[cfg(feature = "files")]
pub mod file;
#[cfg(feature = "lab")]
mod lab;
#[cfg(feature = "sm")]
mod letter;
mod limits;
mod names;
#[cfg(feature = "marks")]
mod part;
mod place;
#[cfg(feature = "own")]
mod program;
#[cfg(feature = "network")]
mod queue;
mod reading;
mod rows;
mod scenario;
mod snapshot;
mod spec;
#[cfg(feature = "own")]
mod standing;
mod time;
mod tree;
#[cfg(feature = "trust")]
mod trust;
#[cfg(feature = "two")]
mod two;
mod verdict;
mod view;
mod votes;
#[cfg(feature = "lab")]
mod world;

pub use branch::{Branch, Held};
#[cfg(feature = "pbft")]
pub use certificate::{Bundle, BundleSeal, Certificate, CertificateSeal};
pub use counts::MessageCounts;
#[cfg(feature = "diagnosis")]
pub use diagnosis::Diagnosis;
pub use event::{DecideEvent, Decided, Decisions, MessageEvent, StepEvent};
pub use fault::{Allowed, LinkFault};
#[cfg(feature = "lab")]
pub use lab::{
    Attack, Chain, ChainPlace, ChainRun, Cost, LabCode, LabFault, Ladder, LadderKind, Offer,
    PromiseCell, Ring, RingCopy, RingDecision, RingMessage, RingWindow, RuleCase, RuleTally, Rules,
    Rung, SearchKind, SearchProgress, Slot, ToleranceCell, link_of,
};
#[cfg(all(feature = "lab", feature = "benor"))]
pub use lab::{PhaseCounts, Phases};
#[cfg(all(feature = "lab", feature = "network"))]
pub use lab::{SplitBrain, SplitCondition, SplitDecision, SplitEyes, SplitWorld};
#[cfg(feature = "sm")]
pub use letter::{Letter, Seal};
pub use limits::Limits;
#[cfg(feature = "network")]
pub use names::DeliveryOrder;
#[cfg(feature = "lab")]
pub use names::Need;
#[cfg(feature = "trust")]
pub use names::Rule;
pub use names::{
    Claim, Code, Condition, Controls, CopyName, Evidence, Figure, Form, Grain, Id, Inputs, Key,
    Keys, Lang, Measure, Model, Order, Protocol, Reason, Refusal, Screen, Strategy, Task, Theme,
    Tool, Variant, Word, ids, label, path_ids, word,
};
#[cfg(feature = "diagnosis")]
pub use names::{Damage, Source};
#[cfg(feature = "marks")]
pub use names::{MarkKind, PartKind};
#[cfg(feature = "own")]
pub use names::{ProgramCode, ProgramTask};
#[cfg(feature = "marks")]
pub use part::Part;
pub use place::{Place, Presentation};
#[cfg(feature = "own")]
pub use program::{ProgramCheck, ProgramFault, ProgramFaults};
#[cfg(feature = "network")]
pub use queue::{HeldUntil, Queued, unsent};
pub use reading::{Bound, Enough, Grounds, Reading};
pub use rows::Row;
#[cfg(feature = "trust")]
pub use scenario::By;
#[cfg(feature = "network")]
pub use scenario::Delay;
pub use scenario::{Lie, Scenario};
pub use snapshot::{GeneralNow, Snapshot};
pub use spec::Spec;
#[cfg(feature = "own")]
pub use standing::{ProgramValue, Standing, Standings};
pub use time::{Rect, TimeArrow, TimeBand, TimeFigure};
pub use tree::{Bow, TreeFigure, TreeFoot, TreeGroup, TreeLeaf};
#[cfg(feature = "trust")]
pub use trust::{CommonFriends, TrustGraph, TrustRest, TrustRow, TrustTable};
#[cfg(feature = "two")]
pub use two::{TwoGenerals, TwoRules, TwoRun};
pub use verdict::{Agreement, Validity, Verdict};
pub use view::{Received, Sent, View};
pub use votes::{FlatVote, Heard, SeenOrder, SignedVote, VectorVote, Vote, Votes};
#[cfg(feature = "marks")]
pub use votes::{Mark, MarksVote};
#[cfg(feature = "lab")]
pub use world::OtherWorld;

/// The same types for TypeScript; a test writes them from the structs.
pub const TYPES: &str = include_str!("../types.d.ts");

//! The Byzantine generals problem, executed.
//!
//! A [`Scenario`] says who commands or thinks what, who is a traitor and what each traitor does; it is read from and
//! written to links ([`link`]). [`Trace`] runs it with its protocol, OM(m) or SM(m) of Lamport, Shostak and Pease (1982,
//! cited as LSP82) among them, and answers for every step what was said, what each general knows, and what comes out.
//!
//! Everything is pure: no clock, no input or output, no floating point, no global state. The same link gives
//! the same run on every machine.
//!
//! ```
//! use generals::{Trace, link::{LinkSize, parse}};
//!
//! let link = parse("v=1&p=om&n=4&t=3", LinkSize::Stepped).unwrap();
//! let verdict = Trace::new(link.scenario).unwrap().verdict().clone();
//! assert!(verdict.agrees());
//! ```
#![forbid(unsafe_code)]
// Where something is not built, what nothing else needs is left unused; with everything nothing is.
#![cfg_attr(
    not(all(feature = "diagnosis", feature = "ic", feature = "lab", feature = "sm")),
    allow(dead_code, unused_imports)
)]

pub mod figure;
#[cfg(feature = "files")]
pub mod file;
#[cfg(feature = "lab")]
pub mod lab;
pub mod link;
#[cfg(feature = "own")]
pub mod program;
mod protocol;
mod run;
mod scenario;
mod word;

pub use link::error::{Allowed, Code, Form, Key, LinkError};
#[cfg(feature = "benor")]
pub use protocol::benor;
#[cfg(feature = "bracha")]
pub use protocol::bracha;
#[cfg(feature = "ic")]
pub use protocol::ic;
#[cfg(feature = "king")]
pub use protocol::king;
#[cfg(feature = "pbft")]
pub use protocol::pbft;
#[cfg(feature = "queen")]
pub use protocol::queen;
#[cfg(feature = "sm")]
pub use protocol::sm;
#[cfg(feature = "trust")]
pub use protocol::trust;
#[cfg(feature = "two")]
pub use protocol::two;
pub use protocol::{
    Bound, Claim, Condition, Evidence, Inputs, Measure, Model, Protocol, Reason, Sizes, Spec, Task,
    Tool, flat, om,
    registry::{judge, messages_at_most},
};
#[cfg(feature = "lab")]
pub use protocol::{Need, Price};
#[cfg(feature = "network")]
pub use run::Arrival;
pub use run::{
    Branch, Column, Event, FlatVote, Held, Judged, Message, Received, Rows, Said, Sent, SignedVote,
    Snapshot, Sort, Trace, VectorVote, Verdict, View, Visit, Vote, VoteTree, Votes, Wanted,
};
#[cfg(feature = "marks")]
pub use run::{Mark, MarkKind, MarksVote, Part, PartKind};
pub use scenario::{Adversary, Changes, OwnTexts, PathHash, RawLie, Scenario, Strategy, Variant};
#[cfg(feature = "network")]
pub use scenario::{Delay, DeliveryOrder, Schedule, Until};
pub use word::{
    General, Generals, Label, Lies, MessageCounts, Order, Path, Paths, Slot, Word, Words, limits,
    majority, map_of,
};

/// Protocols as step machines, and the loop that runs an army of them.
pub mod machine {
    #[cfg(feature = "network")]
    pub use crate::protocol::{
        Carried, Delivered, Delivery, deliver,
        reactive::{Reaction, ReactiveMachine},
    };
    pub use crate::protocol::{
        Execution, Spoken, Step, execute,
        machine::{Choice, Decision, Offer, Refusal, StepMachine},
        run, speak,
    };
}
#[cfg(feature = "lab")]
pub use lab::indistinguishable::{OtherWorld, other_world};

//! The Byzantine generals problem, executed.
//!
//! A [`Scenario`] says who commands, who is a traitor and what each traitor does; it is read from and written
//! to links ([`link`]). [`Trace`] runs it with OM(m) or SM(m) of Lamport, Shostak and Pease (1982, cited as
//! LSP82) and answers for every step what was said, what each general knows, and what comes out.
//!
//! Everything is pure: no clock, no input or output, no floating point, no global state. The same link gives
//! the same run on every machine.
#![forbid(unsafe_code)]

mod bound;
mod draft;
mod fault;
pub mod figure;
mod general;
mod judge;
pub mod lab;
pub mod limits;
pub mod link;
pub mod machine;
pub mod om;
mod order;
mod path;
mod rows;
mod scenario;
mod slot;
pub mod sm;
mod sorted;
mod strategy;
mod trace;
mod verdict;
mod view;
mod vote_tree;
mod votes;
mod worlds;

pub use bound::Bound;
pub use draft::RawLie;
pub use fault::{Allowed, Code, Form, Key, LinkError};
pub use general::{General, Generals};
pub use judge::{judge, messages_at_most};
pub use order::{Order, Word, majority, word_letter, word_of_letter};
pub use path::{Path, Paths};
pub use rows::{Column, Rows, Sort, Wanted};
pub use scenario::{Changes, Protocol, Scenario};
pub use slot::{Lies, Slot, Words};
pub use sorted::map_of;
pub use strategy::{PathHash, Strategy};
pub use trace::{Event, Message, Said, Snapshot, Trace};
pub use verdict::{Agreement, Validity, Verdict};
pub use view::{Received, Sent, View};
pub use vote_tree::{Branch, Held, VoteTree};
pub use votes::{FlatVote, SignedVote, Vote, Votes};
pub use worlds::{OtherWorld, other_world};

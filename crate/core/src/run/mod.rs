//! Runs: what happens in one, step by step; what each general knows of it; what came out and why.

pub(crate) mod conditions;
#[cfg(feature = "network")]
pub(crate) mod delivered;
pub(crate) mod event;
pub(crate) mod evidence;
pub(crate) mod kept;
#[cfg(feature = "marks")]
pub(crate) mod mark;
pub(crate) mod outcome;
#[cfg(feature = "marks")]
pub(crate) mod part;
mod rows;
pub(crate) mod stored;
mod trace;
pub(crate) mod verdict;
pub(crate) mod view;
pub(crate) mod visit;
pub(crate) mod vote_tree;

pub use conditions::Judged;
#[cfg(feature = "network")]
pub use event::Arrival;
pub use event::{Event, Message, Said, Snapshot};
pub use evidence::{FlatVote, SignedVote, VectorVote, Vote, Votes};
#[cfg(feature = "marks")]
pub use mark::{Mark, MarkKind, MarksVote};
#[cfg(feature = "marks")]
pub use part::{Part, PartKind};
pub(crate) use rows::comes;
pub use rows::{Column, Rows, Sort, Wanted};
pub use trace::Trace;
pub use verdict::Verdict;
pub(crate) use view::Seen;
pub use view::{Received, Sent, View};
pub use visit::Visit;
pub use vote_tree::{Branch, Held, VoteTree};

//! Two generals: both loyal, but between them lies a valley in which messengers are caught.
//!
//! The lecture's beginning, and the contrast to all else here: nobody lies, the network fails (Akkoyunlu, Ekanadham and Huber
//! 1975; Gray 1978). General 1 sends an order, 2 sends an acknowledgement, 1 acknowledges that, and so on; a messenger rides
//! only if the one before arrived. So a [`Ride`] is decided by which messenger is caught, and the rides stand in a
//! [`chain`]: from "all arrived" to "none arrived", each the same as the next to one of the two. That is why no rule is
//! right; [`rules`] tries them all.

mod chain;
pub mod machine;
mod ride;
mod rules;

pub use chain::{ChainedRide, chain};
pub use ride::{Messenger, Ride, ride};
pub use rules::{RuleCounts, rules};

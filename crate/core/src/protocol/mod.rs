//! Protocols: what one is, how an army runs it, and the list of those there are.
//!
//! To add one: a folder with its `spec.rs`, its machine and its `Definition`, and a line in the list below.

#[cfg(feature = "network")]
mod army;
mod bound;
mod claim;
mod definition;
mod door;
mod execute;
pub(crate) mod machine;
mod name;
#[cfg(feature = "network")]
mod network;
#[cfg(feature = "lab")]
mod price;
#[cfg(feature = "network")]
mod queue;
#[cfg(feature = "network")]
mod ranked;
#[cfg(feature = "network")]
pub(crate) mod reactive;
mod reason;
pub(crate) mod registry;
mod spec;

/// The registry: a line for each protocol, its name here, its folder and what the folder defines. `name.rs` makes the
/// type [`Protocol`] of it, `registry.rs` the one place that goes from a name to its code.
macro_rules! for_each_protocol {
    ($then:ident) => {
        $then! {
            /// OM(m), oral messages (LSP82 §3).
            Oral => om Om,
            /// SM(m), signed messages (LSP82 §4).
            #[cfg(feature = "sm")]
            Signed => sm Sm,
            /// The messages of OM(m), but one vote over everything heard: an exhibit of what goes wrong.
            Flat => flat Flat,
            /// Interactive consistency: everybody's opinion by an OM(m) of his own (PSL80).
            #[cfg(feature = "ic")]
            Interactive => ic Ic,
            /// Phase king: everybody has an opinion, and all end with one (BGP89).
            #[cfg(feature = "king")]
            King => king King,
            /// Phase queen: the same in fewer rounds, for more generals.
            #[cfg(feature = "queen")]
            Queen => queen Queen,
            /// Reliable broadcast where messengers are slow (Bracha 1987).
            #[cfg(feature = "bracha")]
            Bracha => bracha Bracha,
            /// Consensus with coins where messengers are slow (Ben-Or 1983).
            #[cfg(feature = "benor")]
            BenOr => benor BenOr,
            /// One slot of PBFT, with view change (Castro and Liskov 1999).
            #[cfg(feature = "pbft")]
            Pbft => pbft Pbft,
            /// A program that stands in the link.
            #[cfg(feature = "own")]
            Own => own OwnProtocol,
            /// Customer, shop and payment service, who do not trust each other alike, settle an order.
            #[cfg(feature = "trust")]
            Trust => trust Trust,
            /// Two loyal generals, whose messengers are caught.
            #[cfg(feature = "two")]
            Two => two Two,
        }
    };
}
use for_each_protocol;

#[cfg(feature = "benor")]
pub mod benor;
#[cfg(feature = "bracha")]
pub mod bracha;
pub mod flat;
#[cfg(feature = "ic")]
pub mod ic;
#[cfg(feature = "king")]
pub mod king;
pub mod om;
#[cfg(feature = "own")]
pub(crate) mod own;
#[cfg(feature = "pbft")]
pub mod pbft;
#[cfg(any(feature = "king", feature = "queen"))]
pub(crate) mod phases;
#[cfg(feature = "queen")]
pub mod queen;
#[cfg(feature = "sm")]
pub(crate) mod signed;
#[cfg(feature = "sm")]
pub mod sm;
#[cfg(feature = "trust")]
pub mod trust;
#[cfg(feature = "two")]
pub mod two;

#[cfg(feature = "network")]
pub(crate) use army::Army;
#[cfg(feature = "network")]
pub use army::Carried;
pub use bound::Bound;
pub use claim::{Claim, Measure};
#[cfg(feature = "own")]
pub(crate) use definition::Kept;
#[cfg(all(feature = "network", feature = "lab"))]
pub(crate) use definition::Rerun;
pub(crate) use definition::Stepped;
pub(crate) use definition::Visitor;
pub use door::{Spoken, speak};
pub use execute::{Execution, Step, execute, run};
pub use name::Protocol;
#[cfg(feature = "network")]
pub(crate) use network::deliver_to;
#[cfg(feature = "network")]
pub use network::{Delivered, Delivery, deliver};
#[cfg(feature = "lab")]
pub use price::{Need, Price};
pub use reason::Reason;
pub use spec::{Condition, Evidence, Inputs, Model, Sizes, Spec, Task, Tool};

//! Customer, shop and payment service: three parties that do not trust each other alike must agree whether an order is paid.
//!
//! The lecture's end. Who trusts whom is a [`graph`](TrustGraph); what the three go by is a [`Rule`]; what one cheat can do
//! under each rule is tried in full ([`table`]), and so is on whom each party rests ([`rests`]).

mod graph;
mod harm;
pub mod machine;
mod rule;
mod table;

pub use graph::{CommonFriends, Standing, TrustGraph};
pub use rule::{CUSTOMER, Place, Rule, SERVICE, SHOP, Said};
pub use table::{Broken, Rest, Row, Table, rests, table};

//! SM(m), the algorithm with signed messages (LSP82 §4).
//!
//! The commander signs his order and sends it to everyone. A lieutenant who is shown an order that he has not
//! seen, signed by as many different generals as there have been rounds, the commander first, takes it into
//! his set V and, if a round is left, adds his signature and shows it to everyone who has not signed. In the
//! end he obeys choice(V): the order if there is one, retreat if there are none or two.
//!
//! Why it works, for k ≤ m traitors and any n. If the commander is loyal nobody can show another order signed
//! by him, so V is his order for everyone. If he is a traitor, whatever a loyal general takes in before the last
//! round he shows to all. In the last round an order carries m+1 signatures, of which at most m are traitors':
//! some loyal general signed it and showed it to all. So all loyal generals end with the same V (Theorem 2).
//! With two orders this is the rule of Dolev and Strong (1983), by which nobody relays more than two.

pub mod keys;
pub mod letter;
pub mod machine;
pub(crate) mod run;

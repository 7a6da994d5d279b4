//! What a settled order may do to a party, and the conditions that say so.

use crate::{
    protocol::trust::rule::{CUSTOMER, SERVICE, SHOP, Settled},
    word::{General, Generals, Order},
};

/// The conditions on an order. `None`: there is nobody to judge by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Harms {
    /// All honest parties decide alike.
    pub(crate) agreement: bool,
    /// An honest customer who meant not to pay is not charged by an honest payment service.
    pub(crate) consent: Option<bool>,
    /// An honest shop does not ship while an honest payment service says that nothing was paid.
    pub(crate) delivery: Option<bool>,
}

impl Harms {
    /// Of an order that was settled so, among these cheats.
    pub(crate) fn of(settled: &Settled, intent: Order, traitors: Generals) -> Self {
        let is_honest = |party| !traitors.contains(party);
        let decided = |party: General| settled.decisions[party.index()];
        let honest = Generals::all(3).and_not(traitors);
        let mut decisions = honest.iter().map(decided);
        let first = decisions.next();
        let consent = is_honest(CUSTOMER) && is_honest(SERVICE) && intent == Order::Retreat;
        let delivery = is_honest(SHOP) && is_honest(SERVICE);
        Self {
            agreement: decisions.all(|decision| Some(decision) == first),
            consent: consent.then(|| decided(SERVICE) == Order::Retreat),
            delivery: delivery
                .then(|| decided(SHOP) == Order::Retreat || decided(SERVICE) == Order::Attack),
        }
    }

    /// Whether an honest party comes to harm: it disagrees with another honest one, is charged against its will, or ships
    /// what was not paid.
    pub(crate) fn hurt(&self, settled: &Settled, traitors: Generals, party: General) -> bool {
        if traitors.contains(party) {
            return false;
        }
        let decided = |party: General| settled.decisions[party.index()];
        let honest = Generals::all(3).and_not(traitors);
        let differs = honest.iter().any(|other| decided(other) != decided(party));
        differs
            || (party == CUSTOMER && self.consent == Some(false))
            || (party == SHOP && self.delivery == Some(false))
    }
}

//! What a settled order may do to a party, and the conditions that say so.

use crate::{
    protocol::{
        spec::Condition,
        trust::rule::{CUSTOMER, SERVICE, SHOP},
    },
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
    /// If just these decide that an order is paid, among these cheats.
    pub(crate) fn of(paid: Generals, intent: Order, traitors: Generals) -> Self {
        let is_honest = |party| !traitors.contains(party);
        let honest = Generals::all(3).and_not(traitors);
        let consent = is_honest(CUSTOMER) && is_honest(SERVICE) && intent == Order::Retreat;
        let delivery = is_honest(SHOP) && is_honest(SERVICE);
        Self {
            agreement: honest.and(paid).is_empty() || honest.and_not(paid).is_empty(),
            consent: consent.then(|| !paid.contains(SERVICE)),
            delivery: delivery.then(|| !paid.contains(SHOP) || paid.contains(SERVICE)),
        }
    }

    /// Who shows that a condition does not hold: the one whose decision does the harm.
    pub(crate) fn witnesses(&self, condition: Condition) -> Option<Generals> {
        let (holds, witness) = match condition {
            Condition::Consent => (self.consent, SERVICE),
            Condition::Delivery => (self.delivery, SHOP),
            _ => (None, CUSTOMER),
        };
        holds.map(|holds| match holds {
            true => Generals::NONE,
            false => Generals::NONE.with(witness),
        })
    }

    /// Whether an honest party comes to harm: it disagrees with another honest one, is charged against its will, or ships
    /// what was not paid.
    pub(crate) fn hurt(&self, paid: Generals, traitors: Generals, party: General) -> bool {
        if traitors.contains(party) {
            return false;
        }
        let honest = Generals::all(3).and_not(traitors);
        let others = match paid.contains(party) {
            true => honest.and_not(paid),
            false => honest.and(paid),
        };
        !others.is_empty()
            || (party == CUSTOMER && self.consent == Some(false))
            || (party == SHOP && self.delivery == Some(false))
    }
}

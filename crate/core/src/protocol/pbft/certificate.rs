//! What proves something to others: that an order was prepared, and which order a new view must keep.
//!
//! A certificate is a set of seals, each under the statement that its signer accepted this order in this view: the leader's
//! PRE-PREPARE, and PREPAREs of others. In a run seals are names; whether one is false is noted with it, since a traitor can
//! make no other seal than those of traitors and those that have reached one. As bytes they are made when somebody looks
//! (`seals.rs`).

use std::sync::Arc;

use crate::{
    protocol::machine::Refusal,
    word::{General, Generals, Order, Word},
};

/// Who leads a view: general 1 the first, then one after the other.
pub(super) const fn leader(n: usize, view: usize) -> General {
    General::from_index((view.saturating_sub(1) % n) as u32)
}

/// That an order is prepared in a view: the seals of n−m generals who accepted it there, its leader among them.
///
/// ```
/// use generals::{Generals, Order, machine::Refusal, pbft::certificate::Certificate};
///
/// let three = Certificate { view: 1, order: Order::Attack, signers: Generals::all(3), forged: Generals::NONE };
/// assert_eq!(three.check((4, 1), 2), Ok(()), "three of four, before view 2");
/// let two = Certificate { signers: Generals::all(2), ..three };
/// assert_eq!(two.check((4, 1), 2), Err(Refusal::NoProof));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Certificate {
    /// In which view, from 1.
    pub view: usize,
    /// Which order.
    pub order: Order,
    /// Whose seals are on it.
    pub signers: Generals,
    /// Which of them others have made in their names.
    pub forged: Generals,
}

impl Certificate {
    /// Whether it proves what it says, among n with m, in a letter of this later view.
    ///
    /// # Errors
    /// `NoProof` with too few seals, or without the leader's, or of no earlier view; `BadSignature` with a false seal.
    pub fn check(&self, (n, m): (usize, usize), later: usize) -> Result<(), Refusal> {
        let is_of_the_army = self.signers.and_not(Generals::all(n)).is_empty();
        let has_leader = self.signers.contains(leader(n, self.view));
        let is_earlier = self.view >= 1 && self.view < later;
        // PBFT §4.4: a pre-prepare and 2f matching prepares of distinct backups; here n−m seals in all.
        if !is_of_the_army || !has_leader || !is_earlier || self.signers.len() < n - m {
            return Err(Refusal::NoProof);
        }
        match self.signers.and(self.forged).iter().next() {
            Some(signer) => Err(Refusal::BadSignature(signer)),
            None => Ok(()),
        }
    }
}

/// A sealed VIEW-CHANGE: somebody asks for a view, and shows what he has prepared last.
///
/// ```
/// use generals::{General, Word, pbft::certificate::Change};
///
/// let change = Change { view: 2, from: General::COMMANDER, certificate: None };
/// assert_eq!(change.word(), Word::Neither, "nothing prepared");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Change {
    /// The view he asks for.
    pub view: usize,
    /// Who asks.
    pub from: General,
    /// What he has prepared in the highest view in which he has.
    pub certificate: Option<Arc<Certificate>>,
}

impl Change {
    /// What he has prepared, or neither.
    #[must_use]
    pub fn word(&self) -> Word {
        let certificate = self.certificate.as_ref();
        certificate.map_or(Word::Neither, |certificate| certificate.order.into())
    }

    /// Whether what it shows proves itself, among n with m.
    pub(super) fn check(&self, army: (usize, usize)) -> Result<(), Refusal> {
        match &self.certificate {
            Some(certificate) => certificate.check(army, self.view),
            None => Ok(()),
        }
    }
}

/// The order that must be kept by these VIEW-CHANGEs: that of the certificate of the highest view (PBFT §4.4); `None` if
/// nothing is prepared. Two orders in one view, which n > 3m rules out, are a retreat.
///
/// ```
/// use std::sync::Arc;
/// use generals::{General, Generals, Order, pbft::certificate::{Certificate, Change, asked_for}};
///
/// let prepared = |view, order| Certificate { view, order, signers: Generals::all(3), forged: Generals::NONE };
/// let change = |certificate: Option<Certificate>| {
///     Change { view: 4, from: General::COMMANDER, certificate: certificate.map(Arc::new) }
/// };
/// let old = change(Some(prepared(1, Order::Attack)));
/// let new = change(Some(prepared(3, Order::Retreat)));
/// assert_eq!(asked_for(&[change(None), old, new]), Some(Order::Retreat));
/// assert_eq!(asked_for(&[change(None)]), None, "the leader is free");
/// ```
#[must_use]
pub fn asked_for(changes: &[Change]) -> Option<Order> {
    highest(changes).map(|certificate| certificate.order)
}

/// The certificate of the highest view that they show.
pub(super) fn highest(changes: &[Change]) -> Option<&Arc<Certificate>> {
    let certificates = changes.iter().filter_map(|one| one.certificate.as_ref());
    certificates.max_by_key(|one| (one.view, one.order == Order::Retreat))
}

/// Whether these VIEW-CHANGEs prove that the leader of a view may propose this order.
pub(super) fn check_proposal(
    changes: &[Change],
    (n, m): (usize, usize),
    view: usize,
    order: Order,
) -> Result<(), Refusal> {
    let senders: Generals = changes.iter().map(|change| change.from).collect();
    let are_many = senders.len() == changes.len() && senders.len() >= n - m;
    let are_of_the_view = changes.iter().all(|change| change.view == view);
    if !are_many || !are_of_the_view || !senders.and_not(Generals::all(n)).is_empty() {
        return Err(Refusal::NoProof);
    }
    changes.iter().try_for_each(|change| change.check((n, m)))?;
    // PBFT §4.4: a backup does the same reckoning as the leader, and rejects what does not match.
    match asked_for(changes) {
        Some(kept) if kept != order => Err(Refusal::NoProof),
        _ => Ok(()),
    }
}

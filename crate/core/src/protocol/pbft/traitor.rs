//! What traitors can say: when their letters are under way, which word is due, and what they can prove.
//!
//! Traitors share what reaches any of them, and seal what they like in their own names; nobody else's seal can they make. So
//! a certificate of theirs holds their seals and those that have reached them, and a word that they cannot prove is a forgery,
//! which everybody sees.
//!
//! Stages, each opening slots: 1 is the first view. A later view v has three: somebody loyal asks for it (VIEW-CHANGE);
//! n−m ask the traitor who leads it (NEW-VIEW); somebody loyal is in it (PREPARE, COMMIT). A stage opens all before it.

use std::sync::Arc;

use crate::{
    protocol::{
        machine::Offer,
        pbft::{
            certificate::{Certificate, Change, asked_for, leader},
            letter::{Kind, Letter},
            machine::Views,
            state::ViewState,
        },
    },
    scenario::Variant,
    word::{General, Generals, Order, Slot, Word},
};

/// What the traitors of a run hold together.
struct Held<'a> {
    army: &'a Views,
    states: &'a [ViewState],
    traitors: Generals,
}

impl Views {
    /// How far the army is.
    pub(super) fn stage(&self, states: &[ViewState], traitors: Generals) -> usize {
        let loyal = states
            .iter()
            .filter(|state| !traitors.contains(state.general));
        let furthest = loyal.map(|state| (state.view, state.is_voting)).max();
        let (view, is_voting) = furthest.unwrap_or((1, true));
        let held = Held {
            army: self,
            states,
            traitors,
        };
        match view {
            0 | 1 => 1,
            _ if is_voting => 3 * view - 2,
            _ if held.can_lead(view) => 3 * view - 3,
            _ => 3 * view - 4,
        }
    }

    /// The slots of a traitor that open with a stage, each with the word that is due there: in the first view the order,
    /// in a VIEW-CHANGE the highest that traitors can prove, later what an honest leader would propose by what they hold.
    pub(super) fn slots_of_stage(
        &self,
        states: &[ViewState],
        stage: usize,
        traitor: General,
    ) -> Vec<(Slot, Word)> {
        let view = (stage + 4) / 3;
        let held = Held {
            army: self,
            states,
            traitors: self.traitors.with(traitor),
        };
        let leads = leader(self.n, view) == traitor;
        let (kinds, due): (&[Kind], Word) = match (stage, stage % 3) {
            (1, _) if leads => (&[Kind::PrePrepare, Kind::Commit], self.order.into()),
            (1, _) => (&[Kind::Prepare, Kind::Commit], self.order.into()),
            (_, 2) => (&[Kind::ViewChange], held.word(view)),
            (_, 0) if leads => (&[Kind::NewView], held.proposal(view).into()),
            (_, 0) => (&[], Word::Neither),
            _ if leads => (&[Kind::Commit], held.accepted(view).into()),
            _ => (&[Kind::Prepare, Kind::Commit], held.accepted(view).into()),
        };
        let others = Generals::all(self.n).without(traitor);
        let to_each = |kind: &Kind| {
            let kind = *kind;
            let slots = others.iter().map(move |to| kind.slot(view, traitor, to));
            slots.map(move |slot| (slot, due))
        };
        kinds.iter().flat_map(to_each).collect()
    }

    /// What comes of a word in a slot of a traitor.
    pub(super) fn what_can_stand(
        &self,
        states: &[ViewState],
        traitors: Generals,
        slot: &Slot,
        word: Word,
    ) -> Offer<Letter> {
        let held = Held {
            army: self,
            states,
            traitors: traitors.with(slot.from),
        };
        let Some((view, kind)) = Kind::in_slot(slot) else {
            return Offer::Silence;
        };
        match (kind, word.order()) {
            (Kind::ViewChange, None) => Offer::Good(Letter::ViewChange(Change {
                view,
                from: slot.from,
                certificate: None,
            })),
            (Kind::ViewChange, Some(order)) => held.asking(view, slot.from, order),
            (_, None) => Offer::Silence,
            (Kind::PrePrepare, Some(order)) => Offer::Good(Letter::PrePrepare { view, order }),
            (Kind::Prepare, Some(order)) => Offer::Good(Letter::Prepare { view, order }),
            (Kind::Commit, Some(order)) => Offer::Good(Letter::Commit { view, order }),
            (Kind::NewView, Some(order)) => held.opening(view, order),
        }
    }
}

impl Held<'_> {
    fn states(&self) -> impl Iterator<Item = &ViewState> {
        self.traitors
            .iter()
            .filter_map(|traitor| self.states.get(traitor.index()))
    }

    /// Whose seals they have under "I accepted this order in this view".
    fn seals(&self, view: usize, order: Order) -> Generals {
        self.states().fold(self.traitors, |all, state| {
            let tally = state.heard_of(view);
            tally.map_or(all, |tally| all.or(tally.seals[order as usize]))
        })
    }

    /// The certificate of the highest view before this one that they have for an order.
    fn certificate(&self, later: usize, order: Order) -> Option<Certificate> {
        (1..later).rev().find_map(|view| {
            let (seals, leader) = (self.seals(view, order), leader(self.army.n, view));
            (seals.contains(leader) && seals.len() >= self.army.quorum()).then(|| Certificate {
                view,
                order,
                signers: first_with(leader, seals, self.army.quorum()),
                forged: Generals::NONE,
            })
        })
    }

    /// The certificate of the highest view before this one that they have at all.
    fn best(&self, later: usize) -> Option<Certificate> {
        let all = [Order::Attack, Order::Retreat]
            .into_iter()
            .filter_map(|order| self.certificate(later, order));
        all.max_by_key(|one| (one.view, one.order == Order::Retreat))
    }

    fn word(&self, view: usize) -> Word {
        let best = self.best(view);
        best.map_or(Word::Neither, |certificate| certificate.order.into())
    }

    /// A VIEW-CHANGE that claims to have prepared an order: with a certificate, or with one on which others' seals are false.
    fn asking(&self, view: usize, from: General, order: Order) -> Offer<Letter> {
        let letter = |certificate| {
            Letter::ViewChange(Change {
                view,
                from,
                certificate: Some(Arc::new(certificate)),
            })
        };
        if let Some(certificate) = self.certificate(view, order) {
            return Offer::Good(letter(certificate));
        }
        let before = view - 1;
        let seals = self.seals(before, order);
        let leader = leader(self.army.n, before);
        let others = Generals::all(self.army.n).and_not(seals).iter();
        let missing = self.army.quorum().saturating_sub(seals.with(leader).len());
        let filled = others
            .filter(|other| *other != leader)
            .take(missing)
            .fold(seals.with(leader), Generals::with);
        let signers = first_with(leader, filled, self.army.quorum());
        Offer::Forged(letter(Certificate {
            view: before,
            order,
            signers,
            forged: signers.and_not(seals),
        }))
    }

    /// The VIEW-CHANGEs of loyal generals that they have, general 1's first.
    fn changes(&self, view: usize) -> Vec<Change> {
        let of = |general: General| {
            let mut tallies = self.states().filter_map(|state| state.heard_of(view));
            tallies.find_map(|tally| tally.changes.iter().find(|change| change.from == general))
        };
        let loyal = Generals::all(self.army.n).and_not(self.traitors).iter();
        loyal.filter_map(of).cloned().collect()
    }

    /// What a traitor may seal, with this certificate or without any.
    fn own(view: usize, from: General, certificate: Option<Certificate>) -> Change {
        Change {
            view,
            from,
            certificate: certificate.map(Arc::new),
        }
    }

    /// Whether one of them leads the view, and enough ask for it, themselves included.
    fn can_lead(&self, view: usize) -> bool {
        let asking = self.states().fold(self.traitors, |all, state| {
            let tally = state.heard_of(view);
            tally.map_or(all, |tally| all.or(tally.asking()))
        });
        self.traitors.contains(leader(self.army.n, view)) && asking.len() >= self.army.quorum()
    }

    /// What an honest leader of the view would propose by what they hold, their own VIEW-CHANGEs honest.
    fn proposal(&self, view: usize) -> Order {
        let mut all = self.changes(view);
        let best = self.best(view);
        all.extend(
            self.traitors
                .iter()
                .take(1)
                .map(|traitor| Self::own(view, traitor, best.clone())),
        );
        asked_for(&all).unwrap_or(Order::Retreat)
    }

    /// What the first loyal general in the view has accepted there; before there is one, what its leader would propose.
    fn accepted(&self, view: usize) -> Order {
        let loyal = self.states.iter();
        let mut accepted = loyal
            .filter(|state| !self.traitors.contains(state.general))
            .filter_map(|state| state.accepted(view));
        accepted.next().unwrap_or_else(|| self.proposal(view))
    }

    /// A NEW-VIEW for an order: with VIEW-CHANGEs that prove it, or with the best that they have, which do not.
    fn opening(&self, view: usize, order: Order) -> Offer<Letter> {
        let letter = |proof: Vec<Change>| Letter::NewView {
            view,
            order,
            proof: proof.into(),
        };
        if self.army.variant == Some(Variant::NoProof) {
            return Offer::Good(letter(Vec::new()));
        }
        match self.proof(view, order) {
            Some(proof) => Offer::Good(letter(proof)),
            None => {
                let mut shown = self.changes(view);
                shown.extend(self.traitors.iter().map(|one| Self::own(view, one, None)));
                shown.truncate(self.army.quorum());
                Offer::Forged(letter(shown))
            }
        }
    }

    /// n−m VIEW-CHANGEs by which this order may be proposed: none shows a certificate, or the highest is for it.
    fn proof(&self, view: usize, order: Order) -> Option<Vec<Change>> {
        let enough = self.army.quorum();
        // What a traitor shows is up to him: nothing, except that one of them shows the best they have.
        let mut all = self.changes(view);
        all.extend(self.traitors.iter().map(|one| Self::own(view, one, None)));
        let free: Vec<Change> = all
            .iter()
            .filter(|one| height(one).is_none())
            .cloned()
            .collect();
        if let Some(free) = free.get(..enough) {
            return Some(free.to_vec());
        }
        let theirs = self.certificate(view, order);
        let shown = self.traitors.iter().next().zip(theirs);
        let shown = shown.map(|(one, certificate)| Self::own(view, one, Some(certificate)));
        let tops: Vec<Change> = all.iter().cloned().chain(shown).collect();
        // The higher its certificate, the more of the others can stand beside it.
        (1..view).rev().find_map(|height_of_top| {
            let mut tops = tops
                .iter()
                .filter(|top| height(top) == Some(height_of_top) && top.word() == order.into());
            tops.find_map(|top| {
                let may_stand = |one: &&Change| {
                    one.from != top.from && asked_for(&[top.clone(), (*one).clone()]) == Some(order)
                };
                let beside = all.iter().filter(may_stand);
                let proof: Vec<Change> = [top]
                    .into_iter()
                    .chain(beside)
                    .take(enough)
                    .cloned()
                    .collect();
                (proof.len() == enough).then_some(proof)
            })
        })
    }
}

/// The view of its certificate, if it shows one.
fn height(change: &Change) -> Option<usize> {
    let certificate = change.certificate.as_ref();
    certificate.map(|certificate| certificate.view)
}

/// The leader and the smallest others of a set, so many together.
fn first_with(leader: General, all: Generals, count: usize) -> Generals {
    let others = all.without(leader).iter().take(count.saturating_sub(1));
    others.fold(Generals::NONE.with(leader), Generals::with)
}

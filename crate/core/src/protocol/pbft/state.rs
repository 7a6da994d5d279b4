//! What one general of PBFT remembers: where he stands, and for each view who has said what.

use std::sync::Arc;

use crate::{
    protocol::pbft::certificate::{Certificate, Change},
    word::{General, Generals, Order, Word, limits::VIEWS_MAX},
};

/// What one general remembers.
///
/// ```
/// use generals::{General, Order, machine::ReactiveMachine, pbft::machine::Views};
///
/// let machine = Views::new(4, 1).unwrap();
/// let mut state = machine.init(General::new(2).unwrap(), None);
/// assert!(state.is_voting() && state.view() == 1);
/// machine.time_out(&mut state);
/// assert!(!state.is_voting() && state.view() == 2, "he asks for the next one");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ViewState {
    pub(super) general: General,
    /// The first leader's order.
    pub(super) input: Option<Order>,
    pub(super) view: usize,
    pub(super) is_voting: bool,
    /// View 1 first, as far as anybody has told of.
    pub(super) tallies: Vec<Tally>,
    /// What he has prepared in the highest view in which he has.
    pub(super) prepared: Option<Arc<Certificate>>,
    pub(super) decided: Option<Order>,
}

/// Who has said what in one view. Of two, the first is for retreat, the second for attack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    /// What he has accepted.
    pub(super) accepted: Option<Order>,
    /// Who besides the leader has said PREPARE, himself included.
    pub(super) prepares: [Generals; 2],
    /// Who has said COMMIT, himself included.
    pub(super) commits: [Generals; 2],
    /// Whose seals have reached him that say so: of leader and others, in letters and in certificates.
    pub(super) seals: [Generals; 2],
    pub(super) has_committed: bool,
    /// Who has asked for the view, as they came, himself included.
    pub(super) changes: Vec<Change>,
    pub(super) has_led: bool,
}

impl Tally {
    /// Who asks for the view.
    pub(super) fn asking(&self) -> Generals {
        self.changes.iter().map(|change| change.from).collect()
    }
}

impl ViewState {
    pub(super) const fn new(general: General, input: Option<Order>) -> Self {
        Self {
            general,
            input,
            view: 1,
            is_voting: true,
            tallies: Vec::new(),
            prepared: None,
            decided: None,
        }
    }

    /// The view in which he votes, or for which he asks.
    #[must_use]
    pub const fn view(&self) -> usize {
        self.view
    }

    /// Whether he votes in his view; else he waits for its leader to open it.
    #[must_use]
    pub const fn is_voting(&self) -> bool {
        self.is_voting
    }

    /// The order that he has prepared last, and in which view.
    #[must_use]
    pub fn prepared(&self) -> Option<&Certificate> {
        self.prepared.as_deref()
    }

    /// What he knows of a view, to be added to; views are bounded.
    pub(super) fn tally(&mut self, view: usize) -> &mut Tally {
        let place = view.clamp(1, VIEWS_MAX) - 1;
        if self.tallies.len() <= place {
            self.tallies.resize_with(place + 1, Tally::default);
        }
        &mut self.tallies[place]
    }

    /// What he knows of a view, if he has heard of it.
    pub(super) fn heard_of(&self, view: usize) -> Option<&Tally> {
        self.tallies.get(view.checked_sub(1)?)
    }

    /// What he has accepted in a view.
    pub(super) fn accepted(&self, view: usize) -> Option<Order> {
        self.heard_of(view)?.accepted
    }

    /// Keeps the seals of a certificate.
    pub(super) fn keep_seals(&mut self, certificate: &Certificate) {
        let seals = &mut self.tally(certificate.view).seals[certificate.order as usize];
        *seals = seals.or(certificate.signers);
    }

    /// How many have asked for this view or a higher one, or voted there, himself included.
    pub(super) fn known_from(&self, view: usize) -> usize {
        let tallies = self.tallies.iter().skip(view.saturating_sub(1));
        let all = tallies.fold(Generals::NONE, |all, tally| {
            let votes = tally.prepares.iter().chain(&tally.commits);
            votes.fold(all.or(tally.asking()), |all, voters| all.or(*voters))
        });
        all.len()
    }
}

impl ViewState {
    /// The smallest view above his for which so many others ask.
    pub(super) fn asked_above(&self, needed: usize) -> Option<usize> {
        let mut above = (self.view + 1)..=self.tallies.len();
        above.find(|view| {
            let tally = self.heard_of(*view);
            tally.is_some_and(|tally| tally.changes.len() >= needed)
        })
    }

    /// What he has prepared last, or neither.
    pub(super) fn word(&self) -> Word {
        let prepared = self.prepared.as_ref();
        prepared.map_or(Word::Neither, |certificate| certificate.order.into())
    }
}

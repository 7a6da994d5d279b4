//! How a view ends and the next begins (PBFT §4.4 and §4.5.2).

use crate::{
    protocol::{
        machine::Refusal,
        pbft::{
            certificate::{Change, asked_for, leader},
            letter::Letter,
            machine::{Told, Views},
            state::ViewState,
        },
    },
    run::{Mark, MarkKind},
    scenario::Variant,
    word::{Order, limits::VIEWS_MAX},
};

impl Views {
    /// His patience ends. Who has not decided asks for the next view; but who asks already does so only when n−m are known to be
    /// there or further, by what they ask for or vote on, since before that his view cannot begin (PBFT §4.5.2: he waits for 2f+1
    /// VIEW-CHANGEs, then starts his timer). Who has decided helps those who have not, and whose asking nobody has answered.
    pub(super) fn wait_no_longer(&self, state: &mut ViewState) -> Told {
        let mut told = Told::default();
        let next = match state.decided {
            Some(_) => state.asked_above(1),
            None if state.is_voting || state.known_from(state.view) >= self.quorum() => {
                Some(state.view + 1)
            }
            None => None,
        };
        if let Some(view) = next.filter(|view| *view <= VIEWS_MAX) {
            let word = state.word();
            let mark = Mark::new(state.view, MarkKind::TimeOut, word);
            told.marks.push(mark);
            self.ask(state, view, &mut told);
            self.go_along(state, &mut told);
        }
        told
    }

    /// VIEW-CHANGE: he votes no more in his view, and asks everybody for a higher one with what he has prepared last (PBFT §4.4).
    fn ask(&self, state: &mut ViewState, view: usize, told: &mut Told) {
        state.view = view;
        state.is_voting = false;
        let change = Change {
            view,
            from: state.general,
            certificate: state.prepared.clone(),
        };
        state.tally(view).changes.push(change.clone());
        self.tell(state.general, &Letter::ViewChange(change), told);
    }

    /// Takes in a VIEW-CHANGE (PBFT §4.4).
    pub(super) fn hear_asking(
        &self,
        state: &mut ViewState,
        from: crate::word::General,
        change: &Change,
    ) -> Result<Told, Refusal> {
        if change.from != from {
            return Err(Refusal::NotHisOwn);
        }
        change.check((self.n, self.m))?;
        if let Some(certificate) = &change.certificate {
            state.keep_seals(certificate);
        }
        let tally = state.tally(change.view);
        if tally.asking().contains(from) {
            return Err(Refusal::Repeated);
        }
        tally.changes.push(change.clone());
        let mut told = Told::default();
        self.go_along(state, &mut told);
        Ok(told)
    }

    /// He joins the smallest higher view for which m+1 ask, one of whom is loyal, and leads where n−m ask him to. (PBFT §4.5.2
    /// counts m+1 who ask for any higher views together, and joins the smallest of these; here it is one view for which so many ask.)
    fn go_along(&self, state: &mut ViewState, told: &mut Told) {
        while let Some(view) = state.asked_above(self.m + 1) {
            let asking = state.tally(view).changes.len();
            let mark = Mark::new(state.view, MarkKind::Join, state.word());
            told.marks.push(mark.by_votes(asking, self.m + 1));
            self.ask(state, view, told);
        }
        self.lead(state, told);
    }

    /// NEW-VIEW: the leader of a view for which n−m ask proposes what their certificates ask for, and shows them; free to
    /// choose, he proposes retreat, where PBFT has a null request (§4.4).
    fn lead(&self, state: &mut ViewState, told: &mut Told) {
        let may_lead = |view: &usize| {
            let tally = state.heard_of(*view);
            leader(self.n, *view) == state.general
                && tally.is_some_and(|tally| {
                    !tally.has_led
                        && tally.accepted.is_none()
                        && tally.changes.len() >= self.quorum()
                })
        };
        let from = state.view.max(2);
        let Some(view) = (from..=state.tallies.len()).rev().find(may_lead) else {
            return;
        };
        let tally = state.tally(view);
        tally.has_led = true;
        let shown: Vec<Change> = tally.changes.iter().take(self.quorum()).cloned().collect();
        let order = asked_for(&shown).unwrap_or(Order::Retreat);
        let mark = Mark::new(view, MarkKind::Lead, order.into());
        // Rests on none where no VIEW-CHANGE shows anything prepared; else one is enough.
        let bound = shown.iter().filter(|change| change.word() == order.into());
        told.marks.push(mark.by_votes(bound.count(), 1));
        let proof = match self.variant {
            Some(Variant::NoProof) => [].into(),
            _ => shown.into(),
        };
        self.tell(state.general, &Letter::NewView { view, order, proof }, told);
        self.accept(state, view, order, told);
    }
}

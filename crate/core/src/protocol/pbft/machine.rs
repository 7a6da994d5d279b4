//! One slot of PBFT as the program of one general: he accepts what a view's leader proposes, is prepared when enough have
//! accepted it, decides when enough are prepared, and asks for the next view when he waits in vain.

use std::sync::Arc;

use crate::{
    protocol::{
        machine::{Decision, Offer, Refusal},
        pbft::{
            certificate::{Certificate, Change, check_proposal, leader},
            letter::{Kind, Letter},
            state::ViewState,
        },
        reactive::{Reaction, ReactiveMachine},
    },
    run::{Mark, MarkKind},
    scenario::{Scenario, Variant},
    word::{General, Generals, Order, Slot, Word, limits::VIEWS_MAX},
};

/// What a general does.
pub(super) type Told = Reaction<Letter>;

/// One slot of PBFT among n generals of whom m may be traitors.
///
/// ```
/// use generals::{General, Order, machine::ReactiveMachine, pbft::machine::Views};
///
/// let machine = Views::new(4, 1).unwrap();
/// let [one, two, three] = [1, 2, 3].map(|number| General::new(number).unwrap());
/// let (mut leader, mut other) = (machine.init(one, Some(Order::Attack)), machine.init(two, None));
/// let (_, proposal) = machine.start(&mut leader).sends.remove(0);
/// let told = machine.receive(&mut other, one, &proposal).unwrap();
/// assert_eq!(told.sends.len(), 3, "he accepts it, and tells everybody else");
/// let (_, prepare) = &told.sends[0];
/// machine.receive(&mut other, three, prepare).unwrap();
/// assert_eq!(other.prepared().unwrap().signers.to_string(), "1.2.3");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Views {
    pub(super) n: usize,
    pub(super) m: usize,
    pub(super) variant: Option<Variant>,
    /// What a traitor speaks about in the first view.
    pub(super) order: Order,
    /// Who shares what reaches any of them.
    pub(super) traitors: Generals,
}

impl Views {
    /// Among n generals, 2 ≤ n ≤ 64, with m ≤ n−2.
    #[must_use]
    pub const fn new(n: usize, m: usize) -> Option<Self> {
        if n >= 2 && n <= 64 && m <= n - 2 {
            Some(Self {
                n,
                m,
                variant: None,
                order: Order::Attack,
                traitors: Generals::NONE,
            })
        } else {
            None
        }
    }

    pub(super) const fn of(scenario: &Scenario) -> Self {
        Self {
            n: scenario.n(),
            m: scenario.m(),
            variant: scenario.variant(),
            order: scenario.order(),
            traitors: scenario.traitors(),
        }
    }

    /// How many are enough, everywhere: any two such sets share more than m if n > 3m, and the loyal alone are so many.
    pub(super) const fn quorum(&self) -> usize {
        self.n - self.m
    }

    /// A letter to all others.
    pub(super) fn tell(&self, from: General, letter: &Letter, told: &mut Told) {
        let others = Generals::all(self.n).without(from).iter();
        let slot = |to| letter.kind().slot(letter.view(), from, to);
        told.sends
            .extend(others.map(|to| (slot(to), letter.clone())));
    }

    /// He accepts a proposal and votes in its view: PREPARE to all; the leader has said so by proposing (PBFT §4.2).
    pub(super) fn accept(&self, state: &mut ViewState, view: usize, order: Order, told: &mut Told) {
        let (me, leader) = (state.general, leader(self.n, view));
        state.view = view;
        state.is_voting = true;
        let tally = state.tally(view);
        tally.accepted = Some(order);
        let mark = Mark::new(view, MarkKind::Accept, order.into());
        told.marks.push(mark.by_word_of(leader));
        if me != leader {
            let prepares = &mut tally.prepares[order as usize];
            *prepares = prepares.with(me);
            self.tell(me, &Letter::Prepare { view, order }, told);
        }
        self.vote(state, told);
    }

    /// What follows in his view of what has come there.
    fn vote(&self, state: &mut ViewState, told: &mut Told) {
        if !state.is_voting {
            return;
        }
        let view = state.view;
        let Some(order) = state.accepted(view) else {
            return;
        };
        self.prepare(state, view, order, told);
        let tally = state.tally(view);
        let commits = tally.commits[order as usize].len();
        // PBFT §4.2, committed-local: prepared, and 2f+1 COMMITs, his own included; here n−m.
        if tally.has_committed && commits >= self.quorum() {
            self.decide_for(state, order, commits, told);
        }
    }

    /// Prepared: the proposal, and PREPAREs of others, n−m together (PBFT §4.2): COMMIT to all, once a view.
    fn prepare(&self, state: &mut ViewState, view: usize, order: Order, told: &mut Told) {
        let me = state.general;
        let tally = state.tally(view);
        let signers = tally.prepares[order as usize].with(leader(self.n, view));
        if tally.has_committed || signers.len() < self.quorum() {
            return;
        }
        tally.has_committed = true;
        let commits = &mut tally.commits[order as usize];
        *commits = commits.with(me);
        state.prepared = Some(Arc::new(Certificate {
            view,
            order,
            signers,
            forged: Generals::NONE,
        }));
        let mark = Mark::new(view, MarkKind::Prepared, order.into());
        told.marks.push(mark.by_votes(signers.len(), self.quorum()));
        self.tell(me, &Letter::Commit { view, order }, told);
        if self.variant == Some(Variant::Prepared) {
            self.decide_for(state, order, signers.len(), told);
        }
    }

    /// He decides, once and for good.
    fn decide_for(&self, state: &mut ViewState, order: Order, votes: usize, told: &mut Told) {
        if state.decided.is_none() {
            state.decided = Some(order);
            let mark = Mark::new(state.view, MarkKind::Decide, order.into());
            told.marks.push(mark.by_votes(votes, self.quorum()));
        }
    }

    /// Takes in a PREPARE or a COMMIT (PBFT §4.2). What is of a view that he has not reached is kept for it.
    fn count(
        &self,
        state: &mut ViewState,
        from: General,
        (kind, view, order): (Kind, usize, Order),
    ) -> Result<Told, Refusal> {
        let tally = state.tally(view);
        let said = match kind {
            // The leader's proposal is his PREPARE.
            Kind::Prepare if from == leader(self.n, view) => return Err(Refusal::NotHisOwn),
            Kind::Prepare => &mut tally.prepares[order as usize],
            _ => &mut tally.commits[order as usize],
        };
        // Senders are counted, not letters.
        if said.contains(from) {
            return Err(Refusal::Repeated);
        }
        *said = said.with(from);
        if kind == Kind::Prepare {
            let seals = &mut tally.seals[order as usize];
            *seals = seals.with(from);
        }
        let mut told = Told::default();
        if view == state.view {
            self.vote(state, &mut told);
        }
        Ok(told)
    }

    /// Takes in what a leader proposes: in the first view without a proof (PBFT §4.2), later with one (§4.4).
    fn hear(
        &self,
        state: &mut ViewState,
        from: General,
        (view, order): (usize, Order),
        proof: &[Change],
    ) -> Result<Told, Refusal> {
        if from != leader(self.n, view) {
            return Err(Refusal::NotHisOwn);
        }
        if view > 1 && self.variant != Some(Variant::NoProof) {
            check_proposal(proof, (self.n, self.m), view, order)?;
        }
        let shown = proof.iter().filter_map(|one| one.certificate.as_ref());
        for certificate in shown {
            state.keep_seals(certificate);
        }
        let tally = state.tally(view);
        let seals = &mut tally.seals[order as usize];
        *seals = seals.with(from);
        if tally.accepted.is_some() {
            return Err(Refusal::Repeated);
        }
        let mut told = Told::default();
        // Who has left a view votes there no more; who waits for it, or is behind, goes into it (PBFT §4.4).
        if view >= state.view {
            self.accept(state, view, order, &mut told);
        }
        Ok(told)
    }
}

impl ReactiveMachine for Views {
    type State = ViewState;
    type Message = Letter;

    fn init(&self, general: General, input: Option<Order>) -> ViewState {
        ViewState::new(general, input)
    }

    fn start(&self, state: &mut ViewState) -> Told {
        let mut told = Told::default();
        if let Some(order) = state.input {
            // PBFT §4.2, pre-prepare: the primary proposes to all.
            self.tell(
                state.general,
                &Letter::PrePrepare { view: 1, order },
                &mut told,
            );
            self.accept(state, 1, order, &mut told);
        }
        told
    }

    fn receive(
        &self,
        state: &mut ViewState,
        from: General,
        letter: &Letter,
    ) -> Result<Told, Refusal> {
        let is_later = letter.view() >= 2;
        let has_place = letter.view() >= 1
            && letter.view() <= VIEWS_MAX
            && match letter.kind() {
                Kind::PrePrepare => !is_later,
                Kind::ViewChange | Kind::NewView => is_later,
                Kind::Prepare | Kind::Commit => true,
            };
        if !has_place {
            return Err(Refusal::NoSuchPath);
        }
        match letter {
            Letter::PrePrepare { view, order } => self.hear(state, from, (*view, *order), &[]),
            Letter::NewView { view, order, proof } => {
                self.hear(state, from, (*view, *order), proof)
            }
            Letter::Prepare { view, order } | Letter::Commit { view, order } => {
                self.count(state, from, (letter.kind(), *view, *order))
            }
            Letter::ViewChange(change) => self.hear_asking(state, from, change),
        }
    }

    fn time_out(&self, state: &mut ViewState) -> Told {
        self.wait_no_longer(state)
    }

    fn decide(&self, state: &ViewState) -> Option<Decision> {
        state.decided.map(Decision::from)
    }

    fn is_cut(&self, state: &ViewState) -> bool {
        state.view == VIEWS_MAX && state.decided.is_none()
    }

    fn epoch(&self, states: &[ViewState], traitors: Generals) -> usize {
        self.stage(states, traitors)
    }

    fn open_slots(
        &self,
        states: &[ViewState],
        epoch: usize,
        traitor: General,
    ) -> Vec<(Slot, Word)> {
        self.slots_of_stage(states, epoch, traitor)
    }

    fn offer(
        &self,
        states: &[ViewState],
        traitors: Generals,
        slot: &Slot,
        word: Word,
    ) -> Offer<Letter> {
        self.what_can_stand(states, traitors, slot, word)
    }

    fn word(letter: &Letter) -> Word {
        letter.word()
    }
}

//! One slot of PBFT: an order is agreed on where messengers are slow for a while, and who leads may be a traitor (Castro and
//! Liskov 1999).
//!
//! A view has a leader, general 1 in the first, then one after the other. He proposes an order (PRE-PREPARE), everybody else
//! accepts one proposal a view and tells all (PREPARE). Who knows that n−m have accepted it is prepared, holds their seals as
//! a certificate, and tells all (COMMIT). Who is prepared and has n−m COMMITs decides. Who waits in vain stops voting, and asks
//! for the next view with the certificate of the highest view that he has (VIEW-CHANGE); its leader, asked by n−m, proposes the
//! order of the highest certificate among theirs, and shows them all (NEW-VIEW), so that everybody can reckon as he did.
//!
//! Why it works, for at most m traitors among n > 3m. Any two sets of n−m generals share at least n−2m > m, so a loyal one:
//! - In one view two orders are never prepared: a loyal general who accepted both would have accepted two proposals.
//! - If an order is decided in a view, n−m said COMMIT, so more than m loyal ones hold a certificate for it. The n−m who ask for
//!   the next view hold one of these, and nobody holds a certificate of a higher view for anything else, so this order is
//!   proposed or nothing that anybody accepts. In that view, then, nothing else is prepared, and so on from view to view.
//! - Every general who is not a traitor is among n−m loyal ones. When letters are no slower than patience, they are in one
//!   view, and after at most m traitors a loyal general leads; n−m PREPAREs and n−m COMMITs reach everybody.
//!
//! Each part is needed. Who decides when he is prepared (`by=prepared`) may be the only one with a certificate, and his
//! VIEW-CHANGE may be slow. A leader who need show nothing (`by=noproof`) proposes against what was decided. With n = 3m two sets
//! of n−m share m generals, who may all be traitors; larger sets would wait for traitors who say nothing.
//!
//! Two rules for who is stuck. Who asks for a view waits there until n−m are known to be there or further, before he asks
//! for the next (§4.5.2): nobody runs ahead of the others. Who has decided comes along when, all being quiet, somebody still asks: a
//! traitor may have helped some to decide and left others without enough votes, and with one slot alone nothing else would
//! bring these on.

pub mod certificate;
mod change;
pub mod letter;
pub mod machine;
pub mod seals;
pub(crate) mod spec;
mod state;
mod traitor;

#[cfg(feature = "lab")]
use crate::protocol::price::{Need, Price};
use crate::{
    link::{error::LinkError, faults::Faults},
    protocol::{
        army::{Army, Carried, army_of},
        bound::Bound,
        definition::Definition,
        pbft::{certificate::leader, letter::Kind, machine::Views, seals::Unopened},
    },
    run::{MarkKind, Part, delivered::played, kept::Played},
    scenario::{Own, OwnTexts, Scenario, Setting},
    word::{General, Label, MessageCounts, Slot, Word, limits::VIEWS_MAX},
};
pub use state::ViewState;

/// PBFT, as the registry knows it.
#[derive(Debug)]
pub(crate) struct Pbft;

impl Definition for Pbft {
    const STAGES: &'static [MarkKind] = &[MarkKind::Accept, MarkKind::Prepared, MarkKind::Decide];

    fn army(scenario: &Scenario) -> Option<Box<dyn Army>> {
        Some(army_of(Views::of(scenario), scenario))
    }

    fn own(texts: &OwnTexts, (n, m): (usize, usize), faults: &mut Faults) -> Own {
        let slot = |label: &[u64], to| Self::slot(n, m, label, to);
        Own::Setting(Setting::read(&spec::SPEC, texts, slot, faults))
    }

    /// `view.kind.sender`: 1 pre-prepare, of the first leader alone; 2 prepare, of all but the view's leader; 3 commit; 4
    /// view-change and 5 new-view, of its leader, in later views alone.
    fn slot(n: usize, _: usize, label: &[u64], to: General) -> Option<Slot> {
        let [view, kind, from] = label else {
            return None;
        };
        let from = General::new(*from).filter(|from| from.index() < n)?;
        let view = usize::try_from(*view).ok()?;
        let kind = Kind::of(*kind)?;
        let leads = view >= 1 && from == leader(n, view);
        let exists = match kind {
            Kind::PrePrepare => view == 1 && leads,
            Kind::Prepare => !leads,
            Kind::Commit => true,
            Kind::ViewChange => view >= 2,
            Kind::NewView => view >= 2 && leads,
        };
        let is_there = (1..=VIEWS_MAX).contains(&view) && to.index() < n && to != from;
        (exists && is_there).then(|| kind.slot(view, from, to))
    }

    /// Only a VIEW-CHANGE can say that there is neither order.
    fn has_word(slot: &Slot, word: Word) -> bool {
        let kind = Kind::in_slot(slot).map(|(_, kind)| kind);
        word != Word::Neither || kind == Some(Kind::ViewChange)
    }

    fn part(n: usize, label: &Label) -> Option<Part> {
        let [view, kind, _] = label.numbers() else {
            return None;
        };
        let phase = usize::from(*view);
        Some(Part {
            kind: Kind::of(u64::from(*kind))?.part(),
            phase,
            leader: Some(leader(n, phase)),
        })
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        let n = scenario.n() as u128;
        let (one, all) = (n - 1, n * (n - 1));
        let mut rounds = vec![one, all - one, all];
        for _ in 2..=VIEWS_MAX {
            rounds.extend([all, one, all - one, all]);
        }
        // A traitor may say two words where a loyal general says one.
        if let Some(last) = rounds.last_mut() {
            *last += scenario.lies().len() as u128;
        }
        MessageCounts::of_rounds(rounds)
    }

    /// Pre-prepares, prepares, commits of one view. A NEW-VIEW shows at most everybody's request, each with a certificate of
    /// everybody's seals. Beyond, a leader who tells two generals two things has each of them count him.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let n = scenario.n();
        let (one, all) = (n as u128 - 1, (n * (n - 1)) as u128);
        let beyond = "v=1&p=pbft&n=3&t=1&s=split";
        Price {
            seals: 1 + n * (n + 1),
            needs: &[Need::Signatures, Need::TimeOuts],
            ..Price::of(
                MessageCounts::of_rounds(vec![one, all - one, all]),
                Some(beyond),
            )
        }
    }

    fn bound(scenario: &Scenario, f: usize) -> Bound {
        // As many are waited for as are loyal.
        Bound::quorums(scenario, f, "Castro–Liskov 99", false)
    }

    fn too_large(_: &Scenario) -> Option<(LinkError, Scenario)> {
        None
    }

    fn run(scenario: &Scenario) -> Played {
        played(scenario, army_of(Views::of(scenario), scenario))
    }

    fn sealed(slot: &Slot, letter: &Carried) -> Option<Unopened> {
        Some(Unopened::of(slot, letter.get()?))
    }
}

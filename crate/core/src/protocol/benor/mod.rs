//! Ben-Or's consensus: everybody has an opinion, and coins end what no deterministic protocol can end where messengers are
//! slow (Ben-Or 1983, protocol B).
//!
//! In each phase a general tells all what he holds for right, and waits for n−m such letters, his own included: for more he
//! may wait in vain. If more than (n+m)/2 say v, he proposes v, else nothing. He tells all, and waits for n−m proposals. If
//! more than (n+m)/2 propose v he decides v; if m+1 do he takes v over, as a loyal general must be among them; else he tosses a
//! coin. Who has decided goes on for one more phase, so that nobody waits for him in vain.
//!
//! Why it works, for at most m traitors among n > 5m:
//! - Two sets of more than (n+m)/2 generals share more than m, so a loyal one: in a phase all loyal proposals are for one
//!   order. m+1 proposals hold a loyal one: whoever takes an order over takes that one.
//! - If all loyal generals hold v, each hears v from n−2m at least. That is more than (n+m)/2 just because n > 5m: all
//!   propose v, and all decide it. So a common opinion is kept, whatever traitors and messengers do.
//! - If one decides v, more than (n+m)/2 proposed it to him, more than (n−m)/2 loyal ones among them. Whoever misses m of the
//!   letters still has more than (n−3m)/2 of these, which is m+1 at least: everybody takes v over, and decides it in the
//!   next phase.
//! - Else somebody tosses. As soon as all who toss in a phase throw what the others took over, all hold it and decide in the
//!   next: that happens with probability 1, though with own coins it may take a number of phases exponential in n, with one
//!   coin for all two are expected to do. A run here ends after so many phases at most as a named limit says; whether who
//!   has not decided by then ever would is open.
//!
//! With n = 5m a common opinion is not safe: n−2m is (n+m)/2 then. The traitors' letters come first, nobody hears enough to
//! propose, all toss, and the coins may all fall the other way.
//!
//! A traitor's letters of a phase are under way from when the first loyal general enters it. He runs no program, so the word that is
//! due from him is in every round the opinion that he started with; that he proposes nothing is due nowhere, but can be said.

#[cfg(feature = "lab")]
mod broken;
pub mod coin;
pub mod machine;
pub(crate) mod spec;

#[cfg(feature = "lab")]
use crate::protocol::price::{Need, Price};
use crate::{
    link::{error::LinkError, faults::Faults},
    protocol::{
        army::{Army, army_of},
        benor::machine::Tossing,
        bound::Bound,
        definition::Definition,
    },
    run::{MarkKind, Part, PartKind, delivered::played, kept::Played},
    scenario::{Own, OwnTexts, Scenario, Setting},
    word::{General, Label, MessageCounts, Slot, Word, limits::PHASES_MAX},
};

/// Ben-Or's consensus, as the registry knows it.
#[derive(Debug)]
pub(crate) struct BenOr;

impl Definition for BenOr {
    const STAGES: &'static [MarkKind] = &[
        MarkKind::Opinion,
        MarkKind::Proposal,
        MarkKind::Coin,
        MarkKind::Decide,
    ];

    fn army(scenario: &Scenario) -> Option<Box<dyn Army>> {
        Some(army_of(Tossing::of(scenario), scenario))
    }

    fn own(texts: &OwnTexts, (n, m): (usize, usize), faults: &mut Faults) -> Own {
        let slot = |label: &[u64], to| Self::slot(n, m, label, to);
        Own::Setting(Setting::read(&spec::SPEC, texts, slot, faults))
    }

    /// `round.sender`: round 2r−1 carries what he holds for right in phase r, 2r his proposal.
    fn slot(n: usize, _: usize, label: &[u64], to: General) -> Option<Slot> {
        let [round, from] = label else { return None };
        let round = usize::try_from(*round).ok()?;
        let from = General::new(*from).filter(|from| from.index() < n)?;
        let exists = (1..=2 * PHASES_MAX).contains(&round) && to.index() < n && to != from;
        exists.then(|| Tossing::slot(round, from, to))
    }

    fn has_word(slot: &Slot, word: Word) -> bool {
        word != Word::Neither || machine::is_proposing(slot.round)
    }

    fn part(_: usize, label: &Label) -> Option<Part> {
        let round = usize::from(*label.numbers().first()?);
        let kind = match machine::is_proposing(round) {
            true => PartKind::Proposal,
            false => PartKind::Opinion,
        };
        Some(Part {
            kind,
            phase: machine::phase_of(round),
            leader: None,
        })
    }

    fn messages_at_most(scenario: &Scenario) -> MessageCounts {
        let n = scenario.n() as u128;
        MessageCounts::of_rounds(vec![n * (n - 1); 2 * PHASES_MAX])
    }

    /// Of a phase. Beyond, all loyal generals are for attack; the traitor's letters come first, nobody hears enough to propose, and
    /// all coins fall the other way.
    #[cfg(feature = "lab")]
    fn price(scenario: &Scenario) -> Price {
        let n = scenario.n() as u128;
        let of_a_phase = MessageCounts::of_rounds(vec![n * (n - 1); 2]);
        let beyond = "v=1&p=benor&n=5&t=5&seed=38&i=AAAAA";
        Price {
            is_of_a_phase: true,
            needs: &[Need::Coins],
            ..Price::of(of_a_phase, Some(beyond))
        }
    }

    #[cfg(feature = "lab")]
    fn broken_by(army: &Scenario, f: usize) -> Option<String> {
        broken::broken_by(army, f)
    }

    fn bound(scenario: &Scenario, f: usize) -> Bound {
        // Of n−m letters more than (n+m)/2 can never say one thing: nobody proposes anything.
        let is_stuck = scenario.n() <= 3 * scenario.m();
        Bound::fivefold(scenario, f, spec::SPEC.source, is_stuck)
    }

    fn too_large(_: &Scenario) -> Option<(LinkError, Scenario)> {
        None
    }

    fn run(scenario: &Scenario) -> Played {
        played(scenario, army_of(Tossing::of(scenario), scenario))
    }
}

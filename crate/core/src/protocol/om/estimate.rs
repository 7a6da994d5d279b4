//! The verdict on OM(m) where the run is not kept: how large may it be, and what need not be looked at.

use std::collections::BTreeMap;

use crate::{
    link::error::{LinkError, too_large},
    protocol::om::{
        bitsliced::{self, LieCount},
        bound::lemma_1_holds,
        sparse,
    },
    run::{outcome::Outcome, verdict::Verdict, visit::Visit},
    scenario::{Scenario, Strategy},
    word::{General, Generals, MessageCounts, limits::JUDGED_PATHS_MAX},
};

/// The verdict alone. A run that may be stepped through is always evaluated message by message.
pub(crate) fn judge(scenario: &Scenario, visit: Visit) -> Result<Verdict, LinkError> {
    let messages = MessageCounts::oral(scenario.n(), scenario.m());
    let may_be_stepped = MessageCounts::oral_may_be_stepped(scenario.n(), scenario.m());
    let visit = if may_be_stepped {
        // It has no more paths than messages: that is never too much.
        Visit::All
    } else {
        fits(scenario, &[General::COMMANDER], visit)?;
        visit
    };
    let (attackers, lies) = match visit {
        Visit::All => {
            let mut lies = LieCount::default();
            let attackers = bitsliced::decisions(scenario, visit, &mut lies);
            (Generals::from_bits(attackers), Some(lies.0))
        }
        Visit::Undecided => (pruned_decisions(scenario), None),
    };
    Ok(Verdict::of(
        scenario,
        &Outcome::of_attackers(attackers),
        messages,
        lies,
    ))
}

/// Who attacks when what is known is left unvisited ([`Visit::Undecided`]), whatever the size; of the loyal lieutenants
/// only.
#[must_use]
pub fn pruned_decisions(scenario: &Scenario) -> Generals {
    let attackers = match scenario.strategy() {
        Strategy::Honest => sparse::decisions(scenario),
        _ => bitsliced::decisions(scenario, Visit::Undecided, &mut ()),
    };
    Generals::from_bits(attackers).and(scenario.loyal_deciders())
}

/// Refuses what takes too long: the relays of these sources, one after another.
pub(crate) fn fits(
    scenario: &Scenario,
    sources: &[General],
    visit: Visit,
) -> Result<(), LinkError> {
    let visited = |m: usize| {
        let paths = sources
            .iter()
            .map(|source| visited_paths(scenario, *source, m, visit));
        paths.fold(0, u128::saturating_add)
    };
    let fits = |m: &usize| visited(*m) <= JUDGED_PATHS_MAX;
    if fits(&scenario.m()) {
        Ok(())
    } else {
        Err(too_large(scenario.m(), fits))
    }
}

/// How many paths of OM(m) are visited at most; saturates.
fn visited_paths(scenario: &Scenario, source: General, m: usize, visit: Visit) -> u128 {
    if visit == Visit::Undecided && scenario.strategy() == Strategy::Honest {
        return sparse::visited_paths(scenario);
    }
    let others = scenario.generals().without(source);
    let traitors = others.and(scenario.traitors()).len();
    let mut types = PathTypes {
        visit,
        known: BTreeMap::new(),
    };
    types.below(
        scenario.is_loyal(source),
        scenario.n() - 1 - traitors,
        traitors,
        m,
    )
}

/// Paths whose speaker is of one kind, with so many loyal generals and traitors not on them, have equally many
/// paths below: each such type is counted once.
struct PathTypes {
    visit: Visit,
    known: BTreeMap<(bool, usize, usize), u128>,
}

impl PathTypes {
    /// A path and all that is visited below it, with `depth` relays to come.
    fn below(&mut self, is_loyal: bool, loyal: usize, traitors: usize, depth: usize) -> u128 {
        let is_decided = self.visit == Visit::Undecided
            && is_loyal
            && lemma_1_holds(loyal + traitors + 1, traitors, depth);
        if depth == 0 || is_decided {
            return 1;
        }
        let key = (is_loyal, loyal, traitors);
        if let Some(count) = self.known.get(&key) {
            return *count;
        }
        let mut count = 1_u128;
        if loyal > 0 {
            let below = self.below(true, loyal - 1, traitors, depth - 1);
            count = count.saturating_add(below.saturating_mul(loyal as u128));
        }
        if traitors > 0 {
            let below = self.below(false, loyal, traitors - 1, depth - 1);
            count = count.saturating_add(below.saturating_mul(traitors as u128));
        }
        self.known.insert(key, count);
        count
    }
}

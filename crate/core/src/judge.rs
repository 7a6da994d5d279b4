//! The verdict on a run that is not kept: how large may it be, and what need not be looked at.

use std::collections::BTreeMap;

use crate::{
    fault::{LinkError, too_large},
    general::{General, Generals},
    limits::JUDGED_PATHS_MAX,
    om::{
        bag::Bags,
        count::MessageCounts,
        fold::{self, LieCount, Visit, lemma_1_holds},
        pruned_decisions, spared,
    },
    scenario::{Protocol, Scenario},
    strategy::Strategy,
    trace::Trace,
    verdict::Verdict,
};

/// The verdict alone, without storing the run.
///
/// A run that may be stepped through is always evaluated message by message. In a larger one `visit` says
/// whether the parts whose outcome is known are left out; then lies are not counted.
///
/// # Errors
/// `too-large` (key `m`) where more than [`JUDGED_PATHS_MAX`] paths would have to be visited.
pub fn judge(scenario: &Scenario, visit: Visit) -> Result<Verdict, LinkError> {
    if scenario.protocol().is_signed() {
        return Ok(Trace::new(scenario.clone())?.verdict().clone());
    }
    let messages = MessageCounts::oral(scenario.n(), scenario.m());
    // Nothing is decided early in a flat vote.
    let may_be_stepped = MessageCounts::oral_may_be_stepped(scenario.n(), scenario.m());
    let visit = if may_be_stepped || scenario.protocol() == Protocol::Flat {
        Visit::All
    } else {
        visit
    };
    let fits = |m: &usize| visited_paths(scenario, *m, visit) <= JUDGED_PATHS_MAX;
    if !fits(&scenario.m()) {
        return Err(too_large(scenario.m(), fits));
    }
    let (attackers, lies) = match (scenario.protocol(), visit) {
        (Protocol::Flat, _) => {
            let mut bags = (LieCount::default(), Bags::default());
            fold::decisions(scenario, visit, &mut bags);
            (bags.1.attackers(scenario), Some(bags.0.0))
        }
        (_, Visit::All) => {
            let mut lies = LieCount::default();
            let attackers = fold::decisions(scenario, visit, &mut lies);
            (Generals::from_bits(attackers), Some(lies.0))
        }
        (_, Visit::Undecided) => (pruned_decisions(scenario), None),
    };
    Ok(Verdict::of(scenario, attackers, messages, lies))
}

/// How many messages a run has, without running it. Of signed messages, which depend on what traitors do, the
/// bound of Dolev and Strong (1983): everyone relays each of two orders once, and traitors what lies name besides.
#[must_use]
pub fn messages_at_most(scenario: &Scenario) -> MessageCounts {
    if scenario.protocol().is_signed() {
        MessageCounts::signed_at_most(scenario.n(), scenario.m(), scenario.lies().len())
    } else {
        MessageCounts::oral(scenario.n(), scenario.m())
    }
}

/// How many paths of OM(m) are visited at most; saturates.
fn visited_paths(scenario: &Scenario, m: usize, visit: Visit) -> u128 {
    if visit == Visit::Undecided && scenario.strategy() == Strategy::Honest {
        return spared::visited_paths(scenario);
    }
    let traitors = Generals::lieutenants(scenario.n())
        .and(scenario.traitors())
        .len();
    let mut types = PathTypes {
        visit,
        known: BTreeMap::new(),
    };
    types.below(
        scenario.is_loyal(General::COMMANDER),
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

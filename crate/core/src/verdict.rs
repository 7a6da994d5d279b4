//! The verdict: did the loyal agree, did they obey, and who is the witness where they did not.

use std::collections::BTreeMap;

use crate::{
    fault::{Allowed, Code, Key, LinkError},
    general::{General, Generals},
    limits::{JUDGED_PATHS_MAX, STEPPED_MESSAGES_MAX},
    om::{
        count::MessageCounts,
        fold::{self, LieCount, Visit, lemma_1_holds},
        pruned_decisions,
    },
    order::Order,
    scenario::Scenario,
};

/// IC1 of LSP82 §1: all loyal lieutenants obey the same order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Whether it holds; it does where there is no loyal lieutenant.
    pub holds: bool,
    /// The two smallest loyal lieutenants that differ; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// IC2 of LSP82 §1: if the commander is loyal, every loyal lieutenant obeys his order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validity {
    /// Whether it holds; `None` if the commander is a traitor, when nothing is required.
    pub holds: Option<bool>,
    /// The smallest loyal lieutenant that disobeys; nobody where it holds.
    pub witnesses: Vec<General>,
}

/// What came out of a whole run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What each loyal lieutenant obeys.
    pub decisions: BTreeMap<General, Order>,
    /// Do they agree?
    pub agreement: Agreement,
    /// Do they obey?
    pub validity: Validity,
    /// One message for each path and recipient, silent or not.
    pub messages: MessageCounts,
    /// Messages that differ from the honest one, silence included; `None` where they were not counted.
    pub lies: Option<u64>,
}

impl Verdict {
    /// The verdict on a run in which exactly the generals of `attackers` attack.
    pub(crate) fn of(scenario: &Scenario, attackers: Generals, lies: Option<u64>) -> Self {
        let decisions: BTreeMap<General, Order> = scenario
            .loyal_lieutenants()
            .iter()
            .map(|general| (general, Order::from_bit(attackers.contains(general))))
            .collect();
        Self {
            agreement: agreement(&decisions),
            validity: validity(scenario, &decisions),
            messages: MessageCounts::oral(scenario.n(), scenario.m()),
            decisions,
            lies,
        }
    }
}

fn agreement(decisions: &BTreeMap<General, Order>) -> Agreement {
    let mut all = decisions.iter();
    let witnesses = all
        .next()
        .and_then(|(first, order)| {
            let other = all.find(|(_, other)| *other != order)?;
            Some(vec![*first, *other.0])
        })
        .unwrap_or_default();
    Agreement {
        holds: witnesses.is_empty(),
        witnesses,
    }
}

fn validity(scenario: &Scenario, decisions: &BTreeMap<General, Order>) -> Validity {
    if !scenario.is_loyal(General::COMMANDER) {
        return Validity {
            holds: None,
            witnesses: Vec::new(),
        };
    }
    let witness = decisions
        .iter()
        .find(|(_, order)| **order != scenario.order())
        .map(|(general, _)| *general);
    Validity {
        holds: Some(witness.is_none()),
        witnesses: witness.into_iter().collect(),
    }
}

/// The verdict alone, without storing the run.
///
/// A run that may be stepped through is always evaluated message by message. In a larger one `visit` says
/// whether the parts that Lemma 1 of LSP82 decides are left out; then lies are not counted.
///
/// # Errors
/// `too-large` (key `m`) where more than [`JUDGED_PATHS_MAX`] paths would have to be visited.
pub fn judge(scenario: &Scenario, visit: Visit) -> Result<Verdict, LinkError> {
    let messages = MessageCounts::oral(scenario.n(), scenario.m()).total;
    let visit = if messages <= STEPPED_MESSAGES_MAX {
        Visit::All
    } else {
        visit
    };
    let fits = |m: &usize| visited_paths(scenario, *m, visit) <= JUDGED_PATHS_MAX;
    if !fits(&scenario.m()) {
        return Err(too_large(scenario.m(), fits));
    }
    Ok(match visit {
        Visit::All => {
            let mut lies = LieCount::default();
            let attackers = fold::decisions(scenario, visit, &mut lies);
            Verdict::of(scenario, Generals::from_bits(attackers), Some(lies.0))
        }
        Visit::Undecided => Verdict::of(scenario, pruned_decisions(scenario), None),
    })
}

/// The refusal of a relay depth that `fits` says is too large.
pub(crate) fn too_large(m: usize, fits: impl Fn(&usize) -> bool) -> LinkError {
    let most = (0..m).rev().find(fits).unwrap_or(0);
    let allowed = Some(Allowed::Range(0, most as u64));
    LinkError::at(Key::M, Code::TooLarge, &m.to_string(), allowed)
}

/// How many paths the fold of OM(m) visits; saturates.
fn visited_paths(scenario: &Scenario, m: usize, visit: Visit) -> u128 {
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

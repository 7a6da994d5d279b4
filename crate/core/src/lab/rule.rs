//! Write the rule yourself: every way a lieutenant could decide after one round of echo, and what breaks it.
//!
//! Three or four generals, at most one traitor. A lieutenant knows what the commander told him and what each
//! other lieutenant says he was told; his rule is a table of what he then obeys. For three generals there are 16
//! tables for each of two lieutenants; for four there are 256.

use crate::{
    general::{General, Generals},
    lab::attack::Condition,
    order::Order,
    path::Path,
    scenario::{Protocol, Scenario},
    slot::{Slot, Words},
    sorted::map_of,
    strategy::Strategy,
};

/// A table: bit i says whether a lieutenant attacks who has heard i. Bit 0 of i is the commander's word, the next
/// bits are the other lieutenants', by number; a set bit is attack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rule(pub u8);

impl Rule {
    /// The majority of all that was heard, his own word from the commander included; a tie is retreat.
    #[must_use]
    pub const fn majority(n: usize) -> Self {
        let words = n as u32 - 1;
        let (mut table, mut heard) = (0, 0_u8);
        while heard < 1 << words {
            if 2 * heard.count_ones() > words {
                table |= 1 << heard;
            }
            heard += 1;
        }
        Self(table)
    }

    const fn obeys(self, heard: u8) -> Order {
        Order::from_bit(self.0 >> heard & 1 == 1)
    }
}

/// A run in which the rules fail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// What fails.
    pub condition: Condition,
    /// The run: who is the traitor and what he says.
    pub scenario: Scenario,
    /// What each loyal lieutenant obeys by his rule.
    pub obeyed: Vec<(General, Order)>,
}

/// Every run of n = 3 or 4 generals with one traitor in which lieutenants with these rules fail, one rule for
/// each lieutenant by number. `None` for other numbers.
#[must_use]
pub fn failing_cases(n: usize, rules: &[Rule]) -> Option<Vec<Case>> {
    if !(3..=4).contains(&n) || rules.len() != n - 1 {
        return None;
    }
    let cases = worlds(n).filter_map(|scenario| fails(scenario, rules));
    Some(cases.collect())
}

/// How many runs of n generals with one traitor are tried for a choice of rules.
#[must_use]
pub fn runs_tried(n: usize) -> usize {
    worlds(n).count()
}

/// How many choices of rules there are and how many of them hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Choices tried: for three generals pairs of rules, one for each lieutenant; for four a rule for all.
    pub choices: u32,
    /// Those that never disobey a loyal commander.
    pub obedient: u32,
    /// Those that never disagree.
    pub agreeing: u32,
    /// Those that do neither.
    pub working: u32,
    /// Every choice, by its tables' bits (of a pair, the second lieutenant's are the higher four): whether it
    /// never disobeys, and whether it never disagrees.
    pub each: Vec<(bool, bool)>,
}

/// Tries all choices of rules for 3 or 4 generals; `None` for other numbers.
#[must_use]
pub fn tally(n: usize) -> Option<Tally> {
    let mut tally = Tally {
        choices: 0,
        obedient: 0,
        agreeing: 0,
        working: 0,
        each: Vec::new(),
    };
    for choice in 0..=u8::MAX {
        let rules = match n {
            3 => vec![Rule(choice & 15), Rule(choice >> 4)],
            4 => vec![Rule(choice); 3],
            _ => return None,
        };
        let cases = failing_cases(n, &rules)?;
        let obeys = cases
            .iter()
            .all(|case| case.condition != Condition::Validity);
        // A case of disobedience may be one of disagreement too.
        let agree = |case: &Case| case.obeyed.windows(2).all(|pair| pair[0].1 == pair[1].1);
        let agrees = cases.iter().all(agree);
        tally.choices += 1;
        tally.obedient += u32::from(obeys);
        tally.agreeing += u32::from(agrees);
        tally.working += u32::from(cases.is_empty());
        tally.each.push((obeys, agrees));
    }
    Some(tally)
}

/// Every run with one traitor: his words are A or R to each loyal general; silence counts as retreat.
fn worlds(n: usize) -> impl Iterator<Item = Scenario> {
    Generals::all(n).iter().flat_map(move |traitor| {
        [Order::Attack, Order::Retreat]
            .into_iter()
            // A traitor commander's own order is nobody's business.
            .filter(move |order| !traitor.is_commander() || *order == Order::Attack)
            .flat_map(move |order| scripts(n, traitor, order))
    })
}

fn scripts(n: usize, traitor: General, order: Order) -> impl Iterator<Item = Scenario> {
    let path = if traitor.is_commander() {
        Path::commander()
    } else {
        Path::commander().then(traitor)
    };
    let recipients: Vec<General> = Generals::lieutenants(n).without(traitor).iter().collect();
    (0_u8..1 << recipients.len()).map(move |words| {
        let lies = map_of(recipients.iter().enumerate().map(|(place, to)| {
            let slot = Slot {
                path: path.clone(),
                to: *to,
            };
            let word = Order::from_bit(words >> place & 1 == 1);
            (slot, Words::one(Some(word)))
        }));
        Scenario {
            protocol: Protocol::Oral,
            n,
            m: 1,
            order,
            traitors: Generals::NONE.with(traitor),
            strategy: Strategy::Honest,
            seed: 1,
            stolen: Generals::NONE,
            lies,
        }
    })
}

fn fails(scenario: Scenario, rules: &[Rule]) -> Option<Case> {
    let lieutenants = Generals::lieutenants(scenario.n);
    let told = |path: Path, to: General, honest: Order| {
        scenario
            .word(&Slot { path, to }, honest)
            .unwrap_or_default()
    };
    let ordered = |to: General| told(Path::commander(), to, scenario.order);
    let obeyed: Vec<(General, Order)> = scenario
        .loyal_lieutenants()
        .iter()
        .map(|general| {
            let relays = lieutenants
                .without(general)
                .iter()
                .map(|speaker| told(Path::commander().then(speaker), general, ordered(speaker)));
            let heard = [ordered(general)].into_iter().chain(relays).enumerate();
            let heard = heard.fold(0, |heard, (place, order)| {
                heard | u8::from(order == Order::Attack) << place
            });
            (general, rules[general.index() - 1].obeys(heard))
        })
        .collect();
    let commander_is_loyal = scenario.is_loyal(General::COMMANDER);
    let disobeyed = commander_is_loyal && obeyed.iter().any(|(_, order)| *order != scenario.order);
    let disagreed = obeyed.windows(2).any(|pair| pair[0].1 != pair[1].1);
    let condition = match (disobeyed, disagreed) {
        (true, _) => Condition::Validity,
        (false, true) => Condition::Agreement,
        (false, false) => return None,
    };
    Some(Case {
        condition,
        scenario,
        obeyed,
    })
}

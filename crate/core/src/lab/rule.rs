//! Write the rule yourself: every way a lieutenant could decide after one round of echo, and what breaks it.
//!
//! Three or four generals, at most one traitor. A lieutenant knows what the commander told him and what each
//! other lieutenant says he was told; his rule is a table of what he then obeys. For three generals there are 16
//! tables for each of two lieutenants; for four there are 256.

use crate::{
    protocol::{
        Condition, Protocol, execute,
        machine::{Decision, Offer, Refusal, StepMachine},
        om::machine::{Oral, OralMessage, OralState},
    },
    run::outcome::Outcome,
    scenario::{Adversary, DEFAULT_SEED, Own, Scenario, Strategy, default_opinions},
    word::{General, Generals, Order, Path, Slot, Word, Words, map_of},
};

/// A table: bit i says whether a lieutenant attacks who has heard i. Bit 0 of i is the commander's word, the next
/// bits are the other lieutenants', by number; a set bit is attack.
///
/// ```
/// use generals::lab::rule::{Rule, failing_cases};
///
/// assert_eq!(Rule::majority(3), Rule(0b1000), "attack if he heard attack from both");
/// assert_eq!(failing_cases(4, &[Rule::majority(4); 3]), Some(Vec::new()), "four generals cope");
/// ```
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

/// One round of echo among three or four generals, in which each lieutenant obeys his own rule: a protocol like any other,
/// so whatever breaks protocols breaks it.
///
/// ```
/// use generals::{lab::{adversary_search::AdversarySearch, rule::{Rule, Ruled}, search::Search}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=3&t=3", LinkSize::Any).unwrap().scenario;
/// let machine = Ruled::new(vec![Rule::majority(3); 2]).unwrap();
/// let mut search = AdversarySearch::new(machine, &base);
/// search.advance(1_000);
/// assert!(search.progress().breaks, "three generals cannot cope with one traitor");
/// ```
#[derive(Clone, Debug)]
pub struct Ruled {
    relay: Oral,
    /// One for each lieutenant, by number.
    rules: Vec<Rule>,
}

impl Ruled {
    /// The rules of two or of three lieutenants; `None` of others.
    #[must_use]
    pub fn new(rules: Vec<Rule>) -> Option<Self> {
        let n = rules.len() + 1;
        let relay = Oral::new(n, 1).filter(|_| (3..=4).contains(&n))?;
        Some(Self { relay, rules })
    }

    /// What a lieutenant heard, as a row of his table.
    fn heard(&self, state: &OralState) -> u8 {
        let general = state.general();
        let others = Generals::lieutenants(self.rules.len() + 1)
            .without(general)
            .iter();
        let relays = others.map(|speaker| Path::commander().then(speaker));
        let paths = [Path::commander()].into_iter().chain(relays).enumerate();
        paths.fold(0, |heard, (place, path)| {
            heard | u8::from(state.heard(&path) == Order::Attack) << place
        })
    }
}

impl StepMachine for Ruled {
    type State = OralState;
    type Message = OralMessage;

    fn rounds(&self) -> usize {
        self.relay.rounds()
    }

    fn init(&self, general: General, input: Option<Order>) -> OralState {
        self.relay.init(general, input)
    }

    fn send(&self, state: &OralState, round: usize, to: General) -> Vec<(Slot, OralMessage)> {
        self.relay.send(state, round, to)
    }

    fn offer(&self, state: &OralState, slot: &Slot, word: Word) -> Offer<OralMessage> {
        self.relay.offer(state, slot, word)
    }

    fn receive(
        &self,
        state: &mut OralState,
        round: usize,
        from: General,
        message: &OralMessage,
    ) -> Result<(), Refusal> {
        self.relay.receive(state, round, from, message)
    }

    fn decide(&self, state: &OralState) -> Option<Decision> {
        let rule = self.rules.get(state.general().index().checked_sub(1)?)?;
        Some(rule.obeys(self.heard(state)).into())
    }

    fn word(message: &OralMessage) -> Word {
        Oral::word(message)
    }
}

/// A run in which the rules fail.
///
/// ```
/// use generals::{Condition, lab::rule::{Rule, failing_cases}};
///
/// let obey_the_commander = Rule(0b1010);
/// let cases = failing_cases(3, &[obey_the_commander; 2]).unwrap();
/// assert!(!cases.is_empty() && cases.iter().all(|case| case.condition == Condition::Agreement));
/// ```
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
    let machine = Ruled::new(rules.to_vec()).filter(|_| rules.len() + 1 == n)?;
    Some(failing(&played(n, &machine), &machine))
}

/// Every run with one traitor, and what each general heard in it, which no rule changes.
fn played(n: usize, machine: &Ruled) -> Vec<(Scenario, Vec<OralState>)> {
    let runs = worlds(n).map(|scenario| {
        let states = execute(machine, &scenario).states;
        (scenario, states)
    });
    runs.collect()
}

fn failing(runs: &[(Scenario, Vec<OralState>)], machine: &Ruled) -> Vec<Case> {
    let fails = |(scenario, states): &(Scenario, Vec<OralState>)| {
        let decide = |general: General| machine.decide(&states[general.index()]);
        let outcome = Outcome::of(scenario, decide);
        Some(Case {
            condition: outcome.broken_condition(scenario)?,
            scenario: scenario.clone(),
            obeyed: outcome.obeyed(scenario),
        })
    };
    runs.iter().filter_map(fails).collect()
}

/// How many runs of n generals with one traitor are tried for a choice of rules.
#[must_use]
pub fn runs_tried(n: usize) -> usize {
    worlds(n).count()
}

/// How many choices of rules there are and how many of them hold.
///
/// ```
/// use generals::lab::rule::tally;
///
/// let three = tally(3).unwrap();
/// assert_eq!((three.choices, three.working), (256, 0), "no rules help three generals");
/// assert!(tally(4).unwrap().working > 0);
/// ```
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
    let rules = |choice: u8| match n {
        3 => Some(vec![Rule(choice & 15), Rule(choice >> 4)]),
        4 => Some(vec![Rule(choice); 3]),
        _ => None,
    };
    let runs = played(n, &Ruled::new(rules(0)?)?);
    for choice in 0..=u8::MAX {
        let cases = failing(&runs, &Ruled::new(rules(choice)?)?);
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
            let word = Order::from_bit(words >> place & 1 == 1);
            (path.slot(*to), Words::one(word.into()))
        }));
        Scenario {
            protocol: Protocol::Oral,
            n,
            m: 1,
            order,
            opinions: default_opinions(n),
            seed: DEFAULT_SEED,
            own: Own::Nothing,
            adversary: Adversary {
                traitors: Generals::NONE.with(traitor),
                stolen: Generals::NONE,
                strategy: Strategy::Honest,
                lies,
            },
        }
    })
}

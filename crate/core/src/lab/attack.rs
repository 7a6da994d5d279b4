//! The fewest lies that break OM(m), exactly, however large the tree of messages.
//!
//! Why it can be computed. Each slot belongs to one sub-execution, and once it is fixed what everyone is told by
//! a path's speaker, the sub-executions below are independent. A majority only counts votes. Agreement is broken
//! between two loyal lieutenants, so it is enough to know, of each sub-execution, the fewest lies that make these
//! two obtain a given pair of orders. And sub-executions with equally many loyal generals and traitors are alike,
//! so each type is solved once (`min_lies.rs`). The lies themselves are then read off the tree, where
//! there are any.

use crate::{
    lab::{
        min_lies::MinLies,
        vote_split::Plan,
        watched::{Kind, OUTCOMES, Outcome, Prices, Type, UNREACHABLE},
    },
    protocol::Protocol,
    scenario::{Adversary, Scenario, Strategy},
    word::{General, Generals, Lies, Order, Path, Words, limits::ATTACK_LIES_MAX},
};

pub use crate::protocol::Condition;

/// Whether lies that a traitor tells a traitor count.
///
/// ```
/// use generals::{lab::attack::{AmongTraitors, Condition, smallest}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=6&m=2&t=2.3", LinkSize::Any).unwrap().scenario;
/// let lies = |among| smallest(&base, Condition::Validity, among).unwrap().lies;
/// assert!(lies(AmongTraitors::Free) < lies(AmongTraitors::Counted));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AmongTraitors {
    /// As every other lie.
    #[default]
    Counted,
    /// They cost nothing: traitors are in league.
    Free,
}

/// Every lie counts.
const COUNTED: Prices = Prices {
    loyal: 1,
    traitor: 1,
};
/// Those among traitors do not.
const FREE: Prices = Prices {
    loyal: 1,
    traitor: 0,
};
/// So few to the loyal, and of these attacks one with as few as can be among traitors: exact where these are less
/// than the price of one.
const WRITTEN: Prices = Prices {
    loyal: 1 << 32,
    traitor: 1,
};

/// A smallest attack.
///
/// ```
/// use generals::{Trace, lab::attack::{AmongTraitors, Condition, smallest}, link::{LinkSize, parse}};
///
/// let base = parse("v=1&p=om&n=3&t=3", LinkSize::Any).unwrap().scenario;
/// let attack = smallest(&base, Condition::Validity, AmongTraitors::Counted).unwrap();
/// assert_eq!(attack.lies, 1);
/// assert_eq!(Trace::new(attack.scenario.unwrap()).unwrap().verdict().holds(Condition::Validity), Some(false));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attack {
    /// How many lies that count it takes; fewer do not suffice. [`crate::limits::ATTACK_COUNTED_MAX`]: so many or more.
    pub lies: u64,
    /// The run, every lie named, all else honest; `None` with more than [`ATTACK_LIES_MAX`] lies, those among traitors
    /// too, of which there are as few as can be.
    pub scenario: Option<Scenario>,
}

impl Attack {
    /// The smaller attack has the smaller rank: fewer lies that count, then fewer in all; unwritten ones last.
    #[must_use]
    pub fn rank(&self) -> (u64, usize) {
        let all = self.scenario.as_ref().map(|run| run.lies().len());
        (self.lies, all.unwrap_or(usize::MAX))
    }
}

/// The smallest attack on OM(m) among n generals by these traitors with this order, whatever the protocol of the scenario;
/// `None` if none exists.
///
/// The algorithm is exact, so `None` is a certificate. Silence is not needed: what it counts as can be said.
#[must_use]
pub fn smallest(
    base: &Scenario,
    condition: Condition,
    among_traitors: AmongTraitors,
) -> Option<Attack> {
    Solved::new(&oral(base), condition, among_traitors.prices())
        .map(|solved| solved.attack(among_traitors))
}

/// Whether a condition claims anything that these traitors, or some f, could break: agreement, of two loyal
/// deciders; validity, of a loyal one where somebody loyal started with something (LSP82 §1, IC1 and IC2).
#[must_use]
pub fn is_claimed(base: &Scenario, f: Option<usize>, condition: Condition) -> bool {
    let is_claimed = |traitors: Generals| {
        let loyal = base.deciders().and_not(traitors);
        match condition {
            Condition::Agreement => loyal.len() >= 2,
            // Somebody else's word must be kept: his own everybody keeps.
            Condition::Validity => {
                let mut others = base.generals().and_not(traitors).iter();
                others.any(|one| base.input(one).is_some() && !loyal.without(one).is_empty())
            }
            // Of other tasks, which no relayed order is judged by.
            Condition::Consent
            | Condition::Delivery
            | Condition::Attacks
            | Condition::Termination => false,
        }
    };
    match f {
        Some(f) => placements(base.n(), f).any(is_claimed),
        None => is_claimed(base.traitors()),
    }
}

/// The same army under OM(m).
fn oral(base: &Scenario) -> Scenario {
    Scenario {
        protocol: Protocol::Oral,
        ..base.clone()
    }
}

/// How many lies it takes, before they are written down.
struct Solved {
    base: Scenario,
    condition: Condition,
    fewest: MinLies,
    root: Type,
    worst: Outcome,
    lies: u64,
}

impl Solved {
    fn new(base: &Scenario, condition: Condition, prices: Prices) -> Option<Self> {
        let lieutenants = Generals::lieutenants(base.n());
        let traitors = lieutenants.and(base.traitors());
        let loyal = lieutenants.and_not(base.traitors());
        let commander_is_loyal = base.is_loyal(General::COMMANDER);
        if !is_claimed(base, None, condition) {
            return None;
        }
        let is_pair = condition == Condition::Agreement;
        let tracked = if is_pair { 2 } else { 1 };
        let root = Type {
            depth: base.m(),
            kind: if commander_is_loyal {
                Kind::Loyal
            } else {
                Kind::Traitor
            },
            honest: base.order(),
            loyal: loyal.len() - tracked,
            traitors: traitors.len(),
            is_pair,
        };
        let mut fewest = MinLies::new(prices);
        let costs = fewest.solve(root);
        let breaks = |outcome: &Outcome| match is_pair {
            true => outcome.a != outcome.b,
            false => outcome.a != base.order() && outcome.b == Order::Retreat,
        };
        let worst = OUTCOMES
            .into_iter()
            .filter(breaks)
            .min_by_key(|outcome| costs[outcome.index()])?;
        let lies = costs[worst.index()];
        (lies != UNREACHABLE).then(|| Self {
            base: base.clone(),
            condition,
            fewest,
            root,
            worst,
            lies,
        })
    }

    /// Writes the lies down, unless they are too many.
    fn attack(self, among_traitors: AmongTraitors) -> Attack {
        let lies = self.lies;
        let scenario = match among_traitors {
            _ if lies > ATTACK_LIES_MAX => None,
            AmongTraitors::Counted => Some(self.written()),
            AmongTraitors::Free => Self::new(&self.base, self.condition, WRITTEN)
                .filter(|all| all.lies <= lies * WRITTEN.loyal + (ATTACK_LIES_MAX - lies))
                .map(Self::written),
        };
        Attack { lies, scenario }
    }

    fn written(mut self) -> Scenario {
        let lieutenants = Generals::lieutenants(self.base.n());
        let traitors = lieutenants.and(self.base.traitors());
        let loyal = lieutenants.and_not(self.base.traitors());
        let mut tracked_first = loyal.iter();
        let mut writer = Writer {
            fewest: &mut self.fewest,
            a: tracked_first.next(),
            b: tracked_first.next().filter(|_| self.root.is_pair),
            lies: Lies::new(),
        };
        let here = Here {
            path: Path::commander(),
            loyal: [writer.a, writer.b]
                .into_iter()
                .flatten()
                .fold(loyal, Generals::without),
            traitors,
            a: writer.a,
            b: writer.b,
        };
        writer.write(self.root, &here, self.worst);
        self.base.with_lies(Strategy::Honest, writer.lies)
    }
}

impl AmongTraitors {
    const fn prices(self) -> Prices {
        match self {
            Self::Counted => COUNTED,
            Self::Free => FREE,
        }
    }
}

/// Where f traitors may be: lieutenants are alike, so with the commander and without says it all.
fn placements(n: usize, f: usize) -> impl Iterator<Item = Generals> {
    let last = |count: usize| (n - count..n).map(|index| General::from_index(index as u32));
    let with = (1..n)
        .contains(&f)
        .then(|| last(f - 1).chain([General::COMMANDER]).collect());
    let without = (f < n).then(|| last(f).collect());
    [with, without].into_iter().flatten()
}

/// The smallest attack on OM(m) by any f traitors, and with either order unless one is given; `None` if none exists.
#[must_use]
pub fn smallest_of_any(
    base: &Scenario,
    f: usize,
    order: Option<Order>,
    condition: Condition,
    among_traitors: AmongTraitors,
) -> Option<Attack> {
    let base = &oral(base);
    let orders = order.map_or(vec![Order::Attack, Order::Retreat], |order| vec![order]);
    let attacks = placements(base.n(), f).flat_map(|traitors| {
        orders
            .clone()
            .into_iter()
            .map(move |order| (traitors, order))
    });
    let solved: Vec<Solved> = attacks
        .filter_map(|(traitors, order)| {
            let mut base = base.against(Adversary {
                traitors,
                stolen: base.stolen().and_not(traitors),
                strategy: base.strategy(),
                lies: Lies::new(),
            });
            base.order = order;
            Solved::new(&base, condition, among_traitors.prices())
        })
        .collect();
    let fewest = solved.iter().map(|solved| solved.lies).min()?;
    let equals = solved.into_iter().filter(|solved| solved.lies == fewest);
    // Where all lies count, equals are equal.
    let written = match among_traitors {
        AmongTraitors::Counted => 1,
        AmongTraitors::Free => usize::MAX,
    };
    equals
        .take(written)
        .map(|solved| solved.attack(among_traitors))
        .min_by_key(Attack::rank)
}

/// Walks the tree where there are lies, and writes them down.
struct Writer<'a> {
    fewest: &'a mut MinLies,
    a: Option<General>,
    b: Option<General>,
    lies: Lies,
}

/// A path, and who is not on it.
#[derive(Clone)]
struct Here {
    path: Path,
    /// The loyal lieutenants that are not watched.
    loyal: Generals,
    traitors: Generals,
    /// The watched lieutenants, while they are not on the path. A single one is `a`.
    a: Option<General>,
    b: Option<General>,
}

impl Here {
    fn then(&self, speaker: General) -> Self {
        let (a, b) = match (self.a, self.b) {
            (Some(a), other) if a == speaker => (other, None),
            (a, b) => (a, b.filter(|b| *b != speaker)),
        };
        Self {
            path: self.path.then(speaker),
            loyal: self.loyal.without(speaker),
            traitors: self.traitors.without(speaker),
            a,
            b,
        }
    }
}

impl Writer<'_> {
    fn lie(&mut self, here: &Here, to: Option<General>, word: Order) {
        if let Some(to) = to {
            self.lies
                .insert(here.path.slot(to), Words::one(word.into()));
        }
    }

    /// Writes the lies of a sub-execution of this type that give this outcome.
    fn write(&mut self, kind: Type, here: &Here, outcome: Outcome) {
        if self.fewest.solve(kind)[outcome.index()] == 0 {
            return;
        }
        if kind.depth == 0 {
            for (to, obtained) in [(here.a, outcome.a), (here.b, outcome.b)] {
                if obtained != kind.honest {
                    self.lie(here, to, obtained);
                }
            }
            return;
        }
        let Some(plan) = self.fewest.plan(kind, outcome) else {
            return;
        };
        self.write_children(kind, here, &plan);
        for (to, other, told, obtained) in [
            (here.a, here.b, plan.told_a, plan.b_from_a),
            (here.b, here.a, plan.told_b, plan.a_from_b),
        ] {
            if to.is_none() {
                continue;
            }
            if told != kind.honest {
                self.lie(here, to, told);
            }
            if let (Some(to), Some(_)) = (to, other) {
                let outcome = Outcome::single(obtained);
                self.write(kind.below_watched(told), &here.then(to), outcome);
            }
        }
    }

    fn write_children(&mut self, kind: Type, here: &Here, plan: &Plan) {
        let groups = [(here.loyal, plan.loyal), (here.traitors, plan.traitors)];
        for (group, (speakers, counts)) in groups.into_iter().enumerate() {
            let mut speakers = speakers.iter();
            for (outcome, count) in OUTCOMES.into_iter().zip(counts) {
                for speaker in speakers.by_ref().take(count) {
                    let is_loyal = group == 0;
                    let told = self.fewest.word_for(kind, is_loyal, outcome);
                    if told != kind.honest {
                        self.lie(here, Some(speaker), told);
                    }
                    self.write(kind.below(is_loyal, told), &here.then(speaker), outcome);
                }
            }
        }
    }
}

//! What a sweep asks, and by which numbers its parts go: items, each of which becomes a line.

use clap::ValueEnum;
use generals::{
    Condition, Inputs, Protocol, Scenario, Tool,
    lab::{attack::is_claimed, exhaust::slots_of},
    limits::SHARED_SLOTS_MAX,
    link::{LinkSize, parse},
};
use serde::{Deserialize, Serialize};

use super::span::Span;

/// Of which kind the question is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum What {
    /// The fewest lies with which any k traitors break it; of protocols other than OM(m) what is proved.
    Tolerance,
    /// Every strategy of k traitors.
    Exhaust,
    /// How weak k traitors may be.
    Ladder,
}

/// A question about many armies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Question {
    pub(crate) sweep: What,
    pub(crate) p: String,
    pub(crate) n: Span,
    pub(crate) m: Span,
    pub(crate) k: Span,
}

/// One line: an army, and which of its strategies.
#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) n: u64,
    pub(crate) m: u64,
    pub(crate) k: u64,
    /// The army; `None` where no link has such a one.
    pub(crate) army: Option<Scenario>,
    /// Whether anything is claimed of it that could break.
    pub(crate) is_claimed: bool,
    /// Which piece of its strategies, from 0; of one piece it is all.
    pub(crate) piece: u64,
}

/// Strategies of a piece, some seconds at most: so much is lost if a job is killed.
pub(crate) const PIECE: u64 = 1 << 32;

/// Armies that lie behind each other in a sweep, with the number of the first item, from 1.
pub(crate) struct Plan {
    question: Question,
    parts: Vec<Part>,
    /// How many items there are.
    pub(crate) items: u64,
}

struct Part {
    first: u64,
    cell: (u64, u64, u64),
    placement: Option<Placement>,
}

/// Who the traitors are: lieutenants are alike, so the last of them, with the commander or without; and his order.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Placement {
    has_commander: bool,
    order: char,
}

impl Question {
    /// Why it cannot be asked of this protocol; nothing if it can.
    pub(crate) fn refused(&self) -> Option<String> {
        let allowed: Vec<&str> = Protocol::NAMES
            .into_iter()
            .filter(|(_, protocol)| self.is_for(*protocol))
            .map(|(name, _)| name)
            .collect();
        let is_known = allowed.contains(&self.p.as_str());
        (!is_known).then(|| {
            format!(
                "key `p`: this sweep is not for it\n  read     {}\n  allowed  {}",
                self.p,
                allowed.join(", ")
            )
        })
    }

    fn is_for(&self, protocol: Protocol) -> bool {
        let spec = protocol.spec();
        let commands = spec.inputs == Inputs::Commander && spec.has_traitors;
        let has_sizes = spec.generals.min < spec.generals.max && spec.name != "own";
        match self.sweep {
            What::Tolerance => has_sizes && spec.has_traitors,
            What::Exhaust => has_sizes && commands && spec.answers(Tool::Exhaust),
            What::Ladder => has_sizes && commands && spec.answers(Tool::Ladder),
        }
    }

    fn placements(&self, n: u64, k: u64) -> Vec<Placement> {
        let (without, with): (&[char], &[char]) = match self.sweep {
            What::Tolerance => (&['A'], &[]),
            // A traitor's order is among all that he can say.
            What::Exhaust => (&['A', 'R'], &['A']),
            What::Ladder => (&['A', 'R'], &['A', 'R']),
        };
        let of = |has_commander| {
            move |order: &char| Placement {
                has_commander,
                order: *order,
            }
        };
        let without = without.iter().filter(|_| k < n).map(of(false));
        let with = with.iter().filter(|_| (1..=n).contains(&k)).map(of(true));
        without.chain(with).collect()
    }

    fn army(&self, (n, m, k): (u64, u64, u64), placement: Placement) -> Option<Scenario> {
        let lieutenants = k - u64::from(placement.has_commander);
        let commander = placement.has_commander.then_some(1);
        let traitors = commander.into_iter().chain(n - lieutenants + 1..=n);
        let traitors: Vec<String> = traitors.map(|number| number.to_string()).collect();
        let order = match placement.order {
            'R' => "&o=R",
            _ => "",
        };
        let link = format!(
            "v=1&p={}&n={n}&m={m}{order}&t={}",
            self.p,
            traitors.join(".")
        );
        parse(&link, LinkSize::Any).ok().map(|link| link.scenario)
    }

    fn is_claimed(&self, army: &Scenario, k: u64) -> bool {
        let any = (self.sweep == What::Tolerance).then_some(k as usize);
        let mut all = army.spec().conditions.iter();
        all.any(|condition: &Condition| is_claimed(army, any, *condition))
    }

    /// Into how many pieces the strategies of an army fall.
    fn pieces(&self, army: &Scenario) -> u64 {
        let is_numbered = self.sweep == What::Exhaust && army.spec().votes_over_paths;
        match slots_of(army) {
            slots if is_numbered && slots <= SHARED_SLOTS_MAX => ((1_u64 << slots) / PIECE).max(1),
            _ => 1,
        }
    }
}

impl Plan {
    /// All that a question asks, cell by cell.
    pub(crate) fn of(question: &Question) -> Self {
        let mut plan = Self {
            question: question.clone(),
            parts: Vec::new(),
            items: 0,
        };
        let (ns, ms, ks) = (question.n, question.m, question.k);
        for n in ns.numbers() {
            for m in ms.numbers() {
                for k in ks.numbers() {
                    plan.add((n, m, k));
                }
            }
        }
        plan
    }

    fn add(&mut self, cell: (u64, u64, u64)) {
        let (n, _, k) = cell;
        let mut armies = 0;
        for placement in self.question.placements(n, k) {
            let Some(army) = self.question.army(cell, placement) else {
                continue;
            };
            let pieces = match self.question.is_claimed(&army, k) {
                true => self.question.pieces(&army),
                false => 1,
            };
            self.part(cell, Some(placement), pieces);
            armies += 1;
        }
        if armies == 0 {
            self.part(cell, None, 1);
        }
    }

    fn part(&mut self, cell: (u64, u64, u64), placement: Option<Placement>, pieces: u64) {
        let first = self.items + 1;
        self.parts.push(Part {
            first,
            cell,
            placement,
        });
        self.items += pieces;
    }

    /// The item with this number, from 1.
    pub(crate) fn item(&self, number: u64) -> Option<Item> {
        let behind = self.parts.partition_point(|part| part.first <= number);
        let part = self.parts.get(behind.checked_sub(1)?)?;
        let placement = part.placement;
        let army = placement.and_then(|placement| self.question.army(part.cell, placement));
        let (n, m, k) = part.cell;
        let is_claimed = army.as_ref();
        let is_claimed = is_claimed.is_some_and(|army| self.question.is_claimed(army, k));
        Some(Item {
            n,
            m,
            k,
            army,
            is_claimed,
            piece: number - part.first,
        })
    }

    pub(crate) const fn question(&self) -> &Question {
        &self.question
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strategies_of_a_large_army_are_many_items() {
        let [n, m, k] = ["7", "2", "2"].map(|number| number.parse().unwrap());
        let p = "om".to_owned();
        let sweep = What::Exhaust;
        let plan = Plan::of(&Question { sweep, p, n, m, k });
        // 2^40 strategies of two lieutenants under each order, 2^28 of the commander and one.
        assert_eq!(plan.items, 256 + 256 + 1);
        let item = |number| {
            let item = plan.item(number).unwrap();
            (item.army.unwrap().link(), item.piece)
        };
        let link = |rest: &str| format!("v=1&p=om&n=7&m=2{rest}");
        assert_eq!(item(1), (link("&t=6.7"), 0));
        assert_eq!(item(256), (link("&t=6.7"), 255));
        assert_eq!(item(257), (link("&o=R&t=6.7"), 0));
        assert_eq!(item(513), (link("&t=1.7"), 0));
        assert!(plan.item(0).is_none());
    }
}

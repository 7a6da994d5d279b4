//! A line of a sweep: which army it is of, and what came out.

use generals::{
    Condition, Scenario, Tool,
    lab::{
        attack::{AmongTraitors, smallest_of_any},
        begin::{self, NotSearched},
        exhaust::{Exhaust, NotExhausted},
        ladder::ladder,
        search::Search,
    },
    limits::SHARED_SLOTS_MAX,
};
use generals_wire::{Ladder, PromiseCell, SearchKind, SearchProgress, ToleranceCell, link_of};
use serde::Serialize;

use super::question::{Item, PIECE, Plan, What};
use crate::{output::json, refusal::Refusal};

/// What a line says of its army.
#[derive(Serialize)]
struct Line {
    /// Its number in the sweep, from 1.
    item: u64,
    n: u64,
    m: u64,
    k: u64,
    /// The link of the army; null where no link has such a one.
    army: Option<String>,
    /// Whether anything is claimed of it that could break.
    claimed: bool,
    #[serde(flatten)]
    answer: Option<Answer>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Tolerance(ToleranceCell),
    Promise(PromiseCell),
    Strategies(Strategies),
    Search(Searched),
    Ladder(Ladder),
    Refused {
        kind: &'static str,
        size: Option<f64>,
    },
}

/// Strategies from one to another were tried, counted from 1, of so many.
#[derive(Serialize)]
struct Strategies {
    kind: &'static str,
    strategies: [u64; 2],
    of: u64,
    breaking: u64,
    link: Option<String>,
}

/// A search that has no numbers, to its end.
#[derive(Serialize)]
struct Searched {
    kind: SearchKind,
    tried: u64,
    breaking: u64,
    link: Option<String>,
}

/// What every line of this item begins with.
pub(crate) fn head(plan: &Plan, number: u64) -> Result<String, Refusal> {
    let mut head = json(&line(plan, number, |_| None))?;
    head.pop();
    Ok(head)
}

/// The line of an item, the same wherever and whenever it is computed.
pub(crate) fn computed(plan: &Plan, number: u64) -> Result<String, Refusal> {
    let what = plan.question().sweep;
    let answer = |item: &Item| {
        let army = item.army.as_ref().filter(|_| item.is_claimed)?;
        Some(match what {
            What::Tolerance => tolerance(army, item.k as usize),
            What::Exhaust => exhaust(army, item.piece),
            What::Ladder => rungs(army),
        })
    };
    json(&line(plan, number, answer))
}

fn line(plan: &Plan, number: u64, answer: impl Fn(&Item) -> Option<Answer>) -> Option<Line> {
    let item = plan.item(number)?;
    Some(Line {
        item: number,
        n: item.n,
        m: item.m,
        k: item.k,
        claimed: item.is_claimed,
        answer: answer(&item),
        army: item.army.map(|army| army.link()),
    })
}

/// Any k traitors, with either order: as the page's map.
fn tolerance(army: &Scenario, k: usize) -> Answer {
    if !army.spec().answers(Tool::Attack) {
        return Answer::Promise(PromiseCell::of(army, k));
    }
    let attack = |condition| {
        let attack = smallest_of_any(army, k, None, condition, AmongTraitors::Counted)?;
        Some((condition, attack))
    };
    let all = [Condition::Agreement, Condition::Validity].into_iter();
    let fewest = all.filter_map(attack).min_by_key(|(_, attack)| attack.lies);
    Answer::Tolerance(ToleranceCell::of(army, k, fewest.as_ref()))
}

fn exhaust(army: &Scenario, piece: u64) -> Answer {
    match Exhaust::up_to(army, SHARED_SLOTS_MAX) {
        Ok(search) => Answer::Strategies(strategies(search, piece)),
        Err(NotExhausted::NoPaths) => match begin::exhaust(army) {
            Ok(search) => Answer::Search(searched(search)),
            Err(why) => refused(&why),
        },
        Err(NotExhausted::Strategies(size) | NotExhausted::Messages(size)) => Answer::Refused {
            kind: "too-large",
            size: Some(size as f64),
        },
    }
}

fn strategies(mut search: Exhaust, piece: u64) -> Strategies {
    let (from, of) = (piece * PIECE, search.total());
    let to = of.min(from + PIECE);
    search.skip_to(from);
    search.advance(to - from);
    Strategies {
        kind: "exhausted",
        strategies: [from + 1, to],
        of,
        breaking: search.breaking(),
        link: search.found().as_ref().and_then(link_of),
    }
}

fn searched(mut search: Box<dyn Search>) -> Searched {
    while !search.is_done() {
        search.advance(1 << 16);
    }
    let SearchProgress { kind, found, .. } = SearchProgress::of(&*search);
    Searched {
        kind,
        tried: search.tried(),
        breaking: search.breaking(),
        link: found,
    }
}

fn rungs(army: &Scenario) -> Answer {
    match ladder(army) {
        Ok(found) => Answer::Ladder(Ladder::of(&found)),
        Err(why) => refused(&why),
    }
}

fn refused(why: &NotSearched) -> Answer {
    let (kind, size) = match why {
        NotSearched::NothingClaimed => ("nothing-claimed", None),
        NotSearched::NotForThis => ("not-for-this", None),
        NotSearched::TooManyStrategies { size, .. }
        | NotSearched::TooManyMessages { size, .. }
        | NotSearched::TooManySets { size, .. }
        | NotSearched::TooManyGenerals { size, .. } => ("too-large", Some(*size as f64)),
    };
    Answer::Refused { kind, size }
}

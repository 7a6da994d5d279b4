//! The chain of runs, drawn: a row for each run that was tried, between which ends it was sought, and what each general did.

use crate::{
    figure::Rect,
    file::{
        Options, Refused,
        drawing::{Dot, Drawing, Fill, Ink, Loyalty, Mark, Piece, Stroke, Text},
        known::Known,
        text::{Align, Says},
    },
    lab::chain::{self, Chain, ChainRun, length_of},
    protocol::Tool,
    run::Trace,
    word::{
        General, Order,
        limits::{CHAIN_RUNS_MAX, FIGURE_GENERALS_MAX},
    },
};

/// The bar on which the places of the chain lie.
const BAR: (i32, i32) = (24, 324);
/// The column of places, and where those of generals begin.
const PLACE: i32 = 392;
const GENERALS: i32 = 430;
const COLUMN: i32 = 30;
/// Above rows, and from row to row.
const HEAD: i32 = 52;
const ROW: i32 = 34;
const SHIELD: i32 = 26;
const TOKEN: i32 = 9;
const LETTERS: i32 = 14;
const TICK: i32 = 5;

/// Draws it.
pub(super) fn draw(trace: &Trace, options: &Options) -> Result<Drawing, Refused> {
    let base = trace.scenario();
    if !base.spec().answers(Tool::Chain) {
        return Err(Refused::NotForThis);
    }
    let least = base.rounds() + 2;
    if base.n() < least {
        return Err(Refused::TooFew { least });
    }
    let length = length_of(base).unwrap_or(u128::MAX);
    if length > CHAIN_RUNS_MAX {
        return Err(Refused::TooLarge {
            size: length,
            most: CHAIN_RUNS_MAX,
        });
    }
    if base.n() > FIGURE_GENERALS_MAX {
        return Err(Refused::TooLarge {
            size: base.n() as u128,
            most: FIGURE_GENERALS_MAX as u128,
        });
    }
    let chain = chain::chain(base).ok_or(Refused::NotForThis)?;
    let known = Known::of(trace, options);
    let verdicts = GENERALS + COLUMN * base.n() as i32 + 8;
    let conditions = base.spec().conditions.iter();
    let widths = conditions.map(|condition| Says::Condition(*condition).width(LETTERS));
    let mut drawing = Drawing {
        width: verdicts + 22 + widths.max().unwrap_or(0),
        height: HEAD + ROW * chain.tried.len() as i32 + 4,
        marks: Vec::new(),
    };
    heads(&mut drawing, &known, &chain);
    for (index, run) in chain.tried.iter().enumerate() {
        row(&mut drawing, &chain, index, run);
    }
    Ok(drawing)
}

/// Where a place of the chain lies on the bar.
fn on_bar(chain: &Chain, place: usize) -> i32 {
    let last = chain.length.saturating_sub(1).max(1);
    BAR.0 + (BAR.1 - BAR.0) * place as i32 / last as i32
}

/// The names of columns, and the ends of the chain.
fn heads(drawing: &mut Drawing, known: &Known, chain: &Chain) {
    let y = HEAD - 16;
    drawing.line(&[(BAR.0, y), (BAR.1, y)], Stroke::Bracket);
    for (place, x) in [(1, BAR.0), (chain.length, BAR.1)] {
        drawing.line(&[(x, y - TICK), (x, y + TICK)], Stroke::Bracket);
        let number = Says::Number(place as u64);
        drawing.inked((x, y - 10), Align::Middle, LETTERS, Ink::Pale, number);
    }
    drawing.text((PLACE, y + 5), Align::End, LETTERS, Says::Run);
    for general in known.generals() {
        let at = (column(general), y);
        let number = known.number(general);
        let name = Says::Generals {
            first: number,
            last: number,
            copy: None,
        };
        drawing
            .marks
            .push(Mark::Shield(at, SHIELD, Loyalty::Loyal, name));
    }
}

const fn column(general: General) -> i32 {
    GENERALS + COLUMN * general.index() as i32
}

/// Between which places a run was sought: the ends that still differ.
fn span(chain: &Chain, index: usize) -> (usize, usize) {
    let first_obeys = |run: &ChainRun| run.obeyed.first().map(|(_, order)| *order);
    let at_first = chain.tried.first().and_then(first_obeys);
    let mut ends = (0, chain.length - 1);
    for run in chain.tried.iter().take(index).skip(2) {
        if first_obeys(run) == at_first {
            ends.0 = run.place;
        } else {
            ends.1 = run.place;
        }
    }
    ends
}

/// A run that was tried.
fn row(drawing: &mut Drawing, chain: &Chain, index: usize, run: &ChainRun) {
    let y = HEAD + ROW * index as i32 + ROW / 2;
    let (from, to) = span(chain, index);
    let (from, to) = (on_bar(chain, from), on_bar(chain, to));
    if run.is_broken {
        let place = Rect {
            x: 0,
            y: y - ROW / 2 + 1,
            width: drawing.width,
            height: ROW - 2,
        };
        drawing.marks.push(Mark::Field(place, 4, Fill::Broken));
    }
    drawing.line(&[(from, y), (to, y)], Stroke::Bracket);
    for x in [from, to] {
        drawing.line(&[(x, y - TICK), (x, y + TICK)], Stroke::Bracket);
    }
    let at = on_bar(chain, run.place);
    let dot = if run.is_broken {
        Dot::BrokenRun
    } else {
        Dot::Run
    };
    drawing.marks.push(Mark::Dot((at, y), dot));
    drawing.marks.push(Mark::Text(Text {
        at: (at, y + 5),
        align: Align::Middle,
        size: LETTERS,
        ink: Ink::Light,
        says: Says::Number(index as u64 + 1),
    }));
    let place = Says::Number(run.place as u64 + 1);
    drawing.text((PLACE, y + 5), Align::End, LETTERS, place);
    for general in run.scenario.generals().iter() {
        deed(drawing, run, general, (column(general), y));
    }
    verdict(drawing, run, y);
}

/// What a general does in a run: his order, or a mask for a traitor, of whom nothing is asked.
fn deed(drawing: &mut Drawing, run: &ChainRun, general: General, at: (i32, i32)) {
    let obeyed = run.obeyed.iter().find(|(own, _)| *own == general);
    let order: Option<Order> = obeyed.map(|(_, order)| *order);
    let order = order.or_else(|| run.scenario.input(general));
    if !run.scenario.is_loyal(general) {
        drawing.marks.push(Mark::Piece(at, 100, Piece::Mask));
    } else if let Some(order) = order {
        drawing.marks.push(Mark::Token(at, TOKEN, order.into()));
    }
}

/// What breaks in a run.
fn verdict(drawing: &mut Drawing, run: &ChainRun, y: i32) {
    let Ok(trace) = Trace::new(run.scenario.clone()) else {
        return;
    };
    let x = GENERALS + COLUMN * run.scenario.n() as i32;
    let mut broken = trace.verdict().conditions.iter();
    if let Some(judged) = broken.find(|judged| judged.holds == Some(false)) {
        drawing.marks.push(Mark::Cross((x, y), 6, Ink::Broken));
        let says = Says::Condition(judged.condition);
        let at = (x + 16, y + 5);
        drawing.inked(at, Align::Start, LETTERS, Ink::Broken, says);
    }
}

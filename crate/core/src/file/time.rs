//! The run in space and time, drawn.

use crate::{
    figure::{
        Bundle, Rect, Wanted,
        time::{Arrow, Band, TimeFigure},
    },
    file::{
        Options, Refused,
        drawing::{Dot, Drawing, Fill, Ink, Mark, Piece, Stroke},
        known::Known,
        text::{Align, Says},
    },
    protocol::{Inputs, machine::Refusal},
    run::{Event, Trace, Votes},
    word::{
        General, Order, Word,
        limits::{FIGURE_ARROWS_MAX, FIGURE_GENERALS_MAX},
    },
};

/// The text of an article is so wide, in half points.
const WIDTH: i32 = 690;
/// Before lines: a shield and, where everybody has one, an opinion.
const SHIELD: i32 = 36;
const MARGIN: i32 = 46;
const OPINION: i32 = 22;
/// Above bands: their headings; and the size of these.
const HEAD: i32 = 30;
const HEADING: i32 = 18;
/// Below bands: the arrow of time.
const FOOT: i32 = 16;
/// Beside the base line of what a general counted, and its size.
const COUNTED: i32 = 14;
/// How large banners are, and what they need between lines.
const BANNER: i32 = 72;
const BANNERS_FROM: i32 = 76;
/// More words than this are counted; of a vector, where each has its place, more are spelled.
const LISTED: usize = 5;
const SPELLED: usize = 12;
/// Of larger runs it is not told what each counted: folding every tree takes too long.
const COUNTED_MESSAGES_MAX: usize = 20_000;
/// Between a token and what is about it.
const HALO: i32 = 4;
const DIGIT: i32 = 8;
const COUNT: i32 = 12;

/// How far lines are apart, and half a token.
const fn sizes(n: usize) -> (i32, i32) {
    match n {
        0..=4 => (76, 9),
        5..=7 => (58, 8),
        _ => (44, 7),
    }
}

/// What a general does at the end: his order, and what he counted.
struct End {
    order: Order,
    counted: Option<Says>,
}

/// Draws it.
pub(super) fn draw(trace: &Trace, options: &Options) -> Result<Drawing, Refused> {
    let known = Known::of(trace, options);
    let n = trace.scenario().n();
    if n > FIGURE_GENERALS_MAX {
        return Err(Refused::TooLarge {
            size: n as u128,
            most: FIGURE_GENERALS_MAX as u128,
        });
    }
    let (gap, half) = sizes(n);
    let ends: Vec<Option<End>> = known
        .generals()
        .map(|general| end(&known, general))
        .collect();
    let has_opinions = trace.scenario().spec().inputs == Inputs::Everyone;
    let counted = ends.iter().flatten().filter_map(|end| end.counted.as_ref());
    let widest = counted.map(|says| says.width(COUNTED)).max().unwrap_or(0);
    let heading = |round| Says::Round(round).width(HEADING) + 4;
    let wanted = Wanted {
        width: WIDTH,
        height: HEAD + gap * n as i32,
        margin: MARGIN + if has_opinions { OPINION } else { 0 },
        head: HEAD,
        names: (1..=trace.rounds()).map(heading).collect(),
        decision: (before_counted(gap, half) + widest).max(Says::Decision.width(HEADING)) + 6,
        token: (2 * (half + HALO), 2 * (half + HALO)),
        digit: DIGIT,
        eyes: options.eyes,
        open: None,
        until: None,
    };
    let figure = TimeFigure::of(trace, &wanted);
    if figure.arrows.len() > FIGURE_ARROWS_MAX {
        return Err(Refused::TooLarge {
            size: figure.arrows.len() as u128,
            most: FIGURE_ARROWS_MAX as u128,
        });
    }
    let mut drawing = Drawing {
        width: figure.width,
        height: figure.height + FOOT,
        marks: Vec::new(),
    };
    ground(&mut drawing, &known, &figure);
    for arrow in &figure.arrows {
        shaft(&mut drawing, arrow, is_caught(trace, arrow));
    }
    for arrow in &figure.arrows {
        label(&mut drawing, arrow, half);
    }
    for (end, y) in ends.iter().zip(&figure.lines) {
        if let Some(end) = end {
            ending(&mut drawing, end, (figure.decide, *y), (gap, half));
        }
    }
    Ok(drawing)
}

/// Bands with their headings, generals with their lines, the arrow of time.
fn ground(drawing: &mut Drawing, known: &Known, figure: &TimeFigure) {
    for Band { round, place, .. } in &figure.bands {
        drawing.marks.push(Mark::Field(*place, 0, Fill::Band));
        let at = (place.x, HEAD - 10);
        drawing.text(at, Align::Start, HEADING, Says::Round(*round));
    }
    let at = (figure.decide, HEAD - 10);
    drawing.text(at, Align::Start, HEADING, Says::Decision);
    let (begin, end) = figure.span;
    for (general, y) in known.generals().zip(&figure.lines) {
        let stroke = if known.is_traitor(general) {
            Stroke::Traitor
        } else {
            Stroke::General
        };
        drawing.line(&[(begin, *y), (end, *y)], stroke);
        let at = (SHIELD / 2 + 4, *y);
        drawing.marks.push(known.shield(general, at, SHIELD));
        if known.commands(general) {
            let above = (at.0, at.1 - SHIELD / 2 - 6);
            drawing.marks.push(Mark::Piece(above, 80, Piece::Crown));
        }
        if known.has_opinions()
            && let Some(order) = known.input(general)
        {
            let beside = (MARGIN + 6, *y);
            drawing.marks.push(Mark::Token(beside, 8, order.into()));
        }
    }
    let below = figure.height + FOOT - 8;
    drawing.line(&[(begin, below), (end, below)], Stroke::Axis);
}

/// Whether the messenger of an arrow never comes.
fn is_caught(trace: &Trace, arrow: &Arrow) -> bool {
    let Some(Event::Message(message)) = trace.event(arrow.bundle.first) else {
        return false;
    };
    // Who sent him need not know.
    arrow.bundle.refused == 1 && message.said.refused == Some(Refusal::Caught)
}

/// The lines of an arrow.
fn shaft(drawing: &mut Drawing, arrow: &Arrow, is_caught: bool) {
    let Bundle {
        count,
        lies,
        silent,
        ref to,
        ..
    } = arrow.bundle;
    let stroke = match (count, lies, silent) {
        (1, 0, 0) if is_caught => Stroke::Silence,
        (1, 0, 0) => Stroke::Message,
        (1, _, 0) => Stroke::Lie,
        (1, 0, _) => Stroke::Silence,
        (1, _, _) => Stroke::SilentLie,
        _ if to.len() > 1 => Stroke::Fan,
        _ => Stroke::Bundle,
    };
    for end in &arrow.ends {
        drawing.line(&[arrow.start, *end], stroke);
    }
    drawing.marks.push(Mark::Dot(arrow.start, Dot::Sent));
    if matches!(stroke, Stroke::Message | Stroke::Lie | Stroke::Bundle) {
        let ends = arrow.ends.iter();
        let received = ends.map(|end| Mark::Dot(*end, Dot::Received));
        drawing.marks.extend(received);
    }
}

/// What an arrow says: its word, or for each word a token and how often.
fn label(drawing: &mut Drawing, arrow: &Arrow, half: i32) {
    let Rect { x, y, height, .. } = arrow.label;
    let bundle = &arrow.bundle;
    let middle = (arrow.label.middle(), y + height / 2);
    let said = [
        (Word::Order(Order::Attack), bundle.attack),
        (Word::Order(Order::Retreat), bundle.retreat),
        (Word::Neither, bundle.neither),
        (Word::Silence, bundle.silent),
    ];
    let some = said.into_iter().filter(|(_, count)| *count > 0);
    if bundle.count == 1 {
        if bundle.lies > 0 {
            drawing.marks.push(Mark::Halo(middle, half + HALO));
        }
        drawing
            .marks
            .extend(some.map(|(word, _)| Mark::Token(middle, half, word)));
    } else {
        let fill = if bundle.lies > 0 {
            Fill::LyingLabel
        } else {
            Fill::Label
        };
        let place = Rect {
            y: middle.1 - half - 2,
            height: 2 * half + 4,
            ..arrow.label
        };
        drawing.marks.push(Mark::Field(place, half, fill));
        let mut from = x;
        for (word, count) in some {
            let at = (from + half + 3, middle.1);
            drawing.marks.push(Mark::Token(at, half - 2, word));
            let beside = (from + 2 * half + 4, middle.1 + 4);
            drawing.text(beside, Align::Start, COUNT, Says::Number(count as u64));
            from += height + DIGIT * (count.ilog10() as i32 + 1);
        }
    }
    if bundle.refused > 0 {
        let corner = (middle.0 + half, middle.1 - half);
        drawing.marks.push(Mark::Refusal(corner));
    }
}

/// From where it is decided to what was counted.
const fn before_counted(gap: i32, half: i32) -> i32 {
    if gap >= BANNERS_FROM {
        10 + 37 * BANNER / 100 + 8
    } else {
        18 + 2 * half
    }
}

/// What a general does at the end.
fn ending(drawing: &mut Drawing, end: &End, (x, y): (i32, i32), (gap, half): (i32, i32)) {
    if gap >= BANNERS_FROM {
        let banner = Piece::banner(end.order);
        drawing
            .marks
            .push(Mark::Piece((x + 10, y - 1), BANNER, banner));
    } else {
        let at = (x + 10 + half, y - half - 3);
        drawing.marks.push(Mark::Token(at, half, end.order.into()));
    }
    if let Some(says) = &end.counted {
        let at = (x + before_counted(gap, half), y - 7);
        drawing.inked(at, Align::Start, COUNTED, Ink::Pale, says.clone());
    }
}

/// What a general does at the end, as far as it is known; a traitor does not count.
fn end(known: &Known, general: General) -> Option<End> {
    if !known.sees(general) || known.is_traitor(general) {
        return None;
    }
    let trace = known.trace();
    if known.commands(general) {
        let order = known.input(general)?;
        return Some(End {
            order,
            counted: None,
        });
    }
    let order = *trace.verdict().decisions.get(&general)?;
    let counted = (trace.len() <= COUNTED_MESSAGES_MAX)
        .then(|| trace.votes(general, 2).and_then(|votes| counted(&votes)))
        .flatten();
    Some(End { order, counted })
}

/// What he counted, if he counted once.
fn counted(votes: &Votes) -> Option<Says> {
    let words: Vec<Word> = match votes {
        #[cfg(feature = "marks")]
        Votes::Marks(_) => return None,
        Votes::Tree(vote) => {
            let own = vote.direct.map_or(Word::Silence, Word::Order);
            let heard = vote.children.iter().map(|child| child.result.into());
            [own].into_iter().chain(heard).collect()
        }
        Votes::Flat(vote) => vote.bag.iter().map(|(_, word)| *word).collect(),
        Votes::Signed(vote) => {
            let set = vote.values.iter().map(|(order, ..)| *order);
            return Some(Says::Set(set.collect()));
        }
        Votes::Vector(vote) => {
            let results: Vec<Order> = vote.vector.iter().map(|one| one.result).collect();
            if results.len() <= SPELLED {
                return Some(Says::Vector(results));
            }
            results.into_iter().map(Word::Order).collect()
        }
    };
    if words.len() <= LISTED {
        return Some(Says::Words(words));
    }
    let count = |word: Word| words.iter().filter(|other| **other == word).count();
    Some(Says::Tally(
        count(Order::Attack.into()),
        count(Order::Retreat.into()),
        count(Word::Silence),
    ))
}

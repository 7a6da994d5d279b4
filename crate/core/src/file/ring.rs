//! The ring of two copies of an army, drawn: its blocs and what they decide, what is said along its sides, its three armies.

use std::cmp::Reverse;

use crate::{
    file::{
        Options, Refused,
        drawing::{Drawing, Ink, Loyalty, Mark, Piece, Point, Stroke},
        known::Known,
        text::{Align, Copy, Says},
    },
    lab::ring::{self, Ring, Window, even_blocs},
    protocol::{Inputs, Tool, registry::messages_at_most},
    run::Trace,
    word::{General, Generals, Order, Word, limits::RING_MESSAGES_MAX, sort_by_key},
};

const WIDTH: i32 = 690;
const HEIGHT: i32 = 400;
/// Where the blocs sit: the first copy's down the left side, the second's up the right.
const SEATS: [Point; 6] = [
    (225, 80),
    (105, 190),
    (225, 300),
    (465, 300),
    (585, 190),
    (465, 80),
];
const SHIELD: i32 = 44;
/// Half the sides of tokens, and from one to the next.
const TOKEN: i32 = 8;
const PITCH: i32 = 19;
/// How far those who ride one way keep from those who ride the other.
const ASIDE: i32 = 13;
/// Where on its way a line begins and ends, in hundredths.
const BEGIN: i32 = 21;
const END: i32 = 79;
/// From each seat to the foot of the banner of what is decided there, on the inner side of the ring; how large banners are.
const BANNERS: [Point; 6] = [
    (12, 66),
    (48, 20),
    (12, -26),
    (-38, -26),
    (-74, 20),
    (-38, 66),
];
const BANNER: i32 = 70;
/// From one banner to the next.
const BESIDE: i32 = 32;
/// From two blocs to the bracket about them, the ends of that, and from there to its name.
const BRACKET: i32 = 44;
const TICK: i32 = 8;
const NAME: i32 = 18;
/// Letters.
const LETTERS: i32 = 16;

/// Draws it.
pub(super) fn draw(trace: &Trace, options: &Options) -> Result<Drawing, Refused> {
    let base = trace.scenario();
    if !base.spec().answers(Tool::Ring) {
        return Err(Refused::NotForThis);
    }
    let size = messages_at_most(base).total;
    if size > RING_MESSAGES_MAX {
        return Err(Refused::TooLarge {
            size,
            most: RING_MESSAGES_MAX,
        });
    }
    let blocs = even_blocs(base.n()).ok_or(Refused::TooFew { least: 3 })?;
    let ring = ring::ring(base, blocs).ok_or(Refused::NotForThis)?;
    let mut drawing = Drawing {
        width: WIDTH,
        height: HEIGHT,
        marks: Vec::new(),
    };
    let known = Known::of(trace, options);
    copies(&mut drawing, &known);
    for window in &ring.windows {
        let seats = window.loyal.iter().map(|copy| seat_of(&blocs, *copy));
        bracket(&mut drawing, seats.min().unwrap_or(0), window);
    }
    sides(&mut drawing, &blocs, &ring);
    for seat in 0..SEATS.len() {
        bloc(&mut drawing, &known, seat, &blocs, &ring);
    }
    Ok(drawing)
}

/// The names of the copies, what they start with, and what divides them.
fn copies(drawing: &mut Drawing, known: &Known) {
    let middle = WIDTH / 2;
    drawing.line(&[(middle, 20), (middle, HEIGHT - 60)], Stroke::Fine);
    let names = [
        (Copy::A, Order::Retreat, 24, 1),
        (Copy::B, Order::Attack, WIDTH - 24, -1),
    ];
    for (copy, order, x, side) in names {
        drawing.text((x, 30), Align::Middle, LETTERS, Says::CopyName(copy));
        let start = x + side * 26;
        let token = Mark::Token((start, 25), TOKEN, order.into());
        drawing.marks.push(token);
        if known.trace().scenario().spec().inputs == Inputs::Commander {
            let crown = Mark::Piece((start + side * 26, 25), 80, Piece::Crown);
            drawing.marks.push(crown);
        }
    }
}

/// The seat of a copy.
fn seat_of(blocs: &[Generals; 3], copy: ring::Copy) -> usize {
    let bloc = blocs.iter().position(|bloc| bloc.contains(copy.general));
    bloc.unwrap_or(0) + if copy.is_b { 3 } else { 0 }
}

/// A vector in the direction of another, so long.
fn along((dx, dy): Point, length: i32) -> Point {
    let whole = (dx * dx + dy * dy).isqrt().max(1);
    (dx * length / whole, dy * length / whole)
}

/// The bracket about the loyal blocs of an army, what must hold of it, and whether it does.
fn bracket(drawing: &mut Drawing, seat: usize, window: &Window) {
    let [(ax, ay), (bx, by)] = [SEATS[seat], SEATS[seat + 1]];
    let direction = (bx - ax, by - ay);
    // The ring runs against the clock as it is seen: outside is on the right of who walks it.
    let outwards = |length| along((-direction.1, direction.0), length);
    let ((ox, oy), (tx, ty)) = (outwards(BRACKET), outwards(BRACKET - TICK));
    let points = [
        (ax + tx, ay + ty),
        (ax + ox, ay + oy),
        (bx + ox, by + oy),
        (bx + tx, by + ty),
    ];
    let is_broken = !window.holds && window.forged.is_none();
    let stroke = if is_broken {
        Stroke::Broken
    } else {
        Stroke::Bracket
    };
    drawing.line(&points, stroke);
    let says = Says::Condition(window.condition);
    let (nx, ny) = outwards(BRACKET + NAME);
    let (x, y) = (i32::midpoint(ax, bx) + nx, i32::midpoint(ay, by) + ny);
    let width = says.width(LETTERS);
    // Outside of a slanting bracket its name ends there; below a level one it stands in the middle.
    let right = if nx == 0 { x + width / 2 } else { x - 15 };
    drawing.text((right, y + 5), Align::End, LETTERS, says);
    let sign = (right + 16, y);
    drawing.marks.push(if window.holds {
        Mark::Check(sign, 6)
    } else if is_broken {
        Mark::Cross(sign, 6, Ink::Broken)
    } else {
        // A letter that nobody can write: no army of that kind is.
        Mark::Cross(sign, 6, Ink::Pale)
    });
}

/// What is said along each side of the ring, one way and the other, in all rounds.
fn sides(drawing: &mut Drawing, blocs: &[Generals; 3], ring: &Ring) {
    for (from, start) in SEATS.into_iter().enumerate() {
        for to in [
            (from + 1) % SEATS.len(),
            (from + SEATS.len() - 1) % SEATS.len(),
        ] {
            let is_here = |message: &&ring::RingMessage| {
                seat_of(blocs, message.from) == from && seat_of(blocs, message.to) == to
            };
            let here = ring.messages.iter().filter(is_here);
            let mut said: Vec<Word> = here.map(|message| message.said).collect();
            sort_by_key(&mut said, |word| Reverse(*word));
            said.dedup();
            said.retain(|word| !word.is_silence());
            if !said.is_empty() {
                side(drawing, (start, SEATS[to]), &said);
            }
        }
    }
}

fn side(drawing: &mut Drawing, ((ax, ay), (bx, by)): (Point, Point), said: &[Word]) {
    let (dx, dy) = (bx - ax, by - ay);
    let (sx, sy) = along((-dy, dx), ASIDE);
    let at = |part: i32| (ax + dx * part / 100 + sx, ay + dy * part / 100 + sy);
    drawing.line(&[at(BEGIN), at(END)], Stroke::Message);
    row(drawing, at(50), said);
}

/// Several words side by side, the middle of them at a point.
fn row(drawing: &mut Drawing, (x, y): Point, words: &[Word]) {
    let first = x - PITCH * (words.len() as i32 - 1) / 2;
    for (place, word) in (0..).zip(words) {
        let at = (first + PITCH * place, y);
        drawing.marks.push(Mark::Token(at, TOKEN, *word));
    }
}

/// A bloc at its seat, and what its generals decide.
fn bloc(drawing: &mut Drawing, known: &Known, seat: usize, blocs: &[Generals; 3], ring: &Ring) {
    let bloc = blocs[seat % 3];
    let numbers: Vec<u64> = bloc.iter().map(|general| known.number(general)).collect();
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else {
        return;
    };
    let name = Says::Generals {
        first: *first,
        last: *last,
        copy: Some(if seat < 3 { Copy::A } else { Copy::B }),
    };
    let at = SEATS[seat];
    drawing
        .marks
        .push(Mark::Shield(at, SHIELD, Loyalty::Loyal, name));
    if known.commands(General::COMMANDER) && bloc.contains(General::COMMANDER) {
        let above = (at.0, at.1 - SHIELD / 2 - 5);
        drawing.marks.push(Mark::Piece(above, 80, Piece::Crown));
    }
    let decisions = ring.decisions.iter();
    let own = decisions.filter(|(copy, _)| seat_of(blocs, *copy) == seat);
    let mut decided: Vec<Order> = own.map(|(_, order)| *order).collect();
    sort_by_key(&mut decided, |order| Reverse(*order));
    decided.dedup();
    let (x, y) = (at.0 + BANNERS[seat].0, at.1 + BANNERS[seat].1);
    let inwards = if seat < 3 { BESIDE } else { -BESIDE };
    for (place, order) in (0..).zip(decided) {
        let foot = (x + inwards * place, y);
        drawing
            .marks
            .push(Mark::Piece(foot, BANNER, Piece::banner(order)));
    }
}

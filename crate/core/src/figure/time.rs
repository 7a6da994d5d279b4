//! A run in space and time: a line for each general, a band for each round, an arrow for each message.
//!
//! Lengths are whole units, one to a pixel; x is time and runs to the right, y runs downwards. Where arrows stand for
//! one message each, they arrive in the order of steps. Where messengers may be slow, `delays` lays the arrows.

#[cfg(feature = "network")]
use crate::figure::delays::delayed;
use crate::{
    figure::{
        bundle::{Bundle, bundles},
        place::Room,
        rect::Rect,
        wanted::Wanted,
    },
    run::Trace,
};

#[cfg(feature = "network")]
pub use crate::figure::place::Delayed;
pub use crate::figure::{
    columns::{Band, TimeFigure},
    place::Arrow,
};

/// No length that is asked for is larger.
const LENGTH_MAX: i32 = 20_000;
/// Between lines, where there is room for it; and between bands.
const GAP_MAX: i32 = 116;
const BETWEEN_BANDS: i32 = 30;
/// A label is so far from the lines above and below.
const CLEAR: i32 = 3;
/// Between two arrivals.
const PITCH_MIN: i32 = 5;
const PITCH_MAX: i32 = 120;

impl TimeFigure {
    /// Lays a run out.
    #[must_use]
    pub fn of(trace: &Trace, wanted: &Wanted) -> Self {
        let length = |asked: i32| asked.clamp(0, LENGTH_MAX);
        let n = trace.scenario().n();
        let head = length(wanted.head);
        let token = (length(wanted.token.0), length(wanted.token.1));
        let least = token.1 + 2 * CLEAR;
        let gap = ((length(wanted.height) - head) / n as i32).clamp(least, GAP_MAX.max(least));
        let room = Room {
            token,
            digit: length(wanted.digit),
            top: head + gap / 2,
            gap,
            n,
        };
        let begin = length(wanted.margin);
        let decision = length(wanted.decision);
        #[cfg(feature = "network")]
        if let Some(figure) = delayed(trace, wanted, &room, (head, begin, decision)) {
            return figure;
        }
        let rounds: Vec<_> = (1..=trace.rounds())
            .map(|round| bundles(trace, round, wanted))
            .collect();
        let name = |index: usize| length(wanted.names.get(index).copied().unwrap_or(0));
        let least: Vec<i32> = (0..)
            .zip(&rounds)
            .map(|(index, (_, drawn))| room.lay(drawn, PITCH_MIN).1.max(name(index)))
            .collect();
        let between = BETWEEN_BANDS * (rounds.len() as i32 + 1);
        let used = begin + between + decision + least.iter().sum::<i32>();
        let spare = (length(wanted.width) - used).max(0);
        let weight = |drawn: &Vec<Bundle>| 2 + drawn.len() as i32;
        let weights: i32 = rounds.iter().map(|(_, drawn)| weight(drawn)).sum();

        let mut x = begin + BETWEEN_BANDS;
        let mut bands = Vec::new();
        let mut arrows = Vec::new();
        for (index, (grain, drawn)) in rounds.iter().enumerate() {
            let width = least[index] + spare * weight(drawn) / weights;
            let (mut placed, needed) = stretched(&room, drawn, width);
            for arrow in &mut placed {
                arrow.shift(x + (width - needed) / 2);
            }
            arrows.append(&mut placed);
            bands.push(Band {
                round: index + 1,
                place: Rect {
                    x,
                    y: head,
                    width,
                    height: gap * n as i32,
                },
                messages: drawn.iter().map(|bundle| bundle.count).sum(),
                grain: *grain,
            });
            x += width + BETWEEN_BANDS;
        }
        let end = x + decision;
        let lines = trace.scenario().generals().iter();
        Self {
            width: end,
            height: head + gap * n as i32,
            span: (begin, end),
            lines: lines.map(|general| room.line(general)).collect(),
            bands,
            arrows,
            decide: x,
        }
    }
}

/// The arrows of a band with the largest pitch that has room in it, and how much they need.
fn stretched(room: &Room, drawn: &[Bundle], width: i32) -> (Vec<Arrow>, i32) {
    let (mut low, mut high) = (PITCH_MIN, PITCH_MAX);
    while low < high {
        let middle = (low + high + 1) / 2;
        if room.lay(drawn, middle).1 <= width {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    room.lay(drawn, low)
}

//! The space-time figure: lengths in pixels, words by their counts.

use generals::figure::{self, time};
use serde::Serialize;

use crate::names::Grain;

/// Left edge, upper edge, width, height.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Rect(pub [i32; 4]);

/// A run in space and time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TimeFigure {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Where lines begin, and where they end.
    pub span: [i32; 2],
    /// Where each general's line is, general 1 first.
    pub lines: Vec<i32>,
    /// The rounds, round 1 first.
    pub bands: Vec<TimeBand>,
    /// Every message is in exactly one.
    pub arrows: Vec<TimeArrow>,
    /// From here on it is told what each decides.
    pub decide: i32,
}

/// The band of a round.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TimeBand {
    /// The round, from 1.
    pub round: i32,
    /// Where it is drawn.
    pub place: Rect,
    /// How many messages are drawn in it.
    pub messages: i32,
    /// What an arrow in it stands for.
    pub grain: Grain,
}

/// One message, or several with the same sender in the same round.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TimeArrow {
    /// The round, from 1.
    pub round: i32,
    /// Who sends.
    pub from: i32,
    /// Whom it reaches.
    pub to: Vec<i32>,
    /// The first of its steps.
    pub first: i32,
    /// The last of them.
    pub last: i32,
    /// Messages.
    pub count: i32,
    /// Of them: attack, retreat, silence, neither.
    pub said: [i32; 4],
    /// How many of them lie.
    pub lies: i32,
    /// How many of them were not taken in.
    pub refused: i32,
    /// Where it begins.
    pub start: [i32; 2],
    /// Where it ends: one point for each of `to`.
    pub ends: Vec<[i32; 2]>,
    /// Where its label stands.
    pub label: Rect,
    /// After how many steps it was sent, where messengers may be slow and each has its own arrow.
    #[cfg(feature = "network")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub sent: Option<i32>,
    /// True where the scenario holds it back; else not there.
    #[cfg(feature = "network")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional, type = "true"))]
    pub held: Option<bool>,
}

pub(crate) fn rect(rect: figure::Rect) -> Rect {
    Rect([rect.x, rect.y, rect.width, rect.height])
}

pub(crate) fn point((x, y): (i32, i32)) -> [i32; 2] {
    [x, y]
}

/// A run that may be opened has at most 2^22 steps.
const fn count(count: usize) -> i32 {
    count as i32
}

impl TimeArrow {
    fn of(arrow: time::Arrow) -> Self {
        let bundle = arrow.bundle;
        Self {
            round: count(bundle.round),
            from: bundle.from.number().into(),
            to: bundle.to.iter().map(|to| to.number().into()).collect(),
            first: count(bundle.first),
            last: count(bundle.last),
            count: count(bundle.count),
            said: [
                count(bundle.attack),
                count(bundle.retreat),
                count(bundle.silent),
                count(bundle.neither),
            ],
            lies: count(bundle.lies),
            refused: count(bundle.refused),
            start: point(arrow.start),
            ends: arrow.ends.into_iter().map(point).collect(),
            label: rect(arrow.label),
            #[cfg(feature = "network")]
            sent: arrow.delay.map(|delay| count(delay.sent)),
            #[cfg(feature = "network")]
            held: arrow.delay.filter(|delay| delay.is_held).map(|_| true),
        }
    }
}

impl TimeFigure {
    /// The core's figure.
    #[must_use]
    pub fn of(figure: time::TimeFigure) -> Self {
        let bands = figure.bands.into_iter().map(|band| TimeBand {
            round: count(band.round),
            place: rect(band.place),
            messages: count(band.messages),
            grain: Grain(band.grain),
        });
        Self {
            width: figure.width,
            height: figure.height,
            span: point(figure.span),
            lines: figure.lines,
            bands: bands.collect(),
            arrows: figure.arrows.into_iter().map(TimeArrow::of).collect(),
            decide: figure.decide,
        }
    }
}

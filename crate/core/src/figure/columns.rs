//! What a figure of space and time is: a line a general, a band a round, an arrow a message.

use super::{Grain, Rect, place::Arrow};

/// A round.
///
/// ```
/// use generals::{Trace, figure::{Wanted, time::TimeFigure}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let bands = TimeFigure::of(&trace, &Wanted::default()).bands;
/// assert_eq!((bands[0].messages, bands[1].messages), (3, 6));
/// assert!(bands[0].place.x + bands[0].place.width < bands[1].place.x, "a round ends before the next");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The round, from 1.
    pub round: usize,
    /// Where it is drawn.
    pub place: Rect,
    /// How many messages are drawn in it.
    pub messages: usize,
    /// As what.
    pub grain: Grain,
}

/// The figure.
///
/// ```
/// use generals::{Trace, figure::{Wanted, time::TimeFigure}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=sm&n=3", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let figure = TimeFigure::of(&trace, &Wanted { width: 600, height: 300, ..Wanted::default() });
/// assert_eq!((figure.lines.len(), figure.bands.len()), (3, 2), "a line a general, a band a round");
/// assert!(figure.arrows.iter().all(|arrow| arrow.arrival() < figure.decide));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeFigure {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Where lines begin, and where they end.
    pub span: (i32, i32),
    /// The line of each general, general 1 first.
    pub lines: Vec<i32>,
    /// The rounds, round 1 first.
    pub bands: Vec<Band>,
    /// Every message is in exactly one. By round, then in the order of steps or by sender and recipient.
    pub arrows: Vec<Arrow>,
    /// From here on it is told what each decides.
    pub decide: i32,
}

//! Arrows laid into a round's band: time runs to the right, and no label lies on another.
//!
//! A fan is what one general sends at one moment, to recipients by rising number. A label stands in the gap between
//! lines before its arrow's recipient: the gaps of one fan are all different, so only labels of different fans can
//! meet, and each fan begins so late that they do not.

use crate::{
    figure::{bundle::Bundle, rect::Rect},
    word::General,
};

/// What a label needs, and where lines lie.
pub(super) struct Room {
    /// Width and height of one word's label.
    pub(super) token: (i32, i32),
    /// Width of a digit beside it.
    pub(super) digit: i32,
    /// The line of general 1.
    pub(super) top: i32,
    /// From line to line.
    pub(super) gap: i32,
    /// The generals.
    pub(super) n: usize,
}

/// An arrow where it is drawn.
///
/// ```
/// use generals::{Trace, figure::{Wanted, time::{Arrow, TimeFigure}}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let arrows = TimeFigure::of(&trace, &Wanted::default()).arrows;
/// assert!(arrows.iter().all(|arrow| arrow.start.0 < arrow.arrival()), "a message takes time");
/// assert!(arrows.is_sorted_by_key(|arrow| arrow.bundle.first) && arrows.is_sorted_by_key(Arrow::arrival));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow {
    /// What it stands for.
    pub bundle: Bundle,
    /// Where it leaves its sender's line.
    pub start: (i32, i32),
    /// Where it comes to the line of each recipient, by rising number.
    pub ends: Vec<(i32, i32)>,
    /// Room for its label: for each word said, a token and, in a bundle, how often.
    pub label: Rect,
    /// Where messengers may be slow and each has its own arrow: when it was sent, and whether it is held back.
    #[cfg(feature = "network")]
    pub delay: Option<Delayed>,
}

/// How a letter came that may be slow.
///
/// ```
/// use generals::{Trace, figure::{Wanted, time::TimeFigure}, link::{LinkSize, parse}};
///
/// let link = "v=1&p=bracha&n=4&d=3.3-4";
/// let trace = Trace::new(parse(link, LinkSize::Stepped).unwrap().scenario).unwrap();
/// let figure = TimeFigure::of(&trace, &Wanted::default());
/// let held = figure.arrows.iter().find(|arrow| arrow.delay.is_some_and(|delay| delay.is_held)).unwrap();
/// assert!(held.delay.unwrap().sent < held.bundle.first, "sent long before");
/// assert_eq!(held.bundle.first, figure.arrows.len(), "and delivered last of all");
/// ```
#[cfg(feature = "network")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delayed {
    /// After how many deliveries it was sent.
    pub sent: usize,
    /// Whether the scenario holds it back until nothing else is under way, or longer.
    pub is_held: bool,
}

impl Arrow {
    /// When all of it has arrived.
    #[must_use]
    pub fn arrival(&self) -> i32 {
        self.ends.last().map_or(self.start.0, |end| end.0)
    }

    pub(super) fn shift(&mut self, by: i32) {
        self.start.0 += by;
        self.label.x += by;
        for end in &mut self.ends {
            end.0 += by;
        }
    }
}

/// Beside the arrows of a band, and between labels.
const PAD: i32 = 12;
const BETWEEN_LABELS: i32 = 4;
/// How much later than it left the first arrow of a fan arrives: never sooner than this, and so many arrivals later, for
/// arrows that come to equally distant lines at equally distant times would lie on each other.
const LEAD_MIN: i32 = 36;
const LEAD_PITCHES: i32 = 4;

impl Room {
    /// The line of a general.
    pub(super) const fn line(&self, general: General) -> i32 {
        self.top + self.gap * general.index() as i32
    }

    fn label_width(&self, bundle: &Bundle) -> i32 {
        if bundle.count == 1 {
            return self.token.0;
        }
        bundle
            .counts()
            .map(|count| self.token.0 + self.digit * (count.ilog10() as i32 + 1))
            .sum()
    }

    /// An arrow that leaves at 0, and the gap in which its label stands.
    fn arrow(&self, bundle: Bundle, run: i32) -> (Arrow, usize) {
        let from = bundle.from.index();
        let width = self.label_width(&bundle);
        let ends: Vec<_> = bundle.to.iter().map(|to| (run, self.line(to))).collect();
        let only = (bundle.to.len() == 1)
            .then(|| bundle.to.iter().next())
            .flatten();
        let (gap, middle) = match only {
            // In the last gap before the recipient: so far along is its middle.
            Some(to) => {
                let gaps = from.abs_diff(to.index()).max(1) as i32;
                let before = to.index() - usize::from(to.index() > from);
                (before, run * (2 * gaps - 1) / (2 * gaps))
            }
            None => (from.min(self.n.saturating_sub(2)), run / 2),
        };
        let y = self.top + self.gap * gap as i32 + self.gap / 2;
        let label = Rect {
            x: middle - width / 2,
            y: y - self.token.1 / 2,
            width,
            height: self.token.1,
        };
        let start = (0, self.line(bundle.from));
        let arrow = Arrow {
            bundle,
            start,
            ends,
            label,
            #[cfg(feature = "network")]
            delay: None,
        };
        (arrow, gap)
    }

    /// The arrows of a band from 0, and its width. With a larger `pitch`, arrivals are farther apart.
    #[inline(never)]
    pub(super) fn lay(&self, bundles: &[Bundle], pitch: i32) -> (Vec<Arrow>, i32) {
        let lead = LEAD_MIN.max(LEAD_PITCHES * pitch);
        let mut taken = vec![0; self.n];
        let mut arrived = 0;
        let mut width = 2 * PAD;
        let mut arrows: Vec<Arrow> = Vec::with_capacity(bundles.len());
        for fan in bundles.chunk_by(|a, b| a.from == b.from && a.to.bits() < b.to.bits()) {
            let runs = (0..).map(|place| lead + pitch * place);
            let mut fan: Vec<(Arrow, usize)> = fan
                .iter()
                .cloned()
                .zip(runs)
                .map(|(bundle, run)| self.arrow(bundle, run))
                .collect();
            // After every arrival so far, and clear of the labels that stand there; what goes to all has its own time.
            let wide = fan.iter().any(|(arrow, _)| arrow.ends.len() > 1);
            let before = arrived + pitch - if wide { 0 } else { lead };
            let clear = fan
                .iter()
                .map(|(arrow, gap)| taken[*gap] + BETWEEN_LABELS - arrow.label.x);
            let begin = clear.fold(before, i32::max).max(PAD);
            for (arrow, gap) in &mut fan {
                arrow.shift(begin);
                let right = arrow.label.x + arrow.label.width;
                taken[*gap] = right;
                arrived = arrow.arrival();
                width = width.max(right + PAD).max(arrived + PAD);
            }
            arrows.extend(fan.into_iter().map(|(arrow, _)| arrow));
        }
        (arrows, width)
    }
}

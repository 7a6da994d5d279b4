//! A figure as few kinds of marks in whole units, y downwards: what every painter of files can draw.

use crate::{
    figure::Rect,
    file::{
        glyph::Glyph,
        text::{Align, Says},
    },
    word::{Order, Word},
};

/// A place.
pub(super) type Point = (i32, i32);

/// A figure, drawn.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawing {
    pub(super) width: i32,
    pub(super) height: i32,
    /// From the lowest to the topmost.
    pub(super) marks: Vec<Mark>,
}

/// A mark.
#[derive(Clone, Debug)]
pub(super) enum Mark {
    /// A line through points.
    Line(Vec<Point>, Stroke),
    /// A curve: its ends and, between them, its handles.
    Bow([Point; 4], Stroke),
    /// A box whose corners are so round.
    Field(Rect, i32, Fill),
    Dot(Point, Dot),
    /// A dashed circle about a lie.
    Halo(Point, i32),
    /// A word in a square of half this side.
    Token(Point, i32, Word),
    /// A general, or a bloc of them, in a box of this side.
    Shield(Point, i32, Loyalty, Says),
    /// A piece so many hundredths of its size.
    Piece(Point, i32, Piece),
    /// A cross of half this side.
    Cross(Point, i32, Ink),
    /// The sign beside a word that was not taken in, or never came.
    Refusal(Point),
    /// A check mark of half this side.
    Check(Point, i32),
    Text(Text),
}

/// A line of letters.
#[derive(Clone, Debug)]
pub(super) struct Text {
    /// On its base line.
    pub(super) at: Point,
    pub(super) align: Align,
    pub(super) size: i32,
    pub(super) ink: Ink,
    pub(super) says: Says,
}

/// What is known of a general.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Loyalty {
    Loyal,
    Traitor,
    Unknown,
}

/// What a line means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stroke {
    /// A loyal general's time, and a traitor's.
    General,
    Traitor,
    /// A message; a lie; a messenger who was not sent, and where that is a lie.
    Message,
    Lie,
    Silence,
    SilentLie,
    /// Several messages to one, and to several.
    Bundle,
    Fan,
    /// The arrow of time.
    Axis,
    /// A vote for what came out, and one that was outvoted.
    Won,
    Lost,
    /// What holds things together; what breaks.
    Bracket,
    Broken,
    /// A fine line.
    Fine,
}

/// What a box means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fill {
    Band,
    /// About the words of several messages; with lies among them.
    Label,
    LyingLabel,
    /// About what is said of a majority.
    Pill,
    /// Behind what breaks.
    Broken,
}

/// What a dot means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dot {
    Sent,
    Received,
    /// A run of a chain; one that breaks.
    Run,
    BrokenRun,
}

impl Dot {
    pub(super) const fn radius(self) -> i32 {
        match self {
            Self::Sent | Self::Received => 3,
            Self::Run | Self::BrokenRun => 10,
        }
    }
}

/// Pieces that stand alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Piece {
    Crown,
    Mask,
    /// A banner on its pole: attack, retreat.
    Attack,
    Retreat,
}

impl Piece {
    pub(super) const fn glyph(self) -> Glyph {
        match self {
            Self::Crown => Glyph::Crown,
            Self::Mask => Glyph::Mask,
            Self::Attack | Self::Retreat => Glyph::Cloth,
        }
    }

    pub(super) const fn banner(order: Order) -> Self {
        match order {
            Order::Attack => Self::Attack,
            Order::Retreat => Self::Retreat,
        }
    }
}

/// What letters and crosses mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ink {
    Plain,
    /// Besides.
    Pale,
    /// On what is dark.
    Light,
    Broken,
}

impl Drawing {
    pub(super) fn line(&mut self, points: &[Point], stroke: Stroke) {
        self.marks.push(Mark::Line(points.to_vec(), stroke));
    }

    pub(super) fn text(&mut self, at: Point, align: Align, size: i32, says: Says) {
        self.inked(at, align, size, Ink::Plain, says);
    }

    pub(super) fn inked(&mut self, at: Point, align: Align, size: i32, ink: Ink, says: Says) {
        self.marks.push(Mark::Text(Text {
            at,
            align,
            size,
            ink,
            says,
        }));
    }
}

//! The drawn pieces of figures, each around its own origin, as the page has them.

use Part::{Close, Curve, Line, Move};

/// A part of an outline, in tenths.
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Move(i32, i32),
    Line(i32, i32),
    /// Two handles and where it ends.
    Curve([(i32, i32); 3]),
    Close,
}

/// The pieces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Glyph {
    /// An angular shield, a notch above and a bite on the right: a traitor.
    Traitor,
    /// A heater shield: nobody knows.
    Unknown,
    /// The half mask of a traitor.
    Mask,
    Crown,
    /// The cloth of a banner.
    Cloth,
}

impl Glyph {
    /// Its outline; holes by the even-odd rule.
    pub(super) const fn outline(self) -> &'static [Part] {
        match self {
            Self::Traitor => TRAITOR,
            Self::Unknown => HEATER,
            Self::Mask => MASK,
            Self::Crown => CROWN,
            Self::Cloth => CLOTH,
        }
    }
}

/// The radius of a loyal general's round shield, and of the ring in it.
pub(super) const LOYAL: i32 = 230;
pub(super) const LOYAL_RING: i32 = 186;
/// The box in which a shield is drawn, and how far below the origin its middle is.
pub(super) const SHIELD: i32 = 560;
pub(super) const SHIELD_MIDDLE: i32 = 10;

const TRAITOR: &[Part] = &[
    Move(-210, -190),
    Line(-80, -225),
    Line(0, -145),
    Line(80, -225),
    Line(210, -190),
    Line(195, -20),
    Line(115, 25),
    Line(155, 95),
    Line(0, 270),
    Line(-175, 80),
    Close,
];
const HEATER: &[Part] = &[
    Move(-190, -205),
    Line(190, -205),
    Line(190, -10),
    Curve([(190, 120), (95, 205), (0, 255)]),
    Curve([(-95, 205), (-190, 120), (-190, -10)]),
    Close,
];
const MASK: &[Part] = &[
    Move(-80, -36),
    Curve([(-50, -48), (-20, -36), (0, -22)]),
    Curve([(20, -36), (50, -48), (80, -36)]),
    Curve([(86, 8), (64, 44), (34, 42)]),
    Curve([(16, 40), (8, 22), (0, 20)]),
    Curve([(-8, 22), (-16, 40), (-34, 42)]),
    Curve([(-64, 44), (-86, 8), (-80, -36)]),
    Close,
    Move(-59, -9),
    Curve([(-50, -22), (-29, -18), (-19, 2)]),
    Curve([(-30, -1), (-50, 7), (-59, -9)]),
    Close,
    Move(59, -9),
    Curve([(50, -22), (29, -18), (19, 2)]),
    Curve([(30, -1), (50, 7), (59, -9)]),
    Close,
];
const CROWN: &[Part] = &[
    Move(-85, 32),
    Line(-102, -40),
    Line(-46, -8),
    Line(0, -70),
    Line(46, -8),
    Line(102, -40),
    Line(85, 32),
    Close,
    Move(-83, 44),
    Line(83, 44),
    Line(83, 64),
    Line(-83, 64),
    Close,
];
const CLOTH: &[Part] = &[
    Move(0, -520),
    Curve([(80, -550), (150, -490), (240, -520)]),
    Curve([(290, -535), (330, -530), (370, -520)]),
    Line(310, -410),
    Line(370, -300),
    Curve([(310, -315), (280, -305), (240, -295)]),
    Curve([(150, -270), (80, -330), (0, -300)]),
    Close,
];

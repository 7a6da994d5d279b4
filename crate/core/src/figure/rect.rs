//! A rectangle of a figure.

/// A rectangle: its upper left corner and its size.
///
/// ```
/// use generals::{Trace, figure::{Rect, Wanted, time::TimeFigure}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let figure = TimeFigure::of(&trace, &Wanted { token: (20, 16), ..Wanted::default() });
/// let labels: Vec<Rect> = figure.arrows.iter().map(|arrow| arrow.label).collect();
/// assert!((1..labels.len()).all(|i| labels[..i].iter().all(|other| !labels[i].meets(*other))));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rect {
    /// Left edge.
    pub x: i32,
    /// Upper edge.
    pub y: i32,
    /// Width.
    pub width: i32,
    /// Height.
    pub height: i32,
}

impl Rect {
    /// The edge where it ends.
    #[must_use]
    pub const fn right(self) -> i32 {
        self.x + self.width
    }

    /// The lower edge.
    #[must_use]
    pub const fn bottom(self) -> i32 {
        self.y + self.height
    }

    /// Whether some of it lies in another; to touch is not to meet.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.x < other.right()
            && other.x < self.right()
            && self.y < other.bottom()
            && other.y < self.bottom()
    }

    /// Half way between its left and right edge.
    #[must_use]
    pub const fn middle(self) -> i32 {
        self.x + self.width / 2
    }

    /// A box about a middle that begins at this height.
    pub(crate) const fn below(y: i32, middle: i32, width: i32, height: i32) -> Self {
        Self {
            x: middle - width / 2,
            y,
            width,
            height,
        }
    }
}

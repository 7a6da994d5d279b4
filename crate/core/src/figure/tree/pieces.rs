//! What a figure of a vote tree is made of: words, the groups of those who passed them on, and the foot.

use crate::figure::rect::Rect;

/// How far the handles of a bow reach, in hundredths of its height.
const BEND_PERCENT: i32 = 62;

/// A line from a token down to what is made of it: where it begins, its two handles, where it ends.
///
/// ```
/// use generals::figure::tree::{TreeFigure, TreeWanted};
///
/// let figure = TreeFigure::of(&TreeWanted { groups: 1, width: 300, drops: (0, 50, 20), ..TreeWanted::default() });
/// assert_eq!(figure.groups[0].bow.0, [(150, 0), (150, 31), (150, 19), (150, 50)], "straight down");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bow(pub [(i32, i32); 4]);

impl Bow {
    pub(super) const fn new(start: (i32, i32), end: (i32, i32)) -> Self {
        let bend = (end.1 - start.1) * BEND_PERCENT / 100;
        Self([start, (start.0, start.1 + bend), (end.0, end.1 - bend), end])
    }
}

/// A word: its token, and the line to what its group comes to.
///
/// ```
/// use generals::figure::tree::{TreeFigure, TreeWanted};
///
/// let wanted = TreeWanted { groups: 2, leaves: 3, width: 600, token: 26, fold: 34, ..TreeWanted::default() };
/// let group = &TreeFigure::of(&wanted).groups[0];
/// assert!(group.leaves.iter().all(|leaf| leaf.token.width == 26 && leaf.bow.is_some()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Where its token stands.
    pub token: Rect,
    /// The line from it; none where its group is no majority.
    pub bow: Option<Bow>,
}

/// The words of one who passed it on, side by side; or a general's own word.
///
/// ```
/// use generals::figure::tree::{TreeFigure, TreeWanted};
///
/// let wanted = TreeWanted { groups: 5, leaves: 6, width: 600, leaf: (31, 37), fold: 34, ..TreeWanted::default() };
/// let groups = TreeFigure::of(&wanted).groups;
/// assert!(groups.windows(2).all(|two| two[0].place.right() <= two[1].place.x));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// All of it but its line to the foot.
    pub place: Rect,
    /// Its words, his who passed it on first.
    pub leaves: Vec<Leaf>,
    /// What holds several leaves together: a line above them whose ends are bent down.
    pub bracket: Option<Rect>,
    /// Where the token of its majority stands.
    pub fold: Option<Rect>,
    /// The line from it to the majority of all.
    pub bow: Bow,
}

/// Where all come together.
///
/// ```
/// use generals::figure::tree::{TreeFigure, TreeWanted};
///
/// let wanted = TreeWanted { groups: 3, width: 400, pill: (120, 32), result: 42, word: 60, ..TreeWanted::default() };
/// let foot = TreeFigure::of(&wanted).foot;
/// assert_eq!(foot.pill.x, 140, "in the middle");
/// assert!(foot.result.right() < foot.word.x && foot.pill.bottom() <= foot.result.y);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Foot {
    /// What is said of the majority.
    pub pill: Rect,
    /// The line from it to the result.
    pub stem: Bow,
    /// Where the token of the result stands.
    pub result: Rect,
    /// Beside it, its word.
    pub word: Rect,
}

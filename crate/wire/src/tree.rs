//! The figure of a vote tree: lengths in pixels, what stands where.

use generals::figure::tree;
use serde::Serialize;

use crate::time::{Rect, rect};

/// A line with its two handles: x and y of where it begins, of both, and of where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Bow(pub [i32; 8]);

/// A vote tree laid out, or the part of it that is in sight.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TreeFigure {
    /// The width of the whole.
    pub width: i32,
    /// The height of the whole.
    pub height: i32,
    /// From one leaf to the next.
    pub pitch: i32,
    /// A general's own word, where it is wanted and near the part in sight.
    pub own: Option<TreeGroup>,
    /// Which the first of `groups` is, counted from 0.
    pub first: i32,
    /// The groups in sight, and one more on the right.
    pub groups: Vec<TreeGroup>,
    /// Where all come together.
    pub foot: TreeFoot,
}

/// The words of one who passed it on, side by side; or a general's own word.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TreeGroup {
    /// All of it but its line to the foot.
    pub place: Rect,
    /// Its words, his who passed it on first.
    pub leaves: Vec<TreeLeaf>,
    /// What holds several leaves together: a line above them whose ends are bent down.
    pub bracket: Option<Rect>,
    /// Where the token of its majority stands.
    pub fold: Option<Rect>,
    /// The line from it to the majority of all.
    pub bow: Bow,
}

/// A word.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TreeLeaf {
    /// Where its token stands.
    pub token: Rect,
    /// The line from it; null where its group is no majority.
    pub bow: Option<Bow>,
}

/// Where all come together.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct TreeFoot {
    /// What is said of the majority.
    pub pill: Rect,
    /// The line from it to the result.
    pub stem: Bow,
    /// Where the token of the result stands.
    pub result: Rect,
    /// Beside it, its word.
    pub word: Rect,
}

fn bow(tree::Bow([start, first, second, end]): tree::Bow) -> Bow {
    Bow([
        start.0, start.1, first.0, first.1, second.0, second.1, end.0, end.1,
    ])
}

impl TreeGroup {
    fn of(group: tree::Group) -> Self {
        let leaf = |leaf: tree::Leaf| TreeLeaf {
            token: rect(leaf.token),
            bow: leaf.bow.map(bow),
        };
        Self {
            place: rect(group.place),
            leaves: group.leaves.into_iter().map(leaf).collect(),
            bracket: group.bracket.map(rect),
            fold: group.fold.map(rect),
            bow: bow(group.bow),
        }
    }
}

impl TreeFigure {
    /// The core's figure.
    #[must_use]
    pub fn of(figure: tree::TreeFigure) -> Self {
        let foot = figure.foot;
        Self {
            width: figure.width,
            height: figure.height,
            pitch: figure.pitch,
            own: figure.own.map(TreeGroup::of),
            first: figure.first as i32,
            groups: figure.groups.into_iter().map(TreeGroup::of).collect(),
            foot: TreeFoot {
                pill: rect(foot.pill),
                stem: bow(foot.stem),
                result: rect(foot.result),
                word: rect(foot.word),
            },
        }
    }
}

//! A vote tree laid out: groups of words side by side, the majority of each below it, and where all come together at the foot.
//!
//! Lengths are whole units, one to a pixel; y runs downwards. Of a tree however wide only the part in sight may be asked
//! for; the foot then stands in the middle of that part.

mod columns;
mod pieces;
mod rows;
#[cfg(test)]
mod tests;
mod wanted;

use columns::Columns;
use rows::Rows;

pub use pieces::{Bow, Foot, Group, Leaf};
pub use wanted::TreeWanted;

/// The figure, or the part of it that is in sight.
///
/// ```
/// use generals::figure::tree::{TreeFigure, TreeWanted};
///
/// let wanted = TreeWanted { groups: 2, leaves: 1, width: 900, own: 112, group: 116, ..TreeWanted::default() };
/// let figure = TreeFigure::of(&wanted);
/// assert_eq!((figure.width, figure.groups.len()), (900, 2));
/// assert!(figure.own.is_some_and(|own| own.place.right() <= figure.groups[0].place.x));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TreeFigure {
    /// The width of the whole.
    pub width: i32,
    /// The height of the whole.
    pub height: i32,
    /// From one leaf to the next.
    pub pitch: i32,
    /// A general's own word, where it is wanted and near the part in sight.
    pub own: Option<Group>,
    /// Which the first of `groups` is, counted from 0.
    pub first: usize,
    /// The groups in sight, and one more on the right.
    pub groups: Vec<Group>,
    /// Where all come together.
    pub foot: Foot,
}

impl TreeFigure {
    /// Lays a tree out.
    #[must_use]
    pub fn of(wanted: &TreeWanted) -> Self {
        let columns = Columns::of(wanted);
        let rows = Rows::of(wanted);
        let near = columns.near(wanted.from);
        let foot = rows.foot(wanted, i32::midpoint(near.start, near.end));
        let seen = columns.seen(&near);
        // Like the groups it is kept until the next one is at the edge.
        let own = columns.own > 0 && columns.start + columns.own + columns.step() > near.start;
        Self {
            width: columns.whole,
            height: rows.whole,
            pitch: columns.span / columns.leaves,
            own: own.then(|| columns.own_word(&rows, &foot)),
            first: seen.start,
            groups: seen
                .map(|index| columns.group(index, &rows, &foot))
                .collect(),
            foot,
        }
    }
}

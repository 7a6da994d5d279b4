//! Where what stands in a figure of a vote tree stands from left to right, and which of it is in sight.

use std::ops::Range;

use crate::{
    figure::{
        rect::Rect,
        tree::{
            pieces::{Bow, Foot, Group, Leaf},
            rows::{CLEAR, Rows},
            wanted::{TreeWanted, length},
        },
    },
    word::limits::GENERALS_MAX,
};

/// No more stand side by side.
const SIDE_BY_SIDE_MAX: usize = GENERALS_MAX as usize;
/// A bracket ends so far within the leaves that it spans, and so long are its ends.
const BRACKET_INSET: i32 = 3;
const BRACKET: i32 = 5;

/// Where things stand from left to right.
pub(super) struct Columns {
    /// What the window shows, or the room there is.
    pub(super) room: i32,
    pub(super) whole: i32,
    /// Where the first column begins, and how wide that of the own word is.
    pub(super) start: i32,
    pub(super) own: i32,
    pub(super) gap: i32,
    pub(super) groups: usize,
    /// Of each group: how wide it is, its leaves, how wide these are together.
    pub(super) width: i32,
    pub(super) leaves: i32,
    pub(super) span: i32,
}

impl Columns {
    pub(super) fn of(wanted: &TreeWanted) -> Self {
        let groups = wanted.groups.min(SIDE_BY_SIDE_MAX);
        let leaves = wanted.leaves.clamp(1, SIDE_BY_SIDE_MAX) as i32;
        let (token, gap) = (length(wanted.token), length(wanted.gap));
        let own = if wanted.own > 0 {
            length(wanted.own).max(token)
        } else {
            0
        };
        let narrow = length(wanted.leaf.0).max(token);
        let wide = length(wanted.leaf.1).max(narrow);
        let least = length(wanted.pill.0).max(wanted.result_width());
        let room = length(wanted.width).max(least);
        // The leaves are as wide as makes all fit.
        let count = groups.max(1) as i32;
        let span = ((room - own) / count - gap).clamp(leaves * narrow, leaves * wide);
        let width = span.max(length(wanted.group)).max(length(wanted.fold));
        let used = own + groups as i32 * (width + gap);
        Self {
            room,
            whole: room.max(used + gap),
            start: ((room - used) / 2).max(0),
            own,
            gap,
            groups,
            width,
            leaves,
            span,
        }
    }

    /// From one group to the next.
    pub(super) fn step(&self) -> i32 {
        (self.width + self.gap).max(1)
    }

    fn left(&self, index: usize) -> i32 {
        self.start + self.own + self.gap + index as i32 * (self.width + self.gap)
    }

    /// The part that is in sight.
    pub(super) fn near(&self, from: Option<i32>) -> Range<i32> {
        from.map_or(0..self.whole, |from| {
            let from = from.clamp(0, self.whole - self.room);
            from..from + self.room
        })
    }

    /// The groups in it, and one more on the right.
    pub(super) fn seen(&self, near: &Range<i32>) -> Range<usize> {
        let (first, step) = (self.left(0), self.step());
        let clamp = |place: i32| place.clamp(0, self.groups as i32) as usize;
        clamp((near.start - first) / step)..clamp((near.end - first) / step + 2)
    }

    /// The token of one of the leaves of a group.
    fn token(&self, middle: i32, index: i32, rows: &Rows) -> Rect {
        let at = middle - self.span / 2 + (2 * index + 1) * self.span / (2 * self.leaves);
        Rect::below(rows.token, at, rows.side, rows.side)
    }

    pub(super) fn group(&self, index: usize, rows: &Rows, foot: &Foot) -> Group {
        let place = rows.column(self.left(index), self.width);
        let middle = place.middle();
        let fold = (rows.fold_side > 0)
            .then(|| Rect::below(rows.fold, middle, rows.fold_side, rows.fold_side));
        let leaf = |index| {
            let token = self.token(middle, index, rows);
            let start = (token.middle(), rows.marked);
            Leaf {
                token,
                bow: fold.map(|fold| Bow::new(start, (middle, fold.y - CLEAR))),
            }
        };
        let inner = (self.span - 2 * BRACKET_INSET).max(0);
        Group {
            place,
            leaves: (0..self.leaves).map(leaf).collect(),
            bracket: (self.leaves > 1).then(|| Rect::below(rows.head, middle, inner, BRACKET)),
            fold,
            bow: rows.to_foot(middle, foot),
        }
    }

    /// The own word stands alone, and where others come to majorities its line goes on beside them.
    pub(super) fn own_word(&self, rows: &Rows, foot: &Foot) -> Group {
        let place = rows.column(self.start, self.own);
        let middle = place.middle();
        let token = Rect::below(rows.token, middle, rows.side, rows.side);
        let below = (middle, token.bottom() + CLEAR);
        Group {
            place,
            leaves: vec![Leaf {
                token,
                bow: (rows.fold_side > 0).then(|| Bow::new(below, (middle, rows.groups))),
            }],
            bracket: None,
            fold: None,
            bow: rows.to_foot(middle, foot),
        }
    }
}

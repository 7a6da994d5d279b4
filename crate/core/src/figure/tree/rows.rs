//! Where what stands in a figure of a vote tree stands from the top down.

use crate::figure::{
    rect::Rect,
    tree::{
        pieces::{Bow, Foot},
        wanted::{TreeWanted, length},
    },
};

/// Between a token and the end of a bow.
pub(super) const CLEAR: i32 = 4;
/// Below the result.
const BELOW: i32 = 5;

/// Where things stand from the top down.
pub(super) struct Rows {
    /// Below what stands above a group.
    pub(super) head: i32,
    /// The tokens of words and their side; below what may stand under them.
    pub(super) token: i32,
    pub(super) side: i32,
    pub(super) marked: i32,
    /// The tokens of groups' majorities and their side.
    pub(super) fold: i32,
    pub(super) fold_side: i32,
    /// Where groups end and their lines to the foot begin.
    pub(super) groups: i32,
    pub(super) pill: i32,
    pub(super) result: i32,
    pub(super) whole: i32,
}

impl Rows {
    pub(super) fn of(wanted: &TreeWanted) -> Self {
        let (to_fold, to_pill, to_result) = wanted.drops;
        let head = length(wanted.head);
        let token = head + length(wanted.label);
        let side = length(wanted.token);
        let marked = token + side + length(wanted.mark);
        let fold_side = length(wanted.fold);
        let fold = marked + length(to_fold) + CLEAR;
        let groups = if fold_side > 0 {
            fold + fold_side + CLEAR
        } else {
            marked
        };
        let pill = groups + length(to_pill);
        let result = pill + length(wanted.pill.1) + length(to_result);
        Self {
            head,
            token,
            side,
            marked,
            fold,
            fold_side,
            groups,
            pill,
            result,
            whole: result + length(wanted.result) + BELOW,
        }
    }

    /// All of a column of groups.
    pub(super) const fn column(&self, x: i32, width: i32) -> Rect {
        Rect {
            x,
            y: 0,
            width,
            height: self.groups,
        }
    }

    /// The foot about a middle.
    pub(super) fn foot(&self, wanted: &TreeWanted, middle: i32) -> Foot {
        let pill = Rect::below(
            self.pill,
            middle,
            length(wanted.pill.0),
            length(wanted.pill.1),
        );
        let (side, word) = (length(wanted.result), length(wanted.word));
        let whole = Rect::below(self.result, middle, wanted.result_width(), side);
        Foot {
            pill,
            stem: Bow::new((middle, pill.bottom()), (middle, whole.y)),
            result: Rect {
                width: side,
                ..whole
            },
            word: Rect {
                x: whole.right() - word,
                width: word,
                ..whole
            },
        }
    }

    /// The line from a column to the foot.
    pub(super) const fn to_foot(&self, middle: i32, foot: &Foot) -> Bow {
        Bow::new((middle, self.groups), (foot.pill.middle(), foot.pill.y))
    }
}

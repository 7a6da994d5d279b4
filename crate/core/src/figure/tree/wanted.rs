//! How large what stands in a figure of a vote tree is, and which part of it is wanted.

/// No length that is asked for is larger.
const LENGTH_MAX: i32 = 20_000;
/// Between the token of the result and its word.
pub(super) const BEFORE_WORD: i32 = 14;

/// How large what stands in a figure of a vote tree is, and which part of it is wanted.
///
/// ```
/// use generals::figure::tree::{TreeFigure, TreeWanted};
///
/// let wanted = TreeWanted { groups: 62, leaves: 62, width: 900, leaf: (31, 37), ..TreeWanted::default() };
/// let in_sight = TreeFigure::of(&TreeWanted { from: Some(5000), ..wanted.clone() });
/// assert_eq!((in_sight.first, in_sight.groups.len()), (2, 3), "what no window shows is not made");
/// assert_eq!(in_sight.groups[0].leaves, TreeFigure::of(&wanted).groups[2].leaves);
/// ```
#[derive(Clone, Debug, Default)]
pub struct TreeWanted {
    /// How many passed the word on.
    pub groups: usize,
    /// How many words stand in the group of each.
    pub leaves: usize,
    /// The room there is; the figure is wider where it must.
    pub width: i32,
    /// Only what a window of that width shows that begins here; all where there is none.
    pub from: Option<i32>,
    /// How wide the column of a general's own word is, the first one; 0: there is none.
    pub own: i32,
    /// How wide at least a group is, for what stands above it.
    pub group: i32,
    /// Between groups.
    pub gap: i32,
    /// How wide a leaf is at least, and where there is room for it.
    pub leaf: (i32, i32),
    /// How high it is what stands above a group.
    pub head: i32,
    /// The same above each leaf.
    pub label: i32,
    /// The side of a token.
    pub token: i32,
    /// How high it is what may stand below a token.
    pub mark: i32,
    /// The side of the token of a group's majority; 0: groups are no majorities.
    pub fold: i32,
    /// How high bows are to the majorities of groups, to that of all, and from there to the result.
    pub drops: (i32, i32, i32),
    /// Width and height of what is said of the majority of all.
    pub pill: (i32, i32),
    /// The side of the token of the result.
    pub result: i32,
    /// How wide its word is; 0: there is none.
    pub word: i32,
}

impl TreeWanted {
    /// How wide the result is with its word.
    pub(super) fn result_width(&self) -> i32 {
        let word = length(self.word);
        length(self.result) + if word > 0 { BEFORE_WORD + word } else { 0 }
    }
}

/// A length as it is asked for.
pub(super) fn length(asked: i32) -> i32 {
    asked.clamp(0, LENGTH_MAX)
}

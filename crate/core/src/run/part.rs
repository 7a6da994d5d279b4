//! What kind of letter goes through a slot, and in which phase or view: so that nobody who tells a run need read its labels.

use crate::word::General;

/// What a letter is for.
///
/// ```
/// use generals::PartKind;
///
/// assert_eq!(PartKind::PrePrepare.name(), "pre-prepare");
/// assert!(PartKind::NAMES.contains(&("echo", PartKind::Echo)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartKind {
    /// What he holds for right.
    Opinion,
    /// What he proposes, or that he proposes nothing.
    Proposal,
    /// The word of the phase's king or queen.
    Crown,
    /// The leader's order.
    Initial,
    /// "This came from the leader."
    Echo,
    /// "I am ready to deliver it."
    Ready,
    /// The primary's proposal for his view.
    PrePrepare,
    /// "I have accepted it."
    Prepare,
    /// "Enough have accepted it."
    Commit,
    /// "Let us go on to this view; this is what I hold prepared."
    ViewChange,
    /// What the primary of a view begins it with.
    NewView,
    /// What a program of the reader's says in a round.
    Word,
}

impl PartKind {
    /// All of them, by the names of the step API.
    pub const NAMES: [(&'static str, Self); 12] = [
        ("opinion", Self::Opinion),
        ("proposal", Self::Proposal),
        ("crown", Self::Crown),
        ("initial", Self::Initial),
        ("echo", Self::Echo),
        ("ready", Self::Ready),
        ("pre-prepare", Self::PrePrepare),
        ("prepare", Self::Prepare),
        ("commit", Self::Commit),
        ("view-change", Self::ViewChange),
        ("new-view", Self::NewView),
        ("word", Self::Word),
    ];

    /// The code of the step API.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, kind)| *kind == self);
        found.map_or("", |(name, _)| name)
    }
}

/// What a letter is for, in which phase, and whose phase that is.
///
/// ```
/// use generals::{General, Label, Part, PartKind, Protocol};
///
/// let ready = Protocol::Bracha.part(4, &Label::new(vec![3, 2]));
/// let leader = Some(General::COMMANDER);
/// assert_eq!(ready, Some(Part { kind: PartKind::Ready, phase: 1, leader }), "general 2 is ready for general 1's order");
/// assert_eq!(Protocol::Oral.part(4, &Label::new(vec![1, 2])), None, "a relayed order says itself what it is");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is for.
    pub kind: PartKind,
    /// In which phase, view or round, from 1.
    pub phase: usize,
    /// Its king, queen, leader or primary; `None` where nobody leads.
    pub leader: Option<General>,
}

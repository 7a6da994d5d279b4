//! The letters of PBFT, and where each of them stands.

use std::sync::Arc;

use crate::{
    protocol::pbft::certificate::{Certificate, Change, leader},
    run::PartKind,
    word::{General, Label, Order, Slot, Word},
};

/// What a letter is.
///
/// ```
/// use generals::pbft::letter::Kind;
///
/// assert_eq!(Kind::of(4), Some(Kind::ViewChange));
/// assert_eq!(Kind::of(6), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The leader's order.
    PrePrepare = 1,
    /// "I have accepted it."
    Prepare = 2,
    /// "I know that enough have accepted it."
    Commit = 3,
    /// "I wait no longer; this is what I have prepared."
    ViewChange = 4,
    /// The next leader's order, and why it may be given.
    NewView = 5,
}

impl Kind {
    /// The kind of this number in a position.
    #[must_use]
    pub const fn of(number: u64) -> Option<Self> {
        match number {
            1 => Some(Self::PrePrepare),
            2 => Some(Self::Prepare),
            3 => Some(Self::Commit),
            4 => Some(Self::ViewChange),
            5 => Some(Self::NewView),
            _ => None,
        }
    }

    /// The same among the kinds of all protocols.
    #[must_use]
    pub const fn part(self) -> PartKind {
        match self {
            Self::PrePrepare => PartKind::PrePrepare,
            Self::Prepare => PartKind::Prepare,
            Self::Commit => PartKind::Commit,
            Self::ViewChange => PartKind::ViewChange,
            Self::NewView => PartKind::NewView,
        }
    }

    /// What a general's seal on a certificate says, among n: its leader has proposed, all others have accepted.
    #[must_use]
    pub fn on(certificate: &Certificate, n: usize, signer: General) -> Self {
        match signer == leader(n, certificate.view) {
            true => Self::PrePrepare,
            false => Self::Prepare,
        }
    }

    /// The slot `view.kind.sender`; the view stands for a round.
    pub(super) fn slot(self, view: usize, from: General, to: General) -> Slot {
        // Views are few enough for a number of a label.
        let number = u16::try_from(view).unwrap_or(u16::MAX);
        Slot {
            round: view,
            label: Label::new(vec![number, self as u16, u16::from(from.number())]),
            to,
            from,
        }
    }

    /// The view and the kind of a slot.
    pub(super) fn in_slot(slot: &Slot) -> Option<(usize, Self)> {
        let [view, kind, _] = slot.label.numbers() else {
            return None;
        };
        Some((usize::from(*view), Self::of(u64::from(*kind))?))
    }
}

/// A letter; its sender is whoever brings it, and has sealed it.
///
/// ```
/// use generals::{Order, Word, machine::ReactiveMachine, pbft::{letter::Letter, machine::Views}};
///
/// let letter = Letter::Prepare { view: 1, order: Order::Attack };
/// assert_eq!(Views::word(&letter), Word::Order(Order::Attack));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Letter {
    /// Of the first view's leader alone: later ones propose in their NEW-VIEW.
    PrePrepare {
        /// In which view.
        view: usize,
        /// Which order.
        order: Order,
    },
    /// Of everybody else. The leader's proposal is his PREPARE.
    Prepare {
        /// In which view.
        view: usize,
        /// Which order.
        order: Order,
    },
    /// Of everybody.
    Commit {
        /// In which view.
        view: usize,
        /// Which order.
        order: Order,
    },
    /// Of everybody, to everybody.
    ViewChange(Change),
    /// Of the leader of a later view.
    NewView {
        /// Which view.
        view: usize,
        /// His proposal.
        order: Order,
        /// The VIEW-CHANGEs that prove it; none where no proof is asked for.
        proof: Arc<[Change]>,
    },
}

impl Letter {
    /// Its view.
    #[must_use]
    pub const fn view(&self) -> usize {
        match self {
            Self::PrePrepare { view, .. }
            | Self::Prepare { view, .. }
            | Self::Commit { view, .. }
            | Self::NewView { view, .. } => *view,
            Self::ViewChange(change) => change.view,
        }
    }

    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::PrePrepare { .. } => Kind::PrePrepare,
            Self::Prepare { .. } => Kind::Prepare,
            Self::Commit { .. } => Kind::Commit,
            Self::ViewChange(_) => Kind::ViewChange,
            Self::NewView { .. } => Kind::NewView,
        }
    }

    /// Its word.
    pub(super) fn word(&self) -> Word {
        match self {
            Self::PrePrepare { order, .. }
            | Self::Prepare { order, .. }
            | Self::Commit { order, .. }
            | Self::NewView { order, .. } => (*order).into(),
            Self::ViewChange(change) => change.word(),
        }
    }
}

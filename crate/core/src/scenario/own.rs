//! What only one protocol has of a scenario, by keys of its own; of the others it is nothing.

#[cfg(feature = "own")]
use crate::protocol::own::Given;
#[cfg(feature = "trust")]
use crate::protocol::trust::terms::Terms;
#[cfg(feature = "two")]
use crate::protocol::two::plan::Plan;
#[cfg(feature = "marks")]
use crate::scenario::Setting;
use crate::{
    link::error::Key,
    protocol::{Protocol, Spec},
    scenario::{OwnTexts, Variant},
    word::{General, Slot},
};
#[cfg(feature = "marks")]
use crate::{
    run::Part,
    word::{Label, Word},
};

/// What a protocol has of its own, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Own {
    /// Nothing.
    #[default]
    Nothing,
    /// Who trusts whom, and what the three go by.
    #[cfg(feature = "trust")]
    Terms(Terms),
    /// After how many messengers each attacks, and which messenger is caught.
    #[cfg(feature = "two")]
    Plan(Plan),
    /// Which program runs.
    #[cfg(feature = "own")]
    Program(Box<Given>),
    /// Which variant runs, and in which order letters come.
    #[cfg(feature = "marks")]
    Setting(Setting),
}

impl Own {
    /// Whether the messenger of this slot is caught on the way.
    pub(crate) fn is_caught(&self, slot: &Slot) -> bool {
        match self {
            #[cfg(feature = "two")]
            Self::Plan(plan) => slot.round == plan.lost,
            #[allow(unreachable_patterns, reason = "a build may have nothing else")]
            _ => {
                let _ = slot;
                false
            }
        }
    }

    /// Which form of the protocol runs, if it is not the published one.
    pub(crate) const fn variant(&self) -> Option<Variant> {
        match self {
            #[cfg(feature = "marks")]
            Self::Setting(setting) => setting.variant,
            #[allow(unreachable_patterns, reason = "a build may have nothing else")]
            _ => None,
        }
    }

    /// What the protocol says of itself, where that is not the same of all its scenarios.
    pub(crate) const fn spec(&self) -> Option<&'static Spec> {
        match self {
            #[cfg(feature = "own")]
            Self::Program(given) => Some(given.spec()),
            _ => None,
        }
    }

    /// How many rounds a protocol has with it.
    pub(crate) fn rounds(&self, spec: &Spec, m: usize) -> usize {
        match self {
            #[cfg(feature = "own")]
            Self::Program(given) => given.layout().rounds(),
            _ => spec.rounds_of(self.variant(), m),
        }
    }

    /// The slot with this label in an army of n with m, if there is one.
    pub(crate) fn slot(
        &self,
        protocol: Protocol,
        (n, m): (usize, usize),
        label: &[u64],
        to: General,
    ) -> Option<Slot> {
        #[cfg(feature = "own")]
        if let Self::Program(given) = self {
            return given.layout().slot(label, to);
        }
        let slot = protocol.slot(n, m, label, to)?;
        let spec = protocol.spec();
        #[cfg(feature = "network")]
        if self
            .variant()
            .is_some_and(|variant| variant.leaves_out(slot.round))
        {
            return None;
        }
        let is_there =
            self.variant().is_none() || spec.is_scheduled() || slot.round <= self.rounds(spec, m);
        is_there.then_some(slot)
    }

    /// Whether a word can stand in a slot; silence can in any.
    #[cfg(feature = "marks")]
    pub(crate) fn has_word(&self, protocol: Protocol, slot: &Slot, word: Word) -> bool {
        match self {
            #[cfg(feature = "own")]
            Self::Program(given) => given.layout().has_word(slot.round, word),
            _ => protocol.has_word(slot, word),
        }
    }

    /// What a letter with this label is for among n; `None` where a label is a path.
    #[cfg(feature = "marks")]
    pub(crate) fn part(&self, protocol: Protocol, n: usize, label: &Label) -> Option<Part> {
        match self {
            #[cfg(feature = "own")]
            Self::Program(given) => given.layout().part(label),
            _ => protocol.part(n, label),
        }
    }

    /// As a link writes it: without defaults, in the order of keys; of a run of this protocol with this m, for one with
    /// the n and m `among` and of this form.
    pub(crate) fn texts(
        &self,
        protocol: Protocol,
        m: usize,
        among: (usize, usize),
        variant: Option<Variant>,
    ) -> OwnTexts {
        #[cfg(not(feature = "marks"))]
        let _ = (protocol, m, among, variant);
        match self {
            Self::Nothing => OwnTexts::default(),
            #[cfg(feature = "trust")]
            Self::Terms(terms) => terms.texts(),
            #[cfg(feature = "two")]
            Self::Plan(plan) => plan.texts(m, among.1),
            #[cfg(feature = "marks")]
            Self::Setting(setting) => setting.texts(protocol, among, variant),
            #[cfg(feature = "own")]
            Self::Program(given) => {
                let mut texts = OwnTexts::default();
                if let Some(text) = given.text() {
                    texts.set(Key::Prog, text);
                }
                texts
            }
        }
    }
}

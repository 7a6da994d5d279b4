//! What only one protocol has of a scenario, by keys of its own; of the others it is nothing.

#[cfg(feature = "trust")]
use crate::protocol::trust::terms::Terms;
#[cfg(feature = "two")]
use crate::protocol::two::plan::Plan;
#[cfg(feature = "marks")]
use crate::scenario::Setting;
use crate::{
    protocol::Protocol,
    scenario::{OwnTexts, Variant},
    word::Slot,
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
        }
    }
}

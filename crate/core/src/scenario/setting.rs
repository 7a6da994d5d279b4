//! What protocols besides the lecture's have of their own in a link: a variant (`by`), and where messengers may be slow a
//! schedule (`q`, `d`).

#[cfg(feature = "network")]
use crate::scenario::Schedule;
use crate::{
    link::{
        error::{Allowed, Code, Key},
        faults::Faults,
    },
    protocol::{Protocol, Spec},
    scenario::{OwnTexts, Variant},
    word::{General, Slot},
};

/// A variant and a schedule, checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Setting {
    /// Which form of the protocol runs; `None` is the published one.
    pub(crate) variant: Option<Variant>,
    /// In which order letters come.
    #[cfg(feature = "network")]
    pub(crate) schedule: Schedule,
}

impl Setting {
    /// Reads `by`, `q` and `d`; `slot` finds the slot of a label and a recipient.
    pub(crate) fn read(
        spec: &Spec,
        texts: &OwnTexts,
        slot: impl Fn(&[u64], General) -> Option<Slot>,
        faults: &mut Faults,
    ) -> Self {
        let mut setting = Self::default();
        if let Some(text) = texts.get(Key::By) {
            setting.variant = spec.variant_asked(texts);
            if setting.variant.is_none() {
                let names = spec.variants.iter().copied().map(Variant::name).collect();
                faults.add(Key::By, Code::BadValue, text, Some(Allowed::OneOf(names)));
            }
        }
        #[cfg(feature = "network")]
        {
            let variant = setting.variant;
            let has = |slot: &Slot| variant.is_none_or(|variant| !variant.leaves_out(slot.round));
            let slot = |label: &[u64], to| slot(label, to).filter(has);
            setting.schedule = Schedule::read(texts, slot, faults);
        }
        #[cfg(not(feature = "network"))]
        let _ = slot;
        setting
    }

    /// The texts of its keys in an army of n with m, canonically; of delays those that this form has.
    pub(crate) fn texts(
        &self,
        protocol: Protocol,
        (n, m): (usize, usize),
        variant: Option<Variant>,
    ) -> OwnTexts {
        let mut texts = OwnTexts::default();
        #[cfg(feature = "network")]
        self.schedule.write(&mut texts, |slot| {
            let label = slot.label.numbers().iter().map(|number| u64::from(*number));
            let label: Vec<u64> = label.collect();
            let is_left_out = variant.is_some_and(|variant| variant.leaves_out(slot.round));
            !is_left_out && protocol.slot(n, m, &label, slot.to).is_some()
        });
        #[cfg(not(feature = "network"))]
        let _ = (protocol, n, variant);
        // Where there is only one phase none can be left out.
        let has_it = |variant: &Variant| *variant != Variant::Short || m > 0;
        if let Some(variant) = self.variant.filter(has_it) {
            texts.set(Key::By, variant.name().to_owned());
        }
        texts
    }
}

//! From a protocol's name to its code: the only place that asks which protocol it is.

#[cfg(feature = "network")]
use super::army::Army;
#[cfg(feature = "pbft")]
use super::army::Carried;
#[cfg(all(feature = "network", feature = "lab"))]
use super::definition::Rerun;
#[cfg(feature = "lab")]
use super::price::Price;
use super::{
    definition::{Definition, Visitor},
    for_each_protocol,
    name::Protocol,
};
#[cfg(feature = "lab")]
use crate::scenario::Adversary;
#[cfg(feature = "marks")]
use crate::word::Word;
use crate::{
    link::{error::LinkError, faults::Faults},
    protocol::{
        bound::Bound,
        spec::{Condition, Spec},
    },
    run::{
        kept::{Played, Run},
        verdict::Verdict,
        visit::Visit,
    },
    scenario::{Own, OwnTexts, Scenario},
    word::{General, Generals, MessageCounts, Slot},
};
#[cfg(feature = "marks")]
use crate::{run::Part, word::Label};

macro_rules! registry {
    ($($(#[doc = $doc:literal])* $(#[cfg($built:meta)])? $name:ident => $folder:ident $definition:ident,)+) => {
        impl Protocol {
            /// Asks the code of this protocol, if the laboratory searches it.
            pub(crate) fn ask<V: Visitor>(self, visitor: V) -> Option<V::Answer> {
                match self {
                    $($(#[cfg($built)])? Self::$name if V::is_asked_of(&super::$folder::spec::SPEC) =>
                        super::$folder::$definition::ask(visitor),)+
                    _ => None,
                }
            }

            /// The slot with this label among n generals, if there is one.
            pub(crate) fn slot(self, n: usize, m: usize, label: &[u64], to: General) -> Option<Slot> {
                match self {
                    $($(#[cfg($built)])? Self::$name => super::$folder::$definition::slot(n, m, label, to),)+
                }
            }
        }

        #[cfg(feature = "marks")]
        impl Protocol {
            /// What a letter with this label is for among n generals; `None` where a label is a path, which says that itself.
            #[must_use]
            pub fn part(self, n: usize, label: &Label) -> Option<Part> {
                match self {
                    $($(#[cfg($built)])? Self::$name => super::$folder::$definition::part(n, label),)+
                }
            }

            /// Whether this word of the protocol can stand in this slot of it.
            #[must_use]
            pub fn has_word(self, slot: &Slot, word: Word) -> bool {
                match self {
                    $($(#[cfg($built)])? Self::$name => super::$folder::$definition::has_word(slot, word),)+
                }
            }

            /// By which marks it is told how far a phase is, in their order; none where no marks tell it.
            ///
            /// ```
            /// use generals::{MarkKind, Protocol};
            ///
            /// assert_eq!(Protocol::Bracha.stages(), [MarkKind::Echo, MarkKind::Ready, MarkKind::Decide]);
            /// assert!(Protocol::Oral.stages().is_empty());
            /// ```
            #[must_use]
            pub fn stages(self) -> &'static [crate::run::MarkKind] {
                match self {
                    $($(#[cfg($built)])? Self::$name => super::$folder::$definition::STAGES,)+
                }
            }
        }

        impl Protocol {
            /// What it says of itself where these are the texts of its own keys.
            pub(crate) fn spec_given(self, texts: &OwnTexts) -> &'static Spec {
                let given = match self {
                    $($(#[cfg($built)])? Self::$name => super::$folder::$definition::spec_given(texts),)+
                };
                given.unwrap_or_else(|| self.spec())
            }

            /// What it has of its own among n with m, by the texts of its own keys.
            pub(crate) fn own(self, texts: &OwnTexts, size: (usize, usize), faults: &mut Faults) -> Own {
                match self {
                    $($(#[cfg($built)])? Self::$name => super::$folder::$definition::own(texts, size, faults),)+
                }
            }
        }

        impl Scenario {
            /// Who shows that a condition of the protocol's own does not hold if just these attack.
            pub(crate) fn own_condition(&self, attackers: Generals, condition: Condition) -> Option<Generals> {
                match self.protocol {
                    $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::own_condition(self, attackers, condition),)+
                }
            }

            /// What theory promises for so many generals and traitors.
            #[must_use]
            pub fn bound(&self) -> Bound {
                self.bound_against(self.traitors().len())
            }

            /// The same for another number of traitors.
            #[must_use]
            pub fn bound_against(&self, f: usize) -> Bound {
                match self.protocol {
                    $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::bound(self, f),)+
                }
            }

            /// The refusal of a run that is too large to be kept, and the nearest scenario that is not.
            pub(crate) fn too_large(&self) -> Option<(LinkError, Self)> {
                match self.protocol {
                    $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::too_large(self),)+
                }
            }

            /// Its run; it must not be too large.
            pub(crate) fn run(&self) -> Played {
                match self.protocol {
                    $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::run(self),)+
                }
            }
        }

        impl Scenario {
            /// Its run beside that of another, whose work is used again where it can be; it must not be too large.
            pub(crate) fn run_beside(&self, other: &Self, run: &dyn Run) -> Played {
                match self.protocol {
                    $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::run_beside(self, other, run),)+
                }
            }
        }

        #[cfg(feature = "network")]
        impl Scenario {
            /// Its army before anything happens; `None` where its protocol has rounds.
            pub(crate) fn army(&self) -> Option<Box<dyn Army>> {
                match self.protocol {
                    $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::army(self),)+
                }
            }

            /// A letter with its seals, where letters are sealed by name alone.
            #[cfg(feature = "pbft")]
            pub(crate) fn sealed(&self, slot: &Slot, letter: &Carried) -> Option<super::pbft::seals::Unopened> {
                match self.protocol {
                    $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::sealed(slot, letter),)+
                }
            }

            /// A quick form of its runs with these slots of traitors, if its protocol has one.
            #[cfg(feature = "lab")]
            pub(crate) fn rerun(&self, slots: &[Slot]) -> Option<Box<dyn Rerun>> {
                match self.protocol {
                    $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::rerun(self, slots),)+
                }
            }
        }

        #[cfg(feature = "lab")]
        impl Scenario {
            /// What its protocol asks for among so many generals, while all are loyal: no traitor and no lie counts.
            #[must_use]
            pub fn price(&self) -> Price {
                let loyal = Self { adversary: Adversary::default(), ..self.clone() };
                match self.protocol {
                    $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::price(&loyal),)+
                }
            }

            /// A run in which f traitors among as many generals break a condition of its protocol, in its form, where no theorem
            /// says that they can; `None` where none is known here.
            ///
            /// ```
            /// use generals::link::{LinkSize, parse};
            ///
            /// let army = |link| parse(link, LinkSize::Any).unwrap().scenario;
            /// let found = army("v=1&p=benor&n=5").broken_by(1);
            /// assert_eq!(found.unwrap(), "v=1&p=benor&n=5&t=5&seed=38&i=AAAAA");
            /// assert_eq!(army("v=1&p=benor&n=6").broken_by(1), None, "that is promised");
            /// ```
            #[must_use]
            pub fn broken_by(&self, f: usize) -> Option<String> {
                match self.protocol {
                    $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::broken_by(self, f),)+
                }
            }
        }

        /// How many messages a run has, without running it. Of signed messages, which depend on what traitors do, the
        /// bound of Dolev and Strong (1983): everyone relays each of two orders once, and traitors what lies name besides.
        #[must_use]
        pub fn messages_at_most(scenario: &Scenario) -> MessageCounts {
            match scenario.protocol {
                $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::messages_at_most(scenario),)+
            }
        }

        /// The verdict alone, without keeping the run.
        ///
        /// A run that may be stepped through is always evaluated message by message. In a larger one `visit` says
        /// whether the parts whose outcome is known are left out; then lies are not counted.
        ///
        /// # Errors
        /// `too-large` where too much would have to be visited.
        ///
        /// ```
        /// use generals::{Visit, judge, link::{LinkSize, parse}};
        ///
        /// let scenario = parse("v=1&p=om&n=31&m=10&t=3", LinkSize::Any).unwrap().scenario;
        /// assert!(judge(&scenario, Visit::Undecided).unwrap().agrees());
        /// ```
        pub fn judge(scenario: &Scenario, visit: Visit) -> Result<Verdict, LinkError> {
            match scenario.protocol {
                $($(#[cfg($built)])? Protocol::$name => super::$folder::$definition::judge(scenario, visit),)+
            }
        }
    };
}

for_each_protocol!(registry);

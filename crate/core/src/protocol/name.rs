//! The protocols by name, and what each says of itself.

use super::{for_each_protocol, spec::Spec};

macro_rules! names {
    ($($(#[doc = $doc:literal])* $(#[cfg($built:meta)])? $name:ident => $folder:ident $definition:ident,)+) => {
        /// The protocols that can be run. OM(m) is the default.
        ///
        /// ```
        /// use generals::Protocol;
        ///
        /// assert_eq!(Protocol::default().name(), "om");
        /// assert!(Protocol::NAMES.contains(&("ic", Protocol::Interactive)));
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Protocol {
            $($(#[doc = $doc])* $(#[cfg($built)])? $name,)+
        }

        impl Protocol {
            /// How many there are.
            const COUNT: usize = [$($(#[cfg($built)])? Self::$name),+].len();

            /// All protocols, by the names links give them.
            pub const NAMES: [(&'static str, Self); Self::COUNT] =
                [$($(#[cfg($built)])? (super::$folder::spec::SPEC.name, Self::$name)),+];

            /// The names of all there are, in the order in which they are offered: of those too that this build leaves out.
            pub const OFFERED: [&'static str; [$(stringify!($folder)),+].len()] = [$(stringify!($folder)),+];

            /// What it says of itself.
            #[must_use]
            pub const fn spec(self) -> &'static Spec {
                match self {
                    $($(#[cfg($built)])? Self::$name => &super::$folder::spec::SPEC,)+
                }
            }
        }
    };
}

for_each_protocol!(names);

impl Default for Protocol {
    fn default() -> Self {
        Self::NAMES[0].1
    }
}

impl Protocol {
    /// The name links give it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.spec().name
    }

    /// Whether messages are signed, so that a path is a chain of signers.
    #[must_use]
    pub const fn is_signed(self) -> bool {
        self.spec().is_signed
    }
}

#[cfg(test)]
mod tests {
    use super::Protocol;

    #[test]
    fn a_folder_is_called_as_links_call_its_protocol() {
        for (name, _) in Protocol::NAMES {
            assert!(Protocol::OFFERED.contains(&name), "{name}");
        }
        assert_eq!(
            Protocol::OFFERED,
            [
                "om", "sm", "flat", "ic", "king", "queen", "bracha", "benor", "pbft", "own",
                "trust", "two"
            ]
        );
    }
}

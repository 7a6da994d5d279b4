//! Whether the page is made fast for whoever writes it, or as people get it.

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    /// Compiles fast; for `serve`.
    Dev,
    /// What people get.
    Release,
}

impl Profile {
    /// Where the bindings are. Each profile has a folder of its own, so that a running `serve` and a test run
    /// do not take them away from each other.
    pub(crate) fn bindings(self) -> &'static str {
        match self {
            Self::Dev => "target/bindings-dev",
            Self::Release => "target/bindings",
        }
    }

    /// Where the page is bundled.
    pub(crate) fn bundle(self) -> &'static str {
        match self {
            Self::Dev => "target/bundle-dev",
            Self::Release => "target/bundle",
        }
    }
}

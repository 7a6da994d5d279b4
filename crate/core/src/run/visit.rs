//! How much of a run is looked at to judge it.

/// Whether parts of a run whose outcome is known are left unvisited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// Every message is evaluated.
    All,
    /// What is known is not visited. Of OM(m), below a loyal speaker with n > 2f+m: by Lemma 1 of LSP82 every loyal general
    /// obtains what he said. (What traitors obtain differs, but nobody asks.) Where nothing but single lies is a lie, nothing
    /// is visited but what leads to one.
    Undecided,
}

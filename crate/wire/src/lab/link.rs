//! The link of what was found.

use generals::limits::LINK_CHARACTERS_MAX;

/// The link of a run, where a link holds it.
#[must_use]
pub fn link_of(run: &generals::Scenario) -> Option<String> {
    Some(run.link()).filter(|link| link.len() <= LINK_CHARACTERS_MAX)
}

//! What may have happened to a link that is refused, and ways on.

use generals::{Key, link};
use serde::Serialize;

use crate::{names::Damage, place::Presentation};

/// What may have happened to a link that is refused, and ways on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Diagnosis {
    /// Whether the key is one of ours.
    pub known: bool,
    /// What may have happened.
    pub damage: Damage,
    /// What shows it: the characters that came in, what stands from the first that no link holds, the pair that breaks off, the version, the protocol.
    /// An ellipsis stands for what it has more than can be shown.
    pub token: String,
    /// The link to offer first; null where only another scenario is a way on.
    pub first: Option<String>,
    /// The nearest link that can be opened.
    pub nearest: String,
    /// How that one asks the page to look.
    pub presentation: Presentation,
}

impl Diagnosis {
    /// The core's diagnosis.
    #[must_use]
    pub fn of(found: &link::Diagnosis) -> Self {
        Self {
            known: found.error.key.as_deref().and_then(Key::of).is_some(),
            damage: Damage(found.damage),
            token: found.token.clone(),
            first: found.first.clone(),
            nearest: found.nearest.address(),
            presentation: Presentation::of(&found.nearest.presentation),
        }
    }
}

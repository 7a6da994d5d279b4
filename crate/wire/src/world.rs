//! Another world that a general could not tell from his own.

use serde::Serialize;

/// Whether a general could be in another world.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum OtherWorld {
    /// He could: in this one.
    Found {
        /// Its link.
        link: String,
    },
    /// He could not: all sets of traitors were tried.
    NoneExists {
        /// Sets of traitors times orders.
        tried: usize,
    },
    /// Not in one of those that were tried, and not all were.
    NoneFound {
        /// Sets of traitors times orders.
        tried: usize,
    },
    /// The protocol is not for this question.
    NotForThis,
}

impl OtherWorld {
    /// The core's answer.
    #[must_use]
    pub fn of(world: &generals::OtherWorld) -> Self {
        match world {
            generals::OtherWorld::Found(scenario) => Self::Found {
                link: scenario.link(),
            },
            generals::OtherWorld::NoneExists { tried } => Self::NoneExists { tried: *tried },
            generals::OtherWorld::NoneFound { tried } => Self::NoneFound { tried: *tried },
            generals::OtherWorld::NotForThis => Self::NotForThis,
        }
    }
}

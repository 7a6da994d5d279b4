//! What may be opened and judged.

use generals::limits::{
    GENERALS_MAX, JUDGED_PATHS_MAX, LINK_CHARACTERS_MAX, PROGRAM_BYTES_MAX, STEPPED_MESSAGES_MAX,
};
use serde::Serialize;

/// What may be opened and judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// Generals of an army.
    pub generals: f64,
    /// Messages of a run that is opened.
    pub messages: f64,
    /// Characters of a link.
    pub link_characters: f64,
    /// Paths of a run that is judged.
    pub judged_paths: f64,
    /// Bytes of a program's text.
    pub program_bytes: f64,
    /// The protocols there are, in the order in which they are offered: those too that this build leaves out.
    #[cfg_attr(test, ts(as = "Vec<crate::names::Protocol>"))]
    pub protocols: Vec<&'static str>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            generals: GENERALS_MAX as f64,
            messages: STEPPED_MESSAGES_MAX as f64,
            link_characters: LINK_CHARACTERS_MAX as f64,
            judged_paths: JUDGED_PATHS_MAX as f64,
            program_bytes: PROGRAM_BYTES_MAX as f64,
            protocols: generals::Protocol::OFFERED.to_vec(),
        }
    }
}

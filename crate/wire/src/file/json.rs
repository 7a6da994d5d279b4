//! JSON where there is no browser.

use serde::Serialize;

use super::{Carrier, Tree};

/// JSON by `serde_json`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Json;

impl Carrier for Json {
    fn write<T: Serialize>(&self, data: &T) -> Option<String> {
        serde_json::to_string(data).ok()
    }

    fn read(&self, text: &str) -> Option<Tree> {
        serde_json::from_str(text).ok()
    }
}

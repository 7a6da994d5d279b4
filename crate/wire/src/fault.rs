//! What errors carry: why a link or a change is refused.

use generals::LinkError;
use serde::Serialize;

use crate::names::{Code, Form};

/// Why a link or a change is refused.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LinkFault {
    /// What is wrong.
    pub code: Code,
    /// The key it concerns; null only for `malformed` and `too-long`.
    pub key: Option<String>,
    /// What was read there; of what is no link at all its beginning, and an ellipsis where it goes on.
    pub read: Option<String>,
    /// What could have stood there.
    pub allowed: Option<Allowed>,
}

/// What could have stood in a link.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(untagged)]
pub enum Allowed {
    /// Whole numbers, as text, since a seed may be larger than a JavaScript number holds.
    Range {
        /// The smallest.
        min: String,
        /// The largest.
        max: String,
    },
    /// One of these.
    OneOf {
        /// All that are allowed.
        #[serde(rename = "oneOf")]
        one_of: Vec<&'static str>,
    },
    /// A text of a form.
    Form {
        /// The form.
        form: Form,
    },
}

impl LinkFault {
    /// The core's refusal.
    #[must_use]
    pub fn of(error: &LinkError) -> Self {
        let allowed = error.allowed.as_ref().map(|allowed| match allowed {
            generals::Allowed::Range(min, max) => Allowed::Range {
                min: min.to_string(),
                max: max.to_string(),
            },
            generals::Allowed::OneOf(values) => Allowed::OneOf {
                one_of: values.clone(),
            },
            generals::Allowed::Form(form) => Allowed::Form { form: Form(*form) },
        });
        Self {
            code: Code(error.code),
            key: error.key.clone(),
            read: error.read.clone(),
            allowed,
        }
    }
}

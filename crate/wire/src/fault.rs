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
    /// Where a program is to blame: what is wrong there, by the code of a mistake.
    #[cfg(feature = "own")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub mistake: Option<&'static str>,
    /// The line of the program, from 1.
    #[cfg(feature = "own")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub line: Option<usize>,
    /// The column there, in characters from 1.
    #[cfg(feature = "own")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub column: Option<usize>,
    /// What could stand there: text of the language, or a kind of thing.
    #[cfg(feature = "own")]
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub expected: Option<Vec<String>>,
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
        let allowed = match &error.allowed {
            Some(generals::Allowed::Range(min, max)) => Some(Allowed::Range {
                min: min.to_string(),
                max: max.to_string(),
            }),
            Some(generals::Allowed::OneOf(values)) => Some(Allowed::OneOf {
                one_of: values.clone(),
            }),
            Some(generals::Allowed::Form(form)) => Some(Allowed::Form { form: Form(*form) }),
            #[cfg(feature = "own")]
            Some(generals::Allowed::Program(_)) => None,
            None => None,
        };
        #[cfg(feature = "own")]
        let mistake = match &error.allowed {
            Some(generals::Allowed::Program(mistake)) => Some(&**mistake),
            _ => None,
        };
        Self {
            code: Code(error.code),
            key: error.key.clone(),
            read: error.read.clone(),
            allowed,
            #[cfg(feature = "own")]
            mistake: mistake.map(|mistake| mistake.code.name()),
            #[cfg(feature = "own")]
            line: mistake.map(|mistake| mistake.place.line),
            #[cfg(feature = "own")]
            column: mistake.map(|mistake| mistake.place.column),
            #[cfg(feature = "own")]
            expected: mistake.map(|mistake| mistake.expected.clone()),
        }
    }
}

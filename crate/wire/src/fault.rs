//! What errors carry: why a link, a change or a question is refused.

use generals::LinkError;
use serde::{Serialize, Serializer};

use crate::names::{Code, Form};

/// Why a link or a change is refused.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LinkFault {
    /// What is wrong.
    pub code: Code,
    /// The key it concerns; null only for `malformed` and `too-long`.
    pub key: Option<String>,
    /// What was read there.
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

/// Why a question of the laboratory cannot be answered here.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LabFault {
    /// Why.
    pub code: LabCode,
    /// What there is too much of: of strategies, 2 to the power of so many; of a ring, its messages; of a chain, its runs,
    /// infinite where no number holds them. Too few generals: how many are needed.
    pub size: Option<f64>,
    /// The link of the nearest army of which it can be asked.
    pub nearest: Option<String>,
}

/// Why a question cannot be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabCode {
    /// Strategies, a ring's messages or a chain's runs.
    TooLarge,
    /// Messages of a run.
    TooManyMessages,
    /// Generals for all behaviour of signed messages.
    TooManyGenerals,
    /// Generals for a ring or a chain.
    TooFew,
    /// It is asked of oral messages alone.
    OralOnly,
    /// The link's protocol is not for this question.
    NotForThis,
    /// Nothing is claimed of this army that could break.
    NothingClaimed,
}

impl LabCode {
    /// The code as published.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::TooManyMessages => "too-many-messages",
            Self::TooManyGenerals => "too-many-generals",
            Self::TooFew => "too-few",
            Self::OralOnly => "oral-only",
            Self::NotForThis => "not-for-this",
            Self::NothingClaimed => "nothing-claimed",
        }
    }
}

impl Serialize for LabCode {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(self.name())
    }
}

#[cfg(test)]
crate::declarations::union!(
    LabCode,
    [" Why a question cannot be answered."],
    crate::declarations::every!(
        LabCode::name,
        LabCode: TooLarge, TooManyMessages, TooManyGenerals, TooFew, OralOnly, NotForThis, NothingClaimed
    )
);

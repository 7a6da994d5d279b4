//! How an answer is known, and from where.

use serde::Serialize;

/// By an algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Exact {
    /// The one there is.
    Exact,
}

/// All were tried.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Exhausted {
    /// The one there is.
    Exhausted,
}

/// It is a theorem.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Theorem {
    /// The one there is.
    Theorem,
}

/// It is a theorem, or a run was found.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Known {
    /// It is a theorem.
    Theorem,
    /// A run shows it.
    Found,
}

/// Fischer, Lynch and Merritt 1986.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "UPPERCASE")]
pub enum RingSource {
    /// The one there is.
    Flm86,
}

/// Dwork, Lynch and Stockmeyer 1988.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "UPPERCASE")]
#[cfg(feature = "network")]
pub enum SplitSource {
    /// The one there is.
    Dls88,
}

/// Fischer and Lynch 1982, Dolev and Strong 1983.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "UPPERCASE")]
pub enum ChainSource {
    /// The one there is.
    Ds83,
}

/// Some were tried: nothing follows for the others.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Sampled {
    /// The one there is.
    Sampled,
}

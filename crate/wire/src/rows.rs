//! A message as a row of a table.

use serde::Serialize;

use crate::event::MessageEvent;

/// A message and its step.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Row {
    /// The message.
    #[serde(flatten)]
    pub message: MessageEvent,
    /// Its step, from 1.
    pub step: usize,
}

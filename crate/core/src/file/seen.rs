//! The messages of a run that stand in a file: all, or those that one general can know of.

use super::options::Options;
use crate::{
    protocol::machine::Refusal,
    run::{Event, Message, Rows, Trace, Wanted},
};

/// The messages that are told, in the order of steps.
pub(super) fn rows(trace: &Trace, options: &Options) -> Rows {
    let wanted = Wanted {
        seen_by: options.eyes,
        ..Wanted::default()
    };
    Rows::of(trace, &wanted, &[])
}

/// The message of each row with its number: its step, or, where not all are told, its place among those that are.
pub(super) fn numbered<'a>(
    trace: &'a Trace,
    options: &'a Options,
    rows: &'a Rows,
) -> impl Iterator<Item = (usize, Message)> + 'a {
    (0..rows.len()).filter_map(move |row| {
        let step = rows.step(row)?;
        match trace.event(step)? {
            Event::Message(message) if options.eyes.is_some() => Some((row + 1, message)),
            Event::Message(message) => Some((step, message)),
            Event::Decide { .. } => None,
        }
    })
}

/// Why a message was not taken in, for those who know that.
pub(super) fn refused(message: &Message, options: &Options) -> Option<&'static str> {
    let is_known = options.eyes.is_none_or(|eyes| eyes == message.slot.to);
    let why = message.said.refused.filter(|_| is_known);
    why.map(Refusal::name)
}

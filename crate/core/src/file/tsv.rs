//! The messages of a run as a table: a line a message, cells divided by tabs, a line of heads first.

use std::fmt::Write;

use super::{
    options::{Options, Refused},
    seen::{numbered, refused, rows},
};
use crate::{
    run::{Message, Trace, comes},
    word::limits::TABLE_MESSAGES_MAX,
};

/// What each column holds; the last two are of those alone who see everything.
const HEADS: [&str; 10] = [
    "step", "round", "from", "to", "path", "said", "seenBy", "refused", "honest", "lie",
];
const ALL_KNOWING: usize = 2;

/// The messages of a run as text with tabs, for spreadsheets and programmes: codes and numbers as the step API has them, generals
/// from 1, silence `S`. `seenBy` has the two who see a message, joined by a point, `refused` why a
/// message was not taken in. Seen through somebody's eyes, what he cannot
/// know is left out, and steps are counted among those that he sees.
///
/// ```
/// use generals::{Trace, file::{Options, tsv}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4&t=3", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let table = tsv(&trace, &Options::default()).unwrap();
/// let mut lines = table.lines();
/// assert_eq!(lines.next(), Some("step\tround\tfrom\tto\tpath\tsaid\tseenBy\trefused\thonest\tlie"));
/// assert_eq!(lines.nth(5), Some("6\t2\t3\t2\t1.3\tR\t2.3\t\tA\ttrue"));
/// ```
///
/// # Errors
/// [`Refused::TooLarge`] for more than [`TABLE_MESSAGES_MAX`] messages.
pub fn tsv(trace: &Trace, options: &Options) -> Result<String, Refused> {
    let rows = rows(trace, options);
    let size = rows.len() as u128;
    if size > TABLE_MESSAGES_MAX {
        let most = TABLE_MESSAGES_MAX;
        return Err(Refused::TooLarge { size, most });
    }
    let columns = HEADS.len()
        - if options.eyes.is_some() {
            ALL_KNOWING
        } else {
            0
        };
    let mut table = HEADS[..columns].join("\t");
    table.push('\n');
    for (number, message) in numbered(trace, options, &rows) {
        table.push_str(&cells(trace, options, number, &message)[..columns].join("\t"));
        table.push('\n');
    }
    Ok(table)
}

fn cells(
    trace: &Trace,
    options: &Options,
    number: usize,
    message: &Message,
) -> [String; HEADS.len()] {
    let Message { slot, said, .. } = message;
    let mut seen_by = slot.from.to_string();
    if comes(trace, *said) {
        let (low, high) = (slot.from.min(slot.to), slot.from.max(slot.to));
        seen_by.clear();
        // Writing into a text cannot fail.
        let _ = write!(seen_by, "{low}.{high}");
    }
    [
        number.to_string(),
        message.round().to_string(),
        slot.from.to_string(),
        slot.to.to_string(),
        slot.label.to_string(),
        said.word.letter().to_string(),
        seen_by,
        refused(message, options).unwrap_or_default().to_owned(),
        said.honest.letter().to_string(),
        said.is_lie().to_string(),
    ]
}

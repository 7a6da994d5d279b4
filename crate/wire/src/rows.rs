//! A message as a row of a table.

use serde::{Serialize, Serializer, ser::SerializeStruct};

use crate::event::MessageEvent;

/// A message and its step.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Row {
    /// The message.
    #[cfg_attr(test, ts(flatten))]
    pub message: MessageEvent,
    /// Its step, from 1.
    pub step: usize,
}

/// Tables ask for many rows at once, and serde's own way of flattening takes half as long again: it makes every name anew.
impl Serialize for Row {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let MessageEvent {
            kind,
            round,
            from,
            to: recipient,
            path,
            said,
            honest,
            lie,
            refused,
            #[cfg(feature = "two")]
            caught,
            #[cfg(feature = "marks")]
            part,
            #[cfg(feature = "marks")]
            neither,
            #[cfg(feature = "network")]
            sent,
            #[cfg(feature = "network")]
            decides,
        } = &self.message;
        #[cfg(not(feature = "two"))]
        let caught = &None::<bool>;
        #[cfg(not(feature = "marks"))]
        let (part, neither) = (&None::<char>, &None::<bool>);
        #[cfg(not(feature = "network"))]
        let (sent, decides) = (&None::<usize>, &None::<char>);
        let more = [
            refused.is_some(),
            caught.is_some(),
            part.is_some(),
            neither.is_some(),
            sent.is_some(),
            decides.is_some(),
        ];
        let more = more.into_iter().map(usize::from).sum::<usize>();
        let mut row = to.serialize_struct("Row", 9 + more)?;
        row.serialize_field("kind", kind)?;
        row.serialize_field("round", round)?;
        row.serialize_field("from", from)?;
        row.serialize_field("to", recipient)?;
        row.serialize_field("path", path)?;
        row.serialize_field("said", said)?;
        row.serialize_field("honest", honest)?;
        row.serialize_field("lie", lie)?;
        if let Some(refused) = refused {
            row.serialize_field("refused", refused)?;
        }
        if let Some(caught) = caught {
            row.serialize_field("caught", caught)?;
        }
        if let Some(part) = part {
            row.serialize_field("part", part)?;
        }
        if let Some(neither) = neither {
            row.serialize_field("neither", neither)?;
        }
        if let Some(sent) = sent {
            row.serialize_field("sent", sent)?;
        }
        if let Some(decides) = decides {
            row.serialize_field("decides", decides)?;
        }
        row.serialize_field("step", &self.step)?;
        row.end()
    }
}

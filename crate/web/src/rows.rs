//! The messages of a session: those of a round as bytes; as rows, filtered and sorted here, asked for a window at a time.

use std::sync::Arc;

use generals::{Event, Order, Sort, Trace, Wanted, Word};
use generals_wire::{
    MessageEvent, Row,
    arguments::{ROW_COLUMNS, ROWS_WANTED},
};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{count, entries, short_list, text, within},
    error::type_error,
    plain::to_js,
    session::Session,
};

/// Messages in some order; the decision is none of them. Free it when it is not needed any more.
#[wasm_bindgen]
pub struct Rows {
    trace: Arc<Trace>,
    rows: generals::Rows,
}

#[wasm_bindgen]
impl Session {
    /// The messages that are wanted, sorted by the first column, equals by the next, then by step; `-` before a column
    /// puts its largest first. Attack is before retreat and silence, a lie before what a traitor says truly. Throws a
    /// `TypeError` for names that mean nothing, a `RangeError` for generals, rounds and steps that are not in the run.
    pub fn rows(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "RowsWanted")] wanted: &JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "RowSort[]")] sort: &JsValue,
    ) -> Result<Rows, JsValue> {
        let wanted = self.wanted(wanted)?;
        let sort = if sort.is_undefined() {
            Vec::new()
        } else {
            let keys = short_list(sort)?;
            keys.iter().map(sort_of).collect::<Result<_, _>>()?
        };
        let trace = self.trace();
        let rows = generals::Rows::of(&trace, &wanted, &sort);
        Ok(Rows { trace, rows })
    }

    /// A round's messages in the order of steps, four bytes each: from, to, said (0 retreat, 1 attack, 2
    /// silent, 3 neither), and what is odd about it (bit 0: a lie, bit 1: not taken in). Throws a `RangeError` for a round
    /// that is not in the run, a `TypeError` for what is no integer.
    pub fn rides(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] round: &JsValue,
    ) -> Result<Vec<u8>, JsValue> {
        let (trace, round) = (self.trace(), self.round(round)?);
        let count = trace.round_end(round) - trace.round_end(round - 1);
        // Millions of messages: a list that grows as it is filled is copied again and again.
        let mut bytes = Vec::with_capacity(4 * count);
        for (from, to, said) in trace.messages(round) {
            let word = match said.word {
                Word::Order(Order::Retreat) => 0,
                Word::Order(Order::Attack) => 1,
                Word::Silence => 2,
                Word::Neither => 3,
            };
            let odd = u8::from(said.is_lie()) | u8::from(said.refused.is_some()) << 1;
            bytes.extend_from_slice(&[from.number(), to.number(), word, odd]);
        }
        Ok(bytes)
    }

    fn wanted(&self, given: &JsValue) -> Result<Wanted, JsValue> {
        let mut wanted = Wanted::default();
        if given.is_undefined() {
            return Ok(wanted);
        }
        for (name, value) in entries(given, &ROWS_WANTED)? {
            if value.is_null() || value.is_undefined() {
                continue;
            }
            let general = || self.general(&value).map(Some);
            match name.as_str() {
                "round" => wanted.round = Some(self.round(&value)?),
                "until" => wanted.until = Some(self.step_or_none(&value)?),
                "from" => wanted.from = general()?,
                "to" => wanted.to = general()?,
                "seenBy" => wanted.seen_by = general()?,
                _ => {
                    let lies = value.as_bool();
                    wanted.lies = lies.ok_or_else(|| type_error("lies is true or false"))?;
                }
            }
        }
        Ok(wanted)
    }
}

fn sort_of(key: &JsValue) -> Result<Sort, JsValue> {
    let key = text(key)?;
    let name = key.strip_prefix('-');
    let column = ROW_COLUMNS
        .iter()
        .find(|(known, _)| *known == name.unwrap_or(&key));
    let (_, by) = column.ok_or_else(|| type_error("there is no such column"))?;
    Ok(Sort {
        by: *by,
        descending: name.is_some(),
    })
}

#[wasm_bindgen]
impl Rows {
    /// How many there are.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.rows.len()
    }

    /// At most `count` rows, from row `start`, counted from 0: what each step is, and the step. Fewer at the end. Throws a
    /// `RangeError` for numbers below 0, a `TypeError` for what is no integer.
    #[wasm_bindgen(unchecked_return_type = "Row[]")]
    pub fn window(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] start: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "number")] count: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let start = self::count(start)?;
        let end = start.saturating_add(self::count(count)?);
        let steps = (start..end.min(self.rows.len())).filter_map(|row| self.rows.step(row));
        let rows = steps.filter_map(|step| match self.trace.event(step)? {
            Event::Message(message) => Some(Row {
                message: MessageEvent::of(&message, self.trace.scenario()),
                step,
            }),
            Event::Decide { .. } => None,
        });
        to_js(&rows.collect::<Vec<_>>())
    }

    /// The step of a row, counted from 0; null after the last one. Throws a `RangeError` for numbers below 0, a `TypeError`
    /// for what is no integer.
    #[wasm_bindgen(unchecked_return_type = "number | null")]
    pub fn at(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] row: &JsValue,
    ) -> Result<JsValue, JsValue> {
        Ok(number(self.rows.step(count(row)?)))
    }

    /// The row of a step, counted from 0; null where it is not among these. Throws a `RangeError` for a step that is not in
    /// the run, a `TypeError` for what is no integer.
    #[wasm_bindgen(js_name = placeOf, unchecked_return_type = "number | null")]
    pub fn place_of(
        &self,
        #[wasm_bindgen(unchecked_param_type = "number")] step: &JsValue,
    ) -> Result<JsValue, JsValue> {
        Ok(number(self.rows.row(within(step, 0..=self.trace.len())?)))
    }
}

fn number(value: Option<usize>) -> JsValue {
    value.map_or(JsValue::NULL, |value| JsValue::from(value as f64))
}

//! The space-time figure as plain data: lengths in pixels, words by their counts.

use generals::figure::time::{Arrow, Rect, TimeFigure, Wanted};
use serde::Serialize;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    arguments::{entries, integer, list},
    plain::to_js,
    session::Session,
};

const NAMES: [&str; 11] = [
    "width", "height", "margin", "head", "names", "decision", "token", "digit", "eyes", "open",
    "until",
];

/// Lengths are whole pixels; what is larger or smaller than lengths can be is clamped.
fn length(value: &JsValue) -> Result<i32, JsValue> {
    Ok(integer(value)? as i32)
}

fn lengths(value: &JsValue) -> Result<Vec<i32>, JsValue> {
    list(value)?.iter().map(length).collect()
}

fn wanted(value: &JsValue, session: &Session) -> Result<Wanted, JsValue> {
    let mut wanted = Wanted::default();
    for (name, value) in entries(value, &NAMES)? {
        match name.as_str() {
            "width" => wanted.width = length(&value)?,
            "height" => wanted.height = length(&value)?,
            "margin" => wanted.margin = length(&value)?,
            "head" => wanted.head = length(&value)?,
            "decision" => wanted.decision = length(&value)?,
            "digit" => wanted.digit = length(&value)?,
            "names" => wanted.names = lengths(&value)?,
            "token" => {
                let sizes = lengths(&value)?;
                wanted.token = (
                    sizes.first().copied().unwrap_or(0),
                    sizes.get(1).copied().unwrap_or(0),
                );
            }
            _ if value.is_null() => {}
            "eyes" => wanted.eyes = Some(session.general(&value)?),
            "until" => wanted.until = Some(integer(&value)? as usize),
            _ => wanted.open = Some(integer(&value)? as usize),
        }
    }
    Ok(wanted)
}

#[derive(Serialize)]
struct FigureView {
    width: i32,
    height: i32,
    span: Vec<i32>,
    lines: Vec<i32>,
    bands: Vec<BandView>,
    arrows: Vec<ArrowView>,
    decide: i32,
}

#[derive(Serialize)]
struct BandView {
    round: i32,
    place: Vec<i32>,
    messages: i32,
    grain: &'static str,
}

#[derive(Serialize)]
struct ArrowView {
    round: i32,
    from: i32,
    to: Vec<i32>,
    first: i32,
    last: i32,
    count: i32,
    said: Vec<i32>,
    lies: i32,
    refused: i32,
    start: Vec<i32>,
    ends: Vec<Vec<i32>>,
    label: Vec<i32>,
}

fn rect(rect: Rect) -> Vec<i32> {
    vec![rect.x, rect.y, rect.width, rect.height]
}

fn point((x, y): (i32, i32)) -> Vec<i32> {
    vec![x, y]
}

/// A run that may be opened has at most 2^22 steps.
const fn count(count: usize) -> i32 {
    count as i32
}

fn arrow(arrow: Arrow) -> ArrowView {
    let bundle = arrow.bundle;
    ArrowView {
        round: count(bundle.round),
        from: bundle.from.number().into(),
        to: bundle.to.iter().map(|to| to.number().into()).collect(),
        first: count(bundle.first),
        last: count(bundle.last),
        count: count(bundle.count),
        said: vec![
            count(bundle.attack),
            count(bundle.retreat),
            count(bundle.silent),
        ],
        lies: count(bundle.lies),
        refused: count(bundle.refused),
        start: point(arrow.start),
        ends: arrow.ends.into_iter().map(point).collect(),
        label: rect(arrow.label),
    }
}

#[wasm_bindgen]
impl Session {
    /// The run in space and time, laid out for labels of these sizes. Throws a `TypeError` for what is no such list
    /// of sizes.
    #[wasm_bindgen(js_name = spaceTime, unchecked_return_type = "TimeFigure")]
    pub fn space_time(
        &self,
        #[wasm_bindgen(unchecked_param_type = "TimeWanted")] boxes: &JsValue,
    ) -> Result<JsValue, JsValue> {
        let wanted = wanted(boxes, self)?;
        let figure = TimeFigure::of(&self.trace, &wanted);
        let bands = figure.bands.into_iter().map(|band| BandView {
            round: count(band.round),
            place: rect(band.place),
            messages: count(band.messages),
            grain: band.grain.name(),
        });
        Ok(to_js(&FigureView {
            width: figure.width,
            height: figure.height,
            span: point(figure.span),
            lines: figure.lines,
            bands: bands.collect(),
            arrows: figure.arrows.into_iter().map(arrow).collect(),
            decide: figure.decide,
        }))
    }
}

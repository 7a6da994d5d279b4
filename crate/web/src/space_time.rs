//! The space-time figure as plain data: lengths in pixels, words by their counts.

use generals::{
    General, Generals,
    figure::time::{Arrow, Rect, TimeFigure, Wanted},
};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use crate::{
    error::type_error,
    plain::{Id, ids, to_js},
    session::Session,
};

#[derive(Deserialize)]
struct Boxes {
    width: i32,
    height: i32,
    margin: i32,
    head: i32,
    names: Vec<i32>,
    decision: i32,
    token: (i32, i32),
    digit: i32,
    eyes: Option<u8>,
    open: Option<u32>,
}

#[derive(Serialize)]
struct FigureView {
    width: i32,
    height: i32,
    span: (i32, i32),
    lines: Vec<i32>,
    bands: Vec<BandView>,
    arrows: Vec<ArrowView>,
    decide: i32,
}

#[derive(Serialize)]
struct BandView {
    round: usize,
    place: RectView,
    messages: usize,
    grain: &'static str,
}

#[derive(Serialize)]
struct ArrowView {
    round: usize,
    from: Id,
    to: Vec<Id>,
    first: usize,
    last: usize,
    count: usize,
    said: (usize, usize, usize),
    lies: usize,
    refused: usize,
    start: (i32, i32),
    ends: Vec<(i32, i32)>,
    label: RectView,
}

type RectView = (i32, i32, i32, i32);

const fn rect(rect: Rect) -> RectView {
    (rect.x, rect.y, rect.width, rect.height)
}

fn arrow(arrow: Arrow) -> ArrowView {
    let bundle = arrow.bundle;
    ArrowView {
        round: bundle.round,
        from: bundle.from.number(),
        to: ids(bundle.to),
        first: bundle.first,
        last: bundle.last,
        count: bundle.count,
        said: (bundle.attack, bundle.retreat, bundle.silent),
        lies: bundle.lies,
        refused: bundle.refused,
        start: arrow.start,
        ends: arrow.ends,
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
        #[wasm_bindgen(unchecked_param_type = "TimeWanted")] wanted: JsValue,
    ) -> Result<JsValue, JsValue> {
        let boxes: Boxes = serde_wasm_bindgen::from_value(wanted)
            .map_err(|error| type_error(&error.to_string()))?;
        let all = Generals::all(self.trace.scenario().n());
        let eyes = boxes.eyes.and_then(|number| General::new(number.into()));
        let wanted = Wanted {
            width: boxes.width,
            height: boxes.height,
            margin: boxes.margin,
            head: boxes.head,
            names: boxes.names,
            decision: boxes.decision,
            token: boxes.token,
            digit: boxes.digit,
            eyes: eyes.filter(|general| all.contains(*general)),
            open: boxes.open.map(|step| step as usize),
        };
        let figure = TimeFigure::of(&self.trace, &wanted);
        let bands = figure.bands.into_iter().map(|band| BandView {
            round: band.round,
            place: rect(band.place),
            messages: band.messages,
            grain: band.grain.name(),
        });
        Ok(to_js(&FigureView {
            width: figure.width,
            height: figure.height,
            span: figure.span,
            lines: figure.lines,
            bands: bands.collect(),
            arrows: figure.arrows.into_iter().map(arrow).collect(),
            decide: figure.decide,
        }))
    }
}

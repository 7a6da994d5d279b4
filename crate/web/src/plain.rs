//! The core's values as plain data, in the vocabulary of the step API: what a link says. Of a run: `plain_run.rs`.

use generals::{
    General, Generals, Order, Path, Scenario, Word,
    link::{Link, Place, Presentation},
    om::count::MessageCounts,
};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// Maps become objects and nothing becomes null.
pub(crate) fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    // Plain structs of numbers, texts and lists always serialise.
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}

pub(crate) type Id = u8;

pub(crate) fn ids(generals: Generals) -> Vec<Id> {
    generals.iter().map(General::number).collect()
}

pub(crate) fn path_ids(path: &Path) -> Vec<Id> {
    path.generals()
        .iter()
        .map(|general| general.number())
        .collect()
}

pub(crate) fn word(word: Word) -> Option<char> {
    word.map(Order::letter)
}

#[derive(Serialize)]
pub(crate) struct ScenarioView {
    protocol: &'static str,
    n: usize,
    m: usize,
    order: char,
    traitors: Vec<Id>,
    strategy: &'static str,
    /// Digits: a seed may be larger than a JavaScript number holds.
    seed: String,
    lies: Vec<LieView>,
}

#[derive(Serialize)]
struct LieView {
    path: Vec<Id>,
    to: Id,
    said: Option<char>,
}

pub(crate) fn scenario(scenario: &Scenario) -> ScenarioView {
    let lies = scenario.lies().iter();
    ScenarioView {
        protocol: scenario.protocol().name(),
        n: scenario.n(),
        m: scenario.m(),
        order: scenario.order().letter(),
        traitors: ids(scenario.traitors()),
        strategy: scenario.strategy().name(),
        seed: scenario.seed().to_string(),
        lies: lies
            .flat_map(|(slot, words)| words.iter().map(move |word| (slot, word)))
            .map(|(slot, said)| LieView {
                path: path_ids(&slot.path),
                to: slot.to.number(),
                said: word(said),
            })
            .collect(),
    }
}

#[derive(Serialize)]
pub(crate) struct PlaceView<'a> {
    at: f64,
    pov: Option<Id>,
    view: &'static str,
    lesson: Option<&'a str>,
    general: Option<Id>,
    message: Option<f64>,
    fold: Option<f64>,
    path: Option<String>,
    both: &'static str,
    rule: Option<&'a str>,
}

pub(crate) fn place(place: &Place) -> PlaceView<'_> {
    PlaceView {
        at: place.at as f64,
        pov: place.pov.map(General::number),
        view: place.view.name(),
        lesson: place.lesson.as_deref(),
        general: place.general.map(General::number),
        message: place.message.map(|step| step as f64),
        fold: place.fold.map(|folds| folds as f64),
        path: place.path_text(),
        both: place.both.name(),
        rule: place.rule.as_deref(),
    }
}

#[derive(Serialize)]
pub(crate) struct PresentationView {
    lang: Option<&'static str>,
    theme: &'static str,
    embed: bool,
    controls: &'static str,
}

pub(crate) fn presentation(presentation: &Presentation) -> PresentationView {
    PresentationView {
        lang: presentation.lang.map(|lang| lang.name()),
        theme: presentation.theme.name(),
        embed: presentation.embed,
        controls: presentation.controls.name(),
    }
}

#[derive(Serialize)]
pub(crate) struct CountsView {
    #[serde(rename = "perRound")]
    per_round: Vec<Option<f64>>,
    total: Option<f64>,
}

pub(crate) fn counts(counts: &MessageCounts) -> CountsView {
    let number = |count: &u128| (*count < u128::MAX).then_some(*count as f64);
    CountsView {
        per_round: counts.per_round.iter().map(number).collect(),
        total: number(&counts.total),
    }
}

#[derive(Serialize)]
pub(crate) struct Reading<'a> {
    link: String,
    scenario: ScenarioView,
    place: PlaceView<'a>,
    presentation: PresentationView,
    ignored: Vec<&'a str>,
    messages: CountsView,
    bound: BoundView,
    stolen: Vec<Id>,
}

/// What theory promises.
#[derive(Serialize)]
struct BoundView {
    traitors: usize,
    theorem: bool,
    exact: Option<bool>,
    #[serde(rename = "loyalMessages")]
    loyal_messages: Option<f64>,
    enough: Option<EnoughView>,
}

#[derive(Serialize)]
struct EnoughView {
    n: usize,
    m: usize,
}

fn bound(run: &Scenario) -> BoundView {
    let bound = run.bound();
    BoundView {
        traitors: bound.k,
        theorem: bound.theorem,
        exact: bound.exact,
        loyal_messages: run
            .protocol()
            .is_signed()
            .then(|| MessageCounts::dolev_strong(run.n(), run.m()) as f64),
        enough: bound.enough.map(|(n, m)| EnoughView { n, m }),
    }
}

pub(crate) fn reading(link: &Link) -> Reading<'_> {
    let run = &link.scenario;
    Reading {
        link: run.link(),
        scenario: scenario(run),
        place: place(&link.place),
        presentation: presentation(&link.presentation),
        ignored: link.ignored.iter().map(|(key, _)| key.as_str()).collect(),
        messages: counts(&generals::messages_at_most(run)),
        bound: bound(run),
        stolen: ids(run.stolen()),
    }
}

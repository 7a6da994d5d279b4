//! The core's values as plain data, in the vocabulary of the step API.

use std::collections::BTreeMap;

use generals::{
    Event, General, Generals, Message, Order, OtherWorld, Path, Scenario, Trace, Verdict, View,
    Vote, Votes, Word,
    link::{Link, Place, Presentation},
    machine::Refusal,
    map_of,
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

fn counts(counts: &MessageCounts) -> CountsView {
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

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(crate) enum EventView {
    Message {
        round: usize,
        from: Id,
        to: Id,
        path: Vec<Id>,
        said: Option<char>,
        honest: Option<char>,
        lie: bool,
        #[serde(skip_serializing_if = "Option::is_none")]
        refused: Option<&'static str>,
    },
    Decide {
        round: usize,
        decisions: BTreeMap<String, char>,
    },
}

pub(crate) fn event(event: &Event, trace: &Trace) -> EventView {
    match event {
        Event::Message(Message { round, slot, said }) => EventView::Message {
            round: *round,
            from: slot.path.speaker().number(),
            to: slot.to.number(),
            path: path_ids(&slot.path),
            said: word(said.word),
            honest: word(said.honest),
            lie: said.is_lie(),
            refused: said.refused.map(Refusal::name),
        },
        Event::Decide { round } => EventView::Decide {
            round: *round,
            decisions: decisions(trace.verdict()),
        },
    }
}

fn decisions(verdict: &Verdict) -> BTreeMap<String, char> {
    let decisions = verdict.decisions.iter();
    map_of(decisions.map(|(general, order)| (general.to_string(), order.letter())))
}

#[derive(Serialize)]
pub(crate) struct SnapshotView {
    step: usize,
    round: usize,
    rounds: usize,
    generals: Vec<GeneralView>,
}

#[derive(Serialize)]
struct GeneralView {
    id: Id,
    loyal: bool,
    commander: bool,
    heard: f64,
    decision: Option<char>,
}

pub(crate) fn snapshot(trace: &Trace, step: usize) -> SnapshotView {
    let snapshot = trace.snapshot(step);
    let scenario = trace.scenario();
    let known = snapshot.heard.iter().zip(&snapshot.decisions);
    SnapshotView {
        step: snapshot.step,
        round: snapshot.round,
        rounds: scenario.rounds(),
        generals: scenario
            .generals()
            .iter()
            .zip(known)
            .map(|(general, (heard, decision))| GeneralView {
                id: general.number(),
                loyal: scenario.is_loyal(general),
                commander: general.is_commander(),
                heard: *heard as f64,
                decision: word(*decision),
            })
            .collect(),
    }
}

#[derive(Serialize)]
pub(crate) struct KnownView {
    general: Id,
    n: usize,
    m: usize,
    protocol: &'static str,
    order: Option<char>,
    received: Vec<ReceivedView>,
    sent: Vec<SentView>,
}

#[derive(Serialize)]
struct ReceivedView {
    round: usize,
    path: Vec<Id>,
    said: Option<char>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<&'static str>,
}

#[derive(Serialize)]
struct SentView {
    round: usize,
    path: Vec<Id>,
    to: Id,
    said: Option<char>,
}

pub(crate) fn view(view: &View) -> KnownView {
    let received = view.received.iter().map(|message| ReceivedView {
        round: message.round,
        path: path_ids(&message.path),
        said: word(message.said),
        refused: message.refused.map(Refusal::name),
    });
    let sent = view.sent.iter().map(|message| SentView {
        round: message.round,
        path: path_ids(&message.path),
        to: message.to.number(),
        said: word(message.said),
    });
    KnownView {
        general: view.general.number(),
        n: view.n,
        m: view.m,
        protocol: view.protocol.name(),
        order: word(view.order),
        received: received.collect(),
        sent: sent.collect(),
    }
}

#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum VotesView {
    Tree(VoteView),
    Flat {
        bag: Vec<WordView>,
        result: char,
        tie: bool,
    },
    Signed {
        values: Vec<ValueView>,
        result: char,
    },
}

#[derive(Serialize)]
pub(crate) struct VoteView {
    path: Vec<Id>,
    direct: Option<char>,
    children: Vec<VoteView>,
    result: char,
    tie: bool,
}

#[derive(Serialize)]
pub(crate) struct WordView {
    path: Vec<Id>,
    said: Option<char>,
}

#[derive(Serialize)]
pub(crate) struct ValueView {
    said: char,
    path: Vec<Id>,
    round: usize,
}

pub(crate) fn votes(votes: &Votes) -> VotesView {
    match votes {
        Votes::Tree(tree) => VotesView::Tree(vote(tree)),
        Votes::Flat(flat) => VotesView::Flat {
            bag: flat
                .bag
                .iter()
                .map(|(path, said)| WordView {
                    path: path_ids(path),
                    said: word(*said),
                })
                .collect(),
            result: flat.result.letter(),
            tie: flat.tie,
        },
        Votes::Signed(signed) => VotesView::Signed {
            values: signed
                .values
                .iter()
                .map(|(order, path, round)| ValueView {
                    said: order.letter(),
                    path: path_ids(path),
                    round: *round,
                })
                .collect(),
            result: signed.result.letter(),
        },
    }
}

fn vote(vote: &Vote) -> VoteView {
    VoteView {
        path: path_ids(&vote.path),
        direct: word(vote.direct),
        children: vote.children.iter().map(self::vote).collect(),
        result: vote.result.letter(),
        tie: vote.tie,
    }
}

#[derive(Serialize)]
pub(crate) struct VerdictView {
    decisions: BTreeMap<String, char>,
    agreement: ConditionView<bool>,
    validity: ConditionView<Option<bool>>,
    messages: CountsView,
    lies: Option<f64>,
}

#[derive(Serialize)]
struct ConditionView<T> {
    holds: T,
    witnesses: Vec<Id>,
}

pub(crate) fn verdict(verdict: &Verdict) -> VerdictView {
    let witnesses = |all: &[General]| all.iter().map(|general| general.number()).collect();
    VerdictView {
        decisions: decisions(verdict),
        agreement: ConditionView {
            holds: verdict.agreement.holds,
            witnesses: witnesses(&verdict.agreement.witnesses),
        },
        validity: ConditionView {
            holds: verdict.validity.holds,
            witnesses: witnesses(&verdict.validity.witnesses),
        },
        messages: counts(&verdict.messages),
        lies: verdict.lies.map(|count| count as f64),
    }
}

#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(crate) enum OtherWorldView {
    Found { link: String },
    NoneExists { tried: usize },
    NoneFound { tried: usize },
}

pub(crate) fn other_world(world: &OtherWorld) -> OtherWorldView {
    match world {
        OtherWorld::Found(scenario) => OtherWorldView::Found {
            link: scenario.link(),
        },
        OtherWorld::NoneExists { tried } => OtherWorldView::NoneExists { tried: *tried },
        OtherWorld::NoneFound { tried } => OtherWorldView::NoneFound { tried: *tried },
    }
}

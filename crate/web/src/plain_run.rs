//! What happened in a run, as plain data: its steps, what a general knows and why he decides, the verdict.

use std::collections::BTreeMap;

use generals::{
    Event, General, Message, OtherWorld, Trace, Verdict, View, Vote, Votes, machine::Refusal,
    map_of,
};
use serde::Serialize;

use crate::plain::{CountsView, Id, counts, path_ids, word};

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

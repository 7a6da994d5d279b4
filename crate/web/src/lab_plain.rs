//! The laboratory's answers as plain data. Each says of what kind it is.

use std::collections::BTreeMap;

use generals::{
    Bound, General, Generals, Order, Scenario,
    lab::{
        attack::{Attack, Condition},
        chain::{Chain, ChainRun, tells_apart},
        ring::{Copy, Ring, Window},
        rule::{Case, Tally, runs_tried},
    },
    limits::{ATTACK_COUNTED_MAX, LINK_CHARACTERS_MAX},
    map_of,
    om::count::MessageCounts,
};
use serde::Serialize;

use crate::plain::{CountsView, Id, counts, ids, path_ids, word};

/// The link of a run, where a link holds it.
pub(crate) fn link_of(run: &Scenario) -> Option<String> {
    Some(run.link()).filter(|link| link.len() <= LINK_CHARACTERS_MAX)
}

const fn condition_name(condition: Condition) -> &'static str {
    match condition {
        Condition::Agreement => "agreement",
        Condition::Validity => "validity",
    }
}

type Found = (Condition, Attack);

#[derive(Serialize)]
pub(crate) struct AttackView {
    kind: &'static str,
    lies: Option<f64>,
    condition: Option<&'static str>,
    link: Option<String>,
}

pub(crate) fn attack(found: Option<&Found>) -> AttackView {
    AttackView {
        kind: "exact",
        lies: found.map(|(_, attack)| match attack.lies {
            ATTACK_COUNTED_MAX => f64::INFINITY,
            lies => lies as f64,
        }),
        condition: found.map(|(condition, _)| condition_name(*condition)),
        link: found
            .and_then(|(_, attack)| attack.scenario.as_ref())
            .and_then(link_of),
    }
}

#[derive(Serialize)]
pub(crate) struct ToleranceView {
    #[serde(flatten)]
    attack: AttackView,
    promised: Option<bool>,
}

pub(crate) fn tolerance(base: &Scenario, k: usize, found: Option<&Found>) -> ToleranceView {
    ToleranceView {
        attack: attack(found),
        promised: Bound::oral(base.n(), base.m(), k).exact,
    }
}

#[derive(Serialize)]
pub(crate) struct CostView {
    oral: CountsView,
    signed: CountsView,
    #[serde(rename = "loyalAtMost")]
    loyal_at_most: f64,
}

pub(crate) fn cost(n: usize, m: usize) -> CostView {
    CostView {
        oral: counts(&MessageCounts::oral(n, m)),
        signed: counts(&MessageCounts::signed_loyal(n, m)),
        loyal_at_most: MessageCounts::dolev_strong(n, m) as f64,
    }
}

#[derive(Serialize)]
struct CopyView {
    general: Id,
    copy: char,
}

fn copy(copy: &Copy) -> CopyView {
    CopyView {
        general: copy.general.number(),
        copy: if copy.is_b { 'b' } else { 'a' },
    }
}

#[derive(Serialize)]
pub(crate) struct RingView {
    kind: &'static str,
    source: &'static str,
    blocs: Vec<Vec<Id>>,
    messages: Vec<RingMessageView>,
    decisions: Vec<DecisionView>,
    windows: Vec<WindowView>,
}

#[derive(Serialize)]
struct RingMessageView {
    round: usize,
    from: CopyView,
    to: CopyView,
    path: Vec<Id>,
    said: Option<char>,
}

#[derive(Serialize)]
struct DecisionView {
    #[serde(flatten)]
    copy: CopyView,
    order: char,
}

#[derive(Serialize)]
struct WindowView {
    loyal: Vec<CopyView>,
    traitors: Vec<Id>,
    order: char,
    condition: &'static str,
    holds: bool,
    #[serde(rename = "sameEyes")]
    same_eyes: bool,
    forged: Option<SlotView>,
    link: Option<String>,
}

#[derive(Serialize)]
struct SlotView {
    path: Vec<Id>,
    to: Id,
}

pub(crate) fn ring(blocs: [Generals; 3], ring: &Ring) -> RingView {
    RingView {
        kind: "theorem",
        source: "FLM86",
        blocs: blocs.map(ids).into(),
        messages: ring
            .messages
            .iter()
            .map(|message| RingMessageView {
                round: message.round,
                from: copy(&message.from),
                to: copy(&message.to),
                path: path_ids(&message.slot.path),
                said: word(message.said),
            })
            .collect(),
        decisions: ring
            .decisions
            .iter()
            .map(|(decided, order)| DecisionView {
                copy: copy(decided),
                order: order.letter(),
            })
            .collect(),
        windows: ring.windows.iter().map(window).collect(),
    }
}

fn window(window: &Window) -> WindowView {
    WindowView {
        loyal: window.loyal.iter().map(copy).collect(),
        traitors: ids(window.scenario.traitors()),
        order: window.scenario.order().letter(),
        condition: condition_name(window.condition),
        holds: window.holds,
        same_eyes: window.same_eyes,
        forged: window.forged.as_ref().map(|slot| SlotView {
            path: path_ids(&slot.path),
            to: slot.to.number(),
        }),
        link: link_of(&window.scenario),
    }
}

#[derive(Serialize)]
pub(crate) struct ChainView {
    kind: &'static str,
    source: &'static str,
    length: usize,
    tried: Vec<ChainRunView>,
}

#[derive(Serialize)]
pub(crate) struct ChainRunView {
    place: usize,
    order: char,
    traitors: Vec<Id>,
    #[serde(rename = "leftOut")]
    left_out: usize,
    obeyed: BTreeMap<String, char>,
    broken: bool,
    link: Option<String>,
}

/// A run and who tells it from the one before.
#[derive(Serialize)]
pub(crate) struct ChainPlaceView {
    #[serde(flatten)]
    run: ChainRunView,
    #[serde(rename = "tellsApart")]
    tells_apart: Vec<Id>,
}

pub(crate) fn chain_place(run: &ChainRun, before: Option<&ChainRun>) -> ChainPlaceView {
    ChainPlaceView {
        run: chain_run(run),
        tells_apart: before.map_or(Vec::new(), |before| ids(tells_apart(before, run))),
    }
}

pub(crate) fn chain(chain: &Chain) -> ChainView {
    ChainView {
        kind: "theorem",
        source: "DS83",
        length: chain.length,
        tried: chain.tried.iter().map(chain_run).collect(),
    }
}

fn chain_run(run: &ChainRun) -> ChainRunView {
    ChainRunView {
        place: run.place,
        order: run.scenario.order().letter(),
        traitors: ids(run.scenario.traitors()),
        left_out: run.scenario.lies().len(),
        obeyed: obeyed(&run.obeyed),
        broken: run.is_broken,
        link: link_of(&run.scenario),
    }
}

fn obeyed(obeyed: &[(General, Order)]) -> BTreeMap<String, char> {
    let obeyed = obeyed.iter();
    map_of(obeyed.map(|(general, order)| (general.to_string(), order.letter())))
}

#[derive(Serialize)]
pub(crate) struct RuleCaseView {
    condition: &'static str,
    traitor: Id,
    obeyed: BTreeMap<String, char>,
    link: Option<String>,
}

#[derive(Serialize)]
pub(crate) struct RulesView {
    kind: &'static str,
    tried: usize,
    cases: Vec<RuleCaseView>,
}

pub(crate) fn rules(n: usize, cases: &[Case]) -> RulesView {
    let cases = cases
        .iter()
        .map(|case| RuleCaseView {
            condition: condition_name(case.condition),
            traitor: ids(case.scenario.traitors())
                .first()
                .copied()
                .unwrap_or_default(),
            obeyed: obeyed(&case.obeyed),
            link: link_of(&case.scenario),
        })
        .collect();
    RulesView {
        kind: "exhausted",
        tried: runs_tried(n),
        cases,
    }
}

#[derive(Serialize)]
pub(crate) struct TallyView {
    kind: &'static str,
    choices: u32,
    obedient: u32,
    agreeing: u32,
    working: u32,
    each: String,
}

pub(crate) fn rule_tally(tally: &Tally) -> TallyView {
    TallyView {
        kind: "exhausted",
        choices: tally.choices,
        obedient: tally.obedient,
        agreeing: tally.agreeing,
        working: tally.working,
        each: tally.each.iter().map(sign).collect(),
    }
}

const fn sign(choice: &(bool, bool)) -> char {
    match choice {
        (true, true) => 'w',
        (true, false) => 'o',
        (false, true) => 'a',
        (false, false) => '.',
    }
}

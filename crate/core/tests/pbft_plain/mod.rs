//! A second form of one slot of PBFT, written as the paper tells it: everybody keeps a log of what has come, and each rule is
//! a question to that log. Nothing is shared with the library but the scenario.

mod network;
mod traitors;

use std::collections::{BTreeMap, BTreeSet};

use generals::{General, Label, Scenario, Slot, Variant};

/// View and word of a certificate, and whose seals are on it, each real or not.
type Seals = (usize, char, BTreeMap<u8, bool>);

/// `(view, word, who)`: he says that he accepted this order in this view.
type Statement = (usize, char, u8);

/// What somebody asks with: a view, and what he has prepared.
#[derive(Clone)]
struct Ask {
    by: u8,
    view: usize,
    shows: Option<Seals>,
}

#[derive(Clone)]
enum Body {
    /// Kind 1, 2 or 3.
    Say(u8, usize, char),
    Ask(Ask),
    Open(usize, char, Vec<Ask>),
}

struct Letter {
    slot: Slot,
    body: Option<Body>,
    sent: usize,
}

/// A delivery: position and recipient, word, whether it is refused, after how many it was sent.
pub(crate) type Row = (String, char, bool, usize);

#[derive(Default)]
struct Soldier {
    me: u8,
    view: usize,
    votes: bool,
    log: Vec<(u8, Body)>,
    accepted: BTreeMap<usize, char>,
    committed: BTreeSet<usize>,
    led: BTreeSet<usize>,
    best: Option<Seals>,
    decided: Option<char>,
}

impl Soldier {
    fn who_said(&self, kind: u8, view: usize, word: char) -> BTreeSet<u8> {
        let is_so =
            |body: &Body| matches!(body, Body::Say(k, v, w) if (*k, *v, *w) == (kind, view, word));
        let those = self.log.iter().filter(|(_, body)| is_so(body));
        those.map(|(from, _)| *from).collect()
    }

    fn asks(&self, view: usize) -> Vec<Ask> {
        let asks = self.log.iter().filter_map(|(_, body)| match body {
            Body::Ask(ask) if ask.view == view => Some(ask.clone()),
            _ => None,
        });
        asks.collect()
    }

    /// Everything that his log proves of others.
    fn statements(&self, leader: impl Fn(usize) -> u8) -> BTreeSet<Statement> {
        let mut all = BTreeSet::new();
        let mut shown = |ask: &Ask| {
            for (view, word, seals) in ask.shows.iter() {
                all.extend(seals.keys().map(|by| (*view, *word, *by)));
            }
        };
        for (_, body) in &self.log {
            match body {
                Body::Ask(ask) => shown(ask),
                Body::Open(_, _, asks) => asks.iter().for_each(&mut shown),
                Body::Say(..) => {}
            }
        }
        for (from, body) in &self.log {
            match body {
                Body::Say(1 | 2, view, word) => _ = all.insert((*view, *word, *from)),
                Body::Open(view, word, _) => _ = all.insert((*view, *word, leader(*view))),
                _ => {}
            }
        }
        all
    }
}

/// The run.
pub(crate) struct Plain<'a> {
    scenario: &'a Scenario,
    n: u8,
    quorum: usize,
    soldiers: Vec<Soldier>,
    under_way: Vec<Letter>,
    opened: BTreeSet<(usize, u8)>,
    rows: Vec<Row>,
}

const VIEWS: usize = 32;

/// What the highest certificate among them is for.
fn justified(asks: &[Ask]) -> Option<char> {
    let shows = asks.iter().filter_map(|ask| ask.shows.as_ref());
    let best = shows.map(|(view, word, _)| (*view, *word)).max();
    best.map(|(_, word)| word)
}

/// All deliveries and decisions of a scenario.
pub(crate) fn run(scenario: &Scenario) -> (Vec<Row>, BTreeMap<u8, char>) {
    let n = scenario.n() as u8;
    let soldier = |me| Soldier {
        me,
        view: 1,
        votes: true,
        ..Soldier::default()
    };
    let mut plain = Plain {
        scenario,
        n,
        quorum: scenario.n() - scenario.m(),
        soldiers: (1..=n).map(soldier).collect(),
        under_way: Vec::new(),
        opened: BTreeSet::new(),
        rows: Vec::new(),
    };
    plain.open();
    let order = scenario.order().letter();
    let mut out = plain.to_all(1, Body::Say(1, 1, order));
    out.extend(plain.enter(1, 1, order));
    plain.send(1, out);
    while plain.step() {}
    let loyal = plain.soldiers.iter().filter(|one| plain.is_loyal(one.me));
    let decided = loyal.filter_map(|one| Some((one.me, one.decided?)));
    let decided = decided.collect();
    (plain.rows, decided)
}

impl Plain<'_> {
    fn is_loyal(&self, who: u8) -> bool {
        let who = General::new(u64::from(who)).unwrap();
        !self.scenario.traitors().contains(who)
    }

    fn leader(&self, view: usize) -> u8 {
        ((view - 1) % usize::from(self.n)) as u8 + 1
    }

    fn one(&mut self, who: u8) -> &mut Soldier {
        &mut self.soldiers[usize::from(who) - 1]
    }

    fn slot(view: usize, kind: u8, from: u8, to: u8) -> Slot {
        Slot {
            round: view,
            label: Label::new(vec![view as u16, u16::from(kind), u16::from(from)]),
            to: General::new(u64::from(to)).unwrap(),
            from: General::new(u64::from(from)).unwrap(),
        }
    }

    fn to_all(&self, from: u8, body: Body) -> Vec<Letter> {
        let (view, kind) = match &body {
            Body::Say(kind, view, _) => (*view, *kind),
            Body::Ask(ask) => (ask.view, 4),
            Body::Open(view, ..) => (*view, 5),
        };
        let others = (1..=self.n).filter(|to| *to != from);
        let letter = |to| Letter {
            slot: Self::slot(view, kind, from, to),
            body: Some(body.clone()),
            sent: self.rows.len(),
        };
        others.map(letter).collect()
    }

    /// Traitors only keep logs; what they say is not theirs to send here.
    fn send(&mut self, from: u8, letters: Vec<Letter>) {
        if self.is_loyal(from) {
            self.put(letters);
        }
    }

    fn put(&mut self, mut letters: Vec<Letter>) {
        letters.sort_by_key(|one| (one.slot.label.clone(), one.slot.to));
        self.under_way.extend(letters);
    }

    // The program of a loyal general.

    fn enter(&mut self, who: u8, view: usize, word: char) -> Vec<Letter> {
        let leads = self.leader(view) == who;
        let one = self.one(who);
        one.view = view;
        one.votes = true;
        one.accepted.insert(view, word);
        let mut out = Vec::new();
        if !leads {
            one.log.push((who, Body::Say(2, view, word)));
            out = self.to_all(who, Body::Say(2, view, word));
        }
        out.extend(self.vote(who));
        out
    }

    fn vote(&mut self, who: u8) -> Vec<Letter> {
        let current = self.one(who).view;
        let (quorum, leader) = (self.quorum, self.leader(current));
        let at_prepared = self.scenario.variant() == Some(Variant::Prepared);
        let one = self.one(who);
        let view = one.view;
        let Some(word) = one.accepted.get(&view).copied().filter(|_| one.votes) else {
            return Vec::new();
        };
        let mut out = Vec::new();
        let mut prepared = one.who_said(2, view, word);
        prepared.insert(leader);
        if prepared.len() >= quorum && one.committed.insert(view) {
            let seals = prepared.into_iter().map(|by| (by, true)).collect();
            one.best = Some((view, word, seals));
            one.log.push((who, Body::Say(3, view, word)));
            if at_prepared {
                one.decided = one.decided.or(Some(word));
            }
            out = self.to_all(who, Body::Say(3, view, word));
        }
        let one = self.one(who);
        if one.committed.contains(&view) && one.who_said(3, view, word).len() >= quorum {
            one.decided = one.decided.or(Some(word));
        }
        out
    }

    fn ask(&mut self, who: u8, view: usize) -> Vec<Letter> {
        let one = self.one(who);
        one.view = view;
        one.votes = false;
        let shows = one.best.clone();
        let ask = Ask {
            by: who,
            view,
            shows,
        };
        one.log.push((who, Body::Ask(ask.clone())));
        self.to_all(who, Body::Ask(ask))
    }

    fn join_and_lead(&mut self, who: u8) -> Vec<Letter> {
        let mut out = Vec::new();
        let enough = self.scenario.m() + 1;
        let join =
            |one: &Soldier| (one.view + 1..=VIEWS).find(|view| one.asks(*view).len() >= enough);
        while let Some(view) = join(self.one(who)) {
            out.extend(self.ask(who, view));
        }
        let (n, quorum) = (usize::from(self.n), self.quorum);
        let one = self.one(who);
        let mine = |view: &usize| (view - 1) % n + 1 == usize::from(who);
        let can = |view: &usize| {
            mine(view)
                && !one.led.contains(view)
                && !one.accepted.contains_key(view)
                && one.asks(*view).len() >= quorum
        };
        let Some(view) = (one.view.max(2)..=VIEWS).rev().find(can) else {
            return out;
        };
        one.led.insert(view);
        let mut asks = one.asks(view);
        asks.truncate(quorum);
        let word = justified(&asks).unwrap_or('R');
        out.extend(self.to_all(who, Body::Open(view, word, asks)));
        out.extend(self.enter(who, view, word));
        out
    }

    fn is_proved(&self, ask: &Ask) -> bool {
        let Some((view, _, seals)) = &ask.shows else {
            return true;
        };
        *view < ask.view
            && seals.len() >= self.quorum
            && seals.contains_key(&self.leader(*view))
            && seals.values().all(|is_real| *is_real)
    }

    /// Whether it is taken in, and what he does then.
    fn hear(&mut self, who: u8, from: u8, body: &Body) -> Option<Vec<Letter>> {
        let is_new = match body {
            Body::Say(1, view, _) => !self.one(who).accepted.contains_key(view),
            Body::Say(kind, view, word) => {
                !self.one(who).who_said(*kind, *view, *word).contains(&from)
            }
            Body::Ask(ask) => {
                self.is_proved(ask)
                    && !self
                        .one(who)
                        .asks(ask.view)
                        .iter()
                        .any(|one| one.by == from)
            }
            Body::Open(view, word, asks) => {
                let by: BTreeSet<u8> = asks.iter().map(|ask| ask.by).collect();
                let is_justified = justified(asks).is_none_or(|due| due == *word);
                let is_proof =
                    by.len() >= self.quorum && asks.iter().all(|ask| self.is_proved(ask));
                let needs_none = self.scenario.variant() == Some(Variant::NoProof);
                (needs_none || (is_proof && is_justified))
                    && !self.one(who).accepted.contains_key(view)
            }
        };
        if !is_new {
            return None;
        }
        self.one(who).log.push((from, body.clone()));
        Some(match body {
            Body::Say(1, view, word) | Body::Open(view, word, _) if *view >= self.one(who).view => {
                self.enter(who, *view, *word)
            }
            Body::Say(2 | 3, view, _) if *view == self.one(who).view => self.vote(who),
            Body::Ask(_) => self.join_and_lead(who),
            _ => Vec::new(),
        })
    }

    fn time_out(&mut self, who: u8) -> Vec<Letter> {
        let quorum = self.quorum;
        let one = self.one(who);
        let there = one.log.iter().filter(|(_, body)| match body {
            Body::Say(kind, view, _) => *kind > 1 && *view >= one.view,
            Body::Ask(ask) => ask.view >= one.view,
            Body::Open(..) => false,
        });
        let there: BTreeSet<u8> = there.map(|(from, _)| *from).collect();
        let next = match one.decided {
            Some(_) => (one.view + 1..=VIEWS).find(|view| !one.asks(*view).is_empty()),
            None if one.votes || there.len() >= quorum => Some(one.view + 1),
            None => None,
        };
        let Some(view) = next.filter(|view| *view <= VIEWS) else {
            return Vec::new();
        };
        let mut out = self.ask(who, view);
        out.extend(self.join_and_lead(who));
        out
    }
}

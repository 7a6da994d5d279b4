//! What weak traitors can do, by plain brute force: every crash, every set of missing messages, every history of a copy, every word.
#![allow(clippy::unwrap_used)] // a test may

use std::collections::BTreeSet;

use generals::{
    General, Order, Path, Paths, Scenario, Slot,
    machine::{Decision, Spoken, StepMachine, run},
};

use super::common::trace;

/// What was tried by hand: the runs, told by all that traitors said in them, and how many of these break.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tried {
    pub(crate) runs: usize,
    pub(crate) breaks: bool,
}

/// What traitors said in one run: slot, then words.
type Said = Vec<(Slot, Vec<char>)>;

/// A general's place in lists.
fn at(general: General) -> usize {
    general.number() as usize - 1
}

fn is_broken(base: &Scenario, decisions: &[Option<Decision>]) -> bool {
    let loyal = base.loyal_deciders().iter();
    let obeyed: Vec<Order> = loyal
        .map(|general| decisions[at(general)].unwrap().order)
        .collect();
    let parts = obeyed.iter().any(|order| *order != obeyed[0]);
    // Where all loyal who began with something began with the same, it is obeyed: a commander's order, or an opinion of all.
    let begun = base.generals().and_not(base.traitors()).iter();
    let begun: Vec<Order> = begun.filter_map(|general| base.input(general)).collect();
    let is_one = !begun.is_empty() && begun.iter().all(|order| *order == begun[0]);
    let disobeys = is_one && obeyed.iter().any(|order| *order != begun[0]);
    parts || disobeys
}

/// All that an honest general would send in a round, in the order of steps: by path, then recipient, attack first.
fn honest<M: StepMachine>(
    machine: &M,
    base: &Scenario,
    state: &M::State,
    round: usize,
    from: General,
) -> Vec<(Slot, M::Message)> {
    let others = base.generals().without(from);
    let mut sent: Vec<_> = others
        .iter()
        .flat_map(|to| machine.send(state, round, to))
        .collect();
    sent.sort_by_key(|(slot, message)| (slot.clone(), M::word(message) != Order::Attack.into()));
    sent
}

/// Runs in which a traitor sends the k-th of his honest messages if `sends(k)` says so, where k counts from 0 over the whole run.
fn with_gaps<M: StepMachine>(
    machine: &M,
    base: &Scenario,
    sends: impl Fn(General, usize) -> bool,
) -> (Vec<(Slot, bool)>, bool) {
    let mut before = vec![0; base.n()];
    let mut told = Vec::new();
    let mut last = (0, General::COMMANDER);
    let mut here = 0;
    let ended = run(
        machine,
        base.n(),
        |general| base.input(general),
        base.traitors(),
        |state, round, from, to| {
            if (round, from) != last {
                before[at(last.1)] += here;
                last = (round, from);
            }
            let all = honest(machine, base, state, round, from);
            here = all.len();
            let first = before[at(from)];
            let mut spoken = Vec::new();
            for (place, (slot, message)) in all.into_iter().enumerate() {
                if slot.to != to {
                    continue;
                }
                let is_sent = sends(from, first + place);
                told.push((slot.clone(), is_sent));
                spoken.push(Spoken {
                    slot,
                    said: is_sent.then(|| message.clone()),
                    honest: Some(message),
                });
            }
            spoken
        },
    );
    (told, is_broken(base, &ended.decisions))
}

/// A crash is a number: so many messages of his, then none.
pub(crate) fn crashes<M: StepMachine>(machine: &M, base: &Scenario, most: usize) -> Tried {
    let traitors: Vec<General> = base.traitors().iter().collect();
    let ways = most + 1;
    let mut runs = BTreeSet::new();
    let mut breaks = false;
    for code in 0..ways.pow(traitors.len() as u32) {
        let point = |general| {
            let place = traitors.iter().position(|one| *one == general).unwrap();
            code / ways.pow(place as u32) % ways
        };
        let (told, broken) = with_gaps(machine, base, |general, k| k < point(general));
        breaks |= broken;
        runs.insert(told);
    }
    let runs = runs.len();
    Tried { runs, breaks }
}

/// Any of the messages that traitors would send may be missing.
pub(crate) fn omissions<M: StepMachine>(machine: &M, base: &Scenario, most: usize) -> Tried {
    let traitors: Vec<General> = base.traitors().iter().collect();
    let mut runs = BTreeSet::new();
    let mut breaks = false;
    for code in 0_u64..1 << (most * traitors.len()) {
        let sends = |general, k: usize| {
            let place = traitors.iter().position(|one| *one == general).unwrap();
            code >> (place * most + k) & 1 == 1
        };
        let (told, broken) = with_gaps(machine, base, sends);
        breaks |= broken;
        runs.insert(told);
    }
    let runs = runs.len();
    Tried { runs, breaks }
}

/// A run up to a round: what each remembers, and all that each traitor was ever sent.
struct Until<M: StepMachine> {
    states: Vec<M::State>,
    sent_to: Vec<Vec<(usize, General, M::Message)>>,
    said: Said,
}

/// Every word that some honest copy would say, by slot; `None` is silence. A copy is made from nothing for each history: an input,
/// and those of the messages to him that came.
fn copies_say<M: StepMachine>(
    machine: &M,
    base: &Scenario,
    until: &Until<M>,
    round: usize,
    from: General,
) -> Vec<(Slot, Vec<Option<M::Message>>)> {
    let inputs: &[Option<Order>] = match base.input(from) {
        Some(_) => &[Some(Order::Attack), Some(Order::Retreat)],
        None => &[None],
    };
    let sent_to = &until.sent_to[at(from)];
    let mut all: Vec<Vec<(Slot, M::Message)>> = Vec::new();
    for input in inputs {
        for history in 0_u64..1 << sent_to.len() {
            let mut copy = machine.init(from, *input);
            for (place, (round, by, message)) in sent_to.iter().enumerate() {
                if history >> place & 1 == 1 {
                    let _ = machine.receive(&mut copy, *round, *by, message);
                }
            }
            all.push(honest(machine, base, &copy, round, from));
        }
    }
    let slots: BTreeSet<Slot> = all.iter().flatten().map(|(slot, _)| slot.clone()).collect();
    let words = |slot: &Slot| {
        let mut words: Vec<Option<M::Message>> = Vec::new();
        for copy in &all {
            let mut here = copy.iter().filter(|(other, _)| other == slot).peekable();
            if here.peek().is_none() && !words.contains(&None) {
                words.push(None);
            }
            for (_, message) in here {
                if !words.contains(&Some(message.clone())) {
                    words.push(Some(message.clone()));
                }
            }
        }
        words
    };
    slots
        .iter()
        .map(|slot| (slot.clone(), words(slot)))
        .collect()
}

/// Every run of twins: in each slot one of their words, or several where a slot holds several.
pub(crate) fn twins<M: StepMachine>(machine: &M, base: &Scenario) -> Tried {
    let generals = base.generals();
    let mut open = vec![Until {
        states: generals
            .iter()
            .map(|general| machine.init(general, base.input(general)))
            .collect(),
        sent_to: vec![Vec::new(); base.n()],
        said: Vec::new(),
    }];
    for round in 1..=machine.rounds() {
        open = open
            .into_iter()
            .flat_map(|until| {
                let mut sendings: Vec<Vec<(Slot, M::Message)>> = vec![Vec::new()];
                let mut saids = vec![until.said.clone()];
                for from in base.loyal().iter() {
                    let sent = honest(machine, base, &until.states[at(from)], round, from);
                    sendings[0].extend(sent);
                }
                for from in base.traitors().iter() {
                    for (slot, words) in copies_say(machine, base, &until, round, from) {
                        let (mut longer, mut told) = (Vec::new(), Vec::new());
                        for (sending, said) in sendings.iter().zip(&saids) {
                            for set in sets_of(&words, base.spec().says_both) {
                                let messages = set.iter().flatten();
                                let here = messages.map(|one| (slot.clone(), one.clone()));
                                longer.push(sending.iter().cloned().chain(here).collect());
                                let letters = set.iter().flatten().map(|m| M::word(m).letter());
                                let entry = (slot.clone(), letters.collect());
                                told.push(said.iter().cloned().chain([entry]).collect());
                            }
                        }
                        (sendings, saids) = (longer, told);
                    }
                }
                let ways = sendings.into_iter().zip(saids);
                ways.map(|(sending, said)| heard(machine, base, &until, round, sending, said))
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    let breaks = open.iter().any(|until| {
        let decisions: Vec<_> = until.states.iter().map(|s| machine.decide(s)).collect();
        is_broken(base, &decisions)
    });
    let runs: BTreeSet<Said> = open.into_iter().map(|until| until.said).collect();
    let runs = runs.len();
    Tried { runs, breaks }
}

/// One of the words; or any set of them that is not empty, silence being the set with nothing said.
fn sets_of<T: Clone>(words: &[Option<T>], says_both: bool) -> Vec<Vec<Option<T>>> {
    if !says_both {
        return words.iter().map(|word| vec![word.clone()]).collect();
    }
    let spoken: Vec<&Option<T>> = words.iter().filter(|word| word.is_some()).collect();
    let silence = words.iter().any(Option::is_none);
    (usize::from(!silence)..1 << spoken.len())
        .map(|set| {
            let chosen = spoken.iter().enumerate();
            let chosen = chosen.filter(|(place, _)| set >> place & 1 == 1);
            chosen.map(|(_, word)| (*word).clone()).collect()
        })
        .collect()
}

fn heard<M: StepMachine>(
    machine: &M,
    base: &Scenario,
    until: &Until<M>,
    round: usize,
    mut sending: Vec<(Slot, M::Message)>,
    said: Said,
) -> Until<M> {
    let mut next = Until::<M> {
        states: until.states.clone(),
        sent_to: until.sent_to.clone(),
        said,
    };
    sending.sort_by_key(|(slot, message)| (slot.clone(), M::word(message) != Order::Attack.into()));
    for (slot, message) in sending {
        let to = at(slot.to);
        let _ = machine.receive(&mut next.states[to], round, slot.from, &message);
        if base.traitors().contains(slot.to) {
            next.sent_to[to].push((round, slot.from, message));
        }
    }
    next
}

/// Every word in every slot of traitors: attack, retreat, silence, and both where a slot holds both.
pub(crate) fn anything(base: &Scenario) -> bool {
    let slots: Vec<String> = (1..=base.rounds())
        .flat_map(|length| Paths::new(base.n(), length))
        .filter(|path: &Path| base.traitors().contains(path.speaker()))
        .flat_map(|path| {
            let to = base.loyal().and_not(path.set());
            let slots = to.iter().map(|to| path.slot(to).to_string());
            slots.collect::<Vec<_>>()
        })
        .collect();
    let is_signed = base.spec().is_signed;
    let words: &[&str] = if is_signed {
        &["", "A", "R", "AR"]
    } else {
        &["A", "R", "S"]
    };
    let strategy = if is_signed { "silent" } else { "honest" };
    let army = base.link();
    (0..words.len().pow(slots.len() as u32)).any(|code| {
        let said = slots.iter().enumerate().flat_map(|(place, slot)| {
            let said = words[code / words.len().pow(place as u32) % words.len()];
            said.chars().map(move |word| format!("{slot}{word}"))
        });
        let lies = said.collect::<Vec<_>>().join("_");
        trace(&format!("{army}&s={strategy}&x={lies}"))
            .verdict()
            .is_broken()
    })
}

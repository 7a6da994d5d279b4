//! A run of SM(m) of a scenario: what its traitors write, forged or not, and the steps that follow.

use std::rc::Rc;

use crate::{
    general::{General, Generals},
    machine::{Spoken, Step, run},
    order::{Order, Word},
    path::Path,
    scenario::Scenario,
    slot::{Slot, Words},
    sm::{
        keys::Keys,
        letter::Letter,
        machine::{Accepted, Signed, SignedState},
    },
    sorted::sort_by_key,
    trace::{Message, Said},
    view::{Received, Sent},
};

/// A run kept for stepping.
#[derive(Debug)]
pub(crate) struct SignedRun {
    machine: Signed,
    steps: Vec<Step<Letter>>,
    /// The last step of each round; entry 0 is 0.
    ends: Vec<usize>,
    states: Vec<SignedState>,
    decisions: Vec<Option<Order>>,
}

impl SignedRun {
    /// Runs a scenario with the keys of its seed.
    pub(crate) fn new(scenario: &Scenario, keys: Rc<Keys>) -> Self {
        let held = scenario
            .traitors()
            .iter()
            .chain(scenario.stolen().iter())
            .collect();
        let machine = Signed::with_keys(scenario.n(), scenario.m(), keys, held);
        let run = run(
            &machine,
            scenario.n(),
            scenario.order(),
            scenario.traitors(),
            |states, round, from, to| {
                let traitor = Traitor {
                    machine: &machine,
                    scenario,
                    states,
                    from,
                };
                traitor.speak(round, to)
            },
        );
        let mut ends = vec![0];
        for round in 1..=scenario.rounds() {
            ends.push(run.steps.partition_point(|step| step.round <= round));
        }
        Self {
            machine,
            steps: run.steps,
            ends,
            states: run.states,
            decisions: run.decisions,
        }
    }

    pub(crate) fn attackers(&self) -> Generals {
        let attacks = self.decisions.iter().zip(0..);
        attacks
            .filter(|(decision, _)| **decision == Some(Order::Attack))
            .map(|(_, index)| General::from_index(index))
            .collect()
    }

    pub(crate) fn len(&self) -> usize {
        self.steps.len()
    }

    pub(crate) fn round(&self, step: usize) -> usize {
        let rounds = self.ends.len() - 1;
        self.ends.partition_point(|end| *end < step).min(rounds)
    }

    pub(crate) fn end(&self, round: usize) -> usize {
        self.ends.get(round).copied().unwrap_or(self.steps.len())
    }

    /// The messages that carry a word, round 1 first.
    pub(crate) fn per_round(&self) -> Vec<u128> {
        self.ends
            .windows(2)
            .map(|ends| {
                let steps = &self.steps[ends[0]..ends[1]];
                steps
                    .iter()
                    .filter(|step| step.spoken.said.is_some())
                    .count() as u128
            })
            .collect()
    }

    pub(crate) fn lies(&self) -> u64 {
        self.steps.iter().filter(|step| said(step).is_lie()).count() as u64
    }

    pub(crate) fn message(&self, step: usize) -> Option<Message> {
        let step = self.steps.get(step.checked_sub(1)?)?;
        Some(Message {
            round: step.round,
            slot: step.spoken.slot.clone(),
            said: said(step),
        })
    }

    pub(crate) fn messages(&self, round: usize) -> impl Iterator<Item = (General, General, Said)> {
        let steps = &self.steps[self.end(round - 1)..self.end(round)];
        steps.iter().map(|step| {
            let slot = &step.spoken.slot;
            (slot.path.speaker(), slot.to, said(step))
        })
    }

    /// Whether a step's path without its speaker is another than that of the step before.
    pub(crate) fn opens_stem(&self, step: usize) -> bool {
        let path = |step: usize| Some(&self.steps.get(step.checked_sub(1)?)?.spoken.slot.path);
        match (path(step - 1), path(step)) {
            (Some(before), Some(here)) => before.before() != here.before(),
            _ => true,
        }
    }

    pub(crate) fn heard(&self, n: usize, step: usize) -> Vec<u64> {
        let mut heard = vec![0; n];
        for step in self.steps.iter().take(step) {
            heard[step.spoken.slot.to.index()] += u64::from(step.spoken.said.is_some());
        }
        heard
    }

    /// What a general has received and sent: a letter that is withheld is seen by nobody, its writer aside, who
    /// did nothing.
    pub(crate) fn seen(&self, general: General, step: usize) -> (Vec<Received>, Vec<Sent>) {
        let (mut received, mut sent) = (Vec::new(), Vec::new());
        for step in self.steps.iter().take(step) {
            let Slot { path, to } = &step.spoken.slot;
            let Some(letter) = &step.spoken.said else {
                continue;
            };
            let (round, path, said) = (step.round, path.clone(), Some(letter.order));
            if path.speaker() == general {
                let to = *to;
                sent.push(Sent {
                    round,
                    path,
                    to,
                    said,
                });
            } else if *to == general {
                let refused = step.refused;
                received.push(Received {
                    round,
                    path,
                    said,
                    refused,
                });
            }
        }
        (received, sent)
    }

    /// The first step of a slot.
    pub(crate) fn step_of(&self, slot: &Slot) -> Option<usize> {
        let found = self.steps.iter().position(|step| step.spoken.slot == *slot);
        found.map(|index| index + 1)
    }

    /// What a lieutenant has taken in by the end.
    pub(crate) fn accepted(&self, general: General) -> &[Accepted] {
        self.states
            .get(general.index())
            .map_or(&[], |state| &state.accepted)
    }

    /// The letter of a step, and the machine whose keys check it.
    pub(crate) fn letter(&self, step: usize) -> Option<&Letter> {
        self.steps.get(step.checked_sub(1)?)?.spoken.said.as_ref()
    }

    pub(crate) const fn machine(&self) -> &Signed {
        &self.machine
    }
}

fn said(step: &Step<Letter>) -> Said {
    let word = |letter: &Option<Letter>| letter.as_ref().map(|letter| letter.order);
    Said {
        word: word(&step.spoken.said),
        honest: word(&step.spoken.honest),
        refused: step.refused,
    }
}

/// A traitor at work.
struct Traitor<'a> {
    machine: &'a Signed,
    scenario: &'a Scenario,
    states: &'a [SignedState],
    from: General,
}

impl Traitor<'_> {
    /// What he shows a neighbour: in the slots where an honest general would show something, and in those that
    /// a lie names.
    fn speak(&self, round: usize, to: General) -> Vec<Spoken<Letter>> {
        let honest = self
            .machine
            .shows(&self.states[self.from.index()], round, to);
        let mut slots: Vec<Slot> = honest
            .iter()
            .filter_map(|letter| {
                Some(Slot {
                    path: letter.path()?,
                    to,
                })
            })
            .collect();
        let named = self.scenario.lies().keys();
        slots.extend(
            named
                .filter(|slot| slot.path.len() == round)
                .filter(|slot| slot.path.speaker() == self.from && slot.to == to)
                .cloned(),
        );
        sort_by_key(&mut slots, Clone::clone);
        slots.dedup();
        let spoken = slots.into_iter().flat_map(|slot| {
            let here = honest
                .iter()
                .filter(|letter| letter.path().as_ref() == Some(&slot.path));
            self.speak_in(&slot, &here.cloned().collect::<Vec<_>>())
        });
        spoken.collect()
    }

    /// Pairs what he says in a slot with what an honest general would say there: equal words first, then what is
    /// left of either.
    fn speak_in(&self, slot: &Slot, honest: &[Letter]) -> Vec<Spoken<Letter>> {
        let said: Words = self.words(slot, honest);
        let honest_says = |order| honest.iter().find(|letter| letter.order == order);
        let spoken = |said: Word, honest: Option<&Letter>| Spoken {
            slot: slot.clone(),
            said: said.map(|order| match honest {
                Some(letter) if letter.order == order => letter.clone(),
                _ => self.write(order, &slot.path),
            }),
            honest: honest.cloned(),
        };
        let mut all: Vec<Spoken<Letter>> = said
            .orders()
            .filter_map(|order| Some(spoken(Some(order), Some(honest_says(order)?))))
            .collect();
        let mut more = said.orders().filter(|order| honest_says(*order).is_none());
        let mut less = honest.iter().filter(|letter| !said.has(letter.order));
        loop {
            match (more.next(), less.next()) {
                (None, None) => break,
                (order, letter) => all.push(spoken(order, letter)),
            }
        }
        if all.is_empty() {
            // A lie says silence where an honest general shows nothing: named, so a step.
            all.push(spoken(None, None));
        }
        all
    }

    fn words(&self, slot: &Slot, honest: &[Letter]) -> Words {
        if let Some(words) = self.scenario.lies().get(slot) {
            return *words;
        }
        let strategy = self.scenario.strategy();
        honest.iter().fold(Words::SILENCE, |words, letter| {
            match strategy.word(self.scenario.seed(), slot, letter.order) {
                Some(order) => words.with(order),
                None => words,
            }
        })
    }

    /// A letter with these signers. Where a signature is needed that no traitor can make and no loyal general
    /// has given, the traitor signs with his own key in the other's name.
    fn write(&self, order: Order, path: &Path) -> Letter {
        let keys = self.machine.keys();
        let mut letter = Letter::unsigned(order);
        let mut path_so_far: Option<Path> = None;
        for signer in path.generals() {
            let path = match path_so_far.take() {
                None => Path::commander(),
                Some(path) => path.then(*signer),
            };
            let good = self.machine.held.contains(*signer)
                || self.has_signed(*signer, order, &path, &letter);
            letter = if good {
                letter.signed(keys, *signer)
            } else {
                letter.signed_with(keys, *signer, self.from)
            };
            path_so_far = Some(path);
        }
        letter
    }

    /// Whether a loyal general has really signed this order after these signatures, in a round that is over.
    fn has_signed(&self, signer: General, order: Order, path: &Path, before: &Letter) -> bool {
        let state = &self.states[signer.index()];
        if signer.is_commander() {
            return path.len() == 1 && order == self.scenario.order();
        }
        state
            .accepted
            .iter()
            .any(|accepted| accepted.letter == *before)
            && path.len() <= self.scenario.m() + 1
    }
}

/// The most signatures a run of this scenario can need, counted before any is made: both orders of the
/// commander and of each lieutenant, and every signature that a lie names.
pub(crate) fn signatures_at_most(scenario: &Scenario) -> usize {
    let named = scenario
        .lies()
        .iter()
        .map(|(slot, words)| slot.path.len() * words.orders().count());
    2 * scenario.n() + named.sum::<usize>()
}

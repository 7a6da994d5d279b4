//! Bracha's broadcast run very often with other words of its traitors: the rules of `machine.rs` on letters of a few bytes, of
//! which nothing is kept but what everybody decides.

use crate::{
    protocol::{
        bracha::rules::{Fired, IN_TURN, Kind, Reliable, ReliableMessage, ReliableState},
        definition::Rerun,
        queue::Queue,
        reactive::ReactiveMachine,
    },
    scenario::Scenario,
    word::{General, Generals, Order, Slot, Words, sort_by_key},
};

/// A letter under way. No order is a silence, which takes its turn too.
#[derive(Clone, Copy, Debug)]
struct Letter {
    kind: Kind,
    order: Option<Order>,
    from: General,
    to: General,
}

/// A slot of a traitor.
#[derive(Clone, Copy, Debug)]
struct Open {
    letter: Letter,
    /// Which of the words is said here; none where it stays silent.
    word: Option<usize>,
}

/// One army under one schedule.
#[derive(Debug)]
pub(super) struct ReliableRerun {
    machine: Reliable,
    n: usize,
    loyal: Generals,
    /// The slots of traitors, in the order in which their letters are put under way.
    open: Vec<Open>,
    /// Which delay names the slot of a kind, a sender and a recipient.
    delays: Vec<Option<usize>>,
    /// Everybody before the first letter.
    before: Vec<ReliableState>,
    queue: Queue<Letter>,
    states: Vec<ReliableState>,
    decided: Vec<Option<Order>>,
}

impl ReliableRerun {
    pub(super) fn new(scenario: &Scenario, slots: &[Slot]) -> Self {
        let machine = Reliable::of(scenario);
        let generals = scenario.generals().iter();
        let before: Vec<ReliableState> = generals
            .map(|general| machine.init(general, scenario.input(general)))
            .collect();
        let traitors = scenario.traitors().iter();
        let mut all: Vec<Slot> = traitors
            .flat_map(|traitor| machine.open_slots(&before, 1, traitor))
            .map(|(slot, _)| slot)
            .collect();
        sort_by_key(&mut all, |slot| (slot.label.clone(), slot.to));
        let open = all.into_iter().map(|slot| Open {
            letter: Letter {
                kind: Kind::of_round(slot.round),
                order: None,
                from: slot.from,
                to: slot.to,
            },
            word: slots.iter().position(|known| *known == slot),
        });
        let queue = Queue::new(scenario);
        Self {
            machine,
            n: scenario.n(),
            loyal: scenario.loyal(),
            open: open.collect(),
            delays: delays(scenario.n(), &queue),
            states: before.clone(),
            decided: vec![None; scenario.n()],
            before,
            queue,
        }
    }

    fn put(&mut self, letter: Letter) {
        let delay = self.delays[place(self.n, letter.kind, letter.from, letter.to)];
        self.queue.put(delay, letter);
    }

    /// Puts what a loyal general says under way, by kind, then recipient, attack before retreat.
    fn send(&mut self, from: General, initial: Option<Order>, fired: &Fired) {
        let says = |kind, order| match kind {
            Kind::Initial => initial == Some(order),
            Kind::Echo => fired.echo == Some(order),
            Kind::Ready => fired.ready[order as usize].is_some(),
        };
        for kind in Kind::ALL {
            if !IN_TURN.into_iter().any(|order| says(kind, order)) {
                continue;
            }
            for to in Generals::all(self.n).without(from).iter() {
                for order in IN_TURN.into_iter().filter(|order| says(kind, *order)) {
                    self.put(Letter {
                        kind,
                        order: Some(order),
                        from,
                        to,
                    });
                }
            }
        }
    }

    /// Puts what traitors say under way, then what loyal generals say of their own accord.
    fn begin(&mut self, words: &[Words]) {
        for i in 0..self.open.len() {
            let Open { letter, word } = self.open[i];
            let said = word.map_or(Words::SILENCE, |word| words[word]);
            for word in said.iter() {
                self.put(Letter {
                    order: word.order(),
                    ..letter
                });
            }
        }
        for general in self.loyal.iter() {
            let state = &mut self.states[general.index()];
            let initial = state.input();
            let fired = self.machine.begin(state);
            self.send(general, initial, &fired);
        }
    }

    /// Delivers a letter. What traitors hear changes nothing: what they say is given.
    fn arrive(&mut self, letter: Letter) {
        let Letter {
            kind,
            order: Some(order),
            from,
            to,
        } = letter
        else {
            return;
        };
        if !self.loyal.contains(to) {
            return;
        }
        let message = ReliableMessage { kind, order };
        let state = &mut self.states[to.index()];
        if let Ok(fired) = self.machine.hear(state, from, message) {
            self.send(to, None, &fired);
        }
    }
}

impl Rerun for ReliableRerun {
    fn decide(&mut self, words: &[Words]) -> &[Option<Order>] {
        self.states.copy_from_slice(&self.before);
        self.begin(words);
        let mut step = 1;
        while let Some(letter) = self.queue.next(step).or_else(|| self.queue.last()) {
            step += 1;
            self.arrive(letter);
        }
        for (state, decided) in self.states.iter().zip(&mut self.decided) {
            *decided = state.delivered();
        }
        &self.decided
    }
}

const fn place(n: usize, kind: Kind, from: General, to: General) -> usize {
    ((kind as usize - 1) * n + from.index()) * n + to.index()
}

fn delays(n: usize, queue: &Queue<Letter>) -> Vec<Option<usize>> {
    let mut delays = vec![None; Kind::ALL.len() * n * n];
    for kind in Kind::ALL {
        for from in Generals::all(n).iter() {
            for to in Generals::all(n).without(from).iter() {
                delays[place(n, kind, from, to)] = queue.delay(&Reliable::slot(kind, from, to));
            }
        }
    }
    delays
}

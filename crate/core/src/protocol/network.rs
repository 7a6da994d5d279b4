//! A network in which letters are slow: they are under way, and one of them at a time is delivered.
//!
//! Which one is up to the scheduler, whose choices are the scenario's: a rule (`q`) and what is held back (`d`). Everything
//! sent is delivered in the end, unless the limit of deliveries comes first; nobody's patience ends while there is something to
//! deliver that is not held past it.

use crate::{
    protocol::{
        door::Spoken,
        execute::Step,
        machine::{Decision, Offer},
        queue::Queue,
        reactive::{Reaction, ReactiveMachine},
    },
    run::Mark,
    scenario::Scenario,
    word::{General, Slot, Word, Words, limits::DELIVERIES_MAX, sort_by_key},
};

/// A step of such a run: a delivery.
///
/// ```
/// use generals::{bracha::machine::Reliable, machine::deliver, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=bracha&n=4", LinkSize::Any).unwrap().scenario;
/// let run = deliver(&Reliable::new(4, 1).unwrap(), &scenario);
/// let echo = run.deliveries.iter().find(|delivery| delivery.depth == 2).unwrap();
/// assert_eq!(echo.sent, 1, "general 2 sent it when the first letter reached him");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery<M> {
    /// What, and why it was not taken in.
    pub step: Step<M>,
    /// 1 more than the greatest depth among what had reached its sender when he sent it.
    pub depth: usize,
    /// After how many deliveries it was sent.
    pub sent: usize,
}

/// A finished run.
///
/// ```
/// use generals::{Order, bracha::machine::Reliable, machine::deliver, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=bracha&n=4&t=4", LinkSize::Any).unwrap().scenario;
/// let run = deliver(&Reliable::new(4, 1).unwrap(), &scenario);
/// assert_eq!(run.decisions[1], Some(Order::Attack.into()));
/// assert!(run.decided[1].is_some_and(|step| step <= run.deliveries.len()));
/// ```
#[derive(Clone, Debug)]
pub struct Delivered<S, M> {
    /// All deliveries, in their order. A traitor's silence is one of them: nobody comes.
    pub deliveries: Vec<Delivery<M>>,
    /// What each general remembers, general 1 first.
    pub states: Vec<S>,
    /// What each general has decided, general 1 first.
    pub decisions: Vec<Option<Decision>>,
    /// After how many deliveries each of them decided.
    pub decided: Vec<Option<usize>>,
    /// What each general came to, general 1 first: after how many deliveries, and what.
    pub marks: Vec<Vec<(usize, Mark)>>,
    /// Whether it was ended by the limit of deliveries: what was under way then never comes.
    pub is_cut: bool,
}

/// Runs a scenario with its protocol's machine, by its schedule.
pub fn deliver<M: ReactiveMachine>(
    machine: &M,
    scenario: &Scenario,
) -> Delivered<M::State, M::Message> {
    let mut network = Network::new(machine, scenario);
    network.begin();
    while network.run.deliveries.len() < DELIVERIES_MAX {
        match network.queue.next(network.run.deliveries.len() + 1) {
            Some(letter) => network.arrive(letter),
            None if network.time_out() => {}
            None => match network.queue.last() {
                Some(letter) => network.arrive(letter),
                None => break,
            },
        }
    }
    network.run.is_cut = network.run.deliveries.len() == DELIVERIES_MAX;
    network.run.decisions = network.decisions();
    network.run
}

/// A letter under way.
#[derive(Clone, Debug)]
struct Letter<M> {
    /// What.
    spoken: Spoken<M>,
    /// Its depth when it is delivered.
    depth: usize,
    /// After how many deliveries it was sent.
    sent: usize,
}

/// Everything that is going on.
struct Network<'a, M: ReactiveMachine> {
    machine: &'a M,
    scenario: &'a Scenario,
    queue: Queue<Letter<M::Message>>,
    /// How far the army is.
    epoch: usize,
    /// The greatest depth of what has reached each general.
    reached: Vec<usize>,
    run: Delivered<M::State, M::Message>,
}

impl<'a, M: ReactiveMachine> Network<'a, M> {
    fn new(machine: &'a M, scenario: &'a Scenario) -> Self {
        let n = scenario.n();
        let generals = scenario.generals().iter();
        let states = generals.map(|general| machine.init(general, scenario.input(general)));
        Self {
            machine,
            scenario,
            queue: Queue::new(scenario),
            epoch: 0,
            reached: vec![0; n],
            run: Delivered {
                deliveries: Vec::new(),
                states: states.collect(),
                decisions: Vec::new(),
                decided: vec![None; n],
                marks: vec![Vec::new(); n],
                is_cut: false,
            },
        }
    }

    /// What traitors say stands before anybody else's word.
    fn begin(&mut self) {
        self.open_slots();
        let mut sends = Vec::new();
        for general in self.scenario.generals().iter() {
            let reaction = self.machine.start(&mut self.run.states[general.index()]);
            sends.extend(self.note(general, reaction));
        }
        self.send(sends);
        self.open_slots();
    }

    /// Delivers a letter, and sends what its recipient answers.
    fn arrive(&mut self, letter: Letter<M::Message>) {
        let Letter {
            spoken,
            depth,
            sent,
        } = letter;
        let Slot { to, from, .. } = spoken.slot;
        let state = &mut self.run.states[to.index()];
        let answer = spoken
            .said
            .as_ref()
            .map(|message| self.machine.receive(state, from, message));
        if answer.is_some() {
            let reached = &mut self.reached[to.index()];
            *reached = depth.max(*reached);
        }
        let refused = answer
            .as_ref()
            .and_then(|answer| answer.as_ref().err())
            .copied();
        self.run.deliveries.push(Delivery {
            step: Step { spoken, refused },
            depth,
            sent,
        });
        self.open_slots();
        if let Some(Ok(reaction)) = answer {
            let sends = self.note(to, reaction);
            self.send(sends);
        }
    }

    /// Those who wait in vain act, if any of them does.
    fn time_out(&mut self) -> bool {
        let mut sends = Vec::new();
        for general in self.scenario.loyal().iter() {
            let reaction = self.machine.time_out(&mut self.run.states[general.index()]);
            sends.extend(self.note(general, reaction));
        }
        let goes_on = !sends.is_empty();
        self.open_slots();
        self.send(sends);
        goes_on
    }

    /// Notes what a general came to. A traitor's program only remembers: what he says comes through the one door.
    fn note(
        &mut self,
        general: General,
        reaction: Reaction<M::Message>,
    ) -> Vec<(Slot, M::Message)> {
        if !self.scenario.is_loyal(general) {
            return Vec::new();
        }
        let step = self.run.deliveries.len();
        let marks = reaction.marks.into_iter().map(|mark| (step, mark));
        self.run.marks[general.index()].extend(marks);
        let decided = &mut self.run.decided[general.index()];
        if decided.is_none()
            && self
                .machine
                .decide(&self.run.states[general.index()])
                .is_some()
        {
            *decided = Some(step);
        }
        reaction.sends
    }

    /// Puts letters of loyal generals under way.
    fn send(&mut self, sends: Vec<(Slot, M::Message)>) {
        let letters = sends.into_iter().map(Spoken::honestly).collect();
        self.put(letters);
    }

    /// Puts what traitors say under way, as soon as their slots are open.
    fn open_slots(&mut self) {
        let traitors = self.scenario.traitors();
        let epoch = match traitors.is_empty() {
            true => self.epoch,
            false => self.machine.epoch(&self.run.states, traitors),
        };
        while self.epoch < epoch {
            self.epoch += 1;
            let mut spoken = Vec::new();
            for traitor in traitors.iter() {
                let open = self
                    .machine
                    .open_slots(&self.run.states, self.epoch, traitor);
                for (slot, due) in open {
                    self.speak(&slot, due, &mut spoken);
                }
            }
            self.put(spoken);
        }
    }

    /// What a traitor says in a slot where this word is due: what a lie names, else what his strategy makes of the word.
    fn speak(&self, slot: &Slot, due: Word, spoken: &mut Vec<Spoken<M::Message>>) {
        let scenario = self.scenario;
        let words = scenario
            .lies()
            .get(slot)
            .copied()
            .unwrap_or_else(|| match due {
                Word::Silence => Words::SILENCE,
                due => Words::one(scenario.strategy().word(scenario.seed(), slot, due)),
            });
        let offer = |word| match word {
            Word::Silence => Offer::Silence,
            word => self
                .machine
                .offer(&self.run.states, scenario.traitors(), slot, word),
        };
        let honest = offer(due).into_message();
        let is_named = scenario.lies().contains_key(slot);
        if words == Words::SILENCE && (honest.is_some() || is_named) {
            spoken.push(Spoken {
                slot: slot.clone(),
                said: None,
                honest: honest.clone(),
            });
        }
        let mut honest_left = honest;
        for word in words.spoken() {
            let honest = match due == word {
                true => honest_left.clone(),
                // Beside the honest word another is one that an honest general would not say at all.
                false if words.has(due) => None,
                false => honest_left.take(),
            };
            spoken.push(Spoken {
                slot: slot.clone(),
                said: offer(word).into_message(),
                honest,
            });
        }
    }

    /// Puts letters under way, in the order of positions and recipients.
    fn put(&mut self, mut letters: Vec<Spoken<M::Message>>) {
        // Attack before retreat, as they came.
        // One general's letters come so already.
        if !letters.is_sorted_by(|one, next| is_before(&one.slot, &next.slot)) {
            sort_by_key(&mut letters, |spoken| {
                (spoken.slot.label.clone(), spoken.slot.to)
            });
        }
        let sent = self.run.deliveries.len();
        for spoken in letters {
            let depth = 1 + self.reached[spoken.slot.from.index()];
            let delay = self.queue.delay(&spoken.slot);
            let letter = Letter {
                spoken,
                depth,
                sent,
            };
            self.queue.put(delay, letter);
        }
    }

    fn decisions(&self) -> Vec<Option<Decision>> {
        let states = self.run.states.iter();
        states.map(|state| self.machine.decide(state)).collect()
    }
}

/// Whether a letter stands before another that is sent at the same time, or in the same slot.
fn is_before(one: &Slot, next: &Slot) -> bool {
    (&one.label, one.to) <= (&next.label, next.to)
}

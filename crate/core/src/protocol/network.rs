//! A network in which letters are slow: they are under way, and one of them at a time is delivered.
//!
//! Which one is up to the scheduler, whose choices are the scenario's: a rule (`q`) and what is held back (`d`). Everything
//! sent is delivered in the end, unless the limit of deliveries comes first; nobody's patience ends while there is something to
//! deliver that is not held past it.

use std::cmp::Ordering;

use crate::{
    protocol::{
        army::{Army, Carried, army_of},
        door::Spoken,
        execute::Step,
        machine::{Decision, Offer},
        queue::Queue,
        reactive::{Reaction, ReactiveMachine},
    },
    run::Mark,
    scenario::Scenario,
    word::{General, Slot, Word, Words, limits::DELIVERIES_MAX, sort_by},
};

/// A step of such a run: a delivery.
///
/// ```
/// use generals::{bracha::machine::Reliable, machine::deliver, link::{LinkSize, parse}};
///
/// let scenario = parse("v=1&p=bracha&n=4", LinkSize::Any).unwrap().scenario;
/// let run = deliver(Reliable::new(4, 1).unwrap(), &scenario);
/// let echo = run.deliveries.iter().find(|delivery| delivery.depth == 2).unwrap();
/// assert_eq!(echo.sent, 1, "general 2 sent it when the first letter reached him");
/// ```
#[derive(Clone, Debug)]
pub struct Delivery {
    /// What, and why it was not taken in.
    pub step: Step<Carried>,
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
/// let run = deliver(Reliable::new(4, 1).unwrap(), &scenario);
/// assert_eq!(run.decisions[1], Some(Order::Attack.into()));
/// assert!(run.decided[1].is_some_and(|step| step <= run.deliveries.len()));
/// ```
#[derive(Clone, Debug)]
pub struct Delivered {
    /// All deliveries, in their order. A traitor's silence is one of them: nobody comes.
    pub deliveries: Vec<Delivery>,
    /// What each general has decided, general 1 first.
    pub decisions: Vec<Option<Decision>>,
    /// After how many deliveries each of them decided.
    pub decided: Vec<Option<usize>>,
    /// What each general came to, general 1 first: after how many deliveries, and what.
    pub marks: Vec<Vec<(usize, Mark)>>,
    /// Whether it was ended by the limit of deliveries: what was under way then never comes.
    pub is_cut: bool,
    /// What was under way then, in the order in which it would have come.
    pub left: Vec<Delivery>,
}

/// Runs a scenario with its protocol's machine, by its schedule.
pub fn deliver<M: ReactiveMachine + 'static>(machine: M, scenario: &Scenario) -> Delivered {
    deliver_to(&mut *army_of(machine, scenario), scenario)
}

/// The same with its army, to which everything has happened afterwards.
pub(crate) fn deliver_to(army: &mut dyn Army, scenario: &Scenario) -> Delivered {
    deliver_at_most(DELIVERIES_MAX, army, scenario)
}

fn deliver_at_most(most: usize, army: &mut dyn Army, scenario: &Scenario) -> Delivered {
    let mut network = Network::new(army, scenario);
    network.begin();
    while network.run.deliveries.len() < most {
        match network.queue.next(network.run.deliveries.len() + 1) {
            Some(letter) => network.arrive(letter),
            None if network.time_out() => {}
            None => match network.queue.last() {
                Some(letter) => network.arrive(letter),
                None => break,
            },
        }
    }
    network.run.is_cut = network.run.deliveries.len() == most;
    network.take_left();
    network.run.decisions = network.decisions();
    network.run
}

/// A letter under way.
#[derive(Clone, Debug)]
struct Letter {
    /// What.
    spoken: Spoken<Carried>,
    /// Its depth when it is delivered.
    depth: usize,
    /// After how many deliveries it was sent.
    sent: usize,
}

/// Everything that is going on.
struct Network<'a> {
    army: &'a mut dyn Army,
    scenario: &'a Scenario,
    queue: Queue<Letter>,
    /// How far the army is.
    epoch: usize,
    /// The greatest depth of what has reached each general.
    reached: Vec<usize>,
    run: Delivered,
}

impl<'a> Network<'a> {
    fn new(army: &'a mut dyn Army, scenario: &'a Scenario) -> Self {
        let n = scenario.n();
        Self {
            army,
            scenario,
            queue: Queue::new(scenario),
            epoch: 0,
            reached: vec![0; n],
            run: Delivered {
                deliveries: Vec::new(),
                decisions: Vec::new(),
                decided: vec![None; n],
                marks: vec![Vec::new(); n],
                is_cut: false,
                left: Vec::new(),
            },
        }
    }

    /// What traitors say stands before anybody else's word.
    fn begin(&mut self) {
        self.open_slots();
        let mut sends = Vec::new();
        for general in self.scenario.generals().iter() {
            let reaction = self.army.start(general);
            sends.extend(self.note(general, reaction));
        }
        self.send(sends);
        self.open_slots();
    }

    /// Delivers a letter, and sends what its recipient answers.
    fn arrive(&mut self, letter: Letter) {
        let Letter {
            spoken,
            depth,
            sent,
        } = letter;
        let Slot { to, from, .. } = spoken.slot;
        let said = spoken.said.as_ref();
        let answer = said.map(|message| self.army.receive(to, from, message));
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

    /// What is still under way, which never comes.
    fn take_left(&mut self) {
        let delivered = self.run.deliveries.len();
        while let Some(letter) = self
            .queue
            .next(delivered + self.run.left.len() + 1)
            .or_else(|| self.queue.last())
        {
            self.run.left.push(Delivery {
                step: Step {
                    spoken: letter.spoken,
                    refused: None,
                },
                depth: letter.depth,
                sent: letter.sent,
            });
        }
    }

    /// Those who wait in vain act, if any of them does.
    fn time_out(&mut self) -> bool {
        let mut sends = Vec::new();
        for general in self.scenario.loyal().iter() {
            let reaction = self.army.time_out(general);
            sends.extend(self.note(general, reaction));
        }
        let goes_on = !sends.is_empty();
        self.open_slots();
        self.send(sends);
        goes_on
    }

    /// Notes what a general came to. A traitor's program only remembers: what he says comes through the one door.
    fn note(&mut self, general: General, reaction: Reaction<Carried>) -> Vec<(Slot, Carried)> {
        if !self.scenario.is_loyal(general) {
            return Vec::new();
        }
        let step = self.run.deliveries.len();
        let marks = reaction.marks.into_iter().map(|mark| (step, mark));
        self.run.marks[general.index()].extend(marks);
        let decided = &mut self.run.decided[general.index()];
        if decided.is_none() && self.army.decide(general).is_some() {
            *decided = Some(step);
        }
        reaction.sends
    }

    /// Puts letters of loyal generals under way.
    fn send(&mut self, sends: Vec<(Slot, Carried)>) {
        let letters = sends.into_iter().map(Spoken::honestly).collect();
        self.put(letters);
    }

    /// Puts what traitors say under way, as soon as their slots are open.
    fn open_slots(&mut self) {
        let traitors = self.scenario.traitors();
        let epoch = match traitors.is_empty() {
            true => self.epoch,
            false => self.army.epoch(traitors),
        };
        while self.epoch < epoch {
            self.epoch += 1;
            let mut spoken = Vec::new();
            for traitor in traitors.iter() {
                for (slot, due) in self.army.open_slots(self.epoch, traitor) {
                    self.speak(&slot, due, &mut spoken);
                }
            }
            self.put(spoken);
        }
    }

    /// What a traitor says in a slot where this word is due: what a lie names, else what his strategy makes of the word.
    fn speak(&self, slot: &Slot, due: Word, spoken: &mut Vec<Spoken<Carried>>) {
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
            word => self.army.offer(scenario.traitors(), slot, word),
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
    fn put(&mut self, mut letters: Vec<Spoken<Carried>>) {
        // Attack before retreat, as they came.
        // One general's letters come so already.
        if !letters.is_sorted_by(|one, next| sent_before(&one.slot, &next.slot).is_le()) {
            sort_by(&mut letters, |one, next| sent_before(&one.slot, &next.slot));
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
        let generals = self.scenario.generals().iter();
        generals.map(|general| self.army.decide(general)).collect()
    }
}

/// Which of two letters that are sent at the same time stands before the other.
fn sent_before(one: &Slot, next: &Slot) -> Ordering {
    (&one.label, one.to).cmp(&(&next.label, next.to))
}

#[cfg(all(test, feature = "bracha"))]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::link::{LinkSize, parse};

    fn slots(letters: &[Delivery]) -> Vec<Slot> {
        let slots = letters.iter().map(|one| one.step.spoken.slot.clone());
        slots.collect()
    }

    #[test]
    fn what_a_limit_leaves_under_way_is_what_would_have_come() {
        for more in ["", "&q=lifo", "&q=random", "&d=1.1-2_2.3-1~9_2.1-3~0"] {
            let link = format!("v=1&p=bracha&n=4&t=4{more}");
            let scenario = parse(&link, LinkSize::Any).unwrap().scenario;
            let run = |most| deliver_at_most(most, &mut *scenario.army().unwrap(), &scenario);
            let (whole, cut) = (run(DELIVERIES_MAX), run(7));
            assert!(whole.left.is_empty() && !whole.is_cut, "{link}");
            assert!(cut.is_cut, "{link}");
            assert_eq!(slots(&cut.deliveries), slots(&whole.deliveries[..7]));
            // Of what comes later what had been sent by then; by lot it would come in another order.
            let sent = whole.deliveries[7..].iter().filter(|one| one.sent <= 7);
            let sent = sent.cloned().collect::<Vec<_>>();
            let (mut sent, mut left) = (slots(&sent), slots(&cut.left));
            assert!(!left.is_empty(), "{link}");
            if more.is_empty() {
                assert_eq!(left, sent, "{link}");
            }
            sent.sort();
            left.sort();
            assert_eq!(left, sent, "{link}");
        }
    }
}

//! A run without rounds, kept as the list of its deliveries.
//!
//! What is called a round here is how deep messages rest on one another: a step belongs to the round of the deepest
//! delivery up to it, so that rounds follow one another as everywhere.

#[cfg(feature = "pbft")]
use crate::protocol::pbft::seals::Unopened;
use crate::{
    protocol::{Army, Carried, Delivery, deliver_to},
    run::{
        event::{Arrival, Message, Said},
        evidence::Votes,
        kept::{Played, Run, Told},
        mark::{Mark, MarksVote},
        outcome::Outcome,
        verdict::Verdict,
        view::{Received, Seen, Sent},
    },
    scenario::Scenario,
    word::{General, MessageCounts, Order, Slot, Word, sort_by},
};

/// All deliveries of a run, and what everybody came to.
#[derive(Debug)]
struct DeliveredRun {
    deliveries: Vec<Delivery>,
    /// The last step of each round; entry 0 is 0.
    ends: Vec<usize>,
    decided: Vec<Option<(usize, Order)>>,
    marks: Vec<Vec<(usize, Mark)>>,
    /// What the limit of deliveries left under way.
    left: Vec<Delivery>,
}

/// Runs a scenario with its army, and says what came out.
pub(crate) fn played(scenario: &Scenario, mut army: Box<dyn Army>) -> Played {
    let done = deliver_to(&mut *army, scenario);
    let cut = scenario.generals().iter();
    let cut = cut.filter(|general| done.is_cut || army.is_cut(*general));
    let outcome =
        Outcome::of(scenario, |general| done.decisions[general.index()]).cut_short(cut.collect());
    let orders = done.decisions.iter().zip(&done.decided);
    let run = DeliveredRun {
        ends: ends(&done.deliveries),
        decided: orders
            .map(|(decision, step)| Some(((*step)?, (*decision)?.order)))
            .collect(),
        deliveries: done.deliveries,
        marks: done.marks,
        left: done.left,
    };
    let mut messages = vec![0; run.ends.len() - 1];
    for delivery in &run.deliveries {
        messages[delivery.depth - 1] += u128::from(delivery.step.spoken.said.is_some());
    }
    let lies = run.deliveries.iter().filter(|one| said(one).is_lie());
    let lies = Some(lies.count() as u64);
    let messages = MessageCounts::of_rounds(messages);
    let verdict = Verdict::of(scenario, &outcome, messages, lies);
    (Box::new(run), verdict)
}

impl DeliveredRun {
    fn delivery(&self, step: usize) -> Option<&Delivery> {
        self.deliveries.get(step.checked_sub(1)?)
    }

    /// A letter, and what its recipient decides when it comes.
    fn message_of(delivery: &Delivery, decides: Option<Order>) -> Message {
        Message {
            slot: delivery.step.spoken.slot.clone(),
            said: said(delivery),
            delivery: Some(Arrival {
                depth: delivery.depth,
                sent: delivery.sent,
                decides,
            }),
        }
    }

    fn told(delivery: &Delivery) -> Told {
        let slot = &delivery.step.spoken.slot;
        (slot.from, slot.to, said(delivery))
    }
}

/// The last step of each round: the deepest delivery up to a step is of that round.
fn ends(deliveries: &[Delivery]) -> Vec<usize> {
    let mut ends = vec![0];
    for (step, delivery) in deliveries.iter().enumerate() {
        while ends.len() <= delivery.depth {
            ends.push(step);
        }
        if let Some(last) = ends.last_mut() {
            *last = step + 1;
        }
    }
    ends
}

fn said(delivery: &Delivery) -> Said {
    let word = |message: &Option<Carried>| message.as_ref().map_or(Word::Silence, Carried::word);
    Said {
        word: word(&delivery.step.spoken.said),
        honest: word(&delivery.step.spoken.honest),
        refused: delivery.step.refused,
    }
}

impl Run for DeliveredRun {
    fn messages_count(&self) -> usize {
        self.deliveries.len()
    }

    fn rounds(&self) -> usize {
        self.ends.len() - 1
    }

    fn round(&self, step: usize) -> usize {
        self.ends
            .partition_point(|end| *end < step)
            .min(self.rounds())
    }

    fn round_end(&self, round: usize) -> usize {
        self.ends
            .get(round)
            .copied()
            .unwrap_or(self.deliveries.len())
    }

    fn message(&self, step: usize) -> Option<Message> {
        let delivery = self.delivery(step)?;
        let to = delivery.step.spoken.slot.to;
        let decided = self.decided[to.index()].filter(|(at, _)| *at == step);
        Some(Self::message_of(delivery, decided.map(|(_, order)| order)))
    }

    fn left(&self) -> Vec<Message> {
        let left = self.left.iter();
        left.map(|letter| Self::message_of(letter, None)).collect()
    }

    fn messages(&self, round: usize) -> Box<dyn Iterator<Item = Told> + '_> {
        let deliveries = &self.deliveries[self.round_end(round - 1)..self.round_end(round)];
        Box::new(deliveries.iter().map(Self::told))
    }

    fn heard(&self, step: usize) -> Vec<u64> {
        let mut heard = vec![0; self.marks.len()];
        for delivery in self.deliveries.iter().take(step) {
            let slot = &delivery.step.spoken.slot;
            heard[slot.to.index()] += u64::from(delivery.step.spoken.said.is_some());
        }
        heard
    }

    /// What he was told up to here, and what he has sent, delivered or not: what is under way, of others, he cannot know.
    fn seen(&self, general: General, step: usize) -> Seen {
        let mut seen = Seen::default();
        for delivery in self.deliveries.iter().take(step) {
            let slot = &delivery.step.spoken.slot;
            if slot.to != general || delivery.step.spoken.said.is_none() {
                continue;
            }
            let said = said(delivery);
            seen.received.push(Received {
                round: slot.round,
                label: slot.label.clone(),
                from: slot.from,
                said: said.word,
                refused: said.refused,
            });
        }
        let mut sent: Vec<&Delivery> = self
            .deliveries
            .iter()
            .chain(&self.left)
            .filter(|one| one.step.spoken.slot.from == general && one.sent <= step)
            .filter(|one| one.step.spoken.said.is_some())
            .collect();
        sort_by(&mut sent, |one, other| {
            let [slot, next] = [one, other].map(|letter| &letter.step.spoken.slot);
            (one.sent, &slot.label, slot.to).cmp(&(other.sent, &next.label, next.to))
        });
        seen.sent = sent
            .into_iter()
            .map(|one| Sent {
                round: one.step.spoken.slot.round,
                label: one.step.spoken.slot.label.clone(),
                to: one.step.spoken.slot.to,
                said: said(one).word,
            })
            .collect();
        seen
    }

    #[cfg(feature = "pbft")]
    fn sealed(&self, scenario: &Scenario, step: usize) -> Option<Unopened> {
        let spoken = &self.delivery(step)?.step.spoken;
        scenario.sealed(&spoken.slot, spoken.said.as_ref()?)
    }

    fn step_of(&self, slot: &Slot) -> Option<usize> {
        let mut slots = self.deliveries.iter().map(|one| &one.step.spoken.slot);
        slots.position(|known| known == slot).map(|index| index + 1)
    }

    /// Letters of one round come from anywhere, so each stands alone.
    fn opens_stem(&self, _: usize) -> bool {
        true
    }

    fn votes(&self, _: &Scenario, general: General, _depth: usize) -> Option<Votes> {
        let decided = self.decided.get(general.index())?;
        Some(Votes::Marks(MarksVote {
            marks: self.marks[general.index()].clone(),
            result: decided.map(|(_, order)| order),
        }))
    }
}

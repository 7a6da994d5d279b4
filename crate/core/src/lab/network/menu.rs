//! What traitors may say where letters are slow: a slot each, with everything that can stand in it.

use crate::{
    protocol::{Army, machine::Offer},
    scenario::Scenario,
    word::{Order, Slot, Word, Words},
};

/// A slot of a traitor, and what he can say there; the first choice is silence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choices {
    pub(crate) slot: Slot,
    pub(crate) words: Vec<Words>,
}

/// Everything that the traitors of an army can tell its loyal generals in the slots that open with an epoch.
///
/// What they tell each other is left out: a traitor's program only remembers, and what he may say rests on what all of them
/// hold.
pub(crate) fn menu(army: &dyn Army, base: &Scenario, epoch: usize) -> Vec<Choices> {
    let traitors = base.traitors().iter();
    let open = traitors.flat_map(|traitor| army.open_slots(epoch, traitor));
    let heard = open.filter(|(slot, _)| base.is_loyal(slot.to));
    heard
        .map(|(slot, _)| Choices {
            words: words(army, base, &slot),
            slot,
        })
        .collect()
}

fn words(army: &dyn Army, base: &Scenario, slot: &Slot) -> Vec<Words> {
    let spec = base.spec();
    let can_say = |word: &Word| {
        let offer = army.offer(base.traitors(), slot, *word);
        matches!(offer, Offer::Good(_))
    };
    let spoken: Vec<Word> = spec.words.iter().copied().filter(can_say).collect();
    let mut words = vec![Words::SILENCE];
    words.extend(spoken.iter().copied().map(Words::one));
    let orders = [Order::Attack, Order::Retreat].map(Word::from);
    if spec.says_both && army.heeds_both(slot) && orders.iter().all(|order| spoken.contains(order))
    {
        words.push(orders.into_iter().fold(Words::SILENCE, Words::with));
    }
    words
}

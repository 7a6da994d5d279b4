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

/// What of a traitor's letters counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// What a loyal general heeds. What traitors tell each other is left out: a traitor's program only remembers, and what he may
    /// say rests on what all of them hold.
    Heeded,
    /// Also how many letters there are, be they heeded or not: where what comes next is drawn by lot, or a letter waits for a step,
    /// one letter more shifts all others.
    EachLetter,
}

/// Everything that the traitors of an army can say in the slots that open with an epoch, as far as it counts.
pub(crate) fn menu(
    army: &dyn Army,
    base: &Scenario,
    epoch: usize,
    counted: Counted,
) -> Vec<Choices> {
    let counts_each = counted == Counted::EachLetter;
    let traitors = base.traitors().iter();
    let open = traitors.flat_map(|traitor| army.open_slots(epoch, traitor));
    let choices = open.map(|(slot, _)| {
        let is_heard = base.is_loyal(slot.to);
        let said = said(army, base, &slot);
        let mut words = vec![Words::SILENCE];
        if is_heard {
            words.extend(said.iter().copied().map(Words::one));
        }
        let may_be_both = (is_heard && army.heeds_both(&slot)) || counts_each;
        words.extend(both(base, &said).filter(|_| may_be_both));
        Choices { words, slot }
    });
    choices.filter(|one| one.words.len() > 1).collect()
}

/// The single words that may stand in a slot.
fn said(army: &dyn Army, base: &Scenario, slot: &Slot) -> Vec<Word> {
    let can_say = |word: &Word| {
        let offer = army.offer(base.traitors(), slot, *word);
        matches!(offer, Offer::Good(_))
    };
    let words = base.spec().words.iter().copied();
    words.filter(can_say).collect()
}

/// Both orders at once, where they can be said.
fn both(base: &Scenario, said: &[Word]) -> Option<Words> {
    let orders = [Order::Attack, Order::Retreat].map(Word::from);
    let are_there = base.spec().says_both && orders.iter().all(|order| said.contains(order));
    are_there.then(|| orders.into_iter().fold(Words::SILENCE, Words::with))
}

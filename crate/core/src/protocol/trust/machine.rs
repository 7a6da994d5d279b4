//! Settling an order as the program of one party: what it tells whom, what it believes, what it decides.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    protocol::{
        machine::{Decision, Offer, Refusal, StepMachine},
        signed::{keys::Keys, letter::Letter},
        trust::{
            receipt::check_receipt,
            rule::{CUSTOMER, Place, Rule, SERVICE, SHOP},
            spec::ROUNDS,
        },
    },
    word::{General, Generals, Label, Order, Slot, Word},
};

/// The three by one rule.
///
/// ```
/// use generals::{General, Generals, Order, machine::StepMachine, trust::{Rule, machine::Settlement}};
///
/// let machine = Settlement::new(Rule::Service, 1, Generals::NONE);
/// let [customer, service] = [1, 3].map(|number| General::new(number).unwrap());
/// let state = machine.init(customer, Some(Order::Attack));
/// let (slot, statement) = machine.send(&state, 1, service).remove(0);
/// assert_eq!((slot.to_string().as_str(), statement.word), ("1-3", Order::Attack), "she means to pay");
/// ```
#[derive(Debug)]
pub struct Settlement {
    rule: Rule,
    keys: Arc<Keys>,
    /// Whose keys the cheats have.
    held: Generals,
}

/// What one party tells another.
///
/// ```
/// use generals::{General, Generals, Order, machine::StepMachine, trust::{Place, Rule, machine::Settlement}};
///
/// let machine = Settlement::new(Rule::Signed, 1, Generals::NONE);
/// let [customer, service] = [1, 3].map(|number| General::new(number).unwrap());
/// let (_, receipt) = machine.send(&machine.init(service, None), 3, customer).remove(0);
/// assert_eq!((receipt.place, receipt.word), (Place::Receipt, Order::Retreat), "nothing was authorised");
/// assert!(receipt.letter.unwrap().holds_at(machine.keys(), 0), "and that is signed");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Which of the seven it is.
    pub place: Place,
    /// Paid (attack) or unpaid (retreat).
    pub word: Order,
    /// Under `signed`: the payment service's word under its signature, as it gave it or as it is shown.
    pub letter: Option<Letter>,
}

/// What one party remembers.
///
/// ```
/// use generals::{General, Generals, Order, machine::StepMachine, trust::{Rule, machine::Settlement}};
///
/// let machine = Settlement::new(Rule::Service, 1, Generals::NONE);
/// let shop = machine.init(General::new(2).unwrap(), None);
/// assert_eq!(machine.decide(&shop).unwrap().order, Order::Retreat, "who hears nothing ships nothing");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartyState {
    party: General,
    /// The customer's.
    intent: Option<Order>,
    told: BTreeMap<Place, Statement>,
}

impl Settlement {
    /// By this rule, with the keys of a seed; `held` are those whose keys cheats can sign with.
    #[must_use]
    pub fn new(rule: Rule, seed: u64, held: Generals) -> Self {
        let keys = Arc::new(Keys::of_campaign("order", 3, 0, seed));
        Self { rule, keys, held }
    }

    /// The keys.
    #[must_use]
    pub fn keys(&self) -> &Arc<Keys> {
        &self.keys
    }

    /// What is told in this place, in the payment service's case under its signature where it signs.
    fn statement(&self, place: Place, word: Order) -> Statement {
        let is_signed = self.rule == Rule::Signed && place.from() == SERVICE;
        let letter = is_signed.then(|| Letter::unsigned(word).signed(&self.keys, SERVICE));
        Statement {
            place,
            word,
            letter,
        }
    }

    /// The payment service's statement, shown to another; nothing that is not signed is shown where it signs.
    fn shown(&self, place: Place, told: Option<&Statement>) -> Option<Statement> {
        match self.rule {
            Rule::Signed => told.map(|told| Statement {
                place,
                ..told.clone()
            }),
            _ => Some(self.statement(place, word_of(told))),
        }
    }

    /// What an honest party tells in a place.
    fn honest(&self, state: &PartyState, place: Place) -> Option<Statement> {
        let told = |place| state.told.get(&place);
        match place {
            Place::Claim | Place::Authorisation => {
                Some(self.statement(place, state.intent.unwrap_or_default()))
            }
            Place::Report => Some(self.statement(place, word_of(told(Place::Claim)))),
            Place::Receipt | Place::Note => Some(self.statement(place, self.charge(state))),
            Place::ReceiptShown => self.shown(place, told(Place::Receipt)),
            Place::NoteShown => self.shown(place, told(Place::Note)),
        }
    }

    /// What the payment service decides.
    fn charge(&self, state: &PartyState) -> Order {
        let ground = match self.rule {
            Rule::Shop => Place::Report,
            _ => Place::Authorisation,
        };
        word_of(state.told.get(&ground))
    }

    /// What customer or shop make of the payment service's word and of what the other shows of it.
    fn believed(&self, state: &PartyState, direct: Place, shown: Place) -> Order {
        let [direct, shown] = [direct, shown].map(|place| state.told.get(&place));
        match self.rule {
            Rule::Majority => {
                let attacks = [direct, shown].map(word_of);
                Order::from_bit(attacks == [Order::Attack; 2])
            }
            // SM(1): the one order that is validly signed.
            Rule::Signed => match (direct, shown) {
                (Some(direct), Some(shown)) if direct.word != shown.word => Order::Retreat,
                (direct, shown) => word_of(direct.or(shown)),
            },
            _ => word_of(direct),
        }
    }
}

/// Silence counts as unpaid.
fn word_of(told: Option<&Statement>) -> Order {
    told.map(|statement| statement.word).unwrap_or_default()
}

/// The place that a slot is.
pub(crate) fn place_of(slot: &Slot) -> Option<Place> {
    let is_there = |place: &Place| place.to() == slot.to && place.label() == slot.label.numbers();
    Place::ALL.into_iter().find(is_there)
}

/// The slot that a place is.
pub(crate) fn slot_of(place: Place) -> Slot {
    Slot {
        round: place.round(),
        label: Label::new(place.label().to_vec()),
        to: place.to(),
        from: place.from(),
    }
}

impl StepMachine for Settlement {
    type State = PartyState;
    type Message = Statement;

    fn rounds(&self) -> usize {
        ROUNDS
    }

    fn init(&self, party: General, intent: Option<Order>) -> PartyState {
        PartyState {
            party,
            intent,
            told: BTreeMap::new(),
        }
    }

    fn send(&self, state: &PartyState, round: usize, to: General) -> Vec<(Slot, Statement)> {
        let is_due = |place: &Place| {
            place.round() == round && place.from() == state.party && place.to() == to
        };
        let places = Place::ALL.into_iter().filter(is_due);
        places
            .filter_map(|place| Some((slot_of(place), self.honest(state, place)?)))
            .collect()
    }

    fn offer(&self, state: &PartyState, slot: &Slot, word: Word) -> Offer<Statement> {
        let (Some(place), Some(word)) = (place_of(slot), word.order()) else {
            return Offer::Silence;
        };
        let seen = match place {
            Place::ReceiptShown => state.told.get(&Place::Receipt),
            Place::NoteShown => state.told.get(&Place::Note),
            _ => return Offer::Good(self.statement(place, word)),
        };
        if self.rule != Rule::Signed {
            return Offer::Good(self.statement(place, word));
        }
        if let Some(seen) = seen.filter(|seen| seen.word == word) {
            return Offer::Good(Statement {
                place,
                ..seen.clone()
            });
        }
        let key = if self.held.contains(SERVICE) {
            SERVICE
        } else {
            state.party
        };
        let letter = Letter::unsigned(word).signed_with(&self.keys, SERVICE, key);
        let statement = Statement {
            place,
            word,
            letter: Some(letter),
        };
        match key {
            SERVICE => Offer::Good(statement),
            _ => Offer::Forged(statement),
        }
    }

    fn receive(
        &self,
        state: &mut PartyState,
        round: usize,
        from: General,
        statement: &Statement,
    ) -> Result<(), Refusal> {
        let place = statement.place;
        if place.from() != from || place.to() != state.party {
            return Err(Refusal::NotHisOwn);
        }
        if place.round() != round {
            return Err(Refusal::WrongRound);
        }
        if state.told.contains_key(&place) {
            return Err(Refusal::Repeated);
        }
        if self.rule == Rule::Signed && place.is_of_the_service() {
            let letter = statement.letter.as_ref();
            let letter = letter.filter(|letter| letter.order == statement.word);
            let is_genuine = letter.map(|letter| check_receipt(letter, &self.keys));
            is_genuine.unwrap_or(Err(Refusal::BadSignature(SERVICE)))?;
        }
        state.told.insert(place, statement.clone());
        Ok(())
    }

    fn decide(&self, state: &PartyState) -> Option<Decision> {
        let believes_the_customer = matches!(self.rule, Rule::Shop | Rule::Customer);
        let order = match state.party {
            CUSTOMER if believes_the_customer => state.intent.unwrap_or_default(),
            CUSTOMER => self.believed(state, Place::Receipt, Place::NoteShown),
            SHOP if believes_the_customer => word_of(state.told.get(&Place::Claim)),
            SHOP => self.believed(state, Place::Note, Place::ReceiptShown),
            _ => self.charge(state),
        };
        Some(order.into())
    }

    fn word(statement: &Statement) -> Word {
        statement.word.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{
        door::Spoken,
        execute::run,
        trust::rule::{Settled, settle},
    };

    /// What the machine's three come to, if each cheat says in his places what `words` say.
    fn executed(
        rule: Rule,
        intent: Order,
        traitors: Generals,
        words: &[Option<Order>; 7],
    ) -> (Settled, Vec<bool>) {
        let machine = Settlement::new(rule, 1, traitors);
        let input = |party| (party == CUSTOMER).then_some(intent);
        let execution = run(&machine, 3, input, traitors, |state, round, from, to| {
            let places = Place::ALL.into_iter().enumerate().filter(|(_, place)| {
                place.round() == round && place.from() == from && place.to() == to
            });
            let spoken = places.map(|(index, place)| {
                let slot = slot_of(place);
                let word = words[index].map_or(Word::Silence, Word::from);
                Spoken {
                    said: machine.offer(state, &slot, word).into_message(),
                    honest: machine.honest(state, place),
                    slot,
                }
            });
            spoken.collect()
        });
        let mut said = [None; 7];
        let mut refused = vec![false; 7];
        for step in &execution.steps {
            let place = place_of(&step.spoken.slot).unwrap();
            let index = Place::ALL.iter().position(|other| *other == place).unwrap();
            said[index] = step.spoken.said.as_ref().map(|statement| statement.word);
            refused[index] = step.refused.is_some();
        }
        let decisions = execution
            .decisions
            .iter()
            .map(|decision| decision.unwrap().order);
        let decisions: Vec<Order> = decisions.collect();
        (
            Settled {
                said,
                decisions: decisions.try_into().unwrap(),
            },
            refused,
        )
    }

    #[test]
    fn the_program_of_one_party_and_the_short_form_come_to_the_same() {
        let all = [Some(Order::Attack), Some(Order::Retreat), None];
        for (_, rule) in Rule::NAMES {
            for bits in 0..8 {
                let traitors = Generals::from_bits(bits);
                let free: Vec<usize> = (0..7)
                    .filter(|index| traitors.contains(Place::ALL[*index].from()))
                    .collect();
                for (_, intent) in Order::NAMES {
                    for mut choice in 0..3_usize.pow(free.len() as u32) {
                        let mut words = [None; 7];
                        for index in &free {
                            words[*index] = all[choice % 3];
                            choice /= 3;
                        }
                        let mut places = 0..7;
                        let settled = settle(rule, intent, traitors, |place, honest| {
                            let index = places.next().unwrap();
                            if traitors.contains(place.from()) {
                                words[index]
                            } else {
                                honest
                            }
                        });
                        let (executed, _) = executed(rule, intent, traitors, &words);
                        assert_eq!(
                            executed.said, settled.said,
                            "{rule:?} {traitors:?} {words:?}"
                        );
                        for party in Generals::all(3).and_not(traitors).iter() {
                            let index = party.index();
                            assert_eq!(
                                executed.decisions[index], settled.decisions[index],
                                "{rule:?} {traitors:?} {intent:?} {words:?} {party}"
                            );
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn what_the_service_did_not_sign_is_refused_when_it_is_shown() {
        let words = [Some(Order::Attack); 7];
        let forging = Generals::NONE.with(CUSTOMER);
        let mut lying = words;
        lying[5] = Some(Order::Retreat);
        let (_, refused) = executed(Rule::Signed, Order::Attack, forging, &lying);
        assert_eq!(refused, [false, false, false, false, false, true, false]);
        let (_, refused) = executed(Rule::Signed, Order::Attack, forging.with(SERVICE), &lying);
        assert!(
            !refused.contains(&true),
            "unless the service cheats with her"
        );
    }
}

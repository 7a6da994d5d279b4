//! A scenario before it is checked: numbers as read. Checking gives the nearest legal scenario and its faults.

use crate::{
    link::{
        error::{Allowed, Code, Form, Key},
        faults::Faults,
    },
    protocol::{Inputs, Protocol, Sizes, Spec},
    scenario::{Adversary, Own, OwnTexts, Scenario, Strategy, strategy::ODD_GENERALS},
    word::{General, Generals, Lies, Order, Slot, Word, Words},
};

/// A lie as read: its numbers may name generals that do not exist.
///
/// ```
/// use generals::{Changes, RawLie, Word, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=om&n=4&t=3", LinkSize::Any).unwrap().scenario;
/// let lie = |to| vec![RawLie { path: vec![1, 3], to, said: Word::Silence }];
/// let fork = |to| run.fork(&Changes { lies: Some(lie(to)), ..Changes::default() });
/// assert_eq!(fork(2).unwrap().link(), "v=1&p=om&n=4&t=3&x=1.3-2S");
/// assert_eq!(fork(3).unwrap_err().code.name(), "no-such-path", "nobody tells himself");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLie {
    /// The numbers of the label: of a relayed order the generals on the path.
    pub path: Vec<u64>,
    /// The number of the recipient.
    pub to: u64,
    /// What is said.
    pub said: Word,
}

impl RawLie {
    pub(crate) fn of(slot: &Slot, said: Word) -> Self {
        Self {
            path: slot
                .label
                .numbers()
                .iter()
                .map(|number| u64::from(*number))
                .collect(),
            to: u64::from(slot.to.number()),
            said,
        }
    }

    /// The slot it names, if this form of the protocol among n generals has it.
    pub(crate) fn slot(&self, protocol: Protocol, army: (usize, usize), own: &Own) -> Option<Slot> {
        own.slot(protocol, army, &self.path, General::new(self.to)?)
    }

    /// Whether its word can stand in this slot of the protocol.
    pub(crate) fn stands_in(&self, protocol: Protocol, own: &Own, slot: &Slot) -> bool {
        #[cfg(feature = "marks")]
        {
            self.said.is_silence() || own.has_word(protocol, slot, self.said)
        }
        #[cfg(not(feature = "marks"))]
        {
            let _ = (protocol, own, slot);
            true
        }
    }

    /// Whether a protocol that says this of itself knows the word; silence always is one.
    pub(crate) fn is_word(&self, spec: &Spec) -> bool {
        self.said.is_silence() || spec.words.contains(&self.said)
    }

    fn text(&self) -> String {
        let path: Vec<String> = self.path.iter().map(u64::to_string).collect();
        format!("{}-{}{}", path.join("."), self.to, self.said.letter())
    }
}

/// What was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) protocol: Protocol,
    /// `None` where the link leaves it to the default.
    pub(crate) n: Option<u64>,
    /// `None` where the link leaves it to the default.
    pub(crate) m: Option<u64>,
    /// `None` where it is left to the default.
    pub(crate) order: Option<Order>,
    /// Everybody's opinion, general 1 first; `None` where it is left to the default.
    pub(crate) opinions: Option<Vec<Order>>,
    pub(crate) traitors: Vec<u64>,
    pub(crate) strategy: Strategy,
    pub(crate) seed: u64,
    pub(crate) stolen: Vec<u64>,
    pub(crate) lies: Vec<RawLie>,
    /// The values of keys that not all protocols know.
    pub(crate) own: OwnTexts,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            protocol: Protocol::default(),
            n: None,
            m: None,
            order: None,
            opinions: None,
            traitors: Vec::new(),
            strategy: Strategy::default(),
            seed: DEFAULT_SEED,
            stolen: Vec::new(),
            lies: Vec::new(),
            own: OwnTexts::default(),
        }
    }
}

/// The seed where the link does not say.
pub(crate) const DEFAULT_SEED: u64 = 1;

/// The opinions where the link does not say: attack of odd generals, retreat of even ones.
pub(crate) const fn default_opinions(n: usize) -> Generals {
    Generals::all(n).and(Generals::from_bits(ODD_GENERALS))
}

impl Draft {
    /// The nearest legal scenario, and what had to be mended to get it.
    pub(crate) fn check(&self) -> (Scenario, Faults) {
        let mut faults = Faults::default();
        let spec = self.spec();
        let n = in_range(&mut faults, Key::N, self.n, spec.generals);
        let m = in_range(&mut faults, Key::M, self.m, (spec.relays)(n));
        let traitors = generals(&mut faults, Key::T, &self.traitors, n);
        let stolen = generals(&mut faults, Key::K, &self.stolen, n);
        if let Some(traitor) = stolen.and(traitors).iter().next() {
            // Only the keys of loyal generals can be stolen: a traitor's is theirs already.
            let allowed = Some(Allowed::Form(Form::Loyal));
            faults.add(Key::K, Code::BadValue, &traitor.to_string(), allowed);
        }
        let order = self.order(&mut faults);
        let traitors = self.traitors_there_can_be(&mut faults, traitors);
        let mut scenario = Scenario {
            protocol: self.protocol,
            n: n as usize,
            m: m as usize,
            order,
            opinions: self.opinions(&mut faults, n as usize),
            seed: self.seed,
            own: self.own(&mut faults, (n as usize, m as usize)),
            adversary: Adversary {
                traitors,
                stolen: stolen.and_not(traitors),
                strategy: self.strategy,
                lies: Lies::new(),
            },
        };
        for lie in &self.lies {
            if let Err(code) = add_lie(&mut scenario, lie) {
                let form = Form::of_lies(spec.words);
                faults.add(Key::X, code, &lie.text(), Some(Allowed::Form(form)));
            }
        }
        (scenario, faults)
    }

    /// What the protocol says of itself, with the texts that are given.
    fn spec(&self) -> &'static Spec {
        self.protocol.spec_given(&self.own)
    }

    /// Where everybody has an opinion, nobody is given an order.
    fn order(&self, faults: &mut Faults) -> Order {
        let Some(order) = self.order else {
            return Order::Attack;
        };
        if self.spec().inputs != Inputs::Everyone {
            return order;
        }
        let allowed = Some(Allowed::Form(Form::Absent));
        faults.add(Key::O, Code::BadValue, &order.letter().to_string(), allowed);
        Order::Attack
    }

    /// Where all are loyal by the problem's own words, nobody is named a traitor.
    fn traitors_there_can_be(&self, faults: &mut Faults, traitors: Generals) -> Generals {
        if self.protocol.spec().has_traitors || traitors.is_empty() {
            return traitors;
        }
        let allowed = Some(Allowed::Form(Form::Absent));
        faults.add(Key::T, Code::BadValue, &traitors.to_string(), allowed);
        Generals::NONE
    }

    /// What the protocol has of its own; what it does not know is refused where it is asked for.
    fn own(&self, faults: &mut Faults, size: (usize, usize)) -> Own {
        for (key, text) in self.own.iter() {
            if !self.protocol.spec().keys.contains(&key) {
                let allowed = Some(Allowed::Form(Form::Absent));
                faults.add(key, Code::BadValue, text, allowed);
            }
        }
        self.protocol.own(&self.own, size, faults)
    }

    /// One for each general; those who have none get the default.
    fn opinions(&self, faults: &mut Faults, n: usize) -> Generals {
        let Some(given) = &self.opinions else {
            return default_opinions(n);
        };
        let is_asked = self.spec().inputs == Inputs::Everyone;
        if !is_asked || given.len() != n {
            let read: String = given.iter().map(|order| order.letter()).collect();
            let allowed = Some(Allowed::Form(Form::Opinions));
            faults.add(Key::I, Code::BadValue, &read, allowed);
        }
        if !is_asked {
            return default_opinions(n);
        }
        let thinks_attack = |general: &General| match given.get(general.index()) {
            Some(order) => *order == Order::Attack,
            None => default_opinions(n).contains(*general),
        };
        Generals::all(n).iter().filter(thinks_attack).collect()
    }
}

fn in_range(faults: &mut Faults, key: Key, value: Option<u64>, sizes: Sizes) -> u64 {
    let value = value.unwrap_or(sizes.default);
    let nearest = sizes.nearest(value);
    if value != nearest {
        let allowed = Some(Allowed::Range(sizes.min, sizes.max));
        faults.add(key, Code::OutOfRange, &value.to_string(), allowed);
    }
    nearest
}

/// The generals with these numbers; those who are not there are faults.
pub(crate) fn generals(faults: &mut Faults, key: Key, numbers: &[u64], n: u64) -> Generals {
    let mut set = Generals::NONE;
    for number in numbers {
        match General::new(*number).filter(|_| *number <= n) {
            Some(general) => set = set.with(general),
            None => faults.add(
                key,
                Code::OutOfRange,
                &number.to_string(),
                Some(Allowed::Range(1, n)),
            ),
        }
    }
    set
}

fn add_lie(scenario: &mut Scenario, lie: &RawLie) -> Result<(), Code> {
    if !lie.is_word(scenario.spec()) {
        return Err(Code::BadValue);
    }
    let slot = lie
        .slot(scenario.protocol, (scenario.n, scenario.m), &scenario.own)
        .ok_or(Code::NoSuchPath)?;
    if !lie.stands_in(scenario.protocol, &scenario.own, &slot) {
        return Err(Code::BadValue);
    }
    if scenario.is_loyal(slot.from) {
        return Err(Code::NotATraitor);
    }
    let words = match scenario.adversary.lies.get(&slot) {
        None => Words::one(lie.said),
        // With signatures both orders may travel on one chain; silence beside a word means nothing.
        Some(words)
            if scenario.spec().says_both
                && !lie.said.is_silence()
                && !words.has(Word::Silence)
                && !words.has(lie.said) =>
        {
            words.with(lie.said)
        }
        Some(_) => return Err(Code::RepeatedLie),
    };
    scenario.adversary.lies.insert(slot, words);
    Ok(())
}

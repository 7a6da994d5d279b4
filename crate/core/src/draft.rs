//! A scenario before it is checked: numbers as read. Checking gives the nearest legal scenario and its faults.

use crate::{
    fault::{Allowed, Code, Faults, Form, Key},
    general::{General, Generals},
    limits::{GENERALS_MAX, GENERALS_MIN},
    order::{Order, Word, word_letter},
    path::Path,
    scenario::{Protocol, Scenario},
    slot::{Lies, Slot, Words},
    strategy::Strategy,
};

/// A lie as read: its numbers may name generals that do not exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawLie {
    /// The numbers of the generals on the path.
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
                .path
                .generals()
                .iter()
                .map(|general| u64::from(general.number()))
                .collect(),
            to: u64::from(slot.to.number()),
            said,
        }
    }

    pub(crate) fn speaker(&self) -> u64 {
        self.path.last().copied().unwrap_or(0)
    }

    /// Whether OM(m) among n generals has this slot.
    pub(crate) fn exists(&self, n: u64, m: u64) -> bool {
        self.path.len() as u64 <= m.saturating_add(1)
            && self
                .path
                .iter()
                .chain([&self.to])
                .all(|number| *number <= n)
            && self.slot().is_some()
    }

    fn slot(&self) -> Option<Slot> {
        let generals = self.path.iter().map(|number| General::new(*number));
        let path = Path::new(generals.collect::<Option<_>>()?)?;
        let to = General::new(self.to)?;
        (!path.contains(to)).then_some(Slot { path, to })
    }

    fn text(&self) -> String {
        let path: Vec<String> = self.path.iter().map(u64::to_string).collect();
        format!("{}-{}{}", path.join("."), self.to, word_letter(self.said))
    }
}

/// What was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) protocol: Protocol,
    pub(crate) n: u64,
    /// `None` where the link leaves it to the default.
    pub(crate) m: Option<u64>,
    pub(crate) order: Order,
    pub(crate) traitors: Vec<u64>,
    pub(crate) strategy: Strategy,
    pub(crate) seed: u64,
    pub(crate) stolen: Vec<u64>,
    pub(crate) lies: Vec<RawLie>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            protocol: Protocol::default(),
            n: DEFAULT_N,
            m: None,
            order: Order::Attack,
            traitors: Vec::new(),
            strategy: Strategy::default(),
            seed: DEFAULT_SEED,
            stolen: Vec::new(),
            lies: Vec::new(),
        }
    }
}

/// Generals where the link does not say.
pub(crate) const DEFAULT_N: u64 = 4;
/// The seed where the link does not say.
pub(crate) const DEFAULT_SEED: u64 = 1;

/// The relay depth where the link does not say: 1, or 0 between two generals.
pub(crate) const fn default_m(n: u64) -> u64 {
    if n == 2 { 0 } else { 1 }
}

impl Draft {
    /// The nearest legal scenario, and what had to be mended to get it.
    pub(crate) fn check(&self) -> (Scenario, Faults) {
        let mut faults = Faults::default();
        let n = in_range(&mut faults, Key::N, self.n, GENERALS_MIN, GENERALS_MAX);
        let m = match self.m {
            Some(m) => in_range(&mut faults, Key::M, m, 0, n - 2),
            None => default_m(n),
        };
        let traitors = generals(&mut faults, Key::T, &self.traitors, n);
        let stolen = generals(&mut faults, Key::K, &self.stolen, n);
        if let Some(traitor) = stolen.and(traitors).iter().next() {
            // Only the keys of loyal generals can be stolen: a traitor's is theirs already.
            let allowed = Some(Allowed::Form(Form::Loyal));
            faults.add(Key::K, Code::BadValue, &traitor.to_string(), allowed);
        }
        let mut scenario = Scenario {
            protocol: self.protocol,
            n: n as usize,
            m: m as usize,
            order: self.order,
            traitors,
            strategy: self.strategy,
            seed: self.seed,
            stolen: stolen.and_not(traitors),
            lies: Lies::new(),
        };
        for lie in &self.lies {
            if let Err(code) = add_lie(&mut scenario, lie) {
                faults.add(Key::X, code, &lie.text(), Some(Allowed::Form(Form::Lie)));
            }
        }
        (scenario, faults)
    }
}

fn in_range(faults: &mut Faults, key: Key, value: u64, min: u64, max: u64) -> u64 {
    if !(min..=max).contains(&value) {
        let allowed = Some(Allowed::Range(min, max));
        faults.add(key, Code::OutOfRange, &value.to_string(), allowed);
    }
    value.clamp(min, max)
}

fn generals(faults: &mut Faults, key: Key, numbers: &[u64], n: u64) -> Generals {
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
    let slot = lie
        .slot()
        .filter(|slot| scenario.has_slot(&slot.path, slot.to))
        .ok_or(Code::NoSuchPath)?;
    if scenario.is_loyal(slot.path.speaker()) {
        return Err(Code::NotATraitor);
    }
    let words = match (scenario.lies.get(&slot), lie.said) {
        (None, word) => Words::one(word),
        // With signatures both orders may travel on one chain; silence beside a word means nothing.
        (Some(words), Some(order))
            if scenario.protocol.is_signed() && *words != Words::SILENCE && !words.has(order) =>
        {
            words.with(order)
        }
        (Some(_), _) => return Err(Code::RepeatedLie),
    };
    scenario.lies.insert(slot, words);
    Ok(())
}

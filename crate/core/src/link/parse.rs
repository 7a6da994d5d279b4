//! The meaning of a link: every key, every refusal, and the nearest link that is legal.

use std::collections::BTreeMap;

use super::{
    Figure, Goal, Link, Place, Screen,
    decode::{self, Pairs},
    digits::{is_digits, number},
    values::{is_id, is_rule, lie, like},
};
use crate::{
    link::{
        error::{Allowed, Code, Form, Key, LinkError},
        faults::Faults,
    },
    protocol::{Inputs, Protocol, Sizes, Spec},
    scenario::{Draft, OwnTexts, RawLie, Strategy},
    word::{
        General, Order, Word,
        limits::{BEATS_MAX, GENERALS_MAX},
    },
};

/// How large a run a link may ask for.
///
/// ```
/// use generals::link::{LinkSize, parse};
///
/// let link = "v=1&p=om&n=31&m=10";
/// assert!(parse(link, LinkSize::Any).is_ok(), "it can be asked what it would cost");
/// assert_eq!(parse(link, LinkSize::Stepped).unwrap_err().code.name(), "too-large");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkSize {
    /// At most [`crate::limits::STEPPED_MESSAGES_MAX`] messages: it is to be opened.
    Stepped,
    /// Any: it is only to be read.
    Any,
}

/// Reads a link.
///
/// # Errors
/// The first fault, by the order of the table of keys; `malformed` and `too-long` before all others.
pub fn parse(text: &str, size: LinkSize) -> Result<Link, LinkError> {
    let (link, fault) = read(text, size);
    fault.map_or(Ok(link), Err)
}

fn read(text: &str, size: LinkSize) -> (Link, Option<LinkError>) {
    read_decoded(decode::pairs(text), size)
}

/// A link that ends at a letter which no link holds is one where what stands before it reads and no key stands behind it:
/// what does is told. A run that is only too large reads.
pub(super) fn read_decoded(decoded: Pairs, size: LinkSize) -> (Link, Option<LinkError>) {
    let (mut link, fault) = read_pairs(decoded.pairs, size);
    let fault = decoded.fault.or(fault);
    let Some(rest) = decoded.rest else {
        return (link, fault);
    };
    let reads = fault
        .as_ref()
        .is_none_or(|fault| fault.code == Code::TooLarge);
    if !reads || rest.has_keys {
        return (link, Some(decode::fault(Code::Malformed, Some(&rest.text))));
    }
    link.ignored.push((rest.text.clone(), String::new()));
    link.left_off = Some(rest.text);
    (link, fault)
}

pub(super) fn read_pairs(
    pairs: Vec<(String, String)>,
    size: LinkSize,
) -> (Link, Option<LinkError>) {
    let mut reader = Reader::default();
    reader.take(pairs);
    reader.version();
    let protocol = reader.protocol();
    let own = reader.own(protocol);
    let spec = protocol.spec_given(&own);
    let draft = Draft {
        protocol,
        n: reader.generals(protocol),
        m: reader.number(Key::M),
        order: reader.one_of(Key::O, &Order::NAMES),
        opinions: reader.opinions(spec),
        traitors: reader.numbers(Key::T),
        strategy: reader.one_of(Key::S, &Strategy::NAMES).unwrap_or_default(),
        seed: reader.number(Key::Seed).unwrap_or(Draft::default().seed),
        stolen: reader.numbers(Key::K),
        lies: reader.lies(spec),
        own,
    };
    let place = reader.place();
    let (pov, looked_at) = (reader.number(Key::Pov), reader.number(Key::General));
    let presentation = reader.presentation();
    let Reader {
        mut faults,
        ignored,
        ..
    } = reader;
    let (scenario, scenario_faults) = draft.check();
    faults.extend(scenario_faults);
    let scenario = match size {
        LinkSize::Stepped => match scenario.too_large() {
            Some((error, nearest)) => {
                let key = error.key.as_deref().and_then(Key::of);
                faults.push(key.unwrap_or(Key::M), error);
                nearest
            }
            None => scenario,
        },
        LinkSize::Any => scenario,
    };
    let n = scenario.n() as u64;
    let mut one_of_them = |key, number: u64| {
        let general = General::new(number).filter(|_| number <= n);
        if general.is_none() {
            let allowed = Some(Allowed::Range(1, n));
            faults.add(key, Code::OutOfRange, &number.to_string(), allowed);
        }
        general
    };
    let pov = pov.and_then(|number| one_of_them(Key::Pov, number));
    let general = looked_at.and_then(|number| one_of_them(Key::General, number));
    let link = Link {
        scenario,
        place: Place {
            pov,
            general,
            ..place
        },
        presentation,
        ignored,
        left_off: None,
    };
    (link, faults.first())
}

/// The values of the keys we know, and what is wrong with them.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) values: BTreeMap<Key, String>,
    pub(super) ignored: Vec<(String, String)>,
    pub(super) faults: Faults,
    /// How many generals there are, how many there may be, and how large m.
    n: u64,
    army: Sizes,
    relays: Sizes,
}

impl Reader {
    pub(super) fn take(&mut self, pairs: Vec<(String, String)>) {
        for (name, value) in pairs {
            match Key::of(&name) {
                Some(key) if self.values.contains_key(&key) => {
                    self.faults.add(key, Code::RepeatedKey, &value, None);
                }
                Some(key) => {
                    self.values.insert(key, value);
                }
                None if self.ignored.iter().any(|(known, _)| *known == name) => {
                    self.faults.add_unknown_repeated(&name, &value);
                }
                None => self.ignored.push((name, value)),
            }
        }
    }

    pub(super) fn version(&mut self) {
        let allowed = Some(Allowed::OneOf(vec!["1"]));
        match self.values.get(&Key::V) {
            None if self.is_lesson_alone() => {}
            None => self.faults.add_missing(Key::V, allowed),
            Some(text) if text.is_empty() => {
                self.faults.add(Key::V, Code::BadValue, text, allowed);
            }
            Some(text) if number(text) != Ok(1) => {
                self.faults.add(Key::V, Code::BadVersion, text, allowed);
            }
            Some(_) => {}
        }
    }

    /// A lesson brings its own scenario: a link that names one and nothing of a run needs no version.
    fn is_lesson_alone(&self) -> bool {
        let is_of_run = |key: &Key| *key < Key::At;
        self.values.contains_key(&Key::Lesson) && !self.values.keys().any(is_of_run)
    }

    pub(super) fn protocol(&mut self) -> Protocol {
        self.one_of(Key::P, &Protocol::NAMES).unwrap_or_default()
    }

    /// Where the reader is; who looks and who is looked at are checked once the army is known.
    fn place(&mut self) -> Place {
        Place {
            at: self.at(),
            pov: None,
            view: self.one_of(Key::View, &Screen::NAMES).unwrap_or_default(),
            lesson: self.lesson(),
            beat: self.number(Key::Beat).map(|beat| beat.min(BEATS_MAX)),
            goal: self.goal(),
            general: None,
            message: self.number(Key::Message),
            fold: self.number(Key::Fold),
            path: self.path(),
            both: self.one_of(Key::Both, &Figure::NAMES).unwrap_or_default(),
            rule: self.text(Key::Rule, Form::Rule, is_rule),
        }
    }

    /// How many generals: what other keys may hold depends on it.
    fn generals(&mut self, protocol: Protocol) -> Option<u64> {
        let spec = protocol.spec();
        self.army = spec.generals;
        let n = self.number(Key::N);
        self.n = self.army.nearest(n.unwrap_or(self.army.default));
        self.relays = (spec.relays)(self.n);
        n
    }

    /// What stands at a key.
    #[cfg(feature = "trust")]
    pub(super) fn value(&self, key: Key) -> Option<String> {
        self.values.get(&key).cloned()
    }

    /// The values of keys that not all protocols know. Under one that does not know it, a key is as unknown as any other.
    fn own(&mut self, protocol: Protocol) -> OwnTexts {
        let mut own = OwnTexts::default();
        for key in [Key::Q, Key::D, Key::W, Key::By, Key::Lost, Key::Prog] {
            let Some(text) = self.values.get(&key).cloned() else {
                continue;
            };
            if protocol.spec().keys.contains(&key) {
                own.set(key, text);
            } else {
                self.ignored.push((key.name().to_owned(), text));
            }
        }
        own
    }

    fn one_of<T: Copy>(&mut self, key: Key, names: &[(&'static str, T)]) -> Option<T> {
        let text = self.values.get(&key)?;
        // The order is a letter, which is no other in small.
        let is_meant = key != Key::O || text.bytes().all(|byte| byte.is_ascii_uppercase());
        let found = like(names, text).filter(|_| is_meant);
        if found.is_none() {
            let names = names.iter().map(|(name, _)| *name).collect();
            let allowed = Some(Allowed::OneOf(names));
            self.faults.add(key, Code::BadValue, text, allowed);
        }
        found
    }

    /// What a key that holds numbers may hold.
    const fn allowed(&self, key: Key) -> Option<Allowed> {
        Some(match key {
            Key::N => Allowed::Range(self.army.min, self.army.max),
            Key::M => Allowed::Range(self.relays.min, self.relays.max),
            Key::T | Key::K | Key::Pov | Key::General => Allowed::Range(1, self.n),
            Key::Seed => Allowed::Range(0, u64::MAX),
            _ => Allowed::Form(Form::Number),
        })
    }

    pub(super) fn number(&mut self, key: Key) -> Option<u64> {
        let text = self.values.get(&key)?;
        match number(text) {
            Ok(value) => Some(value),
            Err(code) => {
                self.faults.add(key, code, text, self.allowed(key));
                // What is too large for any key is nearest to the largest.
                (code == Code::OutOfRange && is_digits(text)).then_some(u64::MAX)
            }
        }
    }

    /// A step past the end means the end, however far past.
    fn at(&mut self) -> u64 {
        match self.values.get(&Key::At) {
            Some(text) if is_digits(text) => text.parse().unwrap_or(u64::MAX),
            _ => self.number(Key::At).unwrap_or(0),
        }
    }

    pub(super) fn numbers(&mut self, key: Key) -> Vec<u64> {
        // Of traitors and stolen keys there may be none.
        let may_be_none = |text: &&String| !(text.is_empty() && matches!(key, Key::T | Key::K));
        let Some(text) = self.values.get(&key).filter(may_be_none) else {
            return Vec::new();
        };
        let mut numbers = Vec::new();
        for part in text.split('.') {
            match number(part) {
                Ok(value) => numbers.push(value),
                Err(code) => self.faults.add(key, code, text, self.allowed(key)),
            }
        }
        numbers
    }

    /// Everybody's opinion. Under a protocol without opinions the key is as unknown as any other.
    fn opinions(&mut self, spec: &Spec) -> Option<Vec<Order>> {
        if spec.inputs != Inputs::Everyone {
            let unused = self.values.get(&Key::I)?;
            let unused = (Key::I.name().to_owned(), unused.clone());
            self.ignored.push(unused);
            return None;
        }
        let text = self.values.get(&Key::I)?;
        let order = |letter: char| Word::of_letter(letter)?.order();
        let opinions: Option<Vec<Order>> = text.chars().map(order).collect();
        if opinions.is_none() {
            let allowed = Some(Allowed::Form(Form::Opinions));
            self.faults.add(Key::I, Code::BadValue, text, allowed);
        }
        opinions
    }

    /// An army that a program must hold for: `n.f`.
    fn goal(&mut self) -> Option<Goal> {
        let text = self.values.get(&Key::Goal)?.clone();
        let goal = Goal::read(&text);
        if goal.is_none() {
            let allowed = Some(Allowed::Form(Form::Goal));
            self.faults.add(Key::Goal, Code::BadValue, &text, allowed);
        }
        goal
    }

    /// The path at which a figure is open: a place, so it need not be one of this run.
    fn path(&mut self) -> Vec<General> {
        let numbers = self.numbers(Key::Path);
        let path: Vec<General> = numbers.iter().copied().filter_map(General::new).collect();
        if path.len() != numbers.len() {
            let text = self.values.get(&Key::Path).cloned().unwrap_or_default();
            let allowed = Some(Allowed::Range(1, GENERALS_MAX));
            self.faults.add(Key::Path, Code::OutOfRange, &text, allowed);
        }
        path
    }

    fn lies(&mut self, spec: &Spec) -> Vec<RawLie> {
        let Some(text) = self.values.get(&Key::X).filter(|text| !text.is_empty()) else {
            return Vec::new();
        };
        let mut lies = Vec::new();
        for entry in text.split('_') {
            match lie(entry) {
                Ok(lie) => lies.push(lie),
                Err(code) => {
                    let allowed = Some(Allowed::Form(Form::of_lies(spec.words)));
                    self.faults.add(Key::X, code, entry, allowed);
                }
            }
        }
        lies
    }

    /// An id begins and ends as no link could end before it: it reads back wherever it stands.
    fn lesson(&mut self) -> Option<String> {
        let id = self.text(Key::Lesson, Form::Id, is_id)?;
        Some(decode::bare(&id).to_owned())
    }

    /// A text of this form.
    fn text(&mut self, key: Key, form: Form, is_legal: fn(&str) -> bool) -> Option<String> {
        let text = self.values.get(&key)?;
        if !is_legal(text) {
            let allowed = Some(Allowed::Form(form));
            self.faults.add(key, Code::BadValue, text, allowed);
            return None;
        }
        Some(text.clone())
    }
}

/// The value a key's name stands for.
///
/// # Errors
/// `bad-value`, with the names there are.
pub fn named<T: Copy>(key: Key, names: &[(&'static str, T)], text: &str) -> Result<T, LinkError> {
    let found = names.iter().find(|(name, _)| *name == text);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let allowed = Allowed::OneOf(names.iter().map(|(name, _)| *name).collect());
        LinkError::at(key, Code::BadValue, text, Some(allowed))
    })
}

//! When letters are delivered where messengers may be slow: the rule (`q`) and what is held back (`d`), as links write them.

use crate::{
    link::{
        digits::number,
        error::{Allowed, Code, Form, Key},
        faults::Faults,
    },
    scenario::OwnTexts,
    word::{General, Slot},
};

/// Which of the letters under way is delivered next.
///
/// They stand in an order: by the time of sending, then position, then recipient.
///
/// ```
/// use generals::{DeliveryOrder, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=bracha&n=4&q=lifo", LinkSize::Any).unwrap().scenario;
/// assert_eq!(run.schedule().unwrap().order, DeliveryOrder::Lifo);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeliveryOrder {
    /// The first of them.
    #[default]
    Fifo,
    /// The last of them.
    Lifo,
    /// Any of them, drawn by the seed.
    Random,
}

impl DeliveryOrder {
    /// All of them, by the names links give them.
    pub const NAMES: [(&'static str, Self); 3] = [
        ("fifo", Self::Fifo),
        ("lifo", Self::Lifo),
        ("random", Self::Random),
    ];

    /// The name links give it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fifo => "fifo",
            Self::Lifo => "lifo",
            Self::Random => "random",
        }
    }
}

/// When a letter that is held back is delivered after all.
///
/// ```
/// use generals::{Until, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=bracha&n=4&d=1.1-2_1.1-3~5_1.1-4~0", LinkSize::Any).unwrap().scenario;
/// let held = run.schedule().unwrap().delays.iter().map(|delay| delay.until);
/// assert!(held.eq([Until::Idle, Until::Step(5), Until::End]));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Until {
    /// When nothing else is under way: `1.1-2`.
    Idle,
    /// As this step of the run, from 1, or as soon after as it is under way: `1.1-3~5`. Until then it is slower than any
    /// patience: who waits for it may time out.
    Step(usize),
    /// After all else, when nobody can time out any more: `1.1-4~0`.
    End,
}

/// A slot whose letters are held back.
///
/// ```
/// use generals::{Delay, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=bracha&n=4&d=2.3-1", LinkSize::Any).unwrap().scenario;
/// let delay: &Delay = &run.schedule().unwrap().delays[0];
/// assert_eq!(delay.slot.to_string(), "2.3-1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delay {
    /// Where the letter is sent.
    pub slot: Slot,
    /// How long it is held.
    pub until: Until,
}

/// In which order letters are delivered.
///
/// ```
/// use generals::{DeliveryOrder, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=bracha&n=4&d=2.3-1", LinkSize::Any).unwrap().scenario;
/// let schedule = run.schedule().unwrap();
/// assert_eq!((schedule.order, schedule.delays.len()), (DeliveryOrder::Fifo, 1));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// What is delivered next of all that is not held back.
    pub order: DeliveryOrder,
    /// What is held back, each slot once; of several whose time has come the first listed is delivered first.
    pub delays: Vec<Delay>,
}

impl Schedule {
    /// Reads `q` and `d`; `slot` finds the slot of a label and a recipient.
    pub(crate) fn read(
        texts: &OwnTexts,
        slot: impl Fn(&[u64], General) -> Option<Slot>,
        faults: &mut Faults,
    ) -> Self {
        let mut schedule = Self::default();
        if let Some(text) = texts.get(Key::Q) {
            let found = DeliveryOrder::NAMES.iter().find(|(name, _)| *name == text);
            match found {
                Some((_, order)) => schedule.order = *order,
                None => {
                    let names = DeliveryOrder::NAMES.map(|(name, _)| name).to_vec();
                    faults.add(Key::Q, Code::BadValue, text, Some(Allowed::OneOf(names)));
                }
            }
        }
        for entry in texts
            .get(Key::D)
            .into_iter()
            .flat_map(|text| text.split('_'))
        {
            let delay = delay(entry, &slot).and_then(|delay| {
                let is_repeated = schedule.delays.iter().any(|known| known.slot == delay.slot);
                (!is_repeated).then_some(delay).ok_or(Code::BadValue)
            });
            match delay {
                Ok(delay) => schedule.delays.push(delay),
                Err(code) => faults.add(Key::D, code, entry, Some(Allowed::Form(Form::Delays))),
            }
        }
        schedule
    }

    /// Writes `q` and `d`, without what says nothing and without slots that do not exist.
    pub(crate) fn write(&self, texts: &mut OwnTexts, exists: impl Fn(&Slot) -> bool) {
        if self.order != DeliveryOrder::default() {
            texts.set(Key::Q, self.order.name().to_owned());
        }
        let kept = self.delays.iter().filter(|delay| exists(&delay.slot));
        let delays: Vec<String> = kept.map(ToString::to_string).collect();
        if !delays.is_empty() {
            texts.set(Key::D, delays.join("_"));
        }
    }
}

impl std::fmt::Display for Delay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.slot)?;
        match self.until {
            Until::Idle => Ok(()),
            Until::Step(step) => write!(f, "~{step}"),
            Until::End => write!(f, "~0"),
        }
    }
}

fn delay(entry: &str, slot: &impl Fn(&[u64], General) -> Option<Slot>) -> Result<Delay, Code> {
    let (place, until) = match entry.split_once('~') {
        None => (entry, Until::Idle),
        Some((place, step)) => match number(step)? {
            0 => (place, Until::End),
            step => (
                place,
                Until::Step(usize::try_from(step).unwrap_or(usize::MAX)),
            ),
        },
    };
    let (label, to) = place.split_once('-').ok_or(Code::BadValue)?;
    let label: Vec<u64> = label.split('.').map(number).collect::<Result<_, _>>()?;
    let to = General::new(number(to)?).ok_or(Code::NoSuchPath)?;
    let slot = slot(&label, to).ok_or(Code::NoSuchPath)?;
    Ok(Delay { slot, until })
}

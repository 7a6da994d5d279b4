//! What the arrows of a figure stand for: messages, and bundles of messages where they are too many to draw.

use crate::{
    general::{General, Generals},
    order::Order,
    trace::{Event, Said, Trace},
};

/// More arrows than this are not drawn in one round: every pair of eleven generals still has its own.
const ARROWS_MAX: usize = 90;
/// A bundle that is opened falls into at most so many parts.
const PARTS_MAX: usize = 12;

/// How finely the messages of a round are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// An arrow for each message.
    Messages,
    /// An arrow for all that one general tells another.
    Pairs,
    /// An arrow for all that one general says.
    Senders,
}

impl Grain {
    /// Its name in the step API.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Messages => "messages",
            Self::Pairs => "pairs",
            Self::Senders => "senders",
        }
    }
}

/// One message, or several with the same sender in the same round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The round, from 1.
    pub round: usize,
    /// Who speaks.
    pub from: General,
    /// Who is told.
    pub to: Generals,
    /// The step of the first message.
    pub first: usize,
    /// The step of the last message.
    pub last: usize,
    /// How many messages, silences among them.
    pub count: usize,
    /// How many say attack.
    pub attack: usize,
    /// How many say retreat.
    pub retreat: usize,
    /// How many are not sent.
    pub silent: usize,
    /// How many are lies; none where somebody looks who cannot know.
    pub lies: usize,
    /// How many were not taken in.
    pub refused: usize,
}

impl Bundle {
    /// Words of which there are some, with their numbers: attack, retreat, silence.
    pub(crate) fn counts(&self) -> impl Iterator<Item = usize> {
        [self.attack, self.retreat, self.silent]
            .into_iter()
            .filter(|count| *count > 0)
    }

    fn single(step: usize, round: usize, from: General, to: General, said: Said) -> Self {
        Self {
            round,
            from,
            to: Generals::NONE.with(to),
            first: step,
            last: step,
            count: 1,
            attack: usize::from(said.word == Some(Order::Attack)),
            retreat: usize::from(said.word == Some(Order::Retreat)),
            silent: usize::from(said.word.is_none()),
            lies: usize::from(said.is_lie()),
            refused: usize::from(said.refused.is_some()),
        }
    }

    fn join(&mut self, other: &Self) {
        self.to = Generals::from_bits(self.to.bits() | other.to.bits());
        self.first = self.first.min(other.first);
        self.last = self.last.max(other.last);
        self.count += other.count;
        self.attack += other.attack;
        self.retreat += other.retreat;
        self.silent += other.silent;
        self.lies += other.lies;
        self.refused += other.refused;
    }
}

fn joined<'a>(bundles: impl IntoIterator<Item = &'a Bundle>) -> Option<Bundle> {
    let mut bundles = bundles.into_iter();
    let mut all = bundles.next()?.clone();
    for bundle in bundles {
        all.join(bundle);
    }
    Some(all)
}

/// The messages of a round, each alone, in the order of steps; with `eyes`, those that he sends or receives, and no
/// word of lies. With signatures nobody waits for a letter in particular: what is not sent is seen by its writer only.
fn singles(
    trace: &Trace,
    round: usize,
    eyes: Option<General>,
) -> impl Iterator<Item = Bundle> + '_ {
    let signed = trace.scenario().protocol().is_signed();
    let steps = trace.round_end(round - 1) + 1..;
    steps
        .zip(trace.messages(round))
        .filter_map(move |(step, (from, to, said))| {
            let mut single = Bundle::single(step, round, from, to, said);
            let Some(viewer) = eyes else {
                return Some(single);
            };
            single.lies = 0;
            let comes = !signed || said.word.is_some();
            (from == viewer || (to == viewer && comes)).then_some(single)
        })
}

/// The messages of a round as what is drawn of them. The bundle that holds step `open` is divided until that message
/// stands alone.
pub(crate) fn bundles(
    trace: &Trace,
    round: usize,
    eyes: Option<General>,
    open: Option<usize>,
) -> (Grain, Vec<Bundle>) {
    let n = trace.scenario().n();
    let mut rows: Vec<Vec<Option<Bundle>>> = vec![vec![None; n]; n];
    for single in singles(trace, round, eyes) {
        let Some(to) = single.to.iter().next() else {
            continue;
        };
        match &mut rows[single.from.index()][to.index()] {
            Some(bundle) => bundle.join(&single),
            place => *place = Some(single),
        }
    }
    let pairs = || rows.iter().flatten().flatten();
    let messages: usize = pairs().map(|pair| pair.count).sum();
    if messages <= ARROWS_MAX {
        return (Grain::Messages, singles(trace, round, eyes).collect());
    }
    let opened = open.and_then(|step| match trace.event(step) {
        Some(Event::Message(message)) if message.round == round => Some((step, message.slot)),
        _ => None,
    });
    let divided = |pair: &Bundle| match &opened {
        Some((step, slot)) if slot.path.speaker() == pair.from && pair.to.contains(slot.to) => {
            let own = singles(trace, round, eyes);
            let own = own.filter(|single| single.from == pair.from && single.to == pair.to);
            divide(&own.collect::<Vec<_>>(), *step)
        }
        _ => vec![pair.clone()],
    };
    if pairs().count() <= ARROWS_MAX {
        return (Grain::Pairs, pairs().flat_map(divided).collect());
    }
    let senders = rows.iter().flat_map(|row| {
        let all = joined(row.iter().flatten());
        let is_open = |all: &Bundle| {
            let speaks = opened.as_ref().map(|(_, slot)| slot.path.speaker());
            speaks == Some(all.from)
        };
        match all {
            Some(all) if is_open(&all) => row.iter().flatten().flat_map(divided).collect(),
            all => all.into_iter().collect::<Vec<_>>(),
        }
    });
    (Grain::Senders, senders.collect())
}

/// Parts of messages, so that the one of step `open` is alone.
fn divide(messages: &[Bundle], open: usize) -> Vec<Bundle> {
    let size = messages.len().div_ceil(PARTS_MAX);
    if size <= 1 {
        return messages.to_vec();
    }
    let parts = messages.chunks(size).flat_map(|part| {
        if part.iter().any(|message| message.first == open) {
            divide(part, open)
        } else {
            joined(part).into_iter().collect()
        }
    });
    parts.collect()
}

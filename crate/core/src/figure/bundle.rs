//! What the arrows of a figure stand for: messages, and bundles of messages where they are too many to draw.

use crate::{
    figure::wanted::Wanted,
    protocol::machine::Refusal,
    run::{Event, Said, Trace},
    word::{General, Generals, Order, Word},
};

/// More arrows than this are not drawn in one round: every pair of eleven generals still has its own.
const ARROWS_MAX: usize = 90;
/// A bundle that is opened falls into at most so many parts.
const PARTS_MAX: usize = 12;

/// How finely the messages of a round are drawn.
///
/// ```
/// use generals::{Trace, figure::{Grain, Wanted, time::TimeFigure}, link::{LinkSize, parse}};
///
/// let last_round = |link| {
///     let trace = Trace::new(parse(link, LinkSize::Stepped).unwrap().scenario).unwrap();
///     TimeFigure::of(&trace, &Wanted::default()).bands.pop().unwrap()
/// };
/// assert_eq!(last_round("v=1&p=om&n=4").grain, Grain::Messages);
/// let (crowded, full) = (last_round("v=1&p=om&n=7&m=2"), last_round("v=1&p=om&n=12"));
/// assert_eq!((crowded.messages, crowded.grain), (120, Grain::Pairs), "30 pairs");
/// assert_eq!((full.messages, full.grain), (110, Grain::Senders), "110 pairs");
/// ```
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
///
/// ```
/// use generals::{Trace, figure::{Wanted, time::TimeFigure}, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=7&m=2&t=3", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let arrows = TimeFigure::of(&trace, &Wanted::default()).arrows;
/// assert_eq!(arrows.last().unwrap().bundle.count, 4, "one for each general who relayed it between");
/// let lies: usize = arrows.iter().map(|arrow| arrow.bundle.lies).sum();
/// assert_eq!(Some(lies as u64), trace.verdict().lies, "bundling loses none");
/// ```
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
    /// How many say neither.
    pub neither: usize,
    /// How many are not sent.
    pub silent: usize,
    /// How many are lies; none where somebody looks who cannot know.
    pub lies: usize,
    /// How many were not taken in.
    pub refused: usize,
}

impl Bundle {
    /// Words of which there are some, with their numbers: attack, retreat, neither, silence.
    pub(crate) fn counts(&self) -> impl Iterator<Item = usize> {
        [self.attack, self.retreat, self.neither, self.silent]
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
            attack: usize::from(said.word == Word::Order(Order::Attack)),
            retreat: usize::from(said.word == Word::Order(Order::Retreat)),
            neither: usize::from(said.word == Word::Neither),
            silent: usize::from(said.word.is_silence()),
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
        self.neither += other.neither;
        self.silent += other.silent;
        self.lies += other.lies;
        self.refused += other.refused;
    }
}

/// The messages of a round one by one, in the order of steps; with eyes, those that he sends or receives, and no word
/// of lies. Where silence is not noticed, what is not sent is seen by its writer only; so is what
/// never comes, but not that it never comes.
#[inline(never)] // one copy of this loop is enough for the page
pub(super) fn each(trace: &Trace, round: usize, wanted: &Wanted, take: &mut dyn FnMut(Bundle)) {
    let notices_silence = trace.scenario().spec().notices_silence;
    let steps = trace.round_end(round - 1) + 1..=wanted.until.unwrap_or(usize::MAX);
    for (step, (from, to, said)) in steps.zip(trace.messages(round)) {
        let mut single = Bundle::single(step, round, from, to, said);
        if let Some(viewer) = wanted.eyes {
            single.lies = 0;
            if from == viewer {
                single.refused = 0;
            }
            let is_sent = notices_silence || !said.word.is_silence();
            let comes = is_sent && said.refused != Some(Refusal::Caught);
            if from != viewer && !(to == viewer && comes) {
                continue;
            }
        }
        take(single);
    }
}

/// Takes a bundle into another, or puts it where none is.
fn join(place: &mut Option<Bundle>, bundle: Bundle) {
    match place {
        Some(all) => all.join(&bundle),
        None => *place = Some(bundle),
    }
}

/// The messages of a round as what is drawn of them. The bundle that holds the opened step is divided until that message
/// stands alone.
pub(crate) fn bundles(trace: &Trace, round: usize, wanted: &Wanted) -> (Grain, Vec<Bundle>) {
    let n = trace.scenario().n();
    let mut pairs: Vec<Option<Bundle>> = vec![None; n * n];
    let mut few = Vec::new();
    let mut messages = 0;
    each(trace, round, wanted, &mut |single| {
        messages += 1;
        if messages <= ARROWS_MAX {
            few.push(single.clone());
        }
        let to = single.to.bits().trailing_zeros() as usize;
        join(&mut pairs[single.from.index() * n + to], single);
    });
    if messages <= ARROWS_MAX {
        return (Grain::Messages, few);
    }
    let slot = match wanted.open.and_then(|step| trace.event(step)) {
        Some(Event::Message(message)) if message.slot.round == round => Some(message.slot),
        _ => None,
    };
    let opened = slot.map(|slot| (slot.from, slot.to));
    let grain = if pairs.iter().flatten().count() <= ARROWS_MAX {
        Grain::Pairs
    } else {
        Grain::Senders
    };
    let mut drawn = Vec::new();
    for row in pairs.chunks(n) {
        let mut all = None;
        for pair in row.iter().flatten() {
            let opens = opened.filter(|(from, _)| *from == pair.from);
            if opens.is_some_and(|(_, to)| pair.to.contains(to)) {
                let mut own = Vec::new();
                each(trace, round, wanted, &mut |single| {
                    if single.from == pair.from && single.to == pair.to {
                        own.push(single);
                    }
                });
                divide(&own, wanted.open.unwrap_or(0), &mut drawn);
            } else if grain == Grain::Pairs || opens.is_some() {
                drawn.push(pair.clone());
            } else {
                join(&mut all, pair.clone());
            }
        }
        drawn.extend(all);
    }
    (grain, drawn)
}

/// Parts of messages, so that the one of step `open` is alone.
fn divide(messages: &[Bundle], open: usize, parts: &mut Vec<Bundle>) {
    let size = messages.len().div_ceil(PARTS_MAX);
    if size <= 1 {
        parts.extend_from_slice(messages);
        return;
    }
    for part in messages.chunks(size) {
        if part.iter().any(|message| message.first == open) {
            divide(part, open, parts);
            continue;
        }
        let mut all = None;
        for message in part {
            join(&mut all, message.clone());
        }
        parts.extend(all);
    }
}

//! The messages of a run as rows: those that are wanted, sorted by small keys. What is asked for in the order of
//! steps alone is arithmetic; anything else is a list of steps.

use crate::{
    protocol::machine::Refusal,
    run::{
        event::{Event, Said},
        kept::Told,
        trace::Trace,
    },
    word::{General, Order, Word},
};

/// Which messages of a run are wanted; nothing said is all of them.
///
/// ```
/// use generals::{Rows, Trace, Wanted, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=7&m=2&t=3", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let rows = Rows::of(&trace, &Wanted { lies: true, ..Wanted::default() }, &[]);
/// assert_eq!(Some(rows.len() as u64), trace.verdict().lies);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Those of this round, from 1; where messengers are slow, those that rest on others as deep as that.
    pub round: Option<usize>,
    /// Those that he sends.
    pub from: Option<General>,
    /// Those to him.
    pub to: Option<General>,
    /// Those that he sends or receives; one that is not missed was not sent to him.
    pub seen_by: Option<General>,
    /// Lies alone.
    pub lies: bool,
    /// Nothing after this step.
    pub until: Option<usize>,
}

/// Whether a message comes, or is missed; one whose messenger is caught is not.
pub(crate) fn comes(trace: &Trace, said: Said) -> bool {
    let heard = !said.word.is_silence() || trace.scenario().spec().notices_silence;
    heard && said.refused != Some(Refusal::Caught)
}

impl Wanted {
    fn takes(&self, trace: &Trace, from: General, to: General, said: Said) -> bool {
        let is = |wanted: Option<General>, general| wanted.is_none_or(|wanted| wanted == general);
        is(self.from, from)
            && is(self.to, to)
            && (is(self.seen_by, from) || (comes(trace, said) && is(self.seen_by, to)))
            && (said.is_lie() || !self.lies)
    }

    fn takes_whole_rounds(&self) -> bool {
        let round = self.round;
        *self
            == Self {
                round,
                ..Self::default()
            }
    }
}

/// What rows are sorted by.
///
/// ```
/// use generals::{Column, Event, Rows, Sort, Trace, Wanted, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4&t=3", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let lies_first = [Sort { by: Column::Lie, descending: false }];
/// let rows = Rows::of(&trace, &Wanted::default(), &lies_first);
/// let Some(Event::Message(first)) = trace.event(rows.step(0).unwrap()) else { panic!() };
/// assert!(first.said.is_lie());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The order of steps.
    Step,
    /// The round.
    Round,
    /// The sender.
    From,
    /// The recipient.
    To,
    /// What is passed on: the path before the speaker, in the order of paths.
    Path,
    /// The word said: attack, retreat, neither, silence.
    Said,
    /// The word an honest general would have said, likewise.
    Honest,
    /// Lies, then what traitors say truly, then the rest.
    Lie,
    /// The two who see it, the smaller number first.
    SeenBy,
}

/// A column and whether its largest comes first. Equals stay in the order of steps.
///
/// ```
/// use generals::{Column, Rows, Sort, Trace, Wanted, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let by_recipient = [Sort { by: Column::To, descending: true }];
/// let rows = Rows::of(&trace, &Wanted::default(), &by_recipient);
/// assert_eq!([rows.step(0), rows.step(1)], [Some(3), Some(5)], "1-4, then 1.2-4");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub by: Column,
    /// Largest first.
    pub descending: bool,
}

/// Rows in their order, each a step from 1.
///
/// ```
/// use generals::{General, Rows, Trace, Wanted, link::{LinkSize, parse}};
///
/// let trace = Trace::new(parse("v=1&p=om&n=4", LinkSize::Stepped).unwrap().scenario).unwrap();
/// let rows = Rows::of(&trace, &Wanted { from: General::new(3), ..Wanted::default() }, &[]);
/// assert_eq!((rows.len(), rows.step(0)), (2, Some(6)));
/// assert_eq!((rows.row(6), rows.row(1)), (Some(0), None), "step 1 is the commander's");
/// ```
#[derive(Clone, Debug)]
pub struct Rows(Kept);

#[derive(Clone, Debug)]
enum Kept {
    /// All steps after `before`, in their order: nothing is stored.
    Span { before: usize, count: usize },
    /// A run that is stored has at most 2^22 steps.
    Listed(Vec<u32>),
}

impl Rows {
    /// The wanted messages of a run, sorted by the first key, equals by the next.
    #[must_use]
    pub fn of(trace: &Trace, wanted: &Wanted, sort: &[Sort]) -> Self {
        let rounds = trace.rounds();
        // Where messengers are slow a round is a message's own depth: others come between those of one.
        let depth = wanted.round.filter(|_| is_slow(trace));
        let (first, last) = match wanted.round {
            Some(round) if depth.is_none() && (1..=rounds).contains(&round) => (round, round),
            Some(_) if depth.is_some() => (1, rounds),
            Some(_) => return Self(Kept::Listed(Vec::new())),
            None => (1, rounds),
        };
        // No two rows are of one step: keys after it change nothing.
        let by_step = sort.iter().position(|sort| sort.by == Column::Step);
        let keys = &sort[..by_step.unwrap_or(sort.len())];
        let backwards = by_step.is_some_and(|at| sort[at].descending);
        let before = trace.round_end(first - 1);
        if keys.is_empty() && !backwards && depth.is_none() && wanted.takes_whole_rounds() {
            let count = trace.round_end(last) - before;
            return Self(Kept::Span { before, count });
        }
        let mut steps: Vec<u32> = Vec::new();
        let mut columns: Vec<Vec<u32>> = vec![Vec::new(); keys.len()];
        let by_path = keys.iter().any(|sort| sort.by == Column::Path);
        let (mut step, mut stem) = (before, 0);
        for round in first..=last {
            for (from, to, said) in trace.messages(round) {
                step += 1;
                stem += u32::from(by_path && trace.opens_stem(step));
                if wanted.until.is_some_and(|until| step > until)
                    || depth.is_some_and(|depth| round_of(trace, step, round) != depth)
                    || !wanted.takes(trace, from, to, said)
                {
                    continue;
                }
                steps.push(step as u32);
                for (column, sort) in columns.iter_mut().zip(keys) {
                    column.push(key(trace, sort.by, step, (round, stem), (from, to, said)));
                }
            }
        }
        let mut places: Vec<u32> = (0..steps.len() as u32).collect();
        if backwards {
            places.reverse();
        }
        for (column, sort) in columns.iter().zip(keys).rev() {
            places = counted(&places, column, sort.descending);
        }
        for place in &mut places {
            *place = steps[*place as usize];
        }
        Self(Kept::Listed(places))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Kept::Span { count, .. } => *count,
            Kept::Listed(steps) => steps.len(),
        }
    }

    /// Whether no message is like that.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The step of a row, counted from 0.
    #[must_use]
    pub fn step(&self, row: usize) -> Option<usize> {
        match &self.0 {
            Kept::Span { before, count } => (row < *count).then(|| before + row + 1),
            Kept::Listed(steps) => steps.get(row).map(|step| *step as usize),
        }
    }

    /// The row of a step, counted from 0.
    #[must_use]
    pub fn row(&self, step: usize) -> Option<usize> {
        match &self.0 {
            Kept::Span { before, count } => step.checked_sub(before + 1).filter(|row| row < count),
            Kept::Listed(steps) => steps.iter().position(|listed| *listed as usize == step),
        }
    }
}

/// What a message is sorted by in a column.
fn key(
    trace: &Trace,
    by: Column,
    step: usize,
    (round, stem): (usize, u32),
    (from, to, said): Told,
) -> u32 {
    match by {
        Column::Step => 0,
        Column::Round => round_of(trace, step, round) as u32,
        Column::From => from.number().into(),
        Column::To => to.number().into(),
        Column::Path => stem,
        Column::Said => word_key(said.word),
        Column::Honest => word_key(said.honest),
        Column::Lie if said.is_lie() => 0,
        Column::Lie => 1 + u32::from(trace.scenario().is_loyal(from)),
        Column::SeenBy if !comes(trace, said) => u32::from(from.number()) * 64,
        Column::SeenBy => {
            let (low, high) = (from.min(to), from.max(to));
            u32::from(low.number()) * 64 + u32::from(high.number())
        }
    }
}

/// Whether messengers may be slow.
#[cfg(feature = "network")]
const fn is_slow(trace: &Trace) -> bool {
    trace.scenario().schedule().is_some()
}

/// Nobody is slow where no network is.
#[cfg(not(feature = "network"))]
const fn is_slow(_: &Trace) -> bool {
    false
}

/// The round of a message: where messengers are slow how deep it rests on others itself, else that of its step.
fn round_of(trace: &Trace, step: usize, round: usize) -> usize {
    if !is_slow(trace) {
        return round;
    }
    match trace.event(step) {
        Some(Event::Message(message)) => message.round(),
        _ => round,
    }
}

const fn word_key(word: Word) -> u32 {
    match word {
        Word::Order(Order::Attack) => 0,
        Word::Order(Order::Retreat) => 1,
        Word::Neither => 2,
        Word::Silence => 3,
    }
}

/// Sorts places by their small keys; equals stay in their order.
fn counted(places: &[u32], keys: &[u32], descending: bool) -> Vec<u32> {
    let most = keys.iter().copied().max().unwrap_or(0);
    let slot = |key: u32| (if descending { most - key } else { key }) as usize;
    let mut next = vec![0_u32; most as usize + 2];
    for key in keys {
        next[slot(*key) + 1] += 1;
    }
    let mut sum = 0;
    for start in &mut next {
        sum += *start;
        *start = sum;
    }
    let mut sorted = vec![0; places.len()];
    for place in places {
        let start = &mut next[slot(keys[*place as usize])];
        sorted[*start as usize] = *place;
        *start += 1;
    }
    sorted
}

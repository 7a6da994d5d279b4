//! Arrows of a run whose messengers may be slow: x is the number of deliveries, and each letter is a line from the one at
//! which it was sent to its own.
//!
//! Labels stand on their lines between the lines of generals, the nearest free place to the recipient first.

use crate::{
    figure::{
        bundle::{Bundle, Grain, each},
        columns::{Band, TimeFigure},
        place::{Arrow, Delayed, Room},
        rect::Rect,
        wanted::Wanted,
    },
    run::{Event, Trace},
    scenario::{Schedule, Until},
    word::General,
};

/// Longer runs are drawn by rounds, in bundles.
const LETTERS_MAX: usize = 400;
/// Between two deliveries.
const PITCH_MIN: i32 = 18;
const PITCH_MAX: i32 = 60;
/// Beside the deliveries of a band, and between bands.
const PAD: i32 = 12;
const BETWEEN: i32 = 10;

/// The figure of a run whose messengers may be slow; `None` where none is, or there are too many. `frame`: the height of the
/// names, where lines begin, and how much room decisions have.
pub(super) fn delayed(
    trace: &Trace,
    wanted: &Wanted,
    room: &Room,
    (head, begin, decision): (i32, i32, i32),
) -> Option<TimeFigure> {
    let schedule = trace.scenario().schedule()?;
    let letters = trace.round_end(trace.rounds());
    if letters > LETTERS_MAX {
        return None;
    }
    let counts: Vec<usize> = (1..=trace.rounds())
        .map(|round| trace.round_end(round) - trace.round_end(round - 1))
        .collect();
    let names: Vec<i32> = (0..counts.len())
        .map(|index| wanted.names.get(index).copied().unwrap_or(0))
        .collect();
    let around = (2 * PAD + BETWEEN) * counts.len() as i32;
    let spare = wanted.width - begin - decision - BETWEEN - around;
    let pitch = (spare / letters.max(1) as i32).clamp(PITCH_MIN, PITCH_MAX);

    let mut x = begin + BETWEEN;
    let mut times = vec![x];
    let mut bands = Vec::new();
    for (index, (count, name)) in counts.iter().zip(&names).enumerate() {
        let width = (pitch * *count as i32 + 2 * PAD).max(*name);
        times.extend((1..=*count as i32).map(|place| x + PAD + pitch * place - pitch / 2));
        bands.push(Band {
            round: index + 1,
            place: Rect {
                x,
                y: head,
                width,
                height: room.gap * room.n as i32,
            },
            messages: 0,
            grain: Grain::Messages,
        });
        x += width + BETWEEN;
    }
    let mut arrows = Vec::new();
    let mut labels = Vec::new();
    for band in &mut bands {
        each(trace, band.round, wanted, &mut |bundle| {
            band.messages += 1;
            if let Some(arrow) = arrow(
                trace,
                schedule,
                room,
                &times,
                bundle,
                wanted.eyes,
                &mut labels,
            ) {
                arrows.push(arrow);
            }
        });
    }
    let lines = trace.scenario().generals().iter();
    Some(TimeFigure {
        width: x + decision,
        height: head + room.gap * room.n as i32,
        span: (begin, x + decision),
        lines: lines.map(|general| room.line(general)).collect(),
        bands,
        arrows,
        decide: x,
    })
}

/// The arrow of one letter; `labels` are those that stand already.
fn arrow(
    trace: &Trace,
    schedule: &Schedule,
    room: &Room,
    times: &[i32],
    bundle: Bundle,
    eyes: Option<General>,
    labels: &mut Vec<Rect>,
) -> Option<Arrow> {
    let Some(Event::Message(message)) = trace.event(bundle.first) else {
        return None;
    };
    // Eyes see a letter when it comes; when another sent it they cannot know.
    let is_seen = eyes.is_none_or(|viewer| viewer == bundle.from);
    let sent = match is_seen {
        true => message.delivery?.sent,
        false => bundle.first - 1,
    };
    let to = bundle.to.iter().next()?;
    let start = (*times.get(sent)?, room.line(bundle.from));
    let end = (*times.get(bundle.first)?, room.line(to));
    let gaps = bundle.from.index().abs_diff(to.index()).max(1) as i32;
    // The middles of the gaps that it crosses, from its end; then the quarters beside them.
    let middles = (0..gaps).map(|gap| 4 * (gaps - gap) - 2);
    let quarters = (0..gaps).flat_map(|gap| [4 * (gaps - gap) - 3, 4 * (gaps - gap) - 1]);
    let places: Vec<Rect> = middles
        .chain(quarters)
        .map(|part| on_line(room, start, end, part, 4 * gaps))
        .collect();
    let is_free = |place: &&Rect| !labels.iter().any(|other| meet(place, other));
    let label = *places.iter().find(is_free).or_else(|| places.first())?;
    labels.push(label);
    let delay = schedule
        .delays
        .iter()
        .find(|delay| delay.slot == message.slot);
    Some(Arrow {
        bundle,
        start,
        ends: vec![end],
        label,
        delay: Some(Delayed {
            sent,
            is_held: is_seen && delay.is_some_and(|delay| !matches!(delay.until, Until::Step(_))),
        }),
    })
}

/// Room for a label after so many parts of a line.
fn on_line(room: &Room, start: (i32, i32), end: (i32, i32), part: i32, parts: i32) -> Rect {
    let (width, height) = room.token;
    Rect {
        x: start.0 + (end.0 - start.0) * part / parts - width / 2,
        y: start.1 + (end.1 - start.1) * part / parts - height / 2,
        width,
        height,
    }
}

const fn meet(one: &Rect, other: &Rect) -> bool {
    one.x < other.x + other.width
        && other.x < one.x + one.width
        && one.y < other.y + other.height
        && other.y < one.y + one.height
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::{LinkSize, parse};

    fn figure(link: &str, wanted: &Wanted) -> TimeFigure {
        let scenario = parse(link, LinkSize::Stepped).unwrap().scenario;
        TimeFigure::of(&Trace::new(scenario).unwrap(), wanted)
    }

    fn usual() -> Wanted {
        Wanted {
            width: 900,
            height: 400,
            token: (30, 30),
            ..Wanted::default()
        }
    }

    #[test]
    fn letters_leave_when_they_are_sent_and_arrive_one_by_one() {
        let figure = figure("v=1&p=bracha&n=4&t=3&q=lifo&d=1.1-4", &usual());
        let arrivals: Vec<i32> = figure.arrows.iter().map(Arrow::arrival).collect();
        assert!(
            arrivals.windows(2).all(|two| two[0] < two[1]),
            "{arrivals:?}"
        );
        for arrow in &figure.arrows {
            let sent = arrow.delay.unwrap().sent;
            let at = sent.checked_sub(1).map(|before| arrivals[before]);
            assert_eq!(at.unwrap_or(figure.bands[0].place.x), arrow.start.0);
        }
    }

    #[test]
    fn labels_of_four_generals_lie_on_no_other() {
        let figure = figure("v=1&p=bracha&n=4", &usual());
        let labels: Vec<Rect> = figure.arrows.iter().map(|arrow| arrow.label).collect();
        let met = labels
            .iter()
            .enumerate()
            .flat_map(|(i, one)| labels[i + 1..].iter().filter(|other| meet(one, other)));
        assert_eq!(met.count(), 0, "of {} labels", labels.len());
    }

    #[test]
    fn a_general_sees_only_what_reached_him_or_is_his() {
        let eyes = crate::word::General::new(2);
        let all = figure("v=1&p=bracha&n=4", &usual()).arrows.len();
        let own = figure("v=1&p=bracha&n=4", &Wanted { eyes, ..usual() });
        assert!(own.arrows.len() < all);
        let bands: usize = own.bands.iter().map(|band| band.messages).sum();
        assert_eq!(bands, own.arrows.len());
    }

    #[test]
    fn a_long_run_is_drawn_in_bundles_by_rounds() {
        let figure = figure("v=1&p=bracha&n=16&m=5", &usual());
        assert!(figure.arrows.iter().all(|arrow| arrow.delay.is_none()));
    }
}

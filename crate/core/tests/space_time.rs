//! The space-time figure: every message in one arrow, time runs forwards, labels lie on nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{general, trace};
use generals::{
    Event, Trace,
    figure::{
        Grain, Rect, Wanted,
        time::{Arrow, TimeFigure},
    },
};

/// Labels as the page has them.
fn wanted(width: i32) -> Wanted {
    Wanted {
        width,
        height: 520,
        margin: 56,
        head: 36,
        names: vec![120; 12],
        decision: 150,
        token: (26, 26),
        digit: 8,
        eyes: None,
        open: None,
        until: None,
    }
}

/// All armies up to ten generals as they are looked at: with up to two relays, and signed.
fn small() -> impl Iterator<Item = (String, Trace)> {
    let sizes = (2..=10).flat_map(|n| (0..=2.min(n - 2)).map(move |m| (n, m)));
    let links = sizes.flat_map(|(n, m)| {
        [
            format!("v=1&p=om&n={n}&m={m}&t={n}"),
            format!("v=1&p=om&n={n}&m={m}&t=1&s=split"),
            format!("v=1&p=flat&n={n}&m={m}&t=2&s=silent"),
            format!("v=1&p=sm&n={n}&m={m}&t=1.{n}&s=split&x=1-2A_1-2R"),
        ]
    });
    links.map(|link| {
        let run = trace(&link);
        (link, run)
    })
}

fn check(about: &str, figure: &TimeFigure) {
    for (index, arrow) in figure.arrows.iter().enumerate() {
        let band = figure.bands[arrow.bundle.round - 1].place;
        let inside = |x: i32| band.x <= x && x <= band.x + band.width;
        let Arrow {
            start, ends, label, ..
        } = arrow;
        assert!(
            inside(start.0) && inside(label.x) && inside(label.x + label.width),
            "{about}: {arrow:?}"
        );
        assert_eq!(
            start.1,
            figure.lines[usize::from(arrow.bundle.from.number()) - 1]
        );
        let to: Vec<i32> = arrow
            .bundle
            .to
            .iter()
            .map(|to| figure.lines[usize::from(to.number()) - 1])
            .collect();
        assert_eq!(
            to,
            ends.iter().map(|end| end.1).collect::<Vec<_>>(),
            "{about}"
        );
        assert!(
            ends.iter().all(|end| inside(end.0) && end.0 > start.0),
            "{about}: {arrow:?}"
        );
        for line in &figure.lines {
            let on_line = Rect {
                x: label.x,
                y: *line - 1,
                width: label.width,
                height: 2,
            };
            assert!(
                !label.meets(on_line),
                "{about}: a label on a line: {arrow:?}"
            );
        }
        for other in &figure.arrows[index + 1..] {
            assert!(!label.meets(other.label), "{about}: {arrow:?} {other:?}");
        }
    }
    for bands in figure.bands.windows(2) {
        assert!(
            bands[0].place.x + bands[0].place.width < bands[1].place.x,
            "{about}"
        );
    }
    for band in figure
        .bands
        .iter()
        .filter(|band| band.grain == Grain::Messages)
    {
        let arrows = figure
            .arrows
            .iter()
            .filter(|arrow| arrow.bundle.round == band.round);
        let times: Vec<_> = arrows
            .map(|arrow| (arrow.bundle.first, arrow.arrival()))
            .collect();
        assert!(
            times
                .windows(2)
                .all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1),
            "{about}: {times:?}"
        );
    }
}

/// Of each step, how many arrows stand for it.
fn arrows_of(figure: &TimeFigure, run: &Trace, step: usize) -> usize {
    let Some(Event::Message(message)) = run.event(step) else {
        return 0;
    };
    let holds = |arrow: &&Arrow| {
        let bundle = &arrow.bundle;
        bundle.round == message.slot.round
            && bundle.from == message.slot.from
            && bundle.to.contains(message.slot.to)
            && (bundle.first..=bundle.last).contains(&step)
    };
    figure.arrows.iter().filter(holds).count()
}

#[test]
fn labels_of_small_armies_lie_on_nothing_and_time_runs_forwards() {
    for (link, run) in small() {
        for width in [300, 1232, 2400] {
            check(&link, &TimeFigure::of(&run, &wanted(width)));
        }
    }
}

#[test]
fn every_message_is_in_one_arrow_also_when_a_bundle_is_opened() {
    for (link, run) in small() {
        let messages = run.len() - 1;
        for open in [None, Some(1), Some(messages / 2 + 1), Some(messages)] {
            let wanted = Wanted {
                open,
                ..wanted(1232)
            };
            let figure = TimeFigure::of(&run, &wanted);
            check(&link, &figure);
            let count: usize = figure.arrows.iter().map(|arrow| arrow.bundle.count).sum();
            assert_eq!(count, messages, "{link}");
            for step in 1..=messages {
                assert_eq!(arrows_of(&figure, &run, step), 1, "{link} step {step}");
            }
            for arrow in &figure.arrows {
                let bundle = &arrow.bundle;
                assert_eq!(bundle.attack + bundle.retreat + bundle.silent, bundle.count);
            }
        }
    }
}

#[test]
fn an_opened_bundle_is_divided_until_the_message_stands_alone() {
    let run = trace("v=1&p=om&n=10&m=2&t=3.7");
    for (open, grain) in [(100, Grain::Pairs), (400, Grain::Pairs)] {
        let wanted = Wanted {
            open: Some(open),
            ..wanted(1232)
        };
        let figure = TimeFigure::of(&run, &wanted);
        assert_eq!(figure.bands[2].grain, grain);
        let of_step = |arrow: &&Arrow| arrow.bundle.first == open && arrow.bundle.count == 1;
        assert_eq!(figure.arrows.iter().filter(of_step).count(), 1);
        let singles = figure
            .arrows
            .iter()
            .filter(|arrow| arrow.bundle.round == 3 && arrow.bundle.count == 1);
        assert_eq!(singles.count(), 7, "the seven messages of one pair");
    }
}

#[test]
fn large_runs_are_drawn_as_few_arrows() {
    for (link, grain) in [
        ("v=1&p=om&n=10&m=2&t=3", Grain::Pairs),
        ("v=1&p=om&n=31&m=1&t=3", Grain::Senders),
        ("v=1&p=om&n=13&m=4&t=3", Grain::Senders),
        ("v=1&p=om&n=64&m=2&t=3", Grain::Senders),
    ] {
        let run = trace(link);
        let messages = run.len() - 1;
        for open in [None, Some(messages)] {
            let figure = TimeFigure::of(
                &run,
                &Wanted {
                    open,
                    ..wanted(1232)
                },
            );
            check(link, &figure);
            assert_eq!(figure.bands.last().unwrap().grain, grain, "{link}");
            assert!(figure.arrows.len() < 400, "{link}: {}", figure.arrows.len());
            let count: usize = figure.arrows.iter().map(|arrow| arrow.bundle.count).sum();
            assert_eq!(count, messages, "{link}");
            assert_eq!(arrows_of(&figure, &run, messages), 1);
            // Bundles of hundreds are divided again and again.
            let alone = |arrow: &&Arrow| arrow.bundle.first == messages && arrow.bundle.count == 1;
            let singles = figure.arrows.iter().filter(alone).count();
            assert_eq!(singles, usize::from(open.is_some()), "{link}");
        }
    }
}

#[test]
fn in_fog_only_his_messages_are_drawn_and_nothing_tells_of_lies() {
    for (link, run) in small() {
        for viewer in run.scenario().generals().iter() {
            let figure = TimeFigure::of(
                &run,
                &Wanted {
                    eyes: Some(viewer),
                    ..wanted(1232)
                },
            );
            check(&link, &figure);
            for arrow in &figure.arrows {
                let bundle = &arrow.bundle;
                assert!(
                    bundle.from == viewer || bundle.to.contains(viewer),
                    "{link}: {bundle:?}"
                );
                assert_eq!(bundle.lies, 0, "{link}");
            }
            // The same as his view, but for what he himself left out where nobody waits for it.
            let view = run.view(viewer, run.len());
            let drawn: usize = figure.arrows.iter().map(|arrow| arrow.bundle.count).sum();
            let left_out = (1..run.len()).filter(|step| match run.event(*step) {
                Some(Event::Message(message)) => {
                    message.slot.from == viewer && message.said.word.is_silence()
                }
                _ => false,
            });
            let counted = if run.scenario().protocol().is_signed() {
                left_out.count()
            } else {
                0
            };
            assert_eq!(
                drawn,
                view.received.len() + view.sent.len() + counted,
                "{link}"
            );
        }
    }
}

#[test]
fn nothing_is_drawn_after_the_last_step_that_is_wanted() {
    let run = trace("v=1&p=om&n=7&m=2&t=3.6&s=split");
    for until in [0, 1, 6, 7, 40, 156] {
        let figure = TimeFigure::of(
            &run,
            &Wanted {
                until: Some(until),
                ..wanted(1232)
            },
        );
        let drawn: usize = figure.arrows.iter().map(|arrow| arrow.bundle.count).sum();
        assert_eq!(drawn, until);
        assert!(figure.arrows.iter().all(|arrow| arrow.bundle.last <= until));
    }
}

#[test]
fn worlds_that_he_cannot_tell_apart_look_the_same_to_him() {
    let figure = |link: &str| {
        TimeFigure::of(
            &trace(link),
            &Wanted {
                eyes: Some(general(2)),
                ..wanted(1232)
            },
        )
    };
    assert_eq!(
        figure("v=1&p=om&n=3&t=3"),
        figure("v=1&p=om&n=3&t=1&x=1-2A_1-3R")
    );
    assert_eq!(
        figure("v=1&p=sm&n=4&m=2&t=3.4&s=silent"),
        figure("v=1&p=sm&n=4&m=2&t=3.4&s=silent&x=1.3-4A")
    );
}

#[test]
fn what_one_general_sends_at_once_fans_out() {
    let slope = |arrow: &Arrow| {
        let (end, start) = (arrow.ends[0], arrow.start);
        f64::from(end.1 - start.1)
            .atan2(f64::from(end.0 - start.0))
            .to_degrees()
    };
    for n in 3..=7 {
        let run = trace(&format!("v=1&p=om&n={n}&m=1&t=1&s=split"));
        let figure = TimeFigure::of(&run, &wanted(1232));
        for pair in figure.arrows.windows(2) {
            if pair[0].start == pair[1].start {
                let between = (slope(&pair[0]) - slope(&pair[1])).abs();
                assert!(between > 1.4, "n={n}: {between} degrees, {pair:?}");
            }
        }
    }
}

#[test]
fn the_start_scenario_is_drawn_as_it_was() {
    let figure = TimeFigure::of(&trace("v=1&p=om&n=4&t=3"), &wanted(1232));
    assert_eq!(figure.lines, [94, 210, 326, 442]);
    let lie = figure
        .arrows
        .iter()
        .find(|arrow| arrow.bundle.lies > 0)
        .unwrap();
    assert_eq!((lie.bundle.first, lie.bundle.retreat), (6, 1));
    let arrivals: Vec<i32> = figure.arrows.iter().map(Arrow::arrival).collect();
    assert_eq!(arrivals, [335, 394, 453, 745, 803, 861, 919, 977, 1035]);
}

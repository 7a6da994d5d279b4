//! Nothing that is read lies on anything else or outside; who looks through one general's eyes learns no more than he; what does
//! not fit is refused.

use super::{
    Figure, Options, Refused,
    drawing::{Drawing, Ink, Mark, Piece, Point, Text},
    drawn, svg,
    text::{Align, Says},
    tikz,
};
use crate::{
    figure::Rect,
    lab::indistinguishable::{OtherWorld, other_world},
    link::{LinkSize, parse},
    run::Trace,
    word::General,
};
use proptest::prelude::*;

fn trace(link: &str) -> Trace {
    Trace::new(parse(link, LinkSize::Stepped).unwrap().scenario).unwrap()
}

fn wanted(figure: Figure) -> Options {
    Options {
        figure,
        ..Options::default()
    }
}

/// The box of a piece about its origin, in tenths: left, top, right, bottom.
const fn bounds(piece: Piece) -> [i32; 4] {
    match piece {
        Piece::Crown => [-102, -70, 102, 64],
        Piece::Mask => [-86, -48, 86, 44],
        Piece::Attack | Piece::Retreat => [-10, -540, 370, 0],
    }
}

/// The room of a line of letters, which reach so far above their base line and below it.
fn room_of(text: &Text) -> Rect {
    let width = text.says.width(text.size);
    let x = match text.align {
        Align::Start => text.at.0,
        Align::Middle => text.at.0 - width / 2,
        Align::End => text.at.0 - width,
    };
    let has_tails = !matches!(text.says, Says::Number(_) | Says::Votes(..) | Says::Path(_));
    let below = if has_tails { text.size / 4 } else { 0 };
    Rect {
        x,
        y: text.at.1 - text.size * 3 / 4,
        width,
        height: text.size * 3 / 4 + below,
    }
}

/// The room of what may not lie on anything else: letters, words, shields and pieces.
fn room(mark: &Mark) -> Option<Rect> {
    let about = |(x, y): Point, half: i32| Rect {
        x: x - half,
        y: y - half,
        width: 2 * half,
        height: 2 * half,
    };
    match mark {
        Mark::Token(at, half, _) | Mark::Cross(at, half, _) | Mark::Check(at, half) => {
            Some(about(*at, *half))
        }
        Mark::Shield(at, side, ..) => Some(about(*at, side / 2)),
        Mark::Piece((x, y), percent, piece) => {
            let [left, top, right, bottom] = bounds(*piece).map(|tenths| tenths * percent / 1000);
            Some(Rect {
                x: x + left,
                y: y + top,
                width: right - left,
                height: bottom - top,
            })
        }
        // What is light stands on what is dark.
        Mark::Text(text) if text.ink != Ink::Light => Some(room_of(text)),
        _ => None,
    }
}

/// What is wrong with a drawing.
fn fault(drawing: &Drawing) -> Option<String> {
    let rooms: Vec<(&Mark, Rect)> = drawing
        .marks
        .iter()
        .filter_map(|mark| Some((mark, room(mark)?)))
        .collect();
    for (index, (mark, place)) in rooms.iter().enumerate() {
        let is_inside = place.x >= 0
            && place.y >= 0
            && place.right() <= drawing.width
            && place.bottom() <= drawing.height;
        if !is_inside {
            let (width, height) = (drawing.width, drawing.height);
            return Some(format!("outside of {width} x {height}: {mark:?} {place:?}"));
        }
        if let Some((other, _)) = rooms[..index].iter().find(|(_, other)| place.meets(*other)) {
            return Some(format!("{mark:?} on {other:?}"));
        }
    }
    None
}

/// Draws a figure of a run, if there is one, and says what is wrong with it.
fn check(link: &str, options: &Options) -> Result<bool, String> {
    match drawn(&trace(link), options) {
        Ok(drawing) => fault(&drawing).map_or(Ok(true), |fault| {
            Err(format!("{link} {options:?}: {fault}"))
        }),
        Err(_) => Ok(false),
    }
}

#[test]
fn nothing_lies_on_anything_else_in_any_figure_of_armies_up_to_ten_with_two_relays() {
    let sizes = (2..=10).flat_map(|n| (0..=2.min(n - 2)).map(move |m| (n, m)));
    let links = sizes.flat_map(|(n, m)| {
        let army = format!("n={n}&m={m}");
        [
            format!("v=1&p=om&{army}&t={n}"),
            format!("v=1&p=om&{army}&t=1.{n}&s=split&o=R"),
            format!("v=1&p=flat&{army}&t=2&s=silent"),
            format!("v=1&p=sm&{army}&t=1&s=split"),
            format!("v=1&p=ic&{army}&t={n}&s=random"),
        ]
    });
    let others = [
        "v=1&p=trust&t=2",
        "v=1&p=two&lost=2&m=5",
        "v=1&p=om&n=16&t=3",
    ];
    let mut drawn_of_each = [0; 4];
    for link in links.chain(others.map(str::to_owned)) {
        for (figure, count) in Figure::ALL.into_iter().zip(&mut drawn_of_each) {
            for number_from in [0, 1] {
                let options = Options {
                    number_from,
                    ..wanted(figure)
                };
                *count += usize::from(check(&link, &options).unwrap());
            }
        }
    }
    assert!(
        drawn_of_each.iter().all(|count| *count > 20),
        "{drawn_of_each:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn nothing_lies_on_anything_else_whoever_lies_and_whoever_looks(
        protocol in prop::sample::select(vec!["om", "flat", "sm", "ic"]),
        n in 2_usize..=12,
        relays in 0_usize..=3,
        traitors in any::<u16>(),
        strategy in prop::sample::select(vec!["honest", "flip", "split", "silent", "random", "half"]),
        seed in any::<u32>(),
        eyes in 0_u64..=12,
    ) {
        let named: Vec<String> = (1..=n)
            .filter(|general| traitors >> general & 1 == 1)
            .map(|general| general.to_string())
            .collect();
        let m = relays.min(n - 2);
        let link = format!(
            "v=1&p={protocol}&n={n}&m={m}&t={}&s={strategy}&seed={seed}",
            named.join(".")
        );
        if let Ok(scenario) = parse(&link, LinkSize::Stepped)
            && scenario.scenario.too_large().is_none()
        {
            let eyes = General::new(eyes).filter(|general| usize::from(general.number()) <= n);
            for figure in [Figure::Time, Figure::Tree] {
                let options = Options { eyes, ..wanted(figure) };
                prop_assert!(check(&link, &options).is_ok(), "{:?}", check(&link, &options));
            }
        }
    }
}

/// Both files of a figure as a general sees it.
fn files(trace: &Trace, figure: Figure, eyes: General) -> [Result<String, Refused>; 2] {
    let options = Options {
        eyes: Some(eyes),
        link: trace.scenario().link(),
        ..wanted(figure)
    };
    [tikz(trace, &options), svg(trace, &options)]
}

fn assert_same_files(one: &Trace, other: &Trace, eyes: General) {
    let view = |trace: &Trace| trace.view(eyes, trace.len());
    assert_eq!(view(one), view(other), "he cannot tell them apart");
    for figure in [Figure::Time, Figure::Tree] {
        assert!(files(one, figure, eyes) == files(other, figure, eyes));
    }
}

#[test]
fn two_worlds_that_a_general_cannot_tell_apart_give_him_the_same_files() {
    let runs = [
        "om&n=3&t=3",
        "om&n=4&t=3",
        "sm&n=4&t=1&s=silent",
        "ic&n=4&t=4",
        "flat&n=5&m=2&t=3",
    ];
    let mut found = 0;
    for run in runs {
        let trace = trace(&format!("v=1&p={run}"));
        for general in trace.scenario().loyal_deciders().iter() {
            if let OtherWorld::Found(world) = other_world(&trace, general, 2) {
                assert_same_files(&trace, &Trace::new(*world).unwrap(), general);
                found += 1;
            }
        }
    }
    assert!(found > 3, "{found}");
}

#[test]
fn a_messenger_who_is_caught_is_seen_by_him_alone_who_sent_him() {
    let [first, second] = [1, 2].map(|number| General::new(number).unwrap());
    let lost = |number| trace(&format!("v=1&p=two&m=3&lost={number}"));
    assert_same_files(&lost(0), &lost(4), second);
    assert_same_files(&lost(3), &lost(4), first);
    assert_same_files(&lost(1), &lost(2), first);
}

#[test]
fn what_does_not_fit_or_is_not_there_is_refused_by_name() {
    let refused = |link: &str, figure, change: &dyn Fn(&mut Options)| {
        let mut options = wanted(figure);
        change(&mut options);
        svg(&trace(link), &options).unwrap_err()
    };
    let as_it_is = |_: &mut Options| ();
    let large = |size, most| Refused::TooLarge { size, most };
    let (time, tree, ring, chain) = (Figure::Time, Figure::Tree, Figure::Ring, Figure::Chain);
    for (link, figure, why) in [
        ("v=1&p=om&n=17", time, large(17, 16)),
        ("v=1&p=om&n=10&m=3", time, large(225, 200)),
        ("v=1&p=om&n=12&m=2", tree, large(101, 100)),
        ("v=1&p=om&n=24&m=2", ring, large(11_155, 5_500)),
        ("v=1&p=om&n=17&m=1", chain, large(17, 16)),
        ("v=1&p=om&n=12&m=4", chain, large(3_760_792, 100_000)),
        ("v=1&p=sm&n=4", tree, Refused::NotForThis),
        ("v=1&p=flat&n=4", tree, Refused::NotForThis),
        ("v=1&p=trust", ring, Refused::NotForThis),
        ("v=1&p=two", chain, Refused::NotForThis),
        ("v=1&p=om&n=2", ring, Refused::TooFew { least: 3 }),
        ("v=1&p=om&n=4&m=2", chain, Refused::TooFew { least: 5 }),
        ("v=1&p=om&n=2&t=2", tree, Refused::NoVote),
    ] {
        assert_eq!(refused(link, figure, &as_it_is), why, "{link}");
    }
    let traitor = |options: &mut Options| options.general = General::new(3);
    assert_eq!(refused("v=1&t=3", tree, &traitor), Refused::NoVote);
    let eyes = |options: &mut Options| options.eyes = General::new(2);
    for figure in [ring, chain] {
        assert_eq!(refused("v=1", figure, &eyes), Refused::NoEyes);
    }
}

#[test]
fn any_text_may_stand_as_the_link() {
    let options = Options {
        link: "https://h.example/\u{4e2d}?a=%&<b>\"\n\\end{document}\u{1}".to_owned(),
        ..Options::default()
    };
    let trace = trace("v=1&t=3");
    let text = tikz(&trace, &options).unwrap();
    assert!(text.is_ascii());
    assert!(text.contains("% https://h.example/%E4%B8%AD?a=%&<b>\"%0A\\end{document}%01\n"));
    let text = svg(&trace, &options).unwrap();
    let written = "https://h.example/\u{4e2d}?a=%&amp;&lt;b&gt;&quot; \\end{document}";
    assert!(text.contains(&format!("<desc>{written}</desc>")));
    let longer = Options {
        link: "v".repeat(3_000),
        ..options
    };
    let text = svg(&trace, &longer).unwrap();
    assert_eq!(
        text.matches(&longer.link).count(),
        1,
        "in its description alone"
    );
}

#[test]
fn the_first_general_may_be_called_zero() {
    let options = Options {
        number_from: 0,
        ..wanted(Figure::Tree)
    };
    let text = tikz(&trace("v=1&n=4&t=3"), &options).unwrap();
    assert!(text.contains("\\byzpath{0.2}") && !text.contains("\\byzgeneral{4}"));
}

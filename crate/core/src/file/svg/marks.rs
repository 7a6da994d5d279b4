//! Each mark of a drawing as an element of SVG.

use crate::{
    figure::Rect,
    file::{
        drawing::{Dot, Fill, Ink, Loyalty, Mark, Piece, Point, Stroke, Text},
        glyph::{Glyph, LOYAL, LOYAL_RING, Part, SHIELD, SHIELD_MIDDLE},
        letters::{on_banner, on_shield, on_token},
        palette::colour,
        svg::escape::escaped,
        text::{Align, sign_of},
        units::{scaled, tenths},
    },
    word::{Order, Word},
};

/// How long and half how wide the head of an arrow is, in tenths; and how far from the end of its line it ends.
const HEAD: (i32, i32) = (80, 30);
const BEFORE_END: i32 = 35;

/// A mark.
pub(super) fn mark(mark: &Mark) -> String {
    match mark {
        Mark::Line(points, stroke) => line(points, *stroke),
        Mark::Bow([start, from, to, end], stroke) => {
            let [start, from, to, end] = [start, from, to, end].map(|point| pair(*point));
            format!(
                "<path d=\"M{start}C{from} {to} {end}\" fill=\"none\"{}/>\n",
                stroked(*stroke)
            )
        }
        Mark::Field(place, round, fill) => field(*place, *round, *fill),
        Mark::Dot((x, y), dot) => {
            let how = match dot {
                Dot::Sent | Dot::Run => filled("byzink"),
                Dot::BrokenRun => filled("byzbroken"),
                Dot::Received => format!(" fill=\"#FFFFFF\"{}", edged("byzink", "1.2")),
            };
            format!(
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\"{how}/>\n",
                dot.radius()
            )
        }
        Mark::Halo((x, y), radius) => format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"#FFFFFF\"{} stroke-dasharray=\"4 3\"/>\n",
            edged("byztraitor", "1.6")
        ),
        Mark::Token(middle, half, word) => token(*middle, *half, *word),
        Mark::Shield(middle, side, loyalty, name) => {
            let percent = side * 1000 / SHIELD;
            let letters = on_shield(*middle, *side, *loyalty, name);
            format!(
                "{}{}",
                shield(*middle, percent, *loyalty),
                text(&letters, true)
            )
        }
        Mark::Piece(origin, percent, piece) => {
            let letter = on_banner(*origin, *percent, *piece);
            let letter = letter.map_or(String::new(), |letter| text(&letter, true));
            format!(
                "{}{letter}",
                placed(*origin, *percent, &self::piece(*piece))
            )
        }
        Mark::Cross(..) | Mark::Refusal(..) | Mark::Check(..) => sign(mark),
        Mark::Text(letters) => text(letters, false),
    }
}

/// A cross or a check mark; nothing for anything else.
fn sign(mark: &Mark) -> String {
    match mark {
        Mark::Cross((x, y), half, ink) => {
            let (side, back) = (2 * half, -2 * half);
            format!(
                "<path d=\"M{} {}l{side} {side}m0 {back}l{back} {side}\" fill=\"none\"{}/>\n",
                x - half,
                y - half,
                edged(of(*ink), "2")
            )
        }
        Mark::Refusal((x, y)) => format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"6\"{}/><path d=\"M{} {}l4 4m0-4l-4 4\" stroke=\"#FFFFFF\" stroke-width=\"1.2\"/>\n",
            filled("byzbroken"),
            x - 2,
            y - 2
        ),
        Mark::Check((x, y), half) => format!(
            "<path d=\"M{} {y}L{} {}L{} {}\" fill=\"none\"{}/>\n",
            x - half,
            x - half / 3,
            y + half * 3 / 4,
            x + half,
            y - half * 3 / 4,
            edged("byzholds", "2")
        ),
        _ => String::new(),
    }
}

fn pair((x, y): Point) -> String {
    format!("{x} {y}")
}

fn filled(name: &str) -> String {
    format!(" fill=\"#{}\"", colour(name))
}

fn edged(name: &str, width: &str) -> String {
    format!(" stroke=\"#{}\" stroke-width=\"{width}\"", colour(name))
}

const fn of(ink: Ink) -> &'static str {
    match ink {
        Ink::Plain => "byzink",
        Ink::Pale => "byzpale",
        Ink::Light => "white",
        Ink::Broken => "byzbroken",
    }
}

/// Colour, width and dashes of a line.
const fn looks(stroke: Stroke) -> (&'static str, &'static str, &'static str) {
    match stroke {
        Stroke::General => ("byzink", "1.4", ""),
        Stroke::Traitor => ("byztraitor", "1.8", "9 5"),
        Stroke::Message => ("byzink", "1.1", ""),
        Stroke::Lie => ("byztraitor", "1.6", "6 4"),
        Stroke::Silence => ("byzpale", "1.1", "2 4"),
        Stroke::SilentLie => ("byztraitor", "1.6", "2 4"),
        Stroke::Bundle => ("byzpale", "0.8", ""),
        Stroke::Fan => ("byzpale", "0.6", ""),
        Stroke::Axis => ("byzpale", "0.8", ""),
        Stroke::Won => ("byzink", "1.6", ""),
        Stroke::Lost => ("byzpale", "1", "1.6 3.2"),
        Stroke::Bracket => ("byzpale", "1.2", ""),
        Stroke::Broken => ("byzbroken", "2.4", ""),
        Stroke::Fine => ("byzrule", "0.8", ""),
    }
}

fn stroked(stroke: Stroke) -> String {
    let (name, width, dashes) = looks(stroke);
    let dashes = if dashes.is_empty() {
        String::new()
    } else {
        format!(" stroke-dasharray=\"{dashes}\"")
    };
    format!("{}{dashes}", edged(name, width))
}

fn line(points: &[Point], stroke: Stroke) -> String {
    let through: Vec<String> = points.iter().map(|point| pair(*point)).collect();
    let path = format!(
        "<path d=\"M{}\" fill=\"none\"{}/>\n",
        through.join("L"),
        stroked(stroke)
    );
    let has_head = matches!(
        stroke,
        Stroke::Message | Stroke::Lie | Stroke::Bundle | Stroke::Axis
    );
    match points {
        [.., from, to] if has_head => format!("{path}{}", head(*from, *to, looks(stroke).0)),
        _ => path,
    }
}

/// The head of an arrow.
fn head(from: Point, to: Point, name: &str) -> String {
    let hundredths = |from: i32, to: i32| i64::from(to - from) * 100;
    let (dx, dy) = (hundredths(from.0, to.0), hundredths(from.1, to.1));
    let length = (dx * dx + dy * dy).isqrt().max(1);
    let part = |whole: i64, tenths: i32| (whole * i64::from(tenths) / length) as i32;
    // So far back from its end and so far aside, in tenths.
    let at = |back: i32, aside: i32| {
        let x = to.0 * 10 - part(dx, back) + part(dy, aside);
        let y = to.1 * 10 - part(dy, back) - part(dx, aside);
        format!("{} {}", tenths(x), tenths(y))
    };
    let back = BEFORE_END + HEAD.0;
    format!(
        "<path d=\"M{}L{}L{}Z\"{}/>\n",
        at(BEFORE_END, 0),
        at(back, HEAD.1),
        at(back, -HEAD.1),
        filled(name)
    )
}

fn field(place: Rect, round: i32, fill: Fill) -> String {
    let Rect {
        x,
        y,
        width,
        height,
    } = place;
    let how = match fill {
        Fill::Band => filled("byzband"),
        Fill::Broken => filled("byztint"),
        Fill::Label => format!(" fill=\"#FFFFFF\"{}", edged("byzrule", "0.8")),
        Fill::LyingLabel => format!(
            " fill=\"#FFFFFF\"{} stroke-dasharray=\"4 3\"",
            edged("byztraitor", "1.6")
        ),
        Fill::Pill => format!(" fill=\"#FFFFFF\"{}", edged("byzink", "1.2")),
    };
    format!(
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"{how}/>\n"
    )
}

fn token((x, y): Point, half: i32, word: Word) -> String {
    let (fill, ink, dashes) = match word {
        Word::Order(Order::Attack) => ("35291A", "#FFFFFF".to_owned(), ""),
        Word::Order(Order::Retreat) | Word::Neither => {
            ("FFFFFF", format!("#{}", colour("byzscroll")), "")
        }
        Word::Silence => (
            "FFFFFF",
            format!("#{}", colour("byzpale")),
            " stroke-dasharray=\"2.4 2.4\"",
        ),
    };
    let square = |half: i32, fill: &str| {
        format!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"2.6\" fill=\"{fill}\"{}{dashes}/>\n",
            x - half,
            y - half,
            2 * half,
            2 * half,
            edged("byzscroll", "1.4")
        )
    };
    let mut written = square(half, &format!("#{fill}"));
    if word == Word::Neither {
        written.push_str(&square(half - 3, "none"));
    }
    let size = on_token(half);
    written.push_str(&format!(
        "<text x=\"{x}\" y=\"{}\" font-size=\"{size}\" font-weight=\"bold\" text-anchor=\"middle\" fill=\"{ink}\">{}</text>\n",
        y + size * 34 / 100,
        sign_of(word)
    ));
    written
}

fn shield((x, y): Point, percent: i32, loyalty: Loyalty) -> String {
    let ring = " fill=\"none\" stroke=\"#FFFFFF\" stroke-opacity=\"0.55\" stroke-width=\"1.2\"";
    let edge = edged("byzink", "1.6");
    let own = |glyph: Glyph, size: i32, lower: i32, how: &str| {
        format!("<path d=\"{}\"{how}/>", outline(glyph, size, lower))
    };
    let drawn = match loyalty {
        Loyalty::Loyal => format!(
            "<circle r=\"{}\"{}{edge}/><circle r=\"{}\"{ring}/>",
            tenths(LOYAL),
            filled("byzloyal"),
            tenths(LOYAL_RING)
        ),
        Loyalty::Traitor => {
            let field = format!("{}{edge}", filled("byztraitor"));
            let mask = " fill=\"#FFFFFF\" fill-rule=\"evenodd\"";
            own(Glyph::Traitor, 100, 0, &field)
                + &own(Glyph::Traitor, 82, 3, ring)
                + &own(Glyph::Mask, 106, -72, mask)
        }
        Loyalty::Unknown => {
            let field = format!("{}{edge}", filled("byzunknown"));
            own(Glyph::Unknown, 100, 0, &field) + &own(Glyph::Unknown, 83, 5, ring)
        }
    };
    let raised = y * 10 - SHIELD_MIDDLE * percent / 100;
    group(x * 10, raised, percent, &drawn)
}

fn piece(piece: Piece) -> String {
    let own = |how: &str| format!("<path d=\"{}\"{how}/>", outline(piece.glyph(), 100, 0));
    let banner = |fill: &str| {
        format!("<path d=\"M0 0V-54\"{}/>", edged("byzscroll", "2.2"))
            + &own(&format!(" fill=\"{fill}\"{}", edged("byzscroll", "1.6")))
    };
    match piece {
        Piece::Crown => own(&filled("byztorch")),
        Piece::Mask => own(&format!("{} fill-rule=\"evenodd\"", filled("byztraitor"))),
        Piece::Attack => banner("#35291A"),
        Piece::Retreat => banner("#FFFFFF"),
    }
}

fn placed((x, y): Point, percent: i32, drawn: &str) -> String {
    group(x * 10, y * 10, percent, drawn)
}

/// What is drawn around an origin, at a place in tenths.
fn group(x: i32, y: i32, percent: i32, drawn: &str) -> String {
    format!(
        "<g transform=\"translate({} {}) scale({}.{:02})\">{drawn}</g>\n",
        tenths(x),
        tenths(y),
        percent / 100,
        percent % 100
    )
}

/// The outline of a piece as path data, so many hundredths of its size and so many tenths lower.
fn outline(glyph: Glyph, percent: i32, lower: i32) -> String {
    let at = |(x, y): Point| {
        let (x, y) = (scaled(x, percent), scaled(y, percent) + lower);
        format!("{} {}", tenths(x), tenths(y))
    };
    let parts = glyph.outline().iter().map(|part| match *part {
        Part::Move(x, y) => format!("M{}", at((x, y))),
        Part::Line(x, y) => format!("L{}", at((x, y))),
        Part::Curve([from, to, end]) => format!("C{} {} {}", at(from), at(to), at(end)),
        Part::Close => "Z".to_owned(),
    });
    parts.collect()
}

fn text(letters: &Text, is_bold: bool) -> String {
    let signs = letters.says.signs();
    if signs.is_empty() {
        return String::new();
    }
    let anchor = match letters.align {
        Align::Start => "",
        Align::Middle => " text-anchor=\"middle\"",
        Align::End => " text-anchor=\"end\"",
    };
    let weight = if is_bold { " font-weight=\"bold\"" } else { "" };
    let fill = match letters.ink {
        Ink::Light => " fill=\"#FFFFFF\"".to_owned(),
        other => filled(of(other)),
    };
    let (x, y) = letters.at;
    format!(
        "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\"{weight}{anchor}{fill}>{}</text>\n",
        letters.size,
        escaped(&signs)
    )
}

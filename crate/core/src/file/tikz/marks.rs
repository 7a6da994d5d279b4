//! Each mark of a drawing as a line of TikZ.

use crate::{
    figure::Rect,
    file::{
        drawing::{Dot, Fill, Ink, Loyalty, Mark, Piece, Point, Stroke, Text},
        glyph::{SHIELD, SHIELD_MIDDLE},
        letters::{on_banner, on_shield, on_token},
        text::Align,
        tikz::words::{said, word},
        units::tenths,
    },
    word::{Order, Word},
};

/// A mark.
pub(super) fn mark(mark: &Mark) -> String {
    match mark {
        Mark::Line(points, stroke) => {
            let points: Vec<String> = points.iter().map(|point| at(*point)).collect();
            format!("\\draw[{}] {};\n", style(*stroke), points.join("--"))
        }
        Mark::Bow([start, from, to, end], stroke) => format!(
            "\\draw[{}] {}..controls{}and{}..{};\n",
            style(*stroke),
            at(*start),
            at(*from),
            at(*to),
            at(*end)
        ),
        Mark::Field(place, round, fill) => field(*place, *round, *fill),
        Mark::Dot(middle, dot) => {
            let radius = dot.radius();
            let how = match dot {
                Dot::Sent => "\\fill[byz sent]",
                Dot::Received => "\\filldraw[byz received]",
                Dot::Run => "\\fill[byzink]",
                Dot::BrokenRun => "\\fill[byzbroken]",
            };
            format!("{how} {} circle[radius={radius}];\n", at(*middle))
        }
        Mark::Halo(middle, radius) => {
            format!(
                "\\filldraw[byz halo] {} circle[radius={radius}];\n",
                at(*middle)
            )
        }
        Mark::Token(middle, half, said) => token(*middle, *half, *said),
        Mark::Shield(middle, side, loyalty, name) => {
            let piece = match loyalty {
                Loyalty::Loyal => "byz loyal shield",
                Loyalty::Traitor => "byz traitor shield",
                Loyalty::Unknown => "byz unknown shield",
            };
            let percent = side * 1000 / SHIELD;
            let raised = (middle.0 * 10, middle.1 * 10 - SHIELD_MIDDLE * percent / 100);
            let letters = on_shield(*middle, *side, *loyalty, name);
            format!(
                "{}{}",
                scaled_piece(raised, percent, piece),
                text(&letters, true)
            )
        }
        Mark::Piece(origin, percent, piece) => {
            let name = match piece {
                Piece::Crown => "byz crown",
                Piece::Mask => "byz mask",
                Piece::Attack => "byz attack banner",
                Piece::Retreat => "byz retreat banner",
            };
            let drawn = scaled_piece((origin.0 * 10, origin.1 * 10), *percent, name);
            let letter = on_banner(*origin, *percent, *piece);
            format!(
                "{drawn}{}",
                letter.map_or(String::new(), |letter| text(&letter, true))
            )
        }
        Mark::Cross(..) | Mark::Refusal(..) | Mark::Check(..) => sign(mark),
        Mark::Text(letters) => text(letters, false),
    }
}

/// A cross or a check mark; nothing for anything else.
fn sign(mark: &Mark) -> String {
    match mark {
        Mark::Cross((x, y), half, ink) => format!(
            "\\draw[byz cross,{}] {}--{} {}--{};\n",
            colour(*ink),
            at((x - half, y - half)),
            at((x + half, y + half)),
            at((x + half, y - half)),
            at((x - half, y + half))
        ),
        Mark::Refusal((x, y)) => format!(
            "\\fill[byzbroken] {} circle[radius=6];\n\\draw[white,line width=0.6pt] {}--{} {}--{};\n",
            at((*x, *y)),
            at((x - 2, y - 2)),
            at((x + 2, y + 2)),
            at((x + 2, y - 2)),
            at((x - 2, y + 2))
        ),
        Mark::Check((x, y), half) => format!(
            "\\draw[byz cross,byzholds] {}--{}--{};\n",
            at((x - half, *y)),
            at((x - half / 3, y + half * 3 / 4)),
            at((x + half, y - half * 3 / 4))
        ),
        _ => String::new(),
    }
}

fn at((x, y): Point) -> String {
    format!("({x},{y})")
}

/// Half points as points.
fn points(units: i32) -> String {
    tenths(units * 5)
}

const fn style(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::General => "byz general",
        Stroke::Traitor => "byz traitor",
        Stroke::Message => "byz message",
        Stroke::Lie => "byz lie",
        Stroke::Silence => "byz silence",
        Stroke::SilentLie => "byz silent lie",
        Stroke::Bundle => "byz bundle",
        Stroke::Fan => "byz fan",
        Stroke::Axis => "byz axis",
        Stroke::Won => "byz won",
        Stroke::Lost => "byz lost",
        Stroke::Bracket => "byz bracket",
        Stroke::Broken => "byz broken",
        Stroke::Fine => "byz fine",
    }
}

const fn colour(ink: Ink) -> &'static str {
    match ink {
        Ink::Plain => "byzink",
        Ink::Pale => "byzpale",
        Ink::Light => "white",
        Ink::Broken => "byzbroken",
    }
}

fn field(place: Rect, round: i32, fill: Fill) -> String {
    let how = match fill {
        Fill::Band => "\\fill[byz band",
        Fill::Broken => "\\fill[byz tint",
        Fill::Label => "\\filldraw[byz label",
        Fill::LyingLabel => "\\filldraw[byz lying label",
        Fill::Pill => "\\filldraw[byz pill",
    };
    let corners = if round > 0 {
        format!(",rounded corners={}pt", points(round))
    } else {
        String::new()
    };
    let (start, end) = ((place.x, place.y), (place.right(), place.bottom()));
    format!("{how}{corners}] {} rectangle {};\n", at(start), at(end))
}

fn token(middle: Point, half: i32, said: Word) -> String {
    let style = match said {
        Word::Order(Order::Attack) => "byz attack",
        Word::Order(Order::Retreat) => "byz retreat",
        Word::Neither => "byz neither",
        Word::Silence => "byz silent",
    };
    let (side, size) = (points(2 * half), points(on_token(half)));
    format!(
        "\\node[{style}={{{side}}}{{{size}}}] at {} {{{}}};\n",
        at(middle),
        word(said)
    )
}

/// A piece at a place in tenths.
fn scaled_piece((x, y): Point, percent: i32, name: &str) -> String {
    let scale = if percent == 100 {
        String::new()
    } else {
        format!("[scale={}.{:02}]", percent / 100, percent % 100)
    };
    format!(
        "\\pic{scale} at ({},{}) {{{name}}};\n",
        tenths(x),
        tenths(y)
    )
}

fn text(letters: &Text, is_bold: bool) -> String {
    let anchor = match letters.align {
        Align::Start => "base west",
        Align::Middle => "base",
        Align::End => "base east",
    };
    let ink = match letters.ink {
        Ink::Plain => String::new(),
        other => format!(",text={}", colour(other)),
    };
    let written = said(&letters.says);
    let written = if is_bold {
        format!("\\bfseries {written}")
    } else {
        written
    };
    let size = points(letters.size);
    format!(
        "\\node[byz text={size},anchor={anchor}{ink}] at {} {{{written}}};\n",
        at(letters.at)
    )
}

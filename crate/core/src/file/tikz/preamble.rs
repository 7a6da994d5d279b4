//! What a TikZ picture defines before it draws: only what it uses.

use crate::file::{
    glyph::{Glyph, LOYAL, LOYAL_RING, Part},
    palette::COLOURS,
    tikz::words::MACROS,
    units::{scaled, tenths},
};

/// Styles: their names with what stands before their value, and what they are.
const STYLES: [(&str, &str); 29] = [
    ("byz general/.style", "byzink,line width=0.7pt"),
    (
        "byz traitor/.style",
        "byztraitor,line width=0.9pt,dash pattern=on 4.5pt off 2.5pt",
    ),
    (
        "byz message/.style",
        "byzink,line width=0.55pt,-latex,shorten >=1.5pt",
    ),
    (
        "byz lie/.style",
        "byz message,byztraitor,line width=0.8pt,dash pattern=on 3pt off 2pt",
    ),
    (
        "byz silence/.style",
        "byzpale,line width=0.55pt,dash pattern=on 1pt off 2pt",
    ),
    (
        "byz silent lie/.style",
        "byz silence,byztraitor,line width=0.8pt",
    ),
    ("byz bundle/.style", "byz message,byzpale,line width=0.4pt"),
    ("byz fan/.style", "byzpale,line width=0.3pt"),
    ("byz axis/.style", "byzpale,line width=0.4pt,->"),
    ("byz won/.style", "byzink,line width=0.8pt"),
    (
        "byz lost/.style",
        "byzpale,line width=0.5pt,dash pattern=on 0.8pt off 1.6pt",
    ),
    ("byz bracket/.style", "byzpale,line width=0.6pt"),
    ("byz broken/.style", "byzbroken,line width=1.2pt"),
    ("byz fine/.style", "byzrule,line width=0.4pt"),
    ("byz band/.style", "byzband"),
    (
        "byz label/.style",
        "draw=byzrule,fill=white,line width=0.4pt",
    ),
    (
        "byz lying label/.style",
        "draw=byztraitor,fill=white,line width=0.8pt,dash pattern=on 2pt off 1.5pt",
    ),
    ("byz pill/.style", "draw=byzink,fill=white,line width=0.6pt"),
    ("byz tint/.style", "byztint"),
    (
        "byz halo/.style",
        "draw=byztraitor,fill=white,line width=0.8pt,dash pattern=on 2pt off 1.5pt",
    ),
    (
        "byz token/.style 2 args",
        "rectangle,minimum size=#1pt,inner sep=0pt,rounded corners=1.3pt,line width=0.7pt,draw=byzscroll,\
         font=\\fontsize{#2}{#2}\\bfseries",
    ),
    (
        "byz attack/.style 2 args",
        "byz token={#1}{#2},fill=byzscroll,text=white",
    ),
    (
        "byz retreat/.style 2 args",
        "byz token={#1}{#2},fill=white,text=byzscroll",
    ),
    (
        "byz neither/.style 2 args",
        "byz token={#1}{#2},fill=white,text=byzscroll,double",
    ),
    (
        "byz silent/.style 2 args",
        "byz token={#1}{#2},fill=white,text=byzpale,draw=byzpale,dash pattern=on 1.2pt off 1.2pt",
    ),
    (
        "byz text/.style",
        "inner sep=0pt,text=byzink,font=\\fontsize{#1}{#1}\\selectfont",
    ),
    ("byz cross/.style", "line width=1pt"),
    ("byz sent/.style", "byzink"),
    (
        "byz received/.style",
        "draw=byzink,fill=white,line width=0.6pt",
    ),
];

/// Whether a text names something, and nothing longer.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let next = text[at + name.len()..].chars().next();
        !next.is_some_and(|next| next.is_ascii_alphabetic() || next == ' ')
    })
}

/// The macros that are used.
pub(super) fn words(text: &str) -> String {
    let used = MACROS.iter().filter(|(name, ..)| names(text, name));
    used.map(|(name, count, first)| {
        let count = if *count > 0 {
            format!("[{count}]")
        } else {
            String::new()
        };
        format!("\\providecommand{{\\{name}}}{count}{{{first}}}\n")
    })
    .collect()
}

/// The colours that are used.
pub(super) fn colours(text: &str) -> String {
    let used = COLOURS.iter().filter(|(name, _)| names(text, name));
    used.map(|(name, value)| format!("\\providecolor{{{name}}}{{HTML}}{{{value}}}\n"))
        .collect()
}

/// The styles that are used, and those that they need.
pub(super) fn styles(body: &str) -> String {
    let mut needed = body.to_owned();
    let mut written = Vec::new();
    // What is needed stands before.
    for (name, value) in STYLES.iter().rev() {
        let bare = name.split('/').next().unwrap_or(name);
        if names(&needed, bare) {
            needed.push_str(value);
            written.push(format!("  {name}={{{value}}},\n"));
        }
    }
    written.reverse();
    written.concat()
}

/// A piece: its name, and what draws it.
type Drawn = (&'static str, fn() -> String);

/// The pieces that are used.
pub(super) fn pieces(body: &str) -> String {
    let all: [Drawn; 7] = [
        ("byz loyal shield", || {
            format!(
                "\\filldraw[fill=byzloyal,draw=byzink,line width=0.5pt](0,0)circle[radius={}];\n    \
                 \\draw[white,opacity=0.55,line width=0.35pt](0,0)circle[radius={}];",
                tenths(LOYAL),
                tenths(LOYAL_RING)
            )
        }),
        ("byz traitor shield", || {
            format!(
                "\\filldraw[fill=byztraitor,draw=byzink,line width=0.5pt]{};\n    \
                 \\draw[white,opacity=0.55,line width=0.35pt]{};\n    \\fill[white,even odd rule]{};",
                outline(Glyph::Traitor, 100, 0),
                outline(Glyph::Traitor, 82, 3),
                outline(Glyph::Mask, 106, -72)
            )
        }),
        ("byz unknown shield", || {
            format!(
                "\\filldraw[fill=byzunknown,draw=byzink,line width=0.5pt]{};\n    \
                 \\draw[white,opacity=0.55,line width=0.35pt]{};",
                outline(Glyph::Unknown, 100, 0),
                outline(Glyph::Unknown, 83, 5)
            )
        }),
        ("byz mask", || {
            format!(
                "\\fill[byztraitor,even odd rule]{};",
                outline(Glyph::Mask, 100, 0)
            )
        }),
        ("byz crown", || {
            format!("\\fill[byztorch]{};", outline(Glyph::Crown, 100, 0))
        }),
        ("byz attack banner", || banner("byzscroll")),
        ("byz retreat banner", || banner("white")),
    ];
    let used = all.into_iter().filter(|(name, _)| names(body, name));
    used.map(|(name, code)| format!("  {name}/.pic={{{}}},\n", code()))
        .collect()
}

/// A banner on its pole.
fn banner(fill: &str) -> String {
    format!(
        "\\draw[byzscroll,line width=0.8pt](0,0)--(0,-54);\n    \
         \\filldraw[fill={fill},draw=byzscroll,line width=0.6pt]{};",
        outline(Glyph::Cloth, 100, 0)
    )
}

/// The outline of a piece as a path, so many hundredths of its size and so many tenths lower.
fn outline(glyph: Glyph, percent: i32, lower: i32) -> String {
    let at = |(x, y): (i32, i32)| {
        let (x, y) = (scaled(x, percent), scaled(y, percent) + lower);
        format!("({},{})", tenths(x), tenths(y))
    };
    let parts = glyph.outline().iter().map(|part| match *part {
        Part::Move(x, y) => at((x, y)),
        Part::Line(x, y) => format!("--{}", at((x, y))),
        Part::Curve([from, to, end]) => {
            format!("..controls{}and{}..{}", at(from), at(to), at(end))
        }
        Part::Close => "--cycle".to_owned(),
    });
    parts.collect()
}

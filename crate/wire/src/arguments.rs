//! What may be asked with: the names that a caller's objects may have. Any other name is a slip of his.

use generals::Column;

/// Of the changes of a fork.
#[cfg(feature = "own")]
pub const CHANGES: [&str; 16] = [
    "protocol", "n", "m", "order", "i", "traitors", "strategy", "seed", "stolen", "lies", "q", "d",
    "w", "by", "lost", "prog",
];
/// Of the changes of a fork, where no link brings a program.
#[cfg(all(feature = "two", not(feature = "own")))]
pub const CHANGES: [&str; 15] = [
    "protocol", "n", "m", "order", "i", "traitors", "strategy", "seed", "stolen", "lies", "q", "d",
    "w", "by", "lost",
];
/// Of the changes of a fork, where no protocol has more.
#[cfg(not(feature = "two"))]
pub const CHANGES: [&str; 10] = [
    "protocol", "n", "m", "order", "i", "traitors", "strategy", "seed", "stolen", "lies",
];

/// Of a lie.
pub const LIE: [&str; 3] = ["path", "to", "said"];

/// The parts of a delay.
pub const DELAY: [&str; 3] = ["path", "to", "step"];

/// Of the messages that are wanted as rows.
pub const ROWS_WANTED: [&str; 6] = ["round", "from", "to", "seenBy", "lies", "until"];

/// Of what the space-time figure is laid out for.
pub const TIME_WANTED: [&str; 11] = [
    "width", "height", "margin", "head", "names", "decision", "token", "digit", "eyes", "open",
    "until",
];

/// Of what the figure of a vote tree is laid out for.
pub const TREE_WANTED: [&str; 17] = [
    "groups", "leaves", "width", "from", "own", "group", "gap", "leaf", "head", "label", "token",
    "mark", "fold", "drops", "pill", "result", "word",
];

/// Of a letter that somebody has changed.
pub const LETTER_DRAFT: [&str; 2] = ["order", "seals"];

/// Of one of its signatures.
pub const SEAL_DRAFT: [&str; 2] = ["signer", "signature"];

/// Of what a judgement may be asked besides.
pub const JUDGE_OPTIONS: [&str; 1] = ["everyMessage"];

/// Of what an attack may be asked besides.
pub const ATTACK_OPTIONS: [&str; 4] = ["k", "eitherOrder", "condition", "freeAmongTraitors"];

/// The files that are made of a run as text.
#[cfg(feature = "files")]
pub const FILE_KINDS: [&str; 6] = ["svg", "tikz", "mermaid", "json", "itf", "tsv"];

/// Of what a file may be asked besides.
#[cfg(feature = "files")]
pub const FILE_OPTIONS: [&str; 5] = ["figure", "general", "eyes", "caption", "number"];

/// The columns by which rows are sorted.
pub const ROW_COLUMNS: [(&str, Column); 9] = [
    ("step", Column::Step),
    ("round", Column::Round),
    ("from", Column::From),
    ("to", Column::To),
    ("path", Column::Path),
    ("said", Column::Said),
    ("honest", Column::Honest),
    ("lie", Column::Lie),
    ("seenBy", Column::SeenBy),
];

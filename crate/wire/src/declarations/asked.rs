//! What is passed in: each object's fields, which must be those of the tables that reading goes by.

use ts_rs::{Config, TS};

use super::table;
use crate::{Condition, Delay, Id, Lie, Order, arguments};

/// What a fork changes: any of the names of Scenario, each instead of what there was.
#[derive(TS)]
#[ts(optional_fields)]
#[allow(dead_code)]
struct Changes {
    /// Another protocol, by its name.
    protocol: Option<String>,
    /// Generals, the commander included.
    n: Option<f64>,
    /// Rounds of relay.
    m: Option<f64>,
    /// The commander's order; null changes nothing.
    #[ts(optional = nullable)]
    order: Option<Order>,
    /// Everybody's opinion, a letter each, general 1 first.
    i: Option<String>,
    /// Who is a traitor.
    traitors: Option<Vec<Id>>,
    /// What traitors say where no lie is named, by its name.
    strategy: Option<String>,
    /// Digits or a bigint where a number does not hold it.
    #[ts(inline)]
    seed: Option<Seed>,
    /// Loyal generals whose keys are stolen.
    stolen: Option<Vec<Id>>,
    /// All lies that are named.
    lies: Option<Vec<Lie>>,
    /// By which rule letters are delivered, where messengers may be slow.
    q: Option<String>,
    /// What is held back, where messengers may be slow: all of it.
    d: Option<Vec<Delay>>,
    /// Who trusts whom, the first the second, where an order is settled.
    w: Option<Vec<[Id; 2]>>,
    /// By which rule an order is settled, by its name; of two generals how many messengers must have come to each;
    /// elsewhere which variant runs. Null for the default.
    #[ts(inline, optional = nullable)]
    by: Option<ByAsked>,
    /// Which messenger of two generals is caught; 0: none.
    lost: Option<f64>,
    /// The text of the program that all run.
    prog: Option<String>,
}

#[derive(TS)]
#[ts(untagged)]
#[allow(dead_code)]
enum ByAsked {
    Rule(String),
    Needs([f64; 2]),
}

#[derive(TS)]
#[ts(untagged)]
#[allow(dead_code)]
enum Seed {
    Number(f64),
    Digits(String),
    Large(#[ts(type = "bigint")] u64),
}

/// Which messages are wanted. Null wants all.
#[derive(TS)]
#[ts(optional_fields = nullable, rename_all = "camelCase")]
#[allow(dead_code)]
struct RowsWanted {
    /// Those of a round.
    round: Option<f64>,
    /// From a general.
    from: Option<Id>,
    /// To a general.
    to: Option<Id>,
    /// Those that a general sends or receives.
    seen_by: Option<Id>,
    /// Lies alone.
    lies: Option<bool>,
    /// None after a step.
    until: Option<f64>,
}

/// What the space-time figure is laid out for; whole pixels.
#[derive(TS)]
#[allow(dead_code)]
struct TimeWanted {
    /// The room there is.
    width: f64,
    /// The same downwards.
    height: f64,
    /// Before the lines, for shields.
    margin: f64,
    /// Above the bands, for the rounds' names.
    head: f64,
    /// How wide the name of each round is.
    names: Vec<f64>,
    /// For what is said at the end.
    decision: f64,
    /// Width and height of one word's label.
    token: [f64; 2],
    /// Width of a digit of a bundle's count.
    digit: f64,
    /// Draw only what this general sends and receives, and no lies.
    eyes: Option<Id>,
    /// The bundle that holds this step is divided until the message stands alone.
    open: Option<f64>,
    /// Draw nothing after this step.
    until: Option<f64>,
}

/// What the figure of a vote tree is laid out for; whole pixels.
#[derive(TS)]
#[allow(dead_code)]
struct TreeWanted {
    /// How many passed the word on.
    groups: f64,
    /// How many words stand in the group of each.
    leaves: f64,
    /// The room there is.
    width: f64,
    /// Only what a window of that width shows that begins here; null: all.
    from: Option<f64>,
    /// How wide the column of a general's own word is, the first one; 0: there is none.
    own: f64,
    /// How wide at least a group is, for what stands above it.
    group: f64,
    /// Between groups.
    gap: f64,
    /// How wide a leaf is at least, and where there is room for it.
    leaf: [f64; 2],
    /// How high it is what stands above a group.
    head: f64,
    /// The same above each leaf.
    label: f64,
    /// The side of a token.
    token: f64,
    /// How high it is what may stand below a token.
    mark: f64,
    /// The side of the token of a group's majority; 0: groups are no majorities.
    fold: f64,
    /// How high bows are to the majorities of groups, to that of all, and from there to the result.
    drops: [f64; 3],
    /// Width and height of what is said of the majority of all.
    pill: [f64; 2],
    /// The side of the token of the result.
    result: f64,
    /// How wide its word is; 0: there is none.
    word: f64,
}

/// A letter that somebody has changed.
#[derive(TS)]
#[allow(dead_code)]
struct LetterDraft {
    /// The order.
    order: Order,
    /// The signatures, the first one first.
    #[ts(inline)]
    seals: Vec<SealDraft>,
}

#[derive(TS)]
#[allow(dead_code)]
struct SealDraft {
    /// Who is said to have signed.
    signer: Id,
    /// 128 hexadecimal digits.
    signature: String,
}

/// What a judgement may be asked besides.
#[derive(TS)]
#[ts(optional_fields, rename_all = "camelCase")]
#[allow(dead_code)]
struct JudgeOptions {
    /// Leave nothing out, so that lies are counted.
    every_message: Option<bool>,
}

/// What an attack may be asked besides.
#[derive(TS)]
#[ts(optional_fields, rename_all = "camelCase")]
#[allow(dead_code)]
struct AttackOptions {
    /// By any so many traitors instead of those of the link.
    k: Option<f64>,
    /// By whichever order is easier to break.
    either_order: Option<bool>,
    /// This one alone.
    condition: Option<Condition>,
    /// Lies among traitors are not counted.
    free_among_traitors: Option<bool>,
}

/// What a file may be asked besides. Null asks for nothing.
#[derive(TS)]
#[ts(optional_fields = nullable, rename_all = "camelCase")]
#[allow(dead_code)]
struct FileOptions {
    /// Of `svg` and `tikz`, which figure, space and time where nothing is said.
    #[ts(optional = nullable, type = "FileFigure | null")]
    figure: Option<String>,
    /// Whose vote tree, the first loyal decider's where nobody is named.
    general: Option<Id>,
    /// Only what this general can know, which does not include the link. JSON and traces tell everything, and refuse.
    eyes: Option<Id>,
    /// Whether the link stands in it, which it does where nothing is said.
    caption: Option<bool>,
    /// By which number general 1 is called in figures, 1, or 0 as in some papers.
    number: Option<f64>,
}

fn one_of(comment: &str, name: &str, names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("{name:?}")).collect();
    format!(
        "/** {comment} */\nexport type {name} = {};\n",
        quoted.join(" | ")
    )
}

pub(super) fn all() -> String {
    let columns = table(&arguments::ROW_COLUMNS);
    [
        all![Changes, RowsWanted],
        one_of(
            "`path` is what is passed on: the path before the speaker.",
            "RowColumn",
            &columns,
        ),
        one_of(
            "A run as a text: figures, a sequence diagram, the run itself, its trace in the Informal Trace Format, its messages as a table.",
            "FileKind",
            &arguments::FILE_KINDS,
        ),
        one_of(
            "A figure of a run as a file.",
            "FileFigure",
            &generals::file::Figure::ALL.map(generals::file::Figure::name),
        ),
        "/** A column, its smallest first, or its largest. */\nexport type RowSort = RowColumn | `-${RowColumn}`;\n".to_owned(),
        all![TimeWanted, TreeWanted, LetterDraft, JudgeOptions, AttackOptions, FileOptions],
    ]
    .concat()
}

/// The names of a type's fields.
fn fields<T: TS>() -> Vec<String> {
    let inline = T::inline(&Config::default());
    let name = |line: &str| {
        Some(
            line.trim()
                .split_once(':')?
                .0
                .trim_end_matches('?')
                .to_owned(),
        )
    };
    let lines = inline.trim_matches(['{', '}', ' ']).split(", ");
    lines
        .map(|field| field.rsplit("*/").next().unwrap_or(field))
        .filter_map(name)
        .collect()
}

#[test]
fn what_is_declared_is_what_is_read() {
    assert_eq!(fields::<Changes>(), arguments::CHANGES);
    assert_eq!(fields::<Lie>(), arguments::LIE);
    assert_eq!(fields::<RowsWanted>(), arguments::ROWS_WANTED);
    assert_eq!(fields::<TimeWanted>(), arguments::TIME_WANTED);
    assert_eq!(fields::<TreeWanted>(), arguments::TREE_WANTED);
    assert_eq!(fields::<SealDraft>(), arguments::SEAL_DRAFT);
    assert_eq!(fields::<JudgeOptions>(), arguments::JUDGE_OPTIONS);
    assert_eq!(fields::<AttackOptions>(), arguments::ATTACK_OPTIONS);
    assert_eq!(fields::<FileOptions>(), arguments::FILE_OPTIONS);
}

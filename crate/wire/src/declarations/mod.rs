//! The same types for TypeScript: types.d.ts is written from the structs, so that the two cannot differ.

/// The declarations of some types.
macro_rules! all {
    ($($type:ty),* $(,)?) => {
        [$($crate::declarations::declared::<$type>()),*].concat()
    };
}

mod asked;
mod errors;
mod names;
mod tidy;

use std::{env, fs};

use ts_rs::{Config, TS};

use crate::*;
pub(crate) use names::{every, table, union};

/// Where they are written, and the variable that asks for it.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/types.d.ts");
const WRITE: &str = "WRITE_TYPES";

/// What frees itself (`using`) is a part of the language that not everybody's settings know.
const HEAD: &str = "\
/// <reference lib=\"esnext.disposable\" />
// What the step API gives and takes. Written by a test from the structs of crate/wire, whose comments these are;
// WRITE_TYPES=1 cargo test -p generals-wire writes it again.
";

/// A type with its comment, as TypeScript has it.
fn declared<T: TS>() -> String {
    let cfg = Config::default().with_large_int("number");
    let docs = T::docs().unwrap_or_default();
    tidy::tidy(&format!("{docs}export {}", T::decl(&cfg)))
}

fn answers() -> String {
    all![
        Order,
        Word,
        Protocol,
        Strategy,
        Scenario,
        Lie,
        Screen,
        Figure,
        Place,
        Lang,
        Theme,
        Controls,
        Keys,
        Presentation,
        MessageCounts,
        Task,
        Model,
        Inputs,
        Condition,
        Evidence,
        Tool,
        Spec,
        Reason,
        Claim,
        Measure,
        Rule,
        Variant,
        MarkKind,
        PartKind,
        Part,
        DeliveryOrder,
        Delay,
        By,
        Bound,
        Key,
        Grounds,
        Reading,
        Limits,
        Refusal,
        MessageEvent,
        DecideEvent,
        StepEvent,
        Row,
        HeldUntil,
        Queued,
        Snapshot,
        View,
        Vote,
        FlatVote,
        SignedVote,
        VectorVote,
        Mark,
        MarksVote,
        Votes,
        Branch,
        Held,
        Seal,
        Letter,
        BundleSeal,
        Bundle,
        CertificateSeal,
        Certificate,
        Verdict,
        OtherWorld,
        Rect,
        Grain,
        TimeBand,
        TimeArrow,
        TimeFigure,
        Bow,
        TreeLeaf,
        TreeGroup,
        TreeFoot,
        TreeFigure,
    ]
}

fn laboratory() -> String {
    all![
        Attack,
        ToleranceCell,
        Cost,
        Need,
        Offer,
        PromiseCell,
        RingCopy,
        RingMessage,
        RingWindow,
        Ring,
        SplitDecision,
        SplitCondition,
        SplitWorld,
        SplitEyes,
        SplitBrain,
        ChainRun,
        ChainPlace,
        Chain,
        RuleCase,
        Rules,
        RuleTally,
        CommonFriends,
        TrustGraph,
        TrustRow,
        TrustTable,
        TrustRest,
        TwoRun,
        TwoGenerals,
        SearchProgress,
        Rung,
        Ladder,
        PhaseCounts,
        Phases,
        ProgramTask,
        ProgramCode,
        ProgramFault,
        ProgramCheck,
        ProgramValue,
        Standings,
    ]
}

fn whole() -> String {
    [
        HEAD.to_owned(),
        answers(),
        laboratory(),
        asked::all(),
        errors::all(),
    ]
    .join("\n")
}

#[test]
fn the_declarations_are_those_of_the_structs() {
    let whole = whole();
    if env::var_os(WRITE).is_some() {
        fs::write(FILE, &whole).unwrap();
    }
    let written = fs::read_to_string(FILE).unwrap_or_default();
    let differs = whole
        .lines()
        .zip(written.lines())
        .find(|(is, was)| is != was);
    assert!(
        whole == written,
        "types.d.ts is not what the structs say: run `{WRITE}=1 cargo test -p generals-wire` and look at the difference \
         ({differs:?})"
    );
}

#[test]
fn no_name_is_declared_twice() {
    let whole = whole();
    let declared = whole.lines().filter_map(|line| {
        let rest = line.strip_prefix("export ")?;
        rest.split(|letter: char| !letter.is_alphanumeric()).nth(1)
    });
    let mut seen = std::collections::BTreeSet::new();
    for name in declared {
        assert!(seen.insert(name), "{name} is declared twice");
    }
    assert!(seen.len() > 50, "{seen:?}");
}

#[test]
fn every_type_that_is_named_is_declared() {
    let whole = whole();
    let code = whole
        .lines()
        .filter(|line| !line.trim_start().starts_with(['/', '*']));
    for word in code.flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric())) {
        let is_type = word.len() > 1
            && word.starts_with(char::is_uppercase)
            && word.chars().any(char::is_lowercase);
        let known = ["Record", "Array", "Error"].contains(&word)
            || ["type", "interface"]
                .iter()
                .any(|form| whole.contains(&format!("export {form} {word} ")));
        assert!(!is_type || known, "{word} is not declared");
    }
}

//! Files of runs: what is written is read back as the same run, by foreign readers too, and a file that says anything else is refused.

use std::collections::{BTreeMap, BTreeSet};

use generals::{
    Trace,
    file::Refused,
    link::{LinkSize, Source, parse},
};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Carrier, FileCode, FileFault, Json, ReadError, RunFile, TraceFile, pasted, read};

fn trace(link: &str) -> Trace {
    Trace::new(parse(link, LinkSize::Stepped).unwrap().scenario).unwrap()
}

fn run_file(trace: &Trace) -> String {
    Json.write(&RunFile::of(trace).unwrap()).unwrap()
}

fn trace_file(trace: &Trace) -> String {
    Json.write(&TraceFile::of(trace).unwrap()).unwrap()
}

/// The code of a file's refusal, and the step that it names.
fn refusal(text: &str) -> (FileCode, Option<f64>) {
    match read(text, &Json) {
        Err(ReadError::File(fault)) => (fault.code, fault.step),
        Err(ReadError::Link(error)) => panic!("{error}"),
        Ok(run) => panic!("{} was read", run.trace.scenario().link()),
    }
}

/// A run of every protocol, and what is odd in one.
const LINKS: [&str; 14] = [
    "v=1&p=om&n=4&t=3",
    "v=1&p=om&n=2&m=0&t=1",
    "v=1&p=om&n=7&m=2&t=3.6&s=random&seed=18446744073709551615",
    "v=1&p=om&n=4&t=3&s=silent",
    "v=1&p=om&n=4&t=1.3&x=1-4S_1.3-2R&o=R",
    "v=1&p=flat&n=5&m=2&t=2",
    "v=1&p=sm&n=4&t=3",
    "v=1&p=sm&n=4&m=2&t=1.3&k=2&x=1-2A_1-2R",
    "v=1&p=ic&n=4&t=3&i=AARA",
    "v=1&p=trust&t=2",
    "v=1&p=trust&by=signed&t=1&w=0",
    "v=1&p=two",
    "v=1&p=two&m=4&lost=3",
    "v=1&p=om&n=5&m=3&t=1.2.3.4.5&s=half",
];

#[test]
fn a_run_is_read_back_from_both_files() {
    for link in LINKS {
        let trace = trace(link);
        for (text, source) in [
            (run_file(&trace), Source::Json),
            (trace_file(&trace), Source::Itf),
        ] {
            let run = read(&text, &Json).unwrap_or_else(|error| panic!("{link}: {error:?}"));
            assert_eq!(
                (run.trace.scenario(), run.source),
                (trace.scenario(), source),
                "{link}"
            );
            let spaced: Value = serde_json::from_str(&text).unwrap();
            let spaced = format!("\u{feff}{spaced:#}\n");
            assert!(read(&spaced, &Json).is_ok(), "{link}, laid out anew");
            let made = pasted(&text, &Json).unwrap();
            assert_eq!((made.link, made.kind.0), (trace.scenario().link(), source));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_run_is_read_back(n in 2_u64..7, m in 0_u64..4, traitors in 0_u32..64, seed in any::<u64>(), s in 0_usize..6, p in 0_usize..4) {
        let strategy = ["honest", "flip", "split", "silent", "random", "half"][s];
        let protocol = ["om", "flat", "sm", "ic"][p];
        let named = (1..=n).filter(|general| traitors >> (general - 1) & 1 == 1);
        let named: Vec<String> = named.map(|general| general.to_string()).collect();
        let link = format!("v=1&p={protocol}&n={n}&m={}&s={strategy}&seed={seed}&t={}", m.min(n - 2), named.join("."));
        let trace = trace(&link);
        for text in [run_file(&trace), trace_file(&trace)] {
            let run = read(&text, &Json).unwrap();
            prop_assert_eq!(run.trace.scenario(), trace.scenario());
        }
    }

    #[test]
    fn whatever_the_text_is_read_or_refused(text in any::<String>(), deep in 0_usize..60) {
        let _ = (read(&text, &Json), pasted(&text, &Json));
        let nested = format!("{{\"format\":\"byzantine-generals\",\"steps\":{}{}}}", "[".repeat(deep), "]".repeat(deep));
        prop_assert!(read(&nested, &Json).is_err());
    }
}

/// A file in which one thing is changed.
fn changed(text: &str, pointer: &str, to: Value) -> String {
    let mut file: Value = serde_json::from_str(text).unwrap();
    *file
        .pointer_mut(pointer)
        .unwrap_or_else(|| panic!("{pointer}")) = to;
    file.to_string()
}

#[test]
fn a_file_that_lies_is_refused_with_the_step() {
    let run = trace("v=1&p=om&n=4&t=3");
    let (file, states) = (run_file(&run), trace_file(&run));
    for (pointer, to, step) in [
        ("/steps/5/said", json!("A"), Some(6.0)),
        ("/steps/0/lie", json!(true), Some(1.0)),
        ("/steps/2", json!({}), Some(3.0)),
        ("/steps/9/decisions/2", json!("R"), Some(10.0)),
        ("/link", json!("v=1&p=om&n=4&t=2"), Some(4.0)),
        ("/steps", json!([]), Some(1.0)),
        ("/verdict/agreement/holds", json!(false), None),
        ("/scenario/traitors", json!([2]), None),
    ] {
        let mut file = changed(&file, pointer, to);
        if pointer == "/link" {
            file = changed(&file, "/scenario", json!({}));
        }
        assert_eq!(refusal(&file), (FileCode::Differs, step), "{pointer}");
    }
    for (pointer, to, step) in [
        ("/states/6/delivered/0/said", json!("A"), 6.0),
        ("/states/0/round", json!({ "#bigint": "1" }), 0.0),
        ("/states/10/decisions/#map/0/1", json!("R"), 10.0),
        ("/states/3/loyal/#set", json!([1]), 3.0),
        ("/states", json!([]), 0.0),
    ] {
        assert_eq!(
            refusal(&changed(&states, pointer, to)),
            (FileCode::Differs, Some(step)),
            "{pointer}"
        );
    }
    let mut longer: Value = serde_json::from_str(&file).unwrap();
    let last = longer["steps"][9].clone();
    longer["steps"].as_array_mut().unwrap().push(last);
    assert_eq!(
        refusal(&longer.to_string()),
        (FileCode::Differs, Some(11.0))
    );
}

#[test]
fn what_is_no_file_of_a_run_says_so() {
    let file = run_file(&trace("v=1&p=om&n=4&t=3"));
    let foreign = r##"{"#meta":{"format":"ITF"},"vars":["x"],"states":[{"x":{"#bigint":"1"}}]}"##;
    for (text, code) in [
        ("", FileCode::NotJson),
        ("v=1&p=om&n=4", FileCode::NotJson),
        ("{}", FileCode::UnknownFormat),
        ("[1,2]", FileCode::UnknownFormat),
        (foreign, FileCode::UnknownFormat),
        (
            &changed(&file, "/version", json!(2)),
            FileCode::UnknownVersion,
        ),
        (
            &changed(&file, "/version", json!([])),
            FileCode::UnknownFormat,
        ),
        (
            &changed(&file, "/version", json!(1.5)),
            FileCode::UnknownFormat,
        ),
        (
            &changed(&file, "/link", json!(null)),
            FileCode::UnknownFormat,
        ),
    ] {
        assert_eq!(refusal(text), (code, None), "{text:.60}");
    }
    let refused = read(&changed(&file, "/link", json!("v=1&p=om&n=99")), &Json);
    assert!(matches!(refused, Err(ReadError::Link(error)) if error.key.as_deref() == Some("n")));
    let large =
        r#"{"format":"byzantine-generals","version":1,"link":"v=1&p=om&n=12&m=5","steps":[]}"#;
    assert_eq!(refusal(large).0, FileCode::TooLarge);
}

#[test]
fn a_run_that_is_too_large_for_a_file_is_refused_with_the_limit() {
    let large = trace("v=1&p=om&n=10&m=5");
    assert!(matches!(
        RunFile::of(&large),
        Err(Refused::TooLarge { most: 50_000, .. })
    ));
    assert!(matches!(
        TraceFile::of(&large),
        Err(Refused::TooLarge { most: 100_000, .. })
    ));
}

#[test]
fn a_file_that_is_too_long_is_told_what_is_allowed() {
    let Err(ReadError::File(fault)) = read(&" ".repeat((1 << 26) + 1), &Json) else {
        panic!("it was read");
    };
    assert_eq!(fault.to_string(), "too-long: allowed are 67108864");
}

#[test]
fn a_code_is_called_alike_in_what_is_thrown_and_in_its_message() {
    for code in [
        FileCode::UnknownKind,
        FileCode::TooFew,
        FileCode::NotJson,
        FileCode::Differs,
    ] {
        assert_eq!(serde_json::to_value(code).unwrap(), code.name());
    }
    let refused = Refused::TooLarge {
        size: 600,
        most: 500,
    };
    assert_eq!(
        FileFault::of(&refused).to_string(),
        "too-large: 600; allowed are 500"
    );
    assert_eq!(FileFault::at(6).to_string(), "differs at step 6");
}

#[test]
fn the_pairs_of_a_map_may_stand_in_any_order_and_small_numbers_as_they_are() {
    let run = trace("v=1&p=om&n=4&t=3");
    let mut file: Value = serde_json::from_str(&trace_file(&run)).unwrap();
    for state in file["states"].as_array_mut().unwrap() {
        state["heard"]["#map"].as_array_mut().unwrap().reverse();
        state["loyal"]["#set"].as_array_mut().unwrap().reverse();
        state["step"] = json!(
            state["step"]["#bigint"]
                .as_str()
                .unwrap()
                .parse::<u8>()
                .unwrap()
        );
        state["mbt::actionTaken"] = json!("step");
    }
    assert!(read(&file.to_string(), &Json).is_ok());
    file["states"][4]["heard"]["#map"][1] = file["states"][4]["heard"]["#map"][0].clone();
    assert_eq!(
        refusal(&file.to_string()),
        (FileCode::Differs, Some(4.0)),
        "one of them twice"
    );
}

/// The world as a foreign programme would declare it.
#[derive(Debug, Deserialize)]
struct World {
    step: i64,
    round: i64,
    delivered: Vec<Word>,
    heard: BTreeMap<i64, i64>,
    decisions: BTreeMap<i64, String>,
    loyal: BTreeSet<i64>,
}

#[derive(Debug, Deserialize)]
struct Word {
    from: i64,
    to: i64,
    path: Vec<i64>,
    said: String,
    honest: String,
    lie: bool,
    refused: String,
}

#[test]
fn the_reader_of_the_format_reads_every_trace() {
    for link in LINKS {
        let run = trace(link);
        let read = itf::trace_from_str::<World>(&trace_file(&run)).unwrap();
        assert_eq!(read.states.len(), run.len() + 1);
        let mut heard = vec![0_i64; run.scenario().n()];
        for (step, state) in read.states.iter().map(|state| &state.value).enumerate() {
            assert_eq!(
                (state.step, state.round),
                (step as i64, run.round(step) as i64)
            );
            for word in &state.delivered {
                assert_eq!(word.lie, word.said != word.honest);
                assert!(!word.path.is_empty() && word.from != word.to);
                let comes = word.said != "S" && word.refused != "caught";
                heard[word.to as usize - 1] += i64::from(comes);
            }
            assert_eq!(
                state.loyal.len(),
                run.scenario().n() - run.scenario().traitors().iter().count()
            );
            let told: Vec<i64> = state.heard.values().copied().collect();
            assert_eq!(told, heard, "{link} at {step}");
            assert_eq!(
                state.decisions.is_empty(),
                step < run.len() || run.verdict().decisions.is_empty()
            );
        }
    }
}

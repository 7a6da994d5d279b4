//! `generals sweep` and `merge`: pure shards, what their lines say, and what is not put together.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::{
    fs,
    path::{Path, PathBuf},
};

use common::{Said, ask, folder, text};
use serde_json::Value;

const MAP: [&str; 8] = [
    "sweep",
    "tolerance",
    "--n",
    "3..9",
    "--m",
    "1..3",
    "--k",
    "1..4",
];

fn asked(question: &[&str], more: &[&str]) -> Said {
    ask(&[question, more].concat())
}

/// The shards of a question in files of a folder.
fn shards(folder: &Path, question: &[&str], of: usize) -> Vec<PathBuf> {
    let shard = |number: usize| {
        let file = folder.join(format!("{number}-of-{of}.jsonl"));
        let name = format!("{number}/{of}");
        let said = asked(question, &["--shard", &name, "--out", text(&file)]);
        assert_eq!(said.status, 0, "{}", said.err);
        assert!(
            said.out
                .starts_with(&format!("shard {name} is whole: items ")),
            "{}",
            said.out
        );
        file
    };
    (1..=of).map(shard).collect()
}

fn merged(files: &[PathBuf], more: &[&str]) -> Said {
    let files: Vec<&str> = files.iter().map(|file| text(file)).collect();
    ask(&[&["merge"], files.as_slice(), more].concat())
}

fn lines(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_line_an_army_each_with_links_that_open() {
    let said = asked(&MAP, &[]);
    let lines = lines(&said.out);
    let [header, items @ ..] = lines.as_slice() else {
        panic!("{}", said.out)
    };
    assert_eq!(
        header["question"],
        serde_json::json!({"sweep": "tolerance", "p": "om", "n": [3, 9], "m": [1, 3], "k": [1, 4]})
    );
    assert_eq!(
        (&header["shard"], &header["range"]),
        (&serde_json::json!([1, 1]), &serde_json::json!([1, 84]))
    );
    assert_eq!(items.len(), 7 * 3 * 4);
    let mut opened = 0;
    for (number, item) in (1..).zip(items) {
        assert_eq!(item["item"], number);
        let of = |key: &str| item[key].as_u64().unwrap();
        let (n, m, k) = (of("n"), of("m"), of("k"));
        // LSP82: nothing is claimed of fewer than two loyal generals beside the traitors; no army relays so often.
        assert_eq!(item["claimed"], k + 2 <= n && m + 2 <= n, "{item}");
        assert_eq!(item["army"].is_null(), m + 2 > n || k >= n, "{item}");
        if item["claimed"] == true {
            let is_safe = k <= m && n > 2 * k + m;
            assert_eq!(
                (item["lies"].is_null(), &item["promised"]),
                (is_safe, &is_safe.into()),
                "{item}"
            );
        }
        if number % 7 == 0 {
            for (key, status) in [("army", 2), ("link", 1)] {
                if let Some(link) = item[key].as_str() {
                    let ended = ask(&["run", link]).status;
                    assert!(
                        if key == "link" {
                            ended == status
                        } else {
                            ended != status
                        },
                        "{link}"
                    );
                    opened += 1;
                }
            }
        }
    }
    assert!(opened > 10);
}

#[test]
fn a_shard_is_the_same_bytes_for_any_number_of_threads_and_together_they_are_the_whole() {
    let folder = folder("pure");
    let whole = asked(&MAP, &["--threads", "1"]).out;
    assert_eq!(asked(&MAP, &["--threads", "5"]).out, whole);
    for of in [1, 3, 100] {
        let files = shards(&folder, &MAP, of);
        let out = folder.join(format!("all-of-{of}.jsonl"));
        let said = merged(&files, &["--out", text(&out)]);
        assert_eq!(
            said.out, "exhausted 84 of 84: 42 break, 20 hold, of 22 nothing is claimed\n",
            "{}",
            said.err
        );
        assert_eq!(fs::read_to_string(out).unwrap(), whole, "{of} shards");
        assert_eq!(
            merged(&files.iter().rev().cloned().collect::<Vec<_>>(), &[]).status,
            0,
            "in any order"
        );
    }
}

#[test]
fn gaps_overlaps_and_strangers_are_not_merged() {
    let (folder, elsewhere) = (folder("merge"), folder("merge-another"));
    let files = shards(&folder, &MAP, 3);
    let halves = shards(&folder, &MAP, 2);
    let other = shards(
        &elsewhere,
        &[
            "sweep",
            "tolerance",
            "--n",
            "3..9",
            "--m",
            "1..3",
            "--k",
            "1..5",
        ],
        3,
    );
    let no_sweep = folder.join("run.json");
    fs::write(
        &no_sweep,
        ask(&["trace", "v=1&n=4", "--format", "json"]).out,
    )
    .unwrap();
    let [one, two, three] = [0, 1, 2].map(|index: usize| files[index].clone());
    let cases: [(&[PathBuf], &str); 7] = [
        (&[one.clone(), three.clone()], "a gap: items 29 to 56 of 84"),
        (&[two.clone(), three.clone()], "a gap: items 1 to 28 of 84"),
        (&[one.clone(), two.clone()], "a gap: items 57 to 84 of 84"),
        (
            &[one.clone(), two.clone(), three.clone(), two.clone()],
            "an overlap",
        ),
        (&[one.clone(), halves[1].clone(), two.clone()], "an overlap"),
        (
            &[one.clone(), two.clone(), other[2].clone()],
            "another question",
        ),
        (&[one, two, three.clone(), no_sweep], "no file of a sweep"),
    ];
    for (files, why) in cases {
        let said = merged(files, &[]);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{why}");
        assert!(said.err.contains(why), "{why}: {}", said.err);
    }
    let said = merged(&files, &["--out", text(&three)]);
    assert!(
        said.status == 2 && said.err.contains("one of the shards"),
        "{}",
        said.err
    );
    assert_eq!(merged(&files, &[]).status, 0, "and it is as it was");
}

#[test]
fn what_was_changed_in_a_shard_is_no_shard() {
    let folder = folder("changed");
    let [file] = shards(&folder, &MAP, 1).try_into().unwrap();
    let whole = fs::read_to_string(&file).unwrap();
    let all: Vec<&str> = whole.split_inclusive('\n').collect();
    let without = |index: usize| [&all[..index], &all[index + 1..]].concat().concat();
    let cases = [
        ("a line is missing", without(5)),
        ("the last one is", without(84)),
        ("it is cut", whole[..whole.len() - 3].to_owned()),
        (
            "a line stands twice",
            [&all[..6], &all[5..]].concat().concat(),
        ),
        ("something is behind", format!("{whole}{{\"item\":85}}\n")),
        (
            "its question is another",
            whole.replacen("\"k\":[1,4]", "\"k\":[1,5]", 1),
        ),
        (
            "its version is another",
            whole.replacen("\"version\":\"", "\"version\":\"9", 1),
        ),
        (
            "its range is another",
            whole.replacen("\"range\":[1,84]", "\"range\":[1,83]", 1),
        ),
        (
            "a line is of another army",
            whole.replacen("{\"item\":9,\"n\":3", "{\"item\":9,\"n\":4", 1),
        ),
        (
            "a line is no JSON",
            whole.replacen("\"promised\":true}", "\"promised\":true", 1),
        ),
        ("nothing is there", String::new()),
    ];
    for (what, changed) in cases {
        assert_ne!(changed, whole, "{what}");
        fs::write(&file, changed).unwrap();
        let said = merged(std::slice::from_ref(&file), &[]);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{what}");
    }
}

#[test]
fn what_is_not_tried_is_not_exhausted() {
    let file = folder("open").join("shard.jsonl");
    let question = ["sweep", "exhaust", "--n", "9", "--m", "1..2", "--k", "3"];
    assert_eq!(asked(&question, &["--out", text(&file)]).status, 0);
    let of_nine = lines(&fs::read_to_string(&file).unwrap()).pop().unwrap();
    assert_eq!(of_nine["kind"], "too-large", "{of_nine}");
    let said = ask(&["merge", text(&file)]);
    assert_eq!(said.status, 0);
    assert!(
        said.out.contains("but not exhausted") && !said.out.starts_with("exhausted"),
        "{}",
        said.out
    );
}

#[test]
fn of_every_strategy_and_of_weak_traitors() {
    let said = asked(
        &["sweep", "exhaust", "--n", "5", "--m", "1", "--k", "2"],
        &[],
    );
    let breaking: Vec<(String, u64)> = lines(&said.out)[1..]
        .iter()
        .map(|line| {
            (
                line["army"].as_str().unwrap().to_owned(),
                line["breaking"].as_u64().unwrap(),
            )
        })
        .collect();
    // LSP82: of 16 and 64 strategies; silence is retreat, which is obeyed when it is ordered.
    assert_eq!(
        breaking,
        [
            ("v=1&p=om&n=5&t=4.5".to_owned(), 7),
            ("v=1&p=om&n=5&o=R&t=4.5".to_owned(), 0),
            ("v=1&p=om&n=5&t=1.5".to_owned(), 18)
        ]
    );
    let said = asked(
        &["sweep", "ladder", "--n", "3", "--m", "1", "--k", "1"],
        &[],
    );
    let crash: Vec<bool> = lines(&said.out)[1..]
        .iter()
        .map(|line| line["crash"]["breaks"] == true)
        .collect();
    assert_eq!(crash, [true, false, false, false]);
    let signed = asked(
        &[
            "sweep", "exhaust", "--p", "sm", "--n", "3..4", "--m", "1", "--k", "1",
        ],
        &[],
    );
    assert!(
        lines(&signed.out)[1..]
            .iter()
            .all(|line| line["kind"] == "exhausted" && line["breaking"] == 0),
        "{}",
        signed.out
    );
    let king = lines(
        &asked(
            &[
                "sweep",
                "tolerance",
                "--p",
                "king",
                "--n",
                "3..4",
                "--m",
                "1",
                "--k",
                "1",
            ],
            &[],
        )
        .out,
    );
    assert_eq!(
        (&king[1]["promised"], &king[2]["promised"]),
        (&false.into(), &true.into())
    );
}

#[test]
fn ranges_shards_and_protocols_that_cannot_be_are_refused() {
    let cases: [(&[&str], &str); 9] = [
        (&["--n", "5..3"], "3..5 is meant"),
        (&["--n", "x"], "3..31"),
        (&["--n", "3..99"], "at most 64"),
        (&["--shard", "0/3"], "no shard 0 of 3"),
        (&["--shard", "4/3"], "no shard 4 of 3"),
        (&["--shard", "slurm"], "SLURM_ARRAY_TASK_MIN is not set"),
        (
            &["--shard", "kubernetes/3"],
            "JOB_COMPLETION_INDEX is not set",
        ),
        (&["--p", "two"], "allowed  om, sm"),
        (&["--p", "paxos"], "read     paxos"),
    ];
    for (words, why) in cases {
        let given = |name: &str| words[0] == name;
        let mut question = vec!["sweep", "tolerance"];
        for (name, value) in [("--n", "4"), ("--m", "1"), ("--k", "1")] {
            if !given(name) {
                question.extend([name, value]);
            }
        }
        let said = asked(&question, words);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{words:?}");
        assert!(said.err.contains(why), "{words:?}: {}", said.err);
    }
}

//! A shard's file outlives its job: killed, cut anywhere, it is gone on with; what is another's stays as it is.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::{
    fs::{self, File},
    process::Stdio,
};

use common::{Said, ask, folder, program, text};

fn asked(question: &[&str], more: &[&str]) -> Said {
    ask(&[question, more].concat())
}

#[test]
fn a_file_that_was_cut_anywhere_is_gone_on_with() {
    let folder = folder("cut");
    let question = [
        "sweep",
        "tolerance",
        "--n",
        "4..5",
        "--m",
        "1",
        "--k",
        "1..2",
    ];
    let file = folder.join("shard.jsonl");
    let out = ["--out", text(&file)];
    assert_eq!(asked(&question, &out).status, 0);
    let whole = fs::read(&file).unwrap();
    for length in (0..whole.len()).step_by(13) {
        fs::write(&file, &whole[..length]).unwrap();
        let said = asked(&question, &out);
        assert_eq!(said.status, 0, "cut at {length}: {}", said.err);
        assert!(fs::read(&file).unwrap() == whole, "cut at {length}");
    }
}

#[test]
fn a_file_of_something_else_stays_as_it_is() {
    let folder = folder("stays");
    let file = folder.join("shard.jsonl");
    let question = [
        "sweep",
        "tolerance",
        "--n",
        "4..5",
        "--m",
        "1",
        "--k",
        "1..2",
    ];
    let out = ["--out", text(&file)];
    assert_eq!(
        asked(&question, &[&out[..], &["--shard", "1/2"]].concat()).status,
        0
    );
    let shard = fs::read_to_string(&file).unwrap();
    for there in [
        "my notes\n",
        "my notes",
        shard.as_str(),
        &shard.replacen("\"n\":4", "\"n\":5", 1),
    ] {
        fs::write(&file, there).unwrap();
        let said = asked(&question, &out);
        assert_eq!(said.status, 2, "{there}");
        assert_eq!(fs::read_to_string(&file).unwrap(), there);
    }
    let said = asked(&question, &["--out", text(&folder)]);
    assert_eq!(said.status, 2, "a folder: {}", said.err);
}

#[test]
fn two_processes_do_not_write_one_file() {
    let file = folder("locked").join("shard.jsonl");
    let question = ["sweep", "tolerance", "--n", "4", "--m", "1", "--k", "1"];
    let held = File::create(&file).unwrap();
    held.lock().unwrap();
    let said = asked(&question, &["--out", text(&file)]);
    assert_eq!(said.status, 2);
    assert!(
        said.err.contains("another process writes it"),
        "{}",
        said.err
    );
    drop(held);
    assert_eq!(asked(&question, &["--out", text(&file)]).status, 0);
}

#[test]
fn a_job_that_is_killed_goes_on_where_it_was() {
    // The last items take a second and more, the first ones none.
    let question = ["sweep", "exhaust", "--n", "6", "--m", "1..2", "--k", "1..3"];
    let file = folder("killed").join("shard.jsonl");
    let expected = asked(&question, &[]).out;
    let count = || {
        fs::read_to_string(&file)
            .unwrap_or_default()
            .lines()
            .count()
    };
    let mut kills = 0;
    let mut there = 0;
    while kills < 3 {
        let mut job = program()
            .args(question)
            .args(["--out", text(&file)])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while count() <= there && job.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        // On Unix that is SIGKILL.
        job.kill().unwrap();
        if job.wait().unwrap().success() {
            break;
        }
        kills += 1;
        let whole = fs::read_to_string(&file).unwrap();
        assert!(expected.starts_with(&whole), "what was written is right");
        there = count();
    }
    assert!(kills > 0, "it was never killed before its end");
    let said = asked(&question, &["--out", text(&file)]);
    assert_eq!(said.status, 0, "{}", said.err);
    assert_eq!(fs::read_to_string(&file).unwrap(), expected);
    let said = ask(&["merge", text(&file)]);
    assert!(
        said.out.starts_with("exhausted 18 of 18: "),
        "{}{}",
        said.out,
        said.err
    );
}

//! The recipes for engines that run many jobs: each is short, and done by what that engine tells its jobs the shards are a whole sweep.
#![cfg(unix)] // they are for `sh`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use common::{Said, ask, folder, program, text};

/// What the recipes ask, and a question that takes less.
const ASKED: &str = "--n 3..31 --m 1..10 --k 1..11";
const SMALLER: &str = "--n 3..8 --m 1..2 --k 1..3";

const LINES_MAX: usize = 10;

/// A recipe with a smaller question, and its folder in place of the one that jobs share.
fn recipe(name: &str, folder: &Path) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("recipes")
        .join(name);
    let recipe = fs::read_to_string(file).unwrap();
    assert!(recipe.lines().count() <= LINES_MAX, "{name}");
    assert_eq!(recipe.matches(ASKED).count(), 1, "{name}");
    recipe
        .replace(ASKED, SMALLER)
        .replace("/sweep/", &format!("{}/", text(folder)))
}

/// Runs a script there, where the program is found by its name.
fn sh(script: &str, folder: &Path, variables: &[(&str, String)]) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_generals")).parent().unwrap();
    let path = env::var_os("PATH").unwrap_or_default();
    let paths = [PathBuf::from(program)]
        .into_iter()
        .chain(env::split_paths(&path));
    Command::new("sh")
        .args(["-c", script])
        .current_dir(folder)
        .env("PATH", env::join_paths(paths).unwrap())
        .envs(variables.iter().map(|(name, value)| (name, value)))
        .output()
        .unwrap()
}

/// The shards there are the whole sweep.
#[track_caller]
fn are_whole(folder: &Path) {
    let whole = folder.join("whole");
    let question: Vec<&str> = SMALLER.split(' ').collect();
    let expected = ask(&[&["sweep", "tolerance"], question.as_slice()].concat()).out;
    let shards = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let shards = shards.filter(|path| text(path).contains("shard-"));
    let merged = program()
        .arg("merge")
        .args(shards)
        .arg("--out")
        .arg(&whole)
        .output()
        .unwrap();
    let said = Said::of(&merged);
    assert!(
        said.out.starts_with("exhausted 36 of 36: "),
        "{}{}",
        said.out,
        said.err
    );
    assert_eq!(fs::read_to_string(whole).unwrap(), expected);
}

#[track_caller]
fn succeeds(output: &Output) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}");
}

#[test]
fn slurm() {
    let folder = folder("slurm");
    let script = recipe("slurm.sh", &folder);
    let array = script
        .split_once("--array=")
        .unwrap()
        .1
        .split(' ')
        .next()
        .unwrap();
    let (first, last) = array.split_once('-').unwrap();
    let (first, last): (u64, u64) = (first.parse().unwrap(), last.parse().unwrap());
    for id in first..=last {
        let of = |name, value: u64| (name, value.to_string());
        succeeds(&sh(
            &script,
            &folder,
            &[
                of("SLURM_ARRAY_TASK_ID", id),
                of("SLURM_ARRAY_TASK_MIN", first),
                of("SLURM_ARRAY_TASK_COUNT", last - first + 1),
                of("SLURM_CPUS_PER_TASK", 2),
            ],
        ));
    }
    are_whole(&folder);
}

#[test]
fn kubernetes() {
    let folder = folder("kubernetes");
    let manifest = recipe("kubernetes.yaml", &folder);
    let pods = manifest
        .split_once("completions: ")
        .unwrap()
        .1
        .split(',')
        .next()
        .unwrap();
    let command = manifest.split('\'').nth(1).unwrap();
    for index in 0..pods.parse::<u64>().unwrap() {
        succeeds(&sh(
            command,
            &folder,
            &[("JOB_COMPLETION_INDEX", index.to_string())],
        ));
    }
    are_whole(&folder);
}

#[test]
fn aws_batch() {
    let folder = folder("aws-batch");
    let script = recipe("aws-batch.sh", &folder);
    let jobs = script
        .split_once("size=")
        .unwrap()
        .1
        .split('.')
        .next()
        .unwrap();
    for index in 0..jobs.parse::<u64>().unwrap() {
        succeeds(&sh(
            &script,
            &folder,
            &[("AWS_BATCH_JOB_ARRAY_INDEX", index.to_string())],
        ));
    }
    are_whole(&folder);
}

#[test]
fn gnu_parallel() {
    let version = Command::new("parallel")
        .arg("--version")
        .stderr(Stdio::null())
        .output();
    // Others have programs of this name.
    if !version.is_ok_and(|said| said.stdout.starts_with(b"GNU parallel")) {
        // Past the capture of tests that pass.
        let told = "SKIPPED: no GNU parallel was found, so its recipe was not run\n";
        std::io::stderr().write_all(told.as_bytes()).unwrap();
        return;
    }
    let folder = folder("gnu-parallel");
    let script = recipe("parallel.sh", &folder);
    succeeds(&sh(&script, &folder, &[]));
    are_whole(&folder);
    let map = fs::read(folder.join("map.jsonl")).unwrap();
    // Some jobs were killed: the same once more goes on.
    fs::remove_file(folder.join("shard-3.jsonl")).unwrap();
    let cut = fs::read(folder.join("shard-9.jsonl")).unwrap();
    fs::write(folder.join("shard-9.jsonl"), &cut[..cut.len() - 40]).unwrap();
    succeeds(&sh(&script, &folder, &[]));
    assert_eq!(fs::read(folder.join("map.jsonl")).unwrap(), map);
}

//! The words of random traitors are pinned for ever: a link with a seed must give the same run in ten years.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use generals::{Path, PathHash};
use serde_json::Value;

#[test]
fn the_words_of_a_seed_never_change() {
    let file: Value = serde_json::from_str(include_str!("data/random-words.json")).unwrap();
    let rows = file["words"].as_array().unwrap();
    assert!(rows.len() >= 8);
    for row in rows {
        let seed: u64 = row["seed"].as_str().unwrap().parse().unwrap();
        let path = row["path"].as_str().unwrap();
        let generals = path
            .split('.')
            .map(|number| common::general(number.parse().unwrap()));
        let hash = PathHash::of(seed, &Path::new(generals.collect()).unwrap().label()).word();
        assert_eq!(
            format!("{hash:016x}"),
            row["word"],
            "seed {seed}, path {path}"
        );
    }
}

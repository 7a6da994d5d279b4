//! Searches: what they find opens and breaks, how they know it, and the same answer for any number of threads.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{Said, ask};

/// The link on a line of its own breaks a condition when it is run.
#[track_caller]
fn opens_broken(said: &Said) {
    assert_eq!(said.status, 1, "{}{}", said.out, said.err);
    let link = said.line("v=1&");
    assert_eq!(ask(&["run", link]).status, 1, "{link}");
}

#[test]
fn the_fewest_lies_are_exact() {
    let said = ask(&["attack", "v=1&p=om&n=7&m=1&t=1.7"]);
    opens_broken(&said);
    assert!(
        said.out.starts_with("3 lies break it, and no fewer"),
        "{}",
        said.out
    );
    let none = ask(&["attack", "v=1&p=om&n=7&m=2&t=7"]);
    assert_eq!(none.status, 0);
    assert!(none.out.contains("exact"), "{}", none.out);
    let json = ask(&["attack", "v=1&p=om&n=7&m=1&t=1.7", "--json"]).json();
    assert_eq!((&json["kind"], &json["lies"]), (&"exact".into(), &3.into()));
}

#[test]
fn a_question_that_is_not_for_this_army_is_refused_with_one_that_is() {
    let cases = [
        (["attack", "v=1&p=sm&n=4&t=3"], "oral messages alone"),
        (["attack", "v=1&p=om&n=4&t=2.3.4"], "nothing is claimed"),
        (["exhaust", "v=1&p=om&n=12&m=3&t=2.3"], "nearest  v=1&p=om"),
        (["exhaust", "v=1&p=two"], "not for this question"),
        (["ring", "v=1&p=om&n=2"], "nearest  v=1&p=om&n=3"),
        (["ring", "v=1&p=om&n=31&m=10"], "too many"),
        (["chain", "v=1&p=om&n=3&m=1"], "nearest  v=1&p=om&n=4"),
    ];
    for (words, why) in cases {
        let said = ask(&words);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{words:?}");
        assert!(said.err.contains(why), "{words:?}: {}", said.err);
    }
}

#[test]
fn all_strategies_were_tried_or_one_was_found() {
    let none = ask(&["exhaust", "v=1&p=om&n=6&m=2&t=1.6"]);
    assert_eq!(
        (none.status, none.out.as_str()),
        (0, "tried all 1048576 strategies: none breaks a condition\n")
    );
    let one = ask(&["exhaust", "v=1&p=om&n=3&t=3"]);
    opens_broken(&one);
    let signed = ask(&["exhaust", "v=1&p=sm&n=4&t=1"]);
    assert_eq!(signed.out, "tried all 64 runs: none breaks a condition\n");
    let king = ask(&["exhaust", "v=1&p=king&n=4&t=2"]);
    assert!(
        king.out.starts_with("visited all 22 situations"),
        "{}",
        king.out
    );
    let json = ask(&["exhaust", "v=1&p=om&n=4&t=3", "--json"]).json();
    assert_eq!(
        json,
        serde_json::json!({"kind": "exhausted", "tried": 4, "total": 4, "done": true, "breaks": false, "found": null})
    );
}

#[test]
fn what_was_drawn_by_lot_proves_nothing() {
    let none = ask(&["sample", "v=1&p=om&n=7&m=2&t=2.3", "--runs", "500"]);
    assert_eq!(
        (none.status, none.out.as_str()),
        (
            0,
            "tried 500 runs drawn by lot, none found: nothing follows for the others\n"
        )
    );
    opens_broken(&ask(&["sample", "v=1&p=om&n=6&m=2&t=2.3"]));
    opens_broken(&ask(&["sample", "v=1&p=bracha&n=4&t=1&by=noready"]));
    let slow = ask(&["sample", "v=1&p=bracha&n=4&t=1", "--runs", "50"]);
    assert_eq!(
        slow.out,
        "tried 50 runs drawn by lot, none found: nothing follows for the others\n"
    );
}

#[test]
fn the_answer_is_the_same_for_any_number_of_threads() {
    // Of the first nothing breaks; the others find something in a piece that is not the first.
    let questions: [&[&str]; 4] = [
        &["exhaust", "v=1&p=om&n=6&m=2&t=1.6"],
        &["exhaust", "v=1&p=om&n=6&m=2&t=1.5.6"],
        &["sample", "v=1&p=om&n=6&m=2&t=1.5.6&seed=2"],
        &["sample", "v=1&p=flat&n=10&m=1&t=3&seed=4", "--runs", "2000"],
    ];
    for words in questions {
        let with = |threads: &str| {
            let said = ask(&[words, &["--json", "--threads", threads]].concat());
            (said.status, said.out)
        };
        let one = with("1");
        assert_ne!(one.0, 2, "{words:?}");
        for threads in ["2", "3", "8"] {
            assert_eq!(with(threads), one, "{words:?} with {threads} threads");
        }
    }
    assert_eq!(
        ask(&["exhaust", "v=1&p=om&n=4&t=3", "--threads", "0"]).status,
        2
    );
}

#[test]
fn theorems_are_told_with_their_source_and_a_run() {
    let ring = ask(&["ring", "v=1&p=om&n=3"]);
    assert_eq!(ring.status, 1);
    assert!(
        ring.out
            .starts_with("a theorem says so (Fischer, Lynch and Merritt 1986)"),
        "{}",
        ring.out
    );
    let signed = ask(&["ring", "v=1&p=sm&n=3"]);
    assert_eq!(
        signed.status, 0,
        "signatures cannot be written by others: {}",
        signed.out
    );
    let chain = ask(&["chain", "v=1&p=om&n=4&m=1"]);
    opens_broken(&chain);
    assert!(
        chain.out.contains("50 runs; halving it took 4 runs"),
        "{}",
        chain.out
    );
    assert_eq!(
        ask(&["chain", "v=1&p=om&n=4&m=1", "--json"]).json()["kind"],
        "theorem"
    );
}

#[test]
fn the_ladder_tells_of_each_kind_how_it_is_known() {
    let said = ask(&["ladder", "v=1&p=om&n=4&m=1&t=3"]);
    assert_eq!(said.status, 0, "{}", said.out);
    assert!(
        said.line("crash")
            .contains("breaks nothing: tried all 3 runs"),
        "{}",
        said.out
    );
    assert!(said.line("arbitrary").contains("exact algorithm"));
    let said = ask(&["ladder", "v=1&p=om&n=4&m=1&t=3.4"]);
    assert_eq!(said.status, 1);
    let link = said.line("  v=1&").trim();
    assert_eq!(ask(&["run", link]).status, 1);
    assert_eq!(
        ask(&["ladder", "v=1&p=om&n=4&m=1&t=3.4", "--json"]).json()["crash"]["breaks"],
        true
    );
}

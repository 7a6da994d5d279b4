//! `generals check`: mistakes below their lines, and the link of a program that has none.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::fs;

use common::{ask, ask_with, folder, text};

#[test]
fn a_mistake_stands_below_its_line() {
    let file = folder("programs").join("wrong.byz");
    fs::write(&file, "task consensus\nsend inptu to all\ndecide 总数\n").unwrap();
    let said = ask(&["check", text(&file)]);
    assert_eq!(said.status, 1);
    let lines: Vec<&str> = said.out.lines().collect();
    let name = text(&file);
    assert_eq!(
        lines[0],
        format!("{name}:2:6: the name `inptu` stands for nothing here; expected: n, f, me, input")
    );
    assert_eq!(lines[1], "  2 | send inptu to all");
    assert_eq!(lines[2], "    |      ^^^^^");
    assert!(
        lines[3].starts_with(&format!("{name}:3:8: ")),
        "{}",
        lines[3]
    );
    assert_eq!(lines.last(), Some(&"2 mistakes"));
    let json = ask(&["check", name, "--json"]).json();
    assert_eq!(
        (&json["ok"], &json["errors"][0]["column"]),
        (&false.into(), &6.into())
    );
}

#[test]
fn what_is_too_much_is_told_with_its_limit() {
    let program = b"task consensus\nfor p in 1 .. 65:\n    send input to all\ndecide input\n";
    let said = ask_with(&["check", "-"], program);
    assert_eq!(said.status, 1);
    assert!(
        said.out.contains("3:5: a program has at most 64 rounds"),
        "{}",
        said.out
    );
}

#[test]
fn a_right_program_has_a_link_that_runs_it() {
    let program = b"task consensus\nsend input to all\ndecide A if 2 * count(A) > n else R\n";
    let said = ask_with(&["check", "-"], program);
    assert_eq!(said.status, 0, "{}", said.out);
    assert!(
        said.out
            .starts_with("standard input is right: consensus, 1 round"),
        "{}",
        said.out
    );
    assert_eq!(ask(&["run", said.line("v=1&p=own")]).status, 0);
}

#[test]
fn a_text_that_is_not_there_is_refused() {
    let said = ask(&["check", "no/such.byz"]);
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    assert!(said.err.contains("no/such.byz"), "{}", said.err);
    assert_eq!(ask_with(&["check", "-"], b"").status, 2);
}

//! `generals run` and `trace`: what comes out, from wherever the link comes, and what is refused.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::{
    fs,
    io::{BufRead, BufReader},
    process::Stdio,
};

use common::{ask, ask_with, folder, program, text};

const FOUR: &str = "v=1&p=om&n=4&t=3";
const THREE: &str = "v=1&p=om&n=3&t=3";

#[test]
fn the_exit_status_says_whether_all_holds() {
    let holds = ask(&["run", FOUR]);
    assert_eq!(holds.status, 0, "{}", holds.err);
    assert_eq!(holds.line("attack"), "attack       2, 4");
    assert_eq!(
        holds.line("messages"),
        "messages     9 = 3 + 6, of which 2 are lies"
    );
    let broken = ask(&["run", THREE]);
    assert_eq!(broken.status, 1);
    assert!(broken.line("validity").starts_with("validity     broken"));
    assert!(broken.line("validity").ends_with("see general 2"));
    assert_eq!(ask(&["run", "v=1&n=99"]).status, 2);
    assert_eq!(ask(&["run"]).status, 2, "no link");
}

#[test]
fn json_is_the_verdict_of_the_step_api_with_its_link() {
    let said = ask(&["run", THREE, "--json"]);
    assert_eq!(said.status, 1);
    let verdict = said.json();
    assert_eq!(verdict["link"], THREE);
    assert_eq!(verdict["decisions"], serde_json::json!({"2": "R"}));
    assert_eq!(
        verdict["validity"],
        serde_json::json!({"holds": false, "witnesses": [2]})
    );
    assert!(
        said.out
            .contains(r#""messages":{"perRound":[2,2],"total":4}"#),
        "whole numbers: {}",
        said.out
    );
}

#[test]
fn generals_stand_in_the_order_of_their_numbers() {
    let said = ask(&["run", "v=1&p=om&n=11&t=3", "--json"]);
    assert!(
        said.out.contains(
            r#"{"2":"A","4":"A","5":"A","6":"A","7":"A","8":"A","9":"A","10":"A","11":"A"}"#
        ),
        "{}",
        said.out
    );
}

#[test]
fn a_link_comes_as_an_address_a_file_or_standard_input() {
    let expected = ask(&["run", FOUR]).out;
    let address = format!("https://notes.example/generals/#{FOUR}");
    assert_eq!(ask(&["run", &address]).out, expected);
    assert_eq!(
        ask_with(&["run", "-"], format!("see {address}.\n").as_bytes()).out,
        expected
    );
    let folder = folder("links");
    let file = folder.join("mail.txt");
    fs::write(&file, format!("Dear all,\nlook at <{address}>!\n")).unwrap();
    assert_eq!(ask(&["run", text(&file)]).out, expected);
    for format in ["json", "itf"] {
        let file = folder.join(format);
        fs::write(&file, ask(&["trace", FOUR, "--format", format]).out).unwrap();
        assert_eq!(
            ask(&["run", text(&file)]).out,
            expected,
            "{format} is read back"
        );
        let forged = fs::read_to_string(&file)
            .unwrap()
            .replacen("\"A\"", "\"R\"", 1);
        let said = ask_with(&["run", "-"], forged.as_bytes());
        assert_eq!(
            said.status, 2,
            "a {format} that is not its run: {}",
            said.err
        );
    }
}

#[test]
fn what_is_refused_says_which_key_what_was_read_and_what_is_allowed() {
    let said = ask(&["run", "v=1&p=om&n=99"]);
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    for part in [
        "key `n`",
        "read     99",
        "allowed  2 to 64",
        "nearest  v=1&p=om&n=64",
    ] {
        assert!(said.err.contains(part), "{part} in {}", said.err);
    }
    let lie = ask(&["run", "v=1&n=4&t=3&x=3-2"]).err;
    assert!(lie.contains("key `x`") && lie.contains("1.3-2R"), "{lie}");
    let version = ask(&["run", "p=om&n=4"]).err;
    assert!(version.contains("key `v`: it is missing"), "{version}");
    let protocol = ask(&["run", "v=1&p=paxos"]).err;
    assert!(
        protocol.contains("read     paxos") && protocol.contains("om, sm"),
        "{protocol}"
    );
}

#[test]
fn what_is_no_link_is_told_by_its_kind() {
    let folder = folder("no-links");
    let binary = folder.join("binary");
    fs::write(&binary, [0xff, 0xfe, 0, 1]).unwrap();
    let cases: [(&str, &[u8], &str); 5] = [
        ("no/such/file", b"", "neither a link"),
        (text(&folder), b"", text(&folder)),
        (text(&binary), b"", "no text in UTF-8"),
        ("-", b" \n", "nothing stands there"),
        ("-", b"so far so good", "no link"),
    ];
    for (link, input, why) in cases {
        let said = ask_with(&["run", link], input);
        assert_eq!((said.status, said.out.as_str()), (2, ""), "{link}");
        assert!(said.err.contains(why), "{link}: {}", said.err);
    }
}

#[test]
fn what_is_ignored_in_a_link_is_told_beside_the_answer() {
    let said = ask(&["run", &format!("{FOUR}&colour=red")]);
    assert_eq!((said.status, said.out), (0, ask(&["run", FOUR]).out));
    assert!(said.err.contains("colour"), "{}", said.err);
}

#[test]
fn nothing_is_coloured_in_a_pipe() {
    let said = ask(&["run", THREE]);
    assert!(!said.out.contains('\x1b'), "{:?}", said.out);
    assert!(!ask(&["run", "v=2"]).err.contains('\x1b'));
}

#[test]
fn who_reads_a_part_of_a_file_ends_it_quietly() {
    let mut child = program()
        .args(["trace", "v=1&p=om&n=13&m=3&t=3"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    let mut reader = BufReader::with_capacity(64, child.stdout.take().unwrap());
    reader.read_line(&mut first).unwrap();
    drop(reader);
    let ended = child.wait_with_output().unwrap();
    assert!(first.contains('\t'), "{first}");
    assert_eq!(
        (ended.status.code(), ended.stderr.as_slice()),
        (Some(0), b"".as_slice())
    );
}

#[test]
fn what_is_too_large_for_a_file_is_refused() {
    let said = ask(&["trace", "v=1&p=om&n=10&m=3", "--format", "mermaid"]);
    assert_eq!((said.status, said.out.as_str()), (2, ""));
    assert!(
        said.err.contains("too large") && said.err.contains("allowed  500"),
        "{}",
        said.err
    );
    assert_eq!(
        ask(&["trace", "v=1&p=om&n=31&m=10"]).status,
        2,
        "too many messages to be stepped through"
    );
}

#[test]
fn help_teaches_by_examples_that_run() {
    for command in [
        "run", "trace", "attack", "exhaust", "sample", "ring", "chain", "ladder",
    ] {
        let said = ask(&[command, "--help"]);
        assert_eq!(said.status, 0);
        let examples: Vec<&str> = said
            .out
            .lines()
            .filter_map(|line| line.trim().split_once("generals "))
            .filter(|(before, _)| before.is_empty())
            .map(|(_, rest)| rest)
            .collect();
        let links = examples
            .iter()
            .filter_map(|line| Some((line, line.split('\'').nth(1)?)));
        let mut asked = 0;
        for (line, link) in links {
            assert!(
                line.starts_with(command) || line.starts_with("run"),
                "{line}"
            );
            let said = ask(&["run", link]);
            assert_ne!(said.status, 2, "{line}: {}", said.err);
            asked += 1;
        }
        assert!(asked > 0, "{command} has no example");
    }
}

#[test]
fn shells_are_taught_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let said = ask(&["completions", shell]);
        assert_eq!(said.status, 0);
        for command in ["run", "trace", "exhaust", "ladder", "check"] {
            assert!(said.out.contains(command), "{shell}: {command}");
        }
    }
}

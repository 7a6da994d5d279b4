//! Programs in the language as texts: read, written as all write them, and refused with the place of each mistake.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "common/programs.rs"]
mod written;

use generals::{
    link::{LinkSize, parse},
    machine::execute,
    program::{Mistake, MistakeCode, Program, machine::Programmed},
};
use serde_json::Value;
use written::{ECHO, FLAT, IC, KING, OM, QUEEN, SM, mix};

#[test]
fn what_is_written_is_read_as_the_same_program_and_written_as_the_same_text() {
    for text in [KING, QUEEN, ECHO, OM, FLAT, IC, SM] {
        let program = Program::read(text).unwrap();
        assert_eq!(program.print(), text, "the files are in canonical form");
    }
    let untidy = "# mine\r\ntask   broadcast\r\n\r\n\r\nif (n>3) and not(f==0 or f<0):\r\n\tx=-(1+2)*3 # nine\r\n\tsend order to others if me==commander\r\nelse:\r\n\tsend order to all\r\n\r\n# so\r\ndecide (A if count(A)>1 else R)\r\n# end\r\n";
    let tidy = "# mine\ntask broadcast\n\nif n > 3 and not (f == 0 or f < 0):\n    x = -(1 + 2) * 3  # nine\n    send order to others if me == commander\nelse:\n    send order to all\n\n# so\ndecide A if count(A) > 1 else R\n# end\n";
    assert_eq!(Program::read(untidy).unwrap().print(), tidy);
    let again = Program::read(tidy).unwrap();
    assert_eq!(again.print(), tidy);
}

/// The mistakes of a text as code, line and column.
fn mistakes(text: &str) -> Vec<(MistakeCode, usize, usize)> {
    let found = Program::read(text).err().unwrap_or_default();
    let short = |one: Mistake| (one.code, one.place.line, one.place.column);
    found.into_iter().map(short).collect()
}

#[test]
fn each_mistake_is_said_with_its_place() {
    use MistakeCode as M;
    for (text, expected) in [
        ("", vec![(M::Unexpected, 1, 1), (M::NeverDecides, 1, 1)]),
        ("task peace\ndecide A", vec![(M::Unexpected, 1, 6)]),
        ("task consensus\ndecide v", vec![(M::UnknownName, 2, 8)]),
        (
            "task consensus\nx = n + A\ndecide A",
            vec![(M::WrongType, 2, 9)],
        ),
        (
            "task consensus\nx = 1\nx = A\ndecide A",
            vec![(M::WrongType, 3, 1)],
        ),
        (
            "task consensus\nif me == 1:\n    send A to all\ndecide A",
            vec![(M::RoundsDiffer, 3, 5)],
        ),
        (
            "task consensus\nfor p in 1 .. me:\n    send A to all\ndecide A",
            vec![(M::NotKnownBefore, 2, 15)],
        ),
        (
            "task consensus\nsend A to all",
            vec![(M::NeverDecides, 2, 1)],
        ),
        (
            "task consensus\ndecide A\nsend A to all",
            vec![(M::AfterDecide, 3, 1)],
        ),
        (
            "task broadcast\ncollect 2 rounds\ndecide A",
            vec![(M::NotSigned, 2, 1)],
        ),
        (
            "task broadcast\ndecide A if heard(A) > 1 else R",
            vec![(M::NoGather, 2, 13)],
        ),
        ("task broadcast\ndecide result", vec![(M::NoGather, 2, 8)]),
        (
            "task consensus\nx = (1 + \ndecide x",
            vec![(M::Unexpected, 2, 9)],
        ),
        (
            "task consensus\nif n > 1:\ndecide A",
            vec![(M::Unexpected, 2, 10)],
        ),
        (
            "task consensus\n  x = 1\ndecide A",
            vec![(M::Unexpected, 2, 3), (M::Unexpected, 3, 1)],
        ),
        (
            "task consensus\nif n > 1:\n\tx = 1\n    y = 2\ndecide A",
            vec![(M::Unexpected, 4, 1), (M::Unexpected, 4, 5)],
        ),
        (
            "task consensus\nx = 1 ？ 2\ndecide A",
            vec![(M::Unexpected, 2, 7)],
        ),
        (
            "task consensus\nx = 1 < n < 3\ndecide A",
            vec![(M::Unexpected, 2, 11)],
        ),
        (
            "task consensus\nn = 3\ndecide A",
            vec![(M::Unexpected, 2, 1)],
        ),
        (
            "task consensus\nx = 4 // 0\ndecide A",
            vec![(M::Unexpected, 2, 10)],
        ),
    ] {
        assert_eq!(mistakes(text), expected, "{text}");
    }
}

#[test]
fn a_task_that_cannot_be_read_is_one_mistake_whatever_only_one_of_both_knows() {
    let heads = [
        "zztask broadcast",
        "task brodcast",
        "taskconsensus",
        "tsk brodcast",
        "broadcast",
        "zztask: broadcast",
    ];
    for head in heads {
        for text in [ECHO, KING, OM, IC, SM] {
            let rest = text
                .split_once("task ")
                .unwrap()
                .1
                .split_once('\n')
                .unwrap()
                .1;
            let found = mistakes(&format!("{head}\n{rest}"));
            assert_eq!(found.len(), 1, "{head}: {found:?} in {text}");
            assert_eq!((found[0].0, found[0].1), (MistakeCode::Unexpected, 1));
        }
    }
    // What is no task is read as the statement that it is.
    let found = mistakes("v = input\nsend inptu to all\ndecide v\n");
    assert_eq!(
        found,
        [
            (MistakeCode::Unexpected, 1, 1),
            (MistakeCode::UnknownName, 2, 6)
        ]
    );
}

#[test]
fn an_unknown_name_is_said_with_all_that_are_known_there() {
    let expected = |text| Program::read(text).unwrap_err().remove(0).expected;
    assert_eq!(
        expected("task consensus\nvote = input\nif n > 3:\n    w = A\ndecide vots"),
        ["vote", "n", "f", "me", "input"]
    );
    assert_eq!(
        expected("task broadcast\ngather 2 rounds\nresolve A if vots > 1 else R\ndecide R"),
        ["n", "f", "me", "commander", "order", "direct", "votes"]
    );
}

#[test]
fn what_is_decided_but_cannot_be_read_is_one_mistake() {
    assert_eq!(
        mistakes("task consensus\ndecide A if\n"),
        [(MistakeCode::Unexpected, 2, 12)]
    );
}

#[test]
fn what_takes_too_long_is_refused_before_it_runs_with_the_line_to_blame() {
    let refused = |text: &str, n, f| Program::read(text).unwrap().rounds(n, f).unwrap_err();
    let many = refused(
        "task consensus\nfor p in 1 .. 65:\n    send A to all\ndecide A",
        4,
        1,
    );
    assert_eq!(
        (many.code, many.place.line),
        (MistakeCode::TooManyRounds, 3)
    );
    let long = "task consensus\nx = 0\nif me == 1:\n    for a in 1 .. 1000000000:\n        for b in 1 .. 1000000000:\n            x = x + 1\ndecide A";
    let work = refused(long, 4, 1);
    assert_eq!((work.code, work.place.line), (MistakeCode::TooMuchWork, 3));
    let loops = refused(
        "task consensus\nfor a in 1 .. 1000000000:\n    x = 1\ndecide A",
        4,
        1,
    );
    assert_eq!(
        (loops.code, loops.place.line),
        (MistakeCode::TooMuchWork, 2)
    );
    let rounds = Program::read(KING).unwrap();
    assert_eq!(
        (rounds.rounds(4, 1), rounds.rounds(31, 10)),
        (Ok(6), Ok(33))
    );
}

/// Texts that nobody would write: pieces put together by lot, and right programs with one or two characters damaged.
fn text_of(lot: u64, pieces: &[String]) -> String {
    let mut lots = (1..).map(|turn| mix(lot * 1_000 + turn));
    let mut below = |count: usize| (lots.next().unwrap() % count as u64) as usize;
    if lot.is_multiple_of(2) {
        let count = below(60);
        return (0..count)
            .map(|_| pieces[below(pieces.len())].as_str())
            .collect();
    }
    let mut text: Vec<char> = [KING, QUEEN, ECHO, OM, FLAT, IC, SM][below(6)]
        .chars()
        .collect();
    for _ in 0..1 + below(2) {
        let (at, other) = (below(text.len()), below(text.len()));
        match below(3) {
            0 => drop(text.remove(at)),
            1 => text.swap(at, other),
            _ => text.insert(at, text[other]),
        }
    }
    text.into_iter().collect()
}

/// One number of many answers, the same in any language (FNV-1a of 32 bits).
fn digest(before: u32, answer: &str) -> u32 {
    let bytes = answer.bytes().chain([b'\n']);
    bytes.fold(before, |digest, byte| {
        (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

fn told(mistake: &Mistake) -> String {
    let Mistake { code, place, .. } = mistake;
    format!("{} {} {}", code.name(), place.line, place.column)
}

#[test]
fn any_text_has_an_answer_and_what_is_accepted_runs_and_is_written_as_it_is_read() {
    let file: Value = serde_json::from_str(include_str!("data/program_texts.json")).unwrap();
    let pieces: Vec<String> = serde_json::from_value(file["pieces"].clone()).unwrap();
    let (mut accepted, mut all) = (0_u64, 0x811C_9DC5);
    for lot in 0..file["texts"].as_u64().unwrap() {
        let text = text_of(lot, &pieces);
        match Program::read(&text) {
            Ok(program) => {
                accepted += 1;
                let rounds = program.rounds(5, 1);
                let answer = rounds.map_or_else(|no| told(&no), |rounds| rounds.to_string());
                all = digest(all, &answer);
                let printed = program.print();
                let again = Program::read(&printed)
                    .unwrap_or_else(|error| panic!("{text}\n{printed}\n{error:?}"));
                assert_eq!(again.print(), printed, "{text}");
                assert_eq!(again.rounds(5, 1), program.rounds(5, 1), "{text}");
                if let Ok(machine) = Programmed::new(&program, 5, 1) {
                    let link = if text.contains("broadcast") {
                        "v=1&p=om&n=5&t=2"
                    } else {
                        "v=1&p=king&n=5&t=2"
                    };
                    let scenario = parse(link, LinkSize::Any).unwrap().scenario;
                    execute(&machine, &scenario);
                }
            }
            Err(mistakes) => {
                assert!(!mistakes.is_empty(), "{text}");
                let answer: Vec<String> = mistakes.iter().map(told).collect();
                all = digest(all, &answer.join(" "));
                let lines = text.split('\n').count();
                assert!(
                    mistakes
                        .iter()
                        .all(|one| (1..=lines).contains(&one.place.line)),
                    "{text}\n{mistakes:?}"
                );
            }
        }
    }
    let pinned = (file["accepted"].as_u64(), file["digest"].as_u64());
    assert_eq!((Some(accepted), Some(u64::from(all))), pinned);
}

#[test]
fn brackets_without_end_are_refused_and_break_nothing() {
    for text in [
        format!("task consensus\nx = {}1\ndecide A", "(".repeat(4_000)),
        format!("task consensus\nx = {}1\ndecide A", "-".repeat(4_000)),
        format!("task consensus\nx = 1{}\ndecide A", " + 1".repeat(1_000)),
        format!("task consensus\nx = {}true\ndecide A", "not ".repeat(1_000)),
        "task consensus\n".repeat(400),
        format!("task consensus\n# {}", "宽".repeat(2_000)),
    ] {
        let mistakes = Program::read(&text).unwrap_err();
        assert!(!mistakes.is_empty());
    }
}

#[test]
fn a_text_or_a_line_too_long_is_one_mistake_with_its_limit() {
    let only = |text: &str| {
        let mistakes = Program::read(text).unwrap_err();
        assert_eq!(mistakes.len(), 1, "{mistakes:?}");
        (mistakes[0].code.limit(), mistakes[0].place.line)
    };
    assert_eq!(
        only(&format!("task consensus\n#{}", "x".repeat(4096))),
        (Some(4096), 1)
    );
    let deep = |depth: usize| format!("{}1{}", "(".repeat(depth), ")".repeat(depth));
    let text = format!("task consensus\nv = {}\nx = v\ndecide A\n", deep(100));
    assert_eq!(only(&text), (Some(128), 2));
    let text = format!(
        "task consensus\nif {} > 0:\n    x = 1\ndecide A\n",
        deep(100)
    );
    assert_eq!(only(&text), (Some(128), 2));
    let text = format!("task consensus\ndecide A if {} > 0 else R\n", deep(100));
    assert_eq!(only(&text), (Some(128), 2));
    assert!(Program::read(&format!("task consensus\nv = {}\ndecide A\n", deep(60))).is_ok());
}

#[test]
fn dividing_by_what_is_0_among_so_many_is_refused_with_its_line() {
    let zero = |line: &str, n, f| {
        let text = format!("task consensus\nv = input\n{line}\ndecide v\n");
        match Program::read(&text).unwrap().rounds(n, f) {
            Ok(_) => None,
            Err(mistake) => Some((mistake.code, mistake.place.line)),
        }
    };
    let found = Some((MistakeCode::DividesByZero, 3));
    for (line, n, f) in [
        ("x = 1 // (n - 4)", 4, 1),
        ("x = 2 + n % f", 4, 0),
        ("for p in 1 .. n // f: v = A", 4, 0),
        ("if n % (f - 1) > 0: v = A", 4, 1),
        ("send v to all if me % f == 0", 4, 0),
        ("x = count(A) // -f", 4, 0),
    ] {
        assert_eq!(zero(line, n, f), found, "{line}");
    }
    assert_eq!(zero("x = 1 // (n - 4)", 5, 1), None);
    // In the second turn of the loop.
    let turn = "task consensus\nfor p in 1 .. 2:\n    x = 1 // (p - 2)\ndecide A\n";
    let refused = Program::read(turn).unwrap().rounds(4, 1).unwrap_err();
    assert_eq!(
        (refused.code, refused.place.line),
        (MistakeCode::DividesByZero, 3)
    );
    // What is known in the run alone, or stands behind a condition, is 0 then.
    for line in [
        "x = 1 // count(A)",
        "x = 1 // (n - 4) if n > 4 else 0",
        "x = 1 if n > 4 and 1 // (n - 4) > 0 else 0",
        "if count(A) > 0: x = 1 // f",
        "x = 1 // (me - 1)",
    ] {
        assert_eq!(zero(line, 4, 0), None, "{line}");
    }
}

//! Programs in the language: read, written, refused; and run equal to what is built in.
#![allow(clippy::unwrap_used, clippy::panic)]

use generals::{
    Order, Scenario, Word,
    ic::machine::Interactive,
    king::machine::King,
    link::{LinkSize, parse},
    machine::{Execution, StepMachine, execute},
    om::machine::Oral,
    program::{Mistake, MistakeCode, Program, machine::Programmed},
    queen::machine::Queen,
    sm::machine::Signed,
};

const KING: &str = include_str!("data/programs/king.byz");
const QUEEN: &str = include_str!("data/programs/queen.byz");
const OM: &str = include_str!("data/programs/om.byz");
const FLAT: &str = include_str!("data/programs/flat.byz");
const IC: &str = include_str!("data/programs/ic.byz");
const SM: &str = include_str!("data/programs/sm.byz");
const ECHO: &str = include_str!("data/programs/echo.byz");

/// A number for each of many runs (SplitMix64).
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// Some run of a protocol with opinions: army, traitors, strategy, seed.
fn some_run(protocol: &str, lot: u64) -> Scenario {
    let mut lots = (1..).map(|turn| mix(lot * 1_000 + turn));
    let mut below = |count: u64| lots.next().unwrap() % count;
    let n = 2 + below(6);
    let m = below(n - 1);
    let traitors: Vec<String> = (1..=n)
        .filter(|_| below(3) == 0)
        .map(|t| t.to_string())
        .collect();
    let strategy = ["honest", "flip", "split", "half", "silent", "random"][below(6) as usize];
    let opinions: String = (0..n)
        .map(|_| if below(2) == 0 { 'A' } else { 'R' })
        .collect();
    let mut link = format!(
        "v=1&p={protocol}&n={n}&m={m}&s={strategy}&seed={}",
        below(1_000)
    );
    if !traitors.is_empty() {
        link += &format!("&t={}", traitors.join("."));
    }
    if matches!(protocol, "om" | "sm") {
        link += if below(2) == 0 { "&o=A" } else { "&o=R" };
    } else {
        link += &format!("&i={opinions}");
    }
    parse(&link, LinkSize::Any)
        .unwrap_or_else(|error| panic!("{link}: {error:?}"))
        .scenario
}

/// Each message by its slot and words, in the order of steps.
fn told<M: StepMachine>(run: &Execution<M::State, M::Message>) -> Vec<(String, Word, Word)> {
    let word = |message: &Option<M::Message>| message.as_ref().map_or(Word::Silence, M::word);
    let steps = run.steps.iter().map(|step| &step.spoken);
    steps
        .map(|one| (one.slot.to_string(), word(&one.said), word(&one.honest)))
        .collect()
}

fn decided<S, M>(run: &Execution<S, M>, scenario: &Scenario) -> Vec<Option<Order>> {
    let loyal = scenario.loyal_deciders().iter();
    loyal
        .map(|general| run.decisions[usize::from(general.number()) - 1].map(|one| one.order))
        .collect()
}

fn programmed(text: &str, scenario: &Scenario) -> Programmed {
    Programmed::new(&Program::read(text).unwrap(), scenario.n(), scenario.m()).unwrap()
}

/// Holds a program to a built-in machine, message by message.
fn is_equal<M: StepMachine>(text: &str, machine: &M, scenario: &Scenario) {
    let own = execute(&programmed(text, scenario), scenario);
    let built_in = execute(machine, scenario);
    assert_eq!(
        told::<Programmed>(&own),
        told::<M>(&built_in),
        "{}",
        scenario.link()
    );
    assert_eq!(
        decided(&own, scenario),
        decided(&built_in, scenario),
        "{}",
        scenario.link()
    );
}

#[test]
fn kings_and_queens_as_programs_say_and_decide_what_the_built_in_ones_do() {
    for lot in 0..1_000 {
        let scenario = some_run("king", lot);
        let (n, m) = (scenario.n(), scenario.m());
        is_equal(KING, &King::new(n, m).unwrap(), &scenario);
        let scenario = some_run("queen", lot);
        let (n, m) = (scenario.n(), scenario.m());
        is_equal(QUEEN, &Queen::new(n, m).unwrap(), &scenario);
    }
}

#[test]
fn one_echo_and_a_majority_is_om_1() {
    let mut runs = 0;
    for lot in 0..2_000 {
        let base = some_run("om", lot);
        if base.n() < 3 {
            continue;
        }
        let link = base.link().replace(&format!("&m={}", base.m()), "");
        let scenario = parse(&format!("{link}&m=1"), LinkSize::Any)
            .unwrap()
            .scenario;
        if scenario.strategy().name() == "random" {
            // What is drawn rests on the label of a slot, and these are others.
            continue;
        }
        runs += 1;
        let own = execute(&programmed(ECHO, &scenario), &scenario);
        let built_in = execute(&Oral::new(scenario.n(), 1).unwrap(), &scenario);
        let by_number = |(slot, said, honest): (String, Word, Word)| {
            // A path of the second round is `1.sender`, the slot of a program's second round `2.sender`.
            let slot = match slot.split_once('.') {
                Some((_, rest)) => format!("2.{rest}"),
                None => format!("1.{slot}"),
            };
            (slot, said, honest)
        };
        let oral: Vec<_> = told::<Oral>(&built_in).into_iter().map(by_number).collect();
        assert_eq!(told::<Programmed>(&own), oral, "{}", scenario.link());
        assert_eq!(
            decided(&own, &scenario),
            decided(&built_in, &scenario),
            "{}",
            scenario.link()
        );
    }
    assert!(runs > 1_000, "{runs}");
}

#[test]
fn relays_as_programs_are_om_the_flat_vote_and_interactive_consistency() {
    let mut runs = 0;
    for lot in 0..1_000 {
        let scenario = some_run("om", lot);
        let (n, m) = (scenario.n(), scenario.m());
        if m > 3 {
            continue;
        }
        runs += 1;
        is_equal(OM, &Oral::new(n, m).unwrap(), &scenario);
        is_equal(FLAT, &Oral::flat(n, m).unwrap(), &scenario);
        let scenario = some_run("ic", lot);
        if scenario.m() <= 2 {
            let machine = Interactive::new(scenario.n(), scenario.m()).unwrap();
            is_equal(IC, &machine, &scenario);
        }
    }
    assert!(runs > 800, "{runs}");
}

#[test]
fn what_is_signed_and_collected_is_sm() {
    for lot in 0..1_000 {
        let scenario = some_run("sm", lot);
        let (n, m, seed) = (scenario.n(), scenario.m(), scenario.seed());
        if m > 3 {
            continue;
        }
        let held = scenario.traitors();
        let built_in = execute(&Signed::new(n, m, seed, held).unwrap(), &scenario);
        let own = programmed(SM, &scenario).with_keys(seed, held);
        let own = execute(&own, &scenario);
        assert_eq!(
            told::<Programmed>(&own),
            told::<Signed>(&built_in),
            "{}",
            scenario.link()
        );
        assert_eq!(
            decided(&own, &scenario),
            decided(&built_in, &scenario),
            "{}",
            scenario.link()
        );
    }
}

#[test]
fn what_is_heard_last_can_be_decided_by() {
    let text = "task consensus\nsend input to all\ndecide A if count(A) > count(R) else R\n";
    let decide = |link: &str| {
        let scenario = parse(link, LinkSize::Any).unwrap().scenario;
        decided(&execute(&programmed(text, &scenario), &scenario), &scenario)
    };
    assert_eq!(
        decide("v=1&p=king&n=3&m=0&i=AAR"),
        vec![Some(Order::Attack); 3]
    );
    assert_eq!(
        decide("v=1&p=king&n=3&m=0&i=ARR"),
        vec![Some(Order::Retreat); 3]
    );
}

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

/// Pieces of which texts are made that nobody would write.
const PIECES: [&str; 40] = [
    "task broadcast\n",
    "task consensus\n",
    "signed\n",
    "send ",
    "to all",
    "to others",
    " if ",
    "else",
    "elif ",
    ":",
    "\n",
    "\n    ",
    "\n\t",
    "for p in 1 .. f + 1:",
    "gather ",
    "collect ",
    " rounds",
    "resolve ",
    "decide ",
    "count(",
    "said(",
    "result",
    ")",
    "(",
    "A",
    "R",
    "none",
    "silent",
    "v",
    " = ",
    "==",
    " + ",
    " // ",
    "0",
    "1",
    "999999999999",
    "#",
    "你好",
    "\u{200b}",
    "\r\n",
];

#[test]
fn any_text_has_an_answer_and_what_is_accepted_runs_and_is_written_as_it_is_read() {
    let mut accepted = 0;
    for lot in 0..20_000_u64 {
        let mut lots = (1..).map(|turn| mix(lot * 1_000 + turn));
        let mut below = |count: usize| (lots.next().unwrap() % count as u64) as usize;
        let text: String = if lot % 2 == 0 {
            (0..below(60))
                .map(|_| PIECES[below(PIECES.len())])
                .collect()
        } else {
            // A right program with one or two characters damaged.
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
        };
        match Program::read(&text) {
            Ok(program) => {
                accepted += 1;
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
    assert!(accepted > 500, "{accepted}");
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

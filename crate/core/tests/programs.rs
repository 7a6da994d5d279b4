//! Programs in the language: read, written, refused; and run equal to what is built in.
#![allow(clippy::unwrap_used, clippy::panic)]

use generals::{
    Order, Scenario, Word,
    king::machine::King,
    link::{LinkSize, parse},
    machine::{Execution, StepMachine, execute},
    om::machine::Oral,
    program::{Mistake, MistakeCode, Program, machine::Programmed},
    queen::machine::Queen,
};

const KING: &str = include_str!("data/programs/king.byz");
const QUEEN: &str = include_str!("data/programs/queen.byz");
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
    if protocol == "om" {
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

#[test]
fn kings_and_queens_as_programs_say_and_decide_what_the_built_in_ones_do() {
    for lot in 0..1_000 {
        let scenario = some_run("king", lot);
        let (n, m) = (scenario.n(), scenario.m());
        let own = execute(&programmed(KING, &scenario), &scenario);
        let built_in = execute(&King::new(n, m).unwrap(), &scenario);
        assert_eq!(
            told::<Programmed>(&own),
            told::<King>(&built_in),
            "{}",
            scenario.link()
        );
        assert_eq!(
            decided(&own, &scenario),
            decided(&built_in, &scenario),
            "{}",
            scenario.link()
        );

        let scenario = some_run("queen", lot);
        let (n, m) = (scenario.n(), scenario.m());
        let own = execute(&programmed(QUEEN, &scenario), &scenario);
        let built_in = execute(&Queen::new(n, m).unwrap(), &scenario);
        assert_eq!(
            told::<Programmed>(&own),
            told::<Queen>(&built_in),
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
    for text in [KING, QUEEN, ECHO] {
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

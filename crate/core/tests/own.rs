//! Protocols of one's own: a program in a link runs, is judged, drawn and attacked like any other protocol.
#![allow(clippy::unwrap_used, clippy::panic)]

use generals::{
    Changes, Code, General, Inputs, Key, Order, Protocol, Reason, Scenario, Trace, Votes,
    lab::{begin::exhaust, search::Kind},
    link::{LinkSize, nearest, parse},
    program::{Program, encoded},
};

const KING: &str = include_str!("data/programs/king.byz");
const OM: &str = include_str!("data/programs/om.byz");
const SM: &str = include_str!("data/programs/sm.byz");
const ECHO: &str = include_str!("data/programs/echo.byz");

fn open(link: &str) -> Scenario {
    let read = parse(link, LinkSize::Stepped);
    read.unwrap_or_else(|error| panic!("{link}: {error}"))
        .scenario
}

/// A link to a program among an army.
fn link(text: &str, army: &str) -> String {
    format!("v=1&p=own&{army}&prog={}", encoded(text))
}

fn own(text: &str, army: &str) -> Scenario {
    open(&link(text, army))
}

#[test]
fn a_link_brings_its_program_and_is_written_again_as_it_was() {
    for text in [KING, OM, SM, ECHO] {
        let scenario = own(text, "n=7&m=2&t=3");
        assert_eq!(scenario.protocol(), Protocol::Own);
        let printed = scenario.program().unwrap().print();
        assert_eq!(printed, Program::read(text).unwrap().print());
        let canonical = scenario.link();
        assert_eq!(open(&canonical), scenario);
        assert_eq!(open(&canonical).link(), canonical);
        // A sentence may end behind it.
        assert_eq!(open(&format!("{canonical}.")), scenario);
    }
}

#[test]
fn a_program_runs_as_the_protocol_that_it_is() {
    for (text, name, lies, own_lies) in [
        (
            KING,
            "king",
            "&i=AARR&t=4&x=1.4-1R_2.4-2N_5.4-2R",
            "&i=AARR&t=4&x=1.4-1R_2.4-2N_5.4-2R",
        ),
        (OM, "om", "&t=3&x=1.3-2R_1.3-4S", "&t=3&x=1.3-2R_1.3-4S"),
        (SM, "sm", "&t=1&x=1-2A_1-2R", "&t=1&x=1-2A_1-2R"),
        (ECHO, "om", "&t=3&x=1.3-2R", "&t=3&x=2.3-2R"),
    ] {
        let built_in = open(&format!("v=1&p={name}&n=4{lies}"));
        let army = format!("n=4{own_lies}");
        let program = own(text, &army);
        let (expected, run) = (Trace::new(built_in).unwrap(), Trace::new(program).unwrap());
        assert_eq!(
            run.verdict().decisions,
            expected.verdict().decisions,
            "{name}"
        );
        assert_eq!(
            run.verdict().messages,
            expected.verdict().messages,
            "{name}"
        );
        assert_eq!(run.verdict().lies, expected.verdict().lies, "{name}");
        assert_eq!(run.len(), expected.len(), "{name}");
    }
}

#[test]
fn the_task_of_the_program_says_who_has_something_and_who_decides() {
    let king = own(KING, "n=4&i=AAAA");
    assert_eq!(king.spec().inputs, Inputs::Everyone);
    assert_eq!(king.deciders().len(), 4);
    assert!(
        parse(&link(KING, "n=4&o=R"), LinkSize::Any).is_err(),
        "nobody is given an order"
    );
    let echo = parse(&link(ECHO, "n=4&i=AAAA"), LinkSize::Any).unwrap();
    assert_eq!(echo.ignored, [("i".to_owned(), "AAAA".to_owned())]);
    assert_eq!(echo.scenario.deciders().len(), 3);
    // From one task to the other: what the new one lacks is dropped, what it has is there.
    let changes = |text: &str| {
        let mut changes = Changes::default();
        changes.own.set(Key::Prog, encoded(text));
        changes
    };
    let forked = king.fork(&changes(ECHO)).unwrap();
    assert_eq!(
        (forked.spec().inputs, forked.order()),
        (Inputs::Commander, Order::Attack)
    );
    let om = open("v=1&p=om&n=7&m=2&t=3.5&x=1.3-2R_1.3.5-4S");
    let gathering = Changes {
        protocol: Some(Protocol::Own),
        ..changes(OM)
    };
    assert_eq!(
        om.fork(&gathering).unwrap().lies(),
        om.lies(),
        "the same paths are there"
    );
    let one_round = Changes {
        protocol: Some(Protocol::Own),
        ..changes(ECHO)
    };
    assert_eq!(
        om.fork(&one_round).unwrap().lies().len(),
        0,
        "none of these slots is"
    );
}

#[test]
fn what_is_wrong_with_a_program_is_said_with_its_place() {
    let refused = |text: &str, army: &str| {
        let error = parse(&link(text, army), LinkSize::Any).unwrap_err();
        assert_eq!(error.key.as_deref(), Some("prog"));
        (error.code, error.to_string())
    };
    let (code, said) = refused("task consensus\nsend inptu to all\ndecide A\n", "n=4");
    assert_eq!(code, Code::BadProgram);
    assert!(said.contains("unknown-name in line 2, column 6"), "{said}");
    // What is too much is only known with the army.
    let long = "task consensus\nfor p in 1 .. 10 * f:\n    send input to all\ndecide A\n";
    assert_eq!(own(long, "n=8&m=6").rounds(), 60);
    let (code, said) = refused(long, "n=9&m=7");
    assert_eq!(code, Code::BadProgram);
    assert!(said.contains("too-many-rounds in line 3"), "{said}");
    for prog in [
        "",
        "1",
        "2.dGFzaw",
        "1.d*",
        "1.dGF",
        "dGFzayBicm9hZGNhc3QK",
        "1./w",
    ] {
        let error = parse(&format!("v=1&p=own&prog={prog}"), LinkSize::Any).unwrap_err();
        assert!(
            matches!(error.code, Code::BadValue | Code::Malformed),
            "{prog}: {error}"
        );
    }
    // Elsewhere the key is as unknown as any other.
    let om = parse(&format!("v=1&p=om&prog={}", encoded(ECHO)), LinkSize::Any).unwrap();
    assert_eq!(om.ignored.len(), 1);
}

#[test]
fn a_refused_program_leaves_an_army_that_can_be_opened() {
    let broken = link("task broadcast\nsend order\n", "n=5&t=3&s=split");
    let offered = nearest(&broken).scenario;
    assert_eq!((offered.n(), offered.traitors().len()), (5, 1));
    assert_eq!(offered, open(&offered.link()));
    // A run that is too large to be stepped through.
    let vast = link(OM, "n=64&m=10");
    let error = parse(&vast, LinkSize::Stepped).unwrap_err();
    assert!(
        matches!(error.code, Code::TooLarge | Code::BadProgram),
        "{error}"
    );
    let offered = nearest(&vast).scenario;
    assert_eq!(offered, open(&offered.link()));
}

#[test]
fn a_lie_has_its_slot_or_is_refused() {
    let error = |text: &str, lie: &str| {
        let army = format!("n=4&t=3&x={lie}");
        parse(&link(text, &army), LinkSize::Any).unwrap_err().code
    };
    assert_eq!(
        error(ECHO, "1.3-2R"),
        Code::NoSuchPath,
        "in round 1 the commander alone speaks"
    );
    assert_eq!(
        error(ECHO, "2.3-1R"),
        Code::NoSuchPath,
        "nobody writes to the commander"
    );
    assert_eq!(error(ECHO, "2.2-4R"), Code::NotATraitor);
    assert_eq!(
        error(ECHO, "2.3-2N"),
        Code::BadValue,
        "he says attack or retreat"
    );
    assert_eq!(
        error(KING, "3.3-2R"),
        Code::NoSuchPath,
        "general 1 is king then"
    );
    assert_eq!(error(KING, "1.3-2N"), Code::BadValue);
    assert_eq!(
        error(OM, "1.3.4-2R"),
        Code::NoSuchPath,
        "two rounds are gathered"
    );
    // Where words are passed on too, the sender of a plain one stands twice.
    let both = "task broadcast\nsend order to others if me == commander\ngather 2 rounds\n\
                resolve direct\ndecide result\n";
    let said = own(both, "n=4&t=1.3&x=1.1.1-2R_1-2S_1.3-2R");
    let rounds: Vec<usize> = said.lies().keys().map(|slot| slot.round).collect();
    assert_eq!(rounds, [1, 2, 3]);
    assert_eq!(open(&said.link()), said);
}

#[test]
fn nothing_is_promised_of_it_but_what_nobody_can_do() {
    let reason = |army: &str| own(KING, army).bound().reason;
    assert_eq!(reason("n=4&t=3"), Reason::OwnProgram);
    assert_eq!(reason("n=6&m=2&t=3.4"), Reason::Impossible, "n ≤ 3f");
    assert_eq!(own(KING, "n=6&m=2&t=3.4").bound().exact, Some(false));
    assert_eq!(
        own(SM, "n=5&m=1&t=3.4").bound().reason,
        Reason::Impossible,
        "two rounds"
    );
    assert_eq!(own(SM, "n=5&m=2&t=3.4").bound().reason, Reason::OwnProgram);
}

/// All behaviour tried: what came of it.
fn tried(scenario: &Scenario) -> (bool, Option<Scenario>) {
    let mut search = exhaust(scenario).unwrap();
    while !search.progress().is_done {
        search.advance(10_000);
    }
    let progress = search.progress();
    assert_ne!(progress.kind, Kind::Part, "all was tried");
    (progress.breaks, search.found())
}

#[test]
fn the_laboratory_breaks_what_is_wrong_with_a_run_that_opens_and_nothing_else() {
    for (text, army, breaks) in [
        (KING, "n=4&t=1&i=AARR", false),
        (KING, "n=3&t=3&i=ARA", true),
        (ECHO, "n=4&t=1", false),
        (ECHO, "n=4&t=3", false),
        (ECHO, "n=3&t=3", true),
        (OM, "n=4&t=1", false),
        (OM, "n=3&t=3", true),
        (SM, "n=4&t=1", false),
        (SM, "n=4&t=1.3", true),
    ] {
        let scenario = own(text, army);
        let (found_one, found) = tried(&scenario);
        assert_eq!(found_one, breaks, "{army} {text}");
        if let Some(found) = found {
            let verdict = Trace::new(open(&found.link())).unwrap().verdict().clone();
            assert!(verdict.is_broken(), "{army}");
        }
    }
}

#[test]
fn letters_of_a_program_are_seen_with_their_seals() {
    let trace = Trace::new(own(SM, "n=4&t=1&x=1-2A_1-2R")).unwrap();
    assert!(trace.letter(1).is_some());
    let votes = trace.votes(General::new(2).unwrap(), 9);
    assert!(matches!(votes, Some(Votes::Signed(_))));
}

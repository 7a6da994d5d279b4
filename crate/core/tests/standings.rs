//! Where the generals of a program stand: its line, and what each knows there, against tables written by hand.
#![allow(clippy::unwrap_used, clippy::panic)]

use generals::{
    Order, Trace,
    link::{LinkSize, parse},
    program::{Program, Standings, Value, encoded},
};

const KING: &str = include_str!("data/programs/king.byz");
const ECHO: &str = include_str!("data/programs/echo.byz");
const OM: &str = include_str!("data/programs/om.byz");
const SM: &str = include_str!("data/programs/sm.byz");

fn run(text: &str, army: &str) -> Trace {
    let link = format!("v=1&p=own&{army}&prog={}", encoded(text));
    let read = parse(&link, LinkSize::Stepped).unwrap_or_else(|error| panic!("{link}: {error}"));
    Trace::new(read.scenario).unwrap()
}

/// Each general's values, what he heard and what he decides, a line each: `v=A votes=1 | A-R. | R`.
fn written(all: &Standings) -> Vec<String> {
    let value = |value: &Value| match value {
        Value::Word(word) => word.letter().to_string(),
        Value::Number(number) => number.to_string(),
        Value::Truth(is) => is.to_string(),
    };
    let generals = all.generals.iter().map(|one| {
        let named = all.names.iter().zip(&one.values);
        let named: Vec<String> = named
            .map(|(name, is)| format!("{name}={}", value(is)))
            .collect();
        let heard = one.heard.as_ref().map_or_else(
            || "none".to_owned(),
            |heard| heard.iter().map(|word| word.letter()).collect(),
        );
        let decides = match one.decides {
            None => '-',
            Some(Order::Attack) => 'A',
            Some(Order::Retreat) => 'R',
        };
        format!("{} | {heard} | {decides}", named.join(" "))
    });
    generals.collect()
}

/// The line of the canonical text at which all stand after a step.
fn line(trace: &Trace, step: usize) -> (usize, String) {
    let line = trace.standings(step).unwrap().line();
    let text = trace.scenario().program().unwrap().print();
    let words = text.lines().nth(line - 1).unwrap().trim().to_owned();
    (line, words)
}

#[test]
fn one_echo_is_told_as_somebody_would_who_plays_it_with_paper() {
    // General 3 is a traitor and tells general 2 that he heard retreat; the order is attack.
    let trace = run(ECHO, "n=4&t=3&s=honest&x=2.3-2R");
    assert_eq!(trace.len(), 3 + 6 + 1);
    let at = |step| written(&trace.standings(step).unwrap());

    // In round 1 only the commander has an order.
    for step in [0, 1, 3] {
        let (_, words) = line(&trace, step);
        assert_eq!(words, "send order to others if me == commander");
        assert_eq!(
            at(step),
            [
                "order=A | none | -",
                "order=S | none | -",
                "order=S | none | -",
                "order=S | none | -"
            ]
        );
    }
    // In round 2 each lieutenant has the word that he was told; the commander was told none, which counts as retreat here.
    for step in [4, 9] {
        let (_, words) = line(&trace, step);
        assert_eq!(words, "send v to others if me != commander");
        assert_eq!(
            at(step),
            [
                "order=A v=R | SSSS | -",
                "order=S v=A | ASSS | -",
                "order=S v=A | ASSS | -",
                "order=S v=A | ASSS | -",
            ]
        );
    }
    // At the end general 2 has heard R from 3 and A from 4, and with his own that makes two of three for attack.
    let (_, words) = line(&trace, 10);
    assert!(words.starts_with("decide "), "{words}");
    assert_eq!(
        at(10),
        [
            "order=A v=R votes=0 | SSSS | -",
            "order=S v=A votes=2 | SSRA | A",
            "order=S v=A votes=3 | SASA | -",
            "order=S v=A votes=3 | SAAS | A",
        ]
    );
    assert_eq!(
        trace.standings(99),
        trace.standings(10),
        "past the end is the end"
    );
}

#[test]
fn a_king_is_told_phase_by_phase() {
    // Generals 1 and 2 attack, 3 and 4 retreat; 4 is a traitor, who tells 1 "retreat" as all, and 2 and 3 nothing in round 1.
    let trace = run(KING, "n=4&t=4&s=honest&i=AARR&x=1.4-2S_1.4-3S");
    let names = trace.standings(0).unwrap().names;
    assert_eq!(names, ["input", "v", "p", "w", "best", "sure"]);
    let lines = trace.standings(0).unwrap().lines;
    assert_eq!(lines.len(), 2 * 3 + 1);
    assert_eq!(lines[..3], lines[3..6], "a phase is the same three lines");
    let of_round = |round: usize| {
        let step = (0..=trace.len()).find(|step| trace.round(*step) == round);
        trace.standings(step.unwrap()).unwrap()
    };

    assert_eq!(
        written(&of_round(1)),
        [
            "input=A v=A p=1 | none | -",
            "input=A v=A p=1 | none | -",
            "input=R v=R p=1 | none | -",
            "input=R v=R p=1 | none | -"
        ]
    );
    // Two of each word, or two and one: nobody has three of a kind, so nobody proposes anything.
    assert_eq!(
        written(&of_round(2)),
        [
            "input=A v=A p=1 w=N | AARR | -",
            "input=A v=A p=1 w=N | AARS | -",
            "input=R v=R p=1 w=N | AARS | -",
            "input=R v=R p=1 w=N | AARR | -",
        ]
    );
    // No proposals: the best word is retreat, which is not more, and nobody is sure. What was heard is four times "none".
    assert_eq!(
        written(&of_round(3)),
        [
            "input=A v=A p=1 w=N best=R sure=false | NNNN | -",
            "input=A v=A p=1 w=N best=R sure=false | NNNN | -",
            "input=R v=R p=1 w=N best=R sure=false | NNNN | -",
            "input=R v=R p=1 w=N best=R sure=false | NNNN | -",
        ]
    );
    // The first king says attack: all take it. What the phase before had is still to be seen.
    assert_eq!(
        written(&of_round(4))[2],
        "input=R v=A p=2 w=N best=R sure=false | ASSS | -"
    );
    assert_eq!(
        written(&trace.standings(trace.len()).unwrap()),
        [
            "input=A v=A p=2 w=A best=A sure=true | SASS | A",
            "input=A v=A p=2 w=A best=A sure=true | SASS | A",
            "input=R v=A p=2 w=A best=A sure=true | SASS | A",
            "input=R v=A p=2 w=A best=A sure=true | SASS | -",
        ]
    );
}

#[test]
fn what_is_passed_on_is_known_when_all_of_it_has_been() {
    let trace = run(OM, "n=4&t=3");
    let names = trace.standings(0).unwrap().names;
    assert_eq!(names, ["order", "result"]);
    assert_eq!(
        written(&trace.standings(8).unwrap())[1],
        "order=S | none | -"
    );
    assert_eq!(
        written(&trace.standings(trace.len()).unwrap())[1],
        "order=S result=A | none | A"
    );

    // A commander who signs both orders.
    let trace = run(SM, "n=4&t=1&s=split");
    let names = trace.standings(0).unwrap().names;
    assert_eq!(names, ["order", "holds(A)", "holds(R)"]);
    assert_eq!(
        written(&trace.standings(1).unwrap())[1],
        "order=S | none | -"
    );
    assert_eq!(
        written(&trace.standings(trace.len()).unwrap())[1],
        "order=S holds(A)=true holds(R)=true | none | R"
    );
}

#[test]
fn what_they_decide_is_the_runs_verdict_and_every_step_has_a_line() {
    for text in [KING, ECHO, OM, SM] {
        for army in [
            "n=4&t=2",
            "n=5&t=3&s=split",
            "n=4&t=1&s=silent",
            "n=4&t=3&s=random&seed=5",
        ] {
            let trace = run(text, army);
            let text = trace.scenario().program().unwrap().print();
            for step in 0..=trace.len() {
                let all = trace.standings(step).unwrap();
                let words = text.lines().nth(all.line() - 1).unwrap().trim_start();
                let is_end = step == trace.len();
                let starts = ["send ", "gather ", "collect "];
                let is_round = starts.iter().any(|start| words.starts_with(start));
                assert_eq!(
                    (is_round, words.starts_with("decide ")),
                    (!is_end, is_end),
                    "{words}"
                );
                for one in &all.generals {
                    let decision = trace.verdict().decisions.get(&one.general).copied();
                    let decision = decision.filter(|_| is_end);
                    assert_eq!(one.decides, decision, "{army}: {} at {step}", one.general);
                }
            }
        }
    }
    let oral = parse("v=1&p=om&n=4", LinkSize::Any).unwrap().scenario;
    assert_eq!(Trace::new(oral).unwrap().standings(0), None);
}

#[test]
fn lines_are_those_of_the_text_as_all_write_it() {
    let loose = "task   consensus\n\n\n\nx = 1\n\n\nsend input to all\n\n\ndecide input";
    let trace = run(loose, "n=4");
    let text = trace.scenario().program().unwrap().print();
    assert_eq!(text, Program::read(loose).unwrap().print());
    assert_eq!(line(&trace, 0).1, "send input to all");
    assert_eq!(line(&trace, trace.len()).1, "decide input");
}

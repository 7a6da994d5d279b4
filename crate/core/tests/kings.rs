//! Phase king and phase queen: known runs arm by arm, the plain form of both beside the program, counts, refusals, forks.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;
mod plain;

use common::{decisions, general, scenario, trace};
use generals::{
    Changes, Code, Condition, Event, Label, LinkError, Mark, PartKind, Protocol, Scenario, Slot,
    Trace, Variant, Votes, Word, judge,
    link::{LinkSize, parse},
    messages_at_most,
    om::Visit,
};
use plain::{Plain, Rule};
use proptest::prelude::*;
use serde_json::Value;

fn text(mark: Mark) -> String {
    let rests = match (mark.votes, mark.from) {
        (Some((votes, needed)), _) => format!(" {votes}/{needed}"),
        (None, Some(general)) => format!(" of {general}"),
        (None, None) => String::new(),
    };
    let (phase, kind) = (mark.phase, mark.kind.name());
    format!("{phase} {kind} {}{rests}", mark.word.letter())
}

fn marks(trace: &Trace, number: u64) -> Vec<(usize, String)> {
    let Some(Votes::Marks(vote)) = trace.votes(general(number), 1) else {
        panic!("general {number} has marks");
    };
    let marks = vote.marks.into_iter();
    marks.map(|(step, mark)| (step, text(mark))).collect()
}

#[test]
fn known_attacks_come_out_arm_by_arm() {
    let file: Value = serde_json::from_str(include_str!("data/kings.json")).unwrap();
    let runs = file["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 3);
    for run in runs {
        let name = run["name"].as_str().unwrap();
        let trace = trace(run["link"].as_str().unwrap());
        for (number, expected) in run["marks"].as_object().unwrap() {
            let found = marks(&trace, number.parse().unwrap()).into_iter();
            let found: Vec<Value> = found.map(|(_, mark)| mark.into()).collect();
            assert_eq!(&found, expected.as_array().unwrap(), "{name}: {number}");
        }
        assert_eq!(decisions(&trace), run["decisions"], "{name}");
    }
}

#[test]
fn a_mark_holds_from_the_end_of_its_round() {
    let trace = trace("v=1&p=king&n=4&t=1&s=split&i=AARR");
    let steps: Vec<usize> = marks(&trace, 3).iter().map(|(step, _)| *step).collect();
    let end = |round| trace.round_end(round);
    assert_eq!(
        steps,
        [
            0,
            end(1),
            end(2),
            end(3),
            end(3),
            end(4),
            end(5),
            end(6),
            end(6)
        ]
    );
    assert!(
        trace.votes(general(1), 1).is_none(),
        "a traitor's mean nothing"
    );
}

#[test]
fn a_label_says_what_is_told_and_in_whose_phase() {
    let part = |protocol: Protocol, round: u16| {
        let part = protocol.part(7, &Label::new(vec![round, 2])).unwrap();
        (part.kind, part.phase, part.leader)
    };
    let [one, two] = [1, 2].map(|number| Some(general(number)));
    let king = [1, 2, 3, 4].map(|round| part(Protocol::King, round));
    let (opinion, proposal, crown) = (PartKind::Opinion, PartKind::Proposal, PartKind::Crown);
    assert_eq!(
        king,
        [
            (opinion, 1, one),
            (proposal, 1, one),
            (crown, 1, one),
            (opinion, 2, two)
        ]
    );
    let queen = [1, 2, 3].map(|round| part(Protocol::Queen, round));
    assert_eq!(
        queen,
        [(opinion, 1, one), (crown, 1, one), (opinion, 2, two)]
    );
}

#[test]
fn how_many_messages_there_are() {
    for n in [2, 3, 4, 7, 10, 31] {
        for m in [0, 1, 2, 5, 8] {
            if m + 2 > n {
                continue;
            }
            let total = |p| messages_at_most(&scenario(&format!("v=1&p={p}&n={n}&m={m}"))).total;
            assert_eq!(total("king"), ((m + 1) * (n - 1) * (2 * n + 1)) as u128);
            assert_eq!(total("queen"), ((m + 1) * (n * n - 1)) as u128);
        }
    }
    let of_run = |link| trace(link).verdict().messages.per_round.clone();
    assert_eq!(
        of_run("v=1&p=king&n=4&t=2&s=silent"),
        [12, 12, 3, 12, 12, 3]
    );
    assert_eq!(of_run("v=1&p=king&n=4&t=2&by=short"), [12, 12, 3]);
    assert_eq!(of_run("v=1&p=queen&n=5"), [20, 4, 20, 4]);
}

#[test]
fn the_largest_army_runs() {
    let verdict = judge(&scenario("v=1&p=king&n=64&m=21&t=1.64&s=half"), Visit::All).unwrap();
    assert!(verdict.agrees());
    assert_eq!(verdict.messages.total, 22 * 63 * 129);
}

/// The rule that a scenario runs by.
fn rule(scenario: &Scenario) -> Rule {
    let phases = match scenario.variant() {
        Some(Variant::Short) => scenario.m(),
        _ => scenario.m() + 1,
    };
    match scenario.protocol() {
        Protocol::King => Rule::King { phases },
        _ => Rule::Queen { phases },
    }
}

/// The same run, plainly.
fn plain_run(scenario: &Scenario) -> Plain {
    let opinions = scenario.opinion_letters();
    let size = (scenario.n(), scenario.m());
    plain::run(rule(scenario), size, &opinions, &mut |place, honest| {
        let (round, from, to) = place;
        let [from, to] = [from, to].map(|number| general(number as u64));
        if scenario.is_loyal(from) {
            return honest;
        }
        let label = Label::new(vec![round as u16, from.number().into()]);
        let slot = Slot {
            round,
            label,
            to,
            from,
        };
        let honest = Word::of_letter(honest).unwrap();
        let strategy = || scenario.strategy().word(scenario.seed(), &slot, honest);
        let named = scenario.lies().get(&slot).map(|words| words.only());
        named.unwrap_or_else(strategy).letter()
    })
}

/// Links of any small army of kings or queens: any opinions, traitors, strategy, a handful of lies.
fn links() -> impl Strategy<Value = String> {
    (
        prop::sample::select(vec!["king", "king&by=short", "queen"]),
        2_usize..=7,
    )
        .prop_flat_map(|(protocol, n)| {
            let least = usize::from(protocol.contains("short")).min(n - 2);
            (
                Just((protocol, n)),
                least..=n - 2,
                0_u32..1 << n,
                0_u32..1 << n,
                prop::sample::select(vec!["honest", "flip", "split", "silent", "random", "half"]),
                any::<u64>(),
                prop::collection::vec((any::<u64>(), any::<u8>()), 0..8),
            )
        })
        .prop_map(
            |((protocol, n), m, opinions, traitors, strategy, seed, picks)| {
                let protocol = if m == 0 {
                    protocol.replace("&by=short", "")
                } else {
                    protocol.into()
                };
                let opinions: String = (0..n)
                    .map(|i| if opinions >> i & 1 == 1 { 'A' } else { 'R' })
                    .collect();
                let is_traitor = |number: usize| traitors >> (number - 1) & 1 == 1;
                let named: Vec<String> = (1..=n)
                    .filter(|number| is_traitor(*number))
                    .map(|number| number.to_string())
                    .collect();
                let link = format!(
                    "v=1&p={protocol}&n={n}&m={m}&i={opinions}&s={strategy}&seed={seed}&t={}",
                    named.join(".")
                );
                let places: Vec<_> = plain_run(&scenario(&link)).said.into_keys().collect();
                let is_king = protocol.starts_with("king");
                let mut lies = std::collections::BTreeMap::new();
                for (pick, word) in picks {
                    let (round, from, to) = places
                        .get(pick as usize % places.len().max(1))
                        .copied()
                        .unwrap_or((1, 1, 2));
                    if is_traitor(from) {
                        let words = if is_king && round % 3 == 2 {
                            "ARNS"
                        } else {
                            "ARSA"
                        };
                        let word = words.chars().nth(usize::from(word) % 4).unwrap();
                        lies.insert((round, from, to), format!("{round}.{from}-{to}{word}"));
                    }
                }
                let lies: Vec<String> = lies.into_values().collect();
                format!("{link}&x={}", lies.join("_"))
            },
        )
}

proptest! {
    #[test]
    fn the_program_and_the_plain_form_agree_message_by_message(link in links()) {
        let scenario = scenario(&link);
        let (trace, plain) = (trace(&link), plain_run(&scenario));
        let mut expected = plain.said.iter();
        for step in 1..trace.len() {
            let Some(Event::Message(message)) = trace.event(step) else { panic!("{link}") };
            let slot = &message.slot;
            let place = (slot.round, slot.from.number().into(), slot.to.number().into());
            let found = (&place, &message.said.word.letter());
            prop_assert_eq!(Some(found), expected.next(), "{}", &link);
        }
        prop_assert_eq!(expected.next(), None);
        for (general, order) in &trace.verdict().decisions {
            let index = usize::from(general.number()) - 1;
            prop_assert_eq!(order.letter(), plain.decisions[index], "{}: {}", &link, general);
        }
    }

    /// Nobody who only does what he should can be told from a loyal general.
    #[test]
    fn honest_traitors_change_nothing(link in links()) {
        let base = scenario(&link);
        let run = |traitors: Option<Vec<u64>>| {
            let strategy = Some(generals::Strategy::Honest);
            let changes = Changes { strategy, traitors, lies: Some(Vec::new()), ..Changes::default() };
            judge(&base.fork(&changes).unwrap(), Visit::All).unwrap()
        };
        let (honest, nobody) = (run(None), run(Some(Vec::new())));
        for (general, order) in &honest.decisions {
            prop_assert_eq!(nobody.decisions.get(general), Some(order), "{}", &link);
        }
        prop_assert_eq!(honest.lies, Some(0));
    }

    /// Whatever is said, the theorem's promise is kept.
    #[test]
    fn what_is_promised_is_kept(link in links()) {
        let base = scenario(&link);
        if base.bound().theorem {
            let verdict = judge(&base, Visit::All).unwrap();
            prop_assert!(verdict.agrees(), "{}", &link);
            prop_assert!(verdict.holds(Condition::Validity) != Some(false), "{}", &link);
        }
    }
}

fn refusal(link: &str) -> (String, Code) {
    let Err(LinkError { key, code, .. }) = parse(link, LinkSize::Any) else {
        panic!("{link} reads");
    };
    (key.unwrap_or_default(), code)
}

#[test]
fn what_a_link_of_kings_cannot_say() {
    let cases = [
        // "No proposal" is a word of the second round alone, and no queen knows it.
        ("v=1&p=king&n=4&t=2&x=1.2-3N", "x", Code::BadValue),
        ("v=1&p=king&n=4&t=1&x=3.1-3N", "x", Code::BadValue),
        ("v=1&p=queen&n=5&t=1&x=1.1-3N", "x", Code::BadValue),
        // General 2 is no king of phase 1, and phase 3 there is not.
        ("v=1&p=king&n=4&t=2&x=3.2-1A", "x", Code::NoSuchPath),
        ("v=1&p=king&n=4&t=1&x=7.1-2A", "x", Code::NoSuchPath),
        ("v=1&p=queen&n=5&t=1&x=4.1-2A", "x", Code::NoSuchPath),
        ("v=1&p=queen&n=5&t=1&x=5.1-2A", "x", Code::NoSuchPath),
        // No round 0, nobody tells himself or who is not there, no path.
        ("v=1&p=king&n=4&t=1&x=0.1-2A", "x", Code::NoSuchPath),
        ("v=1&p=king&n=4&t=1&x=1.1-1A", "x", Code::NoSuchPath),
        ("v=1&p=king&n=4&t=1&x=1.1-5A", "x", Code::NoSuchPath),
        ("v=1&p=king&n=4&t=1&x=1.5-1A", "x", Code::NoSuchPath),
        ("v=1&p=king&n=4&t=1&x=1-2A", "x", Code::NoSuchPath),
        ("v=1&p=king&n=4&t=1&x=1.1.2-3A", "x", Code::NoSuchPath),
        (
            "v=1&p=king&n=4&t=1&x=4294967297.1-2A",
            "x",
            Code::NoSuchPath,
        ),
        ("v=1&p=king&n=4&t=1&x=1.2-3A", "x", Code::NotATraitor),
        ("v=1&p=king&n=4&t=1&x=1.1-2A_1.1-2R", "x", Code::RepeatedLie),
        // The short form has no second phase, and must have one to leave out.
        (
            "v=1&p=king&n=4&t=1&x=4.1-2A&by=short",
            "x",
            Code::NoSuchPath,
        ),
        ("v=1&p=king&n=4&m=0&by=short", "by", Code::BadValue),
        ("v=1&p=king&n=4&by=long", "by", Code::BadValue),
        ("v=1&p=king&n=4&by=", "by", Code::BadValue),
        // Nobody commands.
        ("v=1&p=king&n=4&o=R", "o", Code::BadValue),
        ("v=1&p=queen&n=4&i=AAR", "i", Code::BadValue),
        ("v=1&p=king&n=4&m=3", "m", Code::OutOfRange),
        ("v=1&p=king&n=65", "n", Code::OutOfRange),
    ];
    for (link, key, code) in cases {
        assert_eq!(refusal(link), (key.to_owned(), code), "{link}");
    }
    let read = parse("v=1&p=queen&n=5&by=short&q=lifo", LinkSize::Any).unwrap();
    assert_eq!(read.scenario.link(), "v=1&p=queen&n=5");
    assert_eq!(read.ignored.len(), 2, "queens know no such keys");
    let round_two = "v=1&p=king&n=4&t=2&x=2.2-3N";
    assert_eq!(scenario(round_two).link(), round_two);
}

#[test]
fn a_fork_drops_what_its_form_has_not() {
    let base = scenario("v=1&p=king&n=5&m=2&t=1&x=2.1-2N_8.1-2A");
    let fork = |changes: Changes| base.fork(&changes).unwrap().link();
    let by = |name: &str| {
        let mut changes = Changes::default();
        changes.own.set(generals::Key::By, name.to_owned());
        changes
    };
    assert_eq!(
        fork(by("short")),
        "v=1&p=king&n=5&m=2&t=1&x=2.1-2N&by=short"
    );
    let fewer = Changes {
        m: Some(1),
        ..Changes::default()
    };
    assert_eq!(fork(fewer), "v=1&p=king&n=5&t=1&x=2.1-2N");
    let queen = Changes {
        protocol: Some(Protocol::Queen),
        m: Some(4),
        ..Changes::default()
    };
    assert!(base.fork(&queen).is_err(), "m is at most 3");
    let queen = Changes { m: None, ..queen };
    assert_eq!(fork(queen), "v=1&p=queen&n=5&m=2&t=1", "two words less");
    let short = scenario("v=1&p=king&n=5&m=2&by=short");
    let none = Changes {
        m: Some(0),
        ..Changes::default()
    };
    assert_eq!(short.fork(&none).unwrap().link(), "v=1&p=king&n=5&m=0");
    let huge = Changes {
        m: Some(u64::MAX),
        ..Changes::default()
    };
    assert_eq!(base.fork(&huge).unwrap_err().code, Code::OutOfRange);
}

#[test]
fn silence_is_nothing_then_no_proposal_then_retreat() {
    // Among three that survive none all must say it: a silent traitor keeps any proposal from being made.
    let silent = trace("v=1&p=king&n=3&m=0&t=3&s=silent&i=AAA");
    let proposed: Vec<String> = marks(&silent, 1)
        .into_iter()
        .map(|(_, mark)| mark)
        .collect();
    assert_eq!(proposed[1], "1 proposal N 2/3");
    let kings = trace("v=1&p=king&n=3&m=0&t=1&s=silent&i=AAA");
    assert_eq!(decisions(&kings), "2R 3R", "the king said nothing");
    assert_eq!(kings.verdict().holds(Condition::Validity), Some(false));
    // Of a queen's votes silence is one for retreat.
    let queens = trace("v=1&p=queen&n=5&t=5&s=silent&i=RRRRA");
    assert_eq!(marks(&queens, 1)[1].1, "1 majority R 5/4");
    assert_eq!(decisions(&queens), "1R 2R 3R 4R");
}

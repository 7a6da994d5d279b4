//! Letters that are slow: which is delivered next, what is held back, and what a run says of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

use generals::{
    Condition, Event, General, Message, Trace,
    link::{LinkSize, parse},
};

fn trace(link: &str) -> Trace {
    Trace::new(parse(link, LinkSize::Stepped).unwrap().scenario).unwrap()
}

fn messages(trace: &Trace) -> Vec<Message> {
    let events = (1..trace.len()).filter_map(|step| trace.event(step));
    let messages = events.map(|event| match event {
        Event::Message(message) => message,
        Event::Decide { .. } => unreachable!("the last step alone decides"),
    });
    messages.collect()
}

fn slots(link: &str) -> Vec<String> {
    let messages = messages(&trace(link));
    messages
        .iter()
        .map(|message| message.slot.to_string())
        .collect()
}

#[test]
fn without_ready_there_is_no_ready_to_lie_in_or_to_hold_back() {
    let refused = |link: &str| {
        let error = parse(link, LinkSize::Any).unwrap_err();
        (error.code.name(), error.key)
    };
    let at = |key: &str| ("no-such-path", Some(key.to_owned()));
    assert_eq!(refused("v=1&p=bracha&n=4&t=3&x=3.3-1A&by=noready"), at("x"));
    assert_eq!(refused("v=1&p=bracha&n=4&t=3&d=3.2-1&by=noready"), at("d"));
    let link = "v=1&p=bracha&n=4&t=3&x=2.3-1R_3.3-1R&d=2.2-1_3.2-1";
    let run = parse(link, LinkSize::Any).unwrap().scenario;
    let mut changes = generals::Changes::default();
    changes
        .own
        .set(generals::link::Key::By, "noready".to_owned());
    let without = run.fork(&changes).unwrap();
    assert_eq!(
        without.link(),
        "v=1&p=bracha&n=4&t=3&x=2.3-1R&d=2.2-1&by=noready"
    );
}

#[test]
fn who_is_first_sent_comes_first() {
    let run = slots("v=1&p=bracha&n=4");
    assert_eq!(run.len(), 3 + 12 + 12);
    assert_eq!(
        run[..6],
        ["1.1-2", "1.1-3", "1.1-4", "2.1-2", "2.1-3", "2.1-4"]
    );
    // General 2 echoes when the order reaches him, which is step 1.
    assert_eq!(run[6..9], ["2.2-1", "2.2-3", "2.2-4"]);
}

#[test]
fn the_last_sent_comes_first_where_the_rule_says_so() {
    assert_eq!(
        slots("v=1&p=bracha&n=4&q=lifo")[..3],
        ["2.1-4", "2.1-3", "2.1-2"]
    );
}

#[test]
fn a_random_order_is_pinned_by_its_seed() {
    let drawn = slots("v=1&p=bracha&n=4&q=random");
    assert_eq!(
        drawn[..4],
        PINNED,
        "links hold seeds, so this never changes"
    );
    assert_ne!(drawn, slots("v=1&p=bracha&n=4&q=random&seed=2"));
}

/// What seed 1 delivers first.
const PINNED: [&str; 4] = ["1.1-3", "2.1-3", "2.3-1", "1.1-4"];

#[test]
fn whatever_the_order_all_letters_come_and_all_deliver() {
    for q in [
        "",
        "&q=lifo",
        "&q=random",
        "&q=random&seed=9",
        "&d=1.1-2_2.3-4",
    ] {
        let run = trace(&format!("v=1&p=bracha&n=4{q}"));
        assert_eq!(run.len(), 27 + 1, "{q}");
        assert!(!run.verdict().is_broken(), "{q}");
        assert_eq!(run.verdict().decisions.len(), 4, "{q}");
    }
}

#[test]
fn what_is_held_comes_last_in_the_order_of_the_list() {
    let run = slots("v=1&p=bracha&n=4&d=3.3-4_2.1-2");
    assert_eq!(run[25..], ["3.3-4", "2.1-2"]);
}

#[test]
fn what_has_a_step_comes_as_that_step() {
    let run = slots("v=1&p=bracha&n=4&d=2.1-4~1_1.1-2~9");
    assert_eq!(run[0], "2.1-4");
    assert_eq!(run[8], "1.1-2");
    assert!(
        !run[1..8].contains(&"1.1-2".to_owned()),
        "not before its step"
    );
}

#[test]
fn a_letter_that_is_not_yet_sent_at_its_step_comes_as_soon_as_it_is() {
    let run = slots("v=1&p=bracha&n=4&d=2.2-1~1");
    assert_eq!(run[..2], ["1.1-2", "2.2-1"]);
}

#[test]
fn a_step_tells_when_its_letter_was_sent_and_how_deep_it_rests() {
    let run = trace("v=1&p=bracha&n=4");
    for message in messages(&run) {
        let arrival = message.delivery.unwrap();
        assert!(arrival.sent < run.len());
        let due = usize::from(message.slot.label.numbers()[0]);
        // The leader's own echo rests on nothing that came to him.
        let own = message.slot.from.is_commander() && due == 2;
        assert!(own || arrival.depth == due, "{}", message.slot);
    }
    assert_eq!(run.rounds(), 3);
    assert_eq!(run.verdict().messages.per_round, [6, 9, 12]);
}

#[test]
fn who_decides_does_so_at_one_of_his_letters() {
    let run = trace("v=1&p=bracha&n=4&t=4&s=silent");
    let deciding: Vec<u8> = messages(&run)
        .iter()
        .filter(|message| {
            message
                .delivery
                .is_some_and(|arrival| arrival.decides.is_some())
        })
        .map(|message| message.slot.to.number())
        .collect();
    let mut sorted = deciding.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, [1, 2, 3], "{deciding:?}");
}

#[test]
fn a_general_does_not_see_what_is_under_way() {
    let run = trace("v=1&p=bracha&n=4&d=1.1-2");
    let two = General::new(2).unwrap();
    for step in 0..=run.len() {
        let seen = run.view(two, step);
        let came = messages(&run)[..step.min(run.len() - 1)]
            .iter()
            .filter(|message| message.slot.to == two)
            .count();
        assert_eq!(seen.received.len(), came, "after {step}");
    }
}

#[test]
fn a_silent_leader_stops_all_and_that_is_no_fault() {
    let run = trace("v=1&p=bracha&n=4&t=1&s=silent");
    let verdict = run.verdict();
    assert!(verdict.decisions.is_empty());
    assert_eq!(verdict.undecided.len(), 3);
    assert_eq!(
        verdict.holds(Condition::Termination),
        Some(true),
        "none delivers"
    );
    assert_eq!(
        verdict.holds(Condition::Validity),
        None,
        "the leader is no loyal one"
    );
    assert_eq!(
        verdict.lies,
        Some(9),
        "his silence, wherever a word was due"
    );
}

#[test]
fn links_of_schedules_read_back() {
    for link in [
        "v=1&p=bracha&n=4&q=lifo",
        "v=1&p=bracha&n=4&t=1&x=2.1-2A_2.1-2R&q=random&d=1.1-2_2.3-4~7_3.1-2~0&by=many",
    ] {
        assert_eq!(parse(link, LinkSize::Any).unwrap().scenario.link(), link);
    }
}

#[test]
fn what_is_wrong_with_a_schedule_is_said_by_its_key() {
    let cases = [
        ("q=fast", "q", "bad-value"),
        ("d=", "d", "bad-value"),
        ("d=2.3", "d", "bad-value"),
        ("d=2.3-1_2.3-1~4", "d", "bad-value"),
        ("d=2.3-3", "d", "no-such-path"),
        ("d=1.2-1", "d", "no-such-path"),
        ("d=4.1-2", "d", "no-such-path"),
        ("d=2.9-1", "d", "no-such-path"),
        ("d=2.99999999999999999999-1", "d", "out-of-range"),
        ("by=short", "by", "bad-value"),
    ];
    for (keys, key, code) in cases {
        let error = parse(&format!("v=1&p=bracha&n=4&{keys}"), LinkSize::Any).unwrap_err();
        let said = (error.key.as_deref(), error.code.name());
        assert_eq!(said, (Some(key), code), "{keys}");
    }
}

#[test]
fn a_protocol_in_rounds_has_no_schedule() {
    let link = parse("v=1&p=om&n=4&q=lifo&d=2.3-1", LinkSize::Any).unwrap();
    let ignored: Vec<&str> = link.ignored.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(ignored, ["q", "d"]);
}

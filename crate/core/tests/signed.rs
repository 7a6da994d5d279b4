//! SM(m) with real signatures: what a link can say, and exhaustive runs. Raw letters: `letters.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{decisions, general, is_cut, scenario, signed_search, trace};
use generals::{
    Code, Condition, Event, Message, Order, Trace, Votes, Word,
    lab::search::Search,
    limits::SIGNATURES_MAX,
    link::{LinkSize, parse},
    machine::Refusal,
    sm::letter::Letter,
};

/// The messages that are not simply honest, as `round:slot said/honest refused`.
fn oddities(trace: &Trace) -> Vec<String> {
    let letter = |word: Word| word.order().map_or('-', Order::letter);
    (1..trace.len())
        .filter_map(|step| match trace.event(step) {
            Some(Event::Message(Message { slot, said, .. }))
                if said.is_lie() || said.refused.is_some() =>
            {
                let refused = if said.refused.is_some() {
                    " refused"
                } else {
                    ""
                };
                Some(format!(
                    "{}:{slot} {}/{}{refused}",
                    slot.round,
                    letter(said.word),
                    letter(said.honest)
                ))
            }
            _ => None,
        })
        .collect()
}

fn check(link: &str, expected: &[&str], decided: &str) {
    let trace = trace(link);
    assert_eq!(oddities(&trace), expected, "{link}");
    assert_eq!(decisions(&trace), decided, "{link}");
}

#[test]
fn the_loyal_send_the_square_of_the_lieutenants_and_fall_silent() {
    for (n, m, total) in [(4, 1, 9), (4, 2, 9), (7, 2, 36), (10, 3, 81), (64, 5, 3969)] {
        let trace = trace(&format!("v=1&p=sm&n={n}&m={m}"));
        let messages = &trace.verdict().messages;
        assert_eq!(messages.total, total, "n={n} m={m}");
        assert!(messages.per_round[2..].iter().all(|round| *round == 0));
        assert!(
            trace.verdict().agrees() && trace.verdict().holds(Condition::Validity) == Some(true)
        );
    }
}

#[test]
fn no_run_passes_the_bound_of_dolev_and_strong() {
    for seed in 0..40 {
        for n in [4_u128, 5, 7] {
            let trace = trace(&format!("v=1&p=sm&n={n}&m=2&t=1.3&s=random&seed={seed}"));
            assert!(trace.verdict().messages.total <= (n - 1) + 2 * (n - 1) * (n - 2));
        }
    }
}

#[test]
fn a_two_faced_commander_is_found_out() {
    // LSP82 figure 5: both lieutenants hold both orders, signed, and both retreat.
    check("v=1&p=sm&n=3&m=1&t=1&s=split", &["1:1-2 R/A"], "2R 3R");
    let trace = trace("v=1&p=sm&n=3&m=1&t=1&s=split");
    let Some(Votes::Signed(votes)) = trace.votes(general(2), 9) else {
        panic!("a signed run has signed votes");
    };
    let values: Vec<String> = votes
        .values
        .iter()
        .map(|(order, path, round)| format!("{}:{path}@{round}", order.letter()))
        .collect();
    assert_eq!(values, ["R:1@1", "A:1.3@2"]);
}

#[test]
fn a_forged_order_travels_and_is_refused() {
    // Figure 1 with signatures: the lieutenant who alters the order is not believed.
    check(
        "v=1&p=sm&n=3&m=1&t=3&s=flip",
        &["2:1.3-2 R/A refused"],
        "2A",
    );
    check(
        "v=1&p=sm&n=3&m=1&t=3&s=honest&x=1.3-2R",
        &["2:1.3-2 R/A refused"],
        "2A",
    );
    let trace = trace("v=1&p=sm&n=3&m=1&t=3&s=honest&x=1.3-2R");
    let received = trace.view(general(2), trace.len()).received;
    assert_eq!(received[1].refused, Some(Refusal::BadSignature(general(1))));
}

#[test]
fn a_stolen_key_makes_the_forgery_good() {
    check(
        "v=1&p=sm&n=3&m=1&t=3&k=1&s=honest&x=1.3-2R",
        &["2:1.3-2 R/A"],
        "2R",
    );
    let verdict = trace("v=1&p=sm&n=3&m=1&t=3&k=1&s=honest&x=1.3-2R")
        .verdict()
        .clone();
    assert_eq!(verdict.holds(Condition::Validity), Some(false));
}

#[test]
fn withholding_is_not_forging() {
    check(
        "v=1&p=sm&n=4&m=1&t=3&s=silent",
        &["2:1.3-2 -/A", "2:1.3-4 -/A"],
        "2A 4A",
    );
    // Who is shown nothing has nothing to pass on, and nobody sees that.
    let trace = trace("v=1&p=sm&n=4&m=1&t=1&s=silent");
    assert_eq!(trace.len(), 4, "three letters withheld, and the decision");
    assert_eq!(trace.verdict().messages.total, 0);
    assert!(trace.view(general(2), 9).received.is_empty());
    assert_eq!(decisions(&trace), "2R 3R 4R");
}

#[test]
fn both_orders_may_travel_on_one_chain() {
    check(
        "v=1&p=sm&n=3&m=1&t=1&s=honest&x=1-2A_1-2R",
        &["1:1-2 R/-"],
        "2R 3R",
    );
    check(
        "v=1&p=sm&n=3&m=0&t=1&s=honest&x=1-2A_1-2R",
        &["1:1-2 R/-"],
        "2R 3A",
    );
    let link = scenario("v=1&p=sm&n=3&m=1&t=1&s=honest&x=1-2R_1-2A").link();
    assert_eq!(link, "v=1&p=sm&n=3&t=1&s=honest&x=1-2A_1-2R");
}

#[test]
fn the_last_round_reveal_breaks_one_traitor_too_many() {
    for link in [
        "v=1&p=sm&n=3&m=0&t=1&s=silent&x=1-2A",
        "v=1&p=sm&n=4&m=1&t=1.4&s=silent&x=1.4-2A",
        "v=1&p=sm&n=5&m=2&t=1.4.5&s=silent&x=1.4.5-2A",
    ] {
        let verdict = trace(link).verdict().clone();
        assert_eq!(
            verdict.condition(Condition::Agreement).unwrap().witnesses,
            [general(2), general(3)],
            "{link}"
        );
    }
    // One round more, and whoever was shown it shows it to all.
    let verdict = trace("v=1&p=sm&n=4&m=2&t=1.4&s=silent&x=1.4-2A")
        .verdict()
        .clone();
    assert!(verdict.agrees());
}

#[test]
fn a_chain_that_only_traitors_made_is_good_and_one_with_a_loyal_name_is_not() {
    check(
        "v=1&p=sm&n=4&m=2&t=1.3&s=honest&x=1.3-2R",
        &["2:1.3-2 R/A"],
        "2R 4R",
    );
    // General 4 is loyal and signed attack, not retreat.
    check(
        "v=1&p=sm&n=5&m=2&t=1.3&s=honest&x=1.4.3-2R",
        &["3:1.4.3-2 R/- refused"],
        "2A 4A 5A",
    );
    // What he really signed may be shown again, and changes nothing.
    check(
        "v=1&p=sm&n=5&m=2&t=1.3&s=honest&x=1.4.3-2A",
        &["3:1.4.3-2 A/-"],
        "2A 4A 5A",
    );
}

#[test]
fn what_a_link_of_signed_messages_may_not_say() {
    for (link, code, key) in [
        ("v=1&p=sm&n=4&t=1&x=1-2A_1-2A", Code::RepeatedLie, "x"),
        ("v=1&p=sm&n=4&t=1&x=1-2S_1-2A", Code::RepeatedLie, "x"),
        ("v=1&p=sm&n=4&t=1&x=1-2A_1-2S", Code::RepeatedLie, "x"),
        ("v=1&p=sm&n=4&t=1&x=1-2A_1-2R_1-2A", Code::RepeatedLie, "x"),
        ("v=1&p=sm&n=4&t=3&x=1.2-4A", Code::NotATraitor, "x"),
        ("v=1&p=sm&n=4&t=3&x=1.2.3-4A", Code::NoSuchPath, "x"),
        ("v=1&p=sm&n=4&t=3&x=2.3-4A", Code::NoSuchPath, "x"),
        ("v=1&p=sm&n=4&t=3&k=3", Code::BadValue, "k"),
        ("v=1&p=sm&n=4&t=3&k=9", Code::OutOfRange, "k"),
        ("v=1&p=om&n=4&t=1&x=1-2A_1-2R", Code::RepeatedLie, "x"),
    ] {
        let error = parse(link, LinkSize::Stepped).unwrap_err();
        assert_eq!(
            (error.code, error.key.as_deref()),
            (code, Some(key)),
            "{link}"
        );
    }
}

#[test]
fn too_many_signatures_are_refused_before_any_is_made() {
    let chain: Vec<String> = (1..=40).map(|g| g.to_string()).collect();
    let lies: Vec<String> = (41..=64)
        .flat_map(|to| ["A", "R"].map(|word| format!("{}-{to}{word}", chain.join("."))))
        .collect();
    let link = format!("v=1&p=sm&n=64&m=40&t=40&x={}", lies.join("_"));
    let named = lies.len() * 40 + 128;
    assert_eq!(
        named > SIGNATURES_MAX,
        parse(&link, LinkSize::Stepped).is_err(),
        "{named}"
    );
    let more: Vec<String> = (2..40).map(|to| format!("1.{to}.40-41A")).collect();
    let link = format!("{link}_{}", more.join("_"));
    let error = parse(&link, LinkSize::Stepped).unwrap_err();
    assert_eq!(
        (error.code, error.key.as_deref()),
        (Code::TooLarge, Some("x"))
    );
    assert!(Trace::new(generals::link::nearest(&link).scenario).is_ok());
}

#[test]
fn of_two_chains_with_one_new_order_the_first_step_is_kept() {
    let trace = trace("v=1&p=sm&n=5&m=2&t=1.3&s=silent&x=1-2A_1-4A");
    let Some(Votes::Signed(votes)) = trace.votes(general(5), 9) else {
        panic!("a signed run has signed votes");
    };
    assert_eq!(votes.values[0].1.to_string(), "1.2");
}

/// All joint choices of the traitors of SM(m): in each round, for each loyal neighbour, any set of orders that
/// some legal chain can show him. Which of several chains with one order is shown changes no decision, since the
/// loyal signers on it know the order already; so the first is taken. Gives (runs, runs that break a condition).
fn exhaust(n: usize, m: usize, order: Order, traitors: &[u64]) -> (u64, u64) {
    let numbers: Vec<String> = traitors.iter().map(ToString::to_string).collect();
    let link = format!(
        "v=1&p=sm&n={n}&m={m}&o={}&t={}",
        order.letter(),
        numbers.join(".")
    );
    let mut search = signed_search(&scenario(&link));
    search.advance(u64::MAX);
    assert!(search.is_done() && !is_cut(&search));
    if let Some(first) = search.found() {
        let trace = Trace::new(first.clone()).unwrap();
        let verdict = trace.verdict();
        assert!(
            !verdict.agrees() || verdict.holds(Condition::Validity) == Some(false),
            "{}",
            first.link()
        );
    }
    (search.tried(), search.breaking())
}

#[test]
fn every_legal_run_of_small_armies_keeps_both_conditions() {
    // n, m, traitors → runs for either order; k ≤ m, so none may break.
    let cases: [(usize, usize, &[u64], u64); 9] = [
        (3, 1, &[1], 16),
        (3, 1, &[3], 2),
        (4, 1, &[1], 64),
        (4, 1, &[4], 4),
        (4, 2, &[1, 4], 1_296),
        (4, 2, &[3, 4], 4),
        (5, 2, &[1, 5], 129_600),
        (5, 2, &[4, 5], 16),
        (5, 3, &[1, 4, 5], 26_896),
    ];
    for (n, m, traitors, runs) in cases {
        for order in [Order::Attack, Order::Retreat] {
            let found = exhaust(n, m, order, traitors);
            assert_eq!(found, (runs, 0), "n={n} m={m} {traitors:?} {order:?}");
        }
    }
}

#[test]
fn one_traitor_more_breaks_some_run() {
    for (n, m, traitors) in [(3, 0, &[1][..]), (4, 1, &[1, 4])] {
        assert!(
            exhaust(n, m, Order::Attack, traitors).1 > 0,
            "n={n} m={m} {traitors:?}"
        );
    }
}

#[test]
fn a_seed_reproduces_every_byte() {
    let bytes = |link: &str| {
        let trace = trace(link);
        let letters: Vec<Letter> = (1..trace.len())
            .filter_map(|step| trace.letter(step).map(|(letter, _)| letter.clone()))
            .collect();
        letters
    };
    let link = "v=1&p=sm&n=5&m=2&t=1.3&s=random&seed=";
    assert_eq!(bytes(&format!("{link}7")), bytes(&format!("{link}7")));
    assert_ne!(
        bytes(&format!("{link}7"))[0].seals,
        bytes(&format!("{link}8"))[0].seals
    );
}

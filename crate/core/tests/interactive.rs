//! Interactive consistency: its two forms agree, its published facts hold, and its opinions travel in links.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{general, scenario, trace};
use generals::{
    Code, Condition, Event, Generals, Order, Scenario, Trace, VectorVote, Visit, Votes,
    ic::machine::Interactive,
    judge,
    link::{LinkSize, parse},
    machine::execute,
    messages_at_most,
};
use proptest::prelude::*;

fn machine(scenario: &Scenario) -> Interactive {
    Interactive::new(scenario.n(), scenario.m()).unwrap()
}

fn vectors(trace: &Trace) -> Vec<String> {
    let n = trace.scenario().n();
    let letters = |attackers: &Generals| -> String {
        let letter = |number| {
            if attackers.contains(general(number)) {
                'A'
            } else {
                'R'
            }
        };
        (1..=n as u64).map(letter).collect()
    };
    trace.verdict().vectors.values().map(letters).collect()
}

#[test]
fn all_loyal_generals_have_the_same_vector_with_every_loyal_opinion() {
    // PSL80: n > 3m. Four generals, one traitor, whoever he is and whatever he does.
    for traitor in 1..=4 {
        for strategy in ["honest", "flip", "split", "silent", "random", "half"] {
            let link = format!("v=1&p=ic&n=4&t={traitor}&s={strategy}&i=AARA");
            let trace = trace(&link);
            let vectors = vectors(&trace);
            assert_eq!(vectors.len(), 3, "{link}");
            assert!(vectors.iter().all(|vector| *vector == vectors[0]), "{link}");
            assert!(!trace.verdict().is_broken(), "{link}");
        }
    }
}

#[test]
fn three_generals_do_not_end_with_the_same_vector() {
    let trace = trace("v=1&p=ic&n=3&t=3&s=split&i=AAA");
    // 3 tells 2 to be of two minds: he says that 1 thinks retreat, which 1 denies, and a tie is retreat.
    assert_eq!(vectors(&trace), ["AAR", "RAR"]);
    let broken = common::trace("v=1&p=ic&n=3&t=3&s=honest&x=1.3-2R&i=AAA");
    assert_eq!(vectors(&broken), ["AAA", "RAA"]);
    let verdict = broken.verdict();
    assert_eq!(
        verdict.condition(Condition::Agreement).unwrap().witnesses,
        [general(1), general(2)]
    );
    assert_eq!(
        verdict.condition(Condition::Validity).unwrap().witnesses,
        [general(2)]
    );
}

#[test]
fn everybody_decides_and_obeys_the_majority_of_his_vector() {
    let trace = trace("v=1&p=ic&n=4&i=AARR");
    let decisions: Vec<char> = trace
        .verdict()
        .decisions
        .values()
        .map(|order| order.letter())
        .collect();
    assert_eq!(
        decisions, ['R'; 4],
        "a tie is retreat, and general 1 decides too"
    );
    let Some(Votes::Vector(VectorVote { vector, tie, .. })) = trace.votes(general(1), usize::MAX)
    else {
        panic!("a vector is counted");
    };
    assert!(tie);
    assert_eq!(vector[0].direct, Some(Order::Attack), "his own opinion");
    assert!(vector[0].children.is_empty());
    assert_eq!(vector[2].path.to_string(), "3");
    assert!(trace.vote_tree_of(general(1), general(3)).is_some());
    assert!(trace.vote_tree_of(general(1), general(1)).is_none());
}

#[test]
fn it_sends_as_much_as_n_runs_of_om() {
    let counts = messages_at_most(&scenario("v=1&p=ic&n=7&m=2"));
    assert_eq!(counts.per_round, [7 * 6, 7 * 30, 7 * 120]);
    let error = parse("v=1&p=ic&n=14&m=5", LinkSize::Stepped).unwrap_err();
    assert_eq!(
        error.to_string(),
        "too-large in key m: read \"5\"; allowed are 0 to 4"
    );
}

#[test]
fn opinions_are_read_written_and_refused() {
    for (link, canonical) in [
        ("v=1&p=ic&n=4&i=ARAR", "v=1&p=ic&n=4"),
        ("v=1&p=ic&n=4&i=AARA", "v=1&p=ic&n=4&i=AARA"),
        (
            "v=1&p=ic&n=4&t=3&x=3-2R_2.3-1R",
            "v=1&p=ic&n=4&t=3&x=3-2R_2.3-1R",
        ),
    ] {
        assert_eq!(scenario(link).link(), canonical);
        assert_eq!(scenario(canonical).link(), canonical);
    }
    for (link, code, key) in [
        ("v=1&p=ic&n=4&i=AAR", Code::BadValue, "i"),
        ("v=1&p=ic&n=4&i=AARAA", Code::BadValue, "i"),
        ("v=1&p=ic&n=4&i=AARX", Code::BadValue, "i"),
        ("v=1&p=ic&n=4&i=", Code::BadValue, "i"),
        ("v=1&p=ic&n=4&o=A", Code::BadValue, "o"),
        ("v=1&p=ic&n=4&t=3&x=3-2N", Code::BadValue, "x"),
        ("v=1&p=ic&n=4&t=3&x=3.4-2A", Code::NotATraitor, "x"),
        ("v=1&p=ic&n=4&t=3&x=1.2.3-4A", Code::NoSuchPath, "x"),
    ] {
        let error = parse(link, LinkSize::Any).unwrap_err();
        assert_eq!(
            (error.code, error.key.as_deref()),
            (code, Some(key)),
            "{link}"
        );
    }
    // A protocol without opinions does not know the key.
    let link = parse("v=1&p=om&n=4&i=AARA", LinkSize::Any).unwrap();
    assert_eq!(link.ignored, [("i".to_owned(), "AARA".to_owned())]);
}

#[test]
fn a_fork_keeps_what_the_other_army_has() {
    let changed =
        |link: &str, changes: generals::Changes| scenario(link).fork(&changes).unwrap().link();
    let larger = generals::Changes {
        n: Some(6),
        ..Default::default()
    };
    assert_eq!(
        changed("v=1&p=ic&n=4&i=RRRR", larger),
        "v=1&p=ic&n=6&i=RRRRAR"
    );
    let smaller = generals::Changes {
        n: Some(3),
        ..Default::default()
    };
    assert_eq!(
        changed("v=1&p=ic&n=4&i=RRRR&t=2&x=1.2-3A", smaller.clone()).as_str(),
        "v=1&p=ic&n=3&t=2&x=1.2-3A&i=RRR"
    );
    let oral = generals::Changes {
        protocol: Some(generals::Protocol::Oral),
        ..Default::default()
    };
    assert_eq!(
        changed("v=1&p=ic&n=4&i=RRRR&t=3&x=1.3-2A_2.3-1A", oral),
        "v=1&p=om&n=4&t=3&x=1.3-2A"
    );
    let opinions = generals::Changes {
        protocol: Some(generals::Protocol::Interactive),
        ..Default::default()
    };
    assert_eq!(
        changed("v=1&p=om&n=4&o=R&t=3&x=1.3-2A", opinions),
        "v=1&p=ic&n=4&t=3&x=1.3-2A"
    );
}

/// Links of any small army with opinions.
fn links() -> impl Strategy<Value = String> {
    (2_usize..=5)
        .prop_flat_map(|n| {
            (
                Just(n),
                0..=(n - 2).min(2),
                0_u32..1 << n,
                0_u32..1 << n,
                prop::sample::select(vec!["honest", "flip", "split", "silent", "random", "half"]),
                any::<u64>(),
                prop::collection::vec((any::<prop::sample::Index>(), 0_usize..3), 0..6),
            )
        })
        .prop_map(|(n, m, traitors, opinions, strategy, seed, picks)| {
            let named: Vec<String> = (1..=n)
                .filter(|number| traitors >> (number - 1) & 1 == 1)
                .map(|number| number.to_string())
                .collect();
            let letters: String = (0..n)
                .map(|place| if opinions >> place & 1 == 1 { 'A' } else { 'R' })
                .collect();
            let link = format!(
                "v=1&p=ic&n={n}&m={m}&t={}&s={strategy}&seed={seed}&i={letters}",
                named.join(".")
            );
            let base = scenario(&link);
            let run = execute(&machine(&base), &base);
            let steps = run.steps.iter().map(|step| &step.spoken.slot);
            let mine: Vec<_> = steps.filter(|slot| !base.is_loyal(slot.from)).collect();
            let mut lies = std::collections::BTreeMap::new();
            for (pick, word) in picks.iter().filter(|_| !mine.is_empty()) {
                let slot = mine[pick.index(mine.len())];
                lies.insert(slot.clone(), format!("{slot}{}", ["A", "R", "S"][*word]));
            }
            let lies: Vec<String> = lies.into_values().collect();
            format!("{link}&x={}", lies.join("_"))
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_two_forms_are_one(link in links(), at in any::<prop::sample::Index>()) {
        let base = scenario(&link);
        let trace = trace(&link);
        let run = execute(&machine(&base), &base);
        prop_assert_eq!(trace.len(), run.steps.len() + 1);
        let mut lies = 0;
        for (step, told) in (1..).zip(&run.steps) {
            let Some(Event::Message(message)) = trace.event(step) else {
                return Err(TestCaseError::fail("a message is missing"));
            };
            prop_assert_eq!(&message.slot, &told.spoken.slot);
            prop_assert_eq!(trace.step_of(&message.slot), Some(step));
            prop_assert_eq!(trace.round(step), message.slot.round);
            let word = |said: &Option<generals::om::machine::OralMessage>| {
                said.as_ref().map(|message| message.order)
            };
            prop_assert_eq!(message.said.word.order(), word(&told.spoken.said));
            prop_assert_eq!(message.said.honest.order(), word(&told.spoken.honest));
            lies += u64::from(message.said.is_lie());
        }
        prop_assert_eq!(trace.verdict().lies, Some(lies));
        for (general, vector) in &trace.verdict().vectors {
            let decided = run.decisions[usize::from(general.number()) - 1].unwrap();
            prop_assert_eq!(decided.vector, Some(*vector));
            prop_assert_eq!(decided.order, trace.verdict().decisions[general]);
        }
        prop_assert_eq!(&judge(&base, Visit::Undecided).unwrap(), trace.verdict());
        // What everybody has heard and seen after any number of steps is what the events say.
        let step = at.index(trace.len());
        let mut heard = vec![0; base.n()];
        for k in 1..=step {
            if let Some(Event::Message(message)) = trace.event(k) {
                heard[usize::from(message.slot.to.number()) - 1] += u64::from(!message.said.word.is_silence());
            }
        }
        prop_assert_eq!(trace.snapshot(step).heard, heard);
        for general in base.generals().iter() {
            let seen = trace.view(general, step);
            let events = (1..=step).filter_map(|k| match trace.event(k) {
                Some(Event::Message(message)) => Some(message),
                _ => None,
            });
            let all: Vec<_> = events.collect();
            let sent: Vec<_> = all.iter().filter(|message| message.slot.from == general).map(|message| message.slot.label.clone()).collect();
            let received: Vec<_> = all.iter().filter(|message| message.slot.to == general).map(|message| message.slot.label.clone()).collect();
            prop_assert_eq!(seen.sent.iter().map(|sent| sent.label.clone()).collect::<Vec<_>>(), sent);
            prop_assert_eq!(seen.received.iter().map(|got| got.label.clone()).collect::<Vec<_>>(), received);
        }
    }

    #[test]
    fn a_printed_link_reads_back(link in links()) {
        let canonical = scenario(&link).link();
        prop_assert_eq!(scenario(&canonical), scenario(&link));
        prop_assert_eq!(scenario(&canonical).link(), canonical);
    }
}

#[test]
fn opinions_are_refused_by_name_where_nobody_has_one() {
    let opinions = Some(vec![Order::Attack; 4]);
    let changes = generals::Changes {
        opinions,
        ..Default::default()
    };
    let error = scenario("v=1&p=om&n=4").fork(&changes).unwrap_err();
    assert_eq!(
        (error.code, error.key.as_deref()),
        (Code::BadValue, Some("i"))
    );
}

/// Below n = 3f+1 and in fewer than f+1 rounds no protocol of spoken words gives vectors (PSL80, FL82); of more rounds than
/// the theorem asks for nothing is known here.
#[test]
fn what_vectors_survive_is_told_where_it_is_proved() {
    let exact = |link: &str, f| {
        let army = parse(link, LinkSize::Any).unwrap().scenario;
        army.bound_against(f).exact
    };
    assert_eq!(exact("v=1&p=ic&n=4", 1), Some(true));
    assert_eq!(exact("v=1&p=ic&n=3", 1), Some(false), "three generals");
    assert_eq!(exact("v=1&p=ic&n=6&m=2", 2), Some(false));
    assert_eq!(exact("v=1&p=ic&n=7&m=1", 2), Some(false), "too few rounds");
    assert_eq!(exact("v=1&p=ic&n=5&m=2", 1), None, "too many rounds");
    assert_eq!(exact("v=1&p=ic&n=3", 2), None, "one loyal general");
}

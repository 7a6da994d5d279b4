//! Ben-Or’s consensus: coins, phases, the attack on validity just below n > 5m, and what its links may say.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{general, scenario, trace};
use generals::{
    Condition, Mark, MarkKind, Order, Trace, Votes,
    benor::coin::Coins,
    lab::phases::{PhaseCounts, phases},
    limits::{DELIVERIES_MAX, GENERALS_MAX, PHASES_MAX},
    link::{LinkSize, parse},
};
use serde_json::Value;

fn data(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// What a loyal general came to.
fn marks(trace: &Trace, number: u64) -> Vec<Mark> {
    let Some(Votes::Marks(vote)) = trace.votes(general(number), 1) else {
        panic!("he is loyal")
    };
    vote.marks.into_iter().map(|(_, mark)| mark).collect()
}

/// Each mark as its phase, its name, its word and its votes.
fn told(trace: &Trace, number: u64) -> Vec<String> {
    let told = |mark: Mark| {
        let (phase, name, word) = (mark.phase, mark.kind.name(), mark.word.letter());
        match mark.votes {
            Some((votes, needed)) => format!("{phase} {name} {word} {votes}/{needed}"),
            None => format!("{phase} {name} {word}"),
        }
    };
    marks(trace, number).into_iter().map(told).collect()
}

#[test]
fn where_nobody_decides_nothing_wrong_is_decided_and_termination_fails() {
    // Two of four are dead, and only one was to be survived: the others wait for ever.
    let trace = trace("v=1&p=benor&n=4&m=1&t=3.4&s=silent&i=AAAA");
    let judged = |condition| {
        let conditions = &trace.verdict().conditions;
        let found = conditions.iter().find(|one| one.condition == condition);
        found.unwrap().holds
    };
    assert!(trace.verdict().decisions.is_empty());
    assert_eq!(judged(Condition::Agreement), Some(true));
    assert_eq!(judged(Condition::Validity), Some(true));
    assert_eq!(judged(Condition::Termination), Some(false));
}

#[test]
fn coins_fall_for_ever_as_they_are_pinned() {
    let file = data(include_str!("data/coins.json"));
    let rows = file["coins"].as_array().unwrap();
    assert_eq!(rows.len(), 25);
    for row in rows {
        let seed = row["seed"].as_str().unwrap().parse().unwrap();
        let (coins, whose) = match row["general"].as_u64() {
            Some(number) => (Coins::Own, number),
            None => (Coins::Common, 3),
        };
        let fallen: String = (1..=PHASES_MAX)
            .map(|phase| coins.toss(seed, general(whose), phase).letter())
            .collect();
        assert_eq!(fallen, row["phases_1_to_32"], "seed {seed}");
    }
}

#[test]
fn one_opinion_is_decided_in_the_first_phase() {
    let run = trace("v=1&p=benor&n=6&i=AAAAAA");
    assert_eq!(
        told(&run, 2),
        [
            "1 opinion A",
            "1 proposal A 5/4",
            "1 decide A 5/4",
            "2 opinion A",
            "2 proposal A 5/4",
        ],
        "and he goes on for one more phase"
    );
    assert!(!run.verdict().is_broken());
}

#[test]
fn without_a_majority_coins_are_tossed_until_they_make_one() {
    let run = trace("v=1&p=benor&n=6&m=1");
    assert_eq!(
        told(&run, 2)[..3],
        ["1 opinion R", "1 proposal N 3/4", "1 coin A 0/2"]
    );
    assert!(!run.verdict().is_broken());
}

#[test]
fn a_common_coin_is_tossed_alike() {
    for seed in 1..=50 {
        let run = trace(&format!("v=1&p=benor&n=6&seed={seed}&by=common"));
        let coins = |number| {
            let marks = marks(&run, number).into_iter();
            let coins = marks.filter(|mark| mark.kind == MarkKind::Coin);
            coins
                .map(|mark| (mark.phase, mark.word))
                .collect::<Vec<_>>()
        };
        for number in 2..=6 {
            let known = coins(number);
            assert!(coins(1).iter().all(
                |coin| known.contains(coin) || known.iter().all(|(phase, _)| *phase != coin.0)
            ));
        }
    }
}

#[test]
fn the_attack_on_validity_works_with_five_generals_for_each_traitor() {
    let file = data(include_str!("data/benor-attacks.json"));
    let rows = file["attacks"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let link = row["link"].as_str().unwrap();
        let run = trace(link);
        let decisions: serde_json::Map<String, Value> = (run.verdict().decisions.iter())
            .map(|(general, order)| {
                (
                    general.number().to_string(),
                    order.letter().to_string().into(),
                )
            })
            .collect();
        assert_eq!(Value::Object(decisions), row["decisions"], "{link}");
        let holds = run.verdict().holds(Condition::Validity);
        assert_eq!(row["validity"], Value::from(holds), "{link}");
        for number in 1..=4 {
            let told: Vec<Value> = told(&run, number).into_iter().map(Value::from).collect();
            assert_eq!(
                row["marks"][number.to_string()],
                Value::from(told),
                "{link}"
            );
        }
    }
}

/// The attack, with this many generals and this seed: all loyal say attack, the last general says retreat first.
fn attack(n: usize, seed: u64) -> String {
    let opinions = "A".repeat(n);
    format!("v=1&p=benor&n={n}&t={n}&seed={seed}&i={opinions}")
}

#[test]
fn the_smallest_seed_of_the_attack_is_that_of_its_vector() {
    let all_retreat = |seed: &u64| {
        (1..=4).all(|number| Coins::Own.toss(*seed, general(number), 1) == Order::Retreat)
    };
    assert_eq!((1..).find(all_retreat), Some(38));
    let decided_in_the_second_phase = |seed: &u64| {
        let marks = marks(&trace(&attack(5, *seed)), 1);
        let decided = marks.iter().find(|mark| mark.kind == MarkKind::Decide);
        decided.is_some_and(|mark| mark.phase == 2)
    };
    assert_eq!((1..).find(decided_in_the_second_phase), Some(38));
}

#[test]
fn who_goes_on_lying_breaks_it_sooner_or_later() {
    let broken = (1..=1_000).filter(|seed| {
        let run = trace(&attack(5, *seed));
        let verdict = run.verdict();
        // Nobody ever decides what all began with.
        assert!(
            verdict.is_broken() || verdict.undecided.len() == 4,
            "{seed}"
        );
        verdict.holds(Condition::Validity) == Some(false)
    });
    assert_eq!(
        broken.count(),
        996,
        "with the others coins have not yet fallen alike"
    );
}

#[test]
fn one_general_more_and_the_same_attack_fails_with_every_seed() {
    for seed in 1..=1_000 {
        let run = trace(&attack(6, seed));
        assert!(!run.verdict().is_broken(), "seed {seed}");
        let proposals = marks(&run, 1)
            .into_iter()
            .find(|mark| mark.kind == MarkKind::Proposal);
        assert_eq!(
            proposals.unwrap().votes,
            Some((4, 4)),
            "four of five letters: more than 7/2"
        );
    }
}

#[test]
fn letters_that_come_early_are_kept_and_those_that_come_late_are_ignored() {
    // Whatever is sent to general 1 comes last: he is in phase 1 when the others are through.
    let held: Vec<String> = (1..=4)
        .flat_map(|round| (2..=6).map(move |from| format!("{round}.{from}-1")))
        .collect();
    let run = trace(&format!("v=1&p=benor&n=6&i=AAAAAA&d={}", held.join("_")));
    assert!(!run.verdict().is_broken());
    assert_eq!(told(&run, 1)[2], "1 decide A 5/4");
    // His letters of a round make n−m with the first four: of the fifth he takes no more notice.
    let said = "1.6 late, 2.6 late, 3.6 late, 4.6 over";
    assert_eq!(ignored(&run, 1), said, "one a round");
}

#[test]
fn of_a_letter_that_counts_no_more_it_is_said_why() {
    // General 1 hears all that is said later before the opinions of phase 1, and then is through at once.
    let held: Vec<String> = [2, 1]
        .iter()
        .flat_map(|round| (2..=6).map(move |from| format!("{round}.{from}-1")))
        .collect();
    let run = trace(&format!("v=1&p=benor&n=6&i=AAAAAA&d={}", held.join("_")));
    let said = "3.6 enough, 4.5 enough, 2.6 enough, 1.6 over";
    assert_eq!(ignored(&run, 1), said);
}

/// What he hears and does not count, by its label, and why.
fn ignored(run: &Trace, number: u64) -> String {
    let heard = run.view(general(number), run.len()).received;
    let ignored = heard.iter().filter_map(|one| Some((one, one.refused?)));
    let said: Vec<String> = ignored
        .map(|(one, refused)| format!("{} {}", one.label, refused.name()))
        .collect();
    said.join(", ")
}

#[test]
fn beyond_the_last_phase_nobody_decides_any_more() {
    // Coins of 64 generals never say alike.
    let run = trace("v=1&p=benor&n=64&m=12");
    let verdict = run.verdict();
    assert_eq!(verdict.undecided.len(), 64);
    assert_eq!(
        verdict.holds(Condition::Termination),
        None,
        "more coins might end it"
    );
    assert_eq!(verdict.holds(Condition::Agreement), Some(true));
    assert_eq!(run.len() - 1, 2 * PHASES_MAX * 64 * 63);
    let most = GENERALS_MAX as usize;
    assert!(2 * PHASES_MAX * most * (most - 1) <= DELIVERIES_MAX);
}

#[test]
fn traitors_speak_of_a_phase_when_the_first_loyal_general_enters_it() {
    let run = trace("v=1&p=benor&n=6&t=6");
    let first = |round: usize, traitor: bool| {
        let mut steps = (1..run.len()).filter_map(|step| match run.event(step)? {
            generals::Event::Message(message) => Some(message),
            generals::Event::Decide { .. } => None,
        });
        let sent = steps.find(|message| {
            message.slot.round == round && (message.slot.from.number() == 6) == traitor
        });
        sent.unwrap().delivery.unwrap().sent
    };
    assert_eq!((first(1, true), first(2, true)), (0, 0));
    assert_eq!(first(3, true), first(3, false));
    assert_eq!(first(4, true), first(3, false));
}

#[test]
fn what_a_link_may_not_say_is_refused_by_its_key() {
    let cases = [
        ("n=6&o=A", "o", "bad-value"),
        ("n=6&m=5", "m", "out-of-range"),
        ("n=6&t=6&x=1.6-2N", "x", "bad-value"),
        ("n=6&t=6&x=65.6-2A", "x", "no-such-path"),
        ("n=6&t=6&x=0.6-2A", "x", "no-such-path"),
        ("n=6&t=6&x=1.2.6-2A", "x", "no-such-path"),
        ("n=6&t=6&x=1.6-6A", "x", "no-such-path"),
        ("n=6&t=6&x=1.5-2A", "x", "not-a-traitor"),
        ("n=6&t=6&x=1.6-2A_1.6-2R", "x", "repeated-lie"),
        ("n=6&i=AAA", "i", "bad-value"),
        ("n=6&by=noready", "by", "bad-value"),
        ("n=6&d=65.6-2", "d", "no-such-path"),
    ];
    for (keys, key, code) in cases {
        let error = parse(&format!("v=1&p=benor&{keys}"), LinkSize::Any).unwrap_err();
        let said = (error.key.as_deref(), error.code.name());
        assert_eq!(said, (Some(key), code), "{keys}");
    }
    for link in [
        "v=1&p=benor&n=6&t=6&x=2.6-2N_64.6-2A&i=AARRAA&q=lifo&d=64.1-2~0&by=common",
        "v=1&p=benor&n=2",
    ] {
        assert_eq!(scenario(link).link(), link);
    }
}

#[test]
fn the_phases_of_runs_are_counted_over_seeds() {
    let base = scenario("v=1&p=benor&n=6&t=6&s=split&i=ARARAR&q=random");
    let found = phases(&base, 200).unwrap();
    let ends = |counts: &PhaseCounts| {
        let all = counts.counts.iter().sum::<u64>() + counts.undecided;
        (counts.counts[..6].to_vec(), all)
    };
    assert_eq!(ends(&found.own), (vec![0, 68, 87, 22, 17, 3], 200));
    assert_eq!(ends(&found.common), (vec![0, 137, 50, 11, 2, 0], 200));
    // A run of the first seeds counts as its trace tells.
    for seed in 1..=20 {
        let run = trace(&format!(
            "v=1&p=benor&n=6&t=6&s=split&seed={seed}&i=ARARAR&q=random"
        ));
        let phase = |number| {
            let decided = marks(&run, number).into_iter();
            decided
                .filter(|mark| mark.kind == MarkKind::Decide)
                .map(|mark| mark.phase)
                .next()
        };
        let last = (1..=5).map(|number| phase(number).unwrap()).max().unwrap();
        let one = phases(run.scenario(), 1).unwrap();
        assert_eq!(one.own.counts[last - 1], 1, "seed {seed}");
    }
}

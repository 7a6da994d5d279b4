//! Rows are those of a naive filter and a naive sort, whatever is asked for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{links, trace};
use generals::{Column, Event, General, Message, Order, Rows, Sort, Trace, Wanted, Word};
use proptest::prelude::*;

const COLUMNS: [Column; 9] = [
    Column::Step,
    Column::Round,
    Column::From,
    Column::To,
    Column::Path,
    Column::Said,
    Column::Honest,
    Column::Lie,
    Column::SeenBy,
];

fn message(trace: &Trace, step: usize) -> Message {
    match trace.event(step) {
        Some(Event::Message(message)) => message,
        _ => panic!("step {step} is no message"),
    }
}

/// What a row is sorted by, as a list of numbers that compares as its column does.
fn key(trace: &Trace, step: usize, by: Column) -> Vec<usize> {
    let Message { slot, said, .. } = message(trace, step);
    let (from, to) = (slot.from, slot.to);
    let number = |general: General| usize::from(general.number());
    let word = |word: Word| match word {
        Word::Order(Order::Attack) => 0,
        Word::Order(Order::Retreat) => 1,
        Word::Neither => 2,
        Word::Silence => 3,
    };
    match by {
        Column::Step => vec![step],
        Column::Round => vec![slot.round],
        Column::From => vec![number(from)],
        Column::To => vec![number(to)],
        Column::Path => {
            let numbers = slot.label.numbers().split_last().unwrap().1;
            let stem: Vec<usize> = numbers.iter().map(|number| usize::from(*number)).collect();
            [vec![stem.len()], stem].concat()
        }
        Column::Said => vec![word(said.word)],
        Column::Honest => vec![word(said.honest)],
        Column::Lie if said.is_lie() => vec![0],
        Column::Lie => vec![1 + usize::from(trace.scenario().is_loyal(from))],
        Column::SeenBy if said.word.is_silence() && trace.scenario().protocol().is_signed() => {
            vec![number(from)]
        }
        Column::SeenBy => vec![number(from.min(to)), number(from.max(to))],
    }
}

fn naive(trace: &Trace, wanted: &Wanted, sort: &[Sort]) -> Vec<usize> {
    let signed = trace.scenario().protocol().is_signed();
    let mut steps: Vec<usize> = (1..trace.len())
        .filter(|step| {
            let Message { slot, said, .. } = message(trace, *step);
            let (from, to) = (slot.from, slot.to);
            wanted.until.is_none_or(|until| *step <= until)
                && wanted.round.is_none_or(|wanted| wanted == slot.round)
                && wanted.from.is_none_or(|wanted| wanted == from)
                && wanted.to.is_none_or(|wanted| wanted == to)
                && (said.is_lie() || !wanted.lies)
                && wanted.seen_by.is_none_or(|eyes| {
                    eyes == from || (eyes == to && (!said.word.is_silence() || !signed))
                })
        })
        .collect();
    steps.sort_by(|a, b| {
        let mut order = std::cmp::Ordering::Equal;
        for Sort { by, descending } in sort {
            let here = key(trace, *a, *by).cmp(&key(trace, *b, *by));
            order = order.then(if *descending { here.reverse() } else { here });
        }
        order
    });
    steps
}

fn listed(rows: &Rows) -> Vec<usize> {
    (0..rows.len()).map(|row| rows.step(row).unwrap()).collect()
}

fn agrees(link: &str, wanted: &Wanted, sort: &[Sort]) -> Result<(), TestCaseError> {
    let trace = trace(link);
    let rows = Rows::of(&trace, wanted, sort);
    let steps = listed(&rows);
    prop_assert_eq!(
        &steps,
        &naive(&trace, wanted, sort),
        "{} {:?} {:?}",
        link,
        wanted,
        sort
    );
    prop_assert_eq!(rows.step(rows.len()), None);
    for step in 0..=trace.len() {
        prop_assert_eq!(
            rows.row(step),
            steps.iter().position(|listed| *listed == step)
        );
    }
    Ok(())
}

fn somebody() -> impl Strategy<Value = Option<General>> {
    prop_oneof![2 => Just(None), 1 => (1_u64..=7).prop_map(General::new)]
}

prop_compose! {
    fn any_wanted()(
        round in prop_oneof![Just(None), (0_usize..=6).prop_map(Some)],
        from in somebody(),
        to in somebody(),
        seen_by in somebody(),
        lies in any::<bool>(),
        until in prop_oneof![2 => Just(None), 1 => (0_usize..=60).prop_map(Some)],
    ) -> Wanted {
        Wanted { round, from, to, seen_by, lies, until }
    }
}

fn any_sort() -> impl Strategy<Value = Vec<Sort>> {
    let one = (prop::sample::select(COLUMNS.to_vec()), any::<bool>())
        .prop_map(|(by, descending)| Sort { by, descending });
    prop::collection::vec(one, 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn oral_rows_are_those_of_a_naive_sort(link in links(), wanted in any_wanted(), sort in any_sort()) {
        agrees(&link, &wanted, &sort)?;
    }

    #[test]
    fn signed_rows_are_those_of_a_naive_sort(
        n in 2_usize..=6,
        traitors in 0_u32..64,
        strategy in prop::sample::select(vec!["honest", "flip", "split", "silent", "random"]),
        wanted in any_wanted(),
        sort in any_sort(),
    ) {
        let named: Vec<String> = (1..=n).filter(|id| traitors >> id & 1 == 1).map(|id| id.to_string()).collect();
        let m = (n - 2).min(3);
        agrees(&format!("v=1&p=sm&n={n}&m={m}&s={strategy}&t={}", named.join(".")), &wanted, &sort)?;
    }
}

#[test]
fn rows_in_the_order_of_steps_are_whole_rounds() {
    let trace = trace("v=1&p=om&n=7&m=2&t=3");
    let all = Rows::of(&trace, &Wanted::default(), &[]);
    assert_eq!(listed(&all), (1..=156).collect::<Vec<_>>());
    let second = Wanted {
        round: Some(2),
        ..Wanted::default()
    };
    assert_eq!(
        listed(&Rows::of(&trace, &second, &[])),
        (7..=36).collect::<Vec<_>>()
    );
    assert!(
        Rows::of(
            &trace,
            &Wanted {
                round: Some(4),
                ..second
            },
            &[]
        )
        .is_empty()
    );
}

/// Two runs that general 2 cannot tell apart list the same rows to him.
#[test]
fn who_is_caught_on_his_way_to_a_general_is_not_seen_by_him() {
    let seen = |link: &str, eyes: &str| {
        let trace = trace(link);
        let seen_by = trace
            .scenario()
            .generals()
            .iter()
            .find(|general| general.number().to_string() == eyes);
        let wanted = Wanted {
            seen_by,
            ..Wanted::default()
        };
        listed(&Rows::of(&trace, &wanted, &[]))
    };
    assert_eq!(seen("v=1&p=two&m=2&lost=3", "2"), [1, 2]);
    assert_eq!(seen("v=1&p=two&m=2&lost=2", "2"), [1, 2]);
    assert_eq!(seen("v=1&p=two&m=2&lost=3", "1"), [1, 2, 3]);
}

#[test]
fn where_messengers_are_slow_a_round_is_how_deep_a_message_rests_on_others_itself() {
    let run = trace("v=1&p=bracha&n=4&q=lifo&d=1.1-2");
    let depth = |step| match run.event(step) {
        Some(Event::Message(message)) => message.round(),
        _ => 0,
    };
    let last = run.len() - 1;
    assert!(
        (1..=last).any(|step| depth(step) != run.round(step)),
        "a late letter stands between deeper ones"
    );
    for round in 1..=run.rounds() + 1 {
        let wanted = Wanted {
            round: Some(round),
            ..Wanted::default()
        };
        let rows = Rows::of(&run, &wanted, &[]);
        let listed: Vec<_> = (0..rows.len()).filter_map(|row| rows.step(row)).collect();
        let own: Vec<_> = (1..=last).filter(|step| depth(*step) == round).collect();
        assert_eq!(listed, own, "depth {round}");
    }
    let by_depth = [Sort {
        by: Column::Round,
        descending: false,
    }];
    let rows = Rows::of(&run, &Wanted::default(), &by_depth);
    let depths: Vec<_> = (0..rows.len())
        .filter_map(|row| rows.step(row))
        .map(depth)
        .collect();
    assert!(depths.is_sorted());
}

//! The smallest attack on OM(m): the published numbers, brute force, and every witness run again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{general, scenario};
use generals::{
    Generals, Order, Scenario, judge,
    lab::attack::{AmongTraitors, Attack, Condition, smallest, smallest_of_any},
    om::Visit,
};

/// An army with the commander a traitor or not, and so many other traitors, the last ones.
fn army(n: usize, m: usize, commander: bool, others: usize, order: Order) -> Scenario {
    let lieutenants = (n + 1 - others..=n).map(|number| number.to_string());
    let traitors: Vec<String> = commander
        .then(|| "1".to_owned())
        .into_iter()
        .chain(lieutenants)
        .collect();
    scenario(&format!(
        "v=1&p=om&n={n}&m={m}&o={}&t={}&s=honest",
        order.letter(),
        traitors.join(".")
    ))
}

fn fewest(army: &Scenario, condition: Condition) -> Option<u64> {
    smallest(army, condition, AmongTraitors::Counted).map(|attack| {
        check_witness(&attack, condition);
        attack.lies
    })
}

/// Runs an attack and sees that it does what it says with as many lies as it says.
fn check_witness(attack: &Attack, condition: Condition) {
    let Some(scenario) = &attack.scenario else {
        return;
    };
    let verdict = judge(scenario, Visit::All).unwrap();
    let link = scenario.link();
    assert_eq!(verdict.lies, Some(attack.lies), "{link}");
    assert_eq!(verdict.holds(condition), Some(false), "{link}");
}

/// `2/3` for order attack and retreat; a dash where there is no attack.
fn both_orders(n: usize, m: usize, commander: bool, others: usize, condition: Condition) -> String {
    let text = |order| {
        let lies = fewest(&army(n, m, commander, others, order), condition);
        lies.map_or("-".to_owned(), |lies| lies.to_string())
    };
    format!("{}/{}", text(Order::Attack), text(Order::Retreat))
}

#[test]
fn the_fewest_lies_against_agreement_with_a_traitor_commander() {
    // m, n, traitors in all → order attack / order retreat.
    for (m, n, k, expected) in [
        (0, 3, 1, "1/1"),
        (0, 5, 2, "1/1"),
        (0, 9, 4, "1/1"),
        (1, 4, 1, "-/-"),
        (1, 4, 2, "2/2"),
        (1, 5, 1, "-/-"),
        (1, 5, 2, "2/3"),
        (1, 6, 2, "3/3"),
        (1, 7, 2, "3/4"),
        (1, 8, 2, "4/4"),
        (1, 10, 2, "5/5"),
        (1, 5, 3, "2/3"),
        (1, 6, 3, "3/3"),
        (1, 7, 3, "3/4"),
        (1, 8, 3, "4/4"),
        (1, 10, 4, "5/5"),
        (2, 4, 1, "-/-"),
        (2, 4, 2, "2/3"),
        (2, 5, 2, "-/-"),
        (2, 5, 3, "3/4"),
        (2, 6, 3, "4/5"),
        (2, 7, 3, "5/6"),
        (2, 8, 3, "6/7"),
        (2, 10, 3, "8/9"),
        (2, 10, 4, "8/9"),
        (3, 5, 1, "-/-"),
        (3, 5, 2, "3/5"),
        (3, 5, 3, "3/5"),
        (3, 6, 2, "-/-"),
        (3, 6, 3, "6/7"),
        (3, 7, 3, "8/10"),
        (3, 6, 4, "5/6"),
        (3, 7, 4, "6/8"),
        (3, 8, 3, "-/-"),
        (3, 8, 4, "8/9"),
        (3, 9, 4, "9/11"),
        (3, 10, 4, "11/12"),
        (3, 13, 4, "15/17"),
        (4, 8, 3, "15/16"),
        (4, 9, 3, "-/-"),
        (4, 10, 3, "-/-"),
        (4, 8, 4, "11/12"),
        (4, 9, 4, "21/23"),
        (4, 10, 4, "28/29"),
    ] {
        let found = both_orders(n, m, true, k - 1, Condition::Agreement);
        assert_eq!(found, expected, "n={n} m={m} k={k}");
    }
}

#[test]
fn the_fewest_lies_against_validity_with_a_loyal_commander() {
    for (m, n, k, expected) in [
        (1, 3, 1, "1/-"),
        (1, 4, 2, "2/2"),
        (1, 5, 2, "2/-"),
        (1, 6, 2, "-/-"),
        (1, 7, 2, "-/-"),
        (1, 5, 3, "2/3"),
        (1, 6, 3, "3/3"),
        (1, 7, 3, "3/-"),
        (2, 4, 1, "2/-"),
        (2, 4, 2, "2/4"),
        (2, 5, 2, "4/6"),
        (2, 6, 2, "6/-"),
        (2, 7, 2, "-/-"),
        (2, 8, 2, "-/-"),
        (2, 5, 3, "4/6"),
        (2, 6, 3, "6/9"),
        (2, 7, 3, "9/12"),
        (2, 8, 3, "12/-"),
        (3, 5, 1, "4/-"),
        (3, 5, 2, "4/8"),
        (3, 5, 3, "4/6"),
        (3, 7, 2, "12/-"),
        (3, 9, 2, "-/-"),
        (3, 10, 2, "-/-"),
        (3, 7, 3, "9/18"),
        (3, 9, 3, "24/-"),
        (3, 10, 3, "-/-"),
        (3, 7, 4, "9/12"),
        (3, 9, 4, "16/32"),
        (3, 10, 4, "32/40"),
    ] {
        let found = both_orders(n, m, false, k, Condition::Validity);
        assert_eq!(found, expected, "n={n} m={m} k={k}");
    }
}

#[test]
fn where_the_tables_have_a_dash_no_attack_exists() {
    // m, k in all, the numbers of generals: against agreement with a traitor commander.
    for (m, k, generals) in [
        (1, 1, &[4, 5, 6, 7, 8, 10][..]),
        (2, 1, &[4, 5, 6, 7, 8, 10]),
        (2, 2, &[5, 6, 7, 8, 10]),
        (3, 1, &[5, 6, 7, 8, 9, 10, 13]),
        (3, 2, &[6, 7, 8, 9, 10, 13]),
        (3, 3, &[8, 9, 10, 13]),
        (4, 1, &[8, 9, 10]),
        (4, 2, &[8, 9, 10]),
        (4, 3, &[9, 10]),
    ] {
        for n in generals {
            let found = both_orders(*n, m, true, k - 1, Condition::Agreement);
            assert_eq!(found, "-/-", "n={n} m={m} k={k}");
        }
    }
    // Against validity with a loyal one.
    for (m, k, generals) in [
        (1, 1, &[4, 5, 6, 7][..]),
        (1, 2, &[6, 7]),
        (2, 1, &[5, 6, 7, 8]),
        (2, 2, &[7, 8]),
        (3, 1, &[7, 9, 10]),
        (3, 2, &[9, 10]),
        (3, 3, &[10]),
    ] {
        for n in generals {
            let found = both_orders(*n, m, false, k, Condition::Validity);
            assert_eq!(found, "-/-", "n={n} m={m} k={k}");
        }
    }
}

#[test]
fn against_the_order_to_attack_silence_is_enough() {
    // Retreat is what silence counts as, so no attack on the order A needs a word that is not R.
    let mut witnesses = 0;
    for n in 3..=9 {
        for m in 0..=(n - 2).min(3) {
            for (commander, condition) in
                [(true, Condition::Agreement), (false, Condition::Validity)]
            {
                for others in usize::from(!commander)..=n - 2 {
                    let army = army(n, m, commander, others, Order::Attack);
                    let Some(Attack {
                        lies,
                        scenario: Some(run),
                    }) = smallest(&army, condition, AmongTraitors::Counted)
                    else {
                        continue;
                    };
                    let link = run.link();
                    let (rest, words) = link.split_once("&x=").unwrap();
                    assert!(words.split('_').all(|word| word.ends_with('R')), "{link}");
                    let silent = format!("{rest}&x={}", words.replace('R', "S"));
                    let attack = Attack {
                        lies,
                        scenario: Some(scenario(&silent)),
                    };
                    check_witness(&attack, condition);
                    witnesses += 1;
                }
            }
        }
    }
    assert!(witnesses >= 132, "{witnesses} attacks are silent");
}

#[test]
fn closed_forms_for_many_generals() {
    for n in 5..40 {
        assert_eq!(
            both_orders(n, 1, true, 1, Condition::Agreement),
            format!("{}/{}", n / 2, n.div_ceil(2))
        );
        assert_eq!(
            both_orders(n, 2, true, 2, Condition::Agreement),
            format!("{}/{}", n - 2, n - 1)
        );
    }
}

#[test]
fn lies_among_traitors_may_be_free() {
    for (n, m, k, counted, free) in [(5, 3, 3, 3, 0), (6, 3, 3, 6, 0), (10, 2, 3, 8, 7)] {
        let base = army(n, m, false, 0, Order::Attack);
        let found = [AmongTraitors::Counted, AmongTraitors::Free].map(|among_traitors| {
            let conditions = [Condition::Agreement, Condition::Validity];
            let attacks = conditions
                .map(|condition| smallest_of_any(&base, k, None, condition, among_traitors));
            attacks
                .into_iter()
                .flatten()
                .map(|attack| attack.lies)
                .min()
        });
        assert_eq!(found, [Some(counted), Some(free)], "n={n} m={m} k={k}");
    }
}

#[test]
fn of_attacks_with_as_few_lies_that_count_one_with_as_few_of_the_others_is_written() {
    for (n, m, commander, others, condition, counted, all) in [
        (10, 2, true, 2, Condition::Agreement, 7, Some(8)),
        (16, 8, false, 7, Condition::Validity, 8, Some(308)),
        (31, 10, true, 10, Condition::Agreement, 76, Some(121)),
        // Here they are more than are written down, though fewer than 2 000 count.
        (12, 8, false, 2, Condition::Validity, 1768, None),
    ] {
        let army = army(n, m, commander, others, Order::Attack);
        let attack = smallest(&army, condition, AmongTraitors::Free).unwrap();
        let written = attack.scenario.map(|run| {
            // However large the run, its verdict is that of the few paths that lead to a lie.
            let verdict = judge(&run, Visit::Undecided).unwrap();
            let holds = [
                verdict.agrees(),
                verdict.holds(Condition::Validity) != Some(false),
            ];
            assert!(!holds[usize::from(!commander)]);
            run.lies().len()
        });
        assert_eq!((attack.lies, written), (counted, all), "{}", army.link());
    }
}

#[test]
fn a_loyal_commander_and_nobody_to_disagree() {
    assert_eq!(
        fewest(&army(4, 1, false, 0, Order::Attack), Condition::Validity),
        None
    );
    assert_eq!(
        fewest(&army(4, 1, true, 3, Order::Attack), Condition::Agreement),
        None
    );
    assert_eq!(
        fewest(&army(4, 1, true, 0, Order::Attack), Condition::Validity),
        None,
        "nothing is required"
    );
    let everyone: Generals = (1..=4).map(general).collect();
    assert_eq!(army(4, 1, true, 3, Order::Attack).traitors(), everyone);
}

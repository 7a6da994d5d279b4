//! All rules for three and for four generals, tried: none works for three, one for four.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{decisions, trace};
use generals::lab::{
    attack::Condition,
    rule::{Case, Rule, failing_cases, tally},
};

fn fails(cases: &[Case], condition: Condition) -> bool {
    cases.iter().any(|case| case.condition == condition)
}

#[test]
fn no_pair_of_rules_works_for_three_generals() {
    let (mut obeys, mut agrees, mut both) = (Vec::new(), 0, 0);
    for first in 0..16 {
        for second in 0..16 {
            let cases = failing_cases(3, &[Rule(first), Rule(second)]).unwrap();
            let (disobeys, disagrees) = (
                fails(&cases, Condition::Validity),
                fails(&cases, Condition::Agreement),
            );
            if !disobeys {
                obeys.push((first, second));
            }
            agrees += u32::from(!disagrees);
            both += u32::from(cases.is_empty());
        }
    }
    // The one that never disobeys does what the commander told it: bit 0 of what was heard.
    assert_eq!(obeys, [(0b1010, 0b1010)]);
    assert_eq!(
        agrees, 16,
        "of 256 pairs never disagree under a traitor commander"
    );
    assert_eq!(both, 0);
}

#[test]
fn one_rule_works_for_four_generals() {
    let working: Vec<u8> = (0..=255)
        .filter(|table| failing_cases(4, &[Rule(*table); 3]).unwrap().is_empty())
        .collect();
    assert_eq!(working, [Rule::majority(4).0]);
    assert_eq!(Rule::majority(4), Rule(0b1110_1000));
}

#[test]
fn a_failing_case_is_a_run_that_can_be_played() {
    let cases = failing_cases(3, &[Rule::majority(3); 2]).unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let obeyed: Vec<String> = case
            .obeyed
            .iter()
            .map(|(g, order)| format!("{g}{}", order.letter()))
            .collect();
        // With the majority as everyone's rule the run is OM(1).
        assert_eq!(decisions(&trace(&case.scenario.link())), obeyed.join(" "));
    }
}

#[test]
fn all_choices_are_counted() {
    let counts = |n| {
        let tally = tally(n).unwrap();
        let each = &tally.each;
        assert_eq!(each.len(), tally.choices as usize);
        assert_eq!(
            each.iter().filter(|(obeys, _)| *obeys).count(),
            tally.obedient as usize
        );
        assert_eq!(
            each.iter().filter(|(_, agrees)| *agrees).count(),
            tally.agreeing as usize
        );
        (tally.choices, tally.obedient, tally.agreeing, tally.working)
    };
    assert_eq!(counts(3), (256, 1, 16, 0));
    assert_eq!(counts(4), (256, 4, 4, 1));
    assert_eq!(tally(5), None);
}

#[test]
fn other_armies_are_refused() {
    assert!(failing_cases(5, &[Rule(0); 4]).is_none());
    assert!(failing_cases(3, &[Rule(0); 3]).is_none());
}

#[test]
fn different_rules_for_each_of_four_generals_do_no_better() {
    // Whether a lieutenant obeys a loyal commander depends on his own table alone: those that never disobey, for each.
    let obedient: Vec<Rule> = (0..=255)
        .map(Rule)
        .filter(|rule| !fails(&failing_cases(4, &[*rule; 3]).unwrap(), Condition::Validity))
        .collect();
    let mut working = Vec::new();
    for first in &obedient {
        for second in &obedient {
            for third in &obedient {
                let rules = [*first, *second, *third];
                if failing_cases(4, &rules).unwrap().is_empty() {
                    working.push(rules);
                }
            }
        }
    }
    assert_eq!(obedient.len(), 4);
    assert_eq!(working, [[Rule::majority(4); 3]]);
}

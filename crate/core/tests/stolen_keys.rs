//! Stolen keys count in every question: what is searched with them is what a run with them can be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::collections::BTreeSet;

use common::{general, is_cut, scenario, signed_search, trace};
use generals::{
    OtherWorld, Path, Paths, Scenario, Trace,
    lab::{
        begin::{exhaust, sample},
        chain::{chain, run_at},
        ring::{even_blocs, ring},
        search::Search,
        smaller_armies,
    },
    other_world,
};

fn is_broken(link: &str) -> bool {
    trace(link).verdict().is_broken()
}

/// Every run that a link can say: any letters, in every slot of these traitors.
fn breaks_by_brute_force(base: &Scenario) -> bool {
    let slots: Vec<String> = (1..=base.rounds())
        .flat_map(|length| Paths::new(base.n(), length))
        .filter(|path: &Path| base.traitors().contains(path.speaker()))
        .flat_map(|path| {
            let to = base.loyal().and_not(path.set());
            to.iter()
                .map(|to| path.slot(to).to_string())
                .collect::<Vec<_>>()
        })
        .collect();
    let army = base.link().replace("&s=silent", "");
    (0..4_u64.pow(slots.len() as u32)).any(|script| {
        let said = slots.iter().enumerate().flat_map(|(place, slot)| {
            let words = ["", "A", "R", "AR"][(script >> (2 * place) & 3) as usize];
            words.chars().map(move |word| format!("{slot}{word}"))
        });
        let lies: Vec<String> = said.collect();
        is_broken(&format!("{army}&s=silent&x={}", lies.join("_")))
    })
}

#[test]
fn a_forged_order_of_a_loyal_commander_is_found() {
    // The traitor signs retreat with the commander's own key.
    assert!(is_broken("v=1&p=sm&n=3&t=3&k=1&x=1.3-2R"));
    let base = scenario("v=1&p=sm&n=3&m=1&t=3&k=1");
    let mut search = exhaust(&base).unwrap();
    search.advance(u64::MAX);
    assert!(search.progress().breaks);
    let found = search.found().unwrap();
    assert_eq!(found.stolen().to_string(), "1", "{}", found.link());
    assert!(is_broken(&found.link()), "{}", found.link());
    let mut lot = sample(&base).unwrap();
    lot.advance(1_000);
    assert!(is_broken(&lot.found().unwrap().link()));
}

#[test]
fn whether_there_is_an_attack_is_what_all_runs_say() {
    let (mut tried, mut broken) = (0, 0);
    for n in 3..=4 {
        for m in 0..=n - 2 {
            for traitors in ["1", "3", "1.3"] {
                for stolen in ["", "1", "2", "1.2"] {
                    let link = format!("v=1&p=sm&n={n}&m={m}&t={traitors}&k={stolen}");
                    let Ok(link) = generals::link::parse(&link, generals::link::LinkSize::Any)
                    else {
                        continue;
                    };
                    let base = link.scenario;
                    let slots = Trace::new(base.clone()).unwrap();
                    if slots.scenario().n() == 4 && m > 1 {
                        continue;
                    }
                    let mut search = signed_search(&base);
                    search.advance(u64::MAX);
                    assert!(search.is_done() && !is_cut(&search), "{}", base.link());
                    assert_eq!(
                        search.found().is_some(),
                        breaks_by_brute_force(&base),
                        "{}",
                        base.link()
                    );
                    tried += 1;
                    broken += u32::from(search.found().is_some());
                }
            }
        }
    }
    assert!(
        tried >= 30 && broken > 10 && broken < tried,
        "{broken} of {tried}"
    );
}

#[test]
fn ring_and_chain_keep_the_stolen_keys_of_who_is_loyal() {
    let base = scenario("v=1&p=sm&n=3&m=1&k=1.2");
    let ring = ring(&base, even_blocs(3).unwrap()).unwrap();
    let stolen: Vec<String> = ring
        .windows
        .iter()
        .map(|window| window.scenario.stolen().to_string())
        .collect();
    assert_eq!(stolen, ["1.2", "2", "1"]);
    // With the commander's key nothing has to be forged, and the ring breaks signatures too.
    let safe = common::scenario("v=1&p=sm&n=3&m=1");
    let forged = |base: &Scenario| -> BTreeSet<bool> {
        let ring = generals::lab::ring::ring(base, even_blocs(3).unwrap()).unwrap();
        ring.windows.iter().map(|window| window.same_eyes).collect()
    };
    assert!(forged(&safe).contains(&false));
    assert_eq!(forged(&base), BTreeSet::from([true]));
    let chained = scenario("v=1&p=sm&n=4&m=1&k=4");
    assert_eq!(
        chain(&chained).unwrap().length,
        chain(&scenario("v=1&p=sm&n=4&m=1")).unwrap().length
    );
    assert_eq!(
        run_at(&chained, 0).unwrap().scenario.stolen().to_string(),
        "4"
    );
}

#[test]
fn a_smaller_army_keeps_the_stolen_keys_that_it_has() {
    let base = scenario("v=1&p=sm&n=7&m=2&t=7&k=2.6");
    let smaller = smaller_armies(&base).find(|army| army.n() == 5).unwrap();
    assert_eq!(smaller.stolen().to_string(), "2");
    assert!(smaller.stolen().and(smaller.traitors()).is_empty());
}

#[test]
fn of_worlds_with_stolen_keys_none_is_said_not_to_exist() {
    let safe = trace("v=1&p=sm&n=3&m=1&t=2&s=flip");
    assert!(matches!(
        other_world(&safe, general(3), 1),
        OtherWorld::NoneExists { .. }
    ));
    let stolen = trace("v=1&p=sm&n=3&m=1&t=2&s=flip&k=1");
    assert!(!matches!(
        other_world(&stolen, general(3), 1),
        OtherWorld::NoneExists { .. }
    ));
}

//! What the laboratory says of interactive consistency: counts against running everything, and what breaks it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{general, is_cut, scenario, trace};
use generals::{
    OtherWorld, Scenario, Trace,
    ic::machine::Interactive,
    lab::{
        adversary_search::AdversarySearch,
        attack::{AmongTraitors, Condition, smallest},
        begin::{NotSearched, exhaust, sample},
        chain::{chain, length_of},
        exhaust::slots_of,
        ring::{even_blocs, ring},
        search::Search,
    },
    other_world,
};

fn machine(scenario: &Scenario) -> Interactive {
    Interactive::new(scenario.n(), scenario.m()).unwrap()
}

#[test]
fn every_strategy_of_one_traitor_among_four_is_survived() {
    for traitor in 1..=4 {
        let base = scenario(&format!("v=1&p=ic&n=4&t={traitor}&i=AARA"));
        // His own word to three, and for each of three sources what he relays of it to the two others.
        assert_eq!(slots_of(&base), 3 + 3 * 2);
        let mut search = exhaust(&base).unwrap();
        search.advance(u64::MAX);
        assert_eq!((search.tried(), search.breaking()), (512, 0));
    }
}

#[test]
fn the_circuit_counts_as_running_every_strategy_does() {
    for link in [
        "v=1&p=ic&n=3&t=2&i=AAR",
        "v=1&p=ic&n=3&t=1&i=RAR",
        "v=1&p=ic&n=4&m=0&t=4&i=AAAR",
        "v=1&p=ic&n=3&m=0&t=2&i=ARA",
    ] {
        let base = scenario(link);
        let mut circuit = exhaust(&base).unwrap();
        circuit.advance(u64::MAX);
        // Silence counts as retreat, so each word retreat is tried twice.
        let mut runs = AdversarySearch::new(machine(&base), &base);
        runs.advance(u64::MAX);
        assert!(runs.is_done() && !is_cut(&runs));
        let slots = u32::try_from(slots_of(&base)).unwrap();
        assert_eq!(runs.tried(), 3_u64.pow(slots), "{link}");
        assert_eq!(circuit.tried(), 2_u64.pow(slots), "{link}");
        assert_eq!(circuit.found().is_some(), runs.found().is_some(), "{link}");
        for found in [circuit.found(), runs.found()].into_iter().flatten() {
            assert!(Trace::new(found).unwrap().verdict().is_broken(), "{link}");
        }
    }
}

#[test]
fn ring_and_chain_and_lot_break_what_is_too_small() {
    for link in ["v=1&p=ic&n=3", "v=1&p=ic&n=6&m=2", "v=1&p=ic&n=3&m=0"] {
        let base = scenario(link);
        let ring = ring(&base, even_blocs(base.n()).unwrap()).unwrap();
        assert!(ring.windows.iter().all(|window| window.same_eyes), "{link}");
        let broken: Vec<_> = ring.windows.iter().filter(|window| !window.holds).collect();
        assert!(!broken.is_empty(), "{link}");
        for window in broken {
            let verdict = Trace::new(window.scenario.clone())
                .unwrap()
                .verdict()
                .clone();
            assert_eq!(verdict.holds(window.condition), Some(false), "{link}");
        }
    }
    let base = scenario("v=1&p=ic&n=4&m=1");
    let chain = chain(&base).unwrap();
    assert_eq!(length_of(&base), Some(chain.length as u128));
    assert!(
        chain.tried.last().unwrap().is_broken,
        "two rounds do not survive two"
    );
    let mut lot = sample(&scenario("v=1&p=ic&n=3&t=3")).unwrap();
    lot.advance(1_000);
    assert!(
        Trace::new(lot.found().unwrap())
            .unwrap()
            .verdict()
            .is_broken()
    );
}

#[test]
fn what_is_found_on_the_ring_is_a_scenario_that_a_link_holds() {
    for link in ["v=1&p=ic&n=3", "v=1&p=om&n=3", "v=1&p=sm&n=3&k=1"] {
        let base = scenario(link);
        for window in ring(&base, even_blocs(3).unwrap()).unwrap().windows {
            assert_eq!(scenario(&window.scenario.link()), window.scenario, "{link}");
        }
    }
}

#[test]
fn the_exact_attack_is_one_on_om_whatever_the_scenarios_protocol() {
    for protocol in ["ic", "sm", "flat"] {
        for traitors in ["1", "3.4", "1.4"] {
            let rest = format!("n=4&t={traitors}&s=honest");
            let [here, oral] = [protocol, "om"].map(|p| scenario(&format!("v=1&p={p}&{rest}")));
            for condition in [Condition::Agreement, Condition::Validity] {
                let found = |base: &Scenario| smallest(base, condition, AmongTraitors::Counted);
                assert_eq!(
                    found(&here).map(|found| found.lies),
                    found(&oral).map(|found| found.lies)
                );
                assert!(
                    found(&here)
                        .and_then(|found| found.scenario)
                        .is_none_or(|run| run.link().starts_with("v=1&p=om"))
                );
            }
        }
    }
}

#[test]
fn another_world_is_not_searched_for_and_said_so() {
    let run = trace("v=1&p=ic&n=4&t=3");
    assert_eq!(other_world(&run, general(2), 1), OtherWorld::NotForThis);
}

#[test]
fn of_one_loyal_general_nothing_is_claimed() {
    let refused = |link: &str| exhaust(&scenario(link)).err();
    assert_eq!(
        refused("v=1&p=ic&n=3&t=1.3"),
        Some(NotSearched::NothingClaimed)
    );
    assert_eq!(refused("v=1&p=ic&n=3&t=1"), None);
}

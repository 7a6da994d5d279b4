//! Two runs glued together: what nobody can survive beyond the bound, run in three worlds.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{scenario, trace};
use generals::{
    Condition, Order,
    lab::network::split_brain::{SplitBrain, World, split_brain},
};

/// The three worlds of a link, each of which is a run of its own link and of which one at least breaks.
fn split(link: &str) -> SplitBrain {
    let found = split_brain(&scenario(link)).expect(link);
    for world in &found.worlds {
        let replayed = trace(&world.scenario.link());
        assert_eq!(replayed.scenario(), &world.scenario, "{link}");
        assert_eq!(replayed.verdict().is_broken(), world.is_broken(), "{link}");
    }
    assert!(found.worlds.iter().any(World::is_broken), "{link}");
    assert!(found.eyes.iter().all(|eyes| eyes.are_same), "{link}");
    found
}

fn broken(world: &World) -> Vec<Condition> {
    let broken = world
        .conditions
        .iter()
        .filter(|(_, holds)| *holds == Some(false));
    broken.map(|(condition, _)| *condition).collect()
}

#[test]
fn thresholds_that_do_not_wait_for_the_dead_split_the_third_world() {
    for (link, sizes) in [
        ("v=1&p=bracha&n=3&by=loose", [1, 1, 1]),
        ("v=1&p=bracha&n=5&m=2&by=loose", [2, 1, 2]),
        ("v=1&p=bracha&n=6&m=2&by=loose", [2, 2, 2]),
        ("v=1&p=bracha&n=9&m=3&by=loose", [3, 3, 3]),
        ("v=1&p=bracha&n=8&m=3&q=random&seed=5&by=loose", [3, 2, 3]),
    ] {
        let found = split(link);
        assert_eq!(found.blocs.map(|bloc| bloc.len()), sizes, "{link}");
        let [one, two, three] = &found.worlds;
        assert_eq!((broken(one), broken(two)), (vec![], vec![]), "{link}");
        assert_eq!(broken(three), [Condition::Agreement], "{link}");
        let [first, _, last] = found.blocs;
        for (general, order) in &three.decisions {
            let expected = if first.contains(*general) {
                Order::Attack
            } else {
                Order::Retreat
            };
            assert_eq!(*order, Some(expected), "{link}: {general}");
        }
        assert_eq!(first.len() + last.len(), found.eyes.len());
    }
}

#[test]
fn safe_thresholds_wait_for_the_dead_in_the_first_two() {
    for link in [
        "v=1&p=bracha&n=3",
        "v=1&p=bracha&n=5&m=2",
        "v=1&p=bracha&n=6&m=2&o=R&t=4",
    ] {
        let found = split(link);
        let [one, two, three] = &found.worlds;
        assert_eq!(
            broken(one),
            [Condition::Validity],
            "{link}: a loyal leader is not heard"
        );
        assert_eq!(broken(two), [Condition::Validity], "{link}");
        assert_eq!(broken(three), [], "{link}");
        assert!(
            one.decisions.iter().all(|(_, order)| order.is_none()),
            "{link}"
        );
    }
}

#[test]
fn who_tosses_coins_waits_for_the_dead_too() {
    for link in ["v=1&p=benor&n=3", "v=1&p=benor&n=3&by=common"] {
        let found = split(link);
        let [one, two, _] = &found.worlds;
        // Fewer letters come than it takes to propose anything: nobody ever decides, however the coins fall.
        assert_eq!(broken(one), [Condition::Termination], "{link}");
        assert_eq!(broken(two), [Condition::Termination], "{link}");
    }
    // Too many letters for a link, and still nobody can tell.
    let six = split_brain(&scenario("v=1&p=benor&n=6&m=2")).unwrap();
    assert!(six.worlds[0].is_broken() && six.eyes.iter().all(|eyes| eyes.are_same));
}

#[test]
fn nobody_is_split_within_the_bound_or_in_rounds() {
    for link in [
        "v=1&p=bracha&n=4",
        "v=1&p=bracha&n=7&m=2",
        "v=1&p=bracha&n=2",
        "v=1&p=om&n=3",
    ] {
        assert_eq!(split_brain(&scenario(link)), None, "{link}");
    }
}

/// Runs that may break f traitors among n, the first of them or the last: they are silent, or speak against what is true.
fn tries(protocol: &str, n: usize, m: usize, f: usize) -> Vec<String> {
    let groups = [1..=f, n - f + 1..=n];
    let named = groups.map(|group| group.map(|g| g.to_string()).collect::<Vec<_>>().join("."));
    let of = |traitors: &String| {
        ["silent", "flip"].map(|s| format!("v=1&p={protocol}&n={n}&m={m}&t={traitors}&s={s}"))
    };
    named.iter().flat_map(of).collect()
}

/// The map of what is survived says no more than a run shows: with more traitors than m one of a few is enough, and with as many
/// two worlds are.
#[test]
fn what_is_known_to_be_broken_where_letters_are_slow_has_a_run() {
    let mut known = 0;
    for protocol in ["bracha", "benor", "pbft"] {
        for n in 3..=8_usize {
            for m in 0..=n - 2 {
                for f in m.max(1)..n {
                    let link = format!("v=1&p={protocol}&n={n}&m={m}");
                    if scenario(&link).bound_against(f).exact != Some(false) {
                        continue;
                    }
                    known += 1;
                    let is_broken = |link: &String| trace(link).verdict().is_broken();
                    let by_worlds = || f == m && split_brain(&scenario(&link)).is_some();
                    let found = tries(protocol, n, m, f).iter().any(is_broken) || by_worlds();
                    assert!(found, "{link} against {f}");
                }
            }
        }
    }
    assert_eq!(known, 210);
}

//! The ring breaks every protocol among n ≤ 3f generals, and only there; signatures stop it at one message.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::{decisions, general, scenario, trace};
use generals::{
    Generals, Trace,
    lab::{
        attack::Condition,
        ring::{Ring, Window, ring},
    },
};

/// Blocs of these sizes, generals in order.
fn blocs(sizes: [u64; 3]) -> [Generals; 3] {
    let mut next = 1;
    sizes.map(|size| {
        let bloc = (next..next + size).map(general).collect();
        next += size;
        bloc
    })
}

fn broken(ring: &Ring) -> Vec<&Window> {
    ring.windows.iter().filter(|window| !window.holds).collect()
}

/// The attack of the one broken window, run again: what the loyal obey.
fn check(link: &str, sizes: [u64; 3], expected_link: &str, obeyed: &str) {
    let ring = ring(&scenario(link), blocs(sizes)).unwrap();
    let broken = broken(&ring);
    assert_eq!(broken.len(), 1, "{link}");
    assert_eq!(broken[0].scenario.link(), expected_link, "{link}");
    assert_eq!(decisions(&trace(expected_link)), obeyed, "{link}");
}

#[test]
fn three_generals_are_broken_by_the_lectures_own_lie() {
    check(
        "v=1&p=om&n=3&m=1",
        [1, 1, 1],
        "v=1&p=om&n=3&t=2&s=honest&x=1.2-3R",
        "3R",
    );
    check(
        "v=1&p=om&n=3&m=0",
        [1, 1, 1],
        "v=1&p=om&n=3&m=0&t=1&s=honest&x=1-2R",
        "2R 3A",
    );
    check(
        "v=1&p=flat&n=3&m=1",
        [1, 1, 1],
        "v=1&p=flat&n=3&t=2&s=honest&x=1.2-3R",
        "3R",
    );
}

#[test]
fn every_protocol_is_broken_among_three_blocs() {
    // The first window that breaks, and its traitors.
    let cases = [
        ("v=1&p=om&n=3&m=1", [1, 1, 1], 3, "2"),
        ("v=1&p=om&n=3&m=0", [1, 1, 1], 2, "1"),
        ("v=1&p=om&n=6&m=2", [2, 2, 2], 3, "3.4"),
        ("v=1&p=om&n=9&m=3", [3, 3, 3], 3, "4.5.6"),
        ("v=1&p=om&n=5&m=1", [2, 2, 1], 3, "3.4"),
        ("v=1&p=flat&n=3&m=1", [1, 1, 1], 3, "2"),
        ("v=1&p=flat&n=6&m=2", [2, 2, 2], 2, "1.2"),
        ("v=1&p=flat&n=7&m=2", [3, 2, 2], 2, "1.2.3"),
        // Four generals are broken too, but one bloc has two: two traitors.
        ("v=1&p=om&n=4&m=1", [1, 1, 2], 1, "3.4"),
    ];
    for (link, sizes, number, traitors) in cases {
        let ring = ring(&scenario(link), blocs(sizes)).unwrap();
        assert!(
            ring.windows.iter().all(|window| window.same_eyes),
            "{link}: the loyal see what their copies saw"
        );
        let broken: Vec<usize> = (1..=3).filter(|i| !ring.windows[i - 1].holds).collect();
        assert_eq!(broken.first(), Some(&number), "{link}");
        let first = &ring.windows[number - 1];
        assert_eq!(first.scenario.traitors().to_string(), traitors, "{link}");
        for window in ring.windows.iter().filter(|window| !window.holds) {
            assert_eq!(window.forged, None);
            let trace = Trace::new(window.scenario.clone()).unwrap();
            let verdict = trace.verdict();
            assert_eq!(verdict.holds(window.condition), Some(false), "{link}");
        }
    }
}

#[test]
fn four_generals_need_two_traitors() {
    let ring = ring(&scenario("v=1&p=om&n=4&m=1"), blocs([1, 1, 2])).unwrap();
    for window in broken(&ring) {
        assert_eq!(
            window.scenario.traitors().len(),
            2,
            "{}",
            window.scenario.link()
        );
    }
}

#[test]
fn signatures_stop_the_ring_at_one_message() {
    let ring = ring(&scenario("v=1&p=sm&n=3&m=1"), blocs([1, 1, 1])).unwrap();
    let broken = broken(&ring);
    assert_eq!(broken.len(), 1);
    let window = broken[0];
    assert!(!window.same_eyes, "what the copy saw cannot be shown");
    assert_eq!(window.forged.as_ref().unwrap().to_string(), "1.2-3");
    assert_eq!(window.scenario.link(), "v=1&p=sm&n=3&t=2&s=silent&x=1.2-3R");
    let verdict = Trace::new(window.scenario.clone())
        .unwrap()
        .verdict()
        .clone();
    assert_eq!(
        verdict.holds(Condition::Validity),
        Some(true),
        "so three generals are saved"
    );
}

#[test]
fn what_is_no_cut_is_refused() {
    let base = scenario("v=1&p=om&n=4&m=1");
    for sizes in [[0, 2, 2], [1, 1, 1], [2, 2, 0]] {
        assert!(ring(&base, blocs(sizes)).is_none(), "{sizes:?}");
    }
    let [first, second, third] = blocs([1, 1, 2]);
    assert!(
        ring(&base, [second, first, third]).is_none(),
        "the commander is in the first"
    );
    assert!(
        ring(&base, [first, first.with(general(2)), third]).is_none(),
        "blocs do not overlap"
    );
}

//! What a program on many cores shares: everything can be handed to another thread, and gives there what it gives here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use std::{sync::Arc, thread};

use common::{general, scenario, trace};
use generals::{
    Rows, Scenario, Trace, VoteTree,
    ic::machine::Interactive,
    lab::{
        adversary_search::AdversarySearch,
        begin::{exhaust, sample},
        exhaust::Exhaust,
        random_search::RandomSearch,
        rule::Ruled,
        search::Search,
    },
    om::machine::Oral,
    sm::{keys::Keys, machine::Signed},
};

const fn is_shared<T: Send + Sync>() {}

#[test]
fn nothing_is_bound_to_one_thread() {
    is_shared::<Scenario>();
    is_shared::<Trace>();
    is_shared::<Rows>();
    is_shared::<VoteTree>();
    is_shared::<Keys>();
    is_shared::<Oral>();
    is_shared::<Signed>();
    is_shared::<Interactive>();
    is_shared::<Ruled>();
    is_shared::<Exhaust>();
    is_shared::<RandomSearch>();
    is_shared::<AdversarySearch<Signed>>();
    is_shared::<Box<dyn Search>>();
}

#[test]
fn searches_on_several_threads_end_as_on_one() {
    let links = [
        "v=1&p=om&n=6&m=2&t=5.6",
        "v=1&p=sm&n=4&m=1&t=1.4",
        "v=1&p=flat&n=5&m=1&t=1.5",
        "v=1&p=ic&n=3&t=3",
    ];
    let searched = |link: &str| {
        let base = scenario(link);
        let mut all = exhaust(&base).unwrap();
        all.advance(u64::MAX);
        let mut some = sample(&base).unwrap();
        some.advance(200);
        let found = [all.found(), some.found()].map(|run| run.map(|run| run.link()));
        (all.progress(), some.progress(), found)
    };
    let threads = links.map(|link| thread::spawn(move || searched(link)));
    for (link, thread) in links.into_iter().zip(threads) {
        assert_eq!(thread.join().unwrap(), searched(link), "{link}");
    }
}

#[test]
fn one_run_with_its_keys_is_asked_from_many_sides() {
    let run = Arc::new(trace("v=1&p=sm&n=7&m=2&t=1.4"));
    let seen = |run: &Trace, number: u64| {
        let other = run.sibling(scenario("v=1&p=sm&n=7&m=2&t=4")).unwrap();
        let view = run.view(general(number), run.len());
        (view, other.verdict().clone())
    };
    let threads: Vec<_> = (1..=7)
        .map(|number| {
            let run = Arc::clone(&run);
            thread::spawn(move || seen(&run, number))
        })
        .collect();
    for (number, thread) in (1..).zip(threads) {
        assert_eq!(thread.join().unwrap(), seen(&run, number));
    }
}

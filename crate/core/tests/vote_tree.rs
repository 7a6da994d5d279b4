//! The vote tree looked at path by path: the same majorities as the tree given whole, and a smallest set of deciding
//! words that is right and smallest.

#![allow(clippy::unwrap_used, clippy::expect_used)] // a test may

use std::collections::BTreeMap;

use generals::{
    Branch, General, Generals, Order, Path, Trace, Vote, VoteTree, Votes,
    link::{LinkSize, parse},
    majority,
};
use proptest::prelude::*;

fn run(link: &str) -> Trace {
    Trace::new(parse(link, LinkSize::Stepped).unwrap().scenario).unwrap()
}

fn general(number: u64) -> General {
    General::new(number).unwrap()
}

fn path(numbers: &[u64]) -> Path {
    Path::new(numbers.iter().map(|number| general(*number)).collect()).unwrap()
}

/// Every branch, the root first.
fn all(tree: &VoteTree) -> Vec<Branch> {
    let mut found = vec![tree.branch(&Path::commander()).unwrap()];
    let mut next = 0;
    while let Some(branch) = found.get(next).cloned() {
        found.extend(tree.children(&branch.path, 0, usize::MAX));
        next += 1;
    }
    found
}

/// The whole tree as the other form gives it.
fn flat(vote: &Vote, found: &mut BTreeMap<String, (Option<Order>, Order, bool)>) {
    found.insert(vote.path.to_string(), (vote.direct, vote.result, vote.tie));
    for child in &vote.children {
        flat(child, found);
    }
}

/// What comes out of these words: a third form, by the definition alone (LSP82 OM(m) step 3).
fn result(words: &BTreeMap<Path, Order>, path: &Path, others: Generals, rounds: usize) -> Order {
    let mut votes = vec![words[path]];
    if path.len() < rounds {
        for speaker in others.and_not(path.set()).iter() {
            votes.push(result(words, &path.then(speaker), others, rounds));
        }
    }
    let attacks = votes.iter().filter(|vote| **vote == Order::Attack).count();
    majority(attacks, votes.len()).0
}

fn other(order: Order) -> Order {
    if order == Order::Attack {
        Order::Retreat
    } else {
        Order::Attack
    }
}

/// The fewest words whose change changes the result, by trying all sets of them.
fn fewest(words: &BTreeMap<Path, Order>, others: Generals, rounds: usize) -> usize {
    let root = Path::commander();
    let before = result(words, &root, others, rounds);
    let paths: Vec<&Path> = words.keys().collect();
    (1..1_u32 << paths.len())
        .filter(|set| {
            let mut changed = words.clone();
            for (i, path) in paths.iter().enumerate() {
                if set >> i & 1 == 1 {
                    changed.insert((*path).clone(), other(words[*path]));
                }
            }
            result(&changed, &root, others, rounds) != before
        })
        .map(|set| set.count_ones() as usize)
        .min()
        .unwrap()
}

fn check(link: &str, number: u64) {
    let trace = run(link);
    let scenario = trace.scenario();
    let lieutenant = general(number);
    let (Some(tree), Some(Votes::Tree(whole))) = (
        trace.vote_tree(lieutenant),
        trace.votes(lieutenant, usize::MAX),
    ) else {
        assert!(!scenario.is_loyal(lieutenant), "{link} {number}");
        return;
    };
    let mut expected = BTreeMap::new();
    flat(&whole, &mut expected);
    let branches = all(&tree);
    assert_eq!(branches.len(), expected.len());
    assert_eq!(branches.len(), tree.reports());
    for branch in &branches {
        let known = &expected[&branch.path.to_string()];
        assert_eq!(
            *known,
            (branch.direct, branch.result, branch.tie),
            "{link} {}",
            branch.path
        );
        assert_eq!(tree.branch(&branch.path).as_ref(), Some(branch), "{link}");
    }
    let touched = branches
        .iter()
        .filter(|branch| !branch.path.set().and(scenario.traitors()).is_empty());
    assert_eq!(tree.touched(scenario.traitors()), touched.count(), "{link}");

    let words: BTreeMap<Path, Order> = branches
        .iter()
        .map(|branch| (branch.path.clone(), branch.direct.unwrap_or_default()))
        .collect();
    let others = scenario.generals().without(lieutenant);
    let decisive: Vec<&Branch> = branches
        .iter()
        .filter(|branch| branch.own_decides)
        .collect();
    let needed = branches[0].needed;
    assert_eq!(decisive.len(), needed, "{link} {number}");
    let mut changed = words.clone();
    for branch in decisive {
        changed.insert(branch.path.clone(), other(words[&branch.path]));
    }
    let root = Path::commander();
    let rounds = scenario.rounds();
    assert_ne!(
        result(&words, &root, others, rounds),
        result(&changed, &root, others, rounds),
        "{link} {number}"
    );
    if words.len() <= 10 {
        assert_eq!(needed, fewest(&words, others, rounds), "{link} {number}");
    }
}

#[test]
fn the_lecture_s_lieutenant_rests_on_two_words() {
    let trace = run("v=1&p=om&n=4&t=3");
    let tree = trace.vote_tree(general(2)).unwrap();
    let root = tree.branch(&Path::commander()).unwrap();
    assert_eq!(
        (root.attacks, root.votes, root.needed),
        (2, 3, 1),
        "2 : 1 for attack, one word would turn it"
    );
    assert!(root.own_decides, "his own word is the cheapest");
    assert_eq!(
        (tree.reports(), tree.touched(trace.scenario().traitors())),
        (3, 1)
    );
    assert_eq!(
        tree.branch(&path(&[1, 2])),
        None,
        "he is not told what he said himself"
    );
    assert_eq!(tree.branch(&path(&[1, 3, 4])), None, "too long");
}

#[test]
fn only_loyal_lieutenants_of_oral_messages_have_a_vote_tree() {
    let trace = run("v=1&p=om&n=4&t=3");
    assert!(trace.vote_tree(general(1)).is_none() && trace.vote_tree(general(3)).is_none());
    assert!(run("v=1&p=sm&n=4&t=3").vote_tree(general(2)).is_none());
    assert!(run("v=1&p=flat&n=4&t=3").vote_tree(general(2)).is_none());
}

#[test]
fn everyone_holds_at_a_path_what_his_own_tree_has_there() {
    let trace = run("v=1&p=om&n=6&m=3&t=1.5&s=random&seed=3");
    for branch in all(&trace.vote_tree(general(2)).unwrap()) {
        let held = trace.held(&branch.path);
        assert_eq!(held.len(), 6 - branch.path.len());
        for one in held {
            let own = trace
                .vote_tree(one.general)
                .map(|tree| tree.branch(&branch.path).unwrap());
            assert_eq!(
                one.result,
                own.as_ref().map(|own| own.result),
                "{} {}",
                branch.path,
                one.general
            );
            if let Some(own) = own {
                assert_eq!(one.direct, own.direct);
            }
        }
    }
}

#[test]
fn the_step_of_a_slot_delivers_it() {
    let trace = run("v=1&p=om&n=5&m=2&t=2");
    for step in 1..trace.len() {
        let Some(generals::Event::Message(message)) = trace.event(step) else {
            unreachable!()
        };
        assert_eq!(trace.step_of(&message.slot), Some(step));
    }
    let nobody = path(&[1, 2]).slot(general(2));
    assert_eq!(trace.step_of(&nobody), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn the_tree_is_right_and_its_deciding_set_smallest(
        n in 2_u64..7, m in 0_u64..4, order in 0_u8..2, traitors in 0_u64..64, seed: u64, strategy in 0_usize..4, number in 2_u64..7,
    ) {
        let m = m.min(n - 2);
        let traitors: Vec<String> = (1..=n).filter(|g| traitors >> (g - 1) & 1 == 1).map(|g| g.to_string()).collect();
        let order = if order == 0 { 'A' } else { 'R' };
        let strategy = ["flip", "split", "silent", "random"][strategy];
        let link = format!("v=1&p=om&n={n}&m={m}&o={order}&t={}&s={strategy}&seed={seed}", traitors.join("."));
        check(&link, number.min(n));
    }
}

//! Phase king and phase queen once more, plainly: letters, lists and loops after the papers, with nothing of the program in
//! them. Generals count from 1.
#![allow(dead_code)] // each test file uses a part

use std::collections::BTreeMap;

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rule {
    /// So many phases of three rounds.
    King { phases: usize },
    /// So many phases of two rounds.
    Queen { phases: usize },
}

/// Every message by round, sender and recipient, and what each general ends with; `S` is silence.
pub(crate) struct Plain {
    pub(crate) said: BTreeMap<(usize, usize, usize), char>,
    pub(crate) decisions: Vec<char>,
}

/// Runs n generals that are asked to survive m traitors. `speak` says what is said in a place instead of the honest word.
pub(crate) fn run(
    rule: Rule,
    (n, m): (usize, usize),
    opinions: &str,
    speak: &mut dyn FnMut((usize, usize, usize), char) -> char,
) -> Plain {
    let mut v: Vec<char> = opinions.chars().collect();
    let mut said = BTreeMap::new();
    // What each hears when these generals tell all a word each: his own word counts at once.
    let mut tell = |round: usize, from: &[usize], words: &[char]| -> Vec<Vec<char>> {
        let mut heard = vec![Vec::new(); n];
        for sender in from {
            for to in 1..=n {
                let honest = words[sender - 1];
                let word = match to == *sender {
                    true => honest,
                    false => {
                        let word = speak((round, *sender, to), honest);
                        said.insert((round, *sender, to), word);
                        word
                    }
                };
                heard[to - 1].push(word);
            }
        }
        heard
    };
    let count = |heard: &[char], word: char| heard.iter().filter(|one| **one == word).count();
    let everybody: Vec<usize> = (1..=n).collect();
    match rule {
        Rule::King { phases } => {
            for p in 1..=phases {
                let heard = tell(3 * p - 2, &everybody, &v);
                let w: Vec<char> = heard
                    .iter()
                    .map(|heard| match (count(heard, 'A'), count(heard, 'R')) {
                        (_, r) if r >= n - m => 'R',
                        (a, _) if a >= n - m => 'A',
                        _ => 'N',
                    })
                    .collect();
                let heard = tell(3 * p - 1, &everybody, &w);
                let mut strong = vec![false; n];
                for g in 0..n {
                    let (a, r) = (count(&heard[g], 'A'), count(&heard[g], 'R'));
                    let (best, votes) = if a > r { ('A', a) } else { ('R', r) };
                    if votes > m {
                        v[g] = best;
                    }
                    strong[g] = votes >= n - m;
                }
                let heard = tell(3 * p, &[p], &v);
                for g in 0..n {
                    if !strong[g] {
                        v[g] = if heard[g] == ['A'] { 'A' } else { 'R' };
                    }
                }
            }
        }
        Rule::Queen { phases } => {
            for p in 1..=phases {
                let heard = tell(2 * p - 1, &everybody, &v);
                let mut mult = vec![0; n];
                for g in 0..n {
                    let a = count(&heard[g], 'A');
                    (v[g], mult[g]) = if 2 * a > n { ('A', a) } else { ('R', n - a) };
                }
                let heard = tell(2 * p, &[p], &v);
                for g in 0..n {
                    if mult[g] < n - m {
                        v[g] = if heard[g] == ['A'] { 'A' } else { 'R' };
                    }
                }
            }
        }
    }
    Plain { said, decisions: v }
}

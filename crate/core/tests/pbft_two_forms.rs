//! One slot of PBFT in two forms that agree letter by letter; and what holds of it in runs drawn by lot and in small families
//! that are tried to the last.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;
mod pbft_plain;

use common::scenario;
use generals::{Condition, Event, Trace, Verdict};
use pbft_plain::Row;

fn rows(trace: &Trace) -> Vec<Row> {
    let row = |step| match trace.event(step)? {
        Event::Message(message) => Some((
            message.slot.to_string(),
            message.said.word.letter(),
            message.said.refused.is_some(),
            message.delivery?.sent,
        )),
        Event::Decide { .. } => None,
    };
    (1..trace.len()).filter_map(row).collect()
}

/// Numbers by lot, the same in every run.
struct Lot(u64);

impl Lot {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % bound
    }

    fn of<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len() as u64) as usize]
    }

    /// Some position, which need not exist, of one of these or, with none, of anybody.
    fn place(&mut self, n: u64, of: &[u64]) -> String {
        let from = match of {
            [] => 1 + self.below(n),
            of => of[self.below(of.len() as u64) as usize],
        };
        let view = 1 + self.below(3);
        let leads = (view - 1) % n + 1 == from;
        let kinds: &[u64] = match (view, leads) {
            (1, true) => &[1, 3],
            (1, false) => &[2, 3],
            (_, true) => &[3, 4, 5],
            (_, false) => &[2, 3, 4],
        };
        let kind = kinds[self.below(kinds.len() as u64) as usize];
        let to = (from + self.below(n - 1)) % n + 1;
        format!("{view}.{kind}.{from}-{to}")
    }

    /// A link with so many generals and traitors; `late` says what may stand behind a delay.
    fn link(&mut self, (n, m, f): (u64, u64, u64), late: &[&str], more: &str) -> String {
        let mut traitors = Vec::new();
        while (traitors.len() as u64) < f {
            let one = 1 + self.below(n.min(f + 2));
            if !traitors.contains(&one) {
                traitors.push(one);
            }
        }
        let mut lies = std::collections::BTreeMap::new();
        let lied = if traitors.is_empty() { 0 } else { 14 };
        for _ in 0..lied.min(self.below(14)) {
            let place = self.place(n, &traitors);
            let has_neither = place.contains(".4.");
            let words: &[&str] = if has_neither {
                &["A", "R", "N", "S"]
            } else {
                &["A", "R", "S"]
            };
            lies.insert(place, self.of(words));
        }
        let mut delays = std::collections::BTreeMap::new();
        for _ in 0..self.below(9) {
            let step = 1 + self.below(80);
            let until = self.of(late).replace('#', &step.to_string());
            delays.insert(self.place(n, &[]), until);
        }
        let join = |all: Vec<String>| all.join("_");
        let traitors: Vec<String> = traitors.iter().map(u64::to_string).collect();
        let x = join(
            lies.iter()
                .map(|(place, word)| format!("{place}{word}"))
                .collect(),
        );
        let d = join(
            delays
                .iter()
                .map(|(place, until)| format!("{place}{until}"))
                .collect(),
        );
        let s = self.of(&["honest", "flip", "split", "half", "silent", "random"]);
        let q = self.of(&["fifo", "lifo", "random"]);
        let (o, seed) = (self.of(&["A", "R"]), self.below(99));
        let mut link = format!("v=1&p=pbft&n={n}&m={m}&o={o}&s={s}&q={q}&seed={seed}{more}");
        for (key, value) in [("t", traitors.join(".")), ("x", x), ("d", d)] {
            if !value.is_empty() {
                link = format!("{link}&{key}={value}");
            }
        }
        link
    }
}

/// Held until all is quiet, until a step, and past all else.
const ANY: [&str; 3] = ["", "~#", "~0"];

fn verdict(link: &str) -> Verdict {
    Trace::new(scenario(link)).unwrap().verdict().clone()
}

fn is_safe(verdict: &Verdict) -> bool {
    verdict.holds(Condition::Agreement) == Some(true)
}

fn is_live(verdict: &Verdict) -> bool {
    verdict.holds(Condition::Termination) == Some(true)
}

#[test]
fn two_forms_agree_on_every_letter() {
    let mut lot = Lot(1);
    let mut count = (0, 0, 0);
    for _ in 0..400 {
        let army = [
            (3, 1, 1),
            (4, 1, 1),
            (4, 1, 2),
            (5, 1, 1),
            (6, 2, 2),
            (7, 2, 2),
        ];
        let army = army[lot.below(6) as usize];
        let more = lot.of(&["", "", "&by=prepared", "&by=noproof"]);
        let link = lot.link(army, &ANY, more);
        let run = Trace::new(scenario(&link)).unwrap();
        let (plain, decided) = pbft_plain::run(run.scenario());
        let ours = rows(&run);
        let differs = ours
            .iter()
            .zip(&plain)
            .position(|(one, other)| one != other);
        assert_eq!(differs.map(|at| (&ours[at], &plain[at])), None, "{link}");
        assert_eq!(ours.len(), plain.len(), "{link}");
        let decisions = &run.verdict().decisions;
        let ours = decisions
            .iter()
            .map(|(general, order)| (general.number(), order.letter()));
        assert!(ours.eq(decided), "{link}");
        count.0 += plain.len();
        count.1 += plain.iter().filter(|row| row.2).count();
        count.2 += usize::from(plain.iter().any(|row| row.0.starts_with("2.5.")));
    }
    assert_eq!(
        count,
        (32_810, 738, 156),
        "letters, refused ones, runs with a second view"
    );
}

#[test]
fn what_is_drawn_by_lot_never_parts_the_loyal() {
    let mut lot = Lot(2);
    let mut live = 0;
    for _ in 0..2_000 {
        let army = [(4, 1, 1), (5, 1, 1), (7, 2, 2)][lot.below(3) as usize];
        let link = lot.link(army, &ANY, "");
        let verdict = verdict(&link);
        assert!(is_safe(&verdict), "{link}");
        live += usize::from(is_live(&verdict));
    }
    assert_eq!(live, 2_000, "even where some letters never come in time");
}

#[test]
fn everybody_decides_once_letters_are_no_slower_than_patience() {
    let mut lot = Lot(3);
    for _ in 0..2_000 {
        let army = [(4, 1, 1), (4, 1, 0), (5, 1, 1), (7, 2, 2)][lot.below(4) as usize];
        let link = lot.link(army, &ANY[..2], "");
        let verdict = verdict(&link);
        assert!(is_safe(&verdict) && is_live(&verdict), "{link}");
    }
}

/// All choices of one of these for each place, joined as keys of a link are.
fn all(places: &[&str], words: &[&str], mut see: impl FnMut(&str)) {
    let count = words.len().pow(places.len() as u32);
    for mut choice in 0..count {
        let mut parts = Vec::new();
        for place in places {
            parts.push(format!("{place}{}", words[choice % words.len()]));
            choice /= words.len();
        }
        see(&parts.join("_"));
    }
}

#[test]
fn no_words_of_a_first_leader_part_three_loyal() {
    // All words of traitor 1 in view 1, then each strategy, in each order of delivery.
    let places = [
        "1.1.1-2", "1.1.1-3", "1.1.1-4", "1.3.1-2", "1.3.1-3", "1.3.1-4",
    ];
    let (mut runs, mut changed) = (0, 0);
    for s in ["honest", "flip", "split", "half", "silent"] {
        for q in ["fifo", "lifo"] {
            all(&places, &["A", "R", "S"], |x| {
                let link = format!("v=1&p=pbft&n=4&t=1&s={s}&q={q}&x={x}");
                let run = Trace::new(scenario(&link)).unwrap();
                assert!(is_safe(run.verdict()) && is_live(run.verdict()), "{link}");
                runs += 1;
                changed += usize::from(rows(&run).iter().any(|row| row.0.starts_with("2.")));
            });
        }
    }
    assert_eq!(
        (runs, changed),
        (7_290, 6_750),
        "runs, those with a second view"
    );
}

/// Runs in which traitor 2, who leads view 2, says retreat or nothing in each NEW-VIEW and COMMIT there, while any
/// two letters of loyal generals in view 1 never come in time: how many there are, and in how many the loyal part.
fn overriding(by: &str) -> (usize, usize) {
    let places = [
        "2.3.2-1", "2.3.2-3", "2.3.2-4", "2.5.2-1", "2.5.2-3", "2.5.2-4",
    ];
    let late: Vec<String> = [(1, 3), (1, 4), (3, 1), (3, 4), (4, 1), (4, 3)]
        .iter()
        .flat_map(|(from, to)| [2, 3].map(|kind| (kind, from, to)))
        .filter(|(kind, from, _)| (*kind, **from) != (2, 1))
        .map(|(kind, from, to)| format!("1.{kind}.{from}-{to}~0"))
        .collect();
    let (mut runs, mut parted) = (0, 0);
    for one in 0..late.len() {
        for other in one + 1..late.len() {
            let d = [late[one].as_str(), &late[other]].join("_");
            all(&places, &["R", "S"], |x| {
                let link = format!(
                    "v=1&p=pbft&n=4&t=2&s=silent{by}&x=1.3.2-1A_1.2.2-1A_1.2.2-3A_{x}&d={d}"
                );
                runs += 1;
                parted += usize::from(!is_safe(&verdict(&link)));
            });
        }
    }
    (runs, parted)
}

#[test]
fn no_second_leader_overrides_what_one_has_decided() {
    assert_eq!(overriding(""), (2_880, 0));
}

#[test]
fn without_its_proof_a_second_leader_does() {
    assert_eq!(overriding("&by=noproof"), (2_880, 1_120));
}

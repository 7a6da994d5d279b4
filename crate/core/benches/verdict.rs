//! Native speed of verdicts and searches: one JSON line per measurement on standard output.
//!
//! `cargo bench -p generals --bench verdict`. Medians; what is measured is named in the line.

mod calibration;

use std::{hint::black_box, time::Instant};

use generals::{
    Changes, Scenario, Strategy, Trace, judge,
    lab::{
        attack::{AmongTraitors, Condition, smallest},
        exhaust::{Exhaust, slots_of},
        search::Search,
    },
    link::{LinkSize, parse},
    messages_at_most,
    om::Visit,
};

#[derive(Clone, Copy)]
enum How {
    Judged(Visit),
    Opened,
    Attacked,
    /// Every strategy tried.
    Exhausted,
    /// Some strategies tried, one run at a time, as one would without the circuit.
    Ridden,
}

use How::{Attacked, Exhausted, Judged, Opened, Ridden};

/// Strategies that are run one at a time.
const RIDDEN: u64 = 4_096;

/// A name, a link, how often it is run, and how.
const MEASURED: [(&str, &str, usize, How); 9] = [
    (
        "verdict n=16 m=5",
        "v=1&p=om&n=16&m=5&t=2.5.8.11.14&s=random",
        101,
        Judged(Visit::All),
    ),
    (
        "verdict n=19 m=6",
        "v=1&p=om&n=19&m=6&t=2.5.8.11.14.17&s=random",
        7,
        Judged(Visit::All),
    ),
    (
        "judge n=31 m=10",
        "v=1&p=om&n=31&m=10&t=1.4.7.10.13.16.19.22.25.28&s=random",
        7,
        Judged(Visit::Undecided),
    ),
    ("open n=4 m=1", "v=1&p=om&n=4&t=3", 101, Opened),
    (
        "open n=13 m=4",
        "v=1&p=om&n=13&m=4&t=2.5.8.11&s=random",
        31,
        Opened,
    ),
    (
        "open n=16 m=5",
        "v=1&p=om&n=16&m=5&t=2.5.8.11.14&s=random",
        15,
        Opened,
    ),
    (
        "attack n=31 m=10",
        "v=1&p=om&n=31&m=10&t=1.22.23.24.25.26.27.28.29.30.31",
        15,
        Attacked,
    ),
    (
        "exhaust n=7 m=2",
        "v=1&p=om&n=7&m=2&t=1.7&s=honest",
        3,
        Exhausted,
    ),
    (
        "one at a time n=7 m=2",
        "v=1&p=om&n=7&m=2&t=1.7&s=honest",
        3,
        Ridden,
    ),
];

fn main() {
    calibration::calibrate();
    for (name, link, runs, how) in MEASURED {
        let Ok(link) = parse(link, LinkSize::Any) else {
            continue;
        };
        let scenario = black_box(link.scenario);
        let mut times: Vec<f64> = (0..runs)
            .map(|_| {
                let start = Instant::now();
                work(how, &scenario);
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        let median = times[times.len() / 2];
        let (what, count) = match how {
            Exhausted => ("strategies", 1 << slots_of(&scenario)),
            Ridden => ("strategies", u128::from(RIDDEN)),
            Attacked | Judged(_) | Opened => ("messages", messages_at_most(&scenario).total),
        };
        println!(
            "{{\"name\":\"{name}\",\"median_ms\":{median:.4},\"{what}\":{count},\"runs\":{runs}}}"
        );
    }
    calibration::calibrate();
}

fn work(how: How, scenario: &Scenario) {
    match how {
        How::Judged(visit) => drop(black_box(judge(scenario, visit))),
        How::Opened => drop(black_box(Trace::new(scenario.clone()))),
        How::Attacked => {
            let attack = smallest(scenario, Condition::Agreement, AmongTraitors::Counted);
            drop(black_box(attack));
        }
        How::Exhausted => {
            if let Ok(mut search) = Exhaust::new(scenario) {
                search.advance(u64::MAX);
                black_box(search.breaking());
            }
        }
        How::Ridden => {
            for seed in 0..RIDDEN {
                let changes = Changes {
                    strategy: Some(Strategy::Random),
                    seed: Some(seed),
                    ..Changes::default()
                };
                // Which words are random: what takes the time is the run.
                if let Ok(run) = scenario.fork(&changes) {
                    drop(black_box(judge(&run, Visit::All)));
                }
            }
        }
    }
}

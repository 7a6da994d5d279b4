//! How fast the machine is just now: fixed loops, timed in each place before and after what is measured there.

use anyhow::{Result, anyhow, bail};
use serde_json::{Value, json};

/// Where benchmarks run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Place {
    Native,
    Wasm,
    Browser,
}

impl Place {
    pub(crate) const ALL: [Self; 3] = [Self::Native, Self::Wasm, Self::Browser];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Wasm => "wasm",
            Self::Browser => "browser",
        }
    }
}

/// What is repeated: `crate/core/benches/calibration`, `tests/bench/calibration.wat` and `.js`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Loop {
    /// Rounds of splitmix64: what a processor computes.
    Arithmetic,
    /// Copying 32 MiB and walking far from word to word in 64: what waits for memory.
    Memory,
    /// A chain of mixing steps in JavaScript.
    Script,
}

impl Loop {
    const ALL: [Self; 3] = [Self::Arithmetic, Self::Memory, Self::Script];

    fn name(self) -> &'static str {
        match self {
            Self::Arithmetic => "arithmetic",
            Self::Memory => "memory",
            Self::Script => "script",
        }
    }

    /// What it comes to in every place. Who changes a loop measures [`QUIET`] anew.
    fn checksum(self) -> &'static str {
        match self {
            Self::Arithmetic => "101f9aaf3df14414",
            Self::Memory => "9bd13b40f070630b",
            Self::Script => "00000000da13352a",
        }
    }
}

/// What each loop took in milliseconds on the machine for which the targets were set, while nothing else ran on it:
/// two cores of an AMD EPYC, Rust 1.95, Node 20, Chromium 156.
const QUIET: [(Place, Loop, f64); 7] = [
    (Place::Native, Loop::Arithmetic, 11.0),
    (Place::Native, Loop::Memory, 8.0),
    (Place::Wasm, Loop::Arithmetic, 12.8),
    (Place::Wasm, Loop::Memory, 10.4),
    (Place::Browser, Loop::Arithmetic, 13.0),
    (Place::Browser, Loop::Memory, 10.0),
    (Place::Browser, Loop::Script, 26.0),
];

/// What is so many times slower than the fastest tells of other programs at work meanwhile.
const UNEVEN_MIN: f64 = 1.25;

/// One loop, timed once in one place: so long a pass takes, and a slow one.
struct Reading {
    place: Place,
    of: Loop,
    median: f64,
    /// Nine passes of ten take no longer. On the quiet machine that is the median, within a few hundredths.
    slow: f64,
}

/// How many readings there were when something was measured.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Moment(usize);

/// How many times longer than on the quiet machine a loop took around a moment.
#[derive(Clone, Copy)]
pub(crate) struct Speed {
    pub(crate) median: f64,
    pub(crate) slow: f64,
    /// Too uneven to say that a limit was missed.
    pub(crate) is_busy: bool,
}

/// All readings of one run, in their order.
#[derive(Default)]
pub(crate) struct Calibration(Vec<Reading>);

impl Calibration {
    /// Takes what a benchmark program printed, where it is a reading.
    pub(crate) fn read(&mut self, place: Place, line: &str) -> Result<()> {
        let Ok(object) = serde_json::from_str::<Value>(line) else {
            return Ok(());
        };
        let Some(name) = object["calibration"].as_str() else {
            return Ok(());
        };
        let of = Loop::ALL
            .into_iter()
            .find(|of| of.name() == name)
            .ok_or_else(|| anyhow!("there is no loop `{name}` to calibrate by"))?;
        if object["checksum"] != of.checksum() {
            bail!(
                "the loop of {name} in {} is not the one that the targets are stated in: it came to {}",
                place.name(),
                object["checksum"]
            );
        }
        let time = |key: &str| {
            let time = object[key].as_f64();
            time.ok_or_else(|| anyhow!("the loop of {name} has no {key}"))
        };
        self.0.push(Reading {
            place,
            of,
            median: time("median_ms")?,
            slow: time("slow_ms")?,
        });
        Ok(())
    }

    pub(crate) fn moment(&self) -> Moment {
        Moment(self.0.len())
    }

    /// By the last reading before the moment and the first after it, the slower of which counts: a limit must hold for
    /// what was measured while the machine was slow.
    pub(crate) fn around(&self, place: Place, of: Loop, moment: Moment) -> Option<Speed> {
        let (before, after) = self.0.split_at(moment.0.min(self.0.len()));
        let is_it = |reading: &&Reading| (reading.place, reading.of) == (place, of);
        let found: Vec<&Reading> = before
            .iter()
            .rfind(is_it)
            .into_iter()
            .chain(after.iter().find(is_it))
            .collect();
        speed(&found)
    }

    /// For the head of the table: a line for each place, and one for each loop that tells of a busy machine.
    pub(crate) fn told(&self) -> Vec<String> {
        let mut lines = vec![
            "fixed loops, and × what they take where the targets were set; limits move with them:"
                .to_owned(),
        ];
        let mut busy = Vec::new();
        for place in Place::ALL {
            let mut loops = Vec::new();
            for of in Loop::ALL {
                let is_it = |reading: &&Reading| (reading.place, reading.of) == (place, of);
                let here: Vec<&Reading> = self.0.iter().filter(is_it).collect();
                let Some(speed) = speed(&here) else { continue };
                let quiet = quiet(place, of).unwrap_or_default();
                let (name, median) = (of.name(), speed.median);
                loops.push(format!("{name} {:.1} ms ×{median:.2}", median * quiet));
                if speed.is_busy {
                    busy.push(format!(
                        "the machine was busy: in {} the loop of {name} took from {:.1} to {:.1} ms",
                        place.name(),
                        fastest(&here),
                        speed.slow * quiet
                    ));
                }
            }
            if !loops.is_empty() {
                lines.push(format!("{:10} {}", place.name(), loops.join(", ")));
            }
        }
        lines.append(&mut busy);
        lines
    }

    pub(crate) fn as_json(&self) -> Value {
        let readings = self.0.iter().map(|reading| {
            json!({
                "place": reading.place.name(),
                "loop": reading.of.name(),
                "median_ms": reading.median,
                "slow_ms": reading.slow,
                "quiet_ms": quiet(reading.place, reading.of),
            })
        });
        readings.collect()
    }
}

fn quiet(place: Place, of: Loop) -> Option<f64> {
    let recorded = QUIET.iter().find(|quiet| (quiet.0, quiet.1) == (place, of));
    recorded.map(|(_, _, ms)| *ms)
}

fn fastest(readings: &[&Reading]) -> f64 {
    let medians = readings.iter().map(|reading| reading.median);
    medians.fold(f64::INFINITY, f64::min)
}

/// The slowest of some readings of one loop in one place.
fn speed(readings: &[&Reading]) -> Option<Speed> {
    let first = readings.first()?;
    let quiet = quiet(first.place, first.of)?;
    let slowest = |time: fn(&Reading) -> f64| readings.iter().map(|r| time(r)).fold(0.0, f64::max);
    let slow = slowest(|reading| reading.slow);
    Some(Speed {
        median: slowest(|reading| reading.median) / quiet,
        slow: slow / quiet,
        is_busy: slow > fastest(readings) * UNEVEN_MIN,
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// As if the loop had taken so many times what it takes on the quiet machine, a pass and a slow one, reading by reading.
    pub(crate) fn readings(place: Place, of: Loop, times: &[(f64, f64)]) -> Calibration {
        let mut calibration = Calibration::default();
        let quiet = quiet(place, of).unwrap();
        for (median, slow) in times {
            let line = json!({
                "calibration": of.name(),
                "median_ms": median * quiet,
                "slow_ms": slow * quiet,
                "checksum": of.checksum(),
            });
            calibration.read(place, &line.to_string()).unwrap();
        }
        calibration
    }

    /// A machine that is even, so many times slower than the quiet one.
    pub(crate) fn even(place: Place, of: Loop, times: f64) -> Calibration {
        readings(place, of, &[(times, times)])
    }

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} {b}");
    }

    #[test]
    fn the_slower_of_the_readings_around_counts() {
        let (place, of) = (Place::Wasm, Loop::Memory);
        let all = readings(place, of, &[(1.0, 1.0), (1.2, 1.2), (1.1, 1.1), (3.0, 3.0)]);
        for (at, expected) in [(0, 1.0), (1, 1.2), (2, 1.2), (3, 3.0), (4, 3.0)] {
            close(all.around(place, of, Moment(at)).unwrap().median, expected);
        }
        assert_eq!(all.moment(), Moment(4));
        let fast = even(place, of, 0.5);
        close(fast.around(place, of, Moment(1)).unwrap().slow, 0.5);
        assert!(fast.around(place, Loop::Arithmetic, Moment(1)).is_none());
        assert!(fast.around(Place::Native, of, Moment(1)).is_none());
    }

    #[test]
    fn a_machine_is_busy_when_readings_or_passes_are_a_quarter_apart() {
        let (place, of) = (Place::Browser, Loop::Script);
        for (times, is_busy) in [
            ([(1.0, 1.05), (1.2, 1.24)], false),
            ([(1.0, 1.05), (1.3, 1.3)], true),
            ([(1.3, 1.3), (1.0, 1.05)], true),
            ([(1.0, 1.4), (1.0, 1.0)], true),
            ([(2.0, 2.1), (2.0, 2.4)], false),
        ] {
            let all = readings(place, of, &times);
            let speed = all.around(place, of, Moment(1)).unwrap();
            assert_eq!(speed.is_busy, is_busy, "{times:?}");
            assert_eq!(all.told().len(), if is_busy { 3 } else { 2 }, "{times:?}");
        }
    }

    #[test]
    fn a_loop_that_was_changed_is_refused() {
        let mut calibration = Calibration::default();
        let line =
            r#"{"calibration": "memory", "median_ms": 9.5, "slow_ms": 9.6, "checksum": "0"}"#;
        let message = calibration.read(Place::Wasm, line).unwrap_err().to_string();
        assert!(message.contains("memory"), "{message}");
        for other in ["running 1 test", r#"{"name": "x", "median_ms": 1}"#] {
            calibration.read(Place::Wasm, other).unwrap();
        }
        assert_eq!(calibration.told().len(), 1);
    }
}

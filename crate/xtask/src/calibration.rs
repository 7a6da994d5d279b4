//! How fast the machine is just now: fixed loops, timed before and after whatever is measured in each place.

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
    (Place::Browser, Loop::Arithmetic, 13.5),
    (Place::Browser, Loop::Memory, 10.2),
    (Place::Browser, Loop::Script, 27.1),
];

/// Two times of one loop that are further apart tell of other programs at work meanwhile.
const APART_MAX: f64 = 1.25;

/// One loop in one place.
struct Timed {
    place: Place,
    of: Loop,
    before: f64,
    after: Option<f64>,
}

impl Timed {
    /// The slower of the two: a limit must hold for what was measured while the machine was slow.
    fn slower(&self) -> f64 {
        self.after
            .map_or(self.before, |after| after.max(self.before))
    }

    /// How much slower than on the quiet machine.
    fn times_quiet(&self) -> Option<f64> {
        let quiet = QUIET
            .iter()
            .find(|(place, of, _)| (*place, *of) == (self.place, self.of))?;
        Some(self.slower() / quiet.2)
    }

    fn told(&self) -> String {
        let times = self
            .times_quiet()
            .map_or_else(String::new, |times| format!(" ×{times:.2}"));
        format!("{} {:.1} ms{times}", self.of.name(), self.slower())
    }

    fn busy(&self) -> Option<String> {
        let after = self.after?;
        let apart = self.slower() / self.before.min(after);
        (apart > APART_MAX).then(|| {
            format!(
                "the machine was busy: in {} the loop of {} took {:.1} ms before and {after:.1} ms after",
                self.place.name(),
                self.of.name(),
                self.before
            )
        })
    }
}

/// All that was timed in one run.
#[derive(Default)]
pub(crate) struct Calibration(Vec<Timed>);

impl Calibration {
    /// Takes what a benchmark program printed, where it is a time of a loop.
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
        let time = object["median_ms"]
            .as_f64()
            .ok_or_else(|| anyhow!("the loop of {name} has no time"))?;
        match self.timed_mut(place, of) {
            Some(timed) => timed.after = Some(time),
            None => self.0.push(Timed {
                place,
                of,
                before: time,
                after: None,
            }),
        }
        Ok(())
    }

    fn timed_mut(&mut self, place: Place, of: Loop) -> Option<&mut Timed> {
        let mut all = self.0.iter_mut();
        all.find(|timed| (timed.place, timed.of) == (place, of))
    }

    /// How much slower than the quiet machine this one is in a place, by one loop.
    pub(crate) fn times_quiet(&self, place: Place, of: Loop) -> Option<f64> {
        let mut all = self.0.iter();
        all.find(|timed| (timed.place, timed.of) == (place, of))?
            .times_quiet()
    }

    /// For the head of the table: a line for each place, and one for each loop that tells of a busy machine.
    pub(crate) fn told(&self) -> Vec<String> {
        let places = Place::ALL.into_iter().filter_map(|place| {
            let here = self.0.iter().filter(|timed| timed.place == place);
            let loops: Vec<String> = here.map(Timed::told).collect();
            let name = place.name();
            (!loops.is_empty()).then(|| format!("{name:10} {}", loops.join(", ")))
        });
        let title =
            "fixed loops, and × what they take where the targets were set; limits move with them:";
        std::iter::once(title.to_owned())
            .chain(places)
            .chain(self.0.iter().filter_map(Timed::busy))
            .collect()
    }

    pub(crate) fn as_json(&self) -> Value {
        let loops = self.0.iter().map(|timed| {
            json!({
                "place": timed.place.name(),
                "loop": timed.of.name(),
                "before_ms": timed.before,
                "after_ms": timed.after,
                "times_quiet": timed.times_quiet(),
            })
        });
        loops.collect()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// As if the loop had taken so many times what it takes on the quiet machine.
    pub(crate) fn timed(place: Place, of: Loop, before: f64, after: f64) -> Calibration {
        let mut calibration = Calibration::default();
        let quiet = QUIET.iter().find(|quiet| (quiet.0, quiet.1) == (place, of));
        for times in [before, after] {
            let line = json!({
                "calibration": of.name(),
                "median_ms": times * quiet.unwrap().2,
                "checksum": of.checksum(),
            });
            calibration.read(place, &line.to_string()).unwrap();
        }
        calibration
    }

    #[test]
    fn the_slower_of_two_times_counts() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
        for (before, after) in [(1.0, 1.2), (1.2, 1.0)] {
            let calibration = timed(Place::Wasm, Loop::Memory, before, after);
            let times = calibration.times_quiet(Place::Wasm, Loop::Memory);
            close(times.unwrap(), 1.2);
        }
        let fast = timed(Place::Native, Loop::Arithmetic, 0.5, 0.5);
        close(
            fast.times_quiet(Place::Native, Loop::Arithmetic).unwrap(),
            0.5,
        );
        assert_eq!(fast.times_quiet(Place::Native, Loop::Memory), None);
        assert_eq!(fast.times_quiet(Place::Wasm, Loop::Arithmetic), None);
    }

    #[test]
    fn times_more_than_a_quarter_apart_are_told() {
        let lines = |after| timed(Place::Browser, Loop::Script, 1.0, after).told();
        assert_eq!(lines(1.24).len(), 2);
        let busy = lines(1.26);
        assert_eq!(busy.len(), 3);
        assert!(busy[2].contains("busy"), "{busy:?}");
        assert_eq!(lines(0.79).len(), 3);
    }

    #[test]
    fn a_loop_that_was_changed_is_refused() {
        let mut calibration = Calibration::default();
        let line = r#"{"calibration": "memory", "median_ms": 9.5, "checksum": "0"}"#;
        let message = calibration.read(Place::Wasm, line).unwrap_err().to_string();
        assert!(message.contains("memory"), "{message}");
        for other in ["running 1 test", r#"{"name": "x", "median_ms": 1}"#] {
            calibration.read(Place::Wasm, other).unwrap();
        }
        assert_eq!(calibration.told().len(), 1);
    }
}

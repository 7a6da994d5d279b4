//! How fast the program must be, in one place; `cargo xtask bench` compares.

use crate::calibration::Calibration;
use crate::calibration::Loop::{self, Arithmetic, Memory, Script};
use crate::calibration::Place::{self, Browser, Native, Wasm};

/// What one measurement should come to. `name` is that of the benchmark that prints it.
pub(crate) struct Target {
    pub(crate) place: Place,
    pub(crate) name: &'static str,
    limit: Limit,
}

enum Limit {
    /// Milliseconds on the quiet machine that [`crate::calibration`] records: elsewhere, or when it is busy, as many times
    /// more or fewer as the loop takes in the same run and place.
    Times { quiet_ms: f64, of: Loop },
    /// The same on every machine.
    Fixed(f64),
}

impl Target {
    pub(crate) fn of(place: Place, name: &str) -> Option<&'static Self> {
        TARGETS
            .iter()
            .find(|target| target.place == place && target.name == name)
    }

    /// The most that the measurement may come to on this machine now; unknown where the loop was not timed.
    pub(crate) fn most(&self, calibration: &Calibration) -> Option<f64> {
        match self.limit {
            Limit::Times { quiet_ms, of } => {
                Some(quiet_ms * calibration.times_quiet(self.place, of)?)
            }
            Limit::Fixed(most) => Some(most),
        }
    }
}

/// A time, and the loop that depends on the machine as it does.
const fn ms(place: Place, name: &'static str, quiet_ms: f64, of: Loop) -> Target {
    Target {
        place,
        name,
        limit: Limit::Times { quiet_ms, of },
    }
}

const fn fixed(place: Place, name: &'static str, most: f64) -> Target {
    Target {
        place,
        name,
        limit: Limit::Fixed(most),
    }
}

pub(crate) const TARGETS: [Target; 34] = [
    ms(Native, "verdict n=16 m=5", 3.0, Arithmetic),
    ms(Native, "verdict n=19 m=6", 100.0, Arithmetic),
    ms(Native, "attack n=31 m=10", 20.0, Arithmetic),
    ms(Native, "exhaust n=7 m=2", 2500.0, Arithmetic),
    ms(Wasm, "attack n=31 m=10", 60.0, Arithmetic),
    ms(Wasm, "exhaust n=7 m=2", 5000.0, Arithmetic),
    ms(Wasm, "verdict n=16 m=5", 6.0, Arithmetic),
    ms(Wasm, "verdict n=19 m=6", 200.0, Arithmetic),
    ms(Wasm, "judge n=31 m=10", 1000.0, Arithmetic),
    ms(Wasm, "table sort n=13 m=4", 50.0, Memory),
    ms(Wasm, "table filter n=13 m=4", 50.0, Memory),
    ms(Browser, "open n=16 m=5", 150.0, Memory),
    // MiB.
    fixed(Browser, "memory n=16 m=5", 64.0),
    ms(Browser, "open n=13 m=4", 20.0, Memory),
    ms(Browser, "seek n=13 m=4", 2.0, Memory),
    ms(Browser, "seek n=16 m=5", 2.0, Memory),
    ms(Browser, "open SM n=10 m=3", 150.0, Arithmetic),
    ms(Browser, "other world OM n=4 m=1", 50.0, Arithmetic),
    ms(Browser, "other world SM n=4 m=1", 50.0, Arithmetic),
    ms(Browser, "table sort n=13 m=4", 50.0, Memory),
    ms(Browser, "table scroll n=13 m=4, p95", 8.0, Script),
    ms(Browser, "first paint", 200.0, Script),
    ms(Browser, "interactive", 400.0, Script),
    ms(Browser, "frame of 336 messengers, p50", 4.0, Script),
    ms(Browser, "frame of 336 messengers, p95", 8.0, Script),
    ms(Browser, "frame of 3024 messengers, p50", 4.0, Script),
    ms(Browser, "frame of 95040 messengers, p50", 16.0, Memory),
    ms(Browser, "frame of a run of 3609 messages, p50", 4.0, Script),
    ms(
        Browser,
        "frame of a run of 108384 messages, p50",
        16.0,
        Memory,
    ),
    ms(Browser, "turning a general n=10 m=3, p50", 50.0, Script),
    // Browsers tell of tasks from 50 ms on: on the quiet machine there is to be none.
    ms(
        Browser,
        "longest task over 50 ms while searching",
        50.0,
        Script,
    ),
    ms(Browser, "cancel to the next search, slowest", 100.0, Script),
    fixed(Browser, "layout shift, opening", 0.0),
    // Sentences and lists grow within their places; browsers call up to 0.1 good.
    fixed(Browser, "layout shift, whole run", 0.01),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calibration::tests::timed;

    fn most(target: &Target, times: f64) -> f64 {
        let (place, of) = match target.limit {
            Limit::Times { of, .. } => (target.place, of),
            Limit::Fixed(_) => (target.place, Script),
        };
        target.most(&timed(place, of, times, times)).unwrap()
    }

    #[test]
    fn times_are_allowed_as_the_machine_is_fast() {
        let target = Target::of(Native, "verdict n=16 m=5").unwrap();
        for (times, expected) in [(1.0, 3.0), (2.5, 7.5), (0.5, 1.5)] {
            let most = most(target, times);
            assert!((most - expected).abs() < 1e-9, "{times}: {most}");
        }
    }

    #[test]
    fn what_is_no_time_is_the_same_everywhere() {
        let target = Target::of(Browser, "memory n=16 m=5").unwrap();
        assert_eq!(most(target, 3.0).to_bits(), 64.0_f64.to_bits());
        assert_eq!(target.most(&Calibration::default()), Some(64.0));
    }

    #[test]
    fn without_the_loop_of_its_own_place_a_time_has_no_limit() {
        let target = Target::of(Wasm, "verdict n=16 m=5").unwrap();
        let elsewhere = timed(Native, Arithmetic, 1.0, 1.0);
        assert_eq!(target.most(&elsewhere), None);
    }

    #[test]
    fn every_target_is_stated_in_a_loop_that_was_recorded() {
        for target in &TARGETS {
            assert!(most(target, 1.0) >= 0.0, "{}", target.name);
        }
    }
}

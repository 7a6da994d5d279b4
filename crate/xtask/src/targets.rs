//! How fast the program must be, in one place; `cargo xtask bench` compares.

use crate::budgets::FIRST_REQUESTS;
use crate::calibration::Loop::{self, Arithmetic, Memory, Script};
use crate::calibration::Place::{self, Browser, Native, Wasm};
use crate::calibration::{Calibration, Moment, Speed};

/// What one measurement should come to. `name` is that of the benchmark that prints it.
pub(crate) struct Target {
    pub(crate) place: Place,
    pub(crate) name: &'static str,
    limit: Limit,
}

enum Limit {
    /// Milliseconds on the quiet machine that [`crate::calibration`] records: elsewhere, or when it is busy, as many times
    /// more or fewer as the loop takes around the moment of measuring.
    Times { quiet_ms: f64, of: Loop, pass: Pass },
    /// Milliseconds that an emulated network sets for the most part, on every machine; the rest is script.
    Network(f64),
    /// The same on every machine.
    Fixed(f64),
}

/// Which of the loop's passes is like what is measured.
#[derive(Clone, Copy)]
enum Pass {
    Median,
    /// For the slow ones of many: other programs lengthen these first.
    Slow,
}

/// What a measurement may come to on this machine at its moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Most {
    pub(crate) value: f64,
    /// The machine was too uneven for more to say anything of the program.
    pub(crate) is_busy: bool,
}

impl Target {
    pub(crate) fn of(place: Place, name: &str) -> Option<&'static Self> {
        TARGETS
            .iter()
            .find(|target| target.place == place && target.name == name)
    }

    /// Unknown where the loop was not timed.
    pub(crate) fn most(&self, calibration: &Calibration, moment: Moment) -> Option<Most> {
        let (quiet_ms, of, pass) = match self.limit {
            Limit::Times { quiet_ms, of, pass } => (quiet_ms, of, pass),
            Limit::Network(value) => {
                let Speed { is_busy, .. } = calibration.around(self.place, Script, moment)?;
                return Some(Most { value, is_busy });
            }
            Limit::Fixed(value) => {
                return Some(Most {
                    value,
                    is_busy: false,
                });
            }
        };
        let speed = calibration.around(self.place, of, moment)?;
        let times = match pass {
            Pass::Median => speed.median,
            Pass::Slow => speed.slow,
        };
        Some(Most {
            value: quiet_ms * times,
            is_busy: speed.is_busy,
        })
    }
}

/// A time, and the loop that depends on the machine as it does.
const fn ms(place: Place, name: &'static str, quiet_ms: f64, of: Loop) -> Target {
    Target {
        place,
        name,
        limit: Limit::Times {
            quiet_ms,
            of,
            pass: Pass::Median,
        },
    }
}

/// The same for one of the slowest times of many.
const fn slow_ms(place: Place, name: &'static str, quiet_ms: f64, of: Loop) -> Target {
    Target {
        place,
        name,
        limit: Limit::Times {
            quiet_ms,
            of,
            pass: Pass::Slow,
        },
    }
}

const fn network_ms(place: Place, name: &'static str, most: f64) -> Target {
    Target {
        place,
        name,
        limit: Limit::Network(most),
    }
}

const fn fixed(place: Place, name: &'static str, most: f64) -> Target {
    Target {
        place,
        name,
        limit: Limit::Fixed(most),
    }
}

pub(crate) const TARGETS: [Target; 50] = [
    ms(Native, "verdict n=16 m=5", 3.0, Arithmetic),
    ms(Native, "verdict n=19 m=6", 100.0, Arithmetic),
    ms(Native, "attack n=31 m=10", 20.0, Arithmetic),
    ms(Native, "exhaust n=7 m=2", 2500.0, Arithmetic),
    ms(Wasm, "attack n=31 m=10", 60.0, Arithmetic),
    ms(Wasm, "exhaust n=7 m=2", 5000.0, Arithmetic),
    ms(Wasm, "verdict n=16 m=5", 6.0, Arithmetic),
    ms(Wasm, "verdict n=19 m=6", 200.0, Arithmetic),
    ms(Wasm, "judge n=31 m=10", 1000.0, Arithmetic),
    ms(Wasm, "open king n=31 m=10", 20.0, Memory),
    ms(Wasm, "open pbft n=31 m=10", 50.0, Memory),
    ms(Wasm, "open bracha n=31 m=10", 30.0, Memory),
    ms(Wasm, "exact search king n=7 m=2", 2000.0, Arithmetic),
    ms(Wasm, "exact search queen n=9 m=2", 2000.0, Arithmetic),
    ms(Wasm, "exhaust bracha n=4 m=1", 1000.0, Arithmetic),
    ms(Wasm, "exhaust one echo n=9 m=2", 1000.0, Arithmetic),
    ms(Wasm, "check a program of 40 lines", 5.0, Arithmetic),
    ms(Wasm, "open a program of 40 lines n=7 m=2", 5.0, Memory),
    ms(Wasm, "trust table", 50.0, Arithmetic),
    ms(Wasm, "trust graph n=16", 5.0, Arithmetic),
    ms(Wasm, "two generals m=15", 50.0, Arithmetic),
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
    slow_ms(Browser, "table scroll n=13 m=4, p95", 8.0, Script),
    ms(Browser, "first paint", 200.0, Script),
    ms(Browser, "interactive", 400.0, Script),
    network_ms(Browser, "slow phone: first picture", 500.0),
    network_ms(Browser, "slow phone: interactive", 2300.0),
    fixed(Browser, "slow phone: requests", FIRST_REQUESTS as f64),
    fixed(
        Browser,
        "slow phone: interactive, of the older build’s",
        0.7,
    ),
    ms(Browser, "frame of 336 messengers, p50", 4.0, Script),
    slow_ms(Browser, "frame of 336 messengers, p95", 8.0, Script),
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
    slow_ms(
        Browser,
        "longest task over 50 ms while searching",
        50.0,
        Script,
    ),
    slow_ms(Browser, "cancel to the next search, slowest", 100.0, Script),
    fixed(Browser, "layout shift, opening", 0.0),
    // Sentences and lists grow within their places; browsers call up to 0.1 good.
    fixed(Browser, "layout shift, whole run", 0.01),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calibration::tests::{even, readings};

    fn target(place: Place, name: &str) -> &'static Target {
        Target::of(place, name).unwrap()
    }

    fn most(target: &Target, calibration: &Calibration) -> f64 {
        target.most(calibration, Moment::default()).unwrap().value
    }

    #[test]
    fn times_are_allowed_as_the_machine_is_fast() {
        let target = target(Native, "verdict n=16 m=5");
        for (times, expected) in [(1.0, 3.0), (2.5, 7.5), (0.5, 1.5)] {
            let most = most(target, &even(Native, Arithmetic, times));
            assert!((most - expected).abs() < 1e-9, "{times}: {most}");
        }
    }

    #[test]
    fn the_slow_times_of_many_are_allowed_what_slow_passes_take() {
        let uneven = readings(Browser, Script, &[(1.0, 2.0)]);
        let slowest = target(Browser, "cancel to the next search, slowest");
        let most = slowest.most(&uneven, Moment::default()).unwrap();
        assert!((most.value - 200.0).abs() < 1e-9, "{most:?}");
        assert!(most.is_busy);
        let median = target(Browser, "first paint");
        let most = median.most(&uneven, Moment::default()).unwrap();
        assert!((most.value - 200.0).abs() < 1e-9, "{most:?}");
    }

    #[test]
    fn what_waits_for_the_network_is_the_same_everywhere_but_no_miss_on_a_busy_machine() {
        let target = target(Browser, "slow phone: first picture");
        for (times, is_busy) in [((1.0, 1.0), false), ((3.0, 3.0), false), ((1.0, 2.0), true)] {
            let most = target.most(&readings(Browser, Script, &[times]), Moment::default());
            let value = 500.0;
            assert_eq!(most, Some(Most { value, is_busy }));
        }
    }

    #[test]
    fn what_is_no_time_is_the_same_everywhere() {
        let target = target(Browser, "memory n=16 m=5");
        for calibration in [even(Browser, Memory, 3.0), Calibration::default()] {
            let most = target.most(&calibration, Moment::default());
            let (value, is_busy) = (64.0, false);
            assert_eq!(most, Some(Most { value, is_busy }));
        }
    }

    #[test]
    fn without_the_loop_of_its_own_place_a_time_has_no_limit() {
        let target = target(Wasm, "verdict n=16 m=5");
        let elsewhere = even(Native, Arithmetic, 1.0);
        assert_eq!(target.most(&elsewhere, Moment::default()), None);
    }

    #[test]
    fn every_target_is_stated_in_a_loop_that_was_recorded() {
        for target in &TARGETS {
            if let Limit::Times { quiet_ms, of, .. } = target.limit {
                let most = most(target, &even(target.place, of, 1.0));
                assert!((most - quiet_ms).abs() < 1e-9, "{}", target.name);
            }
        }
    }
}

//! Counting tests, from the closing lines of the runners.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Tally {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
}

impl Tally {
    /// Adds what a line of `cargo test` says, if it is one that counts:
    /// `test result: ok. 12 passed; 0 failed; 0 ignored; …`.
    pub(crate) fn see_cargo(&mut self, line: &str) {
        let Some(counts) = line.strip_prefix("test result: ") else {
            return;
        };
        for count in counts.split([';', '.']) {
            let mut words = count.split_whitespace();
            let (Some(number), Some(what)) = (words.next(), words.next()) else {
                continue;
            };
            let number: u32 = number.parse().unwrap_or(0);
            match what {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                _ => {}
            }
        }
    }

    /// Reads the whole TAP text of Node's test runner, whose last lines are `# pass 12`, `# fail 0`.
    pub(crate) fn from_tap(text: &str) -> Self {
        let count = |what: &str| {
            let mut lines = text.lines().rev();
            lines
                .find_map(|line| line.strip_prefix(what)?.trim().parse().ok())
                .unwrap_or(0)
        };
        Self {
            passed: count("# pass "),
            failed: count("# fail ") + count("# cancelled "),
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    #[test]
    fn cargo_runs_add_up() {
        let mut tally = Tally::default();
        tally.see_cargo("running 3 tests");
        tally.see_cargo(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; finished in 0.01s",
        );
        tally.see_cargo(
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; finished in 1.20s",
        );
        assert_eq!(
            tally,
            Tally {
                passed: 15,
                failed: 2
            }
        );
    }

    #[test]
    fn only_the_end_of_a_tap_text_counts() {
        let text = "# pass 99 problems\nok 1 - opens\n# tests 7\n# pass 5\n# fail 1\n# cancelled 1\n# skipped 0\n";
        assert_eq!(
            Tally::from_tap(text),
            Tally {
                passed: 5,
                failed: 2
            }
        );
    }
}

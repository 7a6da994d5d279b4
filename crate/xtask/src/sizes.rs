//! How large the page has become, beside what it was: a rise is to be seen, and no build fails by it.

use std::fmt;

use serde_json::json;

/// One kilobyte is a thousand bytes, as on every network bill.
const KB: f64 = 1000.0;

/// The build of the last commit with limits on these sums. Take a newer build where a rise has been
/// looked at and is worth it, and say so in the commit.
const REFERENCE: Sizes = Sizes {
    wasm: 196_281,
    engine: 89_308,
    code: 114_985,
    catalogues: 34_087,
    single: 740_071,
};

/// What was built, in bytes.
pub(crate) struct Sizes {
    /// Gzipped.
    pub(crate) wasm: usize,
    /// The part of the wasm that the first screen needs, gzipped. It is younger than the reference: its first build.
    pub(crate) engine: usize,
    /// Script and style gzipped, without the language catalogues.
    pub(crate) code: usize,
    /// What they add to that.
    pub(crate) catalogues: usize,
    pub(crate) single: usize,
}

/// One of these sizes, in kilobytes.
struct Row {
    name: &'static str,
    is: f64,
    was: f64,
}

impl Sizes {
    /// Where a build leaves its sizes, for `cargo xtask bench` to show beside the times.
    pub(crate) const FILE: &str = "target/bundle/sizes.json";

    /// One line of JSON for each size, as benchmarks print their measurements.
    pub(crate) fn as_measurements(&self) -> String {
        let lines = self.rows().map(|Row { name, is, was }| {
            json!({"name": name, "value": is, "unit": "KB", "was": was}).to_string()
        });
        lines.join("\n")
    }

    fn rows(&self) -> [Row; 5] {
        let row = |name, bytes: fn(&Self) -> usize| Row {
            name,
            is: bytes(self) as f64 / KB,
            was: bytes(&REFERENCE) as f64 / KB,
        };
        [
            row("wasm, gzipped", |sizes| sizes.wasm),
            row("engine, gzipped", |sizes| sizes.engine),
            row("code and style, gzipped", |sizes| sizes.code),
            row("catalogues, gzipped", |sizes| sizes.catalogues),
            row("single file", |sizes| sizes.single),
        ]
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:26} {:>9} {:>9} {:>9}", "KB", "size", "was", "rise")?;
        for Row { name, is, was } in self.rows() {
            let rise = is - was;
            write!(out, "\n{name:26} {is:>9.1} {was:>9.1} {rise:>+9.1}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUILT: Sizes = Sizes {
        wasm: REFERENCE.wasm + 2_100,
        engine: REFERENCE.engine + 1_100,
        code: REFERENCE.code - 2_000,
        catalogues: REFERENCE.catalogues,
        single: REFERENCE.single + 400_000,
    };

    #[test]
    fn each_size_is_told_with_what_it_was_and_how_it_rose() {
        let text = BUILT.to_string();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 6, "{text}");
        let was = format!("{:.1}", REFERENCE.wasm as f64 / KB);
        assert!(lines[1].contains(&was), "{text}");
        for (line, rise) in lines[1..]
            .iter()
            .zip(["+2.1", "+1.1", "-2.0", "+0.0", "+400.0"])
        {
            assert!(line.ends_with(rise), "{line}");
        }
    }

    #[test]
    fn the_benchmarks_are_told_the_same() {
        let lines = BUILT.as_measurements();
        let first: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
        assert_eq!(first["name"], "wasm, gzipped");
        assert_eq!(first["unit"], "KB");
        let rise = first["value"].as_f64().unwrap() - first["was"].as_f64().unwrap();
        assert!((rise - 2.1).abs() < 1e-9, "{first}");
    }
}

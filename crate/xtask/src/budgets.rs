//! How large the page may be, in one place; `cargo xtask build` fails when it is larger.

use std::fmt;

use serde_json::json;

/// One kilobyte is a thousand bytes, as on every network bill.
const KB: usize = 1000;
/// 120 for oral messages; 40 for Ed25519, signed messages and the search for other worlds; 25 for the laboratory; 15 for figures
/// and crowds.
const WASM_GZIPPED: usize = 200 * KB;
/// 60 for the map; 10 for signed messages and two worlds side by side; 15 for playing with it, seeing with one general's eyes and
/// serving every hand and eye; 15 for the laboratory; 15 for every way of looking.
const CODE_AND_STYLE_GZIPPED: usize = 115 * KB;
/// What the single file may need beyond the wasm and the page that it holds.
const SINGLE_FILE_WRAPPING: usize = 10 * KB;

/// What was built, in bytes.
pub(crate) struct Sizes {
    /// Gzipped.
    pub(crate) wasm: usize,
    /// Script and style gzipped, without the language catalogues.
    pub(crate) code: usize,
    /// The same with them.
    pub(crate) code_and_texts: usize,
    /// The inlined page, script and style as they are.
    pub(crate) raw_page: usize,
    pub(crate) single: usize,
}

impl Sizes {
    /// Where a build leaves its sizes, for `cargo xtask bench` to show beside the times.
    pub(crate) const FILE: &str = "target/bundle/sizes.json";

    /// One line of JSON for each size, as benchmarks print their measurements.
    pub(crate) fn as_measurements(&self) -> String {
        let lines = self.rows().map(|(name, size, budget)| {
            json!({"name": name, "value": size as f64 / KB as f64, "unit": "KB", "at_most": budget as f64 / KB as f64})
                .to_string()
        });
        lines.join("\n")
    }

    /// Each size with its budget, both in bytes.
    pub(crate) fn rows(&self) -> [(&'static str, usize, usize); 3] {
        [
            ("wasm, gzipped", self.wasm, WASM_GZIPPED),
            ("code and style, gzipped", self.code, CODE_AND_STYLE_GZIPPED),
            ("single file", self.single, self.single_budget()),
        ]
    }

    pub(crate) fn over_budget(&self) -> usize {
        self.rows()
            .iter()
            .filter(|(_, size, budget)| size > budget)
            .count()
    }

    /// Deflated wasm as base64 is a third longer.
    fn single_budget(&self) -> usize {
        self.wasm * 134 / 100 + self.raw_page + SINGLE_FILE_WRAPPING
    }

    fn catalogues(&self) -> usize {
        self.code_and_texts.saturating_sub(self.code)
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{:26} {:>9} {:>9}", "size", "is", "may be")?;
        for (name, size, budget) in self.rows() {
            let mark = if size > budget { "  OVER BUDGET" } else { "" };
            let (size, budget) = (kilobytes(size), kilobytes(budget));
            writeln!(out, "{name:26} {size:>9} {budget:>9}{mark}")?;
        }
        let catalogues = kilobytes(self.catalogues());
        write!(
            out,
            "{:26} {catalogues:>9} {:>9}",
            "catalogues, gzipped", "–"
        )
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes / KB, bytes % KB / (KB / 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes() -> Sizes {
        let mut sizes = Sizes {
            wasm: WASM_GZIPPED,
            code: CODE_AND_STYLE_GZIPPED,
            code_and_texts: CODE_AND_STYLE_GZIPPED + 5 * KB,
            raw_page: 200 * KB,
            single: 0,
        };
        sizes.single = sizes.single_budget();
        sizes
    }

    #[test]
    fn sizes_at_their_budgets_pass() {
        assert_eq!(sizes().over_budget(), 0);
    }

    #[test]
    fn one_byte_more_fails() {
        for grow in [
            |sizes: &mut Sizes| sizes.code += 1,
            |sizes: &mut Sizes| sizes.single += 1,
            |sizes: &mut Sizes| sizes.wasm += 1,
        ] {
            let mut sizes = sizes();
            grow(&mut sizes);
            assert_eq!(sizes.over_budget(), 1);
        }
    }

    #[test]
    fn sizes_are_shown_in_kilobytes() {
        assert_eq!(kilobytes(119_960), "119.9 KB");
    }
}

//! How large everything is that is sent, held against its budget.

use std::fmt;

use anyhow::{Result, bail};
use serde_json::json;

use crate::budgets;

/// One kilobyte is a thousand bytes, as on every network bill.
const KB: f64 = 1000.0;

/// What was built, in bytes; gzipped, but for the single file.
pub(crate) struct Sizes {
    /// The page itself, with its style and its short scripts.
    pub(crate) html: usize,
    /// The script of the first screen.
    pub(crate) main: usize,
    /// Files of the first screen after the page itself.
    pub(crate) first_requests: usize,
    /// The wasm of the first screen.
    pub(crate) engine: usize,
    /// The wasm that knows everything.
    pub(crate) full_engine: usize,
    /// By their languages.
    pub(crate) catalogues: Vec<(String, usize)>,
    /// What is loaded when it is opened.
    pub(crate) parts: Vec<(String, usize)>,
    /// What a page with the element loads.
    pub(crate) element: usize,
    pub(crate) element_module: usize,
    pub(crate) single: usize,
}

/// One line of the table.
struct Row {
    name: String,
    bytes: usize,
    budget: Option<usize>,
}

impl Sizes {
    /// Where a build leaves its sizes, for `cargo xtask bench` to show beside the times.
    pub(crate) const FILE: &str = "target/bundle/sizes.json";

    /// One line of JSON for each size, as benchmarks print their measurements.
    pub(crate) fn as_measurements(&self) -> String {
        let lines = self.rows().into_iter().map(|row| {
            let Row {
                name,
                bytes,
                budget,
            } = row;
            let budget = budget.map(kilobytes);
            json!({"name": name, "value": kilobytes(bytes), "unit": "KB", "budget": budget})
                .to_string()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Fails by what is over its budget, naming it.
    pub(crate) fn check(&self) -> Result<()> {
        if self.catalogues.is_empty() {
            bail!("no catalogue is a file of its own: the first load would have all languages");
        }
        if self.first_requests > budgets::FIRST_REQUESTS {
            bail!(
                "the first screen needs {} files after the page, and may need {}",
                self.first_requests,
                budgets::FIRST_REQUESTS
            );
        }
        let rows = self.rows();
        let over: Vec<String> = rows.iter().filter_map(Row::told_if_over).collect();
        if !over.is_empty() {
            bail!(
                "more is sent than the budgets of crate/xtask/src/budgets.rs allow\n{}",
                over.join("\n")
            );
        }
        Ok(())
    }

    fn rows(&self) -> Vec<Row> {
        let row = |name: &str, bytes, budget| Row {
            name: name.to_owned(),
            bytes,
            budget,
        };
        let mut rows = vec![
            row("page with style", self.html, None),
            row("script", self.main, None),
            row("engine", self.engine, Some(budgets::ENGINE)),
        ];
        for (lang, bytes) in &self.catalogues {
            let name = format!("catalogue {lang}");
            rows.push(row(&name, *bytes, Some(budgets::CATALOGUE)));
        }
        rows.push(row(
            "first load",
            self.first_load(),
            Some(budgets::FIRST_LOAD),
        ));
        for (part, bytes) in &self.parts {
            let name = format!("part {part}");
            let is_lesson = part.starts_with("lesson-");
            let budget = match part.as_str() {
                "video" => budgets::ENCODER,
                _ if is_lesson => budgets::LESSON,
                _ => budgets::PART,
            };
            rows.push(row(&name, *bytes, Some(budget)));
        }
        let element = Some(budgets::ELEMENT);
        rows.push(row("element", self.element, element));
        rows.push(row("element as a module", self.element_module, element));
        let full = Some(budgets::FULL_ENGINE);
        rows.push(row("full engine", self.full_engine, full));
        rows.push(row("single file", self.single, Some(budgets::SINGLE_FILE)));
        rows
    }

    /// Page, script, engine and one catalogue, in whichever language that is more.
    fn first_load(&self) -> usize {
        let catalogue = self.catalogues.iter().map(|(_, bytes)| *bytes).max();
        self.html + self.main + self.engine + catalogue.unwrap_or(0)
    }
}

impl Row {
    fn told_if_over(&self) -> Option<String> {
        let Self { name, bytes, .. } = self;
        let budget = self.budget.filter(|budget| bytes > budget)?;
        Some(format!("{name}: {bytes} bytes, and its budget is {budget}"))
    }
}

fn kilobytes(bytes: usize) -> f64 {
    bytes as f64 / KB
}

impl fmt::Display for Row {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let budget = self
            .budget
            .map(|budget| format!("{:.1}", kilobytes(budget)));
        let mark = if self.told_if_over().is_some() {
            "  OVER"
        } else {
            ""
        };
        write!(
            out,
            "{:26} {:>9.1} {:>9}{mark}",
            self.name,
            kilobytes(self.bytes),
            budget.unwrap_or_default()
        )
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:26} {:>9} {:>9}", "KB", "size", "budget")?;
        self.rows()
            .iter()
            .try_for_each(|row| write!(out, "\n{row}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All at their budgets, and a kilobyte is left in the first load.
    fn full() -> Sizes {
        let (engine, catalogue) = (budgets::ENGINE, budgets::CATALOGUE);
        Sizes {
            html: 20_000,
            main: budgets::FIRST_LOAD - engine - catalogue - 21_000,
            first_requests: budgets::FIRST_REQUESTS,
            engine,
            full_engine: budgets::FULL_ENGINE,
            catalogues: vec![("en".into(), catalogue - 500), ("zh".into(), catalogue)],
            parts: vec![("share".into(), budgets::PART)],
            element: budgets::ELEMENT,
            element_module: budgets::ELEMENT,
            single: budgets::SINGLE_FILE,
        }
    }

    #[test]
    fn each_size_is_told_with_its_budget() {
        let text = full().to_string();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 12, "{text}");
        assert_eq!(lines[1], "page with style                 20.0          ");
        assert_eq!(lines[3], "engine                         100.0     100.0");
        assert!(!text.contains("OVER"), "{text}");
    }

    #[test]
    fn the_first_load_has_one_catalogue_the_larger() {
        let find = |sizes: &Sizes| {
            let mut rows = sizes.rows().into_iter();
            rows.find(|row| row.name == "first load").unwrap().bytes
        };
        assert_eq!(find(&full()), budgets::FIRST_LOAD - 1000);
    }

    #[test]
    fn one_file_more_than_the_first_screen_may_need_fails() {
        assert!(full().check().is_ok());
        let more = Sizes {
            first_requests: budgets::FIRST_REQUESTS + 1,
            ..full()
        };
        assert!(more.check().unwrap_err().to_string().contains("5 files"));
    }

    #[test]
    fn the_benchmarks_are_told_the_same() {
        let lines = full().as_measurements();
        let values: Vec<serde_json::Value> = lines
            .lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect();
        assert_eq!(values.len(), 11);
        assert_eq!(values[2]["name"], "engine");
        assert_eq!(values[2]["value"], 100.0);
        assert_eq!(values[2]["budget"], 100.0);
        assert!(values[0]["budget"].is_null());
    }

    #[test]
    fn what_is_at_its_budget_passes() {
        full().check().unwrap();
    }

    #[test]
    fn what_is_over_is_named_with_its_size_and_its_budget() {
        let mut sizes = full();
        sizes.parts[0].1 = 20_001;
        sizes.single += 7;
        let message = sizes.check().unwrap_err().to_string();
        let single = budgets::SINGLE_FILE;
        for said in [
            "part share: 20001 bytes, and its budget is 20000".to_owned(),
            format!(
                "single file: {} bytes, and its budget is {single}",
                single + 7
            ),
        ] {
            assert!(message.contains(&said), "{message}");
        }
        assert_eq!(message.lines().count(), 3, "{message}");
    }

    #[test]
    fn the_first_load_is_over_where_each_of_its_parts_is_not() {
        let mut sizes = full();
        sizes.html += 1001;
        let message = sizes.check().unwrap_err().to_string();
        assert!(message.contains("first load: 197001"), "{message}");
        assert_eq!(message.lines().count(), 2, "{message}");
    }

    #[test]
    fn catalogues_within_the_script_are_refused() {
        let mut sizes = full();
        sizes.catalogues.clear();
        sizes.check().unwrap_err();
    }
}

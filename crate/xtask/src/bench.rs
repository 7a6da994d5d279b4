//! The benchmarks: native, wasm in Node, the page in a browser; one table, target/bench.json.
//!
//! Each benchmark prints one JSON object a line: `{"name": …, "median_ms": …, "messages": …}`, with `strategies`
//! in place of messages where these are counted, or `{"name": …, "value": …, "unit": …}` for what is no time.
//! Other lines are passed by.

use std::fs;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::process;
use crate::project::Project;
use crate::setup::{self, Need, Tools};
use crate::sizes::Sizes;
use crate::targets::TARGETS;
use crate::trunk;

struct Measurement {
    name: String,
    value: f64,
    unit: String,
    /// How many of what were evaluated in that time.
    counted: Option<(f64, &'static str)>,
    at_most: Option<f64>,
    /// What a size is compared with.
    was: Option<f64>,
}

/// What is counted.
const COUNTED: [&str; 2] = ["messages", "strategies"];

pub(crate) fn run(project: &Project) -> Result<()> {
    let tools = setup::run(project, Need::Everything)?;
    trunk::build(project, &tools)?;
    // Asked before the benchmarks make the machine busy themselves.
    let machine = machine(&tools);
    let sizes = project.read(Sizes::FILE)?;
    let mut all: Vec<_> = sizes
        .lines()
        .filter_map(|line| Measurement::read("size of", line))
        .collect();

    let mut native = Command::new("cargo");
    native
        .args(["bench", "--package", "generals", "--bench", "verdict"])
        .current_dir(project.root());
    measure("native", &mut native, &mut all)?;
    for (place, file) in [
        ("wasm", "tests/bench/wasm.js"),
        ("browser", "tests/bench/browser.js"),
    ] {
        let mut command = tools.node();
        command.arg(file).current_dir(project.root());
        if let Some(chromium) = &tools.chromium {
            command.env("CHROMIUM", chromium);
        }
        measure(place, &mut command, &mut all)?;
    }

    println!("\n{}\n", machine.join("\n"));
    print_table(&all);
    let file = project.path("target/bench.json");
    fs::write(
        &file,
        serde_json::to_string_pretty(&as_json(&machine, &all))?,
    )
    .context("writing target/bench.json")?;
    println!("\nWritten to {}.", project.show(&file));
    Ok(())
}

/// Runs one benchmark program; its measurements are named after the place they ran in.
fn measure(place: &str, command: &mut Command, all: &mut Vec<Measurement>) -> Result<()> {
    eprintln!("\n==== {place}");
    process::watch(command, |line| {
        if let Some(measurement) = Measurement::read(place, line) {
            all.push(measurement);
        }
    })
}

impl Measurement {
    fn read(place: &str, line: &str) -> Option<Self> {
        let object: Value = serde_json::from_str(line).ok()?;
        let name = object["name"].as_str()?;
        let (value, unit) = match object["median_ms"].as_f64() {
            Some(median) => (median, "ms"),
            None => (object["value"].as_f64()?, object["unit"].as_str()?),
        };
        let name = format!("{place} {name}");
        let target = TARGETS.iter().find(|target| target.name == name);
        let at_most = target.map(|target| target.most);
        Some(Self {
            name,
            value,
            unit: unit.to_owned(),
            counted: COUNTED
                .into_iter()
                .find_map(|what| Some((object[what].as_f64()?, what))),
            at_most,
            was: object["was"].as_f64(),
        })
    }

    /// How many a second, where every one was evaluated.
    fn rate(&self) -> Option<(f64, &'static str)> {
        let pruned = self.name.contains("judge");
        self.counted
            .filter(|_| !pruned)
            .map(|(count, what)| (count / self.value * 1000.0, what))
    }
}

fn print_table(all: &[Measurement]) {
    println!(
        "{:32} {:>12} {:>12} {:>26}",
        "what", "measured", "at most", "a second, or was"
    );
    for row in all {
        let measured = format!("{:.2} {}", row.value, row.unit);
        let target = row
            .at_most
            .map_or_else(String::new, |most| format!("{most} {}", row.unit));
        let note = match (row.rate(), row.was) {
            (Some((rate, what)), _) => format!("{:.1} million {what}", rate / 1e6),
            (None, Some(was)) => format!("was {was:.2}, {:+.2}", row.value - was),
            (None, None) => String::new(),
        };
        let missed = row.at_most.is_some_and(|most| row.value > most);
        let mark = if missed { "  MISSED" } else { "" };
        println!(
            "{:32} {measured:>12} {target:>12} {note:>26}{mark}",
            row.name
        );
    }
    for target in TARGETS
        .iter()
        .filter(|target| all.iter().all(|row| row.name != target.name))
    {
        println!(
            "{:32} {:>12} {:>9} {:2}",
            target.name, "not run", target.most, target.unit
        );
    }
    for (name, ratio) in wasm_against_native(all) {
        println!("wasm takes {ratio:.2} times the native time for {name}");
    }
}

fn wasm_against_native(all: &[Measurement]) -> Vec<(&str, f64)> {
    let time = |row: &Measurement| row.value;
    all.iter()
        .filter_map(|native| {
            let name = native.name.strip_prefix("native ")?;
            let wasm = all
                .iter()
                .find(|row| row.name.strip_prefix("wasm ") == Some(name))?;
            Some((name, time(wasm) / time(native)))
        })
        .collect()
}

/// What the numbers were measured on.
fn machine(tools: &Tools) -> Vec<String> {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    let mut lines = vec![format!("processor  {}, {cores} cores", processor())];
    if let Some(load) = load() {
        lines.push(format!(
            "load       {load} programs at work before: with more than 0.5 the times are too long"
        ));
    }
    lines.push(format!(
        "rust       {}",
        said(Command::new("rustc").arg("--version"))
    ));
    lines.push(format!(
        "node       {}",
        said(tools.node().arg("--version"))
    ));
    if let Some(chromium) = &tools.chromium {
        lines.push(format!(
            "browser    {}",
            said(Command::new(chromium).arg("--version"))
        ));
    }
    lines
}

/// How many programs wanted a processor in the last minute, where the system tells.
fn load() -> Option<String> {
    let text = fs::read_to_string("/proc/loadavg").ok()?;
    Some(text.split_whitespace().next()?.to_owned())
}

fn processor() -> String {
    let linux = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let named = linux
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split(": ").nth(1));
    match named {
        Some(name) => name.to_owned(),
        None if cfg!(target_os = "macos") => {
            said(Command::new("sysctl").args(["-n", "machdep.cpu.brand_string"]))
        }
        None => std::env::consts::ARCH.to_owned(),
    }
}

fn said(command: &mut Command) -> String {
    let output = command
        .output()
        .map(|output| output.stdout)
        .unwrap_or_default();
    String::from_utf8_lossy(&output).trim().to_owned()
}

fn as_json(machine: &[String], all: &[Measurement]) -> Value {
    let rows = all.iter().map(|row| {
        json!({
            "name": row.name,
            "value": row.value,
            "unit": row.unit,
            "counted": row.counted,
            "per_second": row.rate(),
            "at_most": row.at_most,
            "was": row.was,
        })
    });
    let ratios = wasm_against_native(all);
    json!({
        "machine": machine,
        "measurements": rows.collect::<Vec<_>>(),
        "wasm_against_native": ratios.into_iter().collect::<std::collections::BTreeMap<_, _>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measurement_is_named_after_its_place() {
        let line = r#"{"name": "verdict n=16 m=5", "median_ms": 2.5, "messages": 5000000}"#;
        let row = Measurement::read("native", line).unwrap();
        assert_eq!(row.name, "native verdict n=16 m=5");
        assert_eq!(row.rate(), Some((2e9, "messages")));
        assert_eq!(row.at_most, Some(3.0));
    }

    #[test]
    fn lines_of_other_kinds_are_passed_by() {
        assert!(Measurement::read("native", "running 1 test").is_none());
        assert!(Measurement::read("native", r#"{"name": "x"}"#).is_none());
    }
}

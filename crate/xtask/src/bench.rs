//! The benchmarks: native, wasm in Node, the page in a browser; one table, target/bench.json.
//!
//! Each benchmark prints one JSON object a line: `{"name": …, "median_ms": …, "messages": …}`, with `strategies`
//! in place of messages where these are counted, or `{"name": …, "value": …, "unit": …}` for what is no time;
//! `{"calibration": …, "median_ms": …, "slow_ms": …, "checksum": …}` for a loop that tells how fast the machine is.
//! Other lines are passed by.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::calibration::{Calibration, Moment, Place};
use crate::machine;
use crate::measurement::{self, Measurement};
use crate::options::Bench;
use crate::process;
use crate::project::Project;
use crate::setup::{self, Need, Tools};
use crate::sizes::Sizes;
use crate::targets::TARGETS;
use crate::trunk;

pub(crate) fn run(project: &Project, bench: &Bench) -> Result<()> {
    let places = chosen(&bench.parts)?;
    let against = bench.against.as_deref().map(older).transpose()?;
    let need = if places.contains(&Place::Browser) {
        Need::Everything
    } else {
        Need::Page
    };
    let tools = setup::run(project, need)?;
    let mut all = Vec::new();
    // What is native needs no page.
    if places.iter().any(|place| *place != Place::Native) {
        trunk::build(project, &tools)?;
        let sizes = project.read(Sizes::FILE)?;
        all.extend(
            sizes
                .lines()
                .filter_map(|line| Measurement::read(None, Moment::default(), line)),
        );
    }
    let mut calibration = Calibration::default();
    for place in &places {
        let before = calibration.moment();
        let mut command = command(*place, project, &tools);
        if let Some(folder) = &against {
            command.env("AGAINST", folder);
        }
        let lines = measure(*place, &mut command)?;
        for line in &lines {
            calibration.read(*place, line)?;
            all.extend(Measurement::read(Some(*place), calibration.moment(), line));
        }
        // Without, every time would be allowed.
        if calibration.moment() == before {
            bail!(
                "the benchmarks of {} timed no loop to state limits in",
                place.name()
            );
        }
    }
    let all: Vec<Measurement> = all
        .into_iter()
        .map(|row| row.limited(&calibration))
        .collect();
    let mut head = machine::described(&tools);
    head.extend(calibration.told());

    println!("\n{}\n", head.join("\n"));
    print_table(&all, &places);
    let file = project.path("target/bench.json");
    let written = json!({
        "machine": head,
        "calibration": calibration.as_json(),
        "measurements": all.iter().map(Measurement::as_json).collect::<Vec<_>>(),
        "wasm_against_native": wasm_against_native(&all),
    });
    fs::write(&file, serde_json::to_string_pretty(&written)?)
        .context("writing target/bench.json")?;
    println!("\nWritten to {}.", project.show(&file));
    Ok(())
}

/// The places with these names; without any, all.
fn chosen(parts: &[String]) -> Result<Vec<Place>> {
    let known = |part: &&String| Place::ALL.iter().any(|place| place.name() == **part);
    if let Some(unknown) = parts.iter().find(|part| !known(part)) {
        let names = Place::ALL.map(Place::name).join(" ");
        bail!("the benchmarks have no part `{unknown}`; their parts are: {names}");
    }
    let is_chosen =
        |place: &Place| parts.is_empty() || parts.iter().any(|part| part == place.name());
    Ok(Place::ALL.into_iter().filter(is_chosen).collect())
}

/// The folder of an older build, wherever the benchmarks run.
fn older(folder: &Path) -> Result<PathBuf> {
    let page = folder.join("index.html");
    if !page.is_file() {
        bail!(
            "{} is not there: --against takes the folder that `cargo xtask build` made of an older commit",
            page.display()
        );
    }
    folder
        .canonicalize()
        .with_context(|| format!("finding {}", folder.display()))
}

fn command(place: Place, project: &Project, tools: &Tools) -> Command {
    let mut command = match place {
        Place::Native => {
            let mut cargo = Command::new("cargo");
            cargo.args(["bench", "--package", "generals", "--bench", "verdict"]);
            cargo
        }
        Place::Wasm | Place::Browser => {
            let mut node = tools.node();
            node.arg(format!("tests/bench/{}.js", place.name()));
            node
        }
    };
    if let Some(chromium) = &tools.chromium {
        command.env("CHROMIUM", chromium);
    }
    command.current_dir(project.root());
    command
}

/// Runs one benchmark program; returns what it printed.
fn measure(place: Place, command: &mut Command) -> Result<Vec<String>> {
    eprintln!("\n==== {}", place.name());
    let mut lines = Vec::new();
    process::watch(command, |line| lines.push(line.to_owned()))?;
    Ok(lines)
}

fn print_table(all: &[Measurement], places: &[Place]) {
    println!("{}", measurement::head());
    for row in all {
        println!("{}", row.row());
    }
    for target in TARGETS
        .iter()
        .filter(|target| places.contains(&target.place) && !all.iter().any(|row| row.is_of(target)))
    {
        println!("{} {}: not run", target.place.name(), target.name);
    }
    for (name, ratio) in wasm_against_native(all) {
        println!("wasm takes {ratio:.2} times the native time for {name}");
    }
}

fn wasm_against_native(all: &[Measurement]) -> BTreeMap<&str, f64> {
    all.iter()
        .filter_map(|wasm| all.iter().find_map(|native| wasm.against(native)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_chosen_by_its_name_and_all_by_none() {
        let of = |parts: &[&str]| {
            chosen(
                &parts
                    .iter()
                    .map(|part| part.to_string())
                    .collect::<Vec<_>>(),
            )
        };
        assert_eq!(of(&[]).unwrap(), Place::ALL);
        assert_eq!(
            of(&["browser", "native"]).unwrap(),
            [Place::Native, Place::Browser]
        );
        let message = of(&["firefox"]).unwrap_err().to_string();
        assert!(
            message.contains("firefox") && message.contains("wasm"),
            "{message}"
        );
    }

    #[test]
    fn an_older_build_that_is_not_there_is_named() {
        let message = older(Path::new("no/such")).unwrap_err().to_string();
        assert!(message.contains("index.html"), "{message}");
    }
}

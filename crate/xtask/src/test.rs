//! Every test, part by part, quick ones first.

use std::fs;
use std::num::NonZero;
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail};

use crate::bindings;
use crate::options::Choice;
use crate::process;
use crate::profile::Profile;
use crate::project::Project;
use crate::recipes;
use crate::release;
use crate::setup::{self, Need, Tools};
use crate::tally::Tally;
use crate::trunk;

/// More browsers side by side only wait for each other's pictures.
const BROWSERS_MAX: usize = 4;

/// A part of the tests; those that count tests return how many.
struct Part {
    name: &'static str,
    run: fn(&Bench) -> Result<Option<Tally>>,
}

/// What the parts work with.
struct Bench<'a> {
    project: &'a Project,
    tools: &'a Tools,
}

const PARTS: [Part; 8] = [
    Part {
        name: "format",
        run: format,
    },
    Part {
        name: "lints",
        run: lints,
    },
    Part {
        name: "rust",
        run: rust,
    },
    Part {
        name: "types",
        run: types,
    },
    Part {
        name: "wasm",
        run: wasm,
    },
    Part {
        name: "page",
        run: page,
    },
    Part {
        name: "build",
        run: build,
    },
    Part {
        name: "browser",
        run: browser,
    },
];

pub(crate) fn run(project: &Project, choice: &Choice) -> Result<()> {
    if let Some(unknown) = choice
        .parts
        .iter()
        .find(|name| !PARTS.iter().any(|part| part.name == **name))
    {
        let names = PARTS.map(|part| part.name).join(" ");
        bail!("the tests have no part `{unknown}`; their parts are: {names}");
    }
    let tools = setup::run(project, Need::Everything)?;
    let bench = Bench {
        project,
        tools: &tools,
    };
    let mut total = Tally::default();
    let mut failed = Vec::new();
    let mut summary = Vec::new();
    for part in &PARTS {
        let name = part.name;
        if !chosen(choice, name) {
            continue;
        }
        if !failed.is_empty() && !choice.keep_going {
            summary.push(format!("  not run  {name}"));
            continue;
        }
        eprintln!("\n==== {name}");
        let started = Instant::now();
        let outcome = (part.run)(&bench);
        let seconds = started.elapsed().as_secs_f32();
        match outcome {
            Ok(tally) => {
                let tally = tally.unwrap_or_default();
                total += tally;
                let counted = if tally == Tally::default() {
                    String::new()
                } else {
                    tally.to_string()
                };
                summary.push(format!("  ok       {name:8} {seconds:6.1} s  {counted}"));
            }
            Err(error) => {
                eprintln!("{name} failed: {error:#}");
                if let Some(tally) = error.downcast_ref::<Failed>() {
                    total += tally.0;
                }
                summary.push(format!("  FAILED   {name:8} {seconds:6.1} s  {error}"));
                failed.push(name);
            }
        }
    }
    if choice.parts.is_empty() {
        summary.extend([recipes::NOT_RUN, release::NOT_RUN].map(str::to_owned));
    }
    println!("\n{}\n\n{total}", summary.join("\n"));
    if !failed.is_empty() {
        bail!("failed: {}", failed.join(", "));
    }
    Ok(())
}

fn chosen(choice: &Choice, part: &str) -> bool {
    let named = |name: &str| choice.parts.iter().any(|chosen| chosen == name);
    // The browser is shown what was built from these very sources.
    choice.parts.is_empty() || named(part) || (part == "build" && named("browser"))
}

/// Tests ran and not all of them passed.
#[derive(Debug)]
struct Failed(Tally);

impl std::fmt::Display for Failed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(out)
    }
}

impl std::error::Error for Failed {}

fn cargo(bench: &Bench, words: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(words).current_dir(bench.project.root());
    command
}

fn format(bench: &Bench) -> Result<Option<Tally>> {
    process::run(&mut cargo(bench, &["fmt", "--all", "--check"]))
        .context("`cargo fmt --all` mends it")?;
    Ok(None)
}

fn lints(bench: &Bench) -> Result<Option<Tally>> {
    let everything = ["--workspace", "--all-targets"];
    let engine = ["--package=generals-web", "--no-default-features"];
    for built in [everything, engine] {
        let mut command = cargo(bench, &["clippy"]);
        command.args(built);
        // A newer Rust may warn of more: that is for the maintainers to see, not for a newcomer to fail by.
        if std::env::var_os("CI").is_some() {
            command.args(["--", "-D", "warnings"]);
        }
        process::run(&mut command)?;
    }
    Ok(None)
}

fn rust(bench: &Bench) -> Result<Option<Tally>> {
    let mut tally = Tally::default();
    let mut command = cargo(bench, &["test", "--workspace", "--no-fail-fast"]);
    let outcome = process::watch(&mut command, |line| tally.see_cargo(line));
    conclude(outcome, tally)
}

fn types(bench: &Bench) -> Result<Option<Tally>> {
    bindings::build(bench.project, bench.tools, Profile::Release)?;
    let mut command = bench.tools.package("tsc");
    process::run(
        command
            .arg("--project")
            .arg(bench.project.path("tsconfig.json")),
    )?;
    Ok(None)
}

fn wasm(bench: &Bench) -> Result<Option<Tally>> {
    bindings::build(bench.project, bench.tools, Profile::Release)?;
    node(bench, "wasm", &["tests/node"], &[])
}

fn page(bench: &Bench) -> Result<Option<Tally>> {
    bindings::build(bench.project, bench.tools, Profile::Release)?;
    node(bench, "page", &["www"], &[])
}

fn build(bench: &Bench) -> Result<Option<Tally>> {
    trunk::build(bench.project, bench.tools)?;
    Ok(None)
}

fn browser(bench: &Bench) -> Result<Option<Tally>> {
    // A browser for each processor, as long as they do not wait for each other, and none that hangs for ever.
    let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
    let together = format!("--test-concurrency={}", processors.min(BROWSERS_MAX));
    let options = [together.as_str(), "--test-timeout=900000"];
    node(bench, "browser", &["tests/browser"], &options)
}

/// Runs the *.test.js files of some folders in Node.
fn node(bench: &Bench, part: &str, folders: &[&str], options: &[&str]) -> Result<Option<Tally>> {
    let mut files = Vec::new();
    for folder in folders {
        files.extend(bench.project.files(folder, ".test.js")?);
    }
    if files.is_empty() {
        bail!("there is no test in {}", folders.join(", "));
    }
    let results = bench.project.path("target/test");
    fs::create_dir_all(&results)?;
    let tap = results.join(format!("{part}.tap"));
    let mut command = bench.tools.node();
    command
        .current_dir(bench.project.root())
        .args([
            "--test",
            "--test-reporter=spec",
            "--test-reporter-destination=stdout",
        ])
        .arg("--test-reporter=tap")
        .arg(format!("--test-reporter-destination={}", tap.display()))
        .args(options)
        .args(files);
    if let Some(chromium) = &bench.tools.chromium {
        command.env("CHROMIUM", chromium);
    }
    let outcome = process::run(&mut command);
    let text = fs::read_to_string(&tap).unwrap_or_default();
    conclude(outcome, Tally::from_tap(&text))
}

fn conclude(outcome: Result<()>, tally: Tally) -> Result<Option<Tally>> {
    match outcome {
        Ok(()) if tally.passed == 0 => bail!("no test ran"),
        Ok(()) => Ok(Some(tally)),
        Err(_) if tally.failed > 0 => Err(Failed(tally).into()),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen_of(parts: &[&str]) -> Vec<&'static str> {
        let choice = Choice {
            keep_going: false,
            parts: parts.iter().map(|&part| part.to_owned()).collect(),
        };
        let names = PARTS.iter().map(|part| part.name);
        names.filter(|name| chosen(&choice, name)).collect()
    }

    #[test]
    fn without_a_choice_every_part_runs() {
        assert_eq!(chosen_of(&[]).len(), PARTS.len());
    }

    #[test]
    fn the_browser_is_never_shown_an_old_build() {
        assert_eq!(chosen_of(&["browser"]), ["build", "browser"]);
        assert_eq!(chosen_of(&["rust"]), ["rust"]);
    }
}

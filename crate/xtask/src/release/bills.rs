//! What is in it, package by package with version and licence, in the form of CycloneDX: what the wasm and the
//! program are compiled from, and what the page was built with. The same lock files make the same bytes.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::package;
use super::place::VERSION;
use crate::process;
use crate::project::Project;
use crate::setup;

/// A name that no file of the sources has: it is written beside every Cargo.toml, and taken away again.
const DRAFT: &str = "bill-of-this-release";

/// Where npm’s is made; the folder’s name stands in it.
const KITCHEN: &str = "target/bill/byzantine-generals";

/// Writes all; `named` makes a path of the ending of a name.
pub(super) fn write(project: &Project, named: impl Fn(&str) -> PathBuf) -> Result<()> {
    let wasm = compiled(project, "web", "wasm32-unknown-unknown")?;
    fs::write(named("-wasm.cdx.json"), wasm)?;
    let program = compiled(project, "cli", "all")?;
    fs::write(named("-program.cdx.json"), program)?;
    fs::write(named("-page.cdx.json"), page(project)?)?;
    Ok(())
}

/// The packages of a crate, all of them at their locked versions.
fn compiled(project: &Project, name: &str, target: &str) -> Result<String> {
    let manifest = format!("crate/{name}/Cargo.toml");
    let mut command = Command::new(setup::cargo_cyclonedx(project)?);
    command
        .current_dir(project.root())
        .args([
            "cyclonedx",
            "--quiet",
            "--format",
            "json",
            "--spec-version",
            "1.5",
        ])
        .args(["--target", target, "--no-build-deps"])
        .args(["--manifest-path", &manifest, "--override-filename", DRAFT])
        // When it was written is chance.
        .env("SOURCE_DATE_EPOCH", "0");
    let outcome = process::run(&mut command);
    let drafts = project.files("crate", &format!("{DRAFT}.json"))?;
    let written = fs::read_to_string(project.path(&format!("crate/{name}/{DRAFT}.json")));
    for draft in drafts {
        fs::remove_file(draft)?;
    }
    outcome?;
    let bill = written.with_context(|| format!("cargo-cyclonedx wrote no bill of crate/{name}"))?;
    Ok(bill.replace(&project.root().display().to_string(), "/generals"))
}

/// The packages of npm, all of which are only built with; four of them have code in the page.
fn page(project: &Project) -> Result<String> {
    let kitchen = project.path(KITCHEN);
    fs::create_dir_all(&kitchen)?;
    for name in ["package.json", "package-lock.json"] {
        let list = with_version(&project.read(name)?)?;
        fs::write(kitchen.join(name), list.to_string())?;
    }
    let mut command = package::npm()?;
    command
        .current_dir(&kitchen)
        .args(["sbom", "--sbom-format=cyclonedx", "--package-lock-only"]);
    without_chance(&process::capture(&mut command)?)
}

/// A list of npm's with the version of what has these packages, which npm wants to know and the project has elsewhere.
fn with_version(list: &str) -> Result<Value> {
    let mut list: Value = serde_json::from_str(list)?;
    list["version"] = VERSION.into();
    if let Some(us) = list.pointer_mut("/packages/") {
        us["version"] = VERSION.into();
    }
    Ok(list)
}

/// A bill without what is another each time: its serial number and when it was written.
fn without_chance(bill: &str) -> Result<String> {
    let mut bill: Value = serde_json::from_str(bill).context("npm's bill is no JSON")?;
    ensure!(
        bill["components"].is_array(),
        "npm's bill names no packages"
    );
    if let Some(all) = bill.as_object_mut() {
        all.remove("serialNumber");
    }
    if let Some(about) = bill["metadata"].as_object_mut() {
        about.remove("timestamp");
        // The version of npm.
        about.remove("tools");
    }
    Ok(serde_json::to_string_pretty(&bill)?)
}

#[test]
fn two_bills_of_the_same_packages_are_one() {
    let bill = |serial: u8, time: &str| {
        format!(
            r#"{{"serialNumber":"urn:{serial}","metadata":{{"timestamp":"{time}","component":{{"name":"us"}}}},"components":[{{"name":"uqr"}}]}}"#
        )
    };
    let first = without_chance(&bill(1, "today")).unwrap();
    assert_eq!(first, without_chance(&bill(2, "tomorrow")).unwrap());
    assert!(first.contains("uqr") && first.contains("us"), "{first}");
    without_chance("{}").unwrap_err();
}

#[test]
fn who_has_the_packages_gets_the_version_in_both_lists() {
    let lock =
        r#"{"name":"us","packages":{"":{"name":"us"},"node_modules/uqr":{"version":"9.9.9"}}}"#;
    let list = with_version(lock).unwrap();
    assert_eq!(list["packages"][""]["version"], VERSION);
    assert_eq!(list["packages"]["node_modules/uqr"]["version"], "9.9.9");
    assert_eq!(with_version("{}").unwrap()["version"], VERSION);
}

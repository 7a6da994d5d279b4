//! The same release built once more, from a clone in another folder, and every file of it compared.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::place::{self, FOLDER};
use super::sums::{self, Sums};
use crate::process;
use crate::project::Project;

pub(super) fn compare(project: &Project, first: &Sums) -> Result<()> {
    let folder = env::temp_dir().join(format!("byzantine-generals-again-{}", std::process::id()));
    eprintln!("release: once more, in {}", folder.display());
    let second = build(project, &folder);
    let outcome = second.and_then(|second| judge(first, &second));
    // What differs is worth looking at.
    if outcome.is_ok() {
        fs::remove_dir_all(&folder)?;
    }
    outcome.with_context(|| format!("the second build is in {}", folder.display()))
}

/// Builds what is committed, with nothing of this folder but its programs.
fn build(project: &Project, folder: &Path) -> Result<Sums> {
    let mut clone = Command::new("git");
    clone.args(["clone", "--quiet", "--no-hardlinks"]);
    process::run(clone.arg(project.root()).arg(folder))?;
    let tools = folder.join(".tools");
    fs::create_dir(&tools)?;
    for tool in fs::read_dir(project.path(".tools"))? {
        let bin = tool?.path().join("bin");
        if let (true, Some(name)) = (bin.is_dir(), bin.parent().and_then(Path::file_name)) {
            let place = tools.join(name).join("bin");
            place::copy(project, &bin, &place)?;
        }
    }
    let mut command = Command::new("cargo");
    command
        .args(["xtask", "release", "--unchecked"])
        .current_dir(folder)
        .env_remove("CARGO_TARGET_DIR")
        .env("TZ", "Pacific/Kiritimati");
    process::run(&mut command)?;
    sums::of(project, &folder.join(FOLDER))
}

fn judge(first: &Sums, second: &Sums) -> Result<()> {
    let differing = first.differing(second);
    if !differing.is_empty() {
        bail!(
            "{} of {} files are not the same in both builds: {}",
            differing.len(),
            first.len(),
            differing.join(", ")
        );
    }
    println!(
        "Two builds from two folders: all {} files are the same, byte by byte.",
        first.len()
    );
    Ok(())
}

//! The crates, packed and compiled from what was packed, as a registry would; nothing is sent.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::place::VERSION;
use crate::options::Extent;
use crate::process;
use crate::project::Project;

/// In the order in which they need each other.
const CRATES: [&str; 3] = ["generals", "generals-wire", "generals-cli"];

/// Packs them into a folder.
pub(super) fn pack(project: &Project, folder: &Path, extent: Extent) -> Result<()> {
    // What cargo has once unpacked from a place it takes from there again, even if another of the same version is there by now:
    // each commit has a place of its own.
    let commit = Command::new("git")
        .args(["rev-parse", "HEAD"])
        .current_dir(project.root())
        .output()
        .context("cannot start `git`, which knows what is released")?;
    let commit = String::from_utf8_lossy(&commit.stdout).trim().to_owned();
    let target = project.path("target/crates").join(commit);
    let mut command = Command::new("cargo");
    command.current_dir(project.root());
    match extent {
        Extent::Written => command.args(["package", "--no-verify"]),
        Extent::Checked | Extent::Twice => command.args(["publish", "--dry-run"]),
    };
    command.args(["--locked", "--target-dir"]).arg(&target);
    for name in CRATES {
        command.args(["--package", name]);
    }
    process::run(&mut command).context(
        "the crates could not be packed; together they need Rust 1.90 or newer, and a commit of all that is in them",
    )?;
    for name in CRATES {
        let file = format!("{name}-{VERSION}.crate");
        let places = ["package", "package/tmp-crate", "package/tmp-registry"];
        let packed = places.map(|place| target.join(place).join(&file));
        let Some(packed) = packed.iter().find(|path| path.is_file()) else {
            bail!("cargo left no {file} in {}", target.display());
        };
        fs::copy(packed, folder.join(&file))?;
    }
    fs::remove_dir_all(&target)?;
    Ok(())
}

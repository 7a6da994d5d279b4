//! The npm packages, exactly those of the lock file.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use super::say::say;
use crate::digest;
use crate::process;
use crate::project::Project;

/// The folder of installed packages, installed anew only when the lock file is another.
pub(crate) fn install(project: &Project) -> Result<PathBuf> {
    let folder = project.path("node_modules");
    let stamp = folder.join(".installed-lock");
    let lock = project.read("package-lock.json")?;
    let wanted = digest::long(lock.as_bytes());
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(folder);
    }
    let npm = process::on_path("npm").ok_or_else(|| {
        anyhow!(
            "npm is missing: install it by your package manager (for example `apt-get install npm`)"
        )
    })?;
    say(
        "npm ci: the page's bundler, wasm optimiser, type checker and test drivers (node_modules/)",
    );
    let mut command = Command::new(npm);
    command
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(project.root());
    if let Err(error) = process::run(&mut command) {
        // Half a folder of packages is worse than none. Absent is what we want.
        let _ = fs::remove_dir_all(&folder);
        return Err(error.context("the npm packages could not be installed: once that is mended, run the same command again"));
    }
    fs::write(&stamp, wanted).context("marking node_modules/ as complete")?;
    Ok(folder)
}

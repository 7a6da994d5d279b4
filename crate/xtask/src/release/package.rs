//! The npm package: the step API with its types, the element and the single file that it shows.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::place::{self, VERSION};
use crate::process;
use crate::project::Project;
use crate::setup::Tools;

/// What only the package has.
const OWN: &str = "crate/xtask/npm";

/// Where it is put together.
const KITCHEN: &str = "target/npm";

/// What it has of the built site.
const BUILT: [&str; 8] = [
    "LICENSES.txt",
    "byzantine-generals.html",
    "embed.d.ts",
    "embed.js",
    "embed.mjs",
    "generals.d.ts",
    "generals.js",
    "generals_bg.wasm",
];

const LICENCES: [&str; 2] = ["LICENSE-APACHE", "LICENSE-MIT"];

/// The packed file, as `npm pack` names it.
pub(super) fn file(folder: &Path) -> PathBuf {
    folder.join(format!("byzantine-generals-{VERSION}.tgz"))
}

/// Packs it into a folder.
pub(super) fn pack(project: &Project, dist: &Path, folder: &Path) -> Result<()> {
    let kitchen = project.path(KITCHEN);
    if kitchen.exists() {
        fs::remove_dir_all(&kitchen)?;
    }
    place::copy(project, &project.path(OWN), &kitchen)?;
    let described = project.read(&format!("{OWN}/package.json"))?;
    fs::write(
        kitchen.join("package.json"),
        described.replace("VERSION", VERSION),
    )?;
    let built = BUILT.iter().map(|name| dist.join(name));
    for file in built.chain(LICENCES.map(|name| project.path(name))) {
        let name = file.file_name().context("a file without a name")?;
        fs::copy(&file, kitchen.join(name))
            .with_context(|| format!("copying {}", file.display()))?;
    }
    let mut npm = npm()?;
    npm.args(["pack", "--silent", "--ignore-scripts", "--pack-destination"])
        .arg(folder)
        .current_dir(&kitchen);
    process::run(&mut npm)
}

/// Installs it into an empty project and uses it there.
pub(super) fn check(project: &Project, tools: &Tools, file: &Path) -> Result<()> {
    let mut command = tools.node();
    command
        .current_dir(project.root())
        .args(["--test", "--test-reporter=spec", "--test-timeout=300000"])
        .arg("tests/package/package.test.js")
        .env("PACKAGE", file);
    if let Some(chromium) = &tools.chromium {
        command.env("CHROMIUM", chromium);
    }
    process::run(&mut command).context("the npm package does not work where it is installed")
}

/// Where it was found, npm.
pub(super) fn npm() -> Result<Command> {
    let npm = process::on_path("npm").context(
        "npm is missing: install it by your package manager (for example `apt-get install npm`)",
    )?;
    Ok(Command::new(npm))
}

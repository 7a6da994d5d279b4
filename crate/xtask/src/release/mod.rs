//! What is published, in release/: the site and a zip of it, the single file, the npm package, the crates, a bill of what is
//! in them, and the sums of all. What is checked is what is there; the sums come last, and only if all is well.

mod again;
mod archive;
mod bills;
mod crates;
mod dependencies;
mod package;
mod place;
mod sums;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::options::Extent;
use crate::project::Project;
use crate::setup::{self, Need, Tools};
use crate::trunk;
use place::{FOLDER, VERSION};

/// What the tests leave to this command, and how they name it.
pub(crate) const NOT_RUN: &str =
    "  not run  the packages, licences and advisories of a release  (cargo xtask release)";

pub(crate) fn run(project: &Project, extent: Extent) -> Result<()> {
    let need = match extent {
        Extent::Written => Need::Page,
        Extent::Checked | Extent::Twice => Need::Everything,
    };
    let tools = setup::run(project, need)?;
    let folder = written(project, &tools, extent)?;
    if extent != Extent::Written {
        package::check(project, &tools, &package::file(&folder))?;
        dependencies::check(project)?;
    }
    let sums = sums::of(project, &folder)?;
    fs::write(folder.join(sums::FILE), sums.text())?;
    println!("{}", table(&folder)?);
    if extent == Extent::Twice {
        again::compare(project, &sums)?;
    }
    Ok(())
}

/// Everything but its sums.
fn written(project: &Project, tools: &Tools, extent: Extent) -> Result<PathBuf> {
    let folder = project.path(FOLDER);
    if folder.exists() {
        fs::remove_dir_all(&folder).context("taking away an older release")?;
    }
    trunk::build(project, tools)?;
    let dist = project.path("dist");
    let site = folder.join("site");
    place::copy(project, &dist, &site)?;
    let named = |ending: &str| folder.join(format!("byzantine-generals-{VERSION}{ending}"));
    fs::write(named("-site.zip"), archive::zip(project, &dist)?)?;
    fs::copy(dist.join("byzantine-generals.html"), named(".html"))?;
    package::pack(project, &dist, &folder)?;
    crates::pack(project, &folder, extent)?;
    bills::write(project, named)?;
    Ok(folder)
}

/// What is there, with its size.
fn table(folder: &Path) -> Result<String> {
    let mut lines = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let size = entry.metadata()?;
        lines.push(if size.is_dir() {
            format!("  {:>9}     {name}/", "")
        } else {
            format!("  {:>9.1} KB  {name}", size.len() as f64 / 1000.0)
        });
    }
    lines.sort_by(|a, b| a[14..].cmp(&b[14..]));
    Ok(format!("\n{FOLDER}/\n{}", lines.join("\n")))
}

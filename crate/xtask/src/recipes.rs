//! The recipes for authors of course notes, followed with the tools they are for, which are installed from their
//! registries into target/recipes/.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};

use crate::digest;
use crate::process;
use crate::project::Project;
use crate::setup::{self, Need};
use crate::trunk;

/// What the tests leave to this command, and how they name it.
pub(crate) const NOT_RUN: &str = "  not run  recipes  (cargo xtask recipes)";

/// Where the recipes' own lists of packages are.
const LISTS: &str = "tests/recipes";

/// Where the packages go.
const KITCHEN: &str = "target/recipes";

pub(crate) fn run(project: &Project, recipes: &[String]) -> Result<()> {
    let tools = setup::run(project, Need::Everything)?;
    npm_packages(project)?;
    python_packages(project)?;
    trunk::build(project, &tools)?;
    let mut command = tools.node();
    command
        .current_dir(project.root())
        .arg(format!("{LISTS}/run.js"))
        .args(recipes);
    if let Some(chromium) = &tools.chromium {
        command.env("CHROMIUM", chromium);
    }
    process::run(&mut command)
}

fn npm_packages(project: &Project) -> Result<()> {
    let folder = project.path(KITCHEN).join("npm");
    let lock = project.read(&format!("{LISTS}/package-lock.json"))?;
    installed_once(&folder, &lock, || {
        eprintln!("recipes: npm ci: reveal.js, mystmd and what reads MDX ({KITCHEN}/npm/)");
        for file in ["package.json", "package-lock.json"] {
            fs::copy(project.path(LISTS).join(file), folder.join(file))?;
        }
        fs::copy(project.path(".npmrc"), folder.join(".npmrc"))?;
        let npm = process::on_path("npm").context("npm is missing")?;
        process::run(Command::new(npm).arg("ci").current_dir(&folder))
    })
}

fn python_packages(project: &Project) -> Result<()> {
    let folder = project.path(KITCHEN).join("python");
    let list = format!("{LISTS}/requirements.txt");
    installed_once(&folder, &project.read(&list)?, || {
        eprintln!("recipes: pip install: MkDocs, Sphinx, JupyterLab ({KITCHEN}/python/)");
        let python = ["python3", "python"]
            .into_iter()
            .find_map(process::on_path)
            .ok_or_else(|| anyhow!("Python 3 is missing, which MkDocs, Sphinx and JupyterLab are written in: install it by your package manager (for example `apt-get install python3-venv`)"))?;
        process::run(Command::new(python).args(["-m", "venv"]).arg(&folder))
            .context("Python has no venv: install it by your package manager (for example `apt-get install python3-venv`)")?;
        let mut pip = Command::new(program(&folder, "python"));
        pip.args(["-m", "pip", "install", "--quiet", "--requirement"])
            .arg(project.path(&list));
        process::run(pip.env("PIP_DISABLE_PIP_VERSION_CHECK", "1"))
    })
}

/// A program of a Python environment.
fn program(environment: &Path, name: &str) -> PathBuf {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    environment.join(folder).join(name)
}

/// Installs into a folder unless what this list names is there; half of it is never left behind.
fn installed_once(folder: &Path, list: &str, install: impl FnOnce() -> Result<()>) -> Result<()> {
    let stamp = folder.join(".installed");
    let wanted = digest::long(list.as_bytes());
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    if let Err(error) = install() {
        // Absent is what we want.
        let _ = fs::remove_dir_all(folder);
        return Err(error);
    }
    fs::write(stamp, wanted).context("marking the recipes' packages as complete")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_installed_once_and_never_by_half() {
        let folder = std::env::temp_dir().join(format!("recipes-{}", std::process::id()));
        assert!(installed_once(&folder, "a", || anyhow::bail!("no network")).is_err());
        assert!(!folder.exists());
        installed_once(&folder, "a", || Ok(())).unwrap();
        installed_once(&folder, "a", || anyhow::bail!("it is there")).unwrap();
        let mut again = false;
        installed_once(&folder, "b", || {
            again = true;
            Ok(())
        })
        .unwrap();
        assert!(again);
        fs::remove_dir_all(folder).unwrap();
    }
}

//! Installing what the commands need and is missing; a second run only looks.

mod cargo_tool;
mod chromium;
mod extras;
mod manager;
mod node;
mod packages;
mod rust;
mod say;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow};

use crate::project::Project;
use cargo_tool::CargoTool;

const TRUNK_VERSION: &str = "0.21.14";

/// How much a command needs.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Need {
    /// To build the page.
    Page,
    /// And to test it.
    Everything,
}

/// The programs that were found or installed.
pub(crate) struct Tools {
    pub(crate) trunk: PathBuf,
    pub(crate) wasm_bindgen: PathBuf,
    node: PathBuf,
    packages: PathBuf,
    /// The browser the tests drive; only for [`Need::Everything`].
    pub(crate) chromium: Option<PathBuf>,
}

impl Tools {
    pub(crate) fn node(&self) -> Command {
        Command::new(&self.node)
    }

    /// A program that one of the npm packages brings.
    pub(crate) fn package(&self, program: &str) -> Command {
        let ending = if cfg!(windows) { ".cmd" } else { "" };
        Command::new(
            self.packages
                .join(".bin")
                .join(format!("{program}{ending}")),
        )
    }
}

pub(crate) fn run(project: &Project, need: Need) -> Result<Tools> {
    // The quick checks that only the user can mend come before anything long.
    let node = node::check()?;
    rust::target()?;
    if need == Need::Everything {
        rust::component("rustfmt")?;
        rust::component("clippy")?;
    }
    let packages = packages::install(project)?;
    if need == Need::Everything {
        extras::install_for_everybody();
    }
    let chromium = match need {
        Need::Page => None,
        Need::Everything => Some(chromium::find_or_install()?),
    };
    let trunk = trunk_tool().find_or_install(project)?;
    let wasm_bindgen = wasm_bindgen_tool(project)?.find_or_install(project)?;
    Ok(Tools {
        trunk,
        wasm_bindgen,
        node,
        packages,
        chromium,
    })
}

fn trunk_tool() -> CargoTool {
    CargoTool {
        package: "trunk",
        program: "trunk",
        version: TRUNK_VERSION.to_owned(),
        why: "bundles the page and serves it",
        minutes: 4,
        // Without its features Trunk downloads nothing by itself; its lock file is sound.
        flags: &["--locked", "--debug", "--no-default-features"],
        asked: &[],
    }
}

fn wasm_bindgen_tool(project: &Project) -> Result<CargoTool> {
    let version =
        locked_version(&project.read("Cargo.lock")?, "wasm-bindgen").ok_or_else(|| {
            anyhow!("Cargo.lock names no wasm-bindgen: run `cargo generate-lockfile`")
        })?;
    Ok(CargoTool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version,
        why: "makes the wasm callable from JavaScript",
        minutes: 2,
        // Not --locked: its lock file names a package version that was withdrawn.
        flags: &["--debug", "--no-default-features", "--bin", "wasm-bindgen"],
        asked: &[],
    })
}

/// What looks after dependencies, for a release alone.
pub(crate) fn cargo_deny(project: &Project) -> Result<PathBuf> {
    let tool = CargoTool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2".to_owned(),
        why: "checks the licences, versions and known holes of dependencies",
        minutes: 2,
        flags: &["--locked", "--debug", "--no-default-features"],
        asked: &[],
    };
    tool.find_or_install(project)
}

/// What writes the bill of what is in a release.
pub(crate) fn cargo_cyclonedx(project: &Project) -> Result<PathBuf> {
    let tool = CargoTool {
        package: "cargo-cyclonedx",
        program: "cargo-cyclonedx",
        version: "0.5.9".to_owned(),
        why: "writes the bill of a release",
        minutes: 2,
        flags: &["--locked", "--debug"],
        asked: &["cyclonedx"],
    };
    tool.find_or_install(project)
}

/// The version of `package` in the text of a Cargo.lock.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    const LOCK: &str = "\
[[package]]
name = \"wasm-bindgen-macro\"
version = \"0.2.1\"

[[package]]
name = \"wasm-bindgen\"
version = \"0.2.130\"
";

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        assert_eq!(
            locked_version(LOCK, "wasm-bindgen").as_deref(),
            Some("0.2.130")
        );
    }

    #[test]
    fn an_absent_package_has_no_locked_version() {
        assert_eq!(locked_version(LOCK, "wasm"), None);
    }
}

//! A tool from crates.io: one found on PATH at the right version, else one of our own in `.tools/`.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use super::say::say;
use crate::process;
use crate::project::Project;

/// Prebuilt tools come from servers that a closed network may not reach.
const BINSTALL_LIMIT: Duration = Duration::from_secs(20);

pub(crate) struct CargoTool {
    pub(crate) package: &'static str,
    pub(crate) program: &'static str,
    pub(crate) version: String,
    pub(crate) why: &'static str,
    /// To compile it on two cores.
    pub(crate) minutes: u32,
    pub(crate) flags: &'static [&'static str],
    /// What comes before `--version` when it is asked for that.
    pub(crate) asked: &'static [&'static str],
}

impl CargoTool {
    pub(crate) fn find_or_install(&self, project: &Project) -> Result<PathBuf> {
        let own = project.path(&format!(".tools/{}-{}", self.program, self.version));
        if let Some(found) = self.find(&own) {
            return Ok(found);
        }
        let tools = project.path(".tools");
        fs::create_dir_all(&tools)?;
        // Two commands started at once must not install over each other.
        let lock = File::create(tools.join("lock"))?;
        lock.lock().context("waiting for another installation")?;
        if let Some(found) = self.find(&own) {
            return Ok(found);
        }
        let partial = tools.join("partial");
        self.install(project, &partial, &own).inspect_err(|_| {
            // Nothing half-installed stays; if it was never made, all the better.
            let _ = fs::remove_dir_all(&partial);
        })?;
        Ok(self.program_in(&own))
    }

    fn find(&self, own: &Path) -> Option<PathBuf> {
        let on_path = process::on_path(self.program).filter(|found| self.is_right(found));
        on_path.or_else(|| Some(self.program_in(own)).filter(|program| program.is_file()))
    }

    fn is_right(&self, program: &PathBuf) -> bool {
        process::version(program, self.asked).is_some_and(|version| version == self.version)
    }

    fn program_in(&self, folder: &Path) -> PathBuf {
        let ending = std::env::consts::EXE_SUFFIX;
        folder.join("bin").join(format!("{}{ending}", self.program))
    }

    /// Installs beside the final place and moves there only what is complete.
    fn install(&self, project: &Project, partial: &Path, own: &Path) -> Result<()> {
        let root = partial.join("root");
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        say(&format!(
            "{} {} {}, and is not here at that version: installing it into {}",
            self.program,
            self.version,
            self.why,
            project.show(own)
        ));
        let ready_made = process::on_path("cargo-binstall").is_some() && self.binstall(&root);
        if !ready_made {
            self.compile(&root, &partial.join("build"))?;
        }
        let program = self.program_in(&root);
        if !self.is_right(&program) {
            bail!(
                "the installed {} is not version {}",
                self.program,
                self.version
            );
        }
        fs::rename(&root, own).with_context(|| format!("moving {} into place", self.program))?;
        fs::remove_dir_all(partial)?;
        Ok(())
    }

    fn binstall(&self, root: &Path) -> bool {
        say(&format!(
            "trying cargo binstall for at most {} s",
            BINSTALL_LIMIT.as_secs()
        ));
        let mut command = Command::new("cargo");
        command
            .args([
                "binstall",
                "--no-confirm",
                "--disable-strategies",
                "compile",
                "--root",
            ])
            .arg(root)
            .args(["--version", &self.version, self.package]);
        process::try_within(&mut command, BINSTALL_LIMIT) && self.is_right(&self.program_in(root))
    }

    fn compile(&self, root: &Path, build: &Path) -> Result<()> {
        let mut command = Command::new("cargo");
        command
            .args(["install", self.package, "--version", &self.version])
            .args(self.flags)
            .arg("--root")
            .arg(root)
            // Without debug information it compiles in a fifth of the time and is fast enough.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            // An interrupted compilation goes on here the next time.
            .env("CARGO_TARGET_DIR", build);
        say(&format!(
            "compiling it, once, about {} minutes on two cores",
            self.minutes
        ));
        process::run(&mut command).with_context(|| {
            format!(
                "{} {} could not be installed: once that is mended, run the same command again, \
                 or install it yourself by `{}`",
                self.program,
                self.version,
                self.by_hand()
            )
        })
    }

    fn by_hand(&self) -> String {
        let Self {
            package,
            version,
            flags,
            ..
        } = self;
        format!(
            "cargo install {package} --version {version} {}",
            flags.join(" ")
        )
    }
}

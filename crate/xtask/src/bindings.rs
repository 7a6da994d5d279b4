//! The wasm and its JavaScript, made from crate/web: target/bindings/{generals.js,generals_bg.wasm,generals.d.ts}.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::bundle::hexadecimal;
use crate::names;
use crate::process;
use crate::project::Project;
use crate::setup::Tools;

const TARGET: &str = "wasm32-unknown-unknown";

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Profile {
    /// Compiles fast; for `serve`.
    Dev,
    /// What people get.
    Release,
}

impl Profile {
    /// Each profile has a folder of its own, so that a running `serve` and a test run
    /// do not take the bindings away from each other.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Dev => "target/bindings-dev",
            Self::Release => "target/bindings",
        }
    }
}

/// Compiles what has changed; returns the folder of the bindings.
pub(crate) fn build(project: &Project, tools: &Tools, profile: Profile) -> Result<PathBuf> {
    let wasm = compile(project, profile)?;
    let folder = project.path(profile.folder());
    let stamp = folder.join(".made-from");
    let made_from = fingerprint(&wasm, &tools.wasm_bindgen)?;
    if fs::read_to_string(&stamp).is_ok_and(|old| old == made_from) {
        return Ok(folder);
    }
    let mut command = Command::new(&tools.wasm_bindgen);
    command
        .args(["--target", "web", "--out-name", "generals", "--out-dir"])
        .arg(&folder)
        .arg(&wasm);
    process::run(&mut command)?;
    names::number(&folder)?;
    fs::write(&stamp, made_from).context("marking the bindings as made")?;
    Ok(folder)
}

fn compile(project: &Project, profile: Profile) -> Result<PathBuf> {
    let mut command = Command::new("cargo");
    command
        .args(["build", "--package", "generals-web", "--target", TARGET])
        .arg("--target-dir")
        .arg(project.path("target"))
        .current_dir(project.root());
    let folder = match profile {
        // Unoptimised wasm is too slow for the larger scenarios that a page may open.
        Profile::Dev => {
            command
                .env("CARGO_PROFILE_DEV_OPT_LEVEL", "1")
                .env("CARGO_PROFILE_DEV_DEBUG", "0");
            "debug"
        }
        Profile::Release => {
            command.arg("--release");
            "release"
        }
    };
    process::run(&mut command)?;
    Ok(project.path(&format!("target/{TARGET}/{folder}/generals_web.wasm")))
}

fn fingerprint(wasm: &Path, wasm_bindgen: &Path) -> Result<String> {
    let bytes = fs::read(wasm).with_context(|| format!("reading {}", wasm.display()))?;
    let digest = hexadecimal(&Sha256::digest(bytes));
    Ok(format!("{digest} {}", wasm_bindgen.display()))
}

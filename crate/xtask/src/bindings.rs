//! The wasm and its JavaScript, made from crate/web: target/bindings/{generals.js,generals_bg.wasm,generals.d.ts}.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::digest;
use crate::machine_paths::MachinePaths;
use crate::names;
use crate::process;
use crate::profile::Profile;
use crate::project::Project;
use crate::setup::Tools;
use crate::wasm;

const TARGET: &str = "wasm32-unknown-unknown";

/// Compiles what has changed; returns the folder of the bindings.
pub(crate) fn build(project: &Project, tools: &Tools, profile: Profile) -> Result<PathBuf> {
    let paths = MachinePaths::of(project);
    let compiled = compile(project, profile, &paths)?;
    let folder = project.path(profile.bindings());
    let stamp = folder.join(".made-from");
    let made_from = fingerprint(&compiled, &tools.wasm_bindgen)?;
    if !fs::read_to_string(&stamp).is_ok_and(|old| old == made_from) {
        bind(tools, &compiled, &folder)?;
        fs::write(&stamp, made_from).context("marking the bindings as made")?;
    }
    // Unoptimised wasm holds what the compiler would have left out.
    if profile == Profile::Release {
        wasm::check(&fs::read(folder.join("generals_bg.wasm"))?, &paths)?;
    }
    Ok(folder)
}

fn bind(tools: &Tools, compiled: &Path, folder: &Path) -> Result<()> {
    let mut command = Command::new(&tools.wasm_bindgen);
    command
        .args(["--target", "web", "--out-name", "generals", "--out-dir"])
        .arg(folder)
        .arg(compiled);
    process::run(&mut command)?;
    names::number(folder)?;
    for ending in [".js", "_bg.wasm"] {
        let [full, small] =
            ["generals", "engine"].map(|name| folder.join(format!("{name}{ending}")));
        fs::copy(full, small)?;
    }
    Ok(())
}

fn compile(project: &Project, profile: Profile, paths: &MachinePaths) -> Result<PathBuf> {
    let mut command = Command::new("cargo");
    command
        .args(["build", "--package", "generals-web", "--target", TARGET])
        .arg("--target-dir")
        .arg(project.path("target"))
        .current_dir(project.root());
    paths.hide(&mut command, TARGET);
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
    Ok(format!(
        "{} {}",
        digest::long(&bytes),
        wasm_bindgen.display()
    ))
}

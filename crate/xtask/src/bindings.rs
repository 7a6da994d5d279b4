//! The wasm and its JavaScript, made from crate/web twice: the whole step API, target/bindings/{generals.js,
//! generals_bg.wasm,generals.d.ts}, and the engine of the page's first screen, engine.js and so on beside them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::border;
use crate::digest;
use crate::machine_paths::MachinePaths;
use crate::names;
use crate::process;
use crate::profile::Profile;
use crate::project::Project;
use crate::setup::Tools;
use crate::wasm;

const TARGET: &str = "wasm32-unknown-unknown";

/// One of the modules that crate/web becomes.
struct Module {
    name: &'static str,
    features: &'static [&'static str],
    /// Where cargo compiles it. Both in one folder would be one file there, compiled anew each time.
    target: &'static str,
}

const MODULES: [Module; 2] = [
    Module {
        name: "generals",
        features: &[],
        target: "target",
    },
    Module {
        name: "engine",
        features: &["--no-default-features"],
        target: "target/engine",
    },
];

/// Compiles what has changed; returns the folder of the bindings.
pub(crate) fn build(project: &Project, tools: &Tools, profile: Profile) -> Result<PathBuf> {
    let paths = MachinePaths::of(project);
    let folder = project.path(profile.bindings());
    for module in &MODULES {
        let compiled = compile(project, module, profile, &paths)?;
        let stamp = folder.join(format!(".{}-made-from", module.name));
        let made_from = fingerprint(project, &compiled, &tools.wasm_bindgen)?;
        if !fs::read_to_string(&stamp).is_ok_and(|old| old == made_from) {
            bind(project, tools, module, &compiled, &folder)?;
            fs::write(&stamp, made_from).context("marking the bindings as made")?;
        }
        // Unoptimised wasm holds what the compiler would have left out.
        if profile == Profile::Release {
            let wasm = format!("{}_bg.wasm", module.name);
            wasm::check(&fs::read(folder.join(&wasm))?, &paths).context(wasm)?;
        }
    }
    Ok(folder)
}

fn bind(
    project: &Project,
    tools: &Tools,
    module: &Module,
    compiled: &Path,
    folder: &Path,
) -> Result<()> {
    let mut command = Command::new(&tools.wasm_bindgen);
    command
        .args(["--target", "web", "--out-name", module.name, "--out-dir"])
        .arg(folder)
        .arg(compiled);
    process::run(&mut command)?;
    names::number(folder, module.name)?;
    border::guard(project, &folder.join(format!("{}.js", module.name)))
}

fn compile(
    project: &Project,
    module: &Module,
    profile: Profile,
    paths: &MachinePaths,
) -> Result<PathBuf> {
    let target = project.path(module.target);
    let mut command = Command::new("cargo");
    command
        .args(["build", "--package", "generals-web", "--target", TARGET])
        .args(module.features)
        .arg("--target-dir")
        .arg(&target)
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
    Ok(target.join(TARGET).join(folder).join("generals_web.wasm"))
}

fn fingerprint(project: &Project, wasm: &Path, wasm_bindgen: &Path) -> Result<String> {
    let bytes = fs::read(wasm).with_context(|| format!("reading {}", wasm.display()))?;
    Ok(format!(
        "{} {} {}",
        digest::long(&bytes),
        digest::long(border::text(project)?.as_bytes()),
        wasm_bindgen.display()
    ))
}

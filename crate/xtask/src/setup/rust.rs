//! What Rust itself must bring: the wasm target, the formatter, the linter.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::say::say;
use crate::process;

const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for wasm.
pub(crate) fn target() -> Result<()> {
    let library = process::capture(Command::new("rustc").args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))?;
    if PathBuf::from(library.trim()).is_dir() {
        return Ok(());
    }
    if process::on_path("rustup").is_none() {
        bail!(
            "Rust's {TARGET} target is missing and so is rustup: install rustup (rustup.rs) and run \
             `rustup target add {TARGET}`, or install your system's package of that standard library"
        );
    }
    say(&format!(
        "rustup target add {TARGET}: the page runs Rust compiled to wasm"
    ));
    process::run(Command::new("rustup").args(["target", "add", TARGET]))
        .with_context(|| format!("`rustup target add {TARGET}` must succeed first"))
}

/// rustfmt or clippy, which the tests run.
pub(crate) fn component(name: &str) -> Result<()> {
    let subcommand = if name == "rustfmt" { "fmt" } else { name };
    let present = Command::new("cargo")
        .args([subcommand, "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if present {
        return Ok(());
    }
    if process::on_path("rustup").is_none() {
        bail!(
            "{name} is missing: install rustup (rustup.rs) and run `rustup component add {name}`"
        );
    }
    say(&format!("rustup component add {name}: the tests run it"));
    process::run(Command::new("rustup").args(["component", "add", name]))
        .with_context(|| format!("`rustup component add {name}` must succeed first"))
}

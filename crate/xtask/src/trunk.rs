//! Running Trunk, which copies the page, calls us back to bundle it (hook.rs), serves and watches.

use std::net::TcpListener;
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::options::Serve;
use crate::process;
use crate::project::Project;
use crate::setup::Tools;

/// Tells the hook what the build is for; Trunk passes its environment on.
pub(crate) const PURPOSE: &str = "XTASK_PURPOSE";

/// What [`PURPOSE`] says when people are to get the result.
pub(crate) const PUBLISH: &str = "publish";

/// The release build, into dist/.
pub(crate) fn build(project: &Project, tools: &Tools) -> Result<()> {
    let mut command = trunk(project, tools)?;
    command.args(["build", "--release"]).env(PURPOSE, PUBLISH);
    process::run(&mut command).context("the page was not built; dist/ is as it was before")
}

/// Serves until stopped, building anew on every change. Does not return while all is well.
pub(crate) fn serve(project: &Project, tools: &Tools, serve: &Serve) -> Result<()> {
    let Serve {
        open,
        port,
        release,
    } = *serve;
    if TcpListener::bind(("127.0.0.1", port)).is_err() {
        bail!("port {port} is taken on 127.0.0.1: choose another by `cargo xtask serve --port N`");
    }
    let mut command = trunk(project, tools)?;
    command
        .args([
            "serve",
            "--address",
            "127.0.0.1",
            "--port",
            &port.to_string(),
        ])
        // A folder of its own: a test run meanwhile finds dist/ as it built it.
        .arg("--dist")
        .arg(project.path("target/serve"))
        .env(PURPOSE, format!("http://127.0.0.1:{port}/"));
    if release {
        command.arg("--release");
    }
    if open {
        command.arg("--open");
    }
    std::fs::create_dir_all(project.path("target/serve"))?;
    become_program(command)
}

fn trunk(project: &Project, tools: &Tools) -> Result<Command> {
    let me = std::env::current_exe().context("finding this program's own path")?;
    let folder = me.parent().context("this program lies in no folder")?;
    let mut command = Command::new(&tools.trunk);
    command
        .current_dir(project.root())
        // Trunk.toml names the hook `xtask`: the very program that is running now.
        .env("PATH", process::path_with(folder.to_path_buf())?)
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk warns that it finds no Rust project beside the page; the hook compiles it.
        .env("RUST_LOG", "error")
        // Trunk understands only `true` here, while the convention allows any value.
        .env_remove("NO_COLOR");
    if std::env::var_os("NO_COLOR").is_some() {
        command.args(["--color", "never"]);
    }
    Ok(command)
}

/// Where the system can, this process turns into the program, so that stopping one stops both.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("cannot start Trunk")
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<()> {
    process::run(&mut command)
}

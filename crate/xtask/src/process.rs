//! Running other programs: in sight of the user, with errors that name the program.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

/// Runs to the end, showing what the program prints.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| cannot_start(command))?;
    succeeded(command, status)
}

/// Runs to the end and returns what the program printed on its standard output.
pub(crate) fn capture(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| cannot_start(command))?;
    succeeded(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs to the end, showing what the program prints and handing each line of its standard
/// output to `see` as well.
pub(crate) fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<()> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| cannot_start(command))?;
    if let Some(stdout) = child.stdout.take() {
        let mut shown = std::io::stdout();
        for line in BufReader::new(stdout).lines() {
            let line = line?;
            writeln!(shown, "{line}")?;
            see(&line);
        }
    }
    let status = child.wait()?;
    succeeded(command, status)
}

/// Runs to the end or until `limit` is over; false if it failed or took too long.
pub(crate) fn try_within(command: &mut Command, limit: Duration) -> bool {
    let Ok(mut child) = command.stdin(Stdio::null()).spawn() else {
        return false;
    };
    let started = Instant::now();
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if started.elapsed() < limit => {
                std::thread::sleep(Duration::from_millis(100));
            }
            _ => {
                stop(&mut child);
                return false;
            }
        }
    }
}

fn stop(child: &mut Child) {
    // Already gone is as good as stopped.
    let _ = child.kill();
    let _ = child.wait();
}

/// The first word of what `program --version` says after its name: `trunk 0.21.14` → `0.21.14`. `words` come before, for a
/// program that wants its own name there.
pub(crate) fn version(program: &PathBuf, words: &[&str]) -> Option<String> {
    let output = Command::new(program)
        .args(words)
        .arg("--version")
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let last = text.lines().next()?.split_whitespace().nth(1)?;
    Some(last.to_owned())
}

/// A program by its name, as the shell would find it.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd", ".bat"]
    } else {
        &[""]
    };
    std::env::split_paths(&path)
        .flat_map(|folder| {
            endings
                .iter()
                .map(move |end| folder.join(format!("{name}{end}")))
        })
        .find(|candidate| candidate.is_file())
}

/// PATH with one folder before all others.
pub(crate) fn path_with(first: PathBuf) -> Result<OsString> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(first).chain(std::env::split_paths(&old));
    std::env::join_paths(folders).context("a folder's name cannot be put on PATH")
}

fn cannot_start(command: &Command) -> String {
    format!("cannot start `{}`", command.get_program().to_string_lossy())
}

fn succeeded(command: &Command, status: ExitStatus) -> Result<()> {
    if !status.success() {
        let program = PathBuf::from(command.get_program());
        let name = program.file_name().unwrap_or(command.get_program());
        bail!("`{}` failed ({status})", name.to_string_lossy());
    }
    Ok(())
}

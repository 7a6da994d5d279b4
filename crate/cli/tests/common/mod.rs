//! The real program, asked something.

#![allow(dead_code)] // each test needs some of it

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// The program, to be asked.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_generals"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("SLURM")) {
        command.env_remove(name);
    }
    command
}

/// What the program says.
pub(crate) struct Said {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    pub(crate) fn of(output: &Output) -> Self {
        Self {
            status: output.status.code().expect("it ends by itself"),
            out: String::from_utf8(output.stdout.clone()).unwrap(),
            err: String::from_utf8(output.stderr.clone()).unwrap(),
        }
    }

    /// The line of the answer that begins so.
    #[track_caller]
    pub(crate) fn line(&self, begins: &str) -> &str {
        let line = self.out.lines().find(|line| line.starts_with(begins));
        line.unwrap_or_else(|| panic!("no `{begins}` in\n{}{}", self.out, self.err))
    }

    /// The answer as plain data.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }
}

/// Asks, with nothing on standard input.
pub(crate) fn ask(words: &[&str]) -> Said {
    ask_with(words, b"")
}

/// Asks, with this on standard input.
pub(crate) fn ask_with(words: &[&str], input: &[u8]) -> Said {
    let mut child = program()
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Who refuses at once reads nothing.
    let _ = child.stdin.take().unwrap().write_all(input);
    Said::of(&child.wait_with_output().unwrap())
}

/// A folder of this test's own, empty.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A path as an argument.
pub(crate) fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

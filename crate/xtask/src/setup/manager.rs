//! What a system's own package manager installs.

use std::io::IsTerminal;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::say::say;
use crate::process;

/// A package manager: its program, what refreshes its lists, what installs.
pub(super) struct Manager {
    pub(super) program: &'static str,
    pub(super) refresh: &'static [&'static str],
    pub(super) install: &'static [&'static str],
    /// Whether it changes the system and so wants its administrator.
    pub(super) root: bool,
}

impl Manager {
    /// What anybody could type.
    pub(super) fn by_hand(&self) -> String {
        format!("{} {}", self.program, self.install.join(" "))
    }

    /// Installs, and says why.
    pub(super) fn run(&self, why: &str) -> Result<()> {
        let through = if self.root {
            administrator()
                .with_context(|| format!("`{}` needs an administrator", self.by_hand()))?
        } else {
            Vec::new()
        };
        say(&format!("{}: {why}", self.by_hand()));
        for words in [self.refresh, self.install] {
            if words.is_empty() {
                continue;
            }
            let mut line = through.iter().copied().chain([self.program]);
            let mut command = Command::new(line.next().unwrap_or(self.program));
            command
                .args(line)
                .args(words)
                .env("DEBIAN_FRONTEND", "noninteractive");
            process::run(&mut command)?;
        }
        Ok(())
    }
}

/// What to put before a command that changes the system: nothing for root, else sudo.
fn administrator() -> Result<Vec<&'static str>> {
    let id = Command::new("id").arg("-u").output();
    let root = id.is_ok_and(|id| id.stdout.trim_ascii() == b"0");
    if root {
        return Ok(Vec::new());
    }
    if process::on_path("sudo").is_none() {
        bail!("this is not root and there is no sudo");
    }
    // Without a terminal nobody could type the password.
    Ok(if std::io::stdin().is_terminal() {
        vec!["sudo"]
    } else {
        vec!["sudo", "-n"]
    })
}

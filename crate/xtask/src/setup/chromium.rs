//! A Chromium for the browser tests: found on the machine, else installed by its package manager.

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

use super::say::say;
use crate::process;

/// Any browser of the family will do.
const NAMES: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
];

/// Where the systems keep it when it is not on PATH.
const PLACES: [&str; 8] = [
    "/usr/lib/chromium/chromium",
    "/opt/google/chrome/chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/// A package manager: its program, what refreshes its lists, what installs.
struct Manager {
    program: &'static str,
    refresh: &'static [&'static str],
    install: &'static [&'static str],
    /// Whether it changes the system and so wants its administrator.
    root: bool,
}

const MANAGERS: [Manager; 7] = [
    Manager {
        program: "apt-get",
        refresh: &["update"],
        install: &["install", "-y", "--no-install-recommends", "chromium"],
        root: true,
    },
    Manager {
        program: "dnf",
        refresh: &[],
        install: &["install", "-y", "chromium"],
        root: true,
    },
    Manager {
        program: "pacman",
        refresh: &[],
        install: &["-Sy", "--noconfirm", "chromium"],
        root: true,
    },
    Manager {
        program: "zypper",
        refresh: &[],
        install: &["--non-interactive", "install", "chromium"],
        root: true,
    },
    Manager {
        program: "apk",
        refresh: &[],
        install: &["add", "chromium"],
        root: true,
    },
    Manager {
        program: "brew",
        refresh: &[],
        install: &["install", "--cask", "chromium"],
        root: false,
    },
    Manager {
        program: "winget",
        refresh: &[],
        install: &["install", "--exact", "--id", "Google.Chrome"],
        root: false,
    },
];

pub(crate) fn find_or_install() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        let named = PathBuf::from(named);
        if named.is_file() {
            return Ok(named);
        }
        bail!("CHROMIUM is set to {}, which is no file", named.display());
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    let Some(manager) = MANAGERS
        .iter()
        .find(|manager| process::on_path(manager.program).is_some())
    else {
        bail!(
            "Chromium is missing, which the browser tests drive: install it and set CHROMIUM to its program"
        );
    };
    install(manager)?;
    find().ok_or_else(|| {
        anyhow!("Chromium was installed, but its program was not found: set CHROMIUM to it")
    })
}

fn find() -> Option<PathBuf> {
    let on_path = NAMES.iter().find_map(|name| process::on_path(name));
    on_path.or_else(|| {
        PLACES
            .iter()
            .map(PathBuf::from)
            .find(|place| place.is_file())
    })
}

fn install(manager: &Manager) -> Result<()> {
    let by_hand = format!("{} {}", manager.program, manager.install.join(" "));
    let missing = format!(
        "Chromium is missing, which the browser tests drive: install it by `{by_hand}` as administrator, or set CHROMIUM to its program"
    );
    let through = if manager.root {
        administrator().context(missing.clone())?
    } else {
        Vec::new()
    };
    say(&format!(
        "{by_hand}: the browser tests drive Chromium, and none was found"
    ));
    for words in [manager.refresh, manager.install] {
        if words.is_empty() {
            continue;
        }
        let mut line = through.iter().copied().chain([manager.program]);
        let mut command = Command::new(line.next().unwrap_or(manager.program));
        command
            .args(line)
            .args(words)
            .env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command).with_context(|| missing.clone())?;
    }
    Ok(())
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

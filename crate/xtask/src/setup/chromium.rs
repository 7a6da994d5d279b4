//! A Chromium for the browser tests: found on the machine, else installed by its package manager.

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};

use super::manager::Manager;
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

/// The systems' own.
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
    let missing = format!(
        "Chromium is missing, which the browser tests drive: install it by `{}` as administrator, or set CHROMIUM to its program",
        manager.by_hand()
    );
    let why = "the browser tests drive Chromium, and none was found";
    manager.run(why).context(missing)
}

//! Whether all that the project is made of may be used: licences, one version of each, known sources, and, where their database
//! can be reached, no known hole.

use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::process;
use crate::project::Project;
use crate::setup;

/// A closed network answers late or never.
const FETCH_LIMIT: Duration = Duration::from_secs(60);

pub(super) fn check(project: &Project) -> Result<()> {
    let program = setup::cargo_deny(project)?;
    let deny = |words: &[&str]| {
        let mut command = Command::new(&program);
        command.current_dir(project.root()).args(words);
        command
    };
    process::run(&mut deny(&[
        "--locked", "check", "licenses", "bans", "sources",
    ]))
    .context("a dependency is not as .cargo/deny.toml wants it")?;
    if !process::try_within(&mut deny(&["fetch", "db"]), FETCH_LIMIT) {
        eprintln!(
            "release: skipped: known holes in dependencies, whose database cannot be reached"
        );
        return Ok(());
    }
    process::run(&mut deny(&[
        "--locked",
        "check",
        "--disable-fetch",
        "advisories",
    ]))
    .context("a dependency has a known hole; `cargo update --package NAME` may mend it")
}

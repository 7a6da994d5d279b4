//! Pictures of the page's main states, for people to look at.

use anyhow::Result;

use crate::process;
use crate::project::Project;
use crate::setup::{self, Need};
use crate::trunk;

pub(crate) fn run(project: &Project) -> Result<()> {
    let tools = setup::run(project, Need::Everything)?;
    trunk::build(project, &tools)?;
    let mut command = tools.node();
    command
        .current_dir(project.root())
        .arg("tests/browser/shots.js");
    if let Some(chromium) = &tools.chromium {
        command.env("CHROMIUM", chromium);
    }
    process::run(&mut command)?;
    println!("The pictures are in target/shots/.");
    Ok(())
}

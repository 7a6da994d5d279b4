//! What stands before the border: crate/web/border.js, put behind the script that wasm-bindgen writes.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::project::Project;

const FILE: &str = "crate/web/border.js";

/// The file itself.
pub(crate) fn text(project: &Project) -> Result<String> {
    fs::read_to_string(project.path(FILE)).with_context(|| format!("reading {FILE}"))
}

/// Guards all classes that a script exports.
pub(crate) fn guard(project: &Project, script: &Path) -> Result<()> {
    let bound =
        fs::read_to_string(script).with_context(|| format!("reading {}", script.display()))?;
    let guarded = guarded(&bound, &text(project)?);
    ensure!(guarded.is_some(), "{} has no classes", script.display());
    fs::write(script, guarded.unwrap_or_default())
        .with_context(|| format!("writing {}", script.display()))
}

fn guarded(bound: &str, border: &str) -> Option<String> {
    let classes: Vec<&str> = bound
        .lines()
        .filter_map(|line| line.strip_prefix("export class ")?.split(' ').next())
        .collect();
    (!classes.is_empty()).then(|| format!("{bound}\n{border}\nguard({});\n", classes.join(", ")))
}

#[test]
fn every_exported_class_is_guarded_and_no_other() {
    let bound = "class Inner {}\nexport class Lab {\n}\nexport class Session {}\n";
    let guarded = guarded(bound, "// border").unwrap();
    assert!(guarded.starts_with(bound) && guarded.contains("// border"));
    assert!(guarded.ends_with("\nguard(Lab, Session);\n"));
    assert_eq!(super::border::guarded("export function f() {}", ""), None);
}

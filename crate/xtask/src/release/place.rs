//! Where a release is written, what its files are called, and how they get there.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::project::Project;

/// Below the root of the project; git does not see it.
pub(super) const FOLDER: &str = "release";

/// All crates and packages have one version.
pub(super) const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Copies a folder with all below it.
pub(super) fn copy(project: &Project, from: &Path, to: &Path) -> Result<()> {
    for file in project.files(&from.to_string_lossy(), "")? {
        let place = to.join(file.strip_prefix(from)?);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(&file, place).with_context(|| format!("copying {}", file.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_changed_and_how_to_cite_name_this_version() {
        let project = Project::here();
        let changes = project.read("CHANGELOG.md").unwrap();
        assert!(
            changes.contains(&format!("\n## [{VERSION}]")),
            "CHANGELOG.md"
        );
        let citation = project.read("CITATION.cff").unwrap();
        // Without these it is no citation file: Citation File Format 1.2.0.
        for required in ["cff-version: 1.2.0", "message: ", "title: ", "authors:"] {
            let begins = |line: &str| line.starts_with(required);
            assert!(citation.lines().any(begins), "{required}");
        }
        let version = format!("version: {VERSION}");
        assert!(citation.lines().any(|line| line == version), "{version}");
        assert!(
            project
                .read("README.md")
                .unwrap()
                .contains(&format!("byzantine-generals-{VERSION}.tgz"))
        );
    }
}

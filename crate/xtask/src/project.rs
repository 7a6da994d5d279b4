//! Where the project's files are.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The repository on disk.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The repository this program was started from, wherever the user stands in it.
    pub(crate) fn here() -> Self {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
            .unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let xtask = PathBuf::from(manifest);
        let root = xtask.ancestors().nth(2).unwrap_or(&xtask).to_path_buf();
        Self { root }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    pub(crate) fn read(&self, relative: &str) -> Result<String> {
        std::fs::read_to_string(self.path(relative)).with_context(|| format!("reading {relative}"))
    }

    /// A path as people read it: relative to the root where it lies below it.
    pub(crate) fn show(&self, path: &Path) -> String {
        let short = path.strip_prefix(&self.root).unwrap_or(path);
        short.display().to_string()
    }

    /// Files below `folder` whose names end in `ending`, sorted; none if there is no such folder.
    pub(crate) fn files(&self, folder: &str, ending: &str) -> Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        let mut folders = vec![self.path(folder)];
        while let Some(folder) = folders.pop() {
            if !folder.is_dir() {
                continue;
            }
            for entry in std::fs::read_dir(&folder)? {
                let path = entry?.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.to_string_lossy().ends_with(ending) {
                    found.push(path);
                }
            }
        }
        found.sort();
        Ok(found)
    }
}

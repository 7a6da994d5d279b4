//! The SHA-256 of every file of a release, as `sha256sum --check` reads them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::digest;
use crate::project::Project;

pub(super) const FILE: &str = "SHA256SUMS";

/// By the names of the files, with `/` between folders.
pub(super) struct Sums(BTreeMap<String, String>);

/// All files below a folder, but for the sums themselves.
pub(super) fn of(project: &Project, folder: &Path) -> Result<Sums> {
    let mut sums = BTreeMap::new();
    for file in project.files(&folder.to_string_lossy(), "")? {
        let parts = file.strip_prefix(folder)?.iter();
        let name: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
        let name = name.join("/");
        if name != FILE {
            sums.insert(name, digest::long(&fs::read(&file)?));
        }
    }
    Ok(Sums(sums))
}

impl Sums {
    pub(super) fn text(&self) -> String {
        let lines = self.0.iter().map(|(name, sum)| format!("{sum}  {name}\n"));
        lines.collect()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The names of files that are not the same in both, or only in one.
    pub(super) fn differing<'a>(&'a self, other: &'a Self) -> Vec<&'a str> {
        let names = self.0.keys().chain(other.0.keys());
        let mut names: Vec<&str> = names
            .filter(|name| self.0.get(*name) != other.0.get(*name))
            .map(String::as_str)
            .collect();
        names.sort_unstable();
        names.dedup();
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sums(files: &[(&str, &str)]) -> Sums {
        let files = files.iter();
        Sums(
            files
                .map(|(name, sum)| (name.to_string(), sum.to_string()))
                .collect(),
        )
    }

    #[test]
    fn they_are_written_as_sha256sum_reads_them() {
        assert_eq!(
            sums(&[("b/c", "11"), ("a", "22")]).text(),
            "22  a\n11  b/c\n"
        );
    }

    #[test]
    fn what_differs_is_named_whichever_side_has_it() {
        let one = sums(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let other = sums(&[("a", "1"), ("b", "9"), ("d", "4")]);
        assert_eq!(one.differing(&other), ["b", "c", "d"]);
        assert!(one.differing(&one).is_empty());
    }

    #[test]
    fn all_files_count_but_the_sums() {
        let folder = std::env::temp_dir().join(format!("sums-{}", std::process::id()));
        fs::create_dir_all(folder.join("site")).unwrap();
        fs::write(folder.join("site/a"), "abc").unwrap();
        fs::write(folder.join(FILE), "old").unwrap();
        let text = of(&Project::here(), &folder).unwrap().text();
        assert!(
            text.starts_with("ba7816bf8f01cfea") && text.ends_with("  site/a\n"),
            "{text}"
        );
        fs::remove_dir_all(folder).unwrap();
    }
}

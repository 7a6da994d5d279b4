//! A folder as a zip, as learning platforms take it: index.html at its root. The same files make the same bytes.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Result, ensure};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::project::Project;

pub(super) fn zip(project: &Project, folder: &Path) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        // When a file was written is chance.
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut has_page = false;
    for file in project.files(&folder.to_string_lossy(), "")? {
        let parts = file.strip_prefix(folder)?.iter();
        let name: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
        let name = name.join("/");
        has_page |= name == "index.html";
        archive.start_file(name, options)?;
        archive.write_all(&fs::read(&file)?)?;
    }
    ensure!(has_page, "{} has no index.html", folder.display());
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn the_same_files_are_the_same_bytes_with_the_page_at_the_root() {
        let folder = std::env::temp_dir().join(format!("zip-{}", std::process::id()));
        fs::create_dir_all(folder.join("assets")).unwrap();
        let project = Project::here();
        fs::write(folder.join("assets/a.js"), "say()").unwrap();
        zip(&project, &folder).unwrap_err();
        fs::write(folder.join("index.html"), "<p>").unwrap();
        let first = zip(&project, &folder).unwrap();
        // Written again, later.
        let file = fs::File::options()
            .append(true)
            .open(folder.join("index.html"))
            .unwrap();
        file.set_modified(std::time::SystemTime::UNIX_EPOCH)
            .unwrap();
        assert_eq!(zip(&project, &folder).unwrap(), first);
        let mut archive = zip::ZipArchive::new(Cursor::new(first)).unwrap();
        let names: Vec<String> = archive.file_names().map(str::to_owned).collect();
        assert_eq!(names, ["assets/a.js", "index.html"]);
        let mut text = String::new();
        let mut page = archive.by_name("index.html").unwrap();
        page.read_to_string(&mut text).unwrap();
        assert_eq!(text, "<p>");
        fs::remove_dir_all(folder).unwrap();
    }
}

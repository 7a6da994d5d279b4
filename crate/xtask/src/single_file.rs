//! The page as one file that asks for nothing: it opens by double click and in a sandboxed frame.

use std::io::Write;

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use sha2::{Digest, Sha256};

use crate::html;

/// What goes into the page.
pub(crate) struct Parts<'a> {
    pub(crate) script: &'a [u8],
    pub(crate) style: &'a [u8],
    pub(crate) wasm: &'a [u8],
    /// The notices that every copy must carry; this one is passed on alone.
    pub(crate) licences: &'a str,
}

/// The page with everything inside. The wasm travels deflated, as text of a data block at the end,
/// so that the page is painted before it is read; js/shell/entry-single.js unpacks it.
pub(crate) fn assemble(page: &str, parts: &Parts<'_>) -> Result<String> {
    let script = safe_inside_script(&String::from_utf8_lossy(parts.script));
    let style = String::from_utf8_lossy(parts.style).replace("</style", "<\\/style");
    let page = html::with_policy(page, &policy(&script))?;
    let page = html::replace_once(&page, html::STYLE, &format!("<style>{style}</style>"))?;
    let page = html::replace_once(&page, html::SCRIPT, "")?;
    let end = format!(
        r#"<script type="application/wasm" id="wasm">{}</script>
<script type="module">{script}</script>
</body>
<!--
{}-->"#,
        STANDARD.encode(deflated(parts.wasm)?),
        // Two hyphens would end the comment.
        parts.licences.replace("--", "- -")
    );
    html::replace_once(&page, "</body>", &end)
}

/// Only this very script may run, and nothing may be asked of anyone.
fn policy(script: &str) -> String {
    let hash = STANDARD.encode(Sha256::digest(script));
    format!(
        "default-src 'none'; script-src 'sha256-{hash}' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; \
         img-src data: blob:; media-src blob:; worker-src blob:; base-uri 'none'; form-action 'none'"
    )
}

/// HTML ends a script at `</script` wherever it stands, and reads `<!--` and `<script` as the
/// beginning of something else. In JavaScript they occur in strings only, where an escape means the same.
fn safe_inside_script(script: &str) -> String {
    let script = script.replace("\r\n", "\n");
    ["</script", "<script", "<!--"]
        .iter()
        .fold(script, |script, dangerous| {
            script.replace(dangerous, &dangerous.replacen('<', "\\x3C", 1))
        })
}

fn deflated(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts<'static> {
        Parts {
            script: b"f()",
            style: b"a{}",
            wasm: b"wasm",
            licences: "Copyright -- everybody",
        }
    }

    const PAGE: &str = r#"<!doctype html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="css/main.css">
<script type="module" src="js/shell/entry-hosted.js"></script></head><body></body></html>"#;

    #[test]
    fn nothing_in_the_single_file_is_asked_for() {
        let page = assemble(PAGE, &parts()).unwrap();
        assert!(!page.contains("src=\""), "{page}");
        assert!(!page.contains("href="), "{page}");
    }

    #[test]
    fn the_policy_allows_the_script_by_its_hash() {
        let page = assemble(PAGE, &parts()).unwrap();
        let hash = STANDARD.encode(Sha256::digest("f()"));
        assert!(page.contains(&format!("'sha256-{hash}'")), "{page}");
    }

    #[test]
    fn the_notices_travel_with_the_file() {
        let page = assemble(PAGE, &parts()).unwrap();
        assert!(page.contains("Copyright - - everybody"), "{page}");
    }

    #[test]
    fn every_package_in_the_wasm_is_named_in_the_notices() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
        let notices = std::fs::read_to_string(format!("{root}/crate/web/LICENSES.txt")).unwrap();
        let tree = std::process::Command::new(env!("CARGO"))
            .args([
                "tree",
                "--package",
                "generals-web",
                "--target",
                "wasm32-unknown-unknown",
            ])
            .args([
                "--edges",
                "normal,no-proc-macro",
                "--prefix",
                "none",
                "--format",
                "{lib}",
            ])
            .current_dir(root)
            .output()
            .unwrap();
        let packages = String::from_utf8(tree.stdout).unwrap();
        assert!(packages.lines().count() > 10, "{packages}");
        for package in packages
            .lines()
            .filter(|line| !line.starts_with("generals"))
        {
            let package = package.trim_end_matches(" (*)");
            let named = notices.replace('-', "_").contains(package);
            assert!(named, "{package} is not in crate/web/LICENSES.txt");
        }
    }

    #[test]
    fn a_script_cannot_end_itself_early() {
        let script = safe_inside_script("say('</script><!--<script>')");
        assert_eq!(script, r"say('\x3C/script>\x3C!--\x3Cscript>')");
    }

    #[test]
    fn deflating_shrinks_what_repeats() {
        assert!(deflated(&[7; 1000]).unwrap().len() < 20);
    }
}

//! The page as one file that asks for nothing: it opens by double click and in a sandboxed frame.

use anyhow::Result;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::html::{self, Places};

/// What goes into the page.
pub(crate) struct Parts<'a> {
    /// The script that runs before any style.
    pub(crate) early: &'a str,
    /// The one that unpacks the rest and draws the first picture.
    pub(crate) unpack: &'a str,
    pub(crate) script: &'a str,
    pub(crate) style: &'a str,
    pub(crate) wasm: &'a [u8],
    /// The notices that every copy must carry; this one is passed on alone.
    pub(crate) licences: &'a str,
}

/// The page with everything inside. Style, script and wasm travel deflated, as text of data blocks. The style comes
/// first, so that the page is painted while the rest is read; js/shell/unpack.js unpacks them.
pub(crate) fn assemble(page: &str, parts: &Parts<'_>) -> Result<String> {
    let page = html::with_policy(page, &policy(parts))?;
    let style = format!(
        "{}\n{}",
        block("packed-style", parts.style.as_bytes())?,
        html::script(parts.unpack)
    );
    let places = Places {
        early: &html::script(parts.early),
        main: "",
        style: &style,
        first_picture: "",
    };
    let page = places.filled(&page)?;
    let end = format!(
        "{}\n{}\n</body>\n<!--\n{}-->",
        block("packed-script", parts.script.as_bytes())?,
        block("packed-wasm", parts.wasm)?,
        // Two hyphens would end the comment.
        parts.licences.replace("--", "- -")
    );
    html::replace_once(&page, "</body>", &end)
}

/// Only these very scripts may run, and nothing may be asked of anyone.
fn policy(parts: &Parts<'_>) -> String {
    let hashes = [parts.early, parts.unpack, parts.script].map(html::hash);
    let hashes = hashes.join(" ");
    format!(
        "default-src 'none'; script-src {hashes} 'wasm-unsafe-eval'; style-src 'unsafe-inline'; \
         img-src data: blob:; media-src blob:; worker-src blob:; base-uri 'none'; form-action 'none'"
    )
}

/// A data block, which browsers neither run nor show.
fn block(id: &str, content: &[u8]) -> Result<String> {
    let packed = STANDARD.encode(deflated(content)?);
    Ok(format!(
        r#"<script type="text/plain" id="{id}">{packed}</script>"#
    ))
}

/// Smaller by a twentieth than what gzip makes of it, in a second or two. More rounds save a five-hundredth.
fn deflated(bytes: &[u8]) -> Result<Vec<u8>> {
    let options = zopfli::Options {
        iteration_count: std::num::NonZeroU64::MIN,
        ..zopfli::Options::default()
    };
    let mut packed = Vec::new();
    zopfli::compress(options, zopfli::Format::Deflate, bytes, &mut packed)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html::tests::PAGE;
    use std::io::Read;

    fn page() -> String {
        let parts = Parts {
            early: "dress()",
            unpack: "unpack()",
            script: "say('</script>')",
            style: "a{}",
            wasm: b"wasm",
            licences: "Copyright -- everybody",
        };
        assemble(PAGE, &parts).unwrap()
    }

    #[test]
    fn nothing_in_the_single_file_is_asked_for() {
        let page = page();
        assert!(!page.contains("src=\""), "{page}");
        assert!(!page.contains("href="), "{page}");
    }

    #[test]
    fn the_policy_allows_three_scripts_by_their_hashes_the_packed_one_as_it_will_run() {
        let page = page();
        for script in ["dress()", "unpack()", "say('</script>')"] {
            assert!(page.contains(&html::hash(script)), "{script} in {page}");
        }
        assert_eq!(page.matches("'sha256-").count(), 3, "{page}");
    }

    #[test]
    fn what_is_packed_is_what_is_unpacked() {
        for content in [&b"wasm"[..], &[7; 1000], b""] {
            let block = block("it", content).unwrap();
            let text = block.strip_suffix("</script>").unwrap();
            let (_, packed) = text.split_once('>').unwrap();
            let packed = STANDARD.decode(packed).unwrap();
            assert!(packed.len() < 20, "{}", packed.len());
            let mut unpacked = Vec::new();
            let mut decoder = flate2::read::DeflateDecoder::new(packed.as_slice());
            decoder.read_to_end(&mut unpacked).unwrap();
            assert_eq!(unpacked, content);
        }
    }

    #[test]
    fn the_style_can_be_unpacked_before_the_rest_has_been_read() {
        let page = page();
        let at = |text: &str| page.find(text).unwrap();
        assert!(at("packed-style") < at("<script>unpack()"));
        assert!(at("<script>unpack()") < at("packed-script"));
    }

    #[test]
    fn the_notices_travel_with_the_file() {
        assert!(page().contains("Copyright - - everybody"), "{}", page());
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
}

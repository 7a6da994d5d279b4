//! Rewriting www/index.html, which is written so that each of these places occurs once.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The page's script, as the source page names it.
pub(crate) const SCRIPT: &str = r#"<script type="module" src="js/shell/entry-hosted.js"></script>"#;
/// The page's style sheet, as the source page names it.
pub(crate) const STYLE: &str = r#"<link rel="stylesheet" href="css/main.css">"#;
const EARLY: &str = "<script>";
const EARLY_END: &str = "</script>";
const CHARSET: &str = r#"<meta charset="utf-8">"#;

/// What the hosted page may load: its own files, and pictures it makes itself.
pub(crate) const HOSTED_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src blob:; \
    worker-src 'self' blob:; base-uri 'none'; form-action 'none'";

/// Addresses of the hosted page's parts, relative to it.
pub(crate) struct Parts {
    pub(crate) script: String,
    pub(crate) style: String,
    pub(crate) wasm: String,
}

/// The page with the built parts in place of its sources. The wasm begins to load with the
/// page; the entry module finds its address in the link.
pub(crate) fn hosted(page: &str, parts: &Parts) -> Result<String> {
    let Parts {
        script,
        style,
        wasm,
    } = parts;
    let head = format!(
        r#"<link rel="preload" as="fetch" type="application/wasm" crossorigin href="{wasm}">
<link rel="stylesheet" href="{style}">"#
    );
    let page = replace_once(page, STYLE, &head)?;
    let script = format!(r#"<script type="module" src="{script}"></script>"#);
    replace_once(&page, SCRIPT, &script)
}

/// The page with a content security policy, before anything it rules.
pub(crate) fn with_policy(page: &str, policy: &str) -> Result<String> {
    let head = format!(
        r#"{CHARSET}
<meta http-equiv="Content-Security-Policy" content="{policy}">"#
    );
    replace_once(page, CHARSET, &head)
}

/// The hosted page with its policy, which allows the one inline script by its hash.
pub(crate) fn with_hosted_policy(page: &str) -> Result<String> {
    let hash = STANDARD.encode(Sha256::digest(early_script(page)?));
    let own = "script-src 'self'";
    with_policy(
        page,
        &replace_once(HOSTED_POLICY, own, &format!("{own} 'sha256-{hash}'"))?,
    )
}

/// The page without the script that dresses it before the first paint: in a single file the
/// page's own module is there as early, and its policy stays with one hash.
pub(crate) fn without_early_script(page: &str) -> Result<String> {
    let script = format!("{EARLY}{}{EARLY_END}\n", early_script(page)?);
    replace_once(page, &script, "")
}

/// The text of the one inline script in the head: language and theme before the first paint.
fn early_script(page: &str) -> Result<&str> {
    let (_, rest) = page
        .split_once(EARLY)
        .context("www/index.html has lost its inline script")?;
    let (script, _) = rest
        .split_once(EARLY_END)
        .context("the inline script of www/index.html does not end")?;
    Ok(script)
}

pub(crate) fn replace_once(page: &str, old: &str, new: &str) -> Result<String> {
    match page.matches(old).count() {
        1 => Ok(page.replacen(old, new, 1)),
        found => {
            bail!("www/index.html must contain `{old}` exactly once, and it does {found} times")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!doctype html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="css/main.css">
<script type="module" src="js/shell/entry-hosted.js"></script></head></html>"#;

    #[test]
    fn hosted_addresses_are_relative() {
        let parts = Parts {
            script: "assets/main-1.js".into(),
            style: "assets/main-2.css".into(),
            wasm: "assets/generals_bg-3.wasm".into(),
        };
        let page = hosted(PAGE, &parts).unwrap();
        for address in [
            "assets/main-1.js",
            "assets/main-2.css",
            "assets/generals_bg-3.wasm",
        ] {
            assert!(
                page.contains(&format!("\"{address}\"")),
                "{address} in {page}"
            );
        }
        assert!(!page.contains("js/shell/entry-hosted.js"));
    }

    #[test]
    fn the_policy_comes_before_all_it_rules() {
        let page = with_policy(PAGE, HOSTED_POLICY).unwrap();
        let policy = page.find("Content-Security-Policy").unwrap();
        assert!(policy < page.find("stylesheet").unwrap());
        assert!(policy < page.find("<script").unwrap());
    }

    #[test]
    fn the_inline_script_is_allowed_by_its_hash_and_no_other() {
        let page = PAGE.replace("</head>", "<script>dress()</script>\n</head>");
        let hash = STANDARD.encode(Sha256::digest("dress()"));
        let hosted = with_hosted_policy(&page).unwrap();
        assert!(
            hosted.contains(&format!(
                "script-src 'self' 'sha256-{hash}' 'wasm-unsafe-eval'"
            )),
            "{hosted}"
        );
        assert!(!without_early_script(&page).unwrap().contains("dress"));
        assert!(with_hosted_policy(PAGE).is_err());
    }

    #[test]
    fn a_page_without_its_script_is_refused() {
        let message = replace_once("<p>", SCRIPT, "").unwrap_err().to_string();
        assert!(message.contains("entry-hosted.js"), "{message}");
    }
}

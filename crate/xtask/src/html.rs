//! Rewriting www/index.html, which is written so that each of these places occurs once.

use anyhow::{Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The style sheet of the first screen, below www/.
pub(crate) const STYLE_SOURCE: &str = "js/first.css";

/// Scripts and style, as the source page names them.
const EARLY: &str = r#"<script src="js/shell/early.js"></script>"#;
const FIRST_PICTURE: &str = r#"<script src="js/shell/first-picture.js"></script>"#;
const SCRIPT: &str = r#"<script type="module" src="js/shell/entry-hosted.js"></script>"#;
const STYLE: &str = r#"<link rel="stylesheet" href="js/first.css">"#;
const CHARSET: &str = r#"<meta charset="utf-8">"#;

/// What the hosted page may load: its own files, and pictures it makes itself.
const HOSTED_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; media-src blob:; \
    worker-src 'self' blob:; base-uri 'none'; form-action 'none'";

/// What stands in the hosted page itself, made ready to: its style and short scripts, each of which would be a request.
pub(crate) struct Inline {
    pub(crate) early: String,
    pub(crate) first_picture: String,
    pub(crate) style: String,
}

/// The hosted page, with the address of its script.
pub(crate) fn hosted(page: &str, inline: &Inline, address: &str) -> Result<String> {
    let main = format!(r#"<script type="module" src="{address}"></script>"#);
    let places = Places {
        early: &script(&inline.early),
        main: &main,
        style: &style(&inline.style),
        first_picture: &script(&inline.first_picture),
    };
    places.filled(page)
}

/// The hosted page with the whole address of its picture, which those who show previews of links ask for; most of them do not
/// know what an address relative to the page means.
pub(crate) fn with_site(page: &str, site: &str) -> Result<String> {
    let picture = |at: &str| format!(r#"<meta property="og:image" content="{at}og.png">"#);
    let site = site.trim_end_matches('/');
    if site.contains(['"', '<', '&'])
        || !(site.starts_with("https://") || site.starts_with("http://"))
    {
        bail!(
            "SITE must be the address at which the page will be, like https://example.org/generals/, and it is `{site}`"
        );
    }
    replace_once(page, &picture(""), &picture(&format!("{site}/")))
}

/// What stands in each place.
pub(crate) struct Places<'a> {
    pub(crate) early: &'a str,
    pub(crate) main: &'a str,
    pub(crate) style: &'a str,
    pub(crate) first_picture: &'a str,
}

impl Places<'_> {
    pub(crate) fn filled(&self, page: &str) -> Result<String> {
        let filled = [
            (EARLY, self.early),
            (SCRIPT, self.main),
            (STYLE, self.style),
            (FIRST_PICTURE, self.first_picture),
        ];
        filled
            .iter()
            .try_fold(page.to_owned(), |page, (place, text)| {
                replace_once(&page, place, text)
            })
    }
}

/// The page with a content security policy, before anything it rules.
pub(crate) fn with_policy(page: &str, policy: &str) -> Result<String> {
    let head = format!(
        r#"{CHARSET}
<meta http-equiv="Content-Security-Policy" content="{policy}">"#
    );
    replace_once(page, CHARSET, &head)
}

/// The hosted page with its policy, which allows its inline scripts by their hashes.
pub(crate) fn with_hosted_policy(page: &str, inline: &Inline) -> Result<String> {
    let own = "script-src 'self'";
    let [early, first_picture] = [&inline.early, &inline.first_picture].map(|script| hash(script));
    let allowed = format!("{own} {early} {first_picture}");
    let policy = replace_once(HOSTED_POLICY, own, &allowed)?;
    with_policy(page, &policy)
}

/// How a policy names a script by its text as it runs.
pub(crate) fn hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

/// A script inside the page; its text is [`safe_inside_script`].
pub(crate) fn script(text: &str) -> String {
    format!("<script>{text}</script>")
}

/// A style sheet inside the page.
fn style(text: &str) -> String {
    format!("<style>{}</style>", text.replace("</style", "<\\/style"))
}

/// HTML ends a script at `</script` wherever it stands, and reads `<!--` and `<script` as the
/// beginning of something else. In JavaScript they occur in strings only, where an escape means the same.
pub(crate) fn safe_inside_script(script: &str) -> String {
    let script = script.trim().replace("\r\n", "\n");
    ["</script", "<script", "<!--"]
        .iter()
        .fold(script, |script, dangerous| {
            script.replace(dangerous, &dangerous.replacen('<', "\\x3C", 1))
        })
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
pub(crate) mod tests {
    use super::*;

    pub(crate) const PAGE: &str = r#"<!doctype html><html><head><meta charset="utf-8">
<script src="js/shell/early.js"></script>
<script type="module" src="js/shell/entry-hosted.js"></script>
<link rel="stylesheet" href="js/first.css"></head>
<body><div></div><script src="js/shell/first-picture.js"></script></body></html>"#;

    fn page() -> String {
        let inline = Inline {
            early: "dress()".into(),
            first_picture: "draw()".into(),
            style: "a{}".into(),
        };
        let page = hosted(PAGE, &inline, "assets/main-1.js").unwrap();
        with_hosted_policy(&page, &inline).unwrap()
    }

    #[test]
    fn the_page_asks_for_its_script_alone_and_by_a_relative_address() {
        let page = page();
        assert_eq!(page.matches("src=\"").count(), 1, "{page}");
        assert!(page.contains(r#"src="assets/main-1.js""#), "{page}");
        assert!(!page.contains("href="), "{page}");
    }

    #[test]
    fn the_policy_comes_before_all_it_rules_and_the_early_script_before_any_style() {
        let page = page();
        let at = |text: &str| page.find(text).unwrap();
        assert!(at("Content-Security-Policy") < at("<script>dress()"));
        assert!(at("<script>dress()") < at("<style>a{}"));
        assert!(at("</div>") < at("<script>draw()"));
    }

    #[test]
    fn the_inline_scripts_are_allowed_by_their_hashes_and_no_others() {
        let allowed = format!(
            "script-src 'self' {} {} 'wasm-unsafe-eval'",
            hash("dress()"),
            hash("draw()")
        );
        assert!(page().contains(&allowed), "{}", page());
    }

    #[test]
    fn a_hash_is_what_browsers_compute() {
        // As in the specification of content security policies, which quotes it of this very text.
        let expected = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert_eq!(hash("alert('Hello, world.');"), expected);
    }

    #[test]
    fn neither_a_script_nor_a_style_can_end_itself_early() {
        let script = safe_inside_script("say('</script><!--<script>')");
        assert_eq!(script, r"say('\x3C/script>\x3C!--\x3Cscript>')");
        assert_eq!(
            style("a::after{content:'</style>'}"),
            r"<style>a::after{content:'<\/style>'}</style>"
        );
    }

    #[test]
    fn the_picture_of_previews_has_a_whole_address_where_one_is_given() {
        let page = r#"<meta property="og:image" content="og.png">"#;
        for site in [
            "https://example.org/generals",
            "https://example.org/generals/",
        ] {
            let found = with_site(page, site).unwrap();
            assert!(
                found.contains(r#"content="https://example.org/generals/og.png""#),
                "{found}"
            );
        }
        for site in ["example.org", r#"https://example.org/"><script>"#] {
            let message = with_site(page, site).unwrap_err().to_string();
            assert!(message.contains("SITE must be"), "{message}");
        }
    }

    #[test]
    fn a_page_without_one_of_its_places_is_refused() {
        let page = PAGE.replace(SCRIPT, "");
        let nothing = Places {
            early: "",
            main: "",
            style: "",
            first_picture: "",
        };
        let message = nothing.filled(&page).unwrap_err().to_string();
        assert!(message.contains("entry-hosted.js"), "{message}");
    }
}

//! The step API: the generals crate for JavaScript. Plain data out, typed errors, no prose.
//!
//! The only crate that knows the browser. What crosses the border is described in crate/wire, whose types become part
//! of the generated TypeScript declarations.

mod address;
mod arguments;
#[cfg(feature = "pbft")]
mod certificate;
mod changes;
mod crowd;
#[cfg(feature = "diagnosis")]
mod diagnosis;
mod error;
#[cfg(feature = "files")]
mod files;
mod flow;
#[cfg(feature = "lab")]
mod lab;
#[cfg(feature = "lab")]
mod lab_error;
#[cfg(feature = "lab")]
mod lab_price;
#[cfg(feature = "lab")]
mod lab_search;
#[cfg(feature = "marks")]
mod leaders;
#[cfg(feature = "sm")]
mod letters;
mod plain;
#[cfg(feature = "own")]
mod program;
#[cfg(feature = "network")]
mod queue;
mod rows;
mod session;
mod space_time;
#[cfg(all(feature = "lab", feature = "network"))]
mod split_brain;
#[cfg(feature = "own")]
mod standing;
#[cfg(feature = "trust")]
mod trust;
mod vote_tree;
#[cfg(feature = "lab")]
mod worlds;

use wasm_bindgen::prelude::wasm_bindgen;

pub use crowd::Crowd;
#[cfg(feature = "lab")]
pub use lab::Lab;
#[cfg(feature = "lab")]
pub use lab_search::LabSearch;
#[cfg(feature = "own")]
pub use program::Program;
pub use rows::Rows;
pub use session::Session;
#[cfg(feature = "trust")]
pub use trust::Trust;
pub use vote_tree::VoteTree;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = generals_wire::TYPES;

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    /// TypeScript takes a type that nobody declares for anything at all.
    #[test]
    fn every_type_at_the_border_is_declared() {
        let sources = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
        let mut seen = 0;
        for source in sources.map(|entry| entry.unwrap().path()) {
            let text = fs::read_to_string(&source).unwrap_or_default();
            let named = text
                .match_indices("_type = \"")
                .map(|(at, found)| &text[at + found.len()..]);
            for named in named.filter_map(|rest| rest.split('"').next()) {
                let words = named.split(|letter: char| !letter.is_alphanumeric());
                for word in
                    words.filter(|word| word.len() > 1 && word.starts_with(char::is_uppercase))
                {
                    let type_or_interface = ["type", "interface"];
                    let declared = type_or_interface.iter().any(|form| {
                        generals_wire::TYPES.contains(&format!("export {form} {word} "))
                    });
                    assert!(declared || word == "Key", "{word} in {source:?}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 20, "{seen}");
    }

    /// What may be refused says so, and by which error, where it is declared.
    #[test]
    fn every_call_that_can_fail_says_how() {
        let sources = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap();
        let mut seen = 0;
        for source in sources.map(|entry| entry.unwrap().path()) {
            let text = fs::read_to_string(&source).unwrap_or_default();
            let (mut comment, mut signature) = (String::new(), String::new());
            for line in text.lines().map(str::trim) {
                if let Some(words) = line.strip_prefix("///") {
                    comment.push_str(words);
                } else if line.starts_with("pub fn ") || !signature.is_empty() {
                    signature.push_str(line);
                } else if line.is_empty() {
                    comment.clear();
                }
                if signature.ends_with('{') {
                    let can_fail = signature.contains("-> Result<");
                    assert!(
                        !can_fail || comment.contains("Throws"),
                        "{signature} in {source:?}"
                    );
                    seen += usize::from(can_fail);
                    (comment, signature) = (String::new(), String::new());
                }
            }
        }
        assert!(seen > 30, "{seen}");
    }
}

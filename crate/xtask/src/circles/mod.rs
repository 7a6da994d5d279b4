//! No circle of imports: where one file needs another, that one does not need the first.

mod graph;
mod source;

use std::path::Path;

use graph::Graph;
use source::Source;

/// The crates, by their folder, in which there is to be no circle.
const CRATES: &[&str] = &["cli", "core", "web", "wire", "xtask"];

/// Every circle among the files of crate/`name`/src, a line each: what each file needs of the next.
fn circles(name: &str) -> Vec<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let folder = Path::new(root).join(name).join("src");
    Graph::of(&source::read_all(&folder)).circles()
}

#[test]
fn no_file_needs_one_that_needs_it() {
    let found: Vec<String> = CRATES
        .iter()
        .flat_map(|name| {
            let lines = circles(name).into_iter();
            lines.map(move |line| format!("crate/{name}: {line}"))
        })
        .collect();
    assert!(
        found.is_empty(),
        "{} circles of imports; move what both need into a file of its own:\n{}",
        found.len(),
        found.join("\n")
    );
}

/// Files by name and text, the first the root of their crate.
fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
    let sources: Vec<Source> = files
        .iter()
        .map(|(file, text)| Source::read(file, text))
        .collect();
    Graph::of(&sources).circles()
}

#[test]
fn a_circle_is_told_with_what_is_needed_on_its_way() {
    let found = circles_of(&[
        ("lib.rs", "mod bread; mod flour; mod mill;"),
        ("bread.rs", "use crate::flour::{Flour, sift as sieve};"),
        ("flour.rs", "fn grind() { crate::mill::turn(); }"),
        ("mill.rs", "fn eat() { vec![crate::bread::BREAD] }"),
    ]);
    assert_eq!(
        found,
        ["bread.rs → flour.rs (Flour, sift) → mill.rs (turn) → bread.rs (BREAD)"]
    );
}

#[test]
fn what_a_parent_only_passes_on_is_needed_of_the_child() {
    let parent = "mod bread; mod flour; pub use bread::Bread; pub(crate) use self::flour::Flour;";
    let children = [
        ("bakery/bread.rs", "use super::Flour;"),
        ("bakery/flour.rs", "pub struct Flour;"),
    ];
    let passed_on = [
        ("lib.rs", "mod bakery; pub use bakery::Bread;"),
        ("bakery/mod.rs", parent),
        children[0],
        children[1],
    ];
    assert_eq!(circles_of(&passed_on), [""; 0]);
    let made = [
        passed_on[0],
        (
            "bakery/mod.rs",
            "mod bread; mod flour; pub use bread::Bread; pub struct Flour;",
        ),
        children[0],
        children[1],
    ];
    assert_eq!(circles_of(&made), [""; 0], "the parent uses nothing itself");
    let used = [
        passed_on[0],
        (
            "bakery/mod.rs",
            "mod bread; pub struct Flour; fn open() { bread::bake() }",
        ),
        children[0],
    ];
    assert_eq!(
        circles_of(&used),
        ["bakery/bread.rs → bakery/mod.rs (Flour) → bakery/bread.rs (bake)"]
    );
}

#[test]
fn a_name_passed_on_by_the_root_is_that_of_its_file() {
    let found = circles_of(&[
        (
            "lib.rs",
            "mod bread; mod flour; pub use {bread::Bread, flour::*};",
        ),
        ("bread.rs", "use crate::flour::Flour;"),
        ("flour.rs", "use crate::Bread;"),
    ]);
    assert_eq!(found, ["bread.rs → flour.rs (Flour) → bread.rs (Bread)"]);
}

#[test]
fn tests_comments_and_texts_need_nothing() {
    let found = circles_of(&[
        ("main.rs", "mod bread; mod flour;"),
        ("bread.rs", "use crate::flour::Flour;"),
        (
            "flour.rs",
            r#"
            //! See [`crate::bread::Bread`].
            // use crate::bread::Bread;
            const TEXT: &str = "use crate::bread::Bread;";
            pub(in crate::bread) fn seen() {}
            #[cfg(test)]
            use crate::bread::Bread;
            #[cfg(test)]
            mod tests { use super::*; use crate::bread::Bread; }
            "#,
        ),
    ]);
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_list_on_many_lines_needs_nothing_behind_its_last_comma() {
    let found = circles_of(&[
        ("lib.rs", "mod bakery;"),
        (
            "bakery/mod.rs",
            "mod bread; mod flour; fn open() { bread::bake() }",
        ),
        (
            "bakery/bread.rs",
            "use crate::{ bakery::{ flour::{Flour, Sieve}, }, };",
        ),
        ("bakery/flour.rs", "pub struct Flour;"),
    ]);
    assert_eq!(found, [""; 0]);
}

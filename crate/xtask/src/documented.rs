//! Every public type of the crate `generals` shows in its documentation how it is used, by an example that runs.

use crate::project::Project;

#[test]
fn every_public_type_has_an_example() {
    let project = Project::here();
    let folder = project.path("crate/core/src");
    let files = project.files("crate/core/src", ".rs").unwrap();
    assert!(!files.is_empty(), "nothing was read");
    let mut found = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let parts = file.strip_prefix(&folder).unwrap().iter();
        let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
        let names = without_example(&text).into_iter();
        found.extend(names.map(|name| format!("{}: {name}", parts.join("/"))));
    }
    assert!(found.is_empty(), "no example: {}", found.join(", "));
}

/// The public types of a file without a block of Rust in the comment before them.
fn without_example(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut has_example, mut in_block) = (false, false);
    for line in text.lines().map(str::trim) {
        if let Some(doc) = line.strip_prefix("///") {
            if let Some(language) = doc.trim().strip_prefix("```") {
                // Of another language, or one that is not run, it is no example.
                has_example |= !in_block && language.is_empty();
                in_block = !in_block;
            }
            continue;
        }
        if !has_example {
            found.extend(public_type(line));
        }
        // Attributes may stand between, on many lines.
        if line.is_empty() || line.ends_with(['{', '}', ';']) {
            (has_example, in_block) = (false, false);
        }
    }
    found
}

/// The name of the public type that a line declares.
fn public_type(line: &str) -> Option<&str> {
    let (kind, rest) = line.strip_prefix("pub ")?.split_once(' ')?;
    let is_type = ["struct", "enum", "trait", "type"].contains(&kind);
    let is_within = |letter: char| letter.is_alphanumeric() || letter == '_';
    let name = rest.split(|letter| !is_within(letter)).next()?;
    is_type.then_some(name)
}

#[test]
fn only_an_example_that_runs_is_one() {
    let text = "
        /// Bread.
        ///
        /// ```
        /// assert!(Bread.is_fresh());
        /// ```
        #[derive(
            Clone,
        )]
        pub struct Bread;
        /// Flour.
        pub struct Flour<T>(T);
        /// A mill.
        ///
        /// ```text
        /// wheel - stone
        /// ```
        pub trait Mill: Send {
            /// ```
            /// let _ = 1;
            /// ```
            fn turn(&self);
        }
        pub enum Grain {
            Rye,
        }
        pub(crate) type Sack = Vec<Grain>;
        pub fn grind() {}
    ";
    assert_eq!(without_example(text), ["Flour", "Mill", "Grain"]);
}

//! One file of a crate as what it declares, passes on and needs.

use std::path::Path;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Names from the root of the crate down to what is meant.
pub(super) type Names = Vec<String>;

#[derive(Debug, Default)]
pub(super) struct Source {
    /// As its path below src.
    pub(super) file: String,
    /// Where in the crate it is; empty for the root.
    pub(super) module: Names,
    /// What others find here although it is elsewhere: its name here, and where it is.
    pub(super) passed_on: Vec<(String, Names)>,
    pub(super) needed: Vec<Names>,
    children: Vec<String>,
}

/// All files below a crate's src.
pub(super) fn read_all(folder: &Path) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let names = path.strip_prefix(folder).unwrap().iter();
                let names: Vec<_> = names.map(|name| name.to_string_lossy()).collect();
                let text = std::fs::read_to_string(&path).unwrap();
                sources.push(Source::read(&names.join("/"), &text));
            }
        }
    }
    sources
}

impl Source {
    /// `file` is its path below src, with `/`.
    pub(super) fn read(file: &str, text: &str) -> Self {
        let mut module: Names = file
            .trim_end_matches(".rs")
            .split('/')
            .map(str::to_owned)
            .collect();
        let last = module.last().map(String::as_str);
        let is_passing_on = matches!(last, Some("mod" | "lib" | "main"));
        if is_passing_on {
            module.pop();
        }
        let tokens: Vec<TokenTree> = tokens(text.parse().unwrap());
        let mut source = Self {
            file: file.to_owned(),
            children: declared(&tokens),
            module: module.clone(),
            ..Self::default()
        };
        source.walk(&tokens, &module, is_passing_on);
        source
    }

    /// `scope` is the module that the tokens stand in, which may be one written out within the file.
    fn walk(&mut self, tokens: &[TokenTree], scope: &[String], is_passing_on: bool) {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let before = &tokens[..at];
            at += 1;
            match token {
                TokenTree::Punct(punct) if punct.as_char() == '#' => {
                    at = after_attribute(tokens, at);
                }
                TokenTree::Group(group) if is_visibility(before, group) => {}
                TokenTree::Group(group) => {
                    let mut scope = scope.to_vec();
                    scope.extend(module_name(before));
                    self.walk(&self::tokens(group.stream()), &scope, is_passing_on);
                }
                TokenTree::Ident(word) if word == "use" => {
                    let end = end_of_item(tokens, at);
                    let mut found = Vec::new();
                    tree(&tokens[at..end], Vec::new(), &mut found);
                    at = end;
                    for (name, names) in found {
                        let Some(names) = self.absolute(&names, scope) else {
                            continue;
                        };
                        if is_passing_on && is_public(before) {
                            self.passed_on.push((name, names));
                        } else {
                            self.needed.push(names);
                        }
                    }
                }
                TokenTree::Ident(_) if !is_colon(before.last()) => {
                    let names = path(&tokens[at - 1..]);
                    if names.len() > 1 {
                        self.needed.extend(self.absolute(&names, scope));
                    }
                }
                _ => {}
            }
        }
    }

    /// From the root of the crate; none for what is in another crate, or was imported by a line of its own.
    fn absolute(&self, names: &[String], scope: &[String]) -> Option<Names> {
        let (first, rest) = names.split_first()?;
        let mut base = scope.to_vec();
        match first.as_str() {
            "crate" => base.clear(),
            "self" => {}
            "super" => drop(base.pop()?),
            child if scope == self.module && self.children.iter().any(|name| name == child) => {
                base.push(child.to_owned());
            }
            _ => return None,
        }
        for name in rest {
            match name.as_str() {
                "super" => drop(base.pop()),
                // As in `use crate::setup::{self, Need}`.
                "self" => {}
                name => base.push(name.to_owned()),
            }
        }
        Some(base)
    }
}

fn tokens(stream: TokenStream) -> Vec<TokenTree> {
    stream.into_iter().collect()
}

/// The modules that are files of their own: `mod name;`.
fn declared(tokens: &[TokenTree]) -> Vec<String> {
    tokens
        .windows(3)
        .filter(|three| three[0].to_string() == "mod" && three[2].to_string() == ";")
        .map(|three| three[1].to_string())
        .collect()
}

/// The name of the module whose braces come after these tokens.
fn module_name(before: &[TokenTree]) -> Option<String> {
    match before {
        [.., word, name] if word.to_string() == "mod" => Some(name.to_string()),
        _ => None,
    }
}

/// Behind an attribute, whose `#` stands before `at`; behind the whole item where it is for tests only.
fn after_attribute(tokens: &[TokenTree], at: usize) -> usize {
    let at = if is_punct(tokens.get(at), '!') {
        at + 1
    } else {
        at
    };
    match tokens.get(at) {
        Some(TokenTree::Group(group)) if group.to_string().replace(' ', "") == "[cfg(test)]" => {
            end_of_item(tokens, at + 1) + 1
        }
        Some(TokenTree::Group(_)) => at + 1,
        _ => at,
    }
}

/// The place of the `;` or of the braces that end an item. Braces after `use` or `::` are a part of it.
fn end_of_item(tokens: &[TokenTree], from: usize) -> usize {
    let is_end = |at: &usize| match &tokens[*at] {
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Group(group) => {
            let before = at.checked_sub(1).map(|before| &tokens[before]);
            let is_list = is_colon(before) || before.is_some_and(|word| word.to_string() == "use");
            group.delimiter() == Delimiter::Brace && !is_list
        }
        _ => false,
    };
    (from..tokens.len()).find(is_end).unwrap_or(tokens.len())
}

/// What is told after `pub` in parentheses is who may see, not what is needed.
fn is_visibility(before: &[TokenTree], group: &Group) -> bool {
    let is_pub = before
        .last()
        .is_some_and(|token| token.to_string() == "pub");
    is_pub && group.delimiter() == Delimiter::Parenthesis
}

fn is_public(before: &[TokenTree]) -> bool {
    match before {
        [.., word, TokenTree::Group(group)] => {
            word.to_string() == "pub" && group.delimiter() == Delimiter::Parenthesis
        }
        [.., word] => word.to_string() == "pub",
        [] => false,
    }
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn is_colon(token: Option<&TokenTree>) -> bool {
    is_punct(token, ':')
}

/// The names of a path as code writes it, up to what is no name.
fn path(tokens: &[TokenTree]) -> Names {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(TokenTree::Ident(name)) = tokens.get(at) {
        names.push(name.to_string());
        if !(is_colon(tokens.get(at + 1)) && is_colon(tokens.get(at + 2))) {
            break;
        }
        at += 3;
    }
    names
}

/// What a `use` names, each with its name here. What is taken by `*` has none.
fn tree(tokens: &[TokenTree], mut prefix: Names, found: &mut Vec<(String, Names)>) {
    let mut rest = tokens;
    while let Some((first, behind)) = rest.split_first() {
        match first {
            TokenTree::Group(group) => {
                let inner = self::tokens(group.stream());
                let parts = inner.split(|token| is_punct(Some(token), ','));
                // After the last comma of a list on many lines there is nothing.
                for part in parts.filter(|part| !part.is_empty()) {
                    tree(part, prefix.clone(), found);
                }
                return;
            }
            TokenTree::Ident(word) if word == "as" => {
                let name = behind.first().map(TokenTree::to_string);
                found.push((name.unwrap_or_default(), prefix));
                return;
            }
            TokenTree::Ident(name) => prefix.push(name.to_string()),
            _ => {}
        }
        rest = behind;
    }
    if let Some(name) = prefix.last() {
        found.push((name.clone(), prefix));
    }
}

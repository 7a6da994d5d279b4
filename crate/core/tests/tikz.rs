//! A real LaTeX sets the figures, alone and copied into a paper; skipped, and said so, where there is none.

#![allow(clippy::unwrap_used, clippy::panic)] // a test may

mod common;

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use common::trace;
use generals::{
    General,
    file::{Figure, Options, tikz},
};

/// Each figure of small armies and of the largest that fit; every word, every kind of arrow, whoever looks.
const FIGURES: [(&str, Figure, u64); 14] = [
    ("v=1&p=om&n=4&t=3", Figure::Time, 0),
    ("v=1&p=om&n=4&t=3", Figure::Time, 2),
    ("v=1&p=om&n=10&m=2&t=3.6&s=split", Figure::Time, 0),
    ("v=1&p=om&n=12&m=2&t=3.6&s=silent", Figure::Time, 0),
    ("v=1&p=sm&n=4&t=3&x=1.3-2R", Figure::Time, 0),
    ("v=1&p=ic&n=4&t=4", Figure::Time, 0),
    ("v=1&p=two&m=3&lost=2", Figure::Time, 0),
    ("v=1&p=om&n=4&t=3&s=silent", Figure::Tree, 0),
    ("v=1&p=om&n=10&m=2&t=3.6", Figure::Tree, 0),
    ("v=1&p=om&n=3", Figure::Ring, 0),
    ("v=1&p=sm&n=7&m=2", Figure::Ring, 0),
    ("v=1&p=om&n=4&m=0", Figure::Chain, 0),
    ("v=1&p=ic&n=5", Figure::Chain, 0),
    ("v=1&p=om&n=10&m=2", Figure::Chain, 0),
];

fn figures() -> impl Iterator<Item = (String, String)> {
    FIGURES.iter().map(|(link, figure, eyes)| {
        let options = Options {
            figure: *figure,
            eyes: General::new(*eyes),
            link: (*link).to_owned(),
            ..Options::default()
        };
        let about = format!("{} of {link}", figure.name());
        (about, tikz(&trace(link), &options).unwrap())
    })
}

/// Whether there is a LaTeX with what figures need; else it is said that nothing was tried.
fn has_latex() -> bool {
    let found = Command::new("kpsewhich")
        .args(["standalone.cls", "tikz.sty"])
        .output();
    let has_both =
        found.is_ok_and(|found| String::from_utf8_lossy(&found.stdout).lines().count() == 2);
    let runs = Command::new("pdflatex")
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if !(has_both && runs) {
        // Past the capture of tests that pass.
        let told =
            "SKIPPED: no LaTeX with standalone and TikZ was found, so no figure was set by one\n";
        std::io::stderr().write_all(told.as_bytes()).unwrap();
    }
    has_both && runs
}

/// What LaTeX says of a document, or of why it sets none.
fn set(folder: &Path, name: &str, text: &str) -> Result<String, String> {
    fs::write(folder.join(format!("{name}.tex")), text).unwrap();
    let done = Command::new("pdflatex")
        .args(["-halt-on-error", "-interaction=nonstopmode", name])
        .current_dir(folder)
        .output()
        .unwrap();
    let log = String::from_utf8_lossy(&done.stdout).into_owned();
    if done.status.success() {
        Ok(log)
    } else {
        Err(log)
    }
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn every_figure_is_set_without_an_error_or_a_warning() {
    if !has_latex() {
        return;
    }
    let folder = folder("tikz-alone");
    for (number, (about, text)) in figures().enumerate() {
        let log = set(&folder, &format!("figure{number}"), &text);
        let log = log.unwrap_or_else(|log| panic!("{about}:\n{log}"));
        for complaint in ["Warning", "Overfull", "Missing character"] {
            assert!(!log.contains(complaint), "{about}:\n{log}");
        }
        assert!(log.contains("1 page"), "{about}:\n{log}");
    }
}

#[test]
fn figures_copied_into_a_paper_use_its_own_words() {
    if !has_latex() {
        return;
    }
    let (begin, end) = ("\\begin{tikzpicture}", "\\end{tikzpicture}");
    let pictures: Vec<String> = figures()
        .map(|(_, text)| {
            let (from, to) = (text.find(begin).unwrap(), text.find(end).unwrap());
            text[from..to + end.len()].to_owned()
        })
        .collect();
    let paper = format!(
        "\\documentclass{{article}}\n\\usepackage{{tikz}}\n\\definecolor{{byzloyal}}{{gray}}{{0.4}}\n\
         \\newcommand{{\\byzround}}[1]{{\\typeout{{round number #1}}Runde~#1}}\n\
         \\begin{{document}}\n{}\n\\end{{document}}\n",
        pictures.join("\n\n")
    );
    let log = set(&folder("tikz-paper"), "paper", &paper);
    let log = log.unwrap_or_else(|log| panic!("{log}"));
    assert!(log.contains("round number 3"), "{log}");
}

#[test]
fn figures_need_no_package_but_tikz_and_no_letter_but_ascii() {
    for (about, text) in figures() {
        assert!(text.is_ascii(), "{about}");
        let packages = text.matches("\\usepackage").count();
        assert_eq!(packages, 1, "{about}");
        assert!(text.contains("\\usepackage{tikz}"), "{about}");
        assert!(!text.contains("\\usetikzlibrary"), "{about}");
    }
}

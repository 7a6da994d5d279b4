//! Programs that a test or two run: where tests run for everybody they are installed; a newcomer is spared them, and the test then
//! says that it was skipped.

use super::manager::Manager;
use super::say::say;
use crate::process;

/// A program, what brings it, and what becomes of the tests.
struct Extra {
    program: &'static str,
    manager: Manager,
    with: &'static str,
    without: &'static str,
}

/// The class and the packages that figures need, 95 MB, under a minute; and a megabyte of Perl.
const EXTRAS: [Extra; 2] = [
    Extra {
        program: "pdflatex",
        manager: debian(&[
            "install",
            "-y",
            "--no-install-recommends",
            "texlive-latex-base",
            "texlive-pictures",
            "texlive-latex-extra",
        ]),
        with: "a real LaTeX sets the figures",
        without: "there is no LaTeX, so no figure will be set by one",
    },
    Extra {
        program: "parallel",
        manager: debian(&["install", "-y", "--no-install-recommends", "parallel"]),
        with: "a real GNU parallel runs a sweep",
        without: "there is no GNU parallel, so no sweep will be run by one",
    },
];

const fn debian(install: &'static [&'static str]) -> Manager {
    Manager {
        program: "apt-get",
        refresh: &["update"],
        install,
        root: true,
    }
}

pub(super) fn install_for_everybody() {
    if std::env::var_os("CI").is_none() {
        return;
    }
    let missing = EXTRAS
        .iter()
        .filter(|extra| process::on_path(extra.program).is_none());
    for extra in missing.filter(|extra| process::on_path(extra.manager.program).is_some()) {
        // All other tests are worth running without it.
        if let Err(error) = extra.manager.run(extra.with) {
            say(&format!("{}: {error:#}", extra.without));
        }
    }
}

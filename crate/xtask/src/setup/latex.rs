//! A LaTeX for the test that sets figures: where tests run for everybody one is installed, a newcomer is spared the hundred
//! megabytes, and the test then says that it was skipped.

use super::manager::Manager;
use super::say::say;
use crate::process;

/// The class and the packages that figures need; 95 MB, under a minute.
const MANAGER: Manager = Manager {
    program: "apt-get",
    refresh: &["update"],
    install: &[
        "install",
        "-y",
        "--no-install-recommends",
        "texlive-latex-base",
        "texlive-pictures",
        "texlive-latex-extra",
    ],
    root: true,
};

pub(super) fn install_for_everybody() {
    let is_wanted = std::env::var_os("CI").is_some() && process::on_path("pdflatex").is_none();
    if !is_wanted || process::on_path(MANAGER.program).is_none() {
        return;
    }
    // All other tests are worth running without it.
    if let Err(error) = MANAGER.run("a real LaTeX sets the figures") {
        say(&format!(
            "there is no LaTeX, so no figure will be set by one: {error:#}"
        ));
    }
}

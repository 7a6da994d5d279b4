//! Folders of the machine that builds, whose names are nobody's business and may stand in nothing that is shipped.

use std::env;
use std::path::{MAIN_SEPARATOR, PathBuf};
use std::process::Command;

use crate::project::Project;

/// One flag ends and the next begins, where cargo takes several by one variable.
const BETWEEN_FLAGS: &str = "\x1f";

pub(crate) struct MachinePaths(Vec<Folder>);

struct Folder {
    path: PathBuf,
    /// What the compiler writes in its place.
    alias: &'static str,
}

/// What the user has set for the compiler, which is passed on.
#[derive(Default)]
struct Set {
    encoded: Option<String>,
    spaced: Option<String>,
}

impl MachinePaths {
    /// The outer first: of two that match, the compiler takes the later.
    pub(crate) fn of(project: &Project) -> Self {
        let home = env::home_dir();
        let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
        let cargo = cargo.or_else(|| Some(home.as_ref()?.join(".cargo")));
        let root = Some(project.root().to_path_buf());
        let folders = [(home, "home"), (cargo, "cargo"), (root, ".")];
        let known = folders
            .into_iter()
            .filter_map(|(path, alias)| Some(Folder { path: path?, alias }));
        // Where there is no home of one's own it is the root of all files, and every path would match.
        Self(
            known
                .filter(|known| known.path.parent().is_some())
                .collect(),
        )
    }

    /// Lets `cargo build --target target` write none of these paths. The user's own flags stay as they are, but for those
    /// that his cargo configuration has for all targets alike: beside flags for one target cargo leaves them out.
    pub(crate) fn hide(&self, command: &mut Command, target: &str) {
        let set = Set {
            encoded: env::var("CARGO_ENCODED_RUSTFLAGS").ok(),
            spaced: env::var("RUSTFLAGS").ok(),
        };
        match self.encoded(&set) {
            Some(flags) => command.env("CARGO_ENCODED_RUSTFLAGS", flags),
            None => command.arg("--config").arg(self.configured(target)),
        };
    }

    /// A line of cargo's configuration; it joins the lines of others.
    fn configured(&self, target: &str) -> String {
        format!(
            "target.{target}.rustflags={}",
            serde_json::json!(self.flags())
        )
    }

    /// Flags in the environment hide those of every configuration, so that ours have to join them there.
    fn encoded(&self, set: &Set) -> Option<String> {
        let theirs: Vec<&str> = match (&set.encoded, &set.spaced) {
            (Some(flags), _) => flags.split(BETWEEN_FLAGS).collect(),
            (None, Some(flags)) => flags.split_whitespace().collect(),
            (None, None) => return None,
        };
        let theirs = theirs.into_iter().filter(|flag| !flag.is_empty());
        let all = theirs.map(str::to_owned).chain(self.flags());
        Some(all.collect::<Vec<_>>().join(BETWEEN_FLAGS))
    }

    fn flags(&self) -> Vec<String> {
        let flag = |Folder { path, alias }: &Folder| {
            format!("--remap-path-prefix={}={alias}", path.display())
        };
        self.0.iter().map(flag).collect()
    }

    /// The first of them that stands in something built.
    pub(crate) fn found_in(&self, bytes: &[u8]) -> Option<String> {
        let mut paths = self
            .0
            .iter()
            .map(|folder| folder.path.display().to_string());
        paths.find(|path| {
            let within = format!("{path}{MAIN_SEPARATOR}");
            bytes
                .windows(within.len())
                .any(|window| window == within.as_bytes())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths() -> MachinePaths {
        let folders = [("/home/ada", "home"), ("/home/ada/my work", ".")];
        MachinePaths(
            folders
                .map(|(path, alias)| Folder {
                    path: path.into(),
                    alias,
                })
                .into(),
        )
    }

    const OURS: [&str; 2] = [
        "--remap-path-prefix=/home/ada=home",
        "--remap-path-prefix=/home/ada/my work=.",
    ];

    #[test]
    fn flags_of_the_user_come_first_and_stay() {
        let spaced = |flags: &str| Set {
            spaced: Some(flags.to_owned()),
            ..Set::default()
        };
        let encoded = paths().encoded(&spaced("-C  debuginfo=1")).unwrap();
        let flags: Vec<&str> = encoded.split('\x1f').collect();
        assert_eq!(flags, ["-C", "debuginfo=1", OURS[0], OURS[1]]);
        let encoded = paths().encoded(&spaced("")).unwrap();
        assert_eq!(encoded.split('\x1f').collect::<Vec<_>>(), OURS);
        let both = Set {
            encoded: Some("--cfg\x1fa b".to_owned()),
            ..spaced("-C debuginfo=1")
        };
        let encoded = paths().encoded(&both).unwrap();
        assert!(encoded.starts_with("--cfg\x1fa b\x1f--remap"), "{encoded}");
    }

    #[test]
    fn without_flags_in_the_environment_the_configuration_counts() {
        assert_eq!(paths().encoded(&Set::default()), None);
        let line = paths().configured("wasm32-unknown-unknown");
        let expected = format!(r#"["{}","{}"]"#, OURS[0], OURS[1]);
        assert_eq!(
            line,
            format!("target.wasm32-unknown-unknown.rustflags={expected}")
        );
    }

    #[test]
    fn a_path_is_found_where_something_lies_below_it() {
        let found = |text: &str| paths().found_in(text.as_bytes());
        assert_eq!(
            found("\0/home/ada/.cargo/x.rs").as_deref(),
            Some("/home/ada")
        );
        assert_eq!(found("/home/adam/x.rs home/x.rs"), None);
    }
}

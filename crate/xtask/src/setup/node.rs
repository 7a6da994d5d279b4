//! Node: looked for, never installed by us.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::process;

const OLDEST: u32 = 20;

pub(crate) fn check() -> Result<PathBuf> {
    let Some(node) = process::on_path("node") else {
        bail!(
            "Node {OLDEST} or newer is missing: install it by your package manager \
             (for example `apt-get install nodejs npm` or `brew install node`) or from nodejs.org"
        );
    };
    let said = std::process::Command::new(&node)
        .arg("--version")
        .output()?;
    let said = String::from_utf8_lossy(&said.stdout).trim().to_owned();
    match major(&said) {
        Some(major) if major >= OLDEST => Ok(node),
        _ => bail!(
            "Node {OLDEST} or newer is needed, and {} is {said}: \
             install a newer one by your package manager or from nodejs.org",
            node.display()
        ),
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.11.1"), Some(20));
        assert_eq!(major("20"), None);
    }
}

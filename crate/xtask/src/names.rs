//! The names by which wasm asks for what JavaScript does, without hashes: these never repeat, so gzip cannot make them small.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What wasm-bindgen's names of imports begin with, and the hexadecimal digits they end with.
const PREFIX: &[u8] = b"__wbg_";
const HASH: usize = 16;

/// Numbers instead of hashes, in the wasm and its JavaScript alike. They are as long, so that no length in the wasm changes.
pub(crate) fn number(folder: &Path, module: &str) -> Result<()> {
    let [script, wasm] = [".js", "_bg.wasm"].map(|end| folder.join(format!("{module}{end}")));
    let text = fs::read(&script).with_context(|| format!("reading {}", script.display()))?;
    let hashes = hashes(&text);
    for file in [script, wasm] {
        let mut bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        replace(&mut bytes, &hashes);
        fs::write(&file, bytes).with_context(|| format!("writing {}", file.display()))?;
    }
    Ok(())
}

/// All hashes at the end of a name, each once, in one order.
fn hashes(script: &[u8]) -> Vec<Vec<u8>> {
    let names = script
        .split(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_')
        .filter(|name| name.starts_with(PREFIX));
    let ends = names.filter_map(|name| name.rsplit(|byte| *byte == b'_').next());
    let all: BTreeSet<Vec<u8>> = ends
        .filter(|end| end.len() == HASH && end.iter().all(u8::is_ascii_hexdigit))
        .map(<[u8]>::to_vec)
        .collect();
    all.into_iter().collect()
}

fn replace(bytes: &mut [u8], hashes: &[Vec<u8>]) {
    let mut at = 0;
    while let Some(window) = bytes.get_mut(at..at + HASH) {
        match hashes.binary_search_by(|hash| hash.as_slice().cmp(window)) {
            Ok(place) => {
                window.copy_from_slice(format!("{place:0HASH$}").as_bytes());
                at += HASH;
            }
            Err(_) => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_same_number_in_both_files_and_all_else_stays() {
        let script =
            b"__wbg_get_d7176cfb76d71114(){} __wbg_new_37eb45aaf5eeb820(){} __wbg_crowd_free(){}";
        let mut wasm = b"\0\x19__wbg_new_37eb45aaf5eeb820\0d7176cfb76d7111\0".to_vec();
        let hashes = hashes(script);
        let mut script = script.to_vec();
        replace(&mut script, &hashes);
        replace(&mut wasm, &hashes);
        assert_eq!(
            String::from_utf8_lossy(&script),
            "__wbg_get_0000000000000001(){} __wbg_new_0000000000000000(){} __wbg_crowd_free(){}"
        );
        assert_eq!(wasm, b"\0\x19__wbg_new_0000000000000000\0d7176cfb76d7111\0");
    }
}

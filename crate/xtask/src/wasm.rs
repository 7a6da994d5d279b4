//! What must not stand in the wasm that people load.

use anyhow::{Result, bail};
use wasmparser::{KnownCustom, Name, Parser, Payload};

use crate::machine_paths::MachinePaths;

/// Parts of names of the functions by which Rust writes a float: fourteen kilobytes, and no text of ours needs them,
/// since core has no floats and JavaScript writes its own.
const FLOAT_FORMATTING: [&str; 6] = [
    "::fmt::float::",
    "::flt2dec::",
    "::grisu::",
    "::dragon::",
    "<f64 as core",
    "<f32 as core",
];

/// Fails by what should not be there, naming it. The wasm still has the names of its functions.
pub(crate) fn check(wasm: &[u8], paths: &MachinePaths) -> Result<()> {
    if let Some(path) = paths.found_in(wasm) {
        bail!(
            "the wasm names {path}, a folder of this machine: the flags that hide it did not reach the compiler"
        );
    }
    check_functions(wasm)
}

fn check_functions(wasm: &[u8]) -> Result<()> {
    let names = function_names(wasm)?;
    if names.is_empty() {
        bail!("the wasm names none of its functions, so that nothing can be said of them");
    }
    let is_formatting = |name: &&&str| FLOAT_FORMATTING.iter().any(|part| name.contains(part));
    if let Some(name) = names.iter().find(is_formatting) {
        bail!(
            "the wasm can write floats as text, by `{name}`: somewhere in crate/web a float is formatted \
             (`{{}}` or to_string); make it a whole number first, or let JavaScript write it"
        );
    }
    Ok(())
}

fn function_names(wasm: &[u8]) -> Result<Vec<&str>> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let Payload::CustomSection(section) = payload? else {
            continue;
        };
        let KnownCustom::Name(kinds) = section.as_known() else {
            continue;
        };
        for kind in kinds {
            if let Name::Function(functions) = kind? {
                for function in functions {
                    names.push(function?.name);
                }
            }
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of nothing but the names of its functions.
    fn module(names: &[&str]) -> Vec<u8> {
        let byte = |length: usize| u8::try_from(length).unwrap();
        let mut list = vec![byte(names.len())];
        for (place, name) in names.iter().enumerate() {
            list.extend([byte(place), byte(name.len())]);
            list.extend(name.bytes());
        }
        let mut section = b"\x04name\x01".to_vec();
        section.push(byte(list.len()));
        section.extend(list);
        let mut module = b"\0asm\x01\0\0\0\0".to_vec();
        module.push(byte(section.len()));
        module.extend(section);
        module
    }

    #[test]
    fn functions_that_write_floats_are_named() {
        for name in [
            "core[c5930c85a12de822]::fmt::float::float_to_decimal_common_exact::<f64>",
            "core::num::flt2dec::strategy::dragon::mul_pow10",
            "<f64 as core[c5930c85a12de822]::fmt::Display>::fmt",
        ] {
            let message = check_functions(&module(&["main", name]))
                .unwrap_err()
                .to_string();
            assert!(message.contains(name), "{message}");
        }
    }

    #[test]
    fn other_functions_pass() {
        check_functions(&module(&[
            "generals::om::fold",
            "core::fmt::write",
            "__floatuntidf",
        ]))
        .unwrap();
    }

    #[test]
    fn a_module_without_names_says_nothing() {
        check_functions(&module(&[])).unwrap_err();
    }
}

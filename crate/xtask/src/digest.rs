//! Hashes of contents, as text.

use sha2::{Digest, Sha256};

/// The whole SHA-256.
pub(crate) fn long(content: &[u8]) -> String {
    hexadecimal(&Sha256::digest(content))
}

/// Enough of a hash to tell versions of a file apart.
pub(crate) fn short(content: &[u8]) -> String {
    hexadecimal(&Sha256::digest(content)[..6])
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_short_hash_begins_the_long_one() {
        // FIPS 180-2, the hash of "abc".
        let long = long(b"abc");
        assert!(long.starts_with("ba7816bf8f01cfea"), "{long}");
        assert_eq!(short(b"abc"), "ba7816bf8f01");
    }
}

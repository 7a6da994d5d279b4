//! Programs that are protocols of the lecture, and numbers to choose by.

pub(crate) const KING: &str = include_str!("../data/programs/king.byz");
pub(crate) const QUEEN: &str = include_str!("../data/programs/queen.byz");
pub(crate) const OM: &str = include_str!("../data/programs/om.byz");
pub(crate) const FLAT: &str = include_str!("../data/programs/flat.byz");
pub(crate) const IC: &str = include_str!("../data/programs/ic.byz");
pub(crate) const SM: &str = include_str!("../data/programs/sm.byz");
pub(crate) const ECHO: &str = include_str!("../data/programs/echo.byz");

/// A number for each of many runs (SplitMix64).
pub(crate) fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

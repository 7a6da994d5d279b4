//! How much may be sent, in bytes as gzip leaves them: for the first screen, and for each part that comes when it is
//! opened. The sum has no budget: what is new pays for itself alone.

/// The page with its style, the script, the engine and one catalogue.
pub(crate) const FIRST_LOAD: usize = 195_000;

/// Files after the page itself; what `bench` counts on the network may be no more.
pub(crate) const FIRST_REQUESTS: usize = 4;

/// The wasm of the first screen.
pub(crate) const ENGINE: usize = 100_000;

/// The words of the whole page in one language.
pub(crate) const CATALOGUE: usize = 20_000;

/// Every protocol, signatures and their curve, the laboratory's searches: for signed runs, comparisons and the laboratory,
/// and as it is for other pages.
pub(crate) const FULL_ENGINE: usize = 230_000;

/// Nothing of it comes later: base64 makes four bytes of three.
pub(crate) const SINGLE_FILE: usize = 525_000;

/// What is loaded when it is opened.
const PART: usize = 20_000;

/// Parts that need more than others, with their reasons.
const LARGE_PARTS: [(&str, usize); 1] = [
    // Eight tools share one room, its worker, its pictures and its style: apart they would be as many requests.
    ("lab", 24_000),
];

pub(crate) fn part(name: &str) -> usize {
    let large = LARGE_PARTS.iter().find(|(part, _)| *part == name);
    large.map_or(PART, |(_, budget)| *budget)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_has_the_same_budget_as_others_unless_a_reason_stands_here() {
        assert_eq!(part("a part that has none of its own"), PART);
        for (name, budget) in LARGE_PARTS {
            assert!(budget > PART && part(name) == budget, "{name}");
        }
    }
}

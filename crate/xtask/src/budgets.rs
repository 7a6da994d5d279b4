//! How much may be sent, in bytes as gzip leaves them: for the first screen, and for each part that comes when it is
//! opened. The sum has no budget: what is new pays for itself alone.

use anyhow::{Result, bail};

use crate::sizes::Sizes;

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

/// Parts that need more than others, with their reasons.
const LARGE_PARTS: [(&str, usize); 0] = [];

/// What a part may take that is loaded when it is opened.
pub(crate) fn part(name: &str) -> usize {
    let large = LARGE_PARTS.iter().find(|(part, _)| *part == name);
    large.map_or(20_000, |(_, budget)| *budget)
}

/// Fails by what is over its budget, naming it.
pub(crate) fn check(sizes: &Sizes) -> Result<()> {
    if sizes.catalogues.is_empty() {
        bail!("no catalogue is a file of its own: the first load would have all languages");
    }
    let rows = sizes.rows();
    let over: Vec<String> = rows
        .iter()
        .filter(|row| row.over() > 0)
        .map(|row| {
            let budget = row.bytes - row.over();
            format!(
                "{}: {} bytes, and its budget is {budget}",
                row.name, row.bytes
            )
        })
        .collect();
    if !over.is_empty() {
        bail!(
            "more is sent than the budgets of crate/xtask/src/budgets.rs allow\n{}",
            over.join("\n")
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sizes::tests::full;

    #[test]
    fn what_is_at_its_budget_passes() {
        check(&full()).unwrap();
    }

    #[test]
    fn what_is_over_is_named_with_its_size_and_its_budget() {
        let mut sizes = full();
        sizes.parts[0].1 = 20_001;
        sizes.single += 7;
        let message = check(&sizes).unwrap_err().to_string();
        for said in [
            "part lab: 20001 bytes, and its budget is 20000",
            "single file: 525007 bytes, and its budget is 525000",
        ] {
            assert!(message.contains(said), "{message}");
        }
        assert_eq!(message.lines().count(), 3, "{message}");
    }

    #[test]
    fn the_first_load_is_over_where_each_of_its_parts_is_not() {
        let mut sizes = full();
        sizes.html += 1001;
        let message = check(&sizes).unwrap_err().to_string();
        assert!(message.contains("first load: 195001"), "{message}");
        assert_eq!(message.lines().count(), 2, "{message}");
    }

    #[test]
    fn catalogues_within_the_script_are_refused() {
        let mut sizes = full();
        sizes.catalogues.clear();
        check(&sizes).unwrap_err();
    }
}

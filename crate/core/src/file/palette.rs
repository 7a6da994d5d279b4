//! The colours of files, by name: those of the page by day, which are told apart by colour-blind eyes and in grey.

/// Names of TikZ, and what they are.
pub(super) const COLOURS: [(&str, &str); 12] = [
    ("byzink", "2B2319"),
    ("byzpale", "5A4D3A"),
    ("byzrule", "B5A27D"),
    ("byzband", "F4F3F2"),
    ("byzloyal", "0072B2"),
    ("byztraitor", "C65000"),
    ("byzunknown", "746E62"),
    ("byzscroll", "35291A"),
    ("byzbroken", "A5123C"),
    ("byztint", "F6DCDC"),
    ("byzholds", "007052"),
    ("byztorch", "C98A1B"),
];

/// The colour of a name.
pub(super) fn colour(name: &str) -> &'static str {
    let found = COLOURS.iter().find(|(own, _)| *own == name);
    found.map_or("000000", |(_, value)| value)
}

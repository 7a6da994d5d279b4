//! How much may be sent, in bytes as gzip leaves them: for the first screen, and for each part that comes when it is
//! opened. The sum has no budget: what is new pays for itself alone.

/// The page with its style, the script, the engine and one catalogue.
pub(crate) const FIRST_LOAD: usize = 197_000;

/// Files after the page itself; what `bench` counts on the network may be no more.
pub(crate) const FIRST_REQUESTS: usize = 4;

/// The wasm of the first screen.
pub(crate) const ENGINE: usize = 100_000;

/// The words of the first screen in one language.
pub(crate) const CATALOGUE: usize = 12_000;

/// Every protocol, signatures and their curve, the laboratory's searches: for signed runs, comparisons and the laboratory,
/// and as it is for other pages. What is new adds its own: an order between three and two generals have 24 KB; how
/// a run plays, whose keys are pressed and how generals are counted, in links, 1 KB; runs as
/// files, read back and pasted, 58 KB; five more protocols, with a network that is slow and what the laboratory asks of them,
/// 105 KB; programs of the reader's own, with their language, 45 KB, where each general stands in them, 3 KB, and what of them is too
/// much or divides by 0, 1 KB.
pub(crate) const FULL_ENGINE: usize =
    230_000 + 24_000 + 1_000 + 58_000 + 105_000 + 45_000 + 3_000 + 1_000;

/// Nothing of it comes later: base64 makes four bytes of three. What is new adds its own: history, key cases, the hall, an
/// engine that is replaced, exact counts and links as they arrive have 25 KB; an order between three and two generals, with
/// their pages, have 80 KB; lessons in both languages, with their pages, have 100 KB; what passes between a page in a frame and
/// the one around, and the keys of links for it, have 5 KB; sharing, as QR code, frame, element and pictures, has 25 KB; what
/// makes films has 105 KB, 73 of them an encoder of videos; runs as files, read back and pasted, have 75 KB;
/// why a page cannot start, and generals counted from 0, have 3 KB; five more protocols, with a network that is slow, their pages and runs that break each, 160 KB;
/// slow runs in words of their own, with bundles of seals that one can open, 12 KB; programs of the reader's own, with their
/// language and its editor, 74 KB; attacks on them, with the armies for which they hold, and words for what is refused, 22 KB; where each general stands in them,
/// 9 KB; texts with mistakes that stay, and mistakes told to the point, 8 KB.
pub(crate) const SINGLE_FILE: usize = 525_000
    + 25_000
    + 80_000
    + 100_000
    + 5_000
    + 25_000
    + 105_000
    + 75_000
    + 3_000
    + 160_000
    + 12_000
    + 74_000
    + 22_000
    + 9_000
    + 8_000;

/// What is loaded when it is opened, each part by itself.
pub(crate) const PART: usize = 20_000;

/// What writes videos, MP4 and WebM: it comes when the first is made.
pub(crate) const ENCODER: usize = 62_000;

/// A lesson in one language, an exhibit, or a list of them.
pub(crate) const LESSON: usize = 6_000;

/// The element that other pages load before they show anything of ours, as a classic script and as a module.
pub(crate) const ELEMENT: usize = 3_000;

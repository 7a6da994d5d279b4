//! Forms of a protocol besides the published one, as links name them: exhibits of what each of its parts is for.

/// A form of a protocol that a link can ask for.
///
/// ```
/// use generals::{Variant, link::{LinkSize, parse}};
///
/// let run = parse("v=1&p=bracha&n=4&by=noready", LinkSize::Any).unwrap().scenario;
/// assert_eq!(run.variant(), Some(Variant::NoReady));
/// assert!(run.spec().variants.contains(&Variant::NoReady));
/// assert!(Variant::NoReady.is_wrong());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// Phase king with m phases, so that every king may be a traitor.
    Short,
    /// Bracha's broadcast without READY: who has echoes enough delivers.
    NoReady,
    /// Bracha's broadcast that counts letters, not senders: who says both ECHO and READY counts twice.
    Twice,
    /// Bracha's broadcast that answers each order by itself: an ECHO and a READY for each rather than one of each. (A READY for
    /// each alone would do no harm: while everybody echoes once, one order at most gets enough ECHOs.)
    Many,
    /// Bracha's broadcast in which READYs alone make nobody ready.
    NoAmplify,
    /// Bracha's broadcast in which n−m are enough everywhere.
    Loose,
    /// Ben-Or's consensus with one coin for all: not wrong, and faster.
    Common,
    /// PBFT that decides when it is prepared.
    Prepared,
    /// PBFT whose new leader shows no proof of what he proposes.
    NoProof,
}

impl Variant {
    /// All of them, by the names links give them.
    pub const NAMES: [(&'static str, Self); 9] = [
        ("short", Self::Short),
        ("noready", Self::NoReady),
        ("twice", Self::Twice),
        ("many", Self::Many),
        ("noamplify", Self::NoAmplify),
        ("loose", Self::Loose),
        ("common", Self::Common),
        ("prepared", Self::Prepared),
        ("noproof", Self::NoProof),
    ];

    /// The name links give it.
    #[must_use]
    pub fn name(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, variant)| *variant == self);
        found.map_or("", |(name, _)| name)
    }

    /// Whether nothing is said in it in this round of the published form, or as a letter of this kind.
    #[cfg(feature = "network")]
    pub(crate) const fn leaves_out(self, round: usize) -> bool {
        // READY is the third kind.
        matches!(self, Self::NoReady) && round == 3
    }

    /// Whether it breaks what the published form promises.
    #[must_use]
    pub const fn is_wrong(self) -> bool {
        !matches!(self, Self::Common)
    }
}

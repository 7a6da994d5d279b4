//! What theory promises for a number of generals and traitors, whoever the traitors are.

use crate::protocol::{
    claim::{Claim, Measure},
    reason::Reason,
};
#[cfg(feature = "network")]
use crate::scenario::{Scenario, Variant};

/// What is promised of a protocol among n generals when f of them are traitors.
///
/// ```
/// use generals::{Bound, Reason};
///
/// let bound = Bound::oral(3, 1, 1);
/// assert_eq!((bound.exact, bound.reason), (Some(false), Reason::TooFewGenerals));
/// assert_eq!(bound.enough, Some((4, 1)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The number of traitors.
    pub f: usize,
    /// All conditions hold by the theorem of [`Bound::source`].
    pub theorem: bool,
    /// Whether the protocol survives every placement of f traitors. OM(m): f ≤ m and n > 2f+m, which is proved. It is
    /// enough: validity is Lemma 1 of LSP82, and agreement follows by induction, since each lieutenant's part has one traitor
    /// and one round less. It is needed: with n ≤ 2f+m the traitors say retreat to everything a loyal commander who orders
    /// attack says, and with f > m there are too few rounds (`lab::chain`). The laboratory's exact attacks agree in each case that
    /// was computed. SM(m): f ≤ m, since a commander and m other traitors can reveal an order in the last round. `None`
    /// where nothing is claimed: for f ≥ n−1, with stolen keys, and for what is known to be wrong.
    pub exact: Option<bool>,
    /// Why, or why not.
    pub reason: Reason,
    /// Where that stands which the inequality of [`Bound::measure`] is; `None` for what is known to be wrong.
    pub source: Option<&'static str>,
    /// The fewest generals, and the m, with which the theorem promises for f traitors. `None` for what is known to be
    /// wrong.
    pub enough: Option<(usize, usize)>,
    /// What is told of it.
    pub claim: Claim,
    /// Which inequality decides it; `None` where nothing is claimed or nobody lies.
    pub measure: Option<Measure>,
    /// What loyal generals send at most, whatever traitors do, where that is less than the bound on all messages.
    pub loyal_messages: Option<u128>,
}

impl Bound {
    /// Nothing is promised; `as_oral` where what is done comes to the same as OM(m).
    #[must_use]
    pub const fn none(f: usize, as_oral: bool) -> Self {
        let bound = Self::because(Reason::KnownWrong, f);
        match as_oral {
            true => Self {
                claim: Claim::AsOral,
                ..bound
            },
            false => bound,
        }
    }

    /// Of protocols that wait for so many that any two such sets share a loyal general: n > 3m, and at most m traitors. A
    /// wrong variant promises nothing. `is_stuck`: the loyal alone are fewer than are waited for, so that silence breaks it.
    #[cfg(feature = "network")]
    pub(crate) fn quorums(
        scenario: &Scenario,
        f: usize,
        source: &'static str,
        is_stuck: bool,
    ) -> Self {
        Self::times(3, Measure::Relays, scenario, f, source).or_stuck(is_stuck)
    }

    /// Of protocols in which what all loyal generals say must be seen by each, whichever m letters he misses and whatever m
    /// traitors say: n > 5m, and at most m traitors. `is_stuck`: nobody ever hears as many as are asked for.
    #[cfg(feature = "network")]
    pub(crate) fn fivefold(
        scenario: &Scenario,
        f: usize,
        source: &'static str,
        is_stuck: bool,
    ) -> Self {
        Self::times(5, Measure::Fivefold, scenario, f, source).or_stuck(is_stuck)
    }

    /// Broken, where nothing else is known and it waits in vain.
    #[cfg(feature = "network")]
    const fn or_stuck(self, is_stuck: bool) -> Self {
        match (self.reason, self.exact) {
            (Reason::TooFewGenerals, None) if is_stuck => Self {
                exact: Some(false),
                ..self
            },
            _ => self,
        }
    }

    /// More generals than so many times m, and at most m traitors. A wrong variant promises nothing.
    #[cfg(feature = "network")]
    fn times(
        times: usize,
        measure: Measure,
        scenario: &Scenario,
        f: usize,
        source: &'static str,
    ) -> Self {
        let (n, m) = (scenario.n(), scenario.m());
        if scenario.variant().is_some_and(Variant::is_wrong) {
            return Self::because(Reason::KnownWrong, f);
        }
        let theorem = f <= m && n > times * m;
        let reason = match theorem {
            true => Reason::Theorem,
            false if f + 1 >= n => Reason::NobodyLeft,
            false if f > m => Reason::MoreThanAsked,
            false => Reason::TooFewGenerals,
        };
        let exact = match reason {
            Reason::Theorem => Some(true),
            Reason::NobodyLeft => None,
            // Two worlds glued together (Bracha and Toueg 1985; `lab::network::split_brain`): where messengers may be slow no
            // protocol survives a third. With more than m, silence blocks whoever waits for n-m, and the m+1 READYs that
            // make a general of Bracha's broadcast ready may all be theirs.
            _ if n <= 3 * f || f > m => Some(false),
            _ => None,
        };
        let enough = Some((times * f + 1, f));
        let claim = match reason {
            Reason::TooFewGenerals if f == 0 => Claim::AskedTooMuch,
            _ => Claim::of(reason, n, f, enough),
        };
        Self {
            f,
            theorem,
            exact,
            reason,
            source: Some(source),
            enough,
            claim,
            measure: (claim != Claim::NobodyLies && f <= m && reason.is_claim()).then_some(measure),
            loyal_messages: None,
        }
    }

    /// Nothing is promised by how many there are, for this reason.
    pub(crate) const fn because(reason: Reason, f: usize) -> Self {
        Self {
            f,
            theorem: false,
            exact: None,
            reason,
            source: None,
            enough: None,
            claim: Claim::Because(reason),
            measure: None,
            loyal_messages: None,
        }
    }
}

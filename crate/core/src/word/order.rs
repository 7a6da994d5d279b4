//! The two orders a general can give, and the majority of them.

/// An order, or the plan a lieutenant ends up with.
///
/// Retreat is the smaller and the default: silence counts as retreat and so does a tie
/// (LSP82 §3, the value RETREAT used when no order arrives).
///
/// ```
/// use generals::{Order, majority};
///
/// assert_eq!(majority(2, 3), (Order::Attack, false));
/// assert_eq!(majority(2, 4), (Order::default(), true), "a tie is retreat");
/// assert_eq!(Order::default().opposite().letter(), 'A');
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// Stay away from the city.
    #[default]
    Retreat,
    /// Storm the city.
    Attack,
}

impl Order {
    /// Both orders, by the names links give them.
    pub const NAMES: [(&'static str, Self); 2] = [("A", Self::Attack), ("R", Self::Retreat)];

    /// The other order.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Attack => Self::Retreat,
            Self::Retreat => Self::Attack,
        }
    }

    /// The letter used in links and on scrolls: `A` or `R`.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Attack => 'A',
            Self::Retreat => 'R',
        }
    }

    pub(crate) const fn from_bit(attack: bool) -> Self {
        if attack { Self::Attack } else { Self::Retreat }
    }
}

/// Strict majority of `attacks` among `votes`; a tie gives retreat (LSP82 §3).
///
/// Both arguments count votes; the answer is the order and whether it was a tie.
#[must_use]
pub const fn majority(attacks: usize, votes: usize) -> (Order, bool) {
    (Order::from_bit(2 * attacks > votes), 2 * attacks == votes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_gives_retreat_and_only_a_strict_majority_attacks() {
        let cases = [
            (0, 1, Order::Retreat, false),
            (1, 1, Order::Attack, false),
            (1, 2, Order::Retreat, true),
            (2, 3, Order::Attack, false),
            (2, 4, Order::Retreat, true),
            (3, 4, Order::Attack, false),
        ];
        for (attacks, votes, order, tie) in cases {
            assert_eq!(
                majority(attacks, votes),
                (order, tie),
                "{attacks} of {votes}"
            );
        }
    }
}

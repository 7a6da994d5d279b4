//! How many messages a run has, round by round.

/// Messages per round and in all; [`u128::MAX`] stands for that many or more.
///
/// ```
/// use generals::om::count::MessageCounts;
///
/// let counts = MessageCounts::oral(4, 1);
/// assert_eq!((counts.per_round, counts.total), (vec![3, 6], 9));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageCounts {
    /// Round 1 first.
    pub per_round: Vec<u128>,
    /// Their sum.
    pub total: u128,
}

impl MessageCounts {
    /// The counts of rounds; their sum saturates.
    #[must_use]
    pub fn of_rounds(per_round: Vec<u128>) -> Self {
        let total = per_round
            .iter()
            .fold(0_u128, |sum, round| sum.saturating_add(*round));
        Self { per_round, total }
    }
}

//! Runs below n > 5m that are known to break it: of such armies no theorem says anything.

use crate::scenario::{Scenario, Variant};

/// All loyal generals are for attack, and the traitors say retreat first and go on with it: nobody
/// hears enough to propose, all toss, and sooner or later the coins make retreat what is decided. By n, m and the number of traitors,
/// with own coins and with one for all: the first row decides in its second phase.
const COINS: &[((usize, usize, usize), &str)] = &[
    ((5, 1, 1), "v=1&p=benor&n=5&t=5&seed=38&i=AAAAA"),
    ((4, 1, 1), "v=1&p=benor&n=4&t=4&i=AAAA"),
    ((7, 2, 1), "v=1&p=benor&n=7&m=2&t=7&i=AAAAAAA"),
    ((8, 2, 1), "v=1&p=benor&n=8&m=2&t=8&i=AAAAAAAA"),
    ((7, 2, 2), "v=1&p=benor&n=7&m=2&t=6.7&i=AAAAAAA"),
    ((8, 2, 2), "v=1&p=benor&n=8&m=2&t=7.8&i=AAAAAAAA"),
    ((9, 2, 2), "v=1&p=benor&n=9&m=2&t=8.9&i=AAAAAAAAA"),
    ((10, 2, 2), "v=1&p=benor&n=10&m=2&t=9.10&i=AAAAAAAAAA"),
];

/// A run in which f traitors among as many generals break a condition, with the army's own coins or its common one.
pub(super) fn broken_by(army: &Scenario, f: usize) -> Option<String> {
    let size = (army.n(), army.m(), f);
    let (_, link) = COINS.iter().find(|(of, _)| *of == size)?;
    Some(match army.variant() {
        Some(Variant::Common) => format!("{link}&by=common"),
        _ => (*link).to_owned(),
    })
}

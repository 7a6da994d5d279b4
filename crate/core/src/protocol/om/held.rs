//! What everyone holds at a path of OM(m).

use crate::{
    protocol::om::relay::Relay,
    run::vote_tree::Held,
    scenario::Scenario,
    word::{General, Generals, Order, Path, majority},
};

/// What everyone who is not on a path holds there; nothing where there is no such path.
pub(crate) fn held(relay: &Relay, scenario: &Scenario, path: &Path) -> Vec<Held> {
    if !relay.has(path) {
        return Vec::new();
    }
    let obtained = obtained(relay, scenario, path);
    let others = scenario.generals().and_not(path.set());
    let held = |general: General| Held {
        general,
        direct: relay.said_on(path, general).order(),
        result: scenario
            .is_loyal(general)
            .then_some(Order::from_bit(obtained & general.bit() != 0)),
    };
    others.iter().map(held).collect()
}

/// Who obtains attack at a path, as a word: bit i−1 for general i. All are folded in one walk.
fn obtained(relay: &Relay, scenario: &Scenario, path: &Path) -> u64 {
    let attack = relay.attackers_on(path);
    if path.len() == scenario.rounds() {
        return attack;
    }
    let others = scenario.generals().and_not(path.set());
    let mut votes = [0_usize; 64];
    let mut add = |word: u64| {
        for general in Generals::from_bits(word).iter() {
            votes[general.index()] += 1;
        }
    };
    add(attack);
    for speaker in others.iter() {
        add(obtained(relay, scenario, &path.then(speaker)));
    }
    let won = others
        .iter()
        .filter(|general| majority(votes[general.index()], others.len()).0 == Order::Attack);
    won.collect::<Generals>().bits()
}

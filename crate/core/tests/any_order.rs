//! Bracha's broadcast under every order of delivery, by another form of it than the machine: exactly, for one traitor.
//!
//! What a general does shows in three outputs: his ECHO, his READY, what he delivers. A letter changes nothing for anybody
//! else, so its recipient can be given just those letters that an output of his needs, just before it, and all others later.
//! So all orders of delivery come to all orders of outputs, each of which needs enough outputs of others before it, or
//! one word of the traitor besides. For that everybody is finished when nothing is left to come of what loyal generals
//! said, it is kept to whom the traitor's word was given.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

use std::collections::BTreeSet;

use generals::{
    General, Order,
    bracha::machine::{Kind, Reliable, ReliableMessage, ReliableState},
    machine::ReactiveMachine,
};

/// What one loyal general has said and delivered, and what the traitor has told him to that end; orders by their bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Outputs {
    echo: [bool; 2],
    ready: [bool; 2],
    delivered: Option<usize>,
    told_echo: [bool; 2],
    told_ready: [bool; 2],
}

/// What a general may do, in numbers.
#[derive(Clone, Copy, Debug)]
struct Rules {
    /// ECHOs that make ready.
    echoes: usize,
    /// READYs that make ready, if any do.
    readies: Option<usize>,
    /// READYs that deliver.
    deliver: usize,
    /// Whether he may say READY for each order.
    readies_each: bool,
}

impl Rules {
    /// As published (BRIEF §E.4).
    const fn published(n: usize, m: usize) -> Self {
        Self {
            echoes: (n + m) / 2 + 1,
            readies: Some(m + 1),
            deliver: 2 * m + 1,
            readies_each: false,
        }
    }

    /// n−m everywhere.
    const fn loose(n: usize, m: usize) -> Self {
        Self {
            echoes: n - m,
            deliver: n - m,
            ..Self::published(n, m)
        }
    }
}

/// The loyal generals, and whose order it is: the traitor's, or a loyal leader's.
#[derive(Clone, Copy, Debug)]
struct Army<const LOYAL: usize> {
    rules: Rules,
    leader_gives: Option<usize>,
}

type Joint<const LOYAL: usize> = [Outputs; LOYAL];

/// Everything that can come about.
struct Reached<const LOYAL: usize> {
    all: BTreeSet<Joint<LOYAL>>,
    /// Where nothing is left to come of what loyal generals said.
    finished: Vec<Joint<LOYAL>>,
}

impl<const LOYAL: usize> Army<LOYAL> {
    fn reached(self) -> Reached<LOYAL> {
        let mut all = BTreeSet::from([[Outputs::default(); LOYAL]]);
        let mut open = vec![[Outputs::default(); LOYAL]];
        let mut finished = Vec::new();
        while let Some(joint) = open.pop() {
            let mut must_go_on = false;
            for general in 0..LOYAL {
                for order in [0, 1] {
                    for (next, is_forced) in self.outputs(&joint, general, order) {
                        must_go_on |= is_forced;
                        let mut grown = joint;
                        grown[general] = next;
                        if all.insert(grown) {
                            open.push(grown);
                        }
                    }
                }
            }
            if !must_go_on {
                finished.push(joint);
            }
        }
        Reached { all, finished }
    }

    /// What a general may do next about an order, and whether it comes by itself, without a word of the traitor.
    fn outputs(self, joint: &Joint<LOYAL>, general: usize, order: usize) -> Vec<(Outputs, bool)> {
        let now = joint[general];
        let mut found = Vec::new();
        let rules = self.rules;
        if now.echo == [false; 2] {
            let mut next = now;
            next.echo[order] = true;
            match self.leader_gives {
                Some(given) if given == order => found.push((next, true)),
                Some(_) => {}
                None => found.push((next, false)),
            }
        }
        let echoes = joint.iter().filter(|one| one.echo[order]).count();
        let readies = joint.iter().filter(|one| one.ready[order]).count();
        // As it stands, and with a word of the traitor that he has not been told yet.
        let ways = |said: usize, needed: usize, told: bool| {
            [
                (said + usize::from(told) >= needed, true),
                (!told && said + 1 == needed, false),
            ]
        };
        if !now.ready[order] && (rules.readies_each || now.ready == [false; 2]) {
            for (can, is_forced) in ways(echoes, rules.echoes, now.told_echo[order]) {
                let mut next = now;
                next.ready[order] = true;
                next.told_echo[order] |= !is_forced;
                found.extend(can.then_some((next, is_forced)));
            }
            for (can, is_forced) in rules.readies.map_or([(false, true); 2], |needed| {
                ways(readies, needed, now.told_ready[order])
            }) {
                let mut next = now;
                next.ready[order] = true;
                next.told_ready[order] |= !is_forced;
                found.extend(can.then_some((next, is_forced)));
            }
        }
        // Whom READYs make ready is so before they deliver.
        let is_first_ready = rules.readies.is_some() && now.ready == [false; 2];
        if now.delivered.is_none() && !is_first_ready {
            for (can, is_forced) in ways(readies, rules.deliver, now.told_ready[order]) {
                let mut next = now;
                next.delivered = Some(order);
                next.told_ready[order] |= !is_forced;
                found.extend(can.then_some((next, is_forced)));
            }
        }
        found
    }
}

impl<const LOYAL: usize> Reached<LOYAL> {
    /// How many situations there are, in how many two deliver otherwise, how many are ends, and at how many ends some
    /// deliver and some do not.
    fn counts(&self) -> [usize; 4] {
        let delivered = |joint: &Joint<LOYAL>| -> BTreeSet<Option<usize>> {
            joint.iter().map(|one| one.delivered).collect()
        };
        let parted = self.all.iter().filter(|joint| {
            let orders = delivered(joint);
            orders.contains(&Some(0)) && orders.contains(&Some(1))
        });
        let halved = self.finished.iter().filter(|joint| {
            let orders = delivered(joint);
            orders.contains(&None) && orders.len() > 1
        });
        [
            self.all.len(),
            parted.count(),
            self.finished.len(),
            halved.count(),
        ]
    }

    /// How many ends there are at which not all deliver this order.
    fn unlike(&self, order: usize) -> usize {
        let differs = |joint: &&Joint<LOYAL>| joint.iter().any(|one| one.delivered != Some(order));
        self.finished.iter().filter(differs).count()
    }
}

fn of_traitor<const LOYAL: usize>(rules: Rules) -> Reached<LOYAL> {
    Army::<LOYAL> {
        rules,
        leader_gives: None,
    }
    .reached()
}

fn of_loyal<const LOYAL: usize>(rules: Rules) -> Reached<LOYAL> {
    Army::<LOYAL> {
        rules,
        leader_gives: Some(1),
    }
    .reached()
}

#[test]
fn four_of_whom_one_is_a_traitor_end_alike_in_whatever_order_letters_come() {
    let published = Rules::published(4, 1);
    // Situations, of these with two orders delivered; ends, of these with some who deliver and some who do not.
    assert_eq!(of_traitor::<3>(published).counts(), [3_623, 0, 647, 0]);
    let loyal = of_loyal::<3>(published);
    assert_eq!(loyal.counts(), [1_089, 0, 53, 0]);
    assert_eq!(
        loyal.unlike(1),
        0,
        "a loyal leader’s order is delivered by all"
    );
}

#[test]
fn three_are_stuck_or_split() {
    let (safe, loose) = (Rules::published(3, 1), Rules::loose(3, 1));
    assert_eq!(of_traitor::<2>(safe).counts(), [37, 0, 29, 8]);
    assert_eq!(
        of_loyal::<2>(safe).unlike(1),
        8,
        "a silent traitor stops a loyal leader’s order"
    );
    assert_eq!(of_traitor::<2>(loose).counts(), [347, 8, 161, 32]);
    assert_eq!(
        of_loyal::<2>(loose).unlike(1),
        0,
        "nobody waits for him, and so he can split them"
    );
}

#[test]
fn a_ready_for_each_order_would_do_no_harm_while_everybody_echoes_once() {
    let published = Rules::published(4, 1);
    let each = Rules {
        readies_each: true,
        ..published
    };
    assert_eq!(
        of_traitor::<3>(each).counts(),
        of_traitor::<3>(published).counts()
    );
}

#[test]
fn whom_readies_do_not_make_ready_is_left_behind() {
    let without = Rules {
        readies: None,
        ..Rules::published(4, 1)
    };
    assert_eq!(of_traitor::<3>(without).counts(), [1_311, 0, 573, 216]);
}

/// Two loyal generals and a traitor, run by the machine letter by letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Letters {
    states: [ReliableState; 2],
    /// What each has said, a bit for each kind and order.
    said: [u8; 2],
    /// What has come to each: from the other, and from the traitor.
    came: [[u8; 2]; 2],
}

const fn bit(kind: Kind, order: Order) -> u8 {
    1 << ((kind as u8 - 1) * 2 + order as u8)
}

fn message(place: u8) -> ReliableMessage {
    let kind = [Kind::Initial, Kind::Echo, Kind::Ready][usize::from(place / 2)];
    let order = [Order::Retreat, Order::Attack][usize::from(place % 2)];
    ReliableMessage { kind, order }
}

/// What the two loyal generals have said and delivered.
type Seen = [(u8, Option<Order>); 2];

/// Every order of delivery of every letter among three whose leader is a traitor: what they have said and delivered, in all
/// situations and in those where all letters of loyal generals have come.
fn by_the_machine(machine: &Reliable) -> [BTreeSet<Seen>; 2] {
    let generals = [2, 3].map(|number| General::new(number).unwrap());
    let begin = Letters {
        states: generals.map(|general| machine.init(general, None)),
        said: [0; 2],
        came: [[0; 2]; 2],
    };
    let mut known = BTreeSet::from([begin]);
    let mut open = vec![begin];
    let mut shown = [BTreeSet::new(), BTreeSet::new()];
    while let Some(now) = open.pop() {
        let outputs = [0, 1].map(|i| {
            (
                now.said[i],
                machine.decide(&now.states[i]).map(|one| one.order),
            )
        });
        shown[0].insert(outputs);
        if (0..2).all(|i| now.came[i][0] == now.said[1 - i]) {
            shown[1].insert(outputs);
        }
        for to in 0..2 {
            for (sender, from) in [generals[1 - to], General::COMMANDER]
                .into_iter()
                .enumerate()
            {
                let there = if sender == 0 {
                    now.said[1 - to]
                } else {
                    0b11_1111
                };
                for place in
                    (0..6).filter(|place| there & !now.came[to][sender] & (1 << place) != 0)
                {
                    let mut next = now;
                    next.came[to][sender] |= 1 << place;
                    let heard = machine.receive(&mut next.states[to], from, &message(place));
                    for (_, letter) in heard.map(|reaction| reaction.sends).unwrap_or_default() {
                        next.said[to] |= bit(letter.kind, letter.order);
                    }
                    if known.insert(next) {
                        open.push(next);
                    }
                }
            }
        }
    }
    assert_eq!(known.len(), 26_880);
    shown
}

#[test]
fn orders_of_outputs_are_all_orders_of_letters() {
    let machine = Reliable::new(3, 1).unwrap();
    let reached = of_traitor::<2>(Rules::published(3, 1));
    let show = |joint: &Joint<2>| {
        joint.map(|one| {
            let mut said = 0;
            for order in [Order::Retreat, Order::Attack] {
                let i = order as usize;
                said |= if one.echo[i] {
                    bit(Kind::Echo, order)
                } else {
                    0
                };
                said |= if one.ready[i] {
                    bit(Kind::Ready, order)
                } else {
                    0
                };
            }
            let delivered = one
                .delivered
                .map(|order| [Order::Retreat, Order::Attack][order]);
            (said, delivered)
        })
    };
    let [all, finished] = by_the_machine(&machine);
    assert_eq!(all, reached.all.iter().map(show).collect());
    assert_eq!(finished, reached.finished.iter().map(show).collect());
}

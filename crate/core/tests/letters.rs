//! Every rule by which a signed letter is accepted or refused, on letters written by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::general;
use generals::{
    Generals, Order,
    machine::{Refusal, StepMachine},
    sm::{
        letter::Letter,
        machine::{Signed, SignedState},
    },
};

/// An army of SM(m) whose messages are written by hand.
struct Army {
    machine: Signed,
    reader: SignedState,
}

impl Army {
    /// General 2 of SM(1) among four.
    fn new() -> Self {
        let machine = Signed::new(4, 1, 1, Generals::NONE).unwrap();
        let reader = machine.init(general(2), None);
        Self { machine, reader }
    }

    fn letter(&self, order: Order, signers: &[u64]) -> Letter {
        let unsigned = Letter::unsigned(order);
        signers.iter().fold(unsigned, |letter, signer| {
            letter.signed(self.machine.keys(), general(*signer))
        })
    }

    fn receive(&mut self, round: usize, from: u64, letter: &Letter) -> Result<(), Refusal> {
        self.machine
            .receive(&mut self.reader, round, general(from), letter)
    }
}

#[test]
fn in_each_round_exactly_so_many_signatures_are_accepted() {
    let mut army = Army::new();
    let short = army.letter(Order::Attack, &[1]);
    assert_eq!(
        army.receive(2, 1, &short),
        Err(Refusal::WrongRound),
        "a late order of the commander"
    );
    let long = army.letter(Order::Attack, &[1, 3]);
    assert_eq!(army.receive(1, 3, &long), Err(Refusal::WrongRound));
    assert_eq!(
        army.machine.decide(&army.reader),
        Some(Order::Retreat),
        "nothing was taken in"
    );
    assert_eq!(army.receive(1, 1, &short), Ok(()));
    assert_eq!(army.machine.decide(&army.reader), Some(Order::Attack));
}

#[test]
fn signers_are_different_begin_with_the_commander_and_end_with_the_bringer() {
    let mut army = Army::new();
    for (signers, from, refusal) in [
        (&[3, 4][..], 4, Refusal::NoSuchPath),
        (&[1, 1], 1, Refusal::RepeatedSigner),
        (&[1, 3], 4, Refusal::NotHisOwn),
        (&[1, 2], 2, Refusal::OwnPath),
        (&[], 1, Refusal::NoSuchPath),
    ] {
        let letter = army.letter(Order::Attack, signers);
        assert_eq!(
            army.receive(2, from, &letter),
            Err(refusal),
            "{signers:?} by {from}"
        );
    }
    assert!(army.reader.accepted.is_empty());
}

#[test]
fn a_signature_covers_the_order_the_chain_and_the_campaign() {
    let mut army = Army::new();
    let good = army.letter(Order::Attack, &[1, 3]);
    // Another order over the same signatures.
    let altered = Letter {
        order: Order::Retreat,
        ..good.clone()
    };
    assert_eq!(
        army.receive(2, 3, &altered),
        Err(Refusal::BadSignature(general(1)))
    );
    // The last signature moved onto another chain: 3 signed after the commander's attack, not his retreat.
    let mut moved = army.letter(Order::Retreat, &[1]);
    moved.seals.push(good.seals[1].clone());
    assert_eq!(
        army.receive(2, 3, &moved),
        Err(Refusal::BadSignature(general(3)))
    );
    // A signature of another campaign.
    let elsewhere = Signed::new(4, 1, 2, Generals::NONE).unwrap();
    let replayed = Letter::unsigned(Order::Attack).signed(elsewhere.keys(), general(1));
    assert_eq!(
        army.receive(1, 1, &replayed),
        Err(Refusal::BadSignature(general(1)))
    );
    // The right chain, cut: the bringer's signature alone does not make him the commander.
    let cut = Letter {
        order: Order::Attack,
        seals: vec![good.seals[1].clone()],
    };
    assert_eq!(army.receive(1, 3, &cut), Err(Refusal::NoSuchPath));
    assert_eq!(army.receive(2, 3, &good), Ok(()), "untouched it is good");
}

#[test]
fn two_orders_of_one_round_are_both_taken_in() {
    let mut army = Army::new();
    let (attack, retreat) = (
        army.letter(Order::Attack, &[1]),
        army.letter(Order::Retreat, &[1]),
    );
    assert_eq!(army.receive(1, 1, &attack), Ok(()));
    assert_eq!(army.receive(1, 1, &retreat), Ok(()));
    assert_eq!(army.reader.accepted.len(), 2);
    assert_eq!(army.machine.decide(&army.reader), Some(Order::Retreat));
}

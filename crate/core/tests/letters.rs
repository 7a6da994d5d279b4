//! When a letter of SM(m) is accepted: for each rule a raw letter that breaks this rule alone.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may

mod common;

use common::general;
use generals::{
    Generals, Order,
    machine::{Refusal, StepMachine},
    sm::{letter::Letter, machine::Signed, state::SignedState},
};

/// General 2 of SM(2) among five, whose letters are written by hand.
struct Reader {
    machine: Signed,
    state: SignedState,
}

const SEED: u64 = 1;

impl Reader {
    fn new() -> Self {
        let machine = Signed::new(5, 2, SEED, Generals::NONE).unwrap();
        let state = machine.init(general(2), None);
        Self { machine, state }
    }

    fn letter(&self, order: Order, signers: &[u64]) -> Letter {
        written(&self.machine, order, signers)
    }

    fn receive(&mut self, round: usize, from: u64, letter: &Letter) -> Result<(), Refusal> {
        self.machine
            .receive(&mut self.state, round, general(from), letter)
    }

    /// A letter that is refused, and after which nothing is held.
    fn refuses(&mut self, round: usize, from: u64, letter: &Letter, refusal: Refusal) {
        let signers = letter.seals.iter().map(|seal| seal.signer.number());
        let signers: Vec<u8> = signers.collect();
        let result = self.receive(round, from, letter);
        assert_eq!(
            result,
            Err(refusal),
            "{signers:?} by {from} in round {round}"
        );
        assert!(self.state.accepted.is_empty());
        assert_eq!(
            self.machine.decide(&self.state),
            Some(Order::Retreat.into())
        );
    }
}

/// A letter with good signatures of these, whoever they are.
fn written(machine: &Signed, order: Order, signers: &[u64]) -> Letter {
    let unsigned = Letter::unsigned(order);
    signers.iter().fold(unsigned, |letter, signer| {
        letter.signed(machine.keys(), general(*signer))
    })
}

#[test]
fn in_each_round_exactly_so_many_signatures_are_accepted() {
    let mut reader = Reader::new();
    for (signers, rounds) in [
        (&[1][..], [2, 3, 4]),
        (&[1, 3], [1, 3, 4]),
        (&[1, 4, 3], [1, 2, 4]),
    ] {
        let letter = reader.letter(Order::Attack, signers);
        for round in rounds {
            let from = *signers.last().unwrap();
            reader.refuses(round, from, &letter, Refusal::WrongRound);
        }
    }
    let beyond = reader.letter(Order::Attack, &[1, 3, 4, 5]);
    reader.refuses(4, 5, &beyond, Refusal::WrongRound);
    let due = reader.letter(Order::Attack, &[1]);
    assert_eq!(reader.receive(1, 1, &due), Ok(()));
    assert_eq!(
        reader.machine.decide(&reader.state),
        Some(Order::Attack.into())
    );
}

#[test]
fn an_order_that_comes_late_would_break_three_generals() {
    // The commander of SM(1) shows general 2 his order a round too late, when 2 can tell nobody.
    let machine = Signed::new(3, 1, SEED, Generals::NONE.with(general(1))).unwrap();
    let late = written(&machine, Order::Attack, &[1]);
    let (mut second, third) = (
        machine.init(general(2), None),
        machine.init(general(3), None),
    );
    let result = machine.receive(&mut second, 2, general(1), &late);
    assert_eq!(result, Err(Refusal::WrongRound));
    assert_eq!(machine.decide(&second), machine.decide(&third));
}

#[test]
fn the_first_signature_is_the_commanders() {
    let mut reader = Reader::new();
    for signers in [&[3][..], &[4, 3], &[4, 1, 3]] {
        let letter = reader.letter(Order::Attack, signers);
        reader.refuses(signers.len(), 3, &letter, Refusal::NoSuchPath);
    }
    let unsigned = Letter::unsigned(Order::Attack);
    reader.refuses(1, 1, &unsigned, Refusal::NoSuchPath);
}

#[test]
fn nobody_signs_twice() {
    let mut reader = Reader::new();
    for (signers, from) in [(&[1, 1][..], 1), (&[1, 3, 3], 3), (&[1, 3, 1], 1)] {
        let letter = reader.letter(Order::Attack, signers);
        reader.refuses(signers.len(), from, &letter, Refusal::RepeatedSigner);
    }
}

#[test]
fn the_last_signature_is_the_bringers() {
    let mut reader = Reader::new();
    let letter = reader.letter(Order::Attack, &[1, 3]);
    reader.refuses(2, 4, &letter, Refusal::NotHisOwn);
}

#[test]
fn what_he_signed_himself_tells_him_nothing() {
    let mut reader = Reader::new();
    let letter = reader.letter(Order::Attack, &[1, 2, 3]);
    reader.refuses(3, 3, &letter, Refusal::OwnPath);
}

#[test]
fn a_signature_covers_the_order() {
    let mut reader = Reader::new();
    let altered = Letter {
        order: Order::Retreat,
        ..reader.letter(Order::Attack, &[1])
    };
    reader.refuses(1, 1, &altered, Refusal::BadSignature(general(1)));
}

#[test]
fn a_signature_covers_the_whole_chain_before_it() {
    let mut reader = Reader::new();
    // General 3 signed the same order after the commander alone, or after other signers in another order.
    let [short, long] = [&[1, 3][..], &[1, 4, 3]].map(|signers| {
        let letter = reader.letter(Order::Attack, signers);
        letter.seals.last().unwrap().clone()
    });
    let mut longer = reader.letter(Order::Attack, &[1, 4]);
    longer.seals.push(short.clone());
    reader.refuses(3, 3, &longer, Refusal::BadSignature(general(3)));
    let mut cut = reader.letter(Order::Attack, &[1]);
    cut.seals.push(long.clone());
    reader.refuses(2, 3, &cut, Refusal::BadSignature(general(3)));
    let mut other = reader.letter(Order::Attack, &[1, 5]);
    other.seals.push(long);
    reader.refuses(3, 3, &other, Refusal::BadSignature(general(3)));
    let mut reordered = reader.letter(Order::Attack, &[1, 3, 4]);
    reordered.seals.swap(1, 2);
    reader.refuses(3, 3, &reordered, Refusal::BadSignature(general(4)));
    let untouched = reader.letter(Order::Attack, &[1, 4, 3]);
    assert_eq!(reader.receive(3, 3, &untouched), Ok(()));
}

#[test]
fn a_signature_is_good_in_its_campaign_alone() {
    let mut reader = Reader::new();
    // The same generals with the same keys, in another campaign; and other keys.
    for (n, m, seed) in [(6, 2, SEED), (5, 1, SEED), (5, 2, SEED + 1)] {
        let elsewhere = Signed::new(n, m, seed, Generals::NONE).unwrap();
        let replayed = written(&elsewhere, Order::Attack, &[1]);
        reader.refuses(1, 1, &replayed, Refusal::BadSignature(general(1)));
    }
}

#[test]
fn two_orders_of_one_round_are_both_taken_in() {
    let mut reader = Reader::new();
    for order in [Order::Attack, Order::Retreat] {
        let letter = reader.letter(order, &[1]);
        assert_eq!(reader.receive(1, 1, &letter), Ok(()));
    }
    assert_eq!(reader.state.accepted.len(), 2);
    assert_eq!(
        reader.machine.decide(&reader.state),
        Some(Order::Retreat.into())
    );
    for to in [3, 4, 5].map(general) {
        let shown = reader.machine.shows(&reader.state, 2, to);
        assert_eq!(shown.len(), 2, "and both are passed on to {to}");
    }
}

//! Programs made by lot, run by the machine and by a second interpreter, plainly: all generals at once, statement by statement.
//! Both say and decide the same.
#![allow(clippy::unwrap_used, clippy::panic)]

mod plain_program;
#[path = "common/programs.rs"]
#[allow(dead_code)]
mod written;

use generals::{
    Order, Word,
    link::{LinkSize, parse},
    machine::{StepMachine, execute},
    program::{Program, machine::Programmed},
};
use plain_program::{Lots, run::run, tree::Tree};
use std::collections::BTreeSet;

const fn name(word: Word) -> &'static str {
    match word {
        Word::Order(Order::Attack) => "A",
        Word::Order(Order::Retreat) => "R",
        Word::Neither => "none",
        Word::Silence => "silent",
    }
}

#[test]
fn programs_made_by_lot_say_and_decide_what_a_second_interpreter_says() {
    let (mut messages, mut attacks) = (0, 0);
    for lot in 0..2_000 {
        let mut lots = Lots::of(lot);
        let tree = Tree::some(&mut lots);
        let n = 2 + lots.below(5);
        let opinions: String = (0..n).map(|_| ['A', 'R'][lots.below(2)]).collect();
        let silent: Vec<usize> = (1..=n).filter(|_| lots.below(4) == 0).collect();
        let mut link = format!("v=1&p=king&n={n}&m=0&i={opinions}&s=silent");
        if !silent.is_empty() {
            let traitors: Vec<String> = silent.iter().map(ToString::to_string).collect();
            link += &format!("&t={}", traitors.join("."));
        }
        let scenario = parse(&link, LinkSize::Any).unwrap().scenario;
        let text = tree.to_string();
        let program = Program::read(&text).unwrap_or_else(|wrong| panic!("{text}{wrong:?}"));
        let own = execute(&Programmed::new(&program, n, 0).unwrap(), &scenario);
        let spoken = own.steps.iter().filter_map(|step| {
            let (slot, said) = (&step.spoken.slot, step.spoken.said.as_ref()?);
            let [from, to] = [slot.from, slot.to].map(|one| u64::from(one.number()));
            Some((slot.round, from, to, name(Programmed::word(said))))
        });
        let told: BTreeSet<_> = spoken.collect();
        let plain = run(&tree, &opinions, &silent);
        assert_eq!(told, plain.told, "{link}\n{text}");
        messages += told.len();
        for general in scenario.loyal_deciders().iter() {
            let place = usize::from(general.number()) - 1;
            let decided = own.decisions[place].unwrap().order;
            assert_eq!(decided, plain.decisions[place], "{general}, {link}\n{text}");
            attacks += usize::from(decided == Order::Attack);
        }
    }
    assert!(messages > 10_000 && attacks > 500, "{messages} {attacks}");
}

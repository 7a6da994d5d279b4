//! Programs in the language, run: they say and decide what the built-in protocols do.
#![allow(clippy::unwrap_used, clippy::panic)]

#[path = "common/programs.rs"]
mod written;

use generals::{
    Order, Scenario, Word,
    ic::machine::Interactive,
    king::machine::King,
    link::{LinkSize, parse},
    machine::{Execution, StepMachine, execute},
    om::machine::Oral,
    program::{Program, machine::Programmed},
    queen::machine::Queen,
    sm::machine::Signed,
};
use written::{ECHO, FLAT, IC, KING, OM, QUEEN, SM, mix};

/// Some run of a protocol with opinions: army, traitors, strategy, seed.
fn some_run(protocol: &str, lot: u64) -> Scenario {
    let mut lots = (1..).map(|turn| mix(lot * 1_000 + turn));
    let mut below = |count: u64| lots.next().unwrap() % count;
    let n = 2 + below(6);
    let m = below(n - 1);
    let traitors: Vec<String> = (1..=n)
        .filter(|_| below(3) == 0)
        .map(|t| t.to_string())
        .collect();
    let strategy = ["honest", "flip", "split", "half", "silent", "random"][below(6) as usize];
    let opinions: String = (0..n)
        .map(|_| if below(2) == 0 { 'A' } else { 'R' })
        .collect();
    let mut link = format!(
        "v=1&p={protocol}&n={n}&m={m}&s={strategy}&seed={}",
        below(1_000)
    );
    if !traitors.is_empty() {
        link += &format!("&t={}", traitors.join("."));
    }
    if matches!(protocol, "om" | "sm") {
        link += if below(2) == 0 { "&o=A" } else { "&o=R" };
    } else {
        link += &format!("&i={opinions}");
    }
    parse(&link, LinkSize::Any)
        .unwrap_or_else(|error| panic!("{link}: {error:?}"))
        .scenario
}

/// Each message by its slot and words, in the order of steps.
fn told<M: StepMachine>(run: &Execution<M::State, M::Message>) -> Vec<(String, Word, Word)> {
    let word = |message: &Option<M::Message>| message.as_ref().map_or(Word::Silence, M::word);
    let steps = run.steps.iter().map(|step| &step.spoken);
    steps
        .map(|one| (one.slot.to_string(), word(&one.said), word(&one.honest)))
        .collect()
}

fn decided<S, M>(run: &Execution<S, M>, scenario: &Scenario) -> Vec<Option<Order>> {
    let loyal = scenario.loyal_deciders().iter();
    loyal
        .map(|general| run.decisions[usize::from(general.number()) - 1].map(|one| one.order))
        .collect()
}

fn programmed(text: &str, scenario: &Scenario) -> Programmed {
    Programmed::new(&Program::read(text).unwrap(), scenario.n(), scenario.m()).unwrap()
}

/// Holds a program to a built-in machine, message by message.
fn is_equal<M: StepMachine>(text: &str, machine: &M, scenario: &Scenario) {
    let own = execute(&programmed(text, scenario), scenario);
    let built_in = execute(machine, scenario);
    assert_eq!(
        told::<Programmed>(&own),
        told::<M>(&built_in),
        "{}",
        scenario.link()
    );
    assert_eq!(
        decided(&own, scenario),
        decided(&built_in, scenario),
        "{}",
        scenario.link()
    );
}

#[test]
fn kings_and_queens_as_programs_say_and_decide_what_the_built_in_ones_do() {
    for lot in 0..1_000 {
        let scenario = some_run("king", lot);
        let (n, m) = (scenario.n(), scenario.m());
        is_equal(KING, &King::new(n, m).unwrap(), &scenario);
        let scenario = some_run("queen", lot);
        let (n, m) = (scenario.n(), scenario.m());
        is_equal(QUEEN, &Queen::new(n, m).unwrap(), &scenario);
    }
}

#[test]
fn one_echo_and_a_majority_is_om_1() {
    let mut runs = 0;
    for lot in 0..2_000 {
        let base = some_run("om", lot);
        if base.n() < 3 {
            continue;
        }
        let link = base.link().replace(&format!("&m={}", base.m()), "");
        let scenario = parse(&format!("{link}&m=1"), LinkSize::Any)
            .unwrap()
            .scenario;
        if scenario.strategy().name() == "random" {
            // What is drawn rests on the label of a slot, and these are others.
            continue;
        }
        runs += 1;
        let own = execute(&programmed(ECHO, &scenario), &scenario);
        let built_in = execute(&Oral::new(scenario.n(), 1).unwrap(), &scenario);
        let by_number = |(slot, said, honest): (String, Word, Word)| {
            // A path of the second round is `1.sender`, the slot of a program's second round `2.sender`.
            let slot = match slot.split_once('.') {
                Some((_, rest)) => format!("2.{rest}"),
                None => format!("1.{slot}"),
            };
            (slot, said, honest)
        };
        let oral: Vec<_> = told::<Oral>(&built_in).into_iter().map(by_number).collect();
        assert_eq!(told::<Programmed>(&own), oral, "{}", scenario.link());
        assert_eq!(
            decided(&own, &scenario),
            decided(&built_in, &scenario),
            "{}",
            scenario.link()
        );
    }
    assert!(runs > 1_000, "{runs}");
}

#[test]
fn relays_as_programs_are_om_the_flat_vote_and_interactive_consistency() {
    let mut runs = 0;
    for lot in 0..1_000 {
        let scenario = some_run("om", lot);
        let (n, m) = (scenario.n(), scenario.m());
        if m > 3 {
            continue;
        }
        runs += 1;
        is_equal(OM, &Oral::new(n, m).unwrap(), &scenario);
        is_equal(FLAT, &Oral::flat(n, m).unwrap(), &scenario);
        let scenario = some_run("ic", lot);
        if scenario.m() <= 2 {
            let machine = Interactive::new(scenario.n(), scenario.m()).unwrap();
            is_equal(IC, &machine, &scenario);
        }
    }
    assert!(runs > 800, "{runs}");
}

#[test]
fn what_is_signed_and_collected_is_sm() {
    for lot in 0..1_000 {
        let scenario = some_run("sm", lot);
        let (n, m, seed) = (scenario.n(), scenario.m(), scenario.seed());
        if m > 3 {
            continue;
        }
        let held = scenario.traitors();
        let built_in = execute(&Signed::new(n, m, seed, held).unwrap(), &scenario);
        let own = programmed(SM, &scenario).with_keys(seed, held);
        let own = execute(&own, &scenario);
        assert_eq!(
            told::<Programmed>(&own),
            told::<Signed>(&built_in),
            "{}",
            scenario.link()
        );
        assert_eq!(
            decided(&own, &scenario),
            decided(&built_in, &scenario),
            "{}",
            scenario.link()
        );
    }
}

#[test]
fn what_is_heard_last_can_be_decided_by() {
    let text = "task consensus\nsend input to all\ndecide A if count(A) > count(R) else R\n";
    let decide = |link: &str| {
        let scenario = parse(link, LinkSize::Any).unwrap().scenario;
        decided(&execute(&programmed(text, &scenario), &scenario), &scenario)
    };
    assert_eq!(
        decide("v=1&p=king&n=3&m=0&i=AAR"),
        vec![Some(Order::Attack); 3]
    );
    assert_eq!(
        decide("v=1&p=king&n=3&m=0&i=ARR"),
        vec![Some(Order::Retreat); 3]
    );
}

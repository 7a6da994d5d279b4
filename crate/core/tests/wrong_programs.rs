//! Programs that people write: each wrong one is broken by a run that a search finds, the right ones by none of those tried.
#![allow(clippy::unwrap_used, clippy::panic, clippy::expect_used)]

use std::{collections::BTreeSet, fs, path::Path};

use generals::{
    General, Generals, Order, Scenario, Word, judge,
    lab::begin::{exhaust, sample},
    link::{LinkSize, parse},
    machine::{Offer, Spoken, StepMachine, run},
    om::Visit,
    program::{Program, ProgramTask, encoded, machine::Programmed},
};

const WORDS: [Word; 3] = [
    Word::Order(Order::Attack),
    Word::Order(Order::Retreat),
    Word::Neither,
];

/// Runs after which a wrong program counts as not broken.
const BROKEN_WITHIN: u64 = 60_000;
/// Runs tried of a right one.
const TRIED: u64 = 400;
/// What the laboratory draws by lot for each army, and the steps that it goes where it tries everything.
const DRAWN: u64 = 300;
const SEARCHED: u64 = 20_000;

/// A program with the army for which its first line speaks.
struct Example {
    name: String,
    text: String,
    n: usize,
    f: usize,
}

/// The programs of a folder; each begins with `# HEAD at n=N, f=F: why`.
fn examples(folder: &str, head: &str) -> Vec<Example> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/programs")
        .join(folder);
    let files: BTreeSet<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    let example = |file: &std::path::PathBuf| {
        let text = fs::read_to_string(file).unwrap();
        let rest = text
            .strip_prefix(&format!("# {head} at n="))
            .unwrap_or_else(|| panic!("{file:?}"));
        let (n, rest) = rest.split_once(", f=").unwrap();
        let (f, why) = rest.split_once(": ").unwrap();
        assert!(!why.lines().next().unwrap().is_empty(), "{file:?}");
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        Example {
            name,
            n: n.parse().unwrap(),
            f: f.parse().unwrap(),
            text,
        }
    };
    files.iter().map(example).collect()
}

/// A number for each of many turns (SplitMix64).
fn mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// His place in a list of all.
fn index(general: General) -> usize {
    usize::from(general.number()) - 1
}

/// Whether the loyal of some run, drawn by a number, come apart or leave what all of them wanted.
fn is_broken(machine: &Programmed, task: ProgramTask, example: &Example, lot: u64) -> bool {
    let mut turn = mix(lot);
    let mut below = |count: usize| {
        turn = mix(turn);
        (turn % count as u64) as usize
    };
    let army = Generals::all(example.n);
    let mut traitors = Generals::NONE;
    for _ in 0..below(example.f + 1).max(usize::from(example.f > 0)) {
        traitors = traitors.with(General::new(1 + below(example.n) as u64).unwrap());
    }
    let orders = [Order::Attack, Order::Retreat];
    // All want the same about as often as not.
    let same = orders[below(2)];
    let is_same = below(2) == 0;
    let inputs: Vec<Order> = (0..example.n)
        .map(|_| if is_same { same } else { orders[below(2)] })
        .collect();
    let input = |general: General| match task {
        ProgramTask::Consensus => Some(inputs[index(general)]),
        ProgramTask::Broadcast => general.is_commander().then_some(same),
    };
    let keyed = machine.clone().with_keys(lot, traitors);
    let ended = run(&keyed, example.n, input, traitors, |state, round, _, to| {
        let menu = keyed.menu(state, round, to, &WORDS).into_iter();
        let spoken = menu.map(|choice| {
            let said = choice.options[below(choice.options.len())]
                .message()
                .cloned();
            let honest = choice.options.first().and_then(Offer::message).cloned();
            Spoken {
                slot: choice.slot,
                said,
                honest,
            }
        });
        spoken.collect()
    });
    let loyal: Vec<General> = army.and_not(traitors).iter().collect();
    let decided: BTreeSet<Order> = loyal
        .iter()
        .filter_map(|general| ended.decisions[index(*general)].map(|decision| decision.order))
        .collect();
    let wanted: BTreeSet<Order> = match task {
        ProgramTask::Consensus => loyal
            .iter()
            .map(|general| inputs[index(*general)])
            .collect(),
        ProgramTask::Broadcast if traitors.contains(General::COMMANDER) => orders.into(),
        ProgramTask::Broadcast => [same].into(),
    };
    decided.len() > 1 || !decided.is_subset(&wanted)
}

/// How many runs are tried until one is broken; none of the most that are tried may be.
fn broken_after(example: &Example, most: u64) -> Option<u64> {
    let program = Program::read(&example.text)
        .unwrap_or_else(|mistakes| panic!("{}: {mistakes:?}", example.name));
    assert_eq!(
        program.print(),
        example.text,
        "{} is not written as all write it",
        example.name
    );
    let machine = Programmed::new(&program, example.n, example.f).unwrap();
    (0..most).find(|lot| is_broken(&machine, program.task(), example, *lot))
}

#[test]
fn each_wrong_program_is_broken_where_its_first_line_says() {
    let wrong = examples("wrong", "Broken");
    assert!(wrong.len() >= 30, "{}", wrong.len());
    for example in &wrong {
        let found = broken_after(example, BROKEN_WITHIN);
        assert!(found.is_some(), "{} stands", example.name);
    }
}

#[test]
fn no_run_of_those_tried_breaks_a_right_program() {
    for example in &examples("right", "Holds") {
        assert_eq!(broken_after(example, TRIED), None, "{}", example.name);
    }
}

/// The armies that a program is for: every number of those who want to attack, all sets of so many traitors.
fn armies(example: &Example, traitors: usize) -> Vec<Scenario> {
    let program = Program::read(&example.text).unwrap();
    let (n, f, text) = (example.n, example.f, encoded(&program.print()));
    let inputs: Vec<String> = match program.task() {
        ProgramTask::Broadcast => ["o=A", "o=R"].map(String::from).into(),
        ProgramTask::Consensus => (0..=n)
            .map(|attacks| format!("i={}{}", "A".repeat(attacks), "R".repeat(n - attacks)))
            .collect(),
    };
    let sets = (0..1_u32 << n).filter(|set| set.count_ones() as usize == traitors);
    let link = |set: u32, inputs: &str| {
        let named = (1..=n).filter(|number| set >> (number - 1) & 1 == 1);
        let named: Vec<String> = named.map(|number| number.to_string()).collect();
        let traitors = match named.is_empty() {
            true => String::new(),
            false => format!("&t={}", named.join(".")),
        };
        format!("v=1&p=own&n={n}&m={f}{traitors}&{inputs}&prog={text}")
    };
    sets.flat_map(|set| inputs.iter().map(move |inputs| link(set, inputs)))
        .map(|link| parse(&link, LinkSize::Any).unwrap().scenario)
        .collect()
}

fn breaks(run: &Scenario) -> bool {
    judge(run, Visit::All).unwrap().is_broken()
}

/// What the laboratory finds against an army.
fn found(army: &Scenario) -> Option<Scenario> {
    if army.traitors().is_empty() {
        return Some(army.clone()).filter(breaks);
    }
    let lots = sample(army).ok().map(|search| (search, DRAWN));
    let all = exhaust(army).ok().map(|search| (search, SEARCHED));
    lots.into_iter().chain(all).find_map(|(mut search, steps)| {
        search.advance(steps);
        search.found()
    })
}

#[test]
fn the_laboratory_breaks_each_wrong_program_with_a_run_that_can_be_linked() {
    for example in &examples("wrong", "Broken") {
        let sizes = 0..=example.f;
        let run = sizes
            .flat_map(|traitors| armies(example, traitors))
            .find_map(|army| found(&army));
        let run = run.unwrap_or_else(|| panic!("{} stands", example.name));
        let again = parse(&run.link(), LinkSize::Any).unwrap().scenario;
        assert!(breaks(&again), "{}: {}", example.name, run.link());
    }
}

#[test]
fn the_laboratory_breaks_no_right_program() {
    for example in &examples("right", "Holds") {
        for army in armies(example, example.f).iter().step_by(7) {
            assert_eq!(found(army), None, "{}: {}", example.name, army.link());
        }
    }
}

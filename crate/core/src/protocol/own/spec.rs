//! What a protocol of one's own says of itself: by the task of its program, and what that has passed on.

use crate::{
    link::error::Key,
    program::{Passes, Program, ProgramTask},
    protocol::{
        om::spec::ORDERS,
        spec::{ARMY, Condition, Evidence, Inputs, Model, Spec, Task, Tool, relayed, relays},
    },
    word::{Order, Word},
};

/// Of a program for a commander's order.
pub(crate) const SPEC: Spec = Spec {
    name: "own",
    task: Task::Broadcast,
    model: Model::Synchronous,
    inputs: Inputs::Commander,
    has_traitors: true,
    is_signed: false,
    notices_silence: true,
    heeds_paths: true,
    votes_over_paths: false,
    says_both: false,
    words: WORDS,
    conditions: &[Condition::Agreement, Condition::Validity],
    evidence: Evidence::Marks,
    tools: &[
        Tool::Exhaust,
        Tool::Sample,
        Tool::Ring,
        Tool::Chain,
        Tool::Ladder,
    ],
    generals: ARMY,
    relays,
    keys: &[Key::Prog],
    variants: &[],
    // The program says how many there are.
    rounds: relayed,
    source: "",
};

/// Of one in which letters are signed.
const SIGNED: Spec = Spec {
    is_signed: true,
    notices_silence: false,
    heeds_paths: false,
    says_both: true,
    words: ORDERS,
    evidence: Evidence::Letters,
    tools: &[Tool::Exhaust, Tool::Sample, Tool::Chain, Tool::Ladder],
    ..SPEC
};

/// Of one in which all is passed on.
const GATHERED: Spec = Spec {
    evidence: Evidence::Nothing,
    ..SPEC
};

/// Of one for everybody's opinion.
const CONSENSUS: Spec = Spec {
    task: Task::Consensus,
    inputs: Inputs::Everyone,
    tools: &[Tool::Exhaust, Tool::Sample, Tool::Ring, Tool::Ladder],
    keys: &[Key::I, Key::Prog],
    ..SPEC
};

/// Of one for everybody's opinion in which all is passed on.
const GATHERED_CONSENSUS: Spec = Spec {
    evidence: Evidence::Nothing,
    ..CONSENSUS
};

/// An order, or nothing proposed.
const WORDS: &[Word] = &[
    Word::Order(Order::Attack),
    Word::Order(Order::Retreat),
    Word::Neither,
];

/// What a program's protocol says of itself.
pub(crate) const fn spec_of(program: &Program) -> &'static Spec {
    match (program.task(), program.passes()) {
        (ProgramTask::Broadcast, Passes::Letters) => &SIGNED,
        (ProgramTask::Broadcast, Passes::Paths) => &GATHERED,
        (ProgramTask::Broadcast, Passes::Nothing) => &SPEC,
        (ProgramTask::Consensus, Passes::Nothing) => &CONSENSUS,
        (ProgramTask::Consensus, _) => &GATHERED_CONSENSUS,
    }
}

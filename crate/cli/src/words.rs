//! Codes of the core as English lines: what the page says in its catalogues.

use generals::{
    Allowed, Code, Condition, Form, LinkError, Order, limits::SHARED_SLOTS_MAX,
    program::MistakeCode,
};
use generals_wire::{LabCode, LabFault, ProgramFault, file::FileFault};

use crate::refusal::Refusal;

/// Why a question is not answered: a sentence, and below it what was read and what is allowed.
pub(crate) fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Link(error, nearest) => link(error, nearest.as_deref()),
        Refusal::Lab(fault) => lab(fault),
        Refusal::Strategies(size, nearest) => {
            let why = format!(
                "there are 2^{size} strategies, and at most 2^{SHARED_SLOTS_MAX} are tried"
            );
            with_nearest(why, nearest.as_deref())
        }
        Refusal::File(fault) => file(fault),
        Refusal::Machine(name, error) => format!("{name}: {error}"),
        Refusal::Other(why) => why.clone(),
        Refusal::NobodyReads => String::new(),
    }
}

fn link(error: &LinkError, nearest: Option<&str>) -> String {
    let mut text = match &error.key {
        Some(key) => format!("in the link, key `{key}`: {}", code(error.code)),
        None => code(error.code).to_owned(),
    };
    let mut row = |name: &str, value: &str| {
        if !value.is_empty() {
            text.push_str(&format!("\n  {name:<8} {value}"));
        }
    };
    row("read", error.read.as_deref().unwrap_or_default());
    row(
        "allowed",
        &error.allowed.as_ref().map_or_else(String::new, allowed),
    );
    row("nearest", nearest.unwrap_or_default());
    text
}

const fn code(code: Code) -> &'static str {
    match code {
        Code::Malformed => {
            "this is no link of `key=value` pairs, no address that has one, and no file of a run"
        }
        Code::MissingKey => "it is missing, and every link needs it",
        Code::RepeatedKey => "it stands there twice",
        Code::BadVersion => "this program does not know that version of links",
        Code::BadValue => "it cannot have that value",
        Code::OutOfRange => "the number is too small or too large",
        Code::NotATraitor => "only traitors lie, and this general is none: name him in `t`",
        Code::NoSuchPath => "no message of this run takes that path",
        Code::RepeatedLie => "two lies stand in one place",
        Code::TooLong => "a link has at most 8000 characters",
        Code::TooLarge => "the run has too many messages",
        Code::BadProgram => "its program cannot be run",
    }
}

fn allowed(allowed: &Allowed) -> String {
    match allowed {
        Allowed::Range(least, most) if least == most => least.to_string(),
        Allowed::Range(least, most) => format!("{least} to {most}"),
        Allowed::OneOf(values) => values.join(", "),
        Allowed::Form(of) => form(*of).to_owned(),
        Allowed::Program(mistake) => mistake.to_string(),
    }
}

const fn form(form: Form) -> &'static str {
    match form {
        Form::Number => "a whole number",
        Form::Lie => "a path, a recipient and what he is told, A, R or S for silence: 1.3-2R",
        Form::LieOrNeither => {
            "a place, a recipient and what he is told, A, R, N for neither or S for silence: 2.3-1N"
        }
        Form::Id => "letters, digits and -._~",
        Form::Loyal => "a loyal general",
        Form::Opinions => "a letter A or R for each general: AARA",
        Form::Absent => "nothing: where everybody has an opinion nobody is given an order",
        Form::Pairs => "who trusts whom, 13.23, or 0 for nobody",
        Form::Needs => "two numbers: 1.2",
        Form::Delays => {
            "what is held back, 2.3-1_3.2-4, each with or without the step at which it is let go, 2.3-1~7"
        }
        Form::Program => "`1.` and the text of a program in base64url",
        Form::Goal => "generals and traitors: 4.1",
        Form::Rule => "four letters A or R, two such tables, RRRA.RARA, or eight letters",
    }
}

fn lab(fault: &LabFault) -> String {
    let size = fault.size.map_or_else(String::new, digits);
    let why = match fault.code {
        LabCode::TooLarge => format!("the chain has too many runs: {size}"),
        LabCode::TooManyMessages => format!("one run has {size} messages, which is too many"),
        LabCode::TooManyGenerals => format!("{size} generals have too many ways to behave"),
        LabCode::TooFew => format!("{size} generals are needed"),
        LabCode::OralOnly => "this is asked of oral messages alone, p=om; `exhaust` and `sample` are asked of others".to_owned(),
        LabCode::TooManySets => format!("traitors can send {size} sets of messages, which is too many"),
        LabCode::WithinBound => format!("at most {size} generals are beyond the bound"),
        LabCode::NotForThis => "the protocol of this link is not for this question".to_owned(),
        LabCode::NothingClaimed => {
            "nothing is claimed of this army that could break: name traitors in `t`, and leave two loyal generals".to_owned()
        }
    };
    with_nearest(why, fault.nearest.as_deref())
}

fn with_nearest(why: String, nearest: Option<&str>) -> String {
    let offered = nearest.map_or_else(String::new, |link| format!("\n  nearest  {link}"));
    why + &offered
}

fn file(fault: &FileFault) -> String {
    let named = |name: &str, value: Option<f64>| {
        value.map_or_else(String::new, |value| {
            format!("\n  {name:<8} {}", digits(value))
        })
    };
    let read = fault.read.as_ref();
    let read = read.map_or_else(String::new, |read| format!("\n  read     {read}"));
    let why = match fault.code.name() {
        "too-large" => "the run is too large for such a file",
        "too-long" => "the file has too many characters",
        "not-for-this" => "this protocol has no such figure",
        "too-few" => "there are too few generals for that",
        "unknown-version" => "the file was made by a later version",
        "differs" => "what stands in the file is not the run of its link",
        other => other,
    };
    [
        why.to_owned(),
        read,
        named("step", fault.step),
        named("size", fault.size),
        named("allowed", fault.most),
    ]
    .concat()
}

/// A whole number; of what no number holds, that.
pub(crate) fn digits(number: f64) -> String {
    match number.is_finite() {
        true => format!("{number:.0}"),
        false => "more than a number holds".to_owned(),
    }
}

/// What a general does by an order.
pub(crate) const fn order(order: Order) -> &'static str {
    match order {
        Order::Attack => "attack",
        Order::Retreat => "retreat",
    }
}

/// What a condition says.
pub(crate) const fn condition(condition: Condition) -> &'static str {
    match condition {
        Condition::Agreement => "all loyal generals decide alike",
        Condition::Validity => "what a loyal general started with is kept",
        Condition::Consent => "nobody is charged who meant not to pay",
        Condition::Delivery => "nothing is shipped that is not paid",
        Condition::Attacks => "all attack when every messenger arrives",
        Condition::Termination => "every loyal general decides, or none",
    }
}

/// Some of a thing, in number.
pub(crate) fn counted(count: u64, thing: &str) -> String {
    match (count, thing.strip_suffix('y')) {
        (1, _) => format!("1 {thing}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        (_, None) => format!("{count} {thing}s"),
    }
}

/// What is wrong with a program in one place, and what could stand there.
pub(crate) fn mistake(fault: &ProgramFault) -> String {
    let found = match fault.found.is_empty() {
        true => "nothing".to_owned(),
        false => format!("`{}`", fault.found),
    };
    let limit = fault.limit.unwrap_or_default();
    let what = match fault.code.0 {
        MistakeCode::Unexpected => format!("{found} cannot stand here"),
        MistakeCode::UnknownName => format!("the name {found} stands for nothing here"),
        MistakeCode::WrongType => format!("this is {found}, where something else is wanted"),
        MistakeCode::RoundsDiffer => {
            "not all generals would come to this round together".to_owned()
        }
        MistakeCode::NotKnownBefore => "this must be known before the run".to_owned(),
        MistakeCode::NeverDecides => "the last line must be a `decide`".to_owned(),
        MistakeCode::AfterDecide => "nothing can follow the `decide`".to_owned(),
        MistakeCode::TooManyRounds => format!("a program has at most {limit} rounds"),
        MistakeCode::TooLong => format!("a program has at most {limit} bytes"),
        MistakeCode::LineTooLong => {
            format!("a line has at most {limit} names, numbers and signs")
        }
        MistakeCode::TooMuchWork => {
            format!("one general would have more than {limit} evaluations")
        }
        MistakeCode::DividesByZero => {
            "among so many generals and traitors this divides by 0".to_owned()
        }
        MistakeCode::NotSigned => "`collect` needs `signed`".to_owned(),
        MistakeCode::NoGather => {
            "only `gather` or `collect` bring this, and neither is there".to_owned()
        }
    };
    match fault.expected.is_empty() {
        true => what,
        false => format!("{what}; expected: {}", fault.expected.join(", ")),
    }
}

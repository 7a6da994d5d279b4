//! What is wrong with a program of one's own, each mistake below its line.

use std::path::Path;

use generals::{
    Changes, Key,
    link::{LinkSize, parse},
    program::encoded,
};
use generals_wire::{ProgramCheck, ProgramFault};

use crate::{
    arguments::Check,
    output::{Ending, Output},
    refusal::Refusal,
    source::{STDIN, text},
    words::{counted, mistake},
};

/// Generals and traitors of whom a program's rounds are told: those of a link without them.
const GENERALS: usize = 4;
const TRAITORS: usize = 1;

/// The link of a program that its reader has not written yet.
const FRAME: &str = "v=1&p=own";

pub(crate) fn check(asked: &Check, output: &mut Output) -> Result<Ending, Refusal> {
    let text = text(&asked.file)?;
    let found = ProgramCheck::of(&text, GENERALS, TRAITORS);
    if asked.json {
        output.json(&found)?;
        return Ok(Ending::broken_if(!found.ok));
    }
    let name = match asked.file == Path::new(STDIN) {
        true => "standard input".to_owned(),
        false => asked.file.display().to_string(),
    };
    for fault in &found.errors {
        show(&name, &text, fault, output)?;
    }
    if let (true, Some(task), Some(rounds)) = (found.ok, found.task, found.rounds) {
        let rounds = counted(rounds as u64, "round");
        output.line(&format!(
            "{name} is right: {}, {rounds} among {GENERALS} generals of whom {TRAITORS} may be a traitor",
            task.0.name()
        ))?;
        output.line(&link_of(&text)?)?;
    } else {
        output.line(&counted(found.errors.len() as u64, "mistake"))?;
    }
    Ok(Ending::broken_if(!found.ok))
}

/// A mistake as compilers show it: where, the line, and a caret below what is wrong.
fn show(name: &str, text: &str, fault: &ProgramFault, output: &mut Output) -> Result<(), Refusal> {
    let line = text.split('\n').nth(fault.line - 1).unwrap_or_default();
    let line = line.trim_end_matches('\r');
    let number = fault.line.to_string();
    // A tab stays one, so that the caret stands below its place however wide a tab is.
    let before = line.chars().take(fault.column - 1);
    let indent: String = before.map(blank).collect();
    let carets = "^".repeat(fault.length.max(1));
    let carets = output.coloured(&carets, Some(false));
    output.line(&format!(
        "{name}:{}:{}: {}",
        fault.line,
        fault.column,
        mistake(fault)
    ))?;
    output.line(&format!("  {number} | {line}"))?;
    output.line(&format!(
        "  {} | {indent}{carets}",
        " ".repeat(number.len())
    ))
}

/// What is as wide as a letter, and shows nothing: letters of Chinese take the width of two.
const fn blank(letter: char) -> &'static str {
    match letter {
        '\t' => "\t",
        '\u{1100}'..='\u{115f}'
        | '\u{2e80}'..='\u{a4cf}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe6f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3fffd}' => "  ",
        _ => " ",
    }
}

/// The link of a run of this program.
fn link_of(text: &str) -> Result<String, Refusal> {
    let mut changes = Changes::default();
    changes.own.set(Key::Prog, encoded(text));
    let frame = parse(FRAME, LinkSize::Any)?.scenario;
    Ok(frame.fork(&changes)?.link())
}

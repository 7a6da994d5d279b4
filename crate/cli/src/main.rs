//! The program `generals`: the same engine without a page.
//!
//! What is asked is in `arguments`; a file here for each kind of question; what is said of an answer in English lines in `words`.
#![forbid(unsafe_code)]

mod arguments;
mod check;
mod exhaust;
mod output;
mod progress;
mod refusal;
mod run;
mod sample;
mod search;
mod source;
mod sweep;
mod theorem;
mod threads;
mod trace;
mod weak;
mod words;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use arguments::{Arguments, Command};
use output::{Ending, Output};
use refusal::Refusal;

fn main() -> ExitCode {
    let Arguments { command } = Arguments::parse();
    let mut output = Output::default();
    let ended = answer(command, &mut output).and_then(|ending| output.finish().map(|()| ending));
    match ended {
        Ok(ending) => ending.into(),
        // Who reads no further has what was wanted.
        Err(Refusal::NobodyReads) => ExitCode::SUCCESS,
        Err(refusal) => {
            output::complain(&refusal);
            Ending::Refused.into()
        }
    }
}

fn answer(command: Command, output: &mut Output) -> Result<Ending, Refusal> {
    match command {
        Command::Run(asked) => run::run(&asked, output),
        Command::Trace(asked) => trace::trace(&asked, output),
        Command::Attack(asked) => search::attack(&asked, output),
        Command::Exhaust(asked) => exhaust::exhaust(&asked, output),
        Command::Sample(asked) => sample::sample(&asked, output),
        Command::Ring(asked) => theorem::ring(&asked, output),
        Command::Chain(asked) => theorem::chain(&asked, output),
        Command::Ladder(asked) => weak::ladder(&asked, output),
        Command::Check(asked) => check::check(&asked, output),
        Command::Sweep(asked) => sweep::sweep(&asked, output),
        Command::Merge(asked) => sweep::merge(&asked, output),
        Command::Completions { shell } => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "generals", &mut text);
            output.bytes(&text)?;
            Ok(Ending::Holds)
        }
    }
}

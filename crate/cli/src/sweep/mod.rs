//! A question about many armies, in shards: each the same bytes wherever it is computed, and all of them put together.

mod file;
mod header;
mod known;
mod line;
mod merge;
mod question;
mod shard;
mod span;

use std::{
    fs::File,
    io::Write,
    path::{Path, PathBuf},
};

use clap::Args;

use crate::{
    output::{Ending, Output, remark},
    progress::Progress,
    refusal::Refusal,
    threads::{Threads, in_order},
};
use header::Header;
pub(crate) use merge::{Merge, merge};
use question::{Plan, Question, What};
use shard::Shard;
use span::Span;

/// A question about many armies.
#[derive(Args)]
pub(crate) struct Sweep {
    /// What is asked of each.
    #[arg(value_enum)]
    what: What,
    /// Generals, the commander included: 3..31, both ends included, or 7 alone.
    #[arg(long, value_name = "A..B")]
    n: Span,
    /// Relays.
    #[arg(long, value_name = "A..B")]
    m: Span,
    /// Traitors.
    #[arg(long, value_name = "A..B")]
    k: Span,
    /// The protocol.
    #[arg(long, default_value = "om")]
    p: String,
    /// Which part of it: 3/100, the third of a hundred; `slurm`, by what Slurm tells a job of an array; `kubernetes/100`, by what
    /// Kubernetes tells a pod of an Indexed Job.
    #[arg(long, value_name = "I/N", default_value_t = Shard::WHOLE)]
    shard: Shard,
    /// The file that takes the lines; one that is there already is gone on with.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    threads: Threads,
}

pub(crate) fn sweep(asked: &Sweep, output: &mut Output) -> Result<Ending, Refusal> {
    let question = Question {
        sweep: asked.what,
        p: asked.p.clone(),
        n: asked.n,
        m: asked.m,
        k: asked.k,
    };
    if let Some(why) = question.refused() {
        return Err(Refusal::Other(why));
    }
    let plan = Plan::of(&question);
    let header = Header::of(&plan, asked.shard)?;
    let threads = asked.threads.count();
    let Some(path) = &asked.out else {
        output.line(&header.line()?)?;
        compute(&plan, &header, 0, threads, |line| output.line(&line))?;
        return Ok(Ending::Holds);
    };
    let (mut file, done) = file::opened(path, &header, &plan)?;
    if done > 0 {
        remark(&format!(
            "{done} lines of {} are there already",
            path.display()
        ));
    }
    compute(&plan, &header, done, threads, |line| {
        append(&mut file, path, &line)
    })?;
    output.line(&format!(
        "shard {} is whole: items {} to {} of {} in {}",
        header.shard,
        header.range().start(),
        header.range().end(),
        header.items,
        path.display()
    ))?;
    Ok(Ending::Holds)
}

/// Computes the items of a shard from where it is on, and hands their lines on in order.
fn compute(
    plan: &Plan,
    header: &Header,
    done: u64,
    threads: usize,
    mut take: impl FnMut(String) -> Result<(), Refusal> + Send,
) -> Result<(), Refusal> {
    let (from, to) = (header.range().start() + done, header.range().end() + 1);
    let progress = Progress::of("items", Some(to.saturating_sub(from)));
    let computed = |item: u64| line::computed(plan, item);
    progress.during(|| {
        in_order(threads, from..to, computed, |line| {
            progress.add(1);
            take(line?)
        })
    })
}

/// In one piece, with its end: whoever kills the program leaves whole lines, and at most the beginning of one.
fn append(file: &mut File, path: &Path, line: &str) -> Result<(), Refusal> {
    let line = format!("{line}\n");
    let written = file.write_all(line.as_bytes());
    written.map_err(|error| Refusal::of_file(path, error))
}

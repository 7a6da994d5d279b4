//! Some behaviour of a link's traitors, drawn by lot, on all cores where the runs have numbers.

use generals::{
    Scenario,
    lab::{begin, random_search::RandomSearch, search::Search},
};
use generals_wire::{SearchKind, SearchProgress, link_of};

use crate::{
    arguments,
    output::{Ending, Output},
    progress::Progress,
    refusal::Refusal,
    search::tell,
    source::army,
    threads::first_of,
    words::counted,
};

/// Runs of a piece.
const PIECE: u64 = 16;

pub(crate) fn sample(asked: &arguments::Sample, output: &mut Output) -> Result<Ending, Refusal> {
    let arguments::Search { link, threads } = &asked.search;
    let base = army(&link.link)?;
    let runs = asked.runs.get();
    let search = begin::sample(&base)?;
    let answer = match base.spec().is_scheduled() {
        true => whole(search, runs),
        false => numbered(&base, runs, threads.count()),
    };
    let some = counted(answer.tried as u64, "run");
    let none = format!("tried {some} drawn by lot, none found: nothing follows for the others");
    tell(&answer, "run", &none, link.json, output)
}

/// The first run that breaks, found by so many threads, and made smaller.
fn numbered(base: &Scenario, runs: u64, threads: usize) -> SearchProgress {
    let progress = Progress::of("tried", Some(runs));
    let attempt = |(): &mut (), piece: u64| {
        let from = piece * PIECE;
        let count = PIECE.min(runs - from);
        let mut search = RandomSearch::new(base);
        search.skip_to(from);
        search.advance(count);
        progress.add(count);
        search.progress().breaks.then_some(search)
    };
    let found = progress.during(|| {
        let (_, mut search) = first_of(threads, runs.div_ceil(PIECE), || (), attempt)?;
        while !search.is_done() {
            search.advance(PIECE);
        }
        Some(search)
    });
    let run = found.as_ref().and_then(Search::found);
    SearchProgress {
        kind: SearchKind::Sampled,
        tried: found.as_ref().map_or(runs, Search::tried) as f64,
        total: None,
        done: found.is_some(),
        breaks: found.is_some(),
        found: run.as_ref().and_then(link_of),
    }
}

/// The same by one thread, where what is drawn depends on what was seen.
fn whole(mut search: Box<dyn Search>, runs: u64) -> SearchProgress {
    let progress = Progress::of("tried", Some(runs));
    progress.during(|| {
        while !search.is_done() && (search.tried() < runs || search.progress().breaks) {
            let before = search.tried();
            search.advance(1);
            progress.add(search.tried() - before);
        }
    });
    SearchProgress::of(&*search)
}
